import type { LeadId, Seq } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** Two leads are one person (R30): `leadId` stays, with owner and clocks, and gains what it lacked. */
export async function mergeLeads(desk: Desk, input: { leadId: LeadId; otherId: LeadId; actor: string }): Promise<Seq[]> {
  const seqs = await desk.store.merge(input.leadId, input.otherId, await desk.router(), {
    at: desk.clock.now(),
    actor: input.actor,
  })
  await desk.drain()
  return seqs
}
