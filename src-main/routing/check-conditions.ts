import { type ConditionLeaf, fieldType, OPERATORS, operatorsOf } from '../contract/index.ts'
import { checkValues, shown } from './check-values.ts'
import type { PlaceBook } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { FindingWords } from './words/findings-en.ts'

export interface ConditionFault {
  level: 'error' | 'warning'
  code: string
  where: string
  message: string
}

/** What conditions are read with. */
export interface Known {
  words: Vocabulary
  places: PlaceBook
  say: FindingWords
}

/** A person nests three or four deep; a file that nests deeper was made to break something. */
const DEEPEST = 30
const MOST_CONDITIONS = 2_000
const MOST_VALUES = 10_000

/**
 * Everything wrong with a condition as written (R8), by path. Walks without recursion, so that a file nested ten thousand deep
 * gets a sentence and not an overflow.
 */
export function checkCondition(root: unknown, where: string, { words, places, say }: Known): ConditionFault[] {
  const faults: ConditionFault[] = []
  const fault = (at: string, code: string, message: string): void => {
    faults.push({ level: 'error', code, where: at, message })
  }
  const left: { node: unknown; at: string; depth: number }[] = [{ node: root, at: where, depth: 0 }]
  let seen = 0
  while (left.length > 0) {
    const { node, at, depth } = left.pop()!
    if (++seen > MOST_CONDITIONS)
      return [{ level: 'error', code: 'too-many-conditions', where, message: say.tooManyConditions(MOST_CONDITIONS) }]
    if (depth > DEEPEST) return [{ level: 'error', code: 'nested-too-deep', where, message: say.conditionsTooDeep(DEEPEST) }]
    if (typeof node !== 'object' || node === null || Array.isArray(node)) {
      fault(at, 'not-a-condition', say.noCondition)
      continue
    }
    const group = node as Record<string, unknown>
    const kind = ['all', 'any', 'not'].find((key) => Object.hasOwn(group, key))
    if (!kind) {
      checkLeaf(group, at, { words, places, say }, faults)
      continue
    }
    const extra = Object.keys(group).find((key) => key !== kind)
    if (extra) fault(`${at}.${extra}`, 'unknown-key', say.notBeside(extra, kind))
    if (kind === 'not') left.push({ node: group.not, at: `${at}.not`, depth: depth + 1 })
    else if (!Array.isArray(group[kind])) fault(`${at}.${kind}`, 'wrong-type', say.takesConditions(kind))
    // An empty "all" at the top asks nothing: every lead.
    else if (group[kind].length === 0 && (kind !== 'all' || depth > 0))
      fault(`${at}.${kind}`, 'empty-list', say.noConditions(kind))
    else {
      group[kind].forEach((part: unknown, i: number) => {
        left.push({ node: part, at: `${at}.${kind}[${i}]`, depth: depth + 1 })
      })
    }
  }
  return faults.sort((a, b) => (a.where < b.where ? -1 : 1))
}

function checkLeaf(raw: Record<string, unknown>, at: string, known: Known, faults: ConditionFault[]): void {
  const { say } = known
  const fault = (part: string, code: string, message: string): void => {
    faults.push({ level: 'error', code, where: part === '' ? at : `${at}.${part}`, message })
  }
  const { field, op, value } = raw
  const extra = Object.keys(raw).find((key) => !['field', 'op', 'value'].includes(key))
  if (extra) return fault(extra, 'unknown-key', say.noPartOfCondition(extra))
  if (typeof field !== 'string' || field === '') return fault('field', 'wrong-type', say.fieldNeeded)
  const type = fieldType(field)
  if (!type) return fault('field', 'unknown-field', say.unknownField(shown(field)))
  if (typeof op !== 'string' || !(OPERATORS as readonly string[]).includes(op))
    return fault('op', 'unknown-operator', say.unknownOperator(shown(op), field, operatorsOf(type).join(', ')))
  const fitting = operatorsOf(type) as readonly string[]
  if (!fitting.includes(op)) return fault('op', 'wrong-operator', say.wrongOperator(op, field, type, fitting.join(', ')))
  if (op === 'isEmpty' || op === 'isPresent') {
    if (value !== undefined) fault('value', 'value-not-wanted', say.valueNotWanted(op))
    return
  }
  if (value === undefined || value === null || value === '') return fault('value', 'value-missing', say.valueNeeded(op))
  const values = Array.isArray(value) ? (value as unknown[]) : [value]
  if (values.length === 0) return fault('value', 'empty-list', say.noValues)
  if (values.length > MOST_VALUES) return fault('value', 'too-many-values', say.tooManyValues(values.length, MOST_VALUES))
  if (values.some((one) => !['string', 'number', 'boolean'].includes(typeof one) || one === ''))
    return fault('value', 'wrong-type', say.valuesAre)
  checkValues(raw as ConditionLeaf, type, { ...known, faults, at, fault })
}
