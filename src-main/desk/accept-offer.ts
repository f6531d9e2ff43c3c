import type { LeadId, RepId } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** A rep takes what they were offered (R20). Claims of others end with it, and leave them room. */
export async function acceptOffer(desk: Desk, input: { leadId: LeadId; repId: RepId; actor: string }): Promise<void> {
  await desk.store.accept(input.leadId, input.repId, { at: desk.clock.now(), actor: input.actor })
  await desk.drain()
}
