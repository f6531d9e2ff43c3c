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

/** What stood in the lead instead, for the one condition that failed it. */
export function sayActual(leaf: ConditionLeaf, lead: LeadFacts): string {
  const value = leaf.field.startsWith('custom.')
    ? lead.custom[leaf.field.slice('custom.'.length)]
    : (lead as unknown as Record<string, unknown>)[leaf.field]
  if (value === undefined) return ''
  const said = Array.isArray(value) ? value.join(', ') : String(value ?? '')
  if (leaf.field.startsWith('receivedAt')) return ''
  return said === '' || value === null ? ' (it is empty)' : ` (it is ${said.length > 60 ? `${said.slice(0, 57)}…` : said})`
}

function sayField(field: string): string {
  if (field.startsWith('custom.')) return field.slice('custom.'.length)
  return field.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replace('.', ' ').toLowerCase()
}
