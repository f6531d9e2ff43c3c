import type { LeadFacts, Territory } from '../contract/index.ts'
import type { PlaceReader } from './lead-fields.ts'
import { placeReader } from './lead-fields.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A set of places a lead may be within, as codes and folded names. */
export interface PlaceSet {
  countries: ReadonlySet<string>
  regions: ReadonlySet<string>
  /** Towns by folded name, each with the countries it lies in; null for whichever has one of that name. */
  towns: ReadonlyMap<string, readonly (string | null)[]>
  /** Without blanks and hyphens. */
  postalPrefixes: readonly { country: string | null; prefix: string }[]
  /** Sets with exclusions of their own that belong to this one as well. */
  others: readonly PlaceSet[]
  except: PlaceSet | null
  reader: PlaceReader
}

/** Looks places up by what people call them, and remembers. */
export interface PlaceBook {
  /** `asRegion`: read "CA" as the state, not as Canada. What names nothing known is taken for a town. */
  find(text: string, asRegion?: boolean): PlaceSet
  /** All that lies in any of those; empty for none. */
  unionOf(texts: readonly string[], asRegion?: boolean): PlaceSet
  /** True when the text names a country, area, region, territory or postal prefix, or says itself that it is a town. */
  isKnown(text: string, asRegion?: boolean): boolean
  /** The names of the territories. */
  territories: readonly string[]
  reader: PlaceReader
}

/** Territories may name each other; a chain longer than this was made to break something. */
export const LONGEST_CHAIN = 50

/** `DE:80`, `DE-80331`, `DE 80331`, and the old signs of cars: `D-80331`. */
const POSTAL = /^([a-z]{1,2})(:| |-)\s?([a-z0-9]*\d[a-z0-9 -]*|[a-z]{1,2})$/
const CAR_SIGNS: Readonly<Record<string, string>> = { d: 'DE', a: 'AT', f: 'FR', i: 'IT', b: 'BE', l: 'LU' }
const BARE_POSTAL = /^(?:\d[\d -]{0,9}|[a-z]{1,2}\d[a-z\d]?(?: \d[a-z]{2})?)$/
const FULL_REGION = /^[a-z]{2}-[a-z0-9]{1,3}$/

export function placeBook(territories: readonly Territory[], words: Vocabulary): PlaceBook {
  const byName = new Map(territories.map((territory) => [words.fold(territory.name), territory]))
  const territoriesFound = new Map<string, PlaceSet>()
  const found = new Map<string, PlaceSet | null>()
  const opening = new Set<string>()
  const reader = placeReader(words)
  const nowhere: PlaceSet = {
    countries: new Set(),
    regions: new Set(),
    towns: new Map(),
    postalPrefixes: [],
    others: [],
    except: null,
    reader,
  }

  function lookUp(text: string, asRegion: boolean): PlaceSet | null {
    const name = words.fold(text)
    const territory = byName.get(name)
    // A territory that names itself means the place it is called after; two that name each other end here.
    if (territory && !opening.has(name) && opening.size < LONGEST_CHAIN) return openTerritory(name, territory)
    const key = `${asRegion ? 'r' : 'p'}${name}`
    let set = found.get(key)
    if (set === undefined) found.set(key, (set = lookUpWorld(text, name, asRegion)))
    return set
  }

  function lookUpWorld(text: string, name: string, asRegion: boolean): PlaceSet | null {
    if (FULL_REGION.test(name)) {
      const codes = words.regions(text, null)
      if (codes.length > 0) return ofRegions(codes)
    }
    const qualified = ofPostal(name) ?? ofQualified(text)
    if (qualified) return qualified
    if (asRegion) {
      const regions = words.regions(text, null)
      if (regions.length > 0) return ofRegions(regions)
    }
    const area = words.area(text)
    if (area) return { ...nowhere, countries: new Set(area) }
    const regions = words.regions(text, null)
    const country = words.country(text)
    // "England" is understood as its country by whoever asks for one, but it is a part of it.
    const nation = regions.find((region) => region.slice(0, 2) === country && words.regionParts(region).length > 0)
    if (nation) return ofRegions([nation])
    if (country) return { ...nowhere, countries: new Set([country]) }
    if (BARE_POSTAL.test(name)) return { ...nowhere, postalPrefixes: [{ country: null, prefix: squeeze(name) }] }
    if (regions.length === 0) return null
    // Berlin, Zürich and New York are towns as well, and leads more often tell their town than their region.
    const alike = regions.filter((region) => words.isTownRegion(region))
    const countries = alike.map((region) => region.slice(0, 2))
    return { ...ofRegions(regions), towns: countries.length > 0 ? townsOf(text, countries) : nowhere.towns }
  }

  function ofRegions(codes: readonly string[]): PlaceSet {
    return { ...nowhere, regions: new Set(codes.flatMap((code) => [code, ...words.regionParts(code)])) }
  }

  function ofPostal(name: string): PlaceSet | null {
    const [, sign = '', mark, code = ''] = POSTAL.exec(name) ?? []
    const country = sign.length === 1 ? (CAR_SIGNS[sign] ?? null) : words.country(sign)
    if (!country) return null
    // Without a digit only a colon says that "GB:SW" is meant for a code, and then only when it is no region.
    if (!/\d/.test(code) && (mark !== ':' || words.regions(code, country).length > 0)) return null
    if (/\d/.test(code) && mark === ' ' && !/^\d/.test(code)) return null
    return { ...nowhere, postalPrefixes: [{ country, prefix: squeeze(code) }] }
  }

  /** `DE:München`, `Munich, DE`, `California, US`: a region of that country, else a town there. */
  function ofQualified(text: string): PlaceSet | null {
    const [, before = '', after = ''] = /^([^:]+):\s*([^:]+)$/.exec(text.trim()) ?? []
    const [, part = '', home = ''] = /^([^,]+),\s*([^,]+)$/.exec(text.trim()) ?? []
    const [country, name] = before === '' ? [words.country(home), part] : [words.country(before), after]
    // "Korea, Republic of" is a country itself.
    if (!country || words.country(text)) return null
    const regions = words.regions(name, country)
    const isTown = regions.length === 0 || regions.some((region) => words.isTownRegion(region))
    return { ...ofRegions(regions), towns: isTown ? townsOf(name, [country]) : nowhere.towns }
  }

  function townsOf(text: string, countries: readonly (string | null)[]): PlaceSet['towns'] {
    return new Map(words.town(text).map((name) => [name, countries]))
  }

  function openTerritory(name: string, territory: Territory): PlaceSet {
    const known = territoriesFound.get(name)
    if (known) return known
    opening.add(name)
    const places = union(territory.places.map((place) => find(place)))
    const except = territory.except.map((place) => findExcluded(place, places))
    opening.delete(name)
    // What is left out stays out of everything, so a place with exclusions of its own goes one level down.
    const whole = places.except ? { ...nowhere, others: [places] } : places
    const set = except.length > 0 ? { ...whole, except: union(except) } : whole
    territoriesFound.set(name, set)
    return set
  }

  /**
   * In "US except CA" the state is meant: a short code is read as a country only when that country is among the places, and else as a
   * region of theirs.
   */
  function findExcluded(text: string, from: PlaceSet): PlaceSet {
    const set = find(text)
    const [country] = set.countries
    const isShortCode = /^\s*[a-z]{2,3}\s*$/i.test(text) && set.countries.size === 1
    if (!isShortCode || (country !== undefined && reaches(from, country))) return set
    const regions = words.regions(text, null).filter((region) => reaches(from, region.slice(0, 2)))
    return regions.length > 0 ? ofRegions(regions) : set
  }

  function find(text: string, asRegion = false): PlaceSet {
    return lookUp(text, asRegion) ?? { ...nowhere, towns: townsOf(text, [null]) }
  }

  return {
    find,
    unionOf: (texts, asRegion = false) => (texts.length === 0 ? nowhere : union(texts.map((text) => find(text, asRegion)))),
    isKnown: (text, asRegion = false) => lookUp(text, asRegion) !== null,
    territories: territories.map((territory) => territory.name),
    reader,
  }
}

const reaches = (set: PlaceSet, country: string): boolean =>
  set.countries.has(country) || set.others.some((other) => reaches(other, country))

/** All that lies in any of them. What one leaves out, another may still have. */
export function union(sets: readonly PlaceSet[]): PlaceSet {
  if (sets.length === 1) return sets[0]!
  const plain = sets.filter((set) => set.except === null)
  return {
    countries: new Set(plain.flatMap((set) => [...set.countries])),
    regions: new Set(plain.flatMap((set) => [...set.regions])),
    towns: mergeTowns(plain.map((set) => set.towns)),
    postalPrefixes: plain.flatMap((set) => set.postalPrefixes),
    others: [...plain.flatMap((set) => set.others), ...sets.filter((set) => set.except !== null)],
    except: null,
    reader: sets[0]!.reader,
  }
}

function mergeTowns(lists: readonly PlaceSet['towns'][]): PlaceSet['towns'] {
  const all = new Map<string, (string | null)[]>()
  for (const list of lists)
    for (const [name, countries] of list) {
      const known = all.get(name)
      if (known) known.push(...countries)
      else all.set(name, [...countries])
    }
  return all
}

/** Whether a lead's country, region, town or postal code lies in the set. A lead without a place lies nowhere (R6). */
export function isWithin(lead: LeadFacts, set: PlaceSet, fold: Vocabulary['fold']): boolean {
  const country = set.reader.country(lead)
  if (set.except && isWithin(lead, set.except, fold)) return false
  if (country !== null && set.countries.has(country)) return true
  if (set.regions.size > 0 && set.regions.has(set.reader.region(lead) ?? '')) return true
  if (lead.city !== null && set.towns.size > 0) {
    if (set.towns.get(fold(lead.city))?.some((home) => isThere(home, country))) return true
  }
  if (lead.postalCode !== null && set.postalPrefixes.length > 0) {
    const code = squeeze(lead.postalCode.toLowerCase())
    if (set.postalPrefixes.some(({ prefix, country: home }) => code.startsWith(prefix) && isThere(home, country))) return true
  }
  return set.others.some((other) => isWithin(lead, other, fold))
}

/** A lead that does not tell its country may be in any. */
const isThere = (home: string | null, country: string | null): boolean => home === null || country === null || home === country

/** A postal code as it is compared: blanks and hyphens stand where people like. */
export const squeeze = (code: string): string => code.replaceAll(/[ -]/g, '')
