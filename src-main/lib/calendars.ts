import { type CalendarEvent, type FindZone, readEvent } from './calendar-events.ts'
import { type CalendarBody, type CalendarComponent, readComponents } from './calendar-lines.ts'
import { CALENDAR_LIMITS, type CalendarLimits, type CalendarReading, Reading } from './calendar-reading.ts'
import { RuleError, type RuleWindow, ruleStarts } from './calendar-recurrence.ts'
import { type WrittenLength, momentOfTime, readLength, readTime, startOfDay } from './calendar-times.ts'
import { type CalendarZone, UTC, zoneOfName } from './calendar-zones.ts'
import { DAY_MS, midnightOf } from './wall-clock.ts'

export { type BusySpell, CALENDAR_LIMITS, type CalendarLimits, type CalendarReading } from './calendar-reading.ts'

const HOUR_MS = 3_600_000

/**
 * The times between `from` and `to` (epoch ms) at which the owner of an iCalendar text is busy, uncut: events that are not free
 * (TRANSP, Outlook's busy status) or cancelled, with all their recurrences, and free/busy tables. Tentative counts as busy. Whole
 * days and times without a zone are by the clock of `zone` (IANA). Nothing is fetched.
 *
 * Never throws on what the text says: what can't be read is left out and told in `problems`. Time and memory are bounded by
 * `limits`, whatever the text is.
 */
export function readCalendar(
  text: string,
  zone: string,
  from: number,
  to: number,
  limits: Partial<CalendarLimits> = {},
): CalendarReading {
  const reading = new Reading(zone, from, to, { ...CALENDAR_LIMITS, ...limits })
  const { result, complain } = reading
  if (text.length > reading.limits.maxChars) {
    result.isCut = true
    complain(null, `The file is too large: more than ${String(reading.limits.maxChars / 1_000_000)} million characters.`)
    return result
  }
  const { calendars, isCut } = readComponents(text, reading.limits.maxEvents, complain)
  result.isCut = isCut
  if (calendars.length === 0) {
    result.problems = [{ line: null, message: 'This is not a calendar file: it has no BEGIN:VCALENDAR.' }]
    return result
  }
  result.name = calendars.find((calendar) => calendar.name !== null)?.name ?? null
  for (const calendar of calendars) readBody(reading, calendar)
  result.busy.sort((a, b) => a.from - b.from || a.to - b.to)
  return result
}

function readBody(reading: Reading, calendar: CalendarBody): void {
  const findZone = zoneFinder(reading, calendar.zones)
  const context = { findZone, complain: reading.complain, pay: () => reading.pay() }
  const events = calendar.events.flatMap((component) => readEvent(component, context) ?? [])
  for (const { master, replacements } of groupByUid(events)) {
    if (master?.isBusy === true) addInstances(reading, master, replacements)
    for (const event of replacements.values()) if (event.isBusy) addInstances(reading, event, new Map())
  }
  for (const component of calendar.freeBusy) readFreeBusy(reading, component)
}

/** Each TZID is found, and complained about, once a calendar. */
function zoneFinder(reading: Reading, zones: readonly CalendarComponent[]): FindZone {
  const found = new Map<string | undefined, CalendarZone>([[undefined, reading.home]])
  const tzidOf = (component: CalendarComponent): string | undefined =>
    component.properties
      .find((property) => property.name === 'TZID')
      ?.value.replaceAll('"', '')
      .trim()
  const own = new Map(zones.map((component) => [tzidOf(component), component]))
  return (tzid, line) => {
    let zone = found.get(tzid)
    if (zone === undefined && tzid !== undefined) {
      const known = zoneOfName(tzid, own.get(tzid), reading.from, reading.to, reading.budget, reading.complain)
      if (!known)
        reading.complain(line, `The time zone "${tzid.slice(0, 60)}" is not known; its times are read in ${reading.zone}.`)
      zone = known ?? reading.home
      found.set(tzid, zone)
    }
    return zone ?? reading.home
  }
}

interface EventGroup {
  master: CalendarEvent | null
  /** By the moment of the instance they replace, or its day. */
  replacements: Map<number, CalendarEvent>
}

/** Of versions of one event the highest SEQUENCE counts; events of equal rank are all kept, whatever their UID. */
function groupByUid(events: readonly CalendarEvent[]): EventGroup[] {
  const groups: EventGroup[] = []
  const byUid = new Map<string, EventGroup>()
  for (const event of events) {
    const known = event.uid === null ? undefined : byUid.get(event.uid)
    let group = known
    if (group === undefined) {
      groups.push((group = { master: null, replacements: new Map() }))
      if (event.uid !== null) byUid.set(event.uid, group)
    }
    if (event.replaces !== null) {
      const key = instanceKey(event.replaces, event.isDate)
      if ((group.replacements.get(key)?.sequence ?? 0) <= event.sequence) group.replacements.set(key, event)
    } else if (group.master === null || group.master.sequence < event.sequence) group.master = event
    else if (group.master.sequence === event.sequence) groups.push({ master: event, replacements: new Map() })
  }
  return groups
}

const instanceKey = ({ wall, moment }: { wall: number; moment: number }, isDate: boolean): number =>
  isDate ? startOfDay(wall) : moment

function addInstances(reading: Reading, event: CalendarEvent, replacements: ReadonlyMap<number, CalendarEvent>): void {
  const named = event.summary === null ? 'An event' : `The event "${event.summary.slice(0, 60)}"`
  const seen = new Set<number>()
  const add = (wall: number, length: WrittenLength): boolean => {
    if (seen.has(wall)) return true
    seen.add(wall)
    const day = startOfDay(wall)
    const moment = event.isDate ? midnightOf(wall, reading.zone) : event.zone.toMoment(wall)
    const { moments, days } = event.skipped
    if (days.has(day) || moments.has(moment)) return true
    if (replacements.has(moment) || replacements.has(day)) return true
    return reading.add(moment, endOf(reading, event, wall, moment, length), event.summary, event.isAllDay)
  }
  // A day and an hour wider: a clock change may lie between, and an island may skip a day.
  const margin = DAY_MS + HOUR_MS
  const zone = event.isDate ? reading.home : event.zone
  const window: RuleWindow = {
    fromWall: zone.toWall(reading.from) - event.length.days * DAY_MS - event.length.ms - margin,
    toWall: zone.toWall(reading.to) + margin,
  }
  try {
    for (const { wall, length } of [{ wall: event.startWall, length: null }, ...event.extra]) {
      if (!add(wall, length ?? event.length)) return
    }
    // What replaces one instance does not itself recur.
    for (const rule of event.replaces === null ? event.rules : []) {
      const untilWall = (text: string): number | null => lastWallOf(event, text)
      for (const wall of ruleStarts(rule.value, event.startWall, event.isDate, untilWall, window, reading.budget)) {
        if (!add(wall, event.length)) return
      }
    }
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    if (error.isCut) reading.cut(event.line, `${named}: not all its repetitions were read, ${error.message}.`)
    else reading.cut(event.line, `${named}: its repetitions can't be read (${error.message.slice(0, 200)}).`)
  }
}

function endOf(reading: Reading, event: CalendarEvent, wall: number, moment: number, length: WrittenLength): number {
  if (event.isDate) return midnightOf(wall + length.days * DAY_MS, reading.zone)
  if (length.isByWall) return event.zone.toMoment(wall + length.days * DAY_MS + length.ms)
  return (length.days === 0 ? moment : event.zone.toMoment(wall + length.days * DAY_MS)) + length.ms
}

/** UNTIL as the last wall time that counts; a date counts to its end. */
function lastWallOf(event: CalendarEvent, text: string): number | null {
  const until = readTime(text)
  if (until === null) return null
  if (until.isDate || event.isDate) return startOfDay(until.wall) + DAY_MS - 1
  return until.isUtc ? event.zone.toWall(until.wall) : until.wall
}

function readFreeBusy(reading: Reading, component: CalendarComponent): void {
  for (const { name, params, value, line } of component.properties) {
    if (name !== 'FREEBUSY' || params.get('FBTYPE')?.toUpperCase() === 'FREE') continue
    for (const period of value.split(',')) {
      const [first = '', second = ''] = period.split('/', 2)
      const [start, end, length] = [readTime(first), readTime(second), readLength(second)]
      if (!start || !(end || length)) {
        reading.complain(line, `"${period.slice(0, 60)}" is not a period.`)
        continue
      }
      // Always UTC by the standard, and without its Z in some files.
      const from = momentOfTime(start, UTC)
      const to = end ? momentOfTime(end, UTC) : from + (length?.days ?? 0) * DAY_MS + (length?.ms ?? 0)
      if (!reading.add(from, to, null, false)) return
    }
  }
}
