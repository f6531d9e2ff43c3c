import type { LeadId } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** Unpins and unholds leads and routes them as if just arrived (R1: "when someone asks"). */
export async function routeLeads(
  desk: Desk,
  input: { leadIds: readonly LeadId[]; actor: string },
): Promise<{ assigned: number; waiting: number }> {
  await desk.store.returnReps(desk.clock.now())
  const router = await desk.router()
  const counts = await desk.store.routeLeads(input.leadIds, router, { at: desk.clock.now(), actor: input.actor })
  await desk.drain()
  return counts
}
