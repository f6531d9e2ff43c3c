import type { ConditionLeaf, FieldType, LeadFacts, World } from '../contract/index.ts'
import type { PlaceBook, PlaceSet } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * What lies in the slots of a compiled ruleset, one for each field in use. Whichever closure first asks for one reads and folds it there,
 * so that a field nobody asks for costs nothing. `undefined` is not read yet, null is missing.
 */
export type Slots = unknown[]
export type Test = (slots: Slots, lead: LeadFacts, world: World) => boolean
export type Read = (slots: Slots, lead: LeadFacts, world: World) => unknown

/** Whether a folded text has one of the values, folded too; patterns are taken as they are written. */
export function textTest(
  op: 'contains' | 'startsWith' | 'endsWith' | 'matches',
  values: readonly string[],
  words: Vocabulary,
): (text: string) => boolean {
  if (op === 'matches') {
    const patterns = values.map((value) => words.pattern(value))
    return (text) => patterns.some((pattern) => 'test' in pattern && pattern.test(text))
  }
  const has = {
    contains: (text: string, value: string) => text.includes(value),
    startsWith: (text: string, value: string) => text.startsWith(value),
    endsWith: (text: string, value: string) => text.endsWith(value),
  }[op]
  return (text) => {
    for (const value of values) if (has(text, value)) return true
    return false
  }
}

export const isNumber = (type: FieldType): boolean => type === 'number' || type === 'date'

/** Fields that only know the hours 0 to 23, round and round. */
export const HOUR_FIELDS: ReadonlySet<string> = new Set(['receivedAt.hour', 'localHour'])

const DAY_MS = 86_400_000
const DAY_ALONE = /^\d{4}-\d{2}-\d{2}$/

/**
 * The numbers a leaf compares with, from and to. A date without a time is its whole day, midnight to midnight UTC, so that "until the
 * 24th" holds the 24th.
 */
export function boundsOf(leaf: ConditionLeaf, type: FieldType): { low: number; high: number; isDay: boolean } {
  const values = valuesOf(leaf)
  const number = (value: string | undefined): number =>
    value === undefined ? Number.NaN : type === 'date' ? Date.parse(value) : Number(value)
  const last = values.at(-1)
  const isDay = type === 'date' && last !== undefined && DAY_ALONE.test(last.trim())
  return { low: number(values[0]), high: isDay ? number(last) + DAY_MS : number(last), isDay }
}

export function compileNumber(leaf: ConditionLeaf, type: FieldType, read: Read): Test {
  const { low, high, isDay } = boundsOf(leaf, type)
  // Up to and with the last moment: a day ends before the next begins.
  const isUpTo = isDay ? (value: number): boolean => value < high : (value: number): boolean => value <= high
  const compare = (test: (value: number) => boolean): Test => {
    return (s, lead, world) => {
      const value = read(s, lead, world) as number | null
      return value !== null && test(value)
    }
  }
  switch (leaf.op) {
    case 'eq':
      return compare((value) => value >= low && isUpTo(value))
    case 'ne':
      return (s, lead, world) => {
        const value = read(s, lead, world) as number | null
        return value === null || !(value >= low && isUpTo(value))
      }
    case 'lt':
      return compare((value) => value < low)
    case 'lte':
      return compare(isUpTo)
    case 'gt':
      return compare((value) => !isUpTo(value))
    case 'gte':
      return compare((value) => value >= low)
    case 'between':
      // Hours go round: from 22 to 6 is the night.
      if (low > high && HOUR_FIELDS.has(leaf.field)) return compare((value) => value >= low || value <= high)
      return compare((value) => value >= low && isUpTo(value))
    default:
      return () => false
  }
}

export function compileList(leaf: ConditionLeaf, read: Read, words: Vocabulary): Test {
  const values = valuesOf(leaf).map(words.fold)
  const list = (s: Slots, lead: LeadFacts, world: World): readonly string[] => read(s, lead, world) as readonly string[]
  switch (leaf.op) {
    case 'hasAny':
      return (s, lead, world) => {
        const has = list(s, lead, world)
        return values.some((value) => has.includes(value))
      }
    case 'hasAll':
      return (s, lead, world) => {
        const has = list(s, lead, world)
        return values.every((value) => has.includes(value))
      }
    case 'hasNone':
      return (s, lead, world) => {
        const has = list(s, lead, world)
        return !values.some((value) => has.includes(value))
      }
    default:
      return () => false
  }
}

/** The values of a leaf as texts; one value is a list of one. */
export function valuesOf(leaf: ConditionLeaf): string[] {
  if (leaf.value === undefined) return []
  return (Array.isArray(leaf.value) ? leaf.value : [leaf.value]).map(String)
}

export function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** The places a leaf speaks of. A text asked of `territory` is asked of the names of territories. */
export function placeSetOf(leaf: ConditionLeaf, words: Vocabulary, places: PlaceBook): PlaceSet {
  const values = valuesOf(leaf)
  switch (leaf.op) {
    case 'isEmpty':
    case 'isPresent':
      return places.unionOf(places.territories)
    case 'contains':
    case 'startsWith':
    case 'endsWith':
    case 'matches': {
      const test = textTest(leaf.op, values, words)
      return places.unionOf(places.territories.filter((name) => test(words.fold(name))))
    }
    default:
      return places.unionOf(values, leaf.field === 'region')
  }
}

export function isNegativePlace({ op }: ConditionLeaf): boolean {
  return op === 'notWithin' || op === 'isNot' || op === 'notIn' || op === 'isEmpty'
}
