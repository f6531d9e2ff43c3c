import { os } from '../os.ts'

export const formTopic = os.form.router({
  list: os.form.list.handler(({ context }) => context.served.intake.forms.list()),
  save: os.form.save.handler(({ input, context }) => context.served.intake.forms.save({ ...input, actor: context.actor })),
  newKey: os.form.newKey.handler(({ input, context }) => context.served.intake.forms.newKey({ ...input, actor: context.actor })),
  remove: os.form.remove.handler(({ input, context }) => context.served.intake.forms.remove({ ...input, actor: context.actor })),
  door: os.form.door.handler(({ context }) => context.served.intake.forms.door()),
  saveDoor: os.form.saveDoor.handler(({ input, context }) => context.served.intake.forms.saveDoor(input)),
})
