import type { LeadFacts, Territory } from '../contract/index.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A set of places a lead may be within, as codes. */
export interface PlaceSet {
  countries: ReadonlySet<string>
  regions: ReadonlySet<string>
  cities: ReadonlySet<string>
  postalPrefixes: readonly { country: string | null; prefix: string }[]
  except: PlaceSet | null
}

/** Looks places up by what people call them, and remembers. */
export interface PlaceBook {
  /** `asRegion`: read "CA" as the state, not as Canada. */
  find(text: string, asRegion?: boolean): PlaceSet
  /** True when the text names a country, area, region, territory or postal prefix, rather than some town. */
  isKnown(text: string): boolean
}

const POSTAL = /^([a-z]{2}):([a-z0-9][a-z0-9 -]*)$/
const NOWHERE: PlaceSet = {
  countries: new Set(),
  regions: new Set(),
  cities: new Set(),
  postalPrefixes: [],
  except: null,
}

export function placeBook(territories: readonly Territory[], words: Vocabulary): PlaceBook {
  const byName = new Map(territories.map((territory) => [words.fold(territory.name), territory]))
  const found = new Map<string, PlaceSet>()
  const opening = new Set<string>()

  function lookUp(text: string, asRegion: boolean): PlaceSet | null {
    const name = words.fold(text)
    const territory = byName.get(name)
    // A territory that names itself, or two that name each other, end here instead of going round.
    if (territory && !opening.has(name)) return openTerritory(name, territory)
    const postal = POSTAL.exec(name)
    if (postal) return { ...NOWHERE, postalPrefixes: [{ country: postal[1]!.toUpperCase(), prefix: squeeze(postal[2]!) }] }
    if (asRegion) {
      const regions = words.regions(text, null)
      if (regions.length > 0) return { ...NOWHERE, regions: new Set(regions) }
    }
    const area = words.area(text)
    if (area) return { ...NOWHERE, countries: new Set(area) }
    const country = words.country(text)
    if (country) return { ...NOWHERE, countries: new Set([country]) }
    // Berlin, Zürich and New York are towns as well, and leads more often tell their town than their region.
    const regions = words.regions(text, null)
    if (regions.length > 0) return { ...NOWHERE, regions: new Set(regions), cities: new Set([name]) }
    return null
  }

  function openTerritory(name: string, territory: Territory): PlaceSet {
    opening.add(name)
    const places = union(territory.places.map((place) => find(place)))
    const except = territory.except.length > 0 ? union(territory.except.map((place) => find(place))) : null
    opening.delete(name)
    return { ...places, except }
  }

  function find(text: string, asRegion = false): PlaceSet {
    const key = `${asRegion ? 'r' : 'p'}${words.fold(text)}`
    let set = found.get(key)
    if (!set) {
      set = lookUp(text, asRegion) ?? { ...NOWHERE, cities: new Set([words.fold(text)]) }
      if (opening.size === 0) found.set(key, set)
    }
    return set
  }

  return { find, isKnown: (text) => lookUp(text, false) !== null }
}

/** Sets with exclusions of their own keep them only when alone: a union subtracts nothing it was not told to. */
export function union(sets: readonly PlaceSet[]): PlaceSet {
  if (sets.length === 1) return sets[0]!
  return {
    countries: new Set(sets.flatMap((set) => [...set.countries])),
    regions: new Set(sets.flatMap((set) => [...set.regions])),
    cities: new Set(sets.flatMap((set) => [...set.cities])),
    postalPrefixes: sets.flatMap((set) => [...set.postalPrefixes]),
    except: sets.some((set) => set.except) ? union(sets.flatMap((set) => (set.except ? [set.except] : []))) : null,
  }
}

/** Whether a lead's country, region, town or postal code lies in the set. A lead without a place lies nowhere (R6). */
export function isWithin(lead: LeadFacts, set: PlaceSet, fold: Vocabulary['fold']): boolean {
  const isIn =
    (lead.country !== null && set.countries.has(lead.country)) ||
    (lead.region !== null && set.regions.size > 0 && set.regions.has(lead.region)) ||
    (lead.city !== null && set.cities.size > 0 && set.cities.has(fold(lead.city))) ||
    (lead.postalCode !== null && set.postalPrefixes.length > 0 && startsWithOne(lead, set.postalPrefixes))
  return isIn && !(set.except && isWithin(lead, set.except, fold))
}

function startsWithOne(lead: LeadFacts, prefixes: PlaceSet['postalPrefixes']): boolean {
  const code = squeeze((lead.postalCode ?? '').toLowerCase())
  return prefixes.some(
    ({ country, prefix }) => code.startsWith(prefix) && (country === null || lead.country === null || lead.country === country),
  )
}

const squeeze = (code: string): string => code.replaceAll(/[ -]/g, '')
