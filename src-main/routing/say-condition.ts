import type { ConditionLeaf, LeadFacts, Operator } from '../contract/index.ts'
import { valuesOf } from './conditions.ts'

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
  const values = valuesOf(leaf)
  const value = leaf.op === 'between' ? values.join(' and ') : values.join(', ')
  return [sayField(leaf.field), OPERATOR_WORDS[leaf.op], value].filter((part) => part !== '').join(' ')
}

const LONGEST_VALUE = 60

/** What stood in the lead instead, for the one condition that failed it. */
export function sayActual(leaf: ConditionLeaf, lead: LeadFacts): string {
  if (leaf.field.startsWith('receivedAt')) return ''
  const value = leaf.field.startsWith('custom.')
    ? lead.custom[leaf.field.slice('custom.'.length)]
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
