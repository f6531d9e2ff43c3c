import type { LeadField } from '../../contract/index.ts'
import { parseEmail } from '../../lib/emails.ts'
import { countryCode } from '../../lib/places.ts'

/** What cells look like, for columns whose header says nothing and files that have none. */
export const looksLike = {
  email: (text: string): boolean => parseEmail(text) !== null,
  /** At least nine digits written as a number one dials; not a date, an IP address, or a bare count. */
  phone: (text: string): boolean => {
    const value = text.trim()
    if (value.length > 30 || !/^(?:p:)?\+?[(\d][\d ().\-/\u00a0]*(?:(?:x|ext\.?)\s*\d+)?$/i.test(value) || looksLike.date(value))
      return false
    const digits = value.replaceAll(/\D/g, '').length
    if (digits < 9 || digits > 20 || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(value)) return false
    // Without a mark of a number, only the shapes people write one in: parts and stock numbers have dashes as well.
    return (
      /^(?:p:)?[+(0]/.test(value) ||
      /^\d{10}$/.test(value) ||
      /^(?:1[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}\b|^\d{2,5}[ /-]\d{5,10}$/.test(value)
    )
  },
  url: (text: string): boolean => /^(?:https?:\/\/|www\.)[^\s/]+\.[^\s]+$/i.test(text.trim()),
  date: (text: string): boolean =>
    /^\s*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?:[T ]\d{1,2}:\d{2}.*)?\s*$/.test(text),
  number: (text: string): boolean => /^\s*[-+]?[$€£]?\s?\d[\d.,' ]*%?\s*$/.test(text),
  country: (text: string): boolean => countryCode(text) !== null,
  /** Two or three words, each with a capital: a person, or a firm. */
  name: (text: string): boolean => /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u.test(text.trim()),
} as const

export function share(values: readonly string[], test: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length
}

/** The field a column fills by what stands in it; only addresses and numbers when the file has headers. */
export function fieldByContent(values: readonly string[], hasHeader: boolean): LeadField | null {
  if (values.length === 0) return null
  if (share(values, looksLike.email) >= 0.6) return 'email'
  if (share(values, looksLike.phone) >= 0.6) return 'phone'
  if (hasHeader) return null
  if (share(values, looksLike.url) >= 0.6) return 'website'
  if (share(values, looksLike.date) >= 0.8) return 'receivedAt'
  if (share(values, looksLike.country) >= 0.8 && share(values, (value) => value.length > 1 && !/\d/.test(value)) === 1)
    return 'country'
  if (
    share(values, (value) =>
      /\b(?:inc|llc|ltd|gmbh|ag|plc|corp(?:oration)?|group|company|co|incorporated|limited|sarl|sa|bv|consulting|associates|llp|foundation|institute)\b\.?/i.test(
        value,
      ),
    ) >= 0.5
  )
    return 'company'
  return share(values, looksLike.name) >= 0.7 ? 'name' : null
}

/** `+91`, `49`, `0044`: calling codes and nothing else. */
export function isCallingCodes(values: readonly string[]): boolean {
  return values.length > 0 && share(values, (value) => /^(?:\+|00)?[1-9]\d{0,3}$/.test(value)) === 1
}
