/** How the machine's own locale writes numbers, dates and times. Made once each: an Intl object costs more than its use. */
const locale = undefined

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 0 })
const clockFormat = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
const dayFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
const dateFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
const momentFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: 'short' })
const listFormat = new Intl.ListFormat(locale, { type: 'conjunction' })
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

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const formatNumber = (value: number): string => (Number.isInteger(value) ? whole : decimal).format(value)
/** 0.25 → "25%". */
/** Where there is no room for five figures: 20K. The exact number stands elsewhere. */
export const formatInShort = (value: number): string => (value < 10_000 ? formatNumber(value) : compact.format(value))

export const formatPercent = (share: number): string => percent.format(share)
/** "14:00" */
export const formatClock = (at: number): string => clockFormat.format(at)
/** "3 Nov" */
export const formatDay = (at: number): string => dayFormat.format(at)
/** "3 Nov 2026" */
export const formatDate = (at: number): string => dateFormat.format(at)
/** "3 Nov 2026, 14:00" */
export const formatMoment = (at: number): string => momentFormat.format(at)
/** "a, b and c" */
export const formatList = (items: readonly string[]): string => listFormat.format(items)

/** "now", "4 min", "3 hr", "2 days": how long something has been, in its largest unit. */
export function formatAge(ms: number): string {
  if (ms < MINUTE) return 'now'
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

/** Money in the lead's currency, or a bare number where the currency is not one. */
export function formatMoney(value: number, currency: string | null): string {
  if (currency === null) return formatNumber(value)
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(value)
  } catch {
    return `${formatNumber(value)} ${currency}`
  }
}

const countryNames = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
/** "Germany" for `DE`; what is no code stands as it is. */
export function formatCountry(country: string): string {
  return /^[A-Z]{2}$/.test(country) ? (countryNames.of(country) ?? country) : country
}

/** "1 lead", "12 leads". */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`
}
