import type { LeadId, Seq } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** Puts leads aside until someone routes or assigns them. */
export async function holdLeads(
  desk: Desk,
  input: { leadIds: readonly LeadId[]; reason: string | null; actor: string },
): Promise<Seq[]> {
  const seqs = await desk.store.hold(input.leadIds, input.reason, { at: desk.clock.now(), actor: input.actor })
  await desk.drain()
  return seqs
}
