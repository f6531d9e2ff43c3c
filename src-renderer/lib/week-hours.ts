/** As the contract has it: Monday is 1, Sunday 7; minutes from midnight. */
export interface HoursSpan {
  weekday: number
  fromMinute: number
  toMinute: number
}

/** A day of the week-hours editor: spans as a person types them, "09:00" to "17:30"; midnight at the end is "24:00". */
export interface DaySpan {
  from: string
  to: string
}
export type Week = DaySpan[][]

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** The week as a person writes it: what goes on over midnight is one span, "22:00" to "06:00", of the day it begins on. */
export function weekOf(hours: readonly HoursSpan[]): Week {
  const left = hours.toSorted((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute)
  const joined = new Set<HoursSpan>()
  const ends = new Map<HoursSpan, number>()
  for (const span of left) {
    if (span.toMinute !== 1440 || span.fromMinute === 0) continue
    const next = left.find(({ weekday, fromMinute }) => weekday === nextDay(span.weekday) && fromMinute === 0)
    // What would run for a day or more, or into a day that is open throughout, is clearer as it stands.
    if (next === undefined || next.toMinute > span.fromMinute) continue
    joined.add(next)
    ends.set(span, next.toMinute)
  }
  return WEEKDAYS.map((weekday) =>
    left
      .filter((span) => span.weekday === weekday && !joined.has(span))
      .map((span) => ({ from: clock(span.fromMinute), to: clock(ends.get(span) ?? span.toMinute) })),
  )
}

const nextDay = (weekday: number): number => (weekday % 7) + 1

/** True for hours that end on the next day. */
export function isOverMidnight(span: DaySpan): boolean {
  const from = minutes(span.from)
  const to = minutes(span.to)
  return from !== null && to !== null && to !== 0 && to < from
}

export function officeWeek(): Week {
  return WEEKDAYS.map((weekday) => (weekday <= 5 ? [{ from: '09:00', to: '17:00' }] : []))
}

/**
 * The spans, or which day has one that can't be: unreadable, ending as it begins, or over another. Hours over midnight are kept as
 * two, as the contract has them.
 */
export function hoursOf(
  week: Week,
): { hours: HoursSpan[] } | { weekday: number; reason: 'unreadable' | 'backwards' | 'overlap' } {
  const hours: HoursSpan[] = []
  for (const weekday of WEEKDAYS) {
    for (const span of week[weekday - 1] ?? []) {
      const fromMinute = minutes(span.from)
      const end = minutes(span.to)
      if (fromMinute === null || fromMinute === 1440 || end === null) return { weekday, reason: 'unreadable' }
      // A time field has no 24:00: an end at 00:00 is the end of that day.
      const toMinute = end === 0 ? 1440 : end
      if (toMinute === fromMinute) return { weekday, reason: 'backwards' }
      if (toMinute > fromMinute) hours.push({ weekday, fromMinute, toMinute })
      else {
        hours.push({ weekday, fromMinute, toMinute: 1440 }, { weekday: nextDay(weekday), fromMinute: 0, toMinute })
      }
    }
  }
  hours.sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute)
  for (const [at, span] of hours.entries()) {
    const before = hours[at - 1]
    if (before?.weekday === span.weekday && span.fromMinute < before.toMinute) return { weekday: span.weekday, reason: 'overlap' }
  }
  return { hours }
}

export function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function minutes(text: string): number | null {
  const found = /^(\d{1,2}):(\d{2})$/.exec(text.trim())
  if (!found) return null
  const value = Number(found[1]) * 60 + Number(found[2])
  return Number(found[2]) > 59 || value > 1440 ? null : value
}

/** How a language tells a week: its days, from one to another, one and another, and a time as `09:00`. */
export interface WeekWords {
  day: (weekday: number) => string
  to: (first: string, last: string) => string
  and: (spans: readonly string[]) => string
  time: (time: string) => string
}

/** "Mon to Fri 09:00–17:30, Sat 10:00–14:00": days with the same spans are told together. */
export function hoursSaid(hours: readonly HoursSpan[], words: WeekWords): string {
  const days = weekOf(hours).map((spans) => words.and(spans.map((span) => `${words.time(span.from)}–${words.time(span.to)}`)))
  const parts: string[] = []
  for (let at = 0; at < days.length; at++) {
    const said = days[at]
    if (!said) continue
    let end = at
    while (days[end + 1] === said) end++
    const [first, last] = [words.day(at + 1), words.day(end + 1)]
    const who = end === at ? first : end === at + 1 ? `${first}, ${last}` : words.to(first, last)
    parts.push(`${who} ${said}`)
    at = end
  }
  return parts.join('; ')
}

const SHORT = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** 1 for Monday to 7, as the calendar of a zone has it. */
export function weekdayIn(at: number, timeZone: string): number {
  const said = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone }).format(at)
  return SHORT.indexOf(said) + 1
}
