import type { HoursSpan } from '../../contract/index.ts'
import { fold } from '../../lib/fold.ts'

const DAYS: Readonly<Record<string, number>> = {}
for (const [names, day] of [
  ['mon monday mo montag lun lundi lunes', 1],
  ['tue tues tuesday di dienstag mardi martes', 2],
  ['wed weds wednesday mi mittwoch mer mercredi miércoles', 3],
  ['thu thur thurs thursday do donnerstag jeu jeudi jueves', 4],
  ['fri friday fr freitag ven vendredi viernes', 5],
  ['sat saturday sa samstag sonnabend sam samedi sábado', 6],
  ['sun sunday so sonntag dim dimanche domingo', 7],
] as const) {
  for (const name of names.split(' ')) (DAYS as Record<string, number>)[name] = day
}

const TIMES = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|to|bis)\s*(\d{1,2})(?:[:.](\d{2}))?$/
const DAY_MINUTES = 1440

/**
 * Reads `Mon-Fri 09:00-17:30; Sat 10:00-14:00`. A span over midnight (`Fri 22:00-06:00`) becomes two. Null for always on; a
 * sentence about the first thing that is wrong else.
 */
export function readHours(text: string): HoursSpan[] | null | { reason: string } {
  const folded = fold(text)
  if (['', '24/7', 'always', 'always on', 'immer'].includes(folded)) return null
  const spans: HoursSpan[] = []
  for (const part of folded
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const split = part.search(/\d/)
    const days = split < 0 ? part : part.slice(0, split).trim()
    const weekdays = readDays(days === '' ? 'mon-sun' : days)
    if (typeof weekdays === 'string') return { reason: weekdays }
    if (split < 0) return { reason: `"${part}" has no times; write them as 09:00-17:30` }
    for (const times of part.slice(split).split(/\s*(?:,|\+|&| and | und )\s*/)) {
      const span = readTimes(times)
      if (typeof span === 'string') return { reason: span }
      for (const weekday of weekdays) spans.push(...spansOf(weekday, span.from, span.to))
    }
  }
  return merged(spans)
}

function readDays(text: string): number[] | string {
  const days: number[] = []
  for (const part of text
    .replace(/[:\s]+$/, '')
    .split(/\s*,\s*|\s+/)
    .join(',')
    .replaceAll(/,?[-–],?/g, '-')
    .split(',')) {
    const [first = '', last = first] = part.split('-')
    const [from, to] = [DAYS[first.replace(/\.$/, '')], DAYS[last.replace(/\.$/, '')]]
    if (from === undefined || to === undefined) return `"${part}" is no weekday; write Mon, Tue, Wed, Thu, Fri, Sat or Sun`
    for (let day = from; ; day = (day % 7) + 1) {
      days.push(day)
      if (day === to) break
    }
  }
  return [...new Set(days)]
}

function readTimes(text: string): { from: number; to: number } | string {
  const match = TIMES.exec(text.trim())
  if (!match) return `"${text.trim()}" are no times; write them as 09:00-17:30`
  const [from, to] = [minutes(match[1], match[2]), minutes(match[3], match[4])]
  if (from === null || to === null || from === DAY_MINUTES) return `"${text.trim()}" is not on the clock`
  return from === to ? `"${text.trim()}" begins when it ends` : { from, to }
}

function minutes(hour: string | undefined, minute: string | undefined): number | null {
  const at = Number(hour) * 60 + Number(minute ?? 0)
  return Number(minute ?? 0) > 59 || at > DAY_MINUTES ? null : at
}

function spansOf(weekday: number, fromMinute: number, toMinute: number): HoursSpan[] {
  if (toMinute > fromMinute) return [{ weekday, fromMinute, toMinute }]
  const rest = toMinute === 0 ? [] : [{ weekday: (weekday % 7) + 1, fromMinute: 0, toMinute }]
  return [{ weekday, fromMinute, toMinute: DAY_MINUTES }, ...rest]
}

/** In the order of the week, touching and overlapping ones made one. */
function merged(spans: readonly HoursSpan[]): HoursSpan[] {
  const sorted = [...spans].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute)
  const result: HoursSpan[] = []
  for (const span of sorted) {
    const last = result.at(-1)
    if (last?.weekday === span.weekday && span.fromMinute <= last.toMinute) last.toMinute = Math.max(last.toMinute, span.toMinute)
    else result.push({ ...span })
  }
  return result
}
