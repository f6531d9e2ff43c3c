import type { EpochMs, RepId } from '../contract/index.ts'
import { DAY_MS, wallMs } from '../lib/wall-clock.ts'
import { addWorkingTime, type Interval, nextWorkingChange, type WorkingCalendar } from '../lib/working-calendar.ts'
import { hourKey, isWithinHours, localTime, nextHoursChange } from '../lib/working-time.ts'
import type { SimTeam, Working } from '../routing/simulate-team.ts'
import type { DeskStore } from '../store/port.ts'

/** Far enough behind the period for any contact clock to run out. */
const AHEAD_MS = 366 * DAY_MS

/** The team of today with its working time over a period (epoch ms), for a virtual clock. */
export async function simTeam(
  store: DeskStore,
  period: { from: EpochMs; to: EpochMs; now: EpochMs; performanceWindowMs: number | null },
): Promise<SimTeam> {
  const { timeZone } = await store.settings()
  const calendars = await store.workingCalendars(period.from, period.to + AHEAD_MS)
  const always: WorkingCalendar = { hours: null, zone: timeZone, off: [] }
  const calendarOf = (repId: RepId): WorkingCalendar => calendars.get(repId) ?? always
  const { reps } = await store.world(period.now, period.performanceWindowMs)
  return {
    reps,
    workingAt: (repId, at) => workingAt(calendarOf(repId), at),
    addWorkingTime: (repId, from, ms) => addWorkingTime(calendarOf(repId), from, ms),
    localTime: (at, zone) => localTime(at, zone ?? timeZone),
    dayOf: (at) => Math.floor(wallMs(at, timeZone) / DAY_MS),
    hourKeyOf: (at) => hourKey(at, timeZone),
  }
}

function workingAt(calendar: WorkingCalendar, at: EpochMs): Working {
  const hoursEnd = nextHoursChange(calendar.hours, calendar.zone, at)
  const off = spellFrom(calendar.off, at)
  const isOnTimeOff = off !== undefined && off.from <= at
  const offChange = off === undefined ? null : isOnTimeOff ? off.to : off.from
  return {
    isInHours: isWithinHours(calendar.hours, calendar.zone, at),
    isOnTimeOff,
    hoursChangeAt: off === undefined ? hoursEnd : nextWorkingChange(calendar, at),
    until: hoursEnd === null || offChange === null ? (hoursEnd ?? offChange) : Math.min(hoursEnd, offChange),
  }
}

/** The first spell that is not over yet; spells are in order. */
function spellFrom(off: readonly Interval[], at: EpochMs): Interval | undefined {
  let [low, high] = [0, off.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (off[middle]!.to > at) high = middle
    else low = middle + 1
  }
  return off[low]
}
