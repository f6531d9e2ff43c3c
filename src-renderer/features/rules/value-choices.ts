import { countries } from '../../lib/countries.ts'
import { useDesk, useDeskShallow } from '../../state/hooks.ts'
import { locale } from '../../text/formats.ts'
import { dayName } from '../../text/reps.ts'
import { areaWords, valueWords } from '../../text/rule-fields.ts'
import { gradeWords, stageWords } from '../../text/words.ts'
import { known } from '../../state/known-labels.ts'

export interface Choice {
  value: string
  label: string
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((value, at) => ({ value, label: dayName(at + 1) }))
const words = (table: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(table).map(([value, label]) => ({ value, label }))

/** Fields that can only hold one of a few values. */
const CLOSED: Readonly<Record<string, readonly Choice[]>> = {
  grade: words(gradeWords),
  stage: words(stageWords),
  customerStatus: words(valueWords.customerStatus),
  direction: words(valueWords.direction),
  'receivedAt.weekday': WEEKDAYS,
}

export function closedChoices(field: string): readonly Choice[] | null {
  return CLOSED[field] ?? null
}

const COUNTRIES = countries(locale).map((country) => country.label)
const LANGUAGES = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'sv', 'da', 'cs', 'ja', 'zh', 'tr']

/** What a person is likely to mean for a field; anything else may be typed. */
export function useSuggestions(field: string, territories: readonly string[]): string[] {
  const sources = useDesk((state) => state.sources)
  const tiers = useDeskShallow((state) => known(state.reps.values(), (rep) => [rep.tier]))
  const products = useDeskShallow((state) => known(state.reps.values(), (rep) => rep.products))
  switch (field) {
    case 'source':
      return sources.map((source) => source.name)
    case 'country':
      return [...new Set([...territories, ...areaWords, ...COUNTRIES])]
    case 'territory':
    case 'region':
      return [...new Set([...territories, ...areaWords])]
    case 'language':
      return LANGUAGES
    case 'product':
      return products
    case 'tier':
      return tiers
    default:
      return []
  }
}
