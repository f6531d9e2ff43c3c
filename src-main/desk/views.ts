import type { LeadFilter, LeadOrder, RepId, ViewId } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** Keeps a list under its name. `repId` is whose it becomes when it is not shared. */
export async function saveView(
  desk: Desk,
  input: {
    viewId?: ViewId | undefined
    name: string
    filter: LeadFilter
    order: LeadOrder
    isShared: boolean
    repId: RepId | null
    actor: string
  },
): Promise<ViewId> {
  const { viewId = null, name, filter, order, actor } = input
  const repId = input.isShared ? null : input.repId
  return desk.store.saveView({ name, filter, order, repId }, viewId, { at: desk.clock.now(), actor })
}

export async function removeView(desk: Desk, input: { viewId: ViewId; actor: string }): Promise<void> {
  await desk.store.removeView(input.viewId, { at: desk.clock.now(), actor: input.actor })
}
