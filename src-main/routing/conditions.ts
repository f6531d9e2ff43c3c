import { type Condition, type ConditionLeaf, type FieldType, fieldType, type LeadFacts, type World } from '../contract/index.ts'
import { type LeadField, leadField, readField, textForms } from './lead-fields.ts'
import { isWithin, type PlaceBook, union } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Conditions compiled to closures (R5, R6). Each field in use has a numbered slot; whichever closure first asks for one reads
 * and folds it there, so that a field nobody asks for costs nothing. `undefined` is not read yet, null is missing.
 */
export type Slots = unknown[]
export type Test = (slots: Slots, lead: LeadFacts, world: World) => boolean
type Read = (slots: Slots, lead: LeadFacts, world: World) => unknown

/**
 * One compiled leaf. With a `key`, its test looks at that slot alone, and the values at which its answer may change are known:
 * enough for an index to answer it beforehand.
 */
export interface CompiledLeaf {
  leaf: ConditionLeaf
  test: Test
  key: { slot: number; values: readonly unknown[]; isNumeric: boolean } | null
}

/** A part of a condition; `leaf` when it is a single one. */
export interface ConditionPart {
  test: Test
  leaf: CompiledLeaf | null
}

/** Leaves are numbered in reading order, so that "the first condition that failed" can be kept as a number. */
export interface CompiledCondition {
  test: Test
  leaves: readonly CompiledLeaf[]
  /** The condition as parts that all must hold. */
  parts: readonly ConditionPart[]
  /** Number of the first leaf that stands in the way; -1 when the condition holds. */
  firstFailed: (slots: Slots, lead: LeadFacts, world: World) => number
}

type Node = ConditionPart & Pick<CompiledCondition, 'firstFailed'>
type AllNode = Node & { parts: readonly ConditionPart[] }

export interface ConditionCompiler {
  compile(condition: Condition | undefined): CompiledCondition
  /** The fields in use, in the order of their slots. */
  fields: readonly LeadField[]
  /** Slots for one lead, nothing read yet. */
  slots(): Slots
}

export function conditionCompiler(words: Vocabulary, places: PlaceBook): ConditionCompiler {
  const slots = new Map<string, number>()
  const fields: LeadField[] = []
  const unread: Slots = []
  const slotOf = (name: string): number => {
    let slot = slots.get(name)
    if (slot === undefined) {
      slots.set(name, (slot = slots.size))
      fields.push(leadField(name, words))
      unread.push(undefined)
    }
    return slot
  }
  /** Reads a slot, filling it when nobody has asked before. */
  const reading = (slot: number): Read => {
    const field = fields[slot]!
    return (s, lead, world) => {
      const value = s[slot]
      return value === undefined ? (s[slot] = readField(field, lead, world)) : value
    }
  }

  function compile(condition: Condition | undefined): CompiledCondition {
    if (condition === undefined) return { test: () => true, leaves: [], parts: [], firstFailed: () => -1 }
    const leaves: CompiledLeaf[] = []
    const node = compileNode(condition, leaves)
    return { leaves, parts: 'parts' in node ? node.parts : [node], test: node.test, firstFailed: node.firstFailed }
  }

  function compileNode(condition: Condition, leaves: CompiledLeaf[]): Node | AllNode {
    if ('all' in condition) {
      const parts = condition.all.map((part) => compileNode(part, leaves))
      return {
        leaf: null,
        parts,
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
      const tests = condition.any.map((part) => compileNode(part, leaves).test)
      const test: Test = (s, lead, world) => {
        for (const one of tests) if (one(s, lead, world)) return true
        return false
      }
      return { leaf: null, test, firstFailed: (s, lead, world) => (test(s, lead, world) ? -1 : first) }
    }
    if ('not' in condition) {
      const first = leaves.length
      const part = compileNode(condition.not, leaves)
      const test: Test = (s, lead, world) => !part.test(s, lead, world)
      return { leaf: null, test, firstFailed: (s, lead, world) => (test(s, lead, world) ? -1 : first) }
    }
    const number = leaves.length
    const leaf = compileLeaf(condition)
    leaves.push(leaf)
    const { test } = leaf
    return { leaf, test, firstFailed: (s, lead, world) => (test(s, lead, world) ? -1 : number) }
  }

  function compileLeaf(leaf: ConditionLeaf): CompiledLeaf {
    const type = fieldType(leaf.field)
    if (!type) return { leaf, test: () => false, key: null }
    if (leaf.op === 'within' || leaf.op === 'notWithin' || leaf.field === 'territory') return compilePlace(leaf)
    const slot = slotOf(leaf.field)
    const read = reading(slot)
    const on = (test: Test, values: readonly unknown[] | null, isNumeric = false): CompiledLeaf => ({
      leaf,
      test,
      key: values && { slot, values, isNumeric },
    })
    const isList = type === 'list'
    if (leaf.op === 'isEmpty') return on((s, lead, world) => isMissing(read(s, lead, world)), isList ? null : [], isNumber(type))
    if (leaf.op === 'isPresent')
      return on((s, lead, world) => !isMissing(read(s, lead, world)), isList ? null : [], isNumber(type))
    if (isNumber(type)) return on(compileNumber(leaf, type, read), numbersOf(leaf, type), true)
    if (isList) return on(compileList(leaf, read), null)
    if (type === 'yes-no') {
      const wanted = leaf.value === true || leaf.value === 'true'
      const isWanted = leaf.op === 'is'
      return on((s, lead, world) => (read(s, lead, world) === wanted) === isWanted, [true, false])
    }
    const isExact = leaf.op === 'is' || leaf.op === 'isNot' || leaf.op === 'in' || leaf.op === 'notIn'
    const values = valuesOf(leaf).flatMap((value) => textForms(leaf.field, value, words))
    return on(compileText(leaf, read, values), isExact ? values : null)
  }

  function compilePlace(leaf: ConditionLeaf): CompiledLeaf {
    const set = union(valuesOf(leaf).map((value) => places.find(value, leaf.field === 'region')))
    const isNegative = leaf.op === 'notWithin' || leaf.op === 'isNot' || leaf.op === 'notIn'
    if (leaf.op === 'isEmpty') return { leaf, test: (_, lead) => !hasPlace(lead), key: null }
    if (leaf.op === 'isPresent') return { leaf, test: (_, lead) => hasPlace(lead), key: null }
    if (set.regions.size + set.cities.size + set.postalPrefixes.length === 0 && !set.except) {
      const slot = slotOf('country')
      const read = reading(slot)
      const countries = new Set([...set.countries].map(words.fold))
      const test: Test = (s, lead, world) => countries.has(read(s, lead, world) as string) !== isNegative
      return { leaf, test, key: { slot, values: [...countries], isNumeric: false } }
    }
    return { leaf, test: (_, lead) => isWithin(lead, set, words.fold) !== isNegative, key: null }
  }

  function compileText(leaf: ConditionLeaf, read: Read, values: readonly string[]): Test {
    const wanted = new Set(values)
    const first = values[0] ?? ''
    const some = (test: (text: string, value: string) => boolean): Test => {
      return (s, lead, world) => {
        const text = read(s, lead, world) as string | null
        if (text === null) return false
        for (const value of values) if (test(text, value)) return true
        return false
      }
    }
    switch (leaf.op) {
      case 'is':
      case 'in':
        if (values.length === 1) return (s, lead, world) => read(s, lead, world) === first
        return (s, lead, world) => wanted.has(read(s, lead, world) as string)
      case 'isNot':
      case 'notIn':
        return (s, lead, world) => !wanted.has(read(s, lead, world) as string)
      case 'contains':
        return some((text, value) => text.includes(value))
      case 'startsWith':
        return some((text, value) => text.startsWith(value))
      case 'endsWith':
        return some((text, value) => text.endsWith(value))
      case 'matches': {
        const patterns = valuesOf(leaf).map((value) => words.pattern(value))
        return (s, lead, world) => {
          const text = read(s, lead, world) as string | null
          return text !== null && patterns.some((pattern) => 'test' in pattern && pattern.test(text))
        }
      }
      default:
        return () => false
    }
  }

  return { compile, fields, slots: () => unread.slice() }
}

const isNumber = (type: FieldType): boolean => type === 'number' || type === 'date'

const hasPlace = (lead: LeadFacts): boolean =>
  lead.country !== null || lead.region !== null || lead.city !== null || lead.postalCode !== null

function numbersOf(leaf: ConditionLeaf, type: FieldType): number[] {
  return valuesOf(leaf).map((value) => (type === 'date' ? Date.parse(value) : Number(value)))
}

function compileNumber(leaf: ConditionLeaf, type: FieldType, read: Read): Test {
  const [low = Number.NaN, high = Number.NaN] = numbersOf(leaf, type)
  const compare = (test: (value: number) => boolean): Test => {
    return (s, lead, world) => {
      const value = read(s, lead, world) as number | null
      return value !== null && test(value)
    }
  }
  switch (leaf.op) {
    case 'eq':
      return compare((value) => value === low)
    case 'ne':
      return (s, lead, world) => read(s, lead, world) !== low
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

function compileList(leaf: ConditionLeaf, read: Read): Test {
  const values = valuesOf(leaf).map((value) => value.trim().normalize('NFKC').toLowerCase())
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

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Whether all hold, asked in turn. */
export function every(tests: readonly Test[]): Test {
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
