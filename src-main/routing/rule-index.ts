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

  const masks: Int32Array[] = []
  return {
    eachMatch(lead, world, slots, visit) {
      for (let field = 0; field < masksOf.length; field++) masks[field] = masksOf[field]!(lead, world)
      // Word by word from the top, and no further than need be: the first match ends it, and few fields empty most words.
      for (let word = 0; word < width; word++) {
        let bits = enabled[word]!
        for (let field = 0; field < masks.length && bits !== 0; field++) bits &= masks[field]![word]!
        for (; bits !== 0; bits &= bits - 1) {
          const rule = word * 32 + 31 - Math.clz32(bits & -bits)
          if (rests[rule]!(slots, lead, world) && visit(rule)) return
        }
      }
    },
  }
}

type User = { rule: number; leaf: CompiledLeaf }

/** Works masks out for one field. A leaf's answer changes only at its own values, so a mask differs from its neighbour's only there. */
interface MaskMaker {
  whole(value: unknown): Int32Array
  /** As `near`, but for the leaves that name `at`, which are asked anew. */
  change(near: Int32Array, at: unknown, value: unknown): Int32Array
}

function maskMaker(slot: number, users: readonly User[], width: number): MaskMaker {
  const usersAt = new Map<unknown, User[]>()
  for (const user of users) {
    for (const value of new Set(user.leaf.key!.values)) {
      const list = usersAt.get(value)
      if (list) list.push(user)
      else usersAt.set(value, [user])
    }
  }
  const ask = (mask: Int32Array, asked: readonly User[], value: unknown): Int32Array => {
    const slots: Slots = []
    slots[slot] = value
    for (const { rule } of asked) clearBit(mask, rule)
    // A rule may ask a field twice: it stays possible only when all its leaves hold.
    const failed = new Set<number>()
    for (const { rule, leaf } of asked) {
      // A keyed leaf looks at its slot alone, and finds it read.
      if (!leaf.test(slots, undefined as never, undefined as never)) failed.add(rule)
    }
    for (const { rule } of asked) if (!failed.has(rule)) setBit(mask, rule)
    return mask
  }
  const byRule = Map.groupBy(users, (user) => user.rule)
  return {
    whole: (value) => ask(new Int32Array(width).fill(-1), users, value),
    change(near, at, value) {
      const rules = new Set((usersAt.get(at) ?? []).map((user) => user.rule))
      return ask(
        near.slice(),
        [...rules].flatMap((rule) => byRule.get(rule) ?? []),
        value,
      )
    },
  }
}

function fieldIndex(slot: number, field: LeadField, users: readonly User[], width: number): MaskOf {
  const { isNumeric } = users[0]!.leaf.key!
  const values = users.flatMap(({ leaf }) => leaf.key!.values)
  const masks = maskMaker(slot, users, width)
  return isNumeric ? numberMasks(field, values as number[], masks) : textMasks(field, values, masks)
}

function numberMasks(field: LeadField, values: readonly number[], { whole, change }: MaskMaker): MaskOf {
  const points = [...new Set(values)].filter((point) => !Number.isNaN(point)).sort((a, b) => a - b)
  const missing = whole(null)
  // Segments in turn: below the first point, the first point, between it and the second, …
  const masks: Int32Array[] = [whole(points.length === 0 ? 0 : Number.NEGATIVE_INFINITY)]
  points.forEach((point, i) => {
    const next = points[i + 1]
    masks.push(change(masks.at(-1)!, point, point))
    masks.push(change(masks.at(-1)!, point, next === undefined ? Number.POSITIVE_INFINITY : (point + next) / 2))
  })
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

function textMasks({ raw, fold }: LeadField, values: readonly unknown[], { whole, change }: MaskMaker): MaskOf {
  // Any text that no rule names: a NUL is stripped by intake, so no lead carries one.
  const other = whole('\0')
  const missing = whole(null)
  const byValue = new Map([...new Set(values)].map((value) => [value, change(other, value, value)]))
  if (typeof values[0] === 'boolean') {
    const [yes, no] = [whole(true), whole(false)]
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
