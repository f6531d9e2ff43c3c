import ICAL from 'ical.js'
import type { CalendarZone } from './calendar-zones.ts'
import { DAY_MS } from './wall-clock.ts'

/** A date or date-time as it is written: a wall clock as if it were UTC. */
export interface WrittenTime {
  wall: number
  isDate: boolean
  isUtc: boolean
}

/** A length: days go by the wall clock, time by the stop watch. */
export interface WrittenLength {
  days: number
  ms: number
  /** Time goes by the wall clock too, as between two written times. */
  isByWall?: boolean
}

/** A date (`20261121`) or date-time (`20261121T090000`, with Z for UTC); null for anything else. */
export function readTime(text: string): WrittenTime | null {
  const plain = text.trim().replace(/[-:]/g, '')
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/i.exec(plain)
  if (parts === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map((part) => Number(part ?? 0))
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null
  return { wall: wallOf(year, month, day, hour, minute, second), isDate: parts[4] === undefined, isUtc: parts[7] !== undefined }
}

/** Not Date.UTC: it takes the year 1 for 1901, and Outlook writes the year 1. */
export function wallOf(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.setUTCHours(hour, minute, second)
}

/** `P1DT2H`, `-PT15M`, `P2W`; null for anything else. */
export function readLength(text: string): WrittenLength | null {
  if (text.length > 60) return null
  try {
    const { weeks, days, hours, minutes, seconds, isNegative } = ICAL.Duration.fromString(text.trim().toUpperCase())
    const sign = isNegative ? -1 : 1
    return { days: sign * (weeks * 7 + days), ms: sign * ((hours * 60 + minutes) * 60 + seconds) * 1000 }
  } catch {
    return null
  }
}

/** The moment (epoch ms) of a wall time in this zone; UTC when it says so. */
export function momentOfTime(time: WrittenTime, zone: CalendarZone): number {
  return time.isUtc ? time.wall : zone.toMoment(time.wall)
}

export const startOfDay = (wall: number): number => Math.floor(wall / DAY_MS) * DAY_MS
