import { RE2JS } from 're2js'
import { fold } from '../lib/fold.ts'
import { languageCode } from '../lib/languages.ts'
import { nearPlace } from '../lib/near-place.ts'
import { areaCountries } from '../lib/areas.ts'
import { countryCode, isTownRegion, regionCodes } from '../lib/places.ts'
import { regionParts } from '../lib/region-parts.ts'
import { townNames } from '../lib/towns.ts'
import { weekdayOf } from '../lib/weekdays.ts'
import type { Vocabulary } from '../routing/vocabulary.ts'

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
      const pattern = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE)
      return { test: (text) => pattern.matcher(text).find() }
    } catch (error) {
      return { reason: error instanceof Error ? error.message : String(error) }
    }
  },
}
