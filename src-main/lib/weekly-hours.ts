import { DAY_MS, MINUTE_MS, stretchAt, weekdayOf } from './wall-clock.ts'

/** Monday is 1, Sunday 7; minutes from midnight, `toMinute` up to 1440. Over midnight is written as two. */
export interface HoursSpan {
  weekday: number
  fromMinute: number
  toMinute: number
}

/** Half-open, epoch ms. */
export interface Interval {
  from: number
  to: number
}

/** Hours made ready: the spans of each weekday (1 to 7) in milliseconds from midnight, merged and in order. */
export interface Week {
  readonly days: readonly (readonly Interval[])[]
  /** `never` has no span, `always` no minute without one. */
  readonly kind: 'always' | 'never' | 'some'
}

// By the array itself: a desk keeps its reps in memory and asks for the same hours for every lead.
const weeks = new WeakMap<readonly HoursSpan[], Week>()

/** Intervals in order, those that meet or overlap made one, the empty and impossible left out. Gives new objects. */
export function mergeIntervals(list: readonly Interval[]): Interval[] {
  const sorted = list.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)
  const merged: Interval[] = []
  for (const { from, to } of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}

/** The week of these hours. The array must not be changed afterwards: it is remembered by identity. */
export function weekOf(hours: readonly HoursSpan[]): Week {
  let week = weeks.get(hours)
  if (week === undefined) weeks.set(hours, (week = makeWeek(hours)))
  return week
}

function makeWeek(hours: readonly HoursSpan[]): Week {
  const days = Array.from({ length: 8 }, (_, weekday) =>
    mergeIntervals(
      hours
        .filter((span) => span.weekday === weekday)
        .map((span) => ({ from: Math.max(0, span.fromMinute) * MINUTE_MS, to: Math.min(1440, span.toMinute) * MINUTE_MS })),
    ),
  )
  const total = days.flat().reduce((sum, span) => sum + span.to - span.from, 0)
  return { days, kind: total === 0 ? 'never' : total === 7 * DAY_MS ? 'always' : 'some' }
}

/**
 * The pieces of `from` to `to` that lie within the hours, in order, day by day. Pieces that meet (24:00 and 00:00) are not joined.
 *
 * Goes by stretches of an even clock, so that the days of a clock change need no rule of their own: what the clock jumps over
 * is in neither stretch, and what it shows twice is in both.
 */
export function* hoursPieces(week: Week, zone: string, from: number, to: number): Generator<Interval> {
  let at = from
  while (at < to) {
    const { to: stretchTo, offsetMs } = stretchAt(at, zone)
    const end = Math.min(stretchTo, to)
    let midnight = Math.floor((at + offsetMs) / DAY_MS) * DAY_MS - offsetMs
    for (; midnight < end; midnight += DAY_MS) {
      for (const span of week.days[weekdayOf(midnight + offsetMs)] ?? []) {
        const piece = { from: Math.max(at, midnight + span.from), to: Math.min(end, midnight + span.to) }
        if (piece.from < piece.to) yield piece
      }
    }
    // Only at the end of time, where adding days no longer moves the moment.
    if (end <= at) return
    at = end
  }
}

/** Whether the clock shows a time within the hours. */
export function isInWeek(week: Week, zone: string, at: number): boolean {
  if (week.kind !== 'some') return week.kind === 'always'
  const wall = at + stretchAt(at, zone).offsetMs
  const sinceMidnight = wall - Math.floor(wall / DAY_MS) * DAY_MS
  const day = week.days[weekdayOf(wall)] ?? []
  return day.some((span) => sinceMidnight >= span.from && sinceMidnight < span.to)
}
