import { DeskError } from '../../contract/index.ts'
import { removeView, saveView } from '../../desk/views.ts'
import { os } from '../os.ts'
import { viewsFor } from '../watch-seat.ts'

export const viewTopic = os.view.router({
  save: os.view.save.handler(async ({ input, context }) => {
    if (input.viewId !== undefined) await refuseUnseen(context, input.viewId)
    return {
      viewId: await saveView(context.served.desk, { ...input, repId: context.sitting.repId, actor: context.actor }),
    }
  }),
  remove: os.view.remove.handler(async ({ input, context }) => {
    await refuseUnseen(context, input.viewId)
    await removeView(context.served.desk, { ...input, actor: context.actor })
  }),
})

/** Another's view is as if it were not there, to a manager as well. */
async function refuseUnseen(
  { served, sitting }: Parameters<Parameters<typeof os.view.remove.handler>[0]>[0]['context'],
  viewId: number,
): Promise<void> {
  const views = viewsFor(await served.desk.store.views(), sitting)
  if (!views.some(({ id }) => id === viewId)) throw new DeskError('view-not-found', { id: viewId })
}
