import { createRequire } from 'node:module'
import { DAY_MS, midnightOf, momentOf, stretchAt, wallMs } from './wall-clock.ts'

// Loaded at the first question: it takes 85 ms, and a desk that opens may ask none.
// Not named `require`: the bundler would declare another one beside it.
const requireFrom = createRequire(import.meta.url)
type Library = typeof import('date-holidays').default
let loaded: Library | undefined
const library = (): Library => (loaded ??= requireFrom('date-holidays') as Library)

/** Half-open, epoch ms. */
export interface HolidaySpell {
  from: number
  to: number
  /** In the first language of the region: `Fronleichnam`. */
  name: string
}

export interface HolidayRegion {
  /** `DE`, `DE-BY`, `US-CA`, `GB-ENG`. */
  code: string
  /** In English for a country, else with the state as the library names it: `Germany: Bayern`. */
  name: string
}

export interface HolidayChoice {
  /** Bank holidays too, among them the afternoons before Christmas and New Year in Germany. Default: public ones alone. */
  withBank?: boolean
}

interface LocalSpell {
  /** The wall clock as if it were UTC; a whole day runs from midnight to midnight. */
  fromWall: number
  toWall: number
  name: string
  isBank: boolean
}

const KEPT_YEARS = 2_000
const years = new Map<string, readonly LocalSpell[]>()
let regions: readonly HolidayRegion[] | undefined
let codes: ReadonlySet<string> | undefined

/** Every country, each followed by its states, in order of names. The first call loads the library (about 0.1 s). */
export function holidayRegions(): readonly HolidayRegion[] {
  if (regions !== undefined) return regions
  const all = new (library())()
  const byName = ([, a]: [string, string], [, b]: [string, string]): number => a.localeCompare(b, 'en')
  const list: HolidayRegion[] = []
  for (const [country, name] of Object.entries(all.getCountries('en')).sort(byName)) {
    list.push({ code: country, name })
    // The library answers undefined for a country without states, whatever its types say.
    const states: Record<string, string> | undefined = all.getStates(country, 'en')
    for (const [state, stateName] of Object.entries(states ?? {}).sort(byName)) {
      list.push({ code: `${country}-${state}`, name: `${name}: ${stateName}` })
    }
  }
  return (regions = list)
}

/** Whether `holidayRegions` has this code, written just so. */
export function isHolidayRegion(code: string): boolean {
  codes ??= new Set(holidayRegions().map((region) => region.code))
  return codes.has(code)
}

/**
 * The holidays of a region that touch `from` to `to` (epoch ms), in order, not cut to it: whole local days of `zone`, from its
 * midnight to its midnight, or the hours of a half-day holiday by its clock. Those of type public; bank holidays on demand; never
 * observances, school or optional days. Two on one day are both given. An unknown region, or none, has no holidays.
 *
 * The rules are the library's. Those by the moon are calculated and may be a day beside what the authorities see and say.
 */
export function holidaysBetween(
  code: string | null,
  zone: string,
  from: number,
  to: number,
  choice: HolidayChoice = {},
): HolidaySpell[] {
  if (code === null || !(from < to) || !isHolidayRegion(code)) return []
  const spells: HolidaySpell[] = []
  // From the year before: holidays of several days reach over New Year. A day wider: the walls of a zone are at most that far.
  const first = new Date(wallMs(from, zone) - DAY_MS).getUTCFullYear() - 1
  const last = new Date(wallMs(to, zone) + DAY_MS).getUTCFullYear()
  for (let year = first; year <= last; year++) {
    for (const day of holidaysOf(code, year)) {
      if (day.isBank && choice.withBank !== true) continue
      const spell = { from: momentIn(zone, day.fromWall), to: momentIn(zone, day.toWall), name: day.name }
      if (spell.from < spell.to && spell.from < to && spell.to > from) spells.push(spell)
    }
  }
  return spells.sort((a, b) => a.from - b.from || a.to - b.to)
}

function momentIn(zone: string, wall: number): number {
  return wall % DAY_MS === 0 ? midnightOf(wall, zone) : momentOf(wall, (at) => stretchAt(at, zone), 'jump')
}

/** Remembered by the wall clock and so for every zone at once: 500 reps of one region in three zones ask the library once. */
function holidaysOf(code: string, year: number): readonly LocalSpell[] {
  const key = `${code} ${year}`
  let found = years.get(key)
  if (found === undefined) {
    if (years.size >= KEPT_YEARS) years.clear()
    years.set(key, (found = askLibrary(code, year)))
  }
  return found
}

function askLibrary(code: string, year: number): LocalSpell[] {
  const cut = code.indexOf('-')
  const country = cut < 0 ? code : code.slice(0, cut)
  const Holidays = library()
  const calendar = cut < 0 ? new Holidays(country) : new Holidays(country, code.slice(cut + 1))
  // The library's own zones are of its own, older data: let it give plain wall times, and let our clock turn them into moments.
  calendar.setTimezone('UTC')
  const spells: LocalSpell[] = []
  for (const { date, start, end, name, type } of calendar.getHolidays(year)) {
    if (type !== 'public' && type !== 'bank') continue
    const [, day, time, fromSunset] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)( -\d+)?/.exec(date) ?? []
    if (day === undefined || time === undefined) continue
    const fromWall = Date.parse(`${day}T${time}Z`)
    const length = end.getTime() - start.getTime()
    // Islamic and Hebrew days begin at sunset of the day before; offices close for the civil days.
    const lasts = fromSunset === undefined ? length : Math.max(1, Math.floor(length / DAY_MS)) * DAY_MS
    spells.push({ fromWall, toWall: fromWall + lasts, name, isBank: type === 'bank' })
  }
  return spells
}
