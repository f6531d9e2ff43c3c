import type { LeadCard, LeadId } from '../../../src-main/contract/index.ts'

/** Offers in the order in which they run out. */
export function soonestFirst(ids: readonly LeadId[], leads: ReadonlyMap<LeadId, LeadCard>): LeadId[] {
  const ends = (id: LeadId): number => leads.get(id)?.dueAt ?? Number.POSITIVE_INFINITY
  return ids.toSorted((a, b) => ends(a) - ends(b) || a - b)
}
