import type { LeadCard, LeadId } from '../../src-main/contract/index.ts'
import type { DeskState } from './desk-state.ts'
import { newestFirst, openLeadsByRep, waitingLeads } from './selectors.ts'

const PER_REP = 100
const WAITING = 400

/** The leads worth memory: those a list shows, those on a clock, the head of the queue, and the newest open ones of each rep. */
export function leadsToKeep(state: DeskState, keepers: Iterable<() => Iterable<LeadId>>): Map<LeadId, LeadCard> {
  const ids = new Set<LeadId>()
  for (const keeper of keepers) for (const id of keeper()) ids.add(id)
  for (const lead of waitingLeads(state).slice(0, WAITING)) ids.add(lead.id)
  for (const lead of state.leads.values()) if (lead.dueAt !== null || lead.status === 'offered') ids.add(lead.id)
  for (const leads of openLeadsByRep(state).values()) {
    for (const lead of [...leads].sort(newestFirst).slice(0, PER_REP)) ids.add(lead.id)
  }
  return new Map([...state.leads].filter(([id]) => ids.has(id)))
}
