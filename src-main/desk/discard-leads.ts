import type { LeadId, Seq } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** Discards with a reason; nothing is deleted, and undo brings them back. */
export async function discardLeads(
  desk: Desk,
  input: { leadIds: readonly LeadId[]; reason: string; actor: string },
): Promise<Seq[]> {
  const seqs = await desk.store.discard(input.leadIds, input.reason, { at: desk.clock.now(), actor: input.actor })
  await desk.drain()
  return seqs
}
