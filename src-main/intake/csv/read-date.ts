import { DateTime } from 'luxon'

/** Which of two small numbers of a date is the day. */
export type DateOrder = 'dmy' | 'mdy'

export interface DateHabit {
  order: DateOrder
  /** IANA zone of times that name none. */
  zone: string
}

const ISO =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT)?\s*([+-]\d{2}:?(?:\d{2})?)?)?$/i
const NUMERIC =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s+(?:um |at )?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([ap])?\.?(?:m\.?)?(?: uhr)?)?$/i
const TIME = /(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])\.?m\b\.?)?/i
const OFFSET = /(?:gmt|utc|z)?\s*([+-]\d{2}):?(\d{2})\b|\b(gmt|utc|z)\b/i
/** 2262 is far enough; before 1980 nobody exported a lead. */
const EARLIEST = Date.UTC(1980, 0, 1)

let months: Map<string, number> | undefined

/** Month names, long and short, in the languages of the aliases. */
function loadMonths(): Map<string, number> {
  const names = new Map<string, number>()
  for (const locale of ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl']) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' })
      for (let month = 0; month < 12; month++)
        names.set(
          format
            .format(Date.UTC(2024, month, 15))
            .toLowerCase()
            .replaceAll(/[^\p{L}]/gu, ''),
          month + 1,
        )
    }
  }
  return names.set('sept', 9).set('mär', 3).set('maerz', 3)
}

/** Epoch milliseconds of a date as files write it; null when it is none, or lies before 1980 or more than a day ahead of `now`. */
export function readDate(text: string, habit: DateHabit, now: number): number | null {
  const value = text.trim()
  if (value.length < 5 || value.length > 70) return null
  const at = readIso(value, habit) ?? readNumeric(value, habit) ?? readCount(value, habit) ?? readNamed(value, habit)
  return at !== null && at >= EARLIEST && at <= now + 36 * 3_600_000 ? at : null
}

function readIso(value: string, { zone }: DateHabit): number | null {
  const match = ISO.exec(value)
  if (!match) return null
  const [, year, month, day, hour, minute, second, fraction, utc, offset] = match
  const parts = [year, month, day, hour, minute, second].map((part) => Number(part ?? 0))
  const ms = Number((fraction ?? '').padEnd(3, '0').slice(0, 3) || 0)
  // Salesforce writes "12:00:00.000Z-0300": the offset is what it means.
  return moment(parts, ms, offset === undefined ? (utc === undefined ? zone : 0) : minutesOf(offset))
}

function readNumeric(value: string, { order, zone }: DateHabit): number | null {
  const match = NUMERIC.exec(value)
  if (!match) return null
  const [, first, mark, second, year = '', hour, minute, seconds, half] = match
  let [day, month] = order === 'mdy' && mark !== '.' ? [Number(second), Number(first)] : [Number(first), Number(second)]
  // One that cannot be meant the column's way is meant the other way.
  if (month > 12 && day <= 12) [day, month] = [month, day]
  return moment([fullYear(year), month, day, hourOf(hour, half), Number(minute ?? 0), Number(seconds ?? 0)], 0, zone)
}

/** Seconds or milliseconds since 1970, Excel's days since 1900, or 20240513. */
function readCount(value: string, { zone }: DateHabit): number | null {
  if (!/^\d+(?:\.\d+)?$/.test(value)) return null
  const count = Number(value)
  if (/^\d{13}$/.test(value)) return count
  if (/^\d{10}(?:\.\d+)?$/.test(value)) return Math.round(count * 1000)
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(value)
  if (compact) return moment([...compact.slice(1).map(Number), 0, 0, 0], 0, zone)
  if (!/^\d{5}(?:\.\d+)?$/.test(value) || count < 29_221 || count > 80_000) return null
  const wall = new Date(Math.round((count - 25_569) * 86_400_000))
  return moment(
    [
      wall.getUTCFullYear(),
      wall.getUTCMonth() + 1,
      wall.getUTCDate(),
      wall.getUTCHours(),
      wall.getUTCMinutes(),
      wall.getUTCSeconds(),
    ],
    0,
    zone,
  )
}

/** "12 May 2024", "May 12, 2024 10:00 AM", "10-oct-2001", "12. Mai 2024", "Mon, 13 May 2024 10:00:00 +0200". */
function readNamed(value: string, { zone }: DateHabit): number | null {
  months ??= loadMonths()
  const time = TIME.exec(value)
  const behind = time ? value.slice(time.index + time[0].length) : ''
  const offset = OFFSET.exec(behind)
  const date = time ? `${value.slice(0, time.index)} ${behind.replace(OFFSET, '').replace(/\(.*\)/, '')}` : value
  let month: number | undefined
  const numbers: string[] = []
  for (const word of date.split(/[\s,./-]+/)) {
    if (/^\d+(?:st|nd|rd|th|er|º)?$/i.test(word)) numbers.push(word.replaceAll(/\D/g, ''))
    else if (/\d/.test(word)) return null
    else month ??= months.get(word.toLowerCase())
  }
  if (month === undefined || numbers.length !== 2) return null
  const [a = '', b = ''] = numbers
  const [day, year] = a.length === 4 ? [b, a] : [a, b]
  const parts = [fullYear(year), month, Number(day), hourOf(time?.[1], time?.[4]), Number(time?.[2] ?? 0), Number(time?.[3] ?? 0)]
  return moment(parts, 0, offset ? minutesOf(`${offset[1] ?? '+00'}${offset[2] ?? '00'}`) : zone)
}

function fullYear(year: string): number {
  return year.length > 2 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)
}

function hourOf(hour: string | undefined, half: string | undefined): number {
  const count = Number(hour ?? 0)
  if (half === undefined) return count
  if (count < 1 || count > 12) return 99
  return (count % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function minutesOf(offset: string): number {
  const digits = offset.replaceAll(/\D/g, '').padEnd(4, '0')
  return (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4))) * (offset.startsWith('-') ? -1 : 1)
}

/** A time alone as 24 hours, to stand behind a date: "2:05 pm" → `14:05:00`; what is none comes back as it is. */
export function fullTime(text: string): string {
  const match = /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s*([ap])?/i.exec(text.trim())
  if (!match) return text
  const hour = hourOf(match[1], match[4])
  return `${String(hour).padStart(2, '0')}:${match[2]}:${match[3] ?? '00'}`
}

/** Offsets by zone and hour of the wall clock: one look into the zone's table an hour, not a row. */
const offsets = new Map<string, number>()

function moment(parts: readonly number[], ms: number, zone: string | number): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  if (month < 1 || month > 12 || day < 1 || hour > 24 || minute > 59 || second > 60) return null
  const wall = Date.UTC(year, month - 1, day, hour, minute, second, ms)
  // The 31st of a month of thirty days.
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return null
  if (typeof zone === 'number') return wall - zone * 60_000
  const key = `${zone}\n${Math.floor(wall / 3_600_000)}`
  let offset = offsets.get(key)
  if (offset === undefined) {
    const local = DateTime.fromObject({ year, month, day, hour: hour % 24, minute }, { zone })
    if (!local.isValid) return null
    offset = local.offset * 60_000
    if (offsets.size >= 50_000) offsets.clear()
    offsets.set(key, offset)
  }
  return wall - offset
}

/** What one value says about the order of day and month; null when it says nothing. */
export function orderOf(value: string): DateOrder | null {
  const match = /^\s*(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d{2})\b/.exec(value)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  if (first > 12 && second <= 12) return 'dmy'
  return second > 12 && first <= 12 ? 'mdy' : null
}

/** True for a value that could be meant both ways, so that the column has to tell. */
export function isAmbiguous(value: string): boolean {
  return /^\s*\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d{2})\b/.test(value) && orderOf(value) === null
}

/** Countries that write the month first. Everyone else who uses slashes begins with the day. */
const MONTH_FIRST = new Set(['US', 'PH', 'FM', 'MH', 'PW', 'GU', 'AS', 'PR', 'VI', 'BZ'])

export function usualOrder(country: string): DateOrder {
  return MONTH_FIRST.has(country) ? 'mdy' : 'dmy'
}
