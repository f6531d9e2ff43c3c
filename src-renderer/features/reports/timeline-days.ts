import type { AvailabilityLine, Report } from '../../../src-main/contract/index.ts'
import { boundsOfRange } from '../../lib/date-range.ts'
import { dayAfter, wallClock } from '../../lib/zone-time.ts'

type State = AvailabilityLine['spells'][number]['state']

export interface TimelineDay {
  /** `2026-11-03` */
  day: string
  from: number
  /** 23 or 25 hours later where the clocks change. */
  to: number
}

/** What lies of a rep's spells within a day; milliseconds by state, and the pieces themselves. */
export interface DayOfRep {
  pieces: { from: number; to: number; state: State }[]
  spent: Record<State, number>
}

const DAYS_TOLD = 14

/** The days of the timeline, the last ones of the report's period, in the desk's zone. */
export function timelineDays({ from, to }: Pick<Report, 'from' | 'to'>, timeZone: string): TimelineDay[] {
  const last = wallClock(to - 1, timeZone).date
  const first = wallClock(from, timeZone).date
  const days: TimelineDay[] = []
  for (let day = last; day >= first && days.length < DAYS_TOLD; day = dayAfter(day, -1)) {
    days.unshift({ day, ...boundsOfRange({ from: day, to: day }, timeZone) })
  }
  return days
}

/** Each day's part of the spells, which follow each other. A spell over midnight is in both days. */
export function spellsByDay(spells: AvailabilityLine['spells'], days: readonly TimelineDay[]): DayOfRep[] {
  return days.map((day) => {
    const pieces = spells.flatMap(({ from, to, state }) => {
      const piece = { from: Math.max(from, day.from), to: Math.min(to, day.to), state }
      return piece.from < piece.to ? [piece] : []
    })
    const spent: Record<State, number> = { available: 0, busy: 0, away: 0 }
    for (const piece of pieces) spent[piece.state] += piece.to - piece.from
    return { pieces, spent }
  })
}
