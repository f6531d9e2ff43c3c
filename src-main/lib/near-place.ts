import { createRequire } from 'node:module'
import { AREAS, REGION_NAMES } from './areas.ts'
import { squash } from './fold.ts'
import { COUNTRY_NAMES } from './places.ts'
import { isCommonTown } from './towns.ts'

const requireFrom = createRequire(import.meta.url)

/** The tongues in which places are written down most; a name in any other is understood, but not suggested. */
const TONGUES = ['en', 'de', 'fr', 'es', 'it', 'nl']

/** Countries whose regions are suggested: somewhere in the world there is a region for nearly every slip of the pen. */
const WELL_KNOWN = new Set(['AT', 'AU', 'CA', 'CH', 'DE', 'FR', 'IT', 'NL', 'US'])

/** By first letter and length: a misspelling seldom touches the first letter, and hardly changes the length. */
let known: Map<string, [squashed: string, name: string][]> | undefined

function load(): Map<string, [string, string][]> {
  const iso = requireFrom('i18n-iso-countries') as { getNames(language: string): Record<string, string> }
  const { allCountries } = requireFrom('country-region-data') as {
    allCountries: [string, string, [name: string, code: string][]][]
  }
  const names = [
    ...TONGUES.flatMap((tongue) => Object.values(iso.getNames(tongue))),
    ...COUNTRY_NAMES.flatMap(([, list]) => list.split('|')),
    ...AREAS.flatMap(([list]) => list.split('|')),
    ...REGION_NAMES.flatMap(([, list]) => list.split('|')),
    ...allCountries.flatMap(([, code, regions]) => (WELL_KNOWN.has(code) ? regions.map(([name]) => name) : [])),
  ]
  const byShape = new Map<string, [string, string][]>()
  const seen = new Set<string>()
  for (const name of names) {
    const key = squash(name)
    if (key.length < SHORTEST || seen.has(key)) continue
    seen.add(key)
    const shape = key[0]! + key.length
    const list = byShape.get(shape)
    if (list) list.push([key, name])
    else byShape.set(shape, [[key, name]])
  }
  return byShape
}

const SHORTEST = 5
/** From this length on, two slips are forgiven. */
const LONG = 8
const LONGEST = 60

/** The country, area or region whose name was probably meant by a misspelt one ("Germny"); null when none is near. */
export function nearPlace(text: string): string | null {
  const key = squash(text)
  if (key.length < SHORTEST - 1 || key.length > LONGEST || isCommonTown(text)) return null
  known ??= load()
  let best: string | null = null
  let least = 3
  for (let length = key.length - 2; length <= key.length + 2; length++) {
    const slips = length >= LONG && key.length >= LONG ? 2 : 1
    for (const [squashed, name] of known.get(key[0]! + length) ?? []) {
      if (Math.abs(length - key.length) > slips) continue
      const distance = editDistance(key, squashed)
      if (distance <= slips && distance < least) [best, least] = [name, distance]
    }
  }
  return best
}

/** Damerau-Levenshtein (optimal string alignment): letters put in, left out, mistaken, or swapped with their neighbour. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length]!
}
