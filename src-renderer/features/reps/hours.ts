import type { HoursSpan } from '../../../src-main/contract/index.ts'

/** A day of the week-hours editor: spans as a person types them, "09:00" to "17:30"; midnight at the end is "24:00". */
export interface DaySpan {
  from: string
  to: string
}
export type Week = DaySpan[][]

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

export function weekOf(hours: readonly HoursSpan[]): Week {
  return WEEKDAYS.map((weekday) =>
    hours
      .filter((span) => span.weekday === weekday)
      .toSorted((a, b) => a.fromMinute - b.fromMinute)
      .map((span) => ({ from: clock(span.fromMinute), to: clock(span.toMinute) })),
  )
}

export function officeWeek(): Week {
  return WEEKDAYS.map((weekday) => (weekday <= 5 ? [{ from: '09:00', to: '17:00' }] : []))
}

/** The spans, or which day has a span that can't be: unreadable, ending before it begins, or over another. */
export function hoursOf(
  week: Week,
): { hours: HoursSpan[] } | { weekday: number; reason: 'unreadable' | 'backwards' | 'overlap' } {
  const hours: HoursSpan[] = []
  for (const weekday of WEEKDAYS) {
    const spans = week[weekday - 1] ?? []
    const day: HoursSpan[] = []
    for (const span of spans) {
      const fromMinute = minutes(span.from)
      const end = minutes(span.to)
      if (fromMinute === null || end === null) return { weekday, reason: 'unreadable' }
      // A time field has no 24:00: an end at 00:00 is the end of that day.
      const toMinute = end === 0 ? 1440 : end
      if (toMinute <= fromMinute) return { weekday, reason: 'backwards' }
      day.push({ weekday, fromMinute, toMinute })
    }
    day.sort((a, b) => a.fromMinute - b.fromMinute)
    if (day.some((span, at) => at > 0 && span.fromMinute < (day[at - 1]?.toMinute ?? 0))) return { weekday, reason: 'overlap' }
    hours.push(...day)
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

/** "Mon to Fri 09:00–17:30, Sat 10:00–14:00": days with the same spans are told together. */
export function hoursSaid(hours: readonly HoursSpan[], dayName: (weekday: number) => string): string {
  const days = weekOf(hours).map((spans) => spans.map((span) => `${span.from}–${span.to}`).join(' and '))
  const parts: string[] = []
  for (let at = 0; at < days.length; at++) {
    const said = days[at]
    if (!said) continue
    let end = at
    while (days[end + 1] === said) end++
    const who = end === at ? dayName(at + 1) : `${dayName(at + 1)}${end === at + 1 ? ', ' : ' to '}${dayName(end + 1)}`
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
