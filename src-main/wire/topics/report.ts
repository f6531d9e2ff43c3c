import { readReport } from '../../desk/read-report.ts'
import { os } from '../os.ts'

export const reportTopic = os.report.router({
  read: os.report.read.handler(({ input, context, signal }) => readReport(context.served.desk, input, signal)),
  leads: os.report.leads.handler(({ input, context }) => context.served.intake.leadsCsv(input)),
})
