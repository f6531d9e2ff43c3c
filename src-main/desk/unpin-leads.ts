import type { LeadId } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** Lets rules and clocks move a lead again that a hand had placed (R28). */
export async function unpinLeads(desk: Desk, input: { leadIds: readonly LeadId[]; actor: string }): Promise<void> {
  await desk.store.unpin(input.leadIds, { at: desk.clock.now(), actor: input.actor })
}
