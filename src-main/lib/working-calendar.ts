import { DAY_MS } from './wall-clock.ts'
import { type HoursSpan, type Interval, type Week, hoursPieces, isInWeek, weekOf } from './weekly-hours.ts'

export { type Interval, mergeIntervals } from './weekly-hours.ts'

/** No answer is looked for further ahead than this: two years and a leap day. */
const HORIZON_MS = 731 * DAY_MS
const ALWAYS: Week = { days: [], kind: 'always' }

/**
 * One person's working time: the weekly hours by the clock of the zone, less the time off. Arrays are remembered by identity:
 * make new ones instead of changing them.
 */
export interface WorkingCalendar {
  /** Null is always on, an empty list never. */
  hours: readonly HoursSpan[] | null
  /** IANA name; one that is unknown counts as UTC. */
  zone: string
  /** Time off, holidays, busy spells; in order and merged, as `mergeIntervals` gives them. */
  off: readonly Interval[]
}

function weekIn(cal: WorkingCalendar): Week {
  return cal.hours === null ? ALWAYS : weekOf(cal.hours)
}

/** The index of the first interval that ends after `at`. */
function firstAfter(off: readonly Interval[], at: number): number {
  let [low, high] = [0, off.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((off[middle] as Interval).to > at) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether the person works at this moment (epoch ms). */
export function isWorking(cal: WorkingCalendar, at: number): boolean {
  const next = cal.off[firstAfter(cal.off, at)]
  return (next === undefined || at < next.from) && isInWeek(weekIn(cal), cal.zone, at)
}

/** The working pieces between, in order; ones that meet are not joined. */
function* pieces(cal: WorkingCalendar, from: number, to: number): Generator<Interval> {
  const week = weekIn(cal)
  if (week.kind === 'never') return
  let at = from
  for (let index = firstAfter(cal.off, from); at < to; index++) {
    const next = cal.off[index]
    const free = { from: at, to: Math.min(to, next?.from ?? to) }
    if (free.from < free.to) {
      if (week.kind === 'always') yield free
      else yield* hoursPieces(week, cal.zone, free.from, free.to)
    }
    at = next?.to ?? to
  }
}

/**
 * The working stretches from `from` to `to` (epoch ms, half-open), in order, joined where they meet and cut at both ends. Found as
 * they are asked for, so that a far `to` costs nothing.
 */
export function* workingIntervals(cal: WorkingCalendar, from: number, to: number): Generator<Interval> {
  let open: Interval | null = null
  for (const piece of pieces(cal, from, to)) {
    if (open === null) open = piece
    else if (piece.from === open.to) open.to = piece.to
    else {
      yield open
      open = piece
    }
  }
  if (open !== null) yield open
}

/** The next moment after `at` (epoch ms) at which `isWorking` changes; null when it doesn't within two years. */
export function nextWorkingChange(cal: WorkingCalendar, at: number): number | null {
  const horizon = at + HORIZON_MS
  const [first] = workingIntervals(cal, at, horizon)
  if (first === undefined) return null
  if (first.from > at) return first.from
  return first.to < horizon ? first.to : null
}

/**
 * When `ms` of working time have passed since `from` (epoch ms). Time that runs out as work ends is due then, not when work begins
 * again; with 0 (or less) it is the first working moment at or after `from`. Null when it takes more than two years.
 */
export function addWorkingTime(cal: WorkingCalendar, from: number, ms: number): number | null {
  let left = Math.max(0, ms)
  for (const piece of pieces(cal, from, from + HORIZON_MS)) {
    const length = piece.to - piece.from
    if (left <= length) return piece.from + left
    left -= length
  }
  return null
}

/** The working time from `from` to `to` (epoch ms) in milliseconds; 0 when `to` is not after `from`. */
export function workingTimeBetween(cal: WorkingCalendar, from: number, to: number): number {
  let total = 0
  for (const piece of pieces(cal, from, to)) total += piece.to - piece.from
  return total
}
