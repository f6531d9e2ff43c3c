import { type CalendarComponent, type CalendarProperty, type Complain, plainText } from './calendar-lines.ts'
import { type WrittenLength, type WrittenTime, momentOfTime, readLength, readTime, startOfDay } from './calendar-times.ts'
import { type CalendarZone, UTC } from './calendar-zones.ts'
import { DAY_MS } from './wall-clock.ts'

/** One VEVENT, its times by the wall clock of its zone (as if it were UTC). */
export interface CalendarEvent {
  uid: string | null
  line: number
  summary: string | null
  zone: CalendarZone
  startWall: number
  /** A date without a time: whole local days. */
  isDate: boolean
  isAllDay: boolean
  length: WrittenLength
  isBusy: boolean
  sequence: number
  rules: CalendarProperty[]
  /** Starts beside the rule's, each with its own length when it was written as a period. */
  extra: { wall: number; length: WrittenLength | null }[]
  skipped: Skipped
  /** Which instance of the event of the same UID this one replaces. */
  replaces: { wall: number; moment: number } | null
}

export interface Skipped {
  moments: Set<number>
  /** Local midnights by the wall clock. */
  days: Set<number>
}

/** The zone of a TZID of this calendar; the reader's own without one. */
export type FindZone = (tzid: string | undefined, line: number) => CalendarZone

interface Timed extends WrittenTime {
  zone: CalendarZone
}

export interface EventContext {
  findZone: FindZone
  complain: Complain
  /** Each date of a list is paid for; false when there is nothing left to pay with. */
  pay: () => boolean
}

/** Null, with a complaint, when the event has no time that can be read. */
export function readEvent(component: CalendarComponent, { findZone, complain, pay }: EventContext): CalendarEvent | null {
  const one = (name: string): CalendarProperty | undefined => component.properties.find((property) => property.name === name)
  const all = (name: string): CalendarProperty[] => component.properties.filter((property) => property.name === name)
  const text = (name: string): string => (one(name)?.value ?? '').trim().toUpperCase()
  const timeIn = (property: CalendarProperty, value: string): Timed | null => {
    const time = readTime(value)
    if (time === null) return null
    // A date is a date though a time is written after it.
    if (property.params.get('VALUE')?.toUpperCase() === 'DATE') [time.isDate, time.wall] = [true, startOfDay(time.wall)]
    const zone = time.isUtc && !time.isDate ? UTC : findZone(time.isDate ? undefined : property.params.get('TZID'), property.line)
    return { ...time, zone }
  }

  const summary = plainText(one('SUMMARY')?.value ?? '')
  const named = summary === null ? 'The event' : `The event "${summary.slice(0, 60)}"`
  const dtstart = one('DTSTART')
  const start = dtstart && timeIn(dtstart, dtstart.value)
  if (!dtstart || !start) {
    const why = dtstart ? `an unreadable start "${dtstart.value.slice(0, 60)}"` : 'no start'
    complain(dtstart?.line ?? component.line, `${named} has ${why} and was left out.`)
    return null
  }
  const { zone, isDate } = start
  /** As moment, and by the wall clock of the event. */
  const placed = (time: Timed): { wall: number; moment: number } => {
    if (isDate) return { wall: startOfDay(time.wall), moment: Number.NaN }
    const moment = momentOfTime(time, time.zone)
    return { wall: zone.toWall(moment), moment }
  }
  const eachOf = (name: string, take: (value: string, property: CalendarProperty) => boolean): void => {
    for (const property of all(name)) {
      for (const value of property.value.split(',')) {
        if (!pay()) return
        if (value.trim() !== '' && !take(value, property))
          complain(property.line, `${named}: ${name} "${value.slice(0, 60)}" is not a time.`)
      }
    }
  }

  const skipped: Skipped = { moments: new Set(), days: new Set() }
  eachOf('EXDATE', (value, property) => {
    const time = timeIn(property, value)
    if (time === null) return false
    if (isDate || time.isDate) skipped.days.add(startOfDay(time.wall))
    else skipped.moments.add(placed(time).moment)
    return true
  })
  const extra: CalendarEvent['extra'] = []
  eachOf('RDATE', (value, property) => {
    const [first = '', end] = value.split('/', 2)
    const time = timeIn(property, first)
    if (time === null) return false
    let length: WrittenLength | null = null
    if (end !== undefined) {
      const endTime = timeIn(property, end)
      length = endTime ? { days: 0, ms: placed(endTime).moment - placed(time).moment } : readLength(end)
    }
    extra.push({ wall: placed(time).wall, length })
    return true
  })

  const recurrenceId = one('RECURRENCE-ID')
  const replaced = recurrenceId && timeIn(recurrenceId, recurrenceId.value)
  if (recurrenceId && !replaced) complain(recurrenceId.line, `${named}: RECURRENCE-ID is not a time.`)
  if (recurrenceId?.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE')
    complain(recurrenceId.line, `${named} was moved from one day on; only that day was moved here.`)

  return {
    uid: one('UID')?.value.trim() || null,
    line: component.line,
    summary,
    zone,
    startWall: start.wall,
    isDate,
    isAllDay: isDate || text('X-MICROSOFT-CDO-ALLDAYEVENT') === 'TRUE',
    length: lengthOf(start, one('DTEND'), one('DURATION'), timeIn, (property, what) =>
      complain(property.line, `${named}: ${what}`),
    ),
    isBusy:
      text('TRANSP') !== 'TRANSPARENT' &&
      text('STATUS') !== 'CANCELLED' &&
      !/^(?:FREE|WORKINGELSEWHERE)$/.test(text('X-MICROSOFT-CDO-BUSYSTATUS')),
    sequence: Number(text('SEQUENCE')) || 0,
    rules: all('RRULE'),
    extra,
    skipped,
    replaces: replaced ? placed(replaced) : null,
  }
}

/** From DTEND, DURATION or neither: then a date is its day, and a time is a moment. Never negative. */
function lengthOf(
  start: Timed,
  dtend: CalendarProperty | undefined,
  duration: CalendarProperty | undefined,
  timeIn: (property: CalendarProperty, value: string) => Timed | null,
  complain: (property: CalendarProperty, what: string) => void,
): WrittenLength {
  const none = { days: start.isDate ? 1 : 0, ms: 0 }
  const end = dtend && timeIn(dtend, dtend.value)
  if (end && start.isDate) return { days: Math.max(1, Math.round((startOfDay(end.wall) - start.wall) / DAY_MS)), ms: 0 }
  if (end) {
    const ms = momentOfTime(end, end.zone) - momentOfTime(start, start.zone)
    if (ms < 0) complain(dtend, 'it ends before it begins.')
    if (ms <= 0) return none
    if (end.zone !== start.zone || end.isUtc !== start.isUtc) return { days: 0, ms }
    // By one clock: a night shift ends at six also in the night of a clock change.
    const wallMs = end.wall - start.wall
    return { days: Math.floor(wallMs / DAY_MS), ms: wallMs - Math.floor(wallMs / DAY_MS) * DAY_MS, isByWall: true }
  }
  const length = duration && readLength(duration.value)
  if (!length) {
    const unread = dtend ?? duration
    if (unread) complain(unread, `"${unread.value.slice(0, 60)}" is not an end; it was read without one.`)
    return none
  }
  if (length.days < 0 || length.ms < 0) return none
  return start.isDate ? { days: Math.max(1, length.days + Math.ceil(length.ms / DAY_MS)), ms: 0 } : length
}
