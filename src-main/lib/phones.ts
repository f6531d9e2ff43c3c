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

/** How a country's numbers are written, as the library's own tables say it. */
interface Plan {
  callingCode: string
  /** What one dials first to go abroad. */
  abroad: RegExp
  /** What one dials first at home, to be taken away: `0`. */
  trunks: readonly string[]
  /** Numbers that begin so are rewritten (Argentina) or name who carries the call (Brazil): the library's. */
  odd: RegExp | null
  /** A whole number without trunk. */
  whole: RegExp
  /** Digits a number may have in each of the countries with this calling code, whichever of them it is of. */
  lengths: ReadonlySet<number>
}

/** By country, and by calling code for numbers with a plus; null where only the library knows. */
const plans = new Map<string, Plan | null>()

function planOf(place: string): Plan | null {
  let plan = plans.get(place)
  if (plan === undefined) plans.set(place, (plan = makePlan(place)))
  return plan
}

function makePlan(place: string): Plan | null {
  const { Metadata, getCountries, getCountryCallingCode, isSupportedCountry } = library()
  const numberingPlan = (country: string): NumberingPlan => {
    const metadata = new Metadata()
    metadata.selectNumberingPlan(country as Country)
    return (metadata as unknown as { numberingPlan: NumberingPlan }).numberingPlan
  }
  const isCode = /^\d/.test(place)
  const members = getCountries().filter((one) => getCountryCallingCode(one) === (isCode ? place : callingCodeOf(place)))
  if (members.length === 0 || (!isCode && !isSupportedCountry(place))) return null
  // Of the countries that share a calling code the library reads by the first one's rules, until it knows better.
  const own = numberingPlan(place)
  const [abroad, parsing] = [own.IDDPrefix(), own.nationalPrefixForParsing() || '']
  if (!abroad) return null
  const isPlain = /^[\d|]*$/.test(parsing)
  const [first = [], ...others] = members.map((one) => numberingPlan(one).possibleLengths())
  return {
    callingCode: own.callingCode(),
    abroad: new RegExp(`^(?:${abroad})`),
    trunks: isPlain ? parsing.split('|').filter((trunk) => trunk !== '') : [],
    odd: isPlain ? null : new RegExp(`^(?:${parsing})`),
    whole: new RegExp(`^(?:${own.nationalNumberPattern()})$`),
    lengths: new Set(first.filter((length) => others.every((lengths) => lengths.includes(length)))),
  }
}
interface NumberingPlan {
  callingCode(): string
  IDDPrefix(): string | undefined
  /** 0 without one. */
  nationalPrefixForParsing(): string | 0 | undefined
  nationalNumberPattern(): string
  possibleLengths(): number[]
}
type Country = ReturnType<Library['getCountries']>[number]

const callingCodeOf = (country: string): string | null => {
  const { getCountryCallingCode, isSupportedCountry } = library()
  return isSupportedCountry(country) ? getCountryCallingCode(country) : null
}

/** Without its trunk, as the library takes it away; undefined where it looks more closely. */
function withoutTrunk(digits: string, { odd, trunks, whole, lengths }: Plan): string | undefined {
  if (odd?.test(digits)) return undefined
  let national = digits
  for (const trunk of trunks) {
    if (!digits.startsWith(trunk)) continue
    const rest = digits.slice(trunk.length)
    if (!lengths.has(rest.length)) return undefined
    // A number that is whole with what looks like a trunk, and not without it, keeps it.
    if (!whole.test(digits) || whole.test(rest)) national = rest
    break
  }
  return lengths.has(national.length) ? national : undefined
}

const SEPARATORS = /[ ().\-/\u00a0]+/g
const DIGITS = /^[0-9]{7,15}$/
const NORTH_AMERICA = new Set(['US', 'CA'])

/** The answer for plain shapes; undefined where the library must be asked. Equal to the library's wherever it answers (tested). */
function shortCut(text: string, country: string | null): string | undefined {
  // A zero in brackets is not dialled from abroad; the library would not know.
  if (text.includes('(0)')) return undefined
  const isAbroad = text.charCodeAt(0) === 43
  const digits = (isAbroad ? text.slice(1) : text).replace(SEPARATORS, '')
  if (!DIGITS.test(digits)) return undefined
  if (isAbroad) return abroad(digits)
  if (country === null) return undefined
  // "001-409-…", as if dialled from abroad: the library takes the zeros for part of the number and finds none.
  if (digits.length === 13 && digits.startsWith('001') && NORTH_AMERICA.has(country) && digits.charCodeAt(3) > 49)
    return `+${digits.slice(2)}`
  const plan = planOf(country)
  // With the calling code in front and no plus the library weighs which of two numbers is the better one.
  if (plan === null || digits.startsWith(plan.callingCode) || plan.abroad.test(digits)) return undefined
  const national = withoutTrunk(digits, plan)
  return national === undefined ? undefined : `+${plan.callingCode}${national}`
}

function abroad(digits: string): string | undefined {
  for (let length = 1; length <= 3; length++) {
    const plan = planOf(digits.slice(0, length))
    if (plan === null) continue
    const national = withoutTrunk(digits.slice(length), plan)
    return national === undefined ? undefined : `+${plan.callingCode}${national}`
  }
  return undefined
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
