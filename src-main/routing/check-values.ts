import { type ConditionLeaf, type FieldType, Grade, Stage } from '../contract/index.ts'
import type { ConditionFault, Known } from './check-conditions.ts'
import { HOUR_FIELDS, valuesOf } from './leaf-tests.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { FindingWords } from './words/findings-en.ts'

/** The only values these fields ever have. */
export const FIELD_VALUES: Readonly<Record<string, readonly string[]>> = {
  stage: Stage.options,
  grade: Grade.options,
  customerStatus: ['new', 'existing', 'former'],
  direction: ['inbound', 'outbound'],
}

interface Checking extends Known {
  faults: ConditionFault[]
  /** Path of the leaf. */
  at: string
  fault(part: string, code: string, message: string): void
}

const LONGEST_SHOWN = 60
/** Longer values than any a person compares with. */
const LONGEST_VALUE = 1_000

/** A value as it may stand in a sentence. */
export function shown(value: unknown): string {
  const text = String(value)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

/** Whether a leaf's values are of its field's kind and could ever be met (R6, R7, R8). */
export function checkValues(leaf: ConditionLeaf, type: FieldType, checking: Checking): void {
  const { words, say, fault } = checking
  const { field, op } = leaf
  if (type === 'number' || type === 'date') return checkNumbers(leaf, type, checking)
  if (type === 'yes-no') {
    if (![true, false, 'true', 'false'].includes(leaf.value as never)) fault('value', 'wrong-type', say.trueOrFalse(field))
    return
  }
  const values = valuesOf(leaf)
  const long = values.find((value) => value.length > LONGEST_VALUE)
  if (long !== undefined) return fault('value', 'too-long', say.valueTooLong(shown(long), LONGEST_VALUE))
  if (values.some((value) => words.fold(value) === '')) return fault('value', 'value-missing', say.valueBlank)
  if (op === 'matches') {
    for (const source of values) {
      const pattern = words.pattern(source)
      if ('reason' in pattern) fault('value', 'bad-pattern', say.badPattern(shown(source), pattern.reason))
    }
    return
  }
  if (op === 'within' || op === 'notWithin') return checkPlaces(leaf, checking)
  const isExact = op === 'is' || op === 'isNot' || op === 'in' || op === 'notIn'
  if (!isExact) return
  if (type === 'place') return checkPlaces(leaf, checking)
  const choices = FIELD_VALUES[field]
  for (const value of values) {
    if (choices && !choices.includes(words.fold(value)))
      return fault('value', 'unknown-value', say.oneOf(field, choices.join(', '), shown(value)))
    if (field === 'receivedAt.weekday' && words.weekday(value) === null)
      return fault('value', 'unknown-value', say.noWeekday(shown(value)))
  }
}

function checkPlaces({ field, op, value }: ConditionLeaf, checking: Checking): void {
  const { places, words, say, faults, at, fault } = checking
  const list = Array.isArray(value) ? value : [value]
  list.forEach((one, i) => {
    const place = String(one)
    const part = Array.isArray(value) ? `value[${i}]` : 'value'
    const isWithin = op === 'within' || op === 'notWithin' || field === 'territory'
    const isKnown = isWithin
      ? places.isKnown(place, field === 'region')
      : field === 'country'
        ? words.country(place) !== null
        : words.regions(place, null).length > 0
    if (isKnown) return
    if (!isWithin && field === 'country' && places.isKnown(place))
      return fault(part, 'not-a-country', say.noCountry(shown(place)))
    const problem = placeProblem(place, words, say)
    if (problem) return fault(part, problem.code, problem.message)
    faults.push({
      level: 'warning',
      code: 'unknown-place',
      where: `${at}.${part}`,
      message: say.unknownPlace(shown(place), isWithin),
    })
  })
}

/** `80-81`, but not `100-0001` or the Polish `00-950`. */
const POSTAL_RANGE = /^([a-z]{2}):\s?(\d{1,4})-(\d{1,4})$/i

/** What is wrong with a place nobody knows; null when it may well be a town. */
export function placeProblem(place: string, words: Vocabulary, say: FindingWords): { code: string; message: string } | null {
  const near = words.nearPlace(place)
  if (near === null) return null
  return { code: 'misspelt-place', message: say.misspeltPlace(shown(place), near) }
}

/** A range of postal codes, which is read as no prefix at all; null for anything else. */
export function postalRangeProblem(place: string, say: FindingWords): { code: string; message: string } | null {
  const [, country = '', from = '', to = ''] = POSTAL_RANGE.exec(place.trim()) ?? []
  if (from === '' || from.length !== to.length || Number(to) <= Number(from) || country.toUpperCase() === 'PL') return null
  return { code: 'postal-range', message: say.postalRange(`${country}:${from}`, `${country}:${to}`) }
}

function checkNumbers(leaf: ConditionLeaf, type: 'number' | 'date', { say, fault }: Checking): void {
  const values = Array.isArray(leaf.value) ? leaf.value : [leaf.value]
  const wanted = leaf.op === 'between' ? 2 : 1
  if (values.length !== wanted) return fault('value', 'wrong-count', say.valueCount(leaf.op, wanted === 2))
  const isHour = HOUR_FIELDS.has(leaf.field)
  for (const value of values) {
    if (type === 'date' && !isDate(value)) return fault('value', 'wrong-type', say.noDate(shown(value)))
    if (type === 'number' && typeof value !== 'number')
      return fault('value', 'wrong-type', say.notCompared(leaf.field, shown(value)))
    if (type === 'number' && !Number.isFinite(value)) return fault('value', 'wrong-type', say.noNumber(String(value)))
    if (isHour && !(Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 23))
      return fault('value', 'out-of-range', say.noHour(leaf.field, String(value)))
  }
  const [from, to] = values.map((value) => (type === 'date' ? Date.parse(value as string) : (value as number)))
  if (leaf.op === 'between' && from! > to! && !isHour)
    fault('value', 'wrong-order', say.nothingBetween(String(values[0]), String(values[1])))
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** An ISO date that the calendar has: the 30th of February is none. */
function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !ISO_DATE.test(value.trim()) || Number.isNaN(Date.parse(value))) return false
  const [year = 0, month = 0, day = 0] = value.trim().slice(0, 10).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
}
