import { type Condition, type ConditionLeaf, type FieldType, fieldType, type LeadFacts, type World } from '../contract/index.ts'
import { isWithin, type PlaceBook, union } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Conditions compiled to closures (R5, R6). A lead's fields are read once into numbered slots, texts folded; every closure
 * tests slots alone.
 */
export type Slots = unknown[]
export type Test = (slots: Slots, lead: LeadFacts, world: World) => boolean

/**
 * One compiled leaf. With a `key`, its test looks at that slot alone, and the values at which its answer may change are known:
 * enough for an index to answer it beforehand.
 */
export interface CompiledLeaf {
  leaf: ConditionLeaf
  test: Test
  key: { slot: number; values: readonly unknown[]; isNumeric: boolean } | null
}

/** Leaves are numbered in reading order, so that "the first condition that failed" can be kept as a number. */
export interface CompiledCondition {
  test: Test
  leaves: readonly CompiledLeaf[]
  /** The leaves that all must hold: the whole condition, when `isPlain`. */
  required: readonly CompiledLeaf[]
  isPlain: boolean
  /** Number of the first leaf that stands in the way; -1 when the condition holds. */
  firstFailed: (slots: Slots, lead: LeadFacts, world: World) => number
}

export interface Reader {
  /** The fields in use, in the order of their slots. */
  fields: readonly string[]
  read(lead: LeadFacts, world: World): Slots
}

export interface ConditionCompiler {
  compile(condition: Condition | undefined): CompiledCondition
  slotOf(field: string): number
  reader(): Reader
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

export function conditionCompiler(words: Vocabulary, places: PlaceBook): ConditionCompiler {
  const slots = new Map<string, number>()
  const slotOf = (field: string): number => {
    let slot = slots.get(field)
    if (slot === undefined) slots.set(field, (slot = slots.size))
    return slot
  }

  function compile(condition: Condition | undefined): CompiledCondition {
    if (condition === undefined) return { test: () => true, leaves: [], required: [], isPlain: true, firstFailed: () => -1 }
    const leaves: CompiledLeaf[] = []
    const node = compileNode(condition, leaves)
    const parts = 'all' in condition ? condition.all : [condition]
    const isPlain = parts.every((part) => 'field' in part)
    // In reading order a top-level leaf stands behind all leaves of the parts before it.
    const top = new Set(parts.filter((part) => 'field' in part))
    return { ...node, leaves, isPlain, required: leaves.filter(({ leaf }) => top.has(leaf)) }
  }

  function compileNode(condition: Condition, leaves: CompiledLeaf[]): Pick<CompiledCondition, 'test' | 'firstFailed'> {
    if ('all' in condition) {
      const parts = condition.all.map((part) => compileNode(part, leaves))
      return {
        test: every(parts.map((part) => part.test)),
        firstFailed(s, lead, world) {
          for (const part of parts) {
            const failed = part.firstFailed(s, lead, world)
            if (failed >= 0) return failed
          }
          return -1
        },
      }
    }
    if ('any' in condition) {
      const first = leaves.length
      const parts = condition.any.map((part) => compileNode(part, leaves))
      const test: Test = (s, lead, world) => parts.some((part) => part.test(s, lead, world))
      return { test, firstFailed: (s, lead, world) => (test(s, lead, world) ? -1 : first) }
    }
    if ('not' in condition) {
      const first = leaves.length
      const part = compileNode(condition.not, leaves)
      const test: Test = (s, lead, world) => !part.test(s, lead, world)
      return { test, firstFailed: (s, lead, world) => (test(s, lead, world) ? -1 : first) }
    }
    const number = leaves.length
    const compiled = compileLeaf(condition)
    leaves.push(compiled)
    const { test } = compiled
    return { test, firstFailed: (s, lead, world) => (test(s, lead, world) ? -1 : number) }
  }

  function compileLeaf(leaf: ConditionLeaf): CompiledLeaf {
    const type = fieldType(leaf.field)
    if (!type) return { leaf, test: () => false, key: null }
    if (leaf.op === 'within' || leaf.op === 'notWithin' || leaf.field === 'territory') return compilePlace(leaf)
    const slot = slotOf(leaf.field)
    const on = (test: Test, values: readonly unknown[] | null, isNumeric = false): CompiledLeaf => ({
      leaf,
      test,
      key: values && { slot, values, isNumeric },
    })
    if (leaf.op === 'isEmpty') return on((s) => isMissing(s[slot]), type === 'list' ? null : [], isNumber(type))
    if (leaf.op === 'isPresent') return on((s) => !isMissing(s[slot]), type === 'list' ? null : [], isNumber(type))
    if (isNumber(type)) return on(compileNumber(leaf, type, slot), numbersOf(leaf, type), true)
    if (type === 'list') return on(compileList(leaf, slot), null)
    if (type === 'yes-no') {
      const wanted = leaf.value === true || leaf.value === 'true'
      return on(leaf.op === 'is' ? (s) => s[slot] === wanted : (s) => s[slot] !== wanted, [true, false])
    }
    const isExact = leaf.op === 'is' || leaf.op === 'isNot' || leaf.op === 'in' || leaf.op === 'notIn'
    const values = valuesOf(leaf).flatMap((value) => textForms(leaf.field, value, words))
    return on(compileText(leaf, slot, values), isExact ? values : null)
  }

  function compilePlace(leaf: ConditionLeaf): CompiledLeaf {
    const set = union(valuesOf(leaf).map((value) => places.find(value, leaf.field === 'region')))
    const isNegative = leaf.op === 'notWithin' || leaf.op === 'isNot' || leaf.op === 'notIn'
    if (leaf.op === 'isEmpty') return { leaf, test: (_, lead) => !hasPlace(lead), key: null }
    if (leaf.op === 'isPresent') return { leaf, test: (_, lead) => hasPlace(lead), key: null }
    if (set.regions.size + set.cities.size + set.postalPrefixes.length === 0 && !set.except) {
      const slot = slotOf('country')
      const countries = new Set([...set.countries].map(words.fold))
      const test: Test = (s) => countries.has(s[slot] as string) !== isNegative
      return { leaf, test, key: { slot, values: [...countries], isNumeric: false } }
    }
    return { leaf, test: (_, lead) => isWithin(lead, set, words.fold) !== isNegative, key: null }
  }

  function compileText(leaf: ConditionLeaf, slot: number, values: readonly string[]): Test {
    const wanted = new Set(values)
    const first = values[0] ?? ''
    const text = (s: Slots): string | null => s[slot] as string | null
    switch (leaf.op) {
      case 'is':
      case 'in':
        if (values.length === 1) return (s) => s[slot] === first
        return (s) => wanted.has(s[slot] as string)
      case 'isNot':
      case 'notIn':
        return (s) => !wanted.has(s[slot] as string)
      case 'contains':
        return (s) => values.some((value) => text(s)?.includes(value))
      case 'startsWith':
        return (s) => values.some((value) => text(s)?.startsWith(value))
      case 'endsWith':
        return (s) => values.some((value) => text(s)?.endsWith(value))
      case 'matches': {
        const patterns = valuesOf(leaf).map((value) => words.pattern(value))
        return (s) => {
          const value = text(s)
          return value !== null && patterns.some((pattern) => 'test' in pattern && pattern.test(value))
        }
      }
      default:
        return () => false
    }
  }

  return { compile, slotOf, reader: () => slotReader([...slots.keys()], words) }
}

const isNumber = (type: FieldType): boolean => type === 'number' || type === 'date'

const hasPlace = (lead: LeadFacts): boolean =>
  lead.country !== null || lead.region !== null || lead.city !== null || lead.postalCode !== null

function numbersOf(leaf: ConditionLeaf, type: FieldType): number[] {
  return valuesOf(leaf).map((value) => (type === 'date' ? Date.parse(value) : Number(value)))
}

function compileNumber(leaf: ConditionLeaf, type: FieldType, slot: number): Test {
  const [low = Number.NaN, high = Number.NaN] = numbersOf(leaf, type)
  const compare = (test: (value: number) => boolean): Test => {
    return (s) => s[slot] !== null && test(s[slot] as number)
  }
  switch (leaf.op) {
    case 'eq':
      return compare((value) => value === low)
    case 'ne':
      return (s) => s[slot] !== low
    case 'lt':
      return compare((value) => value < low)
    case 'lte':
      return compare((value) => value <= low)
    case 'gt':
      return compare((value) => value > low)
    case 'gte':
      return compare((value) => value >= low)
    case 'between':
      return compare((value) => value >= low && value <= high)
    default:
      return () => false
  }
}

function compileList(leaf: ConditionLeaf, slot: number): Test {
  const values = valuesOf(leaf).map((value) => value.trim().normalize('NFKC').toLowerCase())
  const has = (s: Slots, value: string): boolean => (s[slot] as readonly string[]).includes(value)
  switch (leaf.op) {
    case 'hasAny':
      return (s) => values.some((value) => has(s, value))
    case 'hasAll':
      return (s) => values.every((value) => has(s, value))
    case 'hasNone':
      return (s) => !values.some((value) => has(s, value))
    default:
      return () => false
  }
}

/** What a written value may look like in a lead: a country's name is its code, "Monday" is "mon". */
export function textForms(field: string, value: string, words: Vocabulary): string[] {
  const folded = words.fold(value)
  if (field === 'country') return [words.fold(words.country(value) ?? value)]
  if (field === 'region') {
    const codes = words.regions(value, null).map((code) => words.fold(code))
    return codes.length > 0 ? [...codes, folded] : [folded]
  }
  if (field === 'language') return [words.language(value)]
  if (field === 'receivedAt.weekday') {
    const byNumber = /^[1-7]$/.test(folded) ? WEEKDAYS[Number(folded) - 1] : undefined
    return [byNumber ?? folded.slice(0, 3)]
  }
  return [folded]
}

function slotReader(fields: readonly string[], words: Vocabulary): Reader {
  const readers = fields.map((field) => fieldReader(field, words))
  return { fields, read: (lead, world) => readers.map((read) => read(lead, world)) }
}

function fieldReader(field: string, words: Vocabulary): (lead: LeadFacts, world: World) => unknown {
  const folded = (text: string | null | undefined): string | null => {
    if (text === null || text === undefined) return null
    const value = words.fold(text)
    return value === '' ? null : value
  }
  if (field.startsWith('custom.')) {
    const header = field.slice('custom.'.length)
    return (lead) => folded(lead.custom[header])
  }
  switch (field) {
    case 'tags':
      return (lead) => lead.tags.map(words.fold)
    case 'isFreeMail':
    case 'isDuplicate':
    case 'receivedAt':
      return (lead) => lead[field]
    case 'emailDomain':
      return (lead) => folded(lead.email?.slice(lead.email.lastIndexOf('@') + 1))
    case 'receivedAt.weekday':
      return (lead, world) => WEEKDAYS[world.localTime(lead.receivedAt, null).weekday - 1]
    case 'receivedAt.hour':
      return (lead, world) => world.localTime(lead.receivedAt, null).hour
    case 'localHour':
      return (lead, world) => (lead.timeZone === null ? null : world.localTime(world.at, lead.timeZone).hour)
    case 'language':
      return (lead) => (lead.language === null ? null : words.language(lead.language))
    case 'employees':
    case 'revenue':
    case 'value':
    case 'score':
      return (lead) => lead[field]
    default:
      return (lead) => folded(lead[field as 'name'])
  }
}

/** The values of a leaf as texts; one value is a list of one. */
export function valuesOf(leaf: ConditionLeaf): string[] {
  if (leaf.value === undefined) return []
  return (Array.isArray(leaf.value) ? leaf.value : [leaf.value]).map(String)
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function every(tests: readonly Test[]): Test {
  const [a, b, c] = tests
  if (tests.length === 0) return () => true
  if (tests.length === 1) return a!
  if (tests.length === 2) return (s, lead, world) => a!(s, lead, world) && b!(s, lead, world)
  if (tests.length === 3) return (s, lead, world) => a!(s, lead, world) && b!(s, lead, world) && c!(s, lead, world)
  return (s, lead, world) => {
    for (const test of tests) if (!test(s, lead, world)) return false
    return true
  }
}
