import type { CompiledCondition, CompiledLeaf, Slots } from './conditions.ts'

/**
 * Finds the rules worth trying. For each indexed field and each value it may have, a bit mask says which rules that value leaves
 * possible; the masks of all fields are ANDed and only what is left is run. Masks are worked out by asking the leaves
 * themselves, so the index can't disagree with them.
 */
export interface RuleIndex {
  /** Calls `visit` with the number of each possible rule, from the top, until it answers true. */
  firstOf(slots: Slots, visit: (rule: number, isCertain: boolean) => boolean): void
}

/** More fields than this cost more masks than they save tests. */
const MOST_FIELDS = 12

interface FieldIndex {
  slot: number
  maskOf(value: unknown): Int32Array
}

export function ruleIndex(conditions: readonly (CompiledCondition | null)[]): RuleIndex {
  const width = Math.max(1, Math.ceil(conditions.length / 32))
  const bySlot = new Map<number, { rule: number; leaf: CompiledLeaf }[]>()
  const certain = new Int32Array(width)
  const enabled = new Int32Array(width)
  conditions.forEach((condition, rule) => {
    if (!condition) return
    setBit(enabled, rule)
    for (const leaf of condition.required) {
      if (!leaf.key) continue
      const list = bySlot.get(leaf.key.slot) ?? []
      list.push({ rule, leaf })
      bySlot.set(leaf.key.slot, list)
    }
  })
  const chosen = [...bySlot].sort((a, b) => b[1].length - a[1].length).slice(0, MOST_FIELDS)
  const fields = chosen.map(([slot, users]) => fieldIndex(slot, users, width))
  const isIndexed = new Set(chosen.map(([slot]) => slot))
  conditions.forEach((condition, rule) => {
    if (condition?.isPlain && condition.required.every((leaf) => leaf.key && isIndexed.has(leaf.key.slot))) setBit(certain, rule)
  })

  const left = new Int32Array(width)
  return {
    firstOf(slots, visit) {
      left.set(enabled)
      for (const field of fields) {
        const mask = field.maskOf(slots[field.slot])
        for (let word = 0; word < width; word++) left[word]! &= mask[word]!
      }
      for (let word = 0; word < width; word++) {
        let bits = left[word]!
        while (bits !== 0) {
          const bit = 31 - Math.clz32(bits & -bits)
          if (visit(word * 32 + bit, ((certain[word]! >>> bit) & 1) === 1)) return
          bits &= bits - 1
        }
      }
    },
  }
}

function fieldIndex(slot: number, users: readonly { rule: number; leaf: CompiledLeaf }[], width: number): FieldIndex {
  const isNumeric = users[0]!.leaf.key!.isNumeric
  const values = users.flatMap(({ leaf }) => leaf.key!.values)
  const maskFor = (value: unknown): Int32Array => {
    const slots: Slots = []
    slots[slot] = value
    const mask = new Int32Array(width).fill(-1)
    for (const { rule, leaf } of users) {
      // A keyed leaf looks at its slot alone.
      if (!leaf.test(slots, undefined as never, undefined as never)) clearBit(mask, rule)
    }
    return mask
  }
  const missing = maskFor(null)
  if (isNumeric) {
    const points = [...new Set(values as number[])].filter((point) => !Number.isNaN(point)).sort((a, b) => a - b)
    // Segments in turn: below the first point, the first point, between it and the second, …
    const masks: Int32Array[] = []
    points.forEach((point, i) => {
      const before = points[i - 1]
      masks.push(maskFor(before === undefined ? Number.NEGATIVE_INFINITY : (before + point) / 2), maskFor(point))
    })
    masks.push(maskFor(points.length === 0 ? 0 : Number.POSITIVE_INFINITY))
    return {
      slot,
      maskOf(value) {
        if (value === null || value === undefined) return missing
        let low = 0
        let high = points.length
        while (low < high) {
          const middle = (low + high) >>> 1
          if (points[middle]! < (value as number)) low = middle + 1
          else high = middle
        }
        return masks[points[low] === value ? low * 2 + 1 : low * 2]!
      },
    }
  }
  const byValue = new Map<unknown, Int32Array>(values.map((value) => [value, maskFor(value)]))
  // Any text that no rule names: a NUL is stripped by intake, so no lead carries one.
  const other = maskFor('\0')
  return {
    slot,
    maskOf: (value) => (value === null || value === undefined ? missing : (byValue.get(value) ?? other)),
  }
}

function setBit(mask: Int32Array, bit: number): void {
  mask[bit >>> 5]! |= 1 << (bit & 31)
}

function clearBit(mask: Int32Array, bit: number): void {
  mask[bit >>> 5]! &= ~(1 << (bit & 31))
}
