import { createRequire } from 'node:module'
import { countries } from 'countries-list'
import { REGION_NAMES, REGION_ZONES, TOWN_REGIONS } from './areas.ts'
import { detached, squash } from './fold.ts'

// Both tables are loaded at the first place read: together they take 100 ms, and a desk that opens reads none.
// Not named `require`: the bundler would declare another one beside it.
const requireFrom = createRequire(import.meta.url)

/** Names people write that no table has, or that a table gives to another. */
export const COUNTRY_NAMES: readonly (readonly [code: string, names: string])[] = [
  ['GB', 'UK|U.K.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|GB|GBR|Großbritannien|England (UK)'],
  [
    'US',
    'USA|U.S.|U.S.A.|United States|United States of America|America|The States|Estados Unidos|EE.UU.|EEUU|États-Unis|Amerika',
  ],
  ['KR', 'Korea|South Korea|Südkorea|Corée|Corea'],
  ['GR', 'EL'],
  ['NL', 'Holland|The Netherlands|Niederlande|Hollande|Holanda'],
  ['CZ', 'Czech Republic|Czechia|Tschechien'],
  ['AE', 'UAE|Emirates|VAE'],
  ['TR', 'Turkey|Türkiye'],
  ['CD', 'DRC|DR Congo|Congo-Kinshasa'],
  ['CG', 'Congo|Republic of the Congo|Congo-Brazzaville'],
  ['MM', 'Burma'],
  ['SZ', 'Swaziland'],
  ['CI', 'Ivory Coast'],
  ['CV', 'Cape Verde'],
  ['XK', 'Kosovo|XK|XKX'],
  ['CH', 'Switzerland|Schweiz|Suisse|Svizzera|Suiza'],
  ['CN', 'PRC|Mainland China'],
  ['PS', 'Palestine|Palestinian Territory|Palestinian Territories'],
  ['VA', 'Vatican|Holy See (Vatican City State)'],
  ['BN', 'Brunei Darussalam'],
  ['FM', 'Micronesia'],
  ['SX', 'Saint Maarten'],
  ['KG', 'Kyrgyz Republic'],
  ['LY', 'Libyan Arab Jamahiriya'],
  ['SJ', 'Svalbard & Jan Mayen Islands|Svalbard'],
]
/** Countries within a country, which people write in its place: ISO 3166-2 of each. */
const NATIONS: readonly (readonly [code: string, names: string])[] = [
  ['GB-ENG', 'England|England (UK)|Angleterre|Inglaterra|Inghilterra|Engeland'],
  ['GB-SCT', 'Scotland|Schottland|Écosse|Escocia|Scozia|Schotland'],
  ['GB-WLS', 'Wales|Cymru|Pays de Galles|Gales|Galles'],
  ['GB-NIR', 'Northern Ireland|Nordirland|Irlande du Nord|Irlanda del Norte|Irlanda del Nord'],
]
const regionByNation = new Map(NATIONS.flatMap(([code, names]) => names.split('|').map((name) => [squash(name), code] as const)))

/** Where two tongues use one name, the first of these decides. */
const TONGUES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'nb', 'fi', 'cs']

interface IsoCountries {
  langs(): string[]
  getNames(language: string, options: { select: 'all' }): Record<string, string[]>
  getAlpha3Codes(): Record<string, string>
}

let byCountryName: Map<string, string> | undefined

/** Loads the names `countryCode` looks for, a language a step: all at once would hold others up. */
export function* loadCountries(): Generator<undefined, Map<string, string>> {
  if (byCountryName) return byCountryName
  const iso = requireFrom('i18n-iso-countries') as IsoCountries
  const names = new Map<string, string>()
  const add = (name: string, code: string): void => {
    // German keyboards' "Oesterreich" beside "Österreich".
    const spelt = name.replaceAll(/[äöü]/gi, (letter) => `${letter}e`)
    for (const spelling of spelt === name ? [name] : [name, spelt]) {
      const key = squash(spelling)
      if (key !== '' && !names.has(key)) names.set(key, code)
    }
  }
  const alpha3 = Object.entries(iso.getAlpha3Codes())
  for (const [, code] of alpha3) names.set(code.toLowerCase(), code)
  for (const [three, code] of alpha3) names.set(three.toLowerCase(), code)
  for (const [code, list] of COUNTRY_NAMES) for (const name of list.split('|')) names.set(squash(name), code)
  for (const [nation, region] of regionByNation) names.set(nation, region.slice(0, 2))
  for (const language of [...TONGUES, ...iso.langs().filter((language) => !TONGUES.includes(language))]) {
    yield
    for (const [code, list] of Object.entries(iso.getNames(language, { select: 'all' }))) for (const name of list) add(name, code)
  }
  for (const [code, { name, native }] of Object.entries(countries)) {
    add(name, code)
    add(native, code)
  }
  return (byCountryName = names)
}

function countryNames(): Map<string, string> {
  const loading = loadCountries()
  for (;;) {
    const { done, value } = loading.next()
    if (done === true) return value
  }
}

const countriesRead = new Map<string, string | null>()

/** ISO 3166-1 alpha-2 of a country's code, name or local spelling in any of 78 languages; null when it is none. */
export function countryCode(text: string): string | null {
  const read = countriesRead.get(text)
  if (read !== undefined) return read
  const names = byCountryName ?? countryNames()
  const code = names.get(squash(text)) ?? names.get(squash(bareName(text))) ?? null
  remember(countriesRead, text, code)
  return code
}

/** ISO 3166-2 of what is written as a country and is a part of one: "England" → `GB-ENG`; null for all others. */
export function regionOfCountry(text: string): string | null {
  return regionByNation.get(squash(text)) ?? null
}

/** How most people of a country write the mark before a fraction; spreadsheets there part the cells of CSV by a semicolon when it is a comma. */
export function decimalMarkOf(country: string): '.' | ',' {
  const language = country in countries ? countries[country as keyof typeof countries].languages[0] : undefined
  return language !== undefined && new Intl.NumberFormat(`${language}-${country}`).format(1.5).includes(',') ? ',' : '.'
}

/** "the Netherlands", "Federal Republic of Germany", "Iran, Islamic Republic of" → the name alone. */
function bareName(text: string): string {
  return text
    .trim()
    .replace(/^the /i, '')
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/^(?:[a-z]+ )?(?:republic|kingdom|state|commonwealth) of (?:the )?/i, '')
    .replace(/, [^,]*\b(?:republic|state|kingdom)(?: of)?$/i, '')
}

interface Regions {
  /** Squashed name or bare code → ISO 3166-2, by country. */
  byCountry: Map<string, Map<string, string>>
  /** The same over all countries. */
  everywhere: Map<string, string[]>
}
let regions: Regions | undefined

function loadRegions(): Regions {
  const { allCountries } = requireFrom('country-region-data') as {
    allCountries: [name: string, code: string, regions: [name: string, code: string][]][]
  }
  const byCountry = new Map<string, Map<string, string>>()
  const everywhere = new Map<string, string[]>()
  const add = (country: string, key: string, code: string): void => {
    let own = byCountry.get(country)
    if (!own) byCountry.set(country, (own = new Map()))
    if (key === '' || own.has(key)) return
    own.set(key, code)
    const others = everywhere.get(key)
    if (others) others.push(code)
    else everywhere.set(key, [code])
  }
  for (const [, country, list] of allCountries) {
    // Codes first: "CO" in the US is Colorado whatever else is called so.
    // Some countries' codes carry the country already ("DK-84").
    const coded = list.flatMap(([name, code]): [string, string][] =>
      code && code !== 'undefined' ? [[name, code.startsWith(`${country}-`) ? code.slice(country.length + 1) : code]] : [],
    )
    for (const [, code] of coded) add(country, squash(code), `${country}-${code}`)
    for (const [name, code] of coded) {
      add(country, squash(name), `${country}-${code}`)
      // "Catalunya [Cataluña]", "Tirol (Tyrol)": each name for itself.
      for (const part of name.split(/[[\](),/]/)) if (part.trim().length > 2) add(country, squash(part), `${country}-${code}`)
    }
  }
  for (const [code, names] of REGION_NAMES)
    for (const name of [code.slice(3), ...names.split('|')]) add(code.slice(0, 2), squash(name), code)
  return { byCountry, everywhere }
}

const FULL_CODE = /^\s*([a-z]{2})[-_]([a-z0-9]{1,3})\s*$/i
const regionsRead = new Map<string, string | null>()

/** ISO 3166-2 (`US-CA`) of a region's name or code within a country; null when the country has none of that name. */
export function regionCode(text: string, country: string): string | null {
  const cacheKey = `${country}\n${text}`
  const read = regionsRead.get(cacheKey)
  if (read !== undefined) return read
  regions ??= loadRegions()
  const own = regions.byCountry.get(country)
  const full = FULL_CODE.exec(text)
  const key = squash(full && full[1]?.toUpperCase() === country ? (full[2] ?? '') : text)
  const code =
    own?.get(key) ??
    own?.get(key.replace(/^(?:stateof|provinceof|provincede|landkreis|kanton|cantonof|cantonde)|(?:state|province)$/, '')) ??
    null
  remember(regionsRead, cacheKey, code)
  return code
}

/** Every ISO 3166-2 code a region's name or code may mean, in the country given or in any. */
export function regionCodes(text: string, country: string | null): readonly string[] {
  const full = FULL_CODE.exec(text)
  const home = country ?? full?.[1]?.toUpperCase() ?? null
  if (home !== null) {
    const code = regionCode(text, home)
    if (code !== null) return [code]
    if (country !== null) return []
  }
  regions ??= loadRegions()
  return regions.everywhere.get(squash(text)) ?? []
}

/** Whether a town may go by the name of a region: "Berlin" and "Zürich", but not "Bavaria". */
export function isTownRegion(region: string): boolean {
  return TOWN_REGIONS[region.slice(0, 2)]?.includes(region) ?? true
}

/** True when the table knows regions of that country, so that a name it lacks is doubtful. */
export function hasRegions(country: string): boolean {
  regions ??= loadRegions()
  return (regions.byCountry.get(country)?.size ?? 0) > 2
}

/** `AF`, `AN`, `AS`, `EU`, `NA`, `OC` or `SA`. */
export function continentOf(country: string): string | null {
  return country in countries ? countries[country as keyof typeof countries].continent : null
}

let zoneOfRegion: Map<string, string> | undefined
const zoneOfCountry = new Map<string, string | null>()

/** IANA zone of a place that keeps one clock; null for places of several (Texas, Spain with its islands) and unknown ones. */
export function timeZoneOf(country: string | null, region: string | null): string | null {
  if (region !== null) {
    zoneOfRegion ??= new Map(Object.entries(REGION_ZONES).flatMap(([zone, list]) => list.split(' ').map((code) => [code, zone])))
    const zone = zoneOfRegion.get(region)
    if (zone !== undefined) return zone
  }
  if (country === null || !/^[A-Z]{2}$/.test(country)) return null
  let zone = zoneOfCountry.get(country)
  if (zone === undefined) zoneOfCountry.set(country, (zone = soleZone(country)))
  return zone
}

/** Zones of a country that show the same clock in January and July count as one (Berlin and Büsingen). */
function soleZone(country: string): string | null {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): string[]; timeZones?: string[] }
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? []
  const clocks = new Set(zones.map(clocksOf))
  if (clocks.size !== 1) return null
  // CLDR lists alphabetically; of equal zones the capital's is the one people know.
  const capital = country in countries ? squash(countries[country as keyof typeof countries].capital) : ''
  return zones.find((zone) => squash(zone.split('/').at(-1) ?? '') === capital) ?? zones[0] ?? null
}
function clocksOf(timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)].map((at) => format.format(at)).join()
}

/** A file has few places and many rows; the bound is for files that put free text there. */
function remember<Value>(cache: Map<string, Value>, key: string, value: Value): void {
  if (cache.size >= 20_000) cache.clear()
  if (key.length < 100) cache.set(detached(key), value)
}
