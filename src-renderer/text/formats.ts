import { language, localeOf } from './language.ts'

/**
 * How numbers, dates and times are written where the page is read: nothing is put together by hand. Made once each, for an Intl object
 * costs more than its use; the language is chosen before this file is loaded.
 */
export const locale = localeOf(language(), navigator.languages)

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 0 })
const clockFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
const dayFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
const dateFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
const momentFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: 'short' })
const listFormat = new Intl.ListFormat(locale, { type: 'conjunction' })
const indexFormat = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const nowFormat = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
const weekdays = {
  long: new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
  short: new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }),
}
const utcDayFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
const units = {
  second: unit('second'),
  minute: unit('minute'),
  hour: unit('hour'),
  day: unit('day'),
} as const
const bytesFormats = {
  byte: unit('byte'),
  kilobyte: unit('kilobyte'),
  megabyte: unit('megabyte'),
} as const

function unit(name: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 1 })
}

/** What stands before the tenths, for fields where a number is typed. */
export const decimalMark = decimal.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'

/** What stands between thousands in such fields: a field where both marks are one breaks. */
export const groupMark = decimal.formatToParts(12_345_678.5).find(({ type }) => type === 'group')?.value ?? ''

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const formatNumber = (value: number): string => (Number.isInteger(value) ? whole : decimal).format(value)
/** Where there is no room for five figures: 20K. The exact number stands elsewhere. */
export const formatInShort = (value: number): string => (value < 10_000 ? formatNumber(value) : compact.format(value))

/** 0.25 → "25%". */
export const formatPercent = (share: number): string => percent.format(share)
const timeFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' })
/** "14:00" or "2:00 PM" for `14:00`, the time on the wall of whatever zone. */
export function formatTime(time: string): string {
  const at = Date.parse(`1970-01-01T${time === '24:00' ? '00:00' : time}Z`)
  return Number.isNaN(at) ? time : timeFormat.format(at)
}
/** "14:00" */
export const formatClock = (at: number): string => clockFormat.format(at)
/** "3 Nov" */
export const formatDay = (at: number): string => dayFormat.format(at)
/** "3 Nov 2026" */
export const formatDate = (at: number): string => dateFormat.format(at)
/** "3 Nov 2026, 14:00" */
export const formatMoment = (at: number): string => momentFormat.format(at)
/** "21 Nov" for `2026-11-21`, a day of no zone; what is no day stands as written. */
export function formatCalendarDay(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? day : utcDayFormat.format(at)
}
/** "a, b and c" */
export const formatList = (items: readonly string[]): string => listFormat.format(items)
/** 0.98 of an index, always with two places. */
export const formatIndex = (index: number): string => indexFormat.format(index)
/** "Monday" or "Mon" for 1, up to 7 for Sunday. The first of January 2024 was a Monday. */
export const formatWeekday = (weekday: number, style: 'long' | 'short'): string =>
  weekdays[style].format(Date.UTC(2024, 0, weekday))

/** "now", "4 min", "3 hr", "2 days": how long something has been, in its largest unit. */
export function formatAge(ms: number): string {
  if (ms < MINUTE) return nowFormat.format(0, 'second')
  return formatDuration(ms)
}

/** As an age, but with seconds: "12 sec", "4 min", "3 hr", "2 days". */
export function formatDuration(ms: number): string {
  if (ms < MINUTE) return units.second.format(Math.max(0, Math.floor(ms / 1_000)))
  if (ms < HOUR) return units.minute.format(Math.floor(ms / MINUTE))
  if (ms < 2 * DAY) return units.hour.format(Math.floor(ms / HOUR))
  return units.day.format(Math.floor(ms / DAY))
}

/** "14:00" today, "Mon 14:00" within a week, else the date and time. */
export function formatWhen(at: number, now = Date.now()): string {
  if (new Date(at).toDateString() === new Date(now).toDateString()) return formatClock(at)
  if (Math.abs(at - now) < 6 * DAY) return `${weekdayFormat.format(at)} ${formatClock(at)}`
  return formatMoment(at)
}

export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return bytesFormats.byte.format(bytes)
  if (bytes < 1_000_000) return bytesFormats.kilobyte.format(bytes / 1_000)
  return bytesFormats.megabyte.format(bytes / 1_000_000)
}

/** Money in the lead's currency, with cents only where there are any; a bare number where the currency is not one. */
export function formatMoney(value: number, currency: string | null): string {
  if (currency === null) return formatNumber(value)
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(value)
  } catch {
    return `${formatNumber(value)} ${currency}`
  }
}

const countryNames = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
const languageNames = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
/** "Germany" for `DE`; what is no code ("DACH") stands as it is. */
export function formatCountry(country: string): string {
  return /^[A-Z]{2}$/.test(country) ? (countryNames.of(country) ?? country) : country
}

/** "German" for `de`; what is no code stands as written. */
export function formatLanguage(code: string): string {
  return /^[a-z]{2,3}(-[a-z]{2,4})?$/i.test(code) ? (languageNames.of(code) ?? code) : code
}

/** The first day of the week here, 0 for Sunday, as calendars of the page want it. */
export function firstWeekday(): 0 | 1 | 6 {
  const info = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } }
  const first = info.getWeekInfo?.().firstDay
  return first === 7 ? 0 : first === 6 ? 6 : 1
}

/** "1 lead", "12 leads". */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`
}
