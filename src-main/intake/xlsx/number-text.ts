import { format, isDateFormat } from 'numfmt'

/** How a cell's number is meant, by its number format. */
export type NumberStyle =
  | { kind: 'plain' | 'percent' | 'date' | 'time' }
  /** Padded with zeros, or with signs between the digits: `00000`, `(000) 000-0000`, `+0`. */
  | { kind: 'as-seen'; pattern: string }
  | { kind: 'money'; sign: string }

export const PLAIN: NumberStyle = { kind: 'plain' }

/** Formats that every Excel knows by number and no file spells out (ECMA-376, 18.8.30); those of 27 to 58 are of East Asia. */
const KNOWN: readonly (readonly [from: number, to: number, kind: 'percent' | 'date' | 'time'])[] = [
  [9, 10, 'percent'],
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 36, 'date'],
  [45, 47, 'time'],
  [50, 58, 'date'],
]
/** `[h]:mm:ss`: hours that go on counting after 24. */
const ELAPSED = 46
const LONGEST_PATTERN = 255
const SIGN = /\[\$([^\]-]+)(?:-[^\]]*)?\]|([€$£¥₹₽₺₩]|\b[A-Z]{3}\b|\bzł|\bKč|\bkr)/

/** The style of a number format, by its pattern, or by its number when it has none of its own. */
export function numberStyle(id: number, pattern: string | undefined): NumberStyle {
  if (pattern !== undefined && pattern.length > LONGEST_PATTERN) return PLAIN
  if (pattern === undefined) {
    if (id === ELAPSED) return { kind: 'as-seen', pattern: '[h]:mm:ss' }
    const kind = KNOWN.find(([from, to]) => id >= from && id <= to)?.[2]
    return kind === undefined ? PLAIN : { kind }
  }
  // What stands behind a semicolon is for negative numbers.
  const first = pattern.split(';')[0] ?? ''
  // A duration is no moment: 27:30 must not become half past three of some day.
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return { kind: 'as-seen', pattern }
  if (isDate(pattern)) return { kind: hasDay(first) ? 'date' : 'time' }
  const shown = first.replaceAll(/\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]/g, '$1').replaceAll(/["\\]|[_*]./g, '')
  if (shown.includes('%')) return { kind: 'percent' }
  const sign = SIGN.exec(first.replaceAll(/["\\]/g, ''))
  if (sign) return { kind: 'money', sign: (sign[1] ?? sign[2] ?? '').trim() }
  return isShaped(shown) ? { kind: 'as-seen', pattern } : PLAIN
}

/** Whether a date's pattern shows a day, and not a time only. An m beside hours or seconds is minutes. */
function hasDay(pattern: string): boolean {
  const letters = pattern.replaceAll(/\[[^\]]*\]|"[^"]*"|\\.|am\/pm|a\/p/gi, '')
  return /[ydm]/i.test(letters.replaceAll(/h+[:. ]*m+|m+[:. ]*s+/gi, ''))
}

/** Zeros in front, or signs between the digits; not fractions and powers of ten. */
function isShaped(shown: string): boolean {
  if (/[.?e]/i.test(shown)) return false
  return /00/.test(shown) || /[+(]/.test(shown) || /[#0][-/ ]+[#0]/.test(shown)
}

function isDate(pattern: string): boolean {
  try {
    return isDateFormat(pattern)
  } catch {
    return false
  }
}

/**
 * A number as a person sees it in its cell, and as the readers of values understand it: dates as ISO, percents with their sign, money
 * with its currency, padded numbers with their zeros. Others whole, never rounded or as 1.23E+11, since a telephone number may be one.
 */
export function numberText(written: string, style: NumberStyle, is1904: boolean): string {
  const value = Number(written)
  if (written === '' || !Number.isFinite(value)) return written
  if (style.kind === 'date' || style.kind === 'time') return dateText(value, style.kind, is1904) ?? plainText(value)
  if (style.kind === 'percent') return `${plainText(value * 100)}%`
  if (style.kind === 'money') return `${plainText(value)} ${style.sign}`
  return style.kind === 'as-seen' ? shapedText(value, style.pattern) : plainText(value)
}

function shapedText(value: number, pattern: string): string {
  try {
    return format(pattern, value)
  } catch {
    return plainText(value)
  }
}

/** All digits Excel keeps: fifteen. */
function plainText(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  // "12.125" could be twelve thousand in a German column; "12.1250" could not.
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text
}

const DAY = 86_400_000
/** The last day Excel knows: 31 December 9999. */
const LAST_DAY = 2_958_465

function dateText(serial: number, kind: 'date' | 'time', is1904: boolean): string | null {
  const days = is1904 ? serial + 1462 : serial
  if (days < 0 || days > LAST_DAY + 1) return null
  // Excel counts a 29 February 1900 that never was.
  const at = new Date(Math.round(((days < 61 ? days + 1 : days) - 25_569) * 86_400) * 1000)
  const iso = at.toISOString()
  const time = iso.slice(11, 19)
  if (kind === 'time' && serial < 1) return time
  return at.getTime() % DAY === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`
}
