import { type ConditionLeaf, fieldType, type LeadFacts, type World } from '../contract/index.ts'
import type { Box } from './boxes.ts'
import { FIELD_VALUES } from './check-values.ts'
import { textForms, WEEKDAYS } from './lead-fields.ts'
import { boundsOf, compileNumber, HOUR_FIELDS, isNegativePlace, isNumber, placeSetOf, textTest, valuesOf } from './leaf-tests.ts'
import { type PlaceBook, type PlaceSet, squeeze } from './places.ts'
import { HOURS } from './universe.ts'
import { allBut, listSet, type Literal, span, type Span, spansSet, textSet, type ValueSet } from './value-sets.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How each comparison reads as boxes: exactly the leads for which its compiled test says yes. */
export function leafBoxes(words: Vocabulary, places: PlaceBook): (leaf: ConditionLeaf) => Formula {
  return (leaf) => {
    const { field, op } = leaf
    const type = fieldType(field)
    if (!type) return NEVER
    if (op === 'within' || op === 'notWithin' || field === 'territory') {
      const within = placeFormula(placeSetOf(leaf, words, places), words)
      return isNegativePlace(leaf) ? { not: within } : within
    }
    if (type === 'list') return listFormula(leaf, words)
    if (op === 'isEmpty' || op === 'isPresent') {
      const missing: ValueSet = isNumber(type) && !HOUR_FIELDS.has(field) ? spansSet([], true) : textSet([], true)
      return op === 'isEmpty' ? only(field, missing) : { not: only(field, missing) }
    }
    if (HOUR_FIELDS.has(field)) return only(field, hoursOf(leaf))
    if (isNumber(type)) {
      const spans = spansSet(spansOf(leaf))
      return op === 'ne' ? { not: only(field, spansSet(spansOf({ ...leaf, op: 'eq' }))) } : only(field, spans)
    }
    if (type === 'yes-no') {
      const isTrue = leaf.value === true || leaf.value === 'true'
      return only(field, textSet([String(isTrue === (op === 'is'))]))
    }
    const values = valuesOf(leaf).flatMap((value) => textForms(field, value, words))
    switch (op) {
      case 'is':
      case 'in':
        return only(field, textSet(values))
      case 'isNot':
      case 'notIn':
        return { not: only(field, textSet(values)) }
      case 'contains':
      case 'startsWith':
      case 'endsWith':
      case 'matches': {
        const sought = op === 'matches' ? valuesOf(leaf) : values
        return only(field, oneOf(field, { kind: op, values: sought, isNot: false, test: textTest(op, sought, words) }))
      }
      default:
        return NEVER
    }
  }
}

/** What a leaf says, in boxes and the words between them. */
export type Formula = { boxes: readonly Box[] } | { not: Formula } | { all: readonly Formula[] } | { any: readonly Formula[] }

const NEVER: Formula = { boxes: [] }
const only = (field: string, set: ValueSet): Formula => ({ boxes: [new Map([[field, set]])] })

/** A question to a text; where there are few texts, it is asked of them all at once. */
function oneOf(field: string, literal: Literal): ValueSet {
  const all = FIELD_VALUES[field] ?? (field === 'receivedAt.weekday' ? WEEKDAYS : null)
  return all ? textSet(all.filter((value) => literal.test(value))) : allBut([], false, [literal])
}

function hoursOf(leaf: ConditionLeaf): ValueSet {
  let now: number | null = null
  const test = compileNumber(leaf, 'number', () => now)
  // It reads nothing but what it is given.
  const holds = (hour: number | null): boolean => {
    now = hour
    return test([], undefined as unknown as LeadFacts, undefined as unknown as World)
  }
  return textSet(HOURS.filter(holds).map(String), holds(null))
}

function spansOf(leaf: ConditionLeaf): Span[] {
  const { low, high, isDay } = boundsOf(leaf, fieldType(leaf.field) ?? 'number')
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  switch (leaf.op) {
    case 'eq':
    case 'between':
      return [span(low, high, true, !isDay)]
    case 'lt':
      return [span(least, low, true, false)]
    case 'lte':
      return [span(least, high, true, !isDay)]
    case 'gt':
      return [span(high, most, isDay, true)]
    case 'gte':
      return [span(low, most)]
    default:
      return []
  }
}

function listFormula(leaf: ConditionLeaf, words: Vocabulary): Formula {
  const values = valuesOf(leaf).map(words.fold)
  const has = (value: string): Box => new Map([[leaf.field, listSet([value], [])]])
  switch (leaf.op) {
    case 'hasAny':
      return { boxes: values.map(has) }
    case 'hasAll':
      return only(leaf.field, listSet(values, []))
    case 'hasNone':
      return only(leaf.field, listSet([], values))
    case 'isEmpty':
      return only(leaf.field, listSet([], [], 'none'))
    case 'isPresent':
      return only(leaf.field, listSet([], [], 'some'))
    default:
      return NEVER
  }
}

function placeFormula(set: PlaceSet, words: Vocabulary): Formula {
  const boxes: Box[] = []
  const add = (fields: Record<string, ValueSet>): void => {
    boxes.push(new Map(Object.entries(fields)))
  }
  /** In that country, or in one the lead does not tell. */
  const home = (country: string | null): Record<string, ValueSet> =>
    country === null ? {} : { country: textSet([words.fold(country)], true) }
  if (set.countries.size > 0) add({ country: textSet([...set.countries].map(words.fold)) })
  if (set.regions.size > 0) add({ region: textSet([...set.regions].map(words.fold)) })
  const towns = Map.groupBy(
    [...set.towns].flatMap(([name, countries]) => countries.map((country) => ({ name, country }))),
    ({ country }) => country,
  )
  for (const [country, list] of towns) add({ city: textSet(list.map(({ name }) => name)), ...home(country) })
  const postal = Map.groupBy(set.postalPrefixes, ({ country }) => country)
  for (const [country, list] of postal) {
    const values = list.map(({ prefix }) => prefix)
    const test = (text: string): boolean => values.some((prefix) => squeeze(text).startsWith(prefix))
    add({ postalCode: allBut([], false, [{ kind: 'postal', values, isNot: false, test }]), ...home(country) })
  }
  const own: Formula = { any: [{ boxes }, ...set.others.map((other) => placeFormula(other, words))] }
  return set.except ? { all: [own, { not: placeFormula(set.except, words) }] } : own
}
