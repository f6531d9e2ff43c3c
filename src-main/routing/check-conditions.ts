import { type ConditionLeaf, fieldType, OPERATORS, operatorsOf } from '../contract/index.ts'
import { checkValues, shown } from './check-values.ts'
import type { PlaceBook } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface ConditionFault {
  level: 'error' | 'warning'
  code: string
  where: string
  message: string
}

/** A person nests three or four deep; a file that nests deeper was made to break something. */
const DEEPEST = 30
const MOST_CONDITIONS = 2_000
const MOST_VALUES = 10_000

/**
 * Everything wrong with a condition as written (R8), by path. Walks without recursion, so that a file nested ten thousand deep
 * gets a sentence and not an overflow.
 */
export function checkCondition(root: unknown, where: string, words: Vocabulary, places: PlaceBook): ConditionFault[] {
  const faults: ConditionFault[] = []
  const fault = (at: string, code: string, message: string): void => {
    faults.push({ level: 'error', code, where: at, message })
  }
  const left: { node: unknown; at: string; depth: number }[] = [{ node: root, at: where, depth: 0 }]
  let seen = 0
  while (left.length > 0) {
    const { node, at, depth } = left.pop()!
    if (++seen > MOST_CONDITIONS)
      return [
        { level: 'error', code: 'too-many-conditions', where, message: `more than ${MOST_CONDITIONS} conditions in one rule` },
      ]
    if (depth > DEEPEST)
      return [{ level: 'error', code: 'nested-too-deep', where, message: `conditions are nested more than ${DEEPEST} deep` }]
    if (typeof node !== 'object' || node === null || Array.isArray(node)) {
      fault(
        at,
        'not-a-condition',
        'a condition is { "field", "op", "value" }, or a list under "all" or "any", or one under "not"',
      )
      continue
    }
    const group = node as Record<string, unknown>
    const kind = ['all', 'any', 'not'].find((key) => Object.hasOwn(group, key))
    if (!kind) {
      checkLeaf(group, at, words, places, faults)
      continue
    }
    const extra = Object.keys(group).find((key) => key !== kind)
    if (extra) fault(`${at}.${extra}`, 'unknown-key', `“${extra}” cannot stand beside “${kind}”`)
    if (kind === 'not') left.push({ node: group.not, at: `${at}.not`, depth: depth + 1 })
    else if (!Array.isArray(group[kind])) fault(`${at}.${kind}`, 'wrong-type', `“${kind}” takes a list of conditions`)
    // An empty "all" at the top asks nothing: every lead.
    else if (group[kind].length === 0 && (kind !== 'all' || depth > 0))
      fault(`${at}.${kind}`, 'empty-list', `“${kind}” has no conditions; leave it out, or name one`)
    else {
      group[kind].forEach((part: unknown, i: number) => {
        left.push({ node: part, at: `${at}.${kind}[${i}]`, depth: depth + 1 })
      })
    }
  }
  return faults.sort((a, b) => (a.where < b.where ? -1 : 1))
}

function checkLeaf(
  raw: Record<string, unknown>,
  at: string,
  words: Vocabulary,
  places: PlaceBook,
  faults: ConditionFault[],
): void {
  const fault = (part: string, code: string, message: string): void => {
    faults.push({ level: 'error', code, where: part === '' ? at : `${at}.${part}`, message })
  }
  const { field, op, value } = raw
  const extra = Object.keys(raw).find((key) => !['field', 'op', 'value'].includes(key))
  if (extra) return fault(extra, 'unknown-key', `“${extra}” is no part of a condition: field, op, value`)
  if (typeof field !== 'string' || field === '') return fault('field', 'wrong-type', 'a condition names its field')
  const type = fieldType(field)
  if (!type)
    return fault(
      'field',
      'unknown-field',
      `there is no field “${shown(field)}”; a column of your own is written “custom.${shown(field)}”`,
    )
  if (typeof op !== 'string' || !(OPERATORS as readonly string[]).includes(op))
    return fault('op', 'unknown-operator', `there is no operator “${shown(op)}”; ${field} takes ${operatorsOf(type).join(', ')}`)
  const known = operatorsOf(type) as readonly string[]
  if (!known.includes(op))
    return fault('op', 'wrong-operator', `“${op}” does not fit ${field} (a ${type}); it takes ${known.join(', ')}`)
  if (op === 'isEmpty' || op === 'isPresent') {
    if (value !== undefined) fault('value', 'value-not-wanted', `“${op}” takes no value`)
    return
  }
  if (value === undefined || value === null || value === '') return fault('value', 'value-missing', `“${op}” needs a value`)
  const values = Array.isArray(value) ? (value as unknown[]) : [value]
  if (values.length === 0) return fault('value', 'empty-list', 'the list of values is empty')
  if (values.length > MOST_VALUES) return fault('value', 'too-many-values', `${values.length} values; the most is ${MOST_VALUES}`)
  if (values.some((one) => !['string', 'number', 'boolean'].includes(typeof one) || one === ''))
    return fault('value', 'wrong-type', 'values are texts, numbers, or true and false')
  checkValues(raw as ConditionLeaf, type, { words, places, faults, at, fault })
}
