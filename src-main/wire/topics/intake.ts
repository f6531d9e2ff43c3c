import { os } from '../os.ts'

export const intakeTopic = os.intake.router({
  beginUpload: os.intake.beginUpload.handler(({ input, context }) => context.served.intake.beginUpload(input)),
  appendUpload: os.intake.appendUpload.handler(({ input, context }) => context.served.intake.appendUpload(input)),
  dropUpload: os.intake.dropUpload.handler(async ({ input, context }) => {
    await context.served.intake.letGo(input)
  }),
  look: os.intake.look.handler(({ input, context }) => context.served.intake.look(input)),
  check: os.intake.check.handler(({ input, context }) => context.served.intake.check(input)),
  rehearse: os.intake.rehearse.handler(({ input, context }) => context.served.intake.rehearse(input)),
  import: os.intake.import.handler(({ input, context }) => context.served.intake.startImport({ ...input, actor: context.actor })),
  cancel: os.intake.cancel.handler(async ({ input, context }) => {
    await context.served.intake.cancel(input)
  }),
  report: os.intake.report.handler(({ input, context }) => context.served.intake.report(input)),
  leftOut: os.intake.leftOut.handler(({ input, context }) => context.served.intake.leftOut(input)),
  kind: os.intake.kind.handler(({ input, context }) => context.served.intake.kind(input)),
  sampleMails: os.intake.sampleMails.handler(({ input, context }) => context.served.intake.sampleMails(input)),
  importMails: os.intake.importMails.handler(({ input, context }) =>
    context.served.intake.startMailImport({ ...input, actor: context.actor }),
  ),
  suspicions: os.intake.suspicions.handler(({ input, context, signal }) =>
    context.served.desk.store.suspicions(input.from, input.to, signal),
  ),
  undo: os.intake.undo.handler(({ input, context }) => context.served.intake.undo({ ...input, actor: context.actor })),
})
