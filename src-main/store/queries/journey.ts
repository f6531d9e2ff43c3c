import type { EpochMs } from '../../contract/index.ts'
import { workingTimeBetween } from '../../lib/working-calendar.ts'
import { ASSIGNED, CONTACT_CLOCK, DUE_CONTACT, FIRST_CLOSED_STAGE, OFFERED, REROUTED, ROUTED, WON, stageCode } from '../codes.ts'
import type { Ground } from '../ground.ts'
import { type LeadRow, repsIn } from './lead-rows.ts'
import type { Place } from './leads.ts'

/**
 * What reports ask of a lead's way: how long each step took, and marks of what it met. Written with the step itself, so that a report
 * need not read its history.
 */

/** The flags that moves set, and that an undo puts back. */
export const MOVED_FLAGS = CONTACT_CLOCK | REROUTED | ROUTED

const QUALIFIED = stageCode.number('qualified')
/** What was won had been qualified; what was lost need not have been. */
export const isQualified = (stage: number): boolean => stage === QUALIFIED || stage === WON

/** What a move makes of the marks and spans, in `after` itself. */
export function noteJourney(row: Pick<LeadRow, 'received_at'>, before: Place, after: Place, at: EpochMs): void {
  if (isPutAnew(before, after)) after.flags |= (before.flags & ROUTED) === 0 ? ROUTED : REROUTED
  if (after.due_kind === DUE_CONTACT) after.flags |= CONTACT_CLOCK
  if (before.stage === after.stage) return
  const ms = Math.max(0, at - row.received_at)
  if (isQualified(after.stage)) after.qualified_ms ??= ms
  after.closed_ms = after.stage >= FIRST_CLOSED_STAGE ? ms : null
}

/** Offered, or given to somebody who was not among those it was offered to. */
function isPutAnew(before: Place, after: Place): boolean {
  if (after.status === OFFERED) return before.status !== OFFERED
  if (after.status !== ASSIGNED || after.rep_id === null) return false
  if (before.status === OFFERED) return before.rep_id !== after.rep_id && !repsIn(before.offered_to).includes(after.rep_id)
  return before.status !== ASSIGNED || before.rep_id !== after.rep_id
}

/** What the first attempt and the first contact set; a contact is an attempt too. */
export function touchSpans(ground: Ground, row: LeadRow, kind: 'attempt' | 'contact', at: EpochMs): Partial<Place> {
  const ms = Math.max(0, at - row.received_at)
  const contact = kind === 'contact' && row.contact_ms === null ? { contact_ms: ms } : {}
  return row.attempt_ms === null ? { ...contact, attempt_ms: ms, response_ms: responseOf(ground, row, at) } : contact
}

/** From when its rep had it, in that rep's working time; null when nobody had. */
function responseOf(ground: Ground, row: LeadRow, at: EpochMs): number | null {
  if (row.rep_id === null) return null
  const calendar = ground.team.calendarsBetween(row.placed_at, at).get(row.rep_id)
  return calendar === undefined ? null : workingTimeBetween(calendar, row.placed_at, at)
}
