import type { LeadId, RepId } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** A rep says no: the lead is routed again at once, without them (R20). */
export async function declineOffer(
  desk: Desk,
  input: { leadId: LeadId; repId: RepId; reason: string | null; actor: string },
): Promise<void> {
  const step = { at: desk.clock.now(), actor: input.actor }
  await desk.store.decline(input.leadId, input.repId, input.reason, await desk.router(), step)
  await desk.drain()
}
