import { dayAfter, momentIn, wallClock } from './zone-time.ts'

/** Whole days of a zone as it writes them (`2026-10-31`), both included. */
export interface DateRange {
  from: string
  to: string
}

/** Stretches that move on with the days. */
export const PRESETS = ['today', 'yesterday', 'last-7', 'last-30', 'last-90', 'this-month', 'last-month', 'this-quarter'] as const
export type Preset = (typeof PRESETS)[number]

/** A stretch by name, or days chosen in a calendar. */
export type RangeChoice = Preset | DateRange

export const COMPARISONS = ['none', 'previous', 'year-ago'] as const
export type Comparison = (typeof COMPARISONS)[number]

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The days of a choice, seen from today. */
export function rangeOf(choice: RangeChoice, today: string): DateRange {
  if (typeof choice !== 'string') return choice
  switch (choice) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: dayAfter(today, -1), to: dayAfter(today, -1) }
    case 'last-7':
      return { from: dayAfter(today, -6), to: today }
    case 'last-30':
      return { from: dayAfter(today, -29), to: today }
    case 'last-90':
      return { from: dayAfter(today, -89), to: today }
    case 'this-month':
      return { from: firstOfMonth(today), to: today }
    case 'last-month': {
      const from = monthsAfter(firstOfMonth(today), -1)
      return { from, to: lastOfMonth(from) }
    }
    case 'this-quarter': {
      const month = Number(today.slice(5, 7))
      return { from: monthsAfter(firstOfMonth(today), -((month - 1) % 3)), to: today }
    }
  }
}

/** From the first midnight to the one after the last day, epoch milliseconds, half-open. */
export function boundsOfRange({ from, to }: DateRange, timeZone: string): { from: number; to: number } {
  return { from: momentIn(from, '00:00', timeZone), to: momentIn(dayAfter(to), '00:00', timeZone) }
}

/**
 * What a range is compared with, as epoch milliseconds; null for `none`. Months are compared with months, whatever their lengths. Of a
 * range that is still running only as much of the earlier one counts as has passed, else every morning would look like a bad day.
 */
export function comparedWith(
  choice: RangeChoice,
  comparison: Comparison,
  now: number,
  timeZone: string,
): { from: number; to: number } | null {
  if (comparison === 'none') return null
  const { date: today, time } = wallClock(now, timeZone)
  const range = rangeOf(choice, today)
  const months = comparison === 'year-ago' ? 12 : monthsOf(choice, range)
  const shift = (day: string): string => (months === null ? dayAfter(day, -lengthOf(range)) : monthsAfter(day, -months))
  const isToEndOfMonth = months !== null && range.to === lastOfMonth(range.to) && range.from === firstOfMonth(range.from)
  const earlier = { from: shift(range.from), to: isToEndOfMonth ? lastOfMonth(shift(firstOfMonth(range.to))) : shift(range.to) }
  const bounds = boundsOfRange(earlier, timeZone)
  return range.to === today ? { from: bounds.from, to: Math.max(bounds.from + 1, momentIn(earlier.to, time, timeZone)) } : bounds
}

/** How many whole months the range is made of, as one reads it; null where it is a number of days. */
function monthsOf(choice: RangeChoice, range: DateRange): number | null {
  const isWhole = range.from === firstOfMonth(range.from) && range.to === lastOfMonth(range.to)
  if (choice === 'this-quarter') return 3
  if (choice === 'this-month') return 1
  return isWhole ? monthNumber(range.to) - monthNumber(range.from) + 1 : null
}

export function lengthOf({ from, to }: DateRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

/** As an address has it: `last-30`, or `2026-10-01..2026-10-31`. */
export const writeRange = (choice: RangeChoice): string => (typeof choice === 'string' ? choice : `${choice.from}..${choice.to}`)

/** Null for what is no range: a date that is none, or an end before its beginning. */
export function readRange(text: string): RangeChoice | null {
  const preset = PRESETS.find((one) => one === text)
  if (preset !== undefined) return preset
  const [from = '', to = '', ...rest] = text.split('..')
  return rest.length === 0 && isDay(from) && isDay(to) && from <= to ? { from, to } : null
}

function isDay(text: string): boolean {
  // 30 February is read by some as 2 March: only what is written back the same is a day.
  const at = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`
const lastOfMonth = (day: string): string => dayAfter(monthsAfter(firstOfMonth(day), 1), -1)
const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** The same day so many months on; the last of the month where that has none such. */
function monthsAfter(day: string, months: number): string {
  const number = monthNumber(day) + months
  const first = `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}-01`
  const length = new Date(Date.UTC(Math.floor(number / 12), (number % 12) + 1, 0)).getUTCDate()
  return `${first.slice(0, 8)}${String(Math.min(Number(day.slice(8)), length)).padStart(2, '0')}`
}
