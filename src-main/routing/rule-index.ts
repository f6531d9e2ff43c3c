import type { LeadFacts, World } from '../contract/index.ts'
import { type CompiledCondition, type CompiledLeaf, every, type Slots } from './conditions.ts'
import type { LeadField } from './lead-fields.ts'

/**
 * Finds the rules that hold without trying them all. For each indexed field and each value it may have, a bit mask says which rules
 * that value leaves possible; the masks of all fields are ANDed, and of what is left only those parts are run that no mask has
 * answered. Masks are worked out by asking the leaves themselves, so the index can't disagree with them.
 */
export interface RuleIndex {
  /** Calls `visit` with the number of each rule that holds, from the top, until it answers true. `slots` are the lead's. */
  eachMatch(lead: LeadFacts, world: World, slots: Slots, visit: (rule: number) => boolean): void
}

/** More fields than this cost more masks than they save tests. */
const MOST_FIELDS = 12

type MaskOf = (lead: LeadFacts, world: World) => Int32Array

export function ruleIndex(conditions: readonly (CompiledCondition | null)[], leadFields: readonly LeadField[]): RuleIndex {
  const width = Math.max(1, Math.ceil(conditions.length / 32))
  const bySlot = new Map<number, { rule: number; leaf: CompiledLeaf }[]>()
  const enabled = new Int32Array(width)
  conditions.forEach((condition, rule) => {
    if (!condition) return
    setBit(enabled, rule)
    for (const { leaf } of condition.parts) {
      if (!leaf?.key) continue
      const list = bySlot.get(leaf.key.slot) ?? []
      list.push({ rule, leaf })
      bySlot.set(leaf.key.slot, list)
    }
  })
  const chosen = [...bySlot].sort((a, b) => b[1].length - a[1].length).slice(0, MOST_FIELDS)
  const masksOf = chosen.map(([slot, users]) => fieldIndex(slot, leadFields[slot]!, users, width))
  const isIndexed = new Set(chosen.map(([slot]) => slot))
  const rests = conditions.map((condition) => {
    const rest = condition?.parts.filter(({ leaf }) => !(leaf?.key && isIndexed.has(leaf.key.slot))) ?? []
    return every(rest.map((part) => part.test))
  })

  const left = new Int32Array(width)
  return {
    eachMatch(lead, world, slots, visit) {
      left.set(enabled)
      for (const maskOf of masksOf) {
        const mask = maskOf(lead, world)
        for (let word = 0; word < width; word++) left[word]! &= mask[word]!
      }
      for (let word = 0; word < width; word++) {
        for (let bits = left[word]!; bits !== 0; bits &= bits - 1) {
          const rule = word * 32 + 31 - Math.clz32(bits & -bits)
          if (rests[rule]!(slots, lead, world) && visit(rule)) return
        }
      }
    },
  }
}

function fieldIndex(
  slot: number,
  field: LeadField,
  users: readonly { rule: number; leaf: CompiledLeaf }[],
  width: number,
): MaskOf {
  const isNumeric = users[0]!.leaf.key!.isNumeric
  const values = users.flatMap(({ leaf }) => leaf.key!.values)
  const maskFor = (value: unknown): Int32Array => {
    const slots: Slots = []
    slots[slot] = value
    const mask = new Int32Array(width).fill(-1)
    for (const { rule, leaf } of users) {
      // A keyed leaf looks at its slot alone, and finds it read.
      if (!leaf.test(slots, undefined as never, undefined as never)) clearBit(mask, rule)
    }
    return mask
  }
  const missing = maskFor(null)
  if (isNumeric) return numberMasks(field, values as number[], maskFor, missing)
  return textMasks(field, values, maskFor, missing)
}

function numberMasks(
  field: LeadField,
  values: readonly number[],
  maskFor: (value: unknown) => Int32Array,
  missing: Int32Array,
): MaskOf {
  const points = [...new Set(values)].filter((point) => !Number.isNaN(point)).sort((a, b) => a - b)
  // Segments in turn: below the first point, the first point, between it and the second, …
  const masks: Int32Array[] = []
  points.forEach((point, i) => {
    const before = points[i - 1]
    masks.push(maskFor(before === undefined ? Number.NEGATIVE_INFINITY : (before + point) / 2), maskFor(point))
  })
  masks.push(maskFor(points.length === 0 ? 0 : Number.POSITIVE_INFINITY))
  return (lead, world) => {
    const value = field.raw(lead, world)
    if (value === null || value === undefined) return missing
    let low = 0
    let high = points.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (points[middle]! < (value as number)) low = middle + 1
      else high = middle
    }
    return masks[points[low] === value ? low * 2 + 1 : low * 2]!
  }
}

/** Spellings of one field whose mask is remembered, so that they need not be folded again. */
const MOST_SPELLINGS = 1_000
const LONGEST_SPELLING = 64

function textMasks(
  { raw, fold }: LeadField,
  values: readonly unknown[],
  maskFor: (value: unknown) => Int32Array,
  missing: Int32Array,
): MaskOf {
  const byValue = new Map(values.map((value) => [value, maskFor(value)]))
  // Any text that no rule names: a NUL is stripped by intake, so no lead carries one.
  const other = maskFor('\0')
  if (typeof values[0] === 'boolean') {
    const [yes, no] = [maskFor(true), maskFor(false)]
    return (lead, world) => (raw(lead, world) === true ? yes : no)
  }
  const bySpelling = new Map<string, Int32Array>()
  const learn = (text: string): Int32Array => {
    const value = fold ? fold(text) : text
    const mask = value === null ? missing : (byValue.get(value) ?? other)
    // Copied: a text may be a view into the piece of file it came from, and would keep the whole piece (V8).
    if (text.length <= LONGEST_SPELLING && bySpelling.size < MOST_SPELLINGS) bySpelling.set(text.split('').join(''), mask)
    return mask
  }
  return (lead, world) => {
    const text = raw(lead, world) as string | null | undefined
    if (text === null || text === undefined) return missing
    return bySpelling.get(text) ?? learn(text)
  }
}

function setBit(mask: Int32Array, bit: number): void {
  mask[bit >>> 5]! |= 1 << (bit & 31)
}

function clearBit(mask: Int32Array, bit: number): void {
  mask[bit >>> 5]! &= ~(1 << (bit & 31))
}
