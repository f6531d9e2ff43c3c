import type { LeadCard, LeadId } from '../../src-main/contract/index.ts'
import type { DeskState } from './desk-state.ts'
import { cutTo } from './rep-leads.ts'
import { waitingLeads } from './selectors.ts'

const PER_REP = 100
const WAITING = 400

/** Without leads that are not worth memory: a list shows it, it is on a clock, at the head of the queue, or of the newest open ones of its rep. */
export function withoutForgotten(state: DeskState, keepers: Iterable<() => Iterable<LeadId>>): DeskState {
  const repLeads = cutTo(PER_REP, state.repLeads, state.leads)
  const kept = new Set<LeadId>()
  const keep = (ids: Iterable<LeadId>): void => {
    for (const id of ids) kept.add(id)
  }
  for (const keeper of keepers) keep(keeper())
  for (const { id } of waitingLeads(state).slice(0, WAITING)) kept.add(id)
  for (const ids of repLeads.open.values()) keep(ids)
  const isWorth = ([id, { dueAt, status }]: [LeadId, LeadCard]): boolean => kept.has(id) || dueAt !== null || status === 'offered'
  return { ...state, repLeads, leads: new Map([...state.leads].filter(isWorth)) }
}
