import { type ConditionLeaf, type FieldType, Grade, Stage } from '../contract/index.ts'
import type { ConditionFault } from './check-conditions.ts'
import { HOUR_FIELDS, valuesOf } from './leaf-tests.ts'
import type { PlaceBook } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The only values these fields ever have. */
export const FIELD_VALUES: Readonly<Record<string, readonly string[]>> = {
  stage: Stage.options,
  grade: Grade.options,
  customerStatus: ['new', 'existing', 'former'],
  direction: ['inbound', 'outbound'],
}

interface Checking {
  words: Vocabulary
  places: PlaceBook
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
  const { words, fault } = checking
  const { field, op } = leaf
  if (type === 'number' || type === 'date') return checkNumbers(leaf, type, fault)
  if (type === 'yes-no') {
    if (![true, false, 'true', 'false'].includes(leaf.value as never)) fault('value', 'wrong-type', `${field} is true or false`)
    return
  }
  const values = valuesOf(leaf)
  const long = values.find((value) => value.length > LONGEST_VALUE)
  if (long !== undefined) return fault('value', 'too-long', `“${shown(long)}” is longer than ${LONGEST_VALUE} characters`)
  if (values.some((value) => words.fold(value) === '')) return fault('value', 'value-missing', 'a value is blank')
  if (op === 'matches') {
    for (const source of values) {
      const pattern = words.pattern(source)
      if ('reason' in pattern) fault('value', 'bad-pattern', `“${shown(source)}” is no pattern: ${pattern.reason}`)
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
      return fault('value', 'unknown-value', `${field} is one of ${choices.join(', ')}; “${shown(value)}” is none of them`)
    if (field === 'receivedAt.weekday' && words.weekday(value) === null)
      return fault('value', 'unknown-value', `“${shown(value)}” is no weekday; write mon, tue, wed, thu, fri, sat or sun`)
  }
}

function checkPlaces({ field, op, value }: ConditionLeaf, checking: Checking): void {
  const { places, words, faults, at, fault } = checking
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
      return fault(
        part,
        'not-a-country',
        `“${shown(place)}” is no country; “within” and “notWithin” take areas, regions and towns`,
      )
    const problem = placeProblem(place, words)
    if (problem) return fault(part, problem.code, problem.message)
    const taken = isWithin ? 'it is taken for a town' : `only a lead that says “${shown(place)}” itself will match`
    faults.push({
      level: 'warning',
      code: 'unknown-place',
      where: `${at}.${part}`,
      message: `“${shown(place)}” is no place the desk knows; ${taken}`,
    })
  })
}

/** `80-81`, but not `100-0001` or the Polish `00-950`. */
const POSTAL_RANGE = /^([a-z]{2}):\s?(\d{1,4})-(\d{1,4})$/i

/** What is wrong with a place nobody knows; null when it may well be a town. */
export function placeProblem(place: string, words: Vocabulary): { code: string; message: string } | null {
  const near = words.nearPlace(place)
  if (near === null) return null
  return {
    code: 'misspelt-place',
    message: `“${shown(place)}” is no place the desk knows; did you mean “${near}”? A town is written with its country: “${shown(place)}, DE”`,
  }
}

/** A range of postal codes, which is read as no prefix at all; null for anything else. */
export function postalRangeProblem(place: string): { code: string; message: string } | null {
  const [, country = '', from = '', to = ''] = POSTAL_RANGE.exec(place.trim()) ?? []
  if (from === '' || from.length !== to.length || Number(to) <= Number(from) || country.toUpperCase() === 'PL') return null
  return {
    code: 'postal-range',
    message: `postal codes are given by how they begin, one by one: “${country}:${from}”, …, “${country}:${to}”`,
  }
}

type Fault = Checking['fault']

function checkNumbers(leaf: ConditionLeaf, type: 'number' | 'date', fault: Fault): void {
  const values = Array.isArray(leaf.value) ? leaf.value : [leaf.value]
  const wanted = leaf.op === 'between' ? 2 : 1
  if (values.length !== wanted)
    return fault('value', 'wrong-count', `“${leaf.op}” takes ${wanted === 2 ? 'two values: from and to' : 'one value'}`)
  const isHour = HOUR_FIELDS.has(leaf.field)
  for (const value of values) {
    if (type === 'date' && !isDate(value)) return fault('value', 'wrong-type', `“${shown(value)}” is no date; write 2026-11-21`)
    if (type === 'number' && typeof value !== 'number')
      return fault('value', 'wrong-type', `${leaf.field} is compared with a number, not with “${shown(value)}”`)
    if (type === 'number' && !Number.isFinite(value)) return fault('value', 'wrong-type', `${String(value)} is no number`)
    if (isHour && !(Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 23))
      return fault('value', 'out-of-range', `${leaf.field} is a whole hour from 0 to 23; ${String(value)} never comes`)
  }
  const [from, to] = values.map((value) => (type === 'date' ? Date.parse(value as string) : (value as number)))
  if (leaf.op === 'between' && from! > to! && !isHour)
    fault(
      'value',
      'wrong-order',
      `nothing lies between ${String(values[0])} and ${String(values[1])}; write the smaller one first`,
    )
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** An ISO date that the calendar has: the 30th of February is none. */
function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !ISO_DATE.test(value.trim()) || Number.isNaN(Date.parse(value))) return false
  const [year = 0, month = 0, day = 0] = value.trim().slice(0, 10).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
}
