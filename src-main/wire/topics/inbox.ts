import { os } from '../os.ts'

export const inboxTopic = os.inbox.router({
  list: os.inbox.list.handler(({ context }) => context.served.intake.inboxes.list()),
  test: os.inbox.test.handler(({ input, context }) => context.served.intake.inboxes.test(input)),
  sample: os.inbox.sample.handler(({ input, context }) => context.served.intake.inboxes.sample(input)),
  save: os.inbox.save.handler(({ input, context }) => context.served.intake.inboxes.save({ ...input, actor: context.actor })),
  remove: os.inbox.remove.handler(({ input, context }) =>
    context.served.intake.inboxes.remove({ ...input, actor: context.actor }),
  ),
  check: os.inbox.check.handler(({ input, context }) => context.served.intake.inboxes.check(input)),
})
