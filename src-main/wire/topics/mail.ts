import { os } from '../os.ts'

export const mailTopic = os.mail.router({
  page: os.mail.page.handler(({ input, context }) => context.served.intake.tray.page(input)),
  read: os.mail.read.handler(({ input, context }) => context.served.intake.tray.read(input)),
  accept: os.mail.accept.handler(({ input, context }) => context.served.intake.tray.accept({ ...input, actor: context.actor })),
  dismiss: os.mail.dismiss.handler(({ input, context }) =>
    context.served.intake.tray.dismiss({ ...input, actor: context.actor }),
  ),
  reopen: os.mail.reopen.handler(({ input, context }) => context.served.intake.tray.reopen({ ...input, actor: context.actor })),
  templates: os.mail.templates.handler(({ context }) => context.served.intake.tray.templates()),
  removeTemplate: os.mail.removeTemplate.handler(({ input, context }) =>
    context.served.intake.tray.removeTemplate({ ...input, actor: context.actor }),
  ),
})
