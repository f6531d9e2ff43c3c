import type { Counts, LeadCard, LeadId, RepCard, RepId } from '../../../src-main/contract/index.ts'
import { isAtRisk } from '../../lib/due.ts'
import { isOpen } from '../../state/selectors.ts'

export interface AtRiskLeads {
  /** What runs out first comes first. */
  leads: LeadCard[]
  /** False when the page does not know every open lead of every rep, so that there may be more. */
  isAll: boolean
}

/** The leads that run out within minutes or have run out, among those the page knows. */
export function atRiskLeads(
  leads: ReadonlyMap<LeadId, LeadCard>,
  reps: ReadonlyMap<RepId, RepCard>,
  counts: Pick<Counts, 'offered'>,
  now: number,
): AtRiskLeads {
  const found: LeadCard[] = []
  let open = 0
  let offered = 0
  for (const lead of leads.values()) {
    if (isOpen(lead)) open += 1
    if (lead.status === 'offered') offered += 1
    if (isAtRisk(lead, now)) found.push(lead)
  }
  let ofReps = 0
  for (const rep of reps.values()) ofReps += rep.openLeads - rep.offersPending
  const ends = (lead: LeadCard): number => lead.breachedAt ?? lead.dueAt ?? Infinity
  return { leads: found.sort((a, b) => ends(a) - ends(b) || a.id - b.id), isAll: open >= ofReps && offered >= counts.offered }
}
