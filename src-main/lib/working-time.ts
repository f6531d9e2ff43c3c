import { IANAZone } from 'luxon'

/** Monday is 1, Sunday 7; minutes from midnight, `toMinute` up to 1440. Over midnight is written as two. */
export interface HoursSpan {
  weekday: number
  fromMinute: number
  toMinute: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** 15 days hold two of each weekday, so that a clock change that swallows one span does not hide the next. */
const DAYS_AHEAD = 15
const CACHED_DAYS = 20_000

/** One zone's offsets by UTC day: asking Intl costs about 5 µs, and a batch asks twice a lead. */
class Zone {
  readonly #zone: IANAZone
  readonly #days = new Map<number, number | null>()
  constructor(name: string) {
    this.#zone = IANAZone.create(name)
  }
  /** Minutes east of UTC. A zone nobody knows is UTC: a desk must not stop for a misspelt name. */
  offset(at: number): number {
    const day = Math.floor(at / DAY_MS)
    let offset = this.#days.get(day)
    if (offset === undefined) {
      const first = this.#ask(day * DAY_MS)
      // Null marks a day on which the clock changes: there each moment is asked for.
      offset = first === this.#ask((day + 1) * DAY_MS) ? first : null
      if (this.#days.size >= CACHED_DAYS) this.#days.clear()
      this.#days.set(day, offset)
    }
    return offset ?? this.#ask(at)
  }
  #ask(at: number): number {
    const offset = this.#zone.isValid ? this.#zone.offset(at) : 0
    return Number.isFinite(offset) ? offset : 0
  }
}

const zones = new Map<string, Zone>()
function zoneOf(name: string): Zone {
  let zone = zones.get(name)
  if (zone === undefined) zones.set(name, (zone = new Zone(name)))
  return zone
}

export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name)
}

/** The wall clock as if it were UTC. */
function wallMs(at: number, zone: string): number {
  return at + zoneOf(zone).offset(at) * MINUTE_MS
}

/** Monday 1 to Sunday 7 of a wall clock; 1 January 1970 was a Thursday. */
function weekdayOf(wall: number): number {
  return ((((Math.floor(wall / DAY_MS) + 3) % 7) + 7) % 7) + 1
}

function minuteOf(wall: number): number {
  return Math.floor((wall - Math.floor(wall / DAY_MS) * DAY_MS) / MINUTE_MS)
}

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
    if (keys.size >= CACHED_DAYS) keys.clear()
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
  if (hours === null || hours.length === 0) return null
  const now = isWithinHours(hours, zone, at)
  const today = Math.floor(wallMs(at, zone) / DAY_MS)
  const moments = clockChanges(zone, at, at + DAYS_AHEAD * DAY_MS)
  for (let day = today; day <= today + DAYS_AHEAD; day++) {
    const weekday = weekdayOf(day * DAY_MS)
    for (const span of hours) {
      if (span.weekday !== weekday) continue
      moments.push(...momentsOf(day * DAY_MS + span.fromMinute * MINUTE_MS, zone))
      moments.push(...momentsOf(day * DAY_MS + span.toMinute * MINUTE_MS, zone))
    }
  }
  moments.sort((a, b) => a - b)
  return moments.find((moment) => moment > at && isWithinHours(hours, zone, moment) !== now) ?? null
}

/** The next local midnight. */
export function nextMidnight(at: number, zone: string): number {
  const day = dayKey(at, zone)
  const tomorrow = (Math.floor(wallMs(at, zone) / DAY_MS) + 1) * DAY_MS
  // Where the clock jumps over midnight, the day begins at the jump.
  const moments = [...momentsOf(tomorrow, zone), ...clockChanges(zone, at, at + 2 * DAY_MS)].sort((a, b) => a - b)
  return moments.find((moment) => moment > at && dayKey(moment, zone) !== day) ?? at + DAY_MS
}

/** Every moment at which the wall shows this: none in the gap of spring, two in the fold of autumn. */
function momentsOf(wall: number, zone: string): number[] {
  const around = zoneOf(zone)
  const offsets = new Set([around.offset(wall - DAY_MS), around.offset(wall + DAY_MS), around.offset(wall)])
  return [...offsets].map((offset) => wall - offset * MINUTE_MS).filter((moment) => wallMs(moment, zone) === wall)
}

/** The moments between at which the zone's clock is put forward or back, to the minute. */
function clockChanges(zone: string, from: number, to: number): number[] {
  const around = zoneOf(zone)
  const changes: number[] = []
  for (let low = from; low < to; low += DAY_MS) {
    const before = around.offset(low)
    if (before === around.offset(low + DAY_MS)) continue
    let [first, last] = [Math.floor(low / MINUTE_MS), Math.ceil((low + DAY_MS) / MINUTE_MS)]
    while (last - first > 1) {
      const middle = Math.floor((first + last) / 2)
      if (around.offset(middle * MINUTE_MS) === before) first = middle
      else last = middle
    }
    changes.push(last * MINUTE_MS)
  }
  return changes
}
