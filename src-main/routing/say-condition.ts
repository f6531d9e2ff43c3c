import type { ConditionLeaf, LeadFacts, Operator } from '../contract/index.ts'
import { valuesOf } from './leaf-tests.ts'
import { customOf } from './lead-fields.ts'

/** A condition as a person reads it. */
const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  is: 'is',
  isNot: 'is not',
  in: 'is one of',
  notIn: 'is none of',
  contains: 'contains',
  startsWith: 'starts with',
  endsWith: 'ends with',
  matches: 'matches',
  eq: 'is',
  ne: 'is not',
  lt: 'is below',
  lte: 'is at most',
  gt: 'is above',
  gte: 'is at least',
  between: 'is between',
  hasAny: 'has any of',
  hasAll: 'has all of',
  hasNone: 'has none of',
  within: 'is within',
  notWithin: 'is not within',
  isEmpty: 'is empty',
  isPresent: 'is present',
}

export function sayCondition(leaf: ConditionLeaf): string {
  const all = valuesOf(leaf)
  const values = all.length > MOST_VALUES ? [...all.slice(0, MOST_VALUES), `… (${all.length})`] : all
  const value = leaf.op === 'between' ? values.join(' and ') : values.join(', ')
  return [sayField(leaf.field), OPERATOR_WORDS[leaf.op], value].filter((part) => part !== '').join(' ')
}

/** The other side of each operator, for a value that is there. */
const OPPOSITES: Readonly<Record<Operator, string>> = {
  is: 'isNot',
  isNot: 'is',
  in: 'notIn',
  notIn: 'in',
  contains: 'does not contain',
  startsWith: 'does not start with',
  endsWith: 'does not end with',
  matches: 'does not match',
  eq: 'ne',
  ne: 'eq',
  lt: 'gte',
  lte: 'gt',
  gt: 'lte',
  gte: 'lt',
  between: 'is not between',
  hasAny: 'hasNone',
  hasAll: 'has not all of',
  hasNone: 'hasAny',
  within: 'notWithin',
  notWithin: 'within',
  isEmpty: 'isPresent',
  isPresent: 'isEmpty',
}

/** What a lead is that a condition does not hold for: "employees is below 50", "country is empty". */
export function sayFailed(leaf: ConditionLeaf, lead: LeadFacts): string {
  if (sayActual(leaf, lead) === ' (it is empty)') return `${sayField(leaf.field)} is empty`
  const opposite = OPPOSITES[leaf.op]
  if (opposite in OPERATOR_WORDS) return sayCondition({ ...leaf, op: opposite as Operator })
  return sayCondition(leaf).replace(OPERATOR_WORDS[leaf.op], opposite)
}

const LONGEST_VALUE = 60
const MOST_VALUES = 10

/** What stood in the lead instead, for the one condition that failed it. */
export function sayActual(leaf: ConditionLeaf, lead: LeadFacts): string {
  if (leaf.field.startsWith('receivedAt')) return ''
  if (leaf.field === 'territory') return ''
  const value = leaf.field.startsWith('custom.')
    ? (customOf(lead, leaf.field.slice('custom.'.length)) ?? '')
    : lead[leaf.field as 'name' | 'employees' | 'tags' | 'isFreeMail']
  if (value === undefined) return ''
  const said = Array.isArray(value) ? value.join(', ') : String(value ?? '')
  if (said === '') return ' (it is empty)'
  return ` (it is ${said.length > LONGEST_VALUE ? `${said.slice(0, LONGEST_VALUE)}…` : said})`
}

function sayField(field: string): string {
  if (field.startsWith('custom.')) return field.slice('custom.'.length)
  return field
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replace('.', ' ')
    .toLowerCase()
}
