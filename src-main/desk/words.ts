import { createRequire } from 'node:module'
import { fold } from '../lib/fold.ts'
import { languageCode } from '../lib/languages.ts'
import { nearPlace } from '../lib/near-place.ts'
import { areaCountries } from '../lib/areas.ts'
import { countryCode, isTownRegion, regionCodes } from '../lib/places.ts'
import { regionParts } from '../lib/region-parts.ts'
import { townNames } from '../lib/towns.ts'
import { weekdayOf } from '../lib/weekdays.ts'
import type { Vocabulary } from '../routing/vocabulary.ts'

// Read with the first pattern: most teams' rules have none.
// Not named `require`: the bundler would declare another one beside it.
const requireFrom = createRequire(import.meta.url)
type Re2 = typeof import('re2js').RE2JS
let loaded: Re2 | undefined
const re2 = (): Re2 => (loaded ??= (requireFrom('re2js') as { RE2JS: Re2 }).RE2JS)

/** Longer patterns than any a person writes; RE2 is linear in the text, but its program grows with the pattern. */
const LONGEST_PATTERN = 1_000

/** The words of routing, out of the kept libraries behind `lib`. Languages are asked for every lead, so they are remembered. */
const languages = new Map<string, string>()

export const words: Vocabulary = {
  fold,
  country: countryCode,
  regions: regionCodes,
  regionParts,
  isTownRegion,
  area: areaCountries,
  town: townNames,
  nearPlace,
  weekday: weekdayOf,
  language(text) {
    let code = languages.get(text)
    if (code === undefined) {
      const folded = fold(text)
      code = languageCode(folded) ?? folded
      if (languages.size < 10_000) languages.set(text, code)
    }
    return code
  },
  pattern(source) {
    if (source.length > LONGEST_PATTERN) return { reason: `it is longer than ${LONGEST_PATTERN} characters` }
    try {
      const pattern = re2().compile(source, re2().CASE_INSENSITIVE)
      return { test: (text) => pattern.matcher(text).find() }
    } catch (error) {
      return { reason: error instanceof Error ? error.message : String(error) }
    }
  },
}
