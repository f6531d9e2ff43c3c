import { createRequire } from 'node:module'

// Loaded at the first number read: it takes 45 ms, and a desk that opens reads none.
// Not named `require`: the bundler would declare another one beside it.
const requireFrom = createRequire(import.meta.url)
type Library = typeof import('libphonenumber-js')
let loaded: Library | undefined
const library = (): Library => (loaded ??= requireFrom('libphonenumber-js/min') as Library)

export interface ParsedPhone {
  /** E.164: `+4930901820`. */
  number: string
  /** `x4606`, `ext. 12`, `Durchwahl 12`; null without one. */
  extension: string | null
}

/** What the short cut needs to know of a country whose numbers are plain: at most a 0 in front, nothing rewritten. */
interface Plan {
  code: string
  lengths: readonly number[]
}
let plans: { byCountry: Map<string, Plan>; byCode: Map<string, Plan> } | undefined

/**
 * Plans come from the library's own tables. Left to the library: calling codes that several countries share (except North
 * America, where ten digits are ten digits), prefixes other than 0, and numbers that are rewritten (Argentina, Mexico).
 */
function loadPlans(): NonNullable<typeof plans> {
  const { Metadata, getCountries, getCountryCallingCode } = library()
  const metadata = new Metadata()
  const byCountry = new Map<string, Plan>()
  const byCode = new Map<string, Plan>()
  const countries = getCountries()
  const shared = new Set(
    countries.map((country) => getCountryCallingCode(country)).filter((code, index, all) => all.indexOf(code) !== index),
  )
  for (const country of countries) {
    const code = getCountryCallingCode(country)
    if (shared.has(code)) continue
    metadata.selectNumberingPlan(country)
    const { numberingPlan } = metadata as unknown as { numberingPlan: NumberingPlan }
    const parsing = numberingPlan.nationalPrefixForParsing()
    const isPlain = (parsing ?? '0') === '0' && !numberingPlan.nationalPrefixTransformRule() && numberingPlan.IDDPrefix() === '00'
    if (!isPlain) continue
    const plan = { code, lengths: numberingPlan.possibleLengths() }
    // Without a prefix for parsing a leading 0 belongs to the number; the short cut leaves those alone.
    if (parsing === '0') byCountry.set(country, plan)
    byCode.set(code, plan)
  }
  return { byCountry, byCode }
}
interface NumberingPlan {
  nationalPrefixForParsing(): string | undefined
  nationalPrefixTransformRule(): string | undefined
  IDDPrefix(): string
  possibleLengths(): number[]
}

const SEPARATORS = /[ ().\-/\u00a0]/g
const DIGITS = /^[0-9]{7,14}$/
const NORTH_AMERICA = new Set(['US', 'CA'])

/** The answer for plain shapes; undefined where the library must be asked. Equal to the library's wherever it answers (tested). */
function shortCut(text: string, country: string | null): string | undefined {
  const first = text.charCodeAt(0)
  // "(0)" and a second plus mean what only the library knows.
  if (text.includes('(0')) return undefined
  if (first === 43) {
    const digits = text.slice(1).replaceAll(SEPARATORS, '')
    if (!DIGITS.test(digits)) return undefined
    if (digits.charCodeAt(0) === 49) return digits.length === 11 && digits.charCodeAt(1) > 49 ? `+${digits}` : undefined
    plans ??= loadPlans()
    for (let length = 2; length <= 3; length++) {
      const plan = plans.byCode.get(digits.slice(0, length))
      if (!plan) continue
      const isPlain = digits.charCodeAt(length) !== 48 && plan.lengths.includes(digits.length - length)
      return isPlain ? `+${digits}` : undefined
    }
    return undefined
  }
  if (country === null) return undefined
  const digits = text.replaceAll(SEPARATORS, '')
  if (!DIGITS.test(digits)) return undefined
  if (NORTH_AMERICA.has(country)) {
    // "001-409-…", as if dialled from abroad: the library takes the zeros for part of the number and finds none.
    const national = digits.length === 13 && digits.startsWith('001') ? digits.slice(3) : digits
    return national.length === 10 && national.charCodeAt(0) > 49 ? `+1${national}` : undefined
  }
  if (digits.charCodeAt(0) !== 48 || digits.charCodeAt(1) === 48) return undefined
  plans ??= loadPlans()
  const plan = plans.byCountry.get(country)
  const national = digits.slice(1)
  return plan && !national.startsWith(plan.code) && plan.lengths.includes(national.length)
    ? `+${plan.code}${national}`
    : undefined
}

/** What the library says, with its own notion of "possible" (length, not assignment): a new area code is no reason to lose a lead. */
export function askLibrary(text: string, country: string | null): ParsedPhone | null {
  const { parsePhoneNumberFromString, isSupportedCountry } = library()
  const home = country !== null && isSupportedCountry(country) ? country : undefined
  const parsed = parsePhoneNumberFromString(text, { ...(home ? { defaultCountry: home } : {}), extract: false })
  return parsed?.isPossible() ? { number: parsed.number, extension: parsed.ext ?? null } : null
}

const EXTENSION = /^([^a-z]{7,30}?)\s*(?:x|ext\.?)\s*(\d{1,6})$/i

/** Reads a telephone number as a person of `country` (alpha-2) would dial it; null when it can be no number. */
export function parsePhone(text: string, country: string | null): ParsedPhone | null {
  const quick = shortCut(text, country)
  if (quick !== undefined) return { number: quick, extension: null }
  const extended = EXTENSION.exec(text)
  const main = extended && shortCut(extended[1] ?? '', country)
  if (main) return { number: main, extension: extended[2] ?? null }
  // An apostrophe in front keeps spreadsheets from taking the plus for a formula.
  let trimmed = text.trim().replace(/^'+/, '').replaceAll('(0)', ' ')
  // Facebook's exports write p:+49…; links write tel:+49….
  trimmed = trimmed.replace(/^(?:p|tel|phone|callto|whatsapp):\s*/i, '')
  if (trimmed.length > 60 || !/[0-9]{2}/.test(trimmed)) return null
  const found = askLibrary(trimmed, country)
  if (found) return found
  // "0049 30 …" and "001-409-…" are written everywhere, also where one dials 011 to go abroad.
  return /^00[1-9]/.test(trimmed) ? askLibrary(`+${trimmed.slice(2)}`, null) : null
}

export function toE164(text: string, country: string | null): string | null {
  return shortCut(text, country) ?? parsePhone(text, country)?.number ?? null
}

/** Country of a number whose calling code belongs to one country alone (or, in North America, as far as the area code says). */
export function countryOfPhone(e164: string): string | null {
  if (e164.startsWith('+1')) return null
  const { getCountries, getCountryCallingCode } = library()
  byCallingCode ??= getCountries().reduce((codes, country) => {
    const code = getCountryCallingCode(country)
    return codes.set(code, codes.has(code) ? null : country)
  }, new Map<string, string | null>())
  for (let length = 1; length <= 3; length++) {
    const country = byCallingCode.get(e164.slice(1, 1 + length))
    if (country !== undefined) return country
  }
  return null
}
let byCallingCode: Map<string, string | null> | undefined
