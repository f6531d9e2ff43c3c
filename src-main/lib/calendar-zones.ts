import { findIana } from 'windows-iana'
import type { CalendarComponent, Complain } from './calendar-lines.ts'
import { RuleError, type StepBudget, ruleStarts } from './calendar-recurrence.ts'
import { readTime } from './calendar-times.ts'
import { DAY_MS, MINUTE_MS, type ZoneStretch, isTimeZone, momentOf, stretchAt } from './wall-clock.ts'

/** A clock that a calendar's times are written by. */
export interface CalendarZone {
  /** Epoch ms; a time in the gap of spring is as the clock would have shown it had it not been put forward. */
  toMoment(wall: number): number
  toWall(moment: number): number
}

const MAX_CHANGES = 4_000

export const UTC: CalendarZone = { toMoment: (wall) => wall, toWall: (moment) => moment }

function zoneBy(stretchOf: (at: number) => ZoneStretch): CalendarZone {
  return { toMoment: (wall) => momentOf(wall, stretchOf, 'shift'), toWall: (moment) => moment + stretchOf(moment).offsetMs }
}

export function ianaZone(name: string): CalendarZone {
  return zoneBy((at) => stretchAt(at, name))
}

/**
 * The zone of a TZID: an IANA name, a Windows name (`W. Europe Standard Time`) or what Outlook shows for it
 * (`(UTC+01:00) Amsterdam, Berlin, …`), also behind a prefix (`/citadel.org/Europe/Berlin`), else the file's own VTIMEZONE, else
 * a bare offset (`(GMT +01:00)`). Names come first: the rules that programs write into a file are often cut down to a year or two.
 * Null when it is none of these.
 */
export function zoneOfName(
  tzid: string,
  own: CalendarComponent | undefined,
  from: number,
  to: number,
  budget: StepBudget,
  complain: Complain,
): CalendarZone | null {
  const name = tzid.trim().slice(0, 200)
  if (/^(?:UTC|GMT|Z|Etc\/(?:UTC|GMT))$/i.test(name)) return UTC
  const known = ianaName(name)
  if (known !== null) return ianaZone(known)
  const location = own?.properties.find((property) => property.name === 'X-LIC-LOCATION')?.value.trim()
  if (location !== undefined && isTimeZone(location)) return ianaZone(location)
  const rules = own && zoneFromFile(own, from, to, budget, complain)
  if (rules) return rules
  const tail = name.split('/').slice(-3)
  for (const parts of [tail, tail.slice(-2)])
    if (parts.length > 1 && isTimeZone(parts.join('/'))) return ianaZone(parts.join('/'))
  return shownZone(name)
}

function ianaName(name: string): string | null {
  const [windows] = findIana(name)
  if (windows !== undefined && isTimeZone(windows)) return windows
  return name !== '' && /^[A-Za-z]/.test(name) && isTimeZone(name) ? name : null
}

let cities: ReadonlyMap<string, string> | undefined
/** `(UTC+01:00) Amsterdam, Berlin, Bern`: the first city that is a zone and keeps that offset in winter or in summer. */
function shownZone(name: string): CalendarZone | null {
  const [, sign, hours, minutes = '0', rest = ''] = /^\(?(?:UTC|GMT)\s*([+-])(\d{1,2}):?(\d\d)?\)?\s*(.*)$/i.exec(name) ?? []
  if (sign === undefined) return null
  const offsetMs = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS
  if (rest === '') return { toMoment: (wall) => wall - offsetMs, toWall: (moment) => moment + offsetMs }
  const american = /^(\w+) Time \(US (?:&|and) Canada\)/i.exec(rest)?.[1]
  const windows = american === undefined ? undefined : ianaName(`${american} Standard Time`)
  if (windows) return ianaZone(windows)
  cities ??= new Map(Intl.supportedValuesOf('timeZone').map((zone) => [squash(zone.slice(zone.lastIndexOf('/') + 1)), zone]))
  for (const city of rest.split(',')) {
    const zone = cities.get(squash(city))
    if (zone && [0, 182].some((day) => stretchAt((20_454 + day) * DAY_MS, zone).offsetMs === offsetMs)) return ianaZone(zone)
  }
  return null
}

const squash = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '')

/** A VTIMEZONE's own rules about the time asked for; null when it has none that can be read. */
function zoneFromFile(
  own: CalendarComponent,
  from: number,
  to: number,
  budget: StepBudget,
  complain: Complain,
): CalendarZone | null {
  const changes: { at: number; offsetMs: number; before: number }[] = []
  // From long enough before that the last change before is among them.
  const window = { fromWall: from - 800 * DAY_MS, toWall: to + 2 * DAY_MS }
  for (const part of own.parts) {
    const valueOf = (name: string): string => part.properties.find((property) => property.name === name)?.value ?? ''
    const [start, before, after] = [
      readTime(valueOf('DTSTART')),
      readOffset(valueOf('TZOFFSETFROM')),
      readOffset(valueOf('TZOFFSETTO')),
    ]
    if (start === null || before === null || after === null) continue
    const add = (wall: number): void => void changes.push({ at: wall - before, offsetMs: after, before })
    add(start.wall)
    for (const property of part.properties) {
      if (property.name === 'RDATE') {
        for (const text of property.value.split(',')) {
          const date = readTime(text)
          if (date !== null && changes.length < MAX_CHANGES) add(date.wall)
        }
      }
      if (property.name !== 'RRULE') continue
      const untilWall = (text: string): number | null => {
        const until = readTime(text)
        return until && until.wall + (until.isUtc ? before : 0)
      }
      try {
        for (const wall of ruleStarts(property.value, start.wall, false, untilWall, window, budget)) {
          if (changes.length >= MAX_CHANGES) throw new RuleError('it changes too often', true)
          add(wall)
        }
      } catch (error) {
        if (!(error instanceof RuleError)) throw error
        complain(property.line, `A rule of this time zone was not read to its end: ${error.message}.`)
      }
    }
  }
  if (changes.length === 0) return null
  changes.sort((a, b) => a.at - b.at)
  return zoneBy((at) => {
    let [low, high] = [0, changes.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((changes[middle]?.at ?? 0) > at) high = middle
      else low = middle + 1
    }
    const current = changes[low - 1]
    const next = changes[low]
    return { from: current?.at ?? -Infinity, to: next?.at ?? Infinity, offsetMs: current?.offsetMs ?? next?.before ?? 0 }
  })
}

/** `+0100`, `-073000` in milliseconds. */
function readOffset(text: string): number | null {
  const [, sign, hours, minutes, seconds] = /^([+-])(\d\d):?(\d\d):?(\d\d)?$/.exec(text.trim()) ?? []
  if (sign === undefined || Number(hours) > 23) return null
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1000
}
