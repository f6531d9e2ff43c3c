import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, ConditionLeaf } from '../../../src-main/contract/index.ts'
import { conditionOf, nodeOf, valueKind, withField, withOperator } from '../../../src-renderer/features/rules/condition-tree.ts'

const leaf = fc.constantFrom<Condition>(
  { field: 'country', op: 'is', value: 'DE' },
  { field: 'employees', op: 'gte', value: 5 },
  { field: 'phone', op: 'isEmpty' },
)
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    leaf.map((not) => ({ not })),
  ),
}))

describe('the condition builder', () => {
  it('gives a group back as it was', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 3 }), (all) => {
        expect(conditionOf(nodeOf({ all }))).toEqual({ all })
      }),
    )
  })

  it('takes a rule without a condition for every lead, and leaves it out again', () => {
    expect(conditionOf(nodeOf(undefined))).toBeUndefined()
  })

  it('shows a lone condition as a group of one', () => {
    const lone: Condition = { field: 'country', op: 'is', value: 'DE' }
    expect(conditionOf(nodeOf(lone))).toEqual({ all: [lone] })
  })

  it('reads "not not" as nothing said', () => {
    const twice: Condition = { all: [{ not: { not: { field: 'city', op: 'is', value: 'Bonn' } } }] }
    expect(conditionOf(nodeOf(twice))).toEqual({ all: [{ field: 'city', op: 'is', value: 'Bonn' }] })
  })
})

describe('changing a condition', () => {
  it('drops the value with the field, and takes an operator the new type knows', () => {
    expect(withField({ field: 'country', op: 'within', value: ['DACH'] }, 'employees')).toEqual({ field: 'employees', op: 'gte' })
    expect(withField({ field: 'employees', op: 'gte', value: 5 }, 'isFreeMail')).toEqual({
      field: 'isFreeMail',
      op: 'is',
      value: true,
    })
  })

  it('makes a list of the value when the operator wants one, and back', () => {
    const one: ConditionLeaf = { field: 'country', op: 'is', value: 'DE' }
    const many = withOperator(one, 'in')
    expect(many).toEqual({ field: 'country', op: 'in', value: ['DE'] })
    expect(withOperator(many, 'isNot')).toEqual({ field: 'country', op: 'isNot', value: 'DE' })
  })

  it('keeps no value where none is asked', () => {
    expect(withOperator({ field: 'country', op: 'is', value: 'DE' }, 'isEmpty')).toEqual({ field: 'country', op: 'isEmpty' })
  })

  it('knows what a person fills in', () => {
    expect(valueKind('receivedAt', 'between')).toBe('dates')
    expect(valueKind('employees', 'lt')).toBe('number')
    expect(valueKind('tags', 'hasNone')).toBe('many')
    expect(valueKind('custom.Plan', 'contains')).toBe('text')
    expect(valueKind('isDuplicate', 'is')).toBe('yes-no')
  })
})
