import type { ConditionLeaf, LeadFacts, Operator } from '../contract/index.ts'
import { valuesOf } from './leaf-tests.ts'
import { customOf } from './lead-fields.ts'
import { type DeskWords, english } from './words/en.ts'

/** A condition as a person reads it. */
export function sayCondition(leaf: ConditionLeaf, say: DeskWords = english): string {
  return compared(leaf, say.operators[leaf.op], say)
}

function compared(leaf: ConditionLeaf, operator: string, say: DeskWords): string {
  const all = valuesOf(leaf)
  const values = all.length > MOST_VALUES ? [...all.slice(0, MOST_VALUES), `… (${all.length})`] : all
  const value = leaf.op === 'between' ? say.range(values) : values.join(', ')
  return [fieldSaid(leaf.field, say), operator, value].filter((part) => part !== '').join(' ')
}

/** The other side of each operator that has one, for a value that is there. */
const OPPOSITES: Readonly<Partial<Record<Operator, Operator>>> = {
  is: 'isNot',
  isNot: 'is',
  in: 'notIn',
  notIn: 'in',
  eq: 'ne',
  ne: 'eq',
  lt: 'gte',
  lte: 'gt',
  gt: 'lte',
  gte: 'lt',
  hasAny: 'hasNone',
  hasNone: 'hasAny',
  within: 'notWithin',
  notWithin: 'within',
  isEmpty: 'isPresent',
  isPresent: 'isEmpty',
}

/** What a lead is that a condition does not hold for: "employees is below 50", "country is empty". */
export function sayFailed(leaf: ConditionLeaf, lead: LeadFacts, say: DeskWords = english): string {
  if (actualOf(leaf.field, lead) === '') return `${fieldSaid(leaf.field, say)} ${say.operators.isEmpty}`
  const opposite = OPPOSITES[leaf.op]
  return opposite === undefined ? compared(leaf, say.negated[leaf.op] ?? '', say) : sayCondition({ ...leaf, op: opposite }, say)
}

const LONGEST_VALUE = 60
const MOST_VALUES = 10

/** What stood in the lead instead, for the one condition that failed it. */
export function sayActual(leaf: ConditionLeaf, lead: LeadFacts, say: DeskWords = english): string {
  const actual = actualOf(leaf.field, lead)
  if (actual === null) return ''
  return actual === '' ? say.actualEmpty : say.actual(actual)
}

/** What a lead has in a field, cut to what fits a sentence; null where there is no value to tell. */
export function actualOf(field: string, lead: LeadFacts): string | null {
  if (field.startsWith('receivedAt')) return null
  if (field === 'territory') return null
  const value = field.startsWith('custom.')
    ? (customOf(lead, field.slice('custom.'.length)) ?? '')
    : lead[field as 'name' | 'employees' | 'tags' | 'isFreeMail']
  if (value === undefined) return null
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '')
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}

export function fieldSaid(field: string, say: DeskWords): string {
  return field.startsWith('custom.') ? field.slice('custom.'.length) : say.field(field)
}
