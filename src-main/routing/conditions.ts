import { type Condition, type ConditionLeaf, fieldType, type LeadFacts, type World } from '../contract/index.ts'
import { type LeadField, leadField, readField, textForms } from './lead-fields.ts'
import {
  boundsOf,
  compileList,
  compileNumber,
  isMissing,
  isNegativePlace,
  isNumber,
  placeSetOf,
  type Read,
  type Slots,
  type Test,
  textTest,
  valuesOf,
} from './leaf-tests.ts'
import { isWithin, type PlaceBook } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Conditions compiled to closures (R5, R6). */
export type { Slots, Test }

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
    if (isNumber(type)) {
      const { low, high } = boundsOf(leaf, type)
      return on(compileNumber(leaf, type, read), [low, high], true)
    }
    if (isList) return on(compileList(leaf, read, words), null)
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
    const set = placeSetOf(leaf, words, places)
    const isNegative = isNegativePlace(leaf)
    if (set.regions.size + set.towns.size + set.postalPrefixes.length + set.others.length === 0 && !set.except) {
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
    switch (leaf.op) {
      case 'is':
      case 'in':
        if (values.length === 1) return (s, lead, world) => read(s, lead, world) === first
        return (s, lead, world) => wanted.has(read(s, lead, world) as string)
      case 'isNot':
      case 'notIn':
        return (s, lead, world) => !wanted.has(read(s, lead, world) as string)
      case 'contains':
      case 'startsWith':
      case 'endsWith':
      case 'matches': {
        const test = textTest(leaf.op, leaf.op === 'matches' ? valuesOf(leaf) : values, words)
        return (s, lead, world) => {
          const text = read(s, lead, world) as string | null
          return text !== null && test(text)
        }
      }
      default:
        return () => false
    }
  }

  return { compile, fields, slots: () => unread.slice() }
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
