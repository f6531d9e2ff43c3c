import type { Condition, ConditionLeaf, LeadFacts } from '../../../src-main/contract/index.ts'

/**
 * The least a matcher must do, written for these rules alone: fields read as they stand into a slot array, closures over it,
 * and before them, for each of ten fields, a mask of the rules its value leaves possible. No folding, no record, no reasons.
 */
type Slots = unknown[]
type Test = (slots: Slots) => boolean

const FIELDS =
  'country region city language product source industry currency customerStatus emailDomain title company postalCode website employees revenue value score tags isFreeMail'.split(
    ' ',
  )
const slotOf = (field: string): number => FIELDS.indexOf(field)

function readInto(s: Slots, lead: LeadFacts): void {
  s[0] = lead.country
  s[1] = lead.region
  s[2] = lead.city
  s[3] = lead.language
  s[4] = lead.product
  s[5] = lead.source
  s[6] = lead.industry
  s[7] = lead.currency
  s[8] = lead.customerStatus
  s[9] = lead.email!.slice(lead.email!.indexOf('@') + 1)
  s[10] = lead.title
  s[11] = lead.company
  s[12] = lead.postalCode
  s[13] = lead.website
  s[14] = lead.employees
  s[15] = lead.revenue
  s[16] = lead.value
  s[17] = lead.score
  s[18] = lead.tags
  s[19] = lead.isFreeMail
}

function compile(condition: Condition): Test {
  if ('all' in condition) {
    const tests = condition.all.map(compile)
    return (s) => {
      for (let i = 0; i < tests.length; i++) if (!tests[i]!(s)) return false
      return true
    }
  }
  if ('any' in condition) {
    const tests = condition.any.map(compile)
    return (s) => {
      for (let i = 0; i < tests.length; i++) if (tests[i]!(s)) return true
      return false
    }
  }
  if ('not' in condition) {
    const test = compile(condition.not)
    return (s) => !test(s)
  }
  return compileLeaf(condition)
}

function compileLeaf({ field, op, value }: ConditionLeaf): Test {
  const slot = slotOf(field)
  const [low = 0, high = 0] = Array.isArray(value) ? (value as number[]) : []
  const set = new Set<unknown>(Array.isArray(value) ? value : [])
  switch (op) {
    case 'is':
      return (s) => s[slot] === value
    case 'in':
      return (s) => set.has(s[slot])
    case 'notIn':
      return (s) => !set.has(s[slot])
    case 'contains':
      return (s) => (s[slot] as string).includes(value as string)
    case 'startsWith':
      return (s) => (s[slot] as string).startsWith(value as string)
    case 'gte':
      return (s) => (s[slot] as number) >= (value as number)
    case 'lt':
      return (s) => (s[slot] as number) < (value as number)
    case 'between':
      return (s) => (s[slot] as number) >= low && (s[slot] as number) <= high
    case 'hasAny': {
      const [a, b] = value as unknown as [string, string]
      return (s) => (s[slot] as string[]).includes(a) || (s[slot] as string[]).includes(b)
    }
    case 'isPresent':
      return (s) => s[slot] !== null
    default:
      return (s) => s[slot] === null
  }
}

export type Match = (lead: LeadFacts) => number

/** Closures tried in turn. */
export function plainMatch(conditions: readonly Condition[]): Match {
  const tests = conditions.map(compile)
  const slots: Slots = FIELDS.map(() => null)
  return (lead) => {
    readInto(slots, lead)
    for (let rule = 0; rule < tests.length; rule++) if (tests[rule]!(slots)) return rule
    return -1
  }
}

const INDEXED_FIELDS = 10

/** The same behind an index of bit masks. */
export function indexedMatch(conditions: readonly Condition[]): Match {
  const tests = conditions.map(compile)
  const width = Math.ceil(conditions.length / 32)
  const users = FIELDS.map((field, slot) => ({
    slot,
    leaves: conditions.flatMap((condition, rule) =>
      'all' in condition
        ? condition.all.flatMap((part) =>
            'field' in part && part.field === field && MASKED.has(part.op) ? [{ rule, leaf: part }] : [],
          )
        : [],
    ),
  }))
  const chosen = users.sort((a, b) => b.leaves.length - a.leaves.length).slice(0, INDEXED_FIELDS)
  const columns = chosen.map(({ slot, leaves }) => columnOf(slot, leaves, width))
  const all = new Int32Array(width)
  conditions.forEach((_, rule) => (all[rule >>> 5]! |= 1 << (rule & 31)))
  const slots: Slots = FIELDS.map(() => null)
  const left = new Int32Array(width)
  return (lead) => {
    readInto(slots, lead)
    left.set(all)
    for (let i = 0; i < columns.length; i++) {
      const { slot, maskOf, masks } = columns[i]!
      const from = maskOf(slots[slot])
      for (let word = 0; word < width; word++) left[word]! &= masks[from + word]!
    }
    for (let word = 0; word < width; word++) {
      for (let bits = left[word]!; bits !== 0; bits &= bits - 1) {
        const rule = word * 32 + 31 - Math.clz32(bits & -bits)
        if (tests[rule]!(slots)) return rule
      }
    }
    return -1
  }
}

const MASKED = new Set(['is', 'in', 'notIn', 'gte', 'lt', 'between'])

interface MaskColumn {
  slot: number
  /** Where in `masks` the value's mask begins. */
  maskOf: (value: unknown) => number
  masks: Int32Array
}

function columnOf(slot: number, leaves: readonly { rule: number; leaf: ConditionLeaf }[], width: number): MaskColumn {
  const values = leaves.flatMap(({ leaf }) => leaf.value as unknown[])
  const tests = leaves.map(({ rule, leaf }) => ({ rule, test: compileLeaf(leaf) }))
  const probe: Slots = []
  const maskFor = (value: unknown): Int32Array => {
    probe[slot] = value
    const mask = new Int32Array(width).fill(-1)
    for (const { rule, test } of tests) if (!test(probe)) mask[rule >>> 5]! &= ~(1 << (rule & 31))
    return mask
  }
  const flat = (masks: readonly Int32Array[]): Int32Array => Int32Array.from(masks.flatMap((mask) => [...mask]))
  if (typeof values[0] === 'number') {
    const points = [...new Set(values as number[])].sort((a, b) => a - b)
    const masks = points.flatMap((point, i) => [maskFor(i === 0 ? -1e300 : (points[i - 1]! + point) / 2), maskFor(point)])
    masks.push(maskFor(1e300))
    return {
      slot,
      masks: flat(masks),
      maskOf(value) {
        let low = 0
        let high = points.length
        while (low < high) {
          const middle = (low + high) >>> 1
          if (points[middle]! < (value as number)) low = middle + 1
          else high = middle
        }
        return (points[low] === value ? low * 2 + 1 : low * 2) * width
      },
    }
  }
  const known = [...new Set(values)]
  const places = new Map(known.map((value, i) => [value, (i + 1) * width]))
  return { slot, masks: flat([maskFor(undefined), ...known.map(maskFor)]), maskOf: (value) => places.get(value) ?? 0 }
}
