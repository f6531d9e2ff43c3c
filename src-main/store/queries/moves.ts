import type { EpochMs, LeadId, RepId, RuleId, TurnChange } from '../../contract/index.ts'
import { DeskError } from '../../contract/index.ts'
import { ASSIGNED } from '../codes.ts'
import type { Ground } from '../ground.ts'
import { carriersOf, offeredIn } from './carriers.ts'
import { type ClockKind, dueOf, isGone, mayRing, wind } from './clocks.ts'
import { MOVED_FLAGS, noteJourney } from './journey.ts'
import type { LeadRow } from './lead-rows.ts'
import { PLACE_COLUMNS, type Place, placeOf } from './leads.ts'
import type { Load } from './loads.ts'

/** All that an undo needs to put a lead back exactly; kept with the event, short, as `events.undo`. */
export interface Trace {
  /** The lead's `PLACE_COLUMNS` before; of a touch what it changed, by name. */
  place: Place[keyof Place][] | Partial<Place>
  /** Alarms that stood before, where the step wound them anew. */
  clocks?: [ClockKind, EpochMs][]
  /** Open leads that reps took on with the step. */
  carried: [RepId, number][]
  /** Who was given the lead, with their load before and after. */
  given: { repId: RepId; at: EpochMs; before: Load; after: Load } | null
  turns: TurnChange[]
  /** What the rules counted with it. */
  tallies?: Tallied[]
}

/** A gift counted for a rule, or taken back from its count. */
export interface Tallied {
  ruleId: RuleId
  repId: RepId
  at: EpochMs
  by: 1 | -1
}

export function leadToMove(ground: Ground, leadId: LeadId): LeadRow {
  const row = ground.leads.read(leadId)
  if (row === undefined) throw new DeskError('lead-not-found', { lead: String(leadId) })
  return row
}

/**
 * Puts a lead somewhere: its row, the tallies, its clocks, and what its reps carry and were given. `turns` and `tallies` are what goes
 * with it. Answers what an undo needs.
 */
export function move(
  ground: Ground,
  row: LeadRow,
  change: Partial<Place>,
  at: EpochMs,
  turns: readonly TurnChange[],
  tallies: readonly Tallied[] = [],
): Trace {
  const before = placeOf(row)
  const after: Place = { ...before, ...change }
  if (isWoundAnew(before, after)) Object.assign(after, dueOf(ground, after))
  const isGiven = after.rep_id !== null && after.rep_id !== before.rep_id
  if (after.rep_id !== null && after.status === ASSIGNED && after.assign_ms === null)
    after.assign_ms = Math.max(0, at - row.received_at)
  noteJourney(row, before, after, at)
  const loadBefore = isGiven && after.rep_id !== null ? ground.team.loadOf(after.rep_id) : null
  const carried = carry(ground, before, after)
  if (isGiven && after.rep_id !== null) ground.team.give(after.rep_id, at)
  const loadAfter = isGiven && after.rep_id !== null ? ground.team.loadOf(after.rep_id) : null
  for (const turn of turns) ground.team.turn(turn)
  for (const tallied of tallies) ground.team.tally(tallied.ruleId, tallied.repId, tallied.at, tallied.by)
  const clocks = isRung(before, after) ? ground.clocks.of(row.id) : []
  place(ground, row.id, before, after, at)
  return {
    place: PLACE_COLUMNS.map((column) => before[column]),
    ...(clocks.length === 0 ? {} : { clocks }),
    carried,
    given:
      loadBefore !== null && loadAfter !== null && after.rep_id !== null
        ? { repId: after.rep_id, at, before: loadBefore, after: loadAfter }
        : null,
    turns: [...turns],
    ...(tallies.length === 0 ? {} : { tallies: [...tallies] }),
  }
}

/**
 * What a person did with a lead where it is. Only what that changed is put back by an undo: of the rest the desk may have changed
 * something since, its score or why it waits.
 */
export function touch(ground: Ground, row: LeadRow, change: Partial<Place>, at: EpochMs): Trace {
  const trace = move(ground, row, change, at, [])
  const [before, after] = [placeOf(row), placeOf(leadToMove(ground, row.id))]
  const changed = PLACE_COLUMNS.filter((column) => before[column] !== after[column])
  return { ...trace, place: Object.fromEntries(changed.map((column) => [column, before[column]])) }
}

const isRung = (before: Place, after: Place): boolean => (mayRing(before) || mayRing(after)) && isWoundAnew(before, after)

/** Whose clocks start, stop or change. */
function isWoundAnew(before: Place, after: Place): boolean {
  if (before.terms === null && after.terms === null) return before.due_kind !== null
  return (
    before.status !== after.status ||
    before.rep_id !== after.rep_id ||
    before.terms !== after.terms ||
    before.placed_at !== after.placed_at ||
    before.offered_to !== after.offered_to ||
    before.touched_at !== after.touched_at ||
    before.stage !== after.stage ||
    before.is_pinned !== after.is_pinned
  )
}

function carry(ground: Ground, before: Place, after: Place): [RepId, number][] {
  const sums = new Map<RepId, number>()
  const add = (repId: RepId, leads: number): void => void sums.set(repId, (sums.get(repId) ?? 0) + leads)
  for (const repId of carriersOf(before)) add(repId, -1)
  for (const repId of carriersOf(after)) add(repId, 1)
  const moved = [...sums].filter(([, leads]) => leads !== 0)
  for (const [repId, leads] of moved) ground.team.carry(repId, leads)
  return moved
}

/** Where it is now is written; what is kept beside the leads follows. */
function place(ground: Ground, id: LeadId, before: Place, after: Place, at: EpochMs): void {
  ground.leads.place(id, before, after)
  ground.offers.follow(id, before, after, at)
  for (const repId of offeredIn(before)) ground.team.offer(repId, -1)
  for (const repId of offeredIn(after)) ground.team.offer(repId, 1)
  if (isRung(before, after)) wind(ground, id, after, at)
  if (before.status === after.status && before.is_held === after.is_held) return
  ground.tallies.add(before.status, before.is_held, -1)
  ground.tallies.add(after.status, after.is_held, 1)
}

/** Takes a step back: place, loads and numbers, each exactly when nothing moved it since, else by its difference. */
export function moveBack(ground: Ground, row: LeadRow, trace: Trace, at: EpochMs): void {
  const present = placeOf(row)
  const before: Place = { ...present, ...namedPlace(trace.place) }
  // Of flags only those that moves set: what is known of the person may have changed since.
  before.flags = (present.flags & ~MOVED_FLAGS) | (before.flags & MOVED_FLAGS)
  for (const turn of trace.turns.toReversed()) ground.team.turnBack(turn)
  for (const { ruleId, repId, at: then, by } of trace.tallies ?? []) ground.team.tally(ruleId, repId, then, by === 1 ? -1 : 1)
  if (trace.given !== null) giveBack(ground, trace.given)
  for (const [repId, leads] of trace.carried) ground.team.carry(repId, -leads)
  place(ground, row.id, present, before, at)
  rewind(ground, row.id, before, trace.clocks ?? [], at)
}

/** Columns that are younger than a trace stay as they are. */
function namedPlace(place: Trace['place']): Partial<Place> {
  if (!Array.isArray(place)) return place
  return Object.fromEntries(PLACE_COLUMNS.slice(0, place.length).map((column, index) => [column, place[index]]))
}

/** Winding begins anew; an alarm that stood before and still has its reason keeps its moment. */
function rewind(ground: Ground, id: LeadId, { rep_id }: Place, clocks: readonly [ClockKind, EpochMs][], at: EpochMs): void {
  for (const [kind, dueAt] of clocks) {
    const isOver = kind === 'remind' ? dueAt <= at : kind === 'release' && (rep_id === null || !isGone(ground, rep_id, at))
    if (!isOver) ground.clocks.set(id, kind, dueAt)
  }
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
  if (isAsLeft) ground.team.putLoad(given.repId, { ...now, ...givenPartOf(before) })
  else ground.team.ungive(given.repId, given.at)
}

/** What being given a lead changes of a load; the rest is counted apart. */
function givenPartOf({ dayKey, dayCount, hourKey, hourCount, lastGivenAt }: Load) {
  return { dayKey, dayCount, hourKey, hourCount, lastGivenAt }
}
