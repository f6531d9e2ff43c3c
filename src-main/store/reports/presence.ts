import type { Availability, AvailabilityLine, Cell, EpochMs, RepId } from '../../contract/index.ts'
import { type Interval, type WorkingCalendar, workingIntervals } from '../../lib/working-calendar.ts'
import { eventCode } from '../codes.ts'
import type { EventData } from '../events.ts'
import type { Period } from './period.ts'
import { made } from './shape.ts'

const HOUR_MS = 3_600_000

export interface Presence {
  /** On shift, by what the rep said of themselves; in order. */
  spells: AvailabilityLine['spells']
  /** Milliseconds of the shift. */
  shift: number
  available: number
  busy: number
  away: number
}

type Said = { at: EpochMs; data: string }

/** Of each rep: their working time in the period, as far as it has passed, and what they said of themselves meanwhile. */
export function presences(period: Period): ReadonlyMap<RepId, Presence> {
  const { db, team, from } = period
  const to = Math.min(period.to, period.now)
  const type = eventCode.number('rep-availability-changed')
  const before = db.prepare<[RepId, EpochMs], Said>(
    `select at, data from events indexed by events_of_presence where type = ${type} and rep_id = ? and at < ? order by at desc, seq desc limit 1`,
  )
  const during = db.prepare<[RepId, EpochMs, EpochMs], Said>(
    `select at, data from events indexed by events_of_presence where type = ${type} and rep_id = ? and at >= ? and at < ? order by at, seq`,
  )
  const added = new Map(
    db
      .prepare<[], { id: RepId; at: EpochMs }>('select id, added_at as at from reps')
      .all()
      .map(({ id, at }) => [id, at]),
  )
  const calendars = team.calendarsBetween(from, Math.max(from, to))
  return new Map(
    [...calendars].map(([repId, calendar]) => {
      const said = [before.get(repId, from) ?? [], during.all(repId, from, to)].flat()
      const begins = Math.max(from, added.get(repId) ?? from)
      return [repId, presenceOf(calendar, saidBetween(said, begins, to))]
    }),
  )
}

/** Who said nothing yet is available, as a new rep is; who is back at a time was back then, whenever the desk noticed. */
function saidBetween(said: readonly Said[], from: EpochMs, to: EpochMs): AvailabilityLine['spells'] {
  const changes: { at: EpochMs; state: Availability }[] = [{ at: Number.NEGATIVE_INFINITY, state: 'available' }]
  for (const [index, { at, data }] of said.entries()) {
    const { availability, until } = JSON.parse(data) as EventData['rep-availability-changed']
    changes.push({ at, state: availability })
    const next = said[index + 1]?.at ?? Number.POSITIVE_INFINITY
    if (until !== null && until < next) changes.push({ at: Math.max(at, until), state: 'available' })
  }
  return changes
    .map(({ at, state }, index) => ({ from: Math.max(from, at), to: Math.min(to, changes[index + 1]?.at ?? to), state }))
    .filter((spell) => spell.from < spell.to)
}

function presenceOf(calendar: WorkingCalendar, said: AvailabilityLine['spells']): Presence {
  const spells: AvailabilityLine['spells'] = []
  const sums = { available: 0, busy: 0, away: 0 }
  for (const { from, to, state } of said) {
    for (const shift of workingIntervals(calendar, from, to)) {
      sums[state] += lengthOf(shift)
      spells.push({ ...shift, state })
    }
  }
  return { spells: joined(spells), shift: sums.available + sums.busy + sums.away, ...sums }
}

const lengthOf = ({ from, to }: Interval): number => to - from

/** Saying the same again is no new spell. */
function joined(spells: AvailabilityLine['spells']): AvailabilityLine['spells'] {
  const list: AvailabilityLine['spells'] = []
  for (const spell of spells) {
    const last = list.at(-1)
    if (last !== undefined && last.to === spell.from && last.state === spell.state) last.to = spell.to
    else list.push({ ...spell })
  }
  return list
}

/** Of hours of shift. */
export function sharesOf(presence: Pick<Presence, 'shift' | 'available'> | undefined): { availableShare: Cell; shift: Cell } {
  const { shift, available } = presence ?? { shift: 0, available: 0 }
  const hours = shift / HOUR_MS
  return { availableShare: made(shift === 0 ? null : available / shift, hours), shift: made(shift, hours) }
}
