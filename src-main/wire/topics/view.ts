import { removeView, saveView } from '../../desk/views.ts'
import { os } from '../os.ts'

export const viewTopic = os.view.router({
  save: os.view.save.handler(async ({ input, context }) => ({
    viewId: await saveView(context.served.desk, { ...input, repId: null, actor: context.actor }),
  })),
  remove: os.view.remove.handler(async ({ input, context }) => {
    await removeView(context.served.desk, { ...input, actor: context.actor })
  }),
})
