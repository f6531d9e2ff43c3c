/**
 * Sets of values of one field, exact enough to be cut, turned round and compared: what a condition leaves possible. `missing` is a
 * value of its own, so that R6 needs no rule of its own here. A question that can't be answered is answered so that nothing false
 * follows: "not empty", "not within".
 */
export type ValueSet = TextSet | NumberSet | ListSet

/** The values, or all but those; of the others only those that pass every literal. */
export interface TextSet {
  kind: 'text'
  values: ReadonlySet<string>
  isAllBut: boolean
  /** Only with `isAllBut`: values listed are tried at once. */
  literals: readonly Literal[]
  missing: boolean
}

/** A question to a text that can only be asked of one at a time: whether it has any of the values. */
export interface Literal {
  kind: 'contains' | 'startsWith' | 'endsWith' | 'matches' | 'postal'
  values: readonly string[]
  isNot: boolean
  test(text: string): boolean
}

/** In order, none touching the next. */
export interface NumberSet {
  kind: 'number'
  spans: readonly Span[]
  missing: boolean
}

export interface Span {
  low: number
  isLowIn: boolean
  high: number
  isHighIn: boolean
}

export interface ListSet {
  kind: 'list'
  has: ReadonlySet<string>
  hasNot: ReadonlySet<string>
  /** `some`: at least one, whichever. */
  length: 'any' | 'none' | 'some'
}

export function textSet(values: Iterable<string>, missing = false): TextSet {
  return { kind: 'text', values: new Set(values), isAllBut: false, literals: [], missing }
}

export function allBut(values: Iterable<string>, missing: boolean, literals: readonly Literal[] = []): TextSet {
  return { kind: 'text', values: new Set(values), isAllBut: true, literals, missing }
}

export function span(low: number, high: number, isLowIn = true, isHighIn = true): Span {
  return { low, isLowIn, high, isHighIn }
}

export function spansSet(spans: readonly Span[], missing = false): NumberSet {
  return { kind: 'number', spans: spans.filter((span) => !isEmptySpan(span)), missing }
}

export function listSet(has: Iterable<string>, hasNot: Iterable<string>, length: ListSet['length'] = 'any'): ListSet {
  return { kind: 'list', has: new Set(has), hasNot: new Set(hasNot), length }
}

export function intersect(a: ValueSet, b: ValueSet): ValueSet {
  if (a.kind === 'text' && b.kind === 'text') return intersectTexts(a, b)
  if (a.kind === 'number' && b.kind === 'number') return intersectNumbers(a, b)
  if (a.kind === 'list' && b.kind === 'list') {
    const length = a.length === 'any' ? b.length : b.length === 'any' || b.length === a.length ? a.length : 'contradiction'
    const both = listSet([...a.has, ...b.has], [...a.hasNot, ...b.hasNot], length === 'contradiction' ? 'none' : length)
    // None and some at once: asking for an element of an empty list is empty too.
    return length === 'contradiction' ? { ...both, has: new Set([...both.has, '']) } : both
  }
  throw new Error('one field has values of one kind')
}

function intersectTexts(a: TextSet, b: TextSet): TextSet {
  const missing = a.missing && b.missing
  if (!a.isAllBut)
    return textSet(
      [...a.values].filter((value) => hasText(b, value)),
      missing,
    )
  if (!b.isAllBut)
    return textSet(
      [...b.values].filter((value) => hasText(a, value)),
      missing,
    )
  return allBut([...a.values, ...b.values], missing, [...a.literals, ...b.literals])
}

function intersectNumbers(a: NumberSet, b: NumberSet): NumberSet {
  const spans = a.spans.flatMap((one) =>
    b.spans.map((other): Span => {
      const [low, isLowIn] = cut(one.low, one.isLowIn, other.low, other.isLowIn, 1)
      const [high, isHighIn] = cut(one.high, one.isHighIn, other.high, other.isHighIn, -1)
      return { low, isLowIn, high, isHighIn }
    }),
  )
  return spansSet(spans, a.missing && b.missing)
}

/** The inner of two ends; `side` is 1 for lower ends. */
function cut(a: number, isAIn: boolean, b: number, isBIn: boolean, side: 1 | -1): [number, boolean] {
  if (a === b) return [a, isAIn && isBIn]
  return (a - b) * side > 0 ? [a, isAIn] : [b, isBIn]
}

const isEmptySpan = ({ low, high, isLowIn, isHighIn }: Span): boolean => low > high || (low === high && !(isLowIn && isHighIn))

/** What a set leaves out, as sets that together are it. */
export function complement(set: ValueSet): ValueSet[] {
  switch (set.kind) {
    case 'text':
      if (!set.isAllBut) return [allBut(set.values, !set.missing)]
      return [
        textSet(set.values, !set.missing),
        ...set.literals.map((literal) => allBut([], false, [{ ...literal, isNot: !literal.isNot }])),
      ].filter((part) => !isEmpty(part))
    case 'number': {
      const gaps: Span[] = []
      let low = Number.NEGATIVE_INFINITY
      let isLowIn = true
      for (const span of set.spans) {
        gaps.push({ low, isLowIn, high: span.low, isHighIn: !span.isLowIn })
        low = span.high
        isLowIn = !span.isHighIn
      }
      gaps.push({ low, isLowIn, high: Number.POSITIVE_INFINITY, isHighIn: true })
      // Nothing lies beyond the ends of all numbers.
      return [
        spansSet(
          gaps.filter((gap) => gap.low !== gap.high || Number.isFinite(gap.low)),
          !set.missing,
        ),
      ]
    }
    case 'list':
      return [
        ...[...set.has].map((value) => listSet([], [value])),
        ...[...set.hasNot].map((value) => listSet([value], [])),
        ...(set.length === 'any' ? [] : [listSet([], [], set.length === 'none' ? 'some' : 'none')]),
      ]
  }
}

/** Each is compared with each. */
const MOST_LITERALS = 20

/** True only when no value is in the set. */
export function isEmpty(set: ValueSet): boolean {
  switch (set.kind) {
    case 'text':
      if (set.missing) return false
      if (set.literals.length > MOST_LITERALS) return false
      return set.isAllBut
        ? set.literals.some((one) => set.literals.some((other) => implies(one, { ...other, isNot: !other.isNot })))
        : set.values.size === 0
    case 'number':
      return !set.missing && set.spans.length === 0
    case 'list':
      return (set.length === 'none' && set.has.size > 0) || [...set.has].some((value) => set.hasNot.has(value))
  }
}

/** True only when every value of `a` is in `b`. */
export function isWithinSet(a: ValueSet, b: ValueSet): boolean {
  if (a.kind === 'text' && b.kind === 'text') {
    if (a.missing && !b.missing) return false
    if (!a.isAllBut) {
      for (const value of a.values) if (!hasText(b, value)) return false
      return true
    }
    if (isEmpty({ ...a, missing: false })) return true
    if (!b.isAllBut) return false
    for (const value of b.values) if (hasText(a, value)) return false
    return b.literals.every((wanted) => a.literals.some((given) => implies(given, wanted)))
  }
  if (a.kind === 'number' && b.kind === 'number') {
    if (a.missing && !b.missing) return false
    return a.spans.every((one) => b.spans.some((other) => isSpanWithin(one, other)))
  }
  if (a.kind === 'list' && b.kind === 'list') {
    if (b.length === 'none' && a.length !== 'none') return false
    if (b.length === 'some' && a.length !== 'some' && a.has.size === 0) return false
    const isNever = (value: string): boolean => a.length === 'none' || a.hasNot.has(value)
    return [...b.has].every((value) => a.has.has(value)) && [...b.hasNot].every(isNever)
  }
  return false
}

function isSpanWithin(one: Span, other: Span): boolean {
  const isLow = one.low > other.low || (one.low === other.low && (other.isLowIn || !one.isLowIn))
  const isHigh = one.high < other.high || (one.high === other.high && (other.isHighIn || !one.isHighIn))
  return isLow && isHigh
}

export function hasText(set: TextSet, value: string): boolean {
  if (!set.isAllBut) return set.values.has(value)
  return !set.values.has(value) && set.literals.every((literal) => literal.test(value) !== literal.isNot)
}

/** Whether a text that passes the one passes the other for certain. */
function implies(given: Literal, wanted: Literal): boolean {
  if (given.isNot !== wanted.isNot) return false
  const [narrow, wide] = given.isNot ? [wanted, given] : [given, wanted]
  return narrow.values.every((value) => wide.values.some((other) => isNarrower(narrow.kind, value, wide.kind, other)))
}

function isNarrower(kind: Literal['kind'], value: string, wide: Literal['kind'], other: string): boolean {
  if (kind === wide && value === other) return true
  switch (wide) {
    case 'contains':
      return kind !== 'matches' && kind !== 'postal' && value.includes(other)
    case 'startsWith':
    case 'postal':
      return kind === wide && value.startsWith(other)
    case 'endsWith':
      return kind === wide && value.endsWith(other)
    case 'matches':
      return false
  }
}
