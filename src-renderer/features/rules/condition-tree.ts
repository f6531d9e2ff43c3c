import {
  type Condition,
  type ConditionLeaf,
  type FieldType,
  fieldType,
  type Operator,
  operatorsOf,
} from '../../../src-main/contract/index.ts'

/** How the builder sees a condition: groups and leaves, each of which may be turned round. */
export type Node = GroupNode | LeafNode
export interface GroupNode {
  kind: 'group'
  join: 'all' | 'any'
  not: boolean
  parts: Node[]
}
export interface LeafNode {
  kind: 'leaf'
  not: boolean
  leaf: ConditionLeaf
}

export function nodeOf(condition: Condition | undefined): GroupNode {
  if (condition === undefined) return { kind: 'group', join: 'all', not: false, parts: [] }
  const node = toNode(condition, false)
  return node.kind === 'group' ? node : { kind: 'group', join: 'all', not: false, parts: [node] }
}

function toNode(condition: Condition, not: boolean): Node {
  if ('not' in condition) return toNode(condition.not, !not)
  if ('all' in condition) return { kind: 'group', join: 'all', not, parts: condition.all.map((part) => toNode(part, false)) }
  if ('any' in condition) return { kind: 'group', join: 'any', not, parts: condition.any.map((part) => toNode(part, false)) }
  return { kind: 'leaf', not, leaf: condition }
}

/** Back to data; an empty outermost group is "every lead" and left out. */
export function conditionOf(node: GroupNode): Condition | undefined {
  if (node.parts.length === 0 && !node.not) return undefined
  return toCondition(node)
}

function toCondition(node: Node): Condition {
  const inner: Condition =
    node.kind === 'leaf'
      ? node.leaf
      : node.join === 'all'
        ? { all: node.parts.map(toCondition) }
        : { any: node.parts.map(toCondition) }
  return node.not ? { not: inner } : inner
}

export function blankLeaf(): LeafNode {
  return { kind: 'leaf', not: false, leaf: { field: 'country', op: 'is' } }
}

export function blankGroup(): GroupNode {
  return { kind: 'group', join: 'any', not: false, parts: [blankLeaf()] }
}

/** Another field keeps the operator where its type knows it, and drops a value of another type. */
export function withField(leaf: ConditionLeaf, field: string): ConditionLeaf {
  const type = fieldType(field) ?? 'text'
  const known = operatorsOf(type)
  const op = known.includes(leaf.op) ? leaf.op : firstOperator(type)
  const isSameKind = valueKind(field, op) === valueKind(leaf.field, leaf.op)
  const keeps = isSameKind && field === leaf.field
  return withValue({ field, op }, keeps ? leaf.value : startValue(field, op))
}

export function withOperator(leaf: ConditionLeaf, op: Operator): ConditionLeaf {
  const before = valueKind(leaf.field, leaf.op)
  const after = valueKind(leaf.field, op)
  if (before === after) return withValue({ field: leaf.field, op }, leaf.value)
  const values = leaf.value === undefined ? [] : Array.isArray(leaf.value) ? leaf.value : [leaf.value]
  if (after === 'many' && before === 'text')
    return withValue(
      { field: leaf.field, op },
      values.filter((value) => value !== ''),
    )
  if (after === 'text' && before === 'many') return withValue({ field: leaf.field, op }, values[0])
  return withValue({ field: leaf.field, op }, startValue(leaf.field, op))
}

export function withValue(leaf: ConditionLeaf, value: ConditionLeaf['value']): ConditionLeaf {
  const { field, op } = leaf
  return value === undefined ? { field, op } : { field, op, value }
}

function firstOperator(type: FieldType): Operator {
  return type === 'number' ? 'gte' : (operatorsOf(type)[0] ?? 'is')
}

function startValue(field: string, op: Operator): ConditionLeaf['value'] {
  const kind = valueKind(field, op)
  if (kind === 'yes-no') return true
  return kind === 'many' ? [] : undefined
}

export type ValueKind = 'none' | 'text' | 'many' | 'number' | 'numbers' | 'date' | 'dates' | 'yes-no'

/** What a person fills in for a field and operator. */
export function valueKind(field: string, op: Operator): ValueKind {
  if (op === 'isEmpty' || op === 'isPresent') return 'none'
  const type = fieldType(field) ?? 'text'
  if (type === 'yes-no') return 'yes-no'
  if (type === 'number') return op === 'between' ? 'numbers' : 'number'
  if (type === 'date') return op === 'between' ? 'dates' : 'date'
  const many: readonly Operator[] = ['in', 'notIn', 'hasAny', 'hasAll', 'hasNone', 'within', 'notWithin']
  return many.includes(op) ? 'many' : 'text'
}

export function isSameCondition(one: Condition | undefined, other: Condition | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}
