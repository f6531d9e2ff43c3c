import type { EpochMs } from '../../contract/index.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Names of zones in RFC 5322, and some that programs write all the same; minutes east of Greenwich. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  eet: 120,
  eest: 180,
  wet: 0,
  west: 60,
  jst: 540,
  msk: 180,
}
const DATE =
  /^(?:[a-z]{2,12}[.,]?[ ,]+)?(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}[ -](\d{2,4}) +(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?(?: *([+-]\d{4}|[a-z]{1,5}))?$/i

/** The moment a Date header names, in epoch milliseconds. A day, hour or zone that there is not, or a year before 1970, makes it null. */
export function mailDate(header: string): EpochMs | null {
  if (header.length > 200) return null
  const plain = header
    .replaceAll(/\([^()]*\)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const found = DATE.exec(plain)
  if (found === null) return null
  const [, day = '', monthName = '', yearText = '', hour = '', minute = '', second = '0', zone] = found
  const month = MONTHS.indexOf(monthName.toLowerCase())
  const offset = zone === undefined ? 0 : minutesEast(zone)
  if (month < 0 || offset === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null
  const year = fullYear(yearText)
  const midnight = new Date(Date.UTC(year, month, Number(day)))
  if (midnight.getUTCMonth() !== month || midnight.getUTCDate() !== Number(day)) return null
  const at = midnight.getTime() + ((Number(hour) * 60 + Number(minute) - offset) * 60 + Math.min(Number(second), 59)) * 1_000
  return at >= 0 ? at : null
}

/** RFC 5322 4.3: of two digits, 00–49 are of this century; of three, the century is counted from 1900. */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 2) return year < 50 ? 2_000 + year : 1_900 + year
  return text.length === 3 ? 1_900 + year : year
}

function minutesEast(zone: string): number | null {
  if (!/^[+-]/.test(zone)) return ZONES[zone.toLowerCase()] ?? null
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(3))
  if (hours > 14 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
