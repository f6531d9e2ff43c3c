import { DAY_MS, MINUTE_MS, minuteOf, stretchAt, wallMs, weekdayOf } from './wall-clock.ts'
import type { HoursSpan } from './weekly-hours.ts'
import { nextWorkingChange } from './working-calendar.ts'

export { isTimeZone } from './wall-clock.ts'
export type { HoursSpan } from './weekly-hours.ts'

const HOUR_MS = 60 * MINUTE_MS
const KEPT_KEYS = 20_000

/** Weekday 1 (Monday) to 7, hour 0 to 23. */
export function localTime(at: number, zone: string): { weekday: number; hour: number } {
  const wall = wallMs(at, zone)
  return { weekday: weekdayOf(wall), hour: Math.floor(minuteOf(wall) / 60) }
}

// The last answers, by the hour of the wall clock: a batch asks for the same day a thousand times.
const keys = new Map<number, { day: string; hour: string }>()
function keysAt(at: number, zone: string): { day: string; hour: string } {
  const hours = Math.floor(wallMs(at, zone) / HOUR_MS)
  let found = keys.get(hours)
  if (found === undefined) {
    const text = new Date(hours * HOUR_MS).toISOString()
    if (keys.size >= KEPT_KEYS) keys.clear()
    keys.set(hours, (found = { day: text.slice(0, 10), hour: text.slice(0, 13) }))
  }
  return found
}

/** The local day: `2026-11-21`. */
export function dayKey(at: number, zone: string): string {
  return keysAt(at, zone).day
}

/** The local hour: `2026-11-21T14`. */
export function hourKey(at: number, zone: string): string {
  return keysAt(at, zone).hour
}

/** Null hours are always on. */
export function isWithinHours(hours: readonly HoursSpan[] | null, zone: string, at: number): boolean {
  if (hours === null) return true
  const wall = wallMs(at, zone)
  const weekday = weekdayOf(wall)
  const minute = minuteOf(wall)
  return hours.some((span) => span.weekday === weekday && minute >= span.fromMinute && minute < span.toMinute)
}

/** When `isWithinHours` next changes its answer; null when it never does. */
export function nextHoursChange(hours: readonly HoursSpan[] | null, zone: string, at: number): number | null {
  return nextWorkingChange({ hours, zone, off: [] }, at)
}

/** The next local midnight. */
export function nextMidnight(at: number, zone: string): number {
  const day = Math.floor(wallMs(at, zone) / DAY_MS)
  // Where the clock jumps over midnight, the day begins at the jump; where it falls back over it, midnight comes again.
  for (let stretch = stretchAt(at, zone), from = at; ; from = stretch.to, stretch = stretchAt(from, zone)) {
    if (Math.floor((from + stretch.offsetMs) / DAY_MS) !== day) return from
    const midnight = (day + 1) * DAY_MS - stretch.offsetMs
    if (midnight < stretch.to) return midnight
  }
}
