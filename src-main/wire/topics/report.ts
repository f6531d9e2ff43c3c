import { readReport } from '../../desk/read-report.ts'
import { os } from '../os.ts'

export const reportTopic = os.report.router({
  read: os.report.read.handler(({ input, context }) => readReport(context.served.desk, input)),
  leads: os.report.leads.handler(({ input, context }) => context.served.intake.leadsCsv(input)),
})
