import type { Database } from 'better-sqlite3'
import type { EpochMs, RepId } from '../../contract/index.ts'
import { type Interval, nextWorkingChange, type WorkingCalendar } from '../../lib/working-calendar.ts'
import { isWithinHours, nextHoursChange } from '../../lib/working-time.ts'
import type { Member } from './member.ts'
import { OffTimes } from './off-times.ts'
import type { Settings } from './settings.ts'

/** A rep's region of holidays by profile and desk: `none` keeps none. */
export function regionOf(profile: { holidays: string | null }, desk: { holidays: string | null }): string | null {
  const region = profile.holidays ?? desk.holidays
  return region === 'none' ? null : region
}

/** When members work: hours in their own zone or the desk's, less all that takes them off (R11). */
export class WorkingTimes {
  readonly #settings: Settings
  readonly #offTimes: OffTimes

  constructor(db: Database, settings: Settings) {
    this.#settings = settings
    this.#offTimes = new OffTimes(db)
  }

  /** Reaches a year ahead of `at`, and two months back. */
  of({ id, profile }: Member, at: EpochMs): WorkingCalendar {
    const desk = this.#settings.read()
    const zone = profile.timeZone ?? desk.timeZone
    return { hours: profile.hours, zone, off: this.#offTimes.of(id, regionOf(profile, desk), zone, at) }
  }

  between(members: Iterable<Member>, from: EpochMs, to: EpochMs): Map<RepId, WorkingCalendar> {
    const desk = this.#settings.read()
    const offOf = this.#offTimes.between(from, to)
    const calendars = new Map<RepId, WorkingCalendar>()
    for (const { id, profile } of members) {
      const zone = profile.timeZone ?? desk.timeZone
      calendars.set(id, { hours: profile.hours, zone, off: offOf(id, regionOf(profile, desk), zone) })
    }
    return calendars
  }

  /** Brings hours and time off of the member's facts up to date, and notes until when that answer is good. */
  look(member: Member, at: EpochMs): void {
    const { facts, profile } = member
    const calendar = this.of(member, at)
    const hoursEnd = nextHoursChange(profile.hours, calendar.zone, at)
    const { isOff, changesAt } = offAround(calendar.off, at)
    facts.isOnTimeOff = isOff
    facts.isInHours = isWithinHours(profile.hours, calendar.zone, at)
    facts.hoursChangeAt = calendar.off.length === 0 ? hoursEnd : nextWorkingChange(calendar, at)
    member.lookedFrom = at
    member.lookedUntil = Math.min(hoursEnd ?? Number.POSITIVE_INFINITY, changesAt, this.#offTimes.goodUntil(at))
  }

  forget(): void {
    this.#offTimes.forget()
  }
}

/** Whether a moment is off, and when that next changes; infinity for never. */
function offAround(off: readonly Interval[], at: EpochMs): { isOff: boolean; changesAt: EpochMs } {
  const next = off.find((spell) => spell.to > at)
  if (next === undefined) return { isOff: false, changesAt: Number.POSITIVE_INFINITY }
  return next.from <= at ? { isOff: true, changesAt: next.to } : { isOff: false, changesAt: next.from }
}
