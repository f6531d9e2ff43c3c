import type { EpochMs, LeadId, RepId, TurnChange } from '../../contract/index.ts'
import { DeskError } from '../../contract/index.ts'
import { ASSIGNED, FIRST_CLOSED_STAGE } from '../codes.ts'
import type { Ground } from '../ground.ts'
import type { LeadRow } from './lead-rows.ts'
import { PLACE_COLUMNS, type Place, placeOf } from './leads.ts'
import type { Load } from './team.ts'

/** All that an undo needs to put a lead back exactly; kept with the event, short, as `events.undo`. */
export interface Trace {
  /** The lead's `PLACE_COLUMNS` before. */
  place: Place[keyof Place][]
  /** Open leads that reps took on with the step. */
  carried: [RepId, number][]
  /** Who was given the lead, with their load before and after. */
  given: { repId: RepId; at: EpochMs; before: Load; after: Load } | null
  turns: TurnChange[]
}

const carries = (place: Pick<Place, 'status' | 'stage' | 'rep_id'>): boolean =>
  place.rep_id !== null && place.status === ASSIGNED && place.stage < FIRST_CLOSED_STAGE

export function leadToMove(ground: Ground, leadId: LeadId): LeadRow {
  const row = ground.leads.read(leadId)
  if (row === undefined) throw new DeskError('lead-not-found', { lead: String(leadId) })
  return row
}

/**
 * Puts a lead somewhere: its row, the tallies, and what its reps carry and were given. `turns` are the changes of numbers that go
 * with it. Answers what an undo needs.
 */
export function move(ground: Ground, row: LeadRow, change: Partial<Place>, at: EpochMs, turns: readonly TurnChange[]): Trace {
  const before = placeOf(row)
  const after: Place = { ...before, ...change }
  const isGiven = after.rep_id !== null && after.rep_id !== before.rep_id
  if (isGiven && after.assign_ms === null) after.assign_ms = Math.max(0, at - row.received_at)
  const loadBefore = isGiven && after.rep_id !== null ? ground.team.loadOf(after.rep_id) : null
  const carried = carry(ground, before, after)
  if (isGiven && after.rep_id !== null) ground.team.give(after.rep_id, at)
  const loadAfter = isGiven && after.rep_id !== null ? ground.team.loadOf(after.rep_id) : null
  for (const turn of turns) ground.team.turn(turn)
  place(ground, row.id, before, after)
  return {
    place: PLACE_COLUMNS.map((column) => before[column]),
    carried,
    given:
      loadBefore !== null && loadAfter !== null && after.rep_id !== null
        ? { repId: after.rep_id, at, before: loadBefore, after: loadAfter }
        : null,
    turns: [...turns],
  }
}

function carry(ground: Ground, before: Place, after: Place): [RepId, number][] {
  const carried: [RepId, number][] = []
  if (carries(before) && before.rep_id !== null) carried.push([before.rep_id, -1])
  if (carries(after) && after.rep_id !== null) carried.push([after.rep_id, 1])
  const moved = carried.length === 2 && before.rep_id === after.rep_id ? [] : carried
  for (const [repId, leads] of moved) ground.team.carry(repId, leads)
  return moved
}

function place(ground: Ground, id: LeadId, before: Place, after: Place): void {
  ground.leads.place(id, before, after)
  if (before.status === after.status && before.is_held === after.is_held) return
  ground.tallies.add(before.status, before.is_held, -1)
  ground.tallies.add(after.status, after.is_held, 1)
}

/** Takes a step back: place, loads and numbers, each exactly when nothing moved it since, else by its difference. */
export function moveBack(ground: Ground, row: LeadRow, trace: Trace): void {
  const before = Object.fromEntries(PLACE_COLUMNS.map((column, at) => [column, trace.place[at]])) as unknown as Place
  for (const turn of trace.turns.toReversed()) ground.team.turnBack(turn)
  if (trace.given !== null) giveBack(ground, trace.given)
  for (const [repId, leads] of trace.carried) ground.team.carry(repId, -leads)
  place(ground, row.id, placeOf(row), before)
}

function giveBack(ground: Ground, given: NonNullable<Trace['given']>): void {
  const now = ground.team.loadOf(given.repId)
  if (now === null) return
  const { before, after } = given
  // Open leads are put right apart; a close in between must not count as a gift.
  const isAsLeft =
    now.dayKey === after.dayKey &&
    now.dayCount === after.dayCount &&
    now.hourKey === after.hourKey &&
    now.hourCount === after.hourCount &&
    now.lastGivenAt === after.lastGivenAt
  if (isAsLeft) ground.team.putLoad(given.repId, { ...before, openLeads: now.openLeads })
  else ground.team.ungive(given.repId, given.at)
}
