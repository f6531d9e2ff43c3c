import { LogicEngine } from 'json-logic-engine'
import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine'
import type { Condition } from '../../src-main/contract/index.ts'
import type { FlatLead } from './data/rules.ts'

/** The rules as other engines want them. Each is given the leads' fields ready, as it knows nothing of leads. */

/** json-logic-engine, each rule compiled on its own and tried in turn: the fastest way it has. */
export function jsonLogicMatch(conditions: readonly Condition[]): (lead: FlatLead) => number {
  const engine = new LogicEngine()
  const tests = conditions.map((condition) => engine.build(logicOf(condition)) as (lead: FlatLead) => boolean)
  return (lead) => {
    for (let rule = 0; rule < tests.length; rule++) if (tests[rule]!(lead)) return rule
    return -1
  }
}

function logicOf(condition: Condition): unknown {
  if ('all' in condition) return { and: condition.all.map(logicOf) }
  if ('any' in condition) return { or: condition.any.map(logicOf) }
  if ('not' in condition) return { '!': logicOf(condition.not) }
  const { field, op, value } = condition
  const actual = { var: field }
  switch (op) {
    case 'is':
      return { '===': [actual, value] }
    case 'in':
      return { in: [actual, value] }
    case 'notIn':
      return { '!': { in: [actual, value] } }
    case 'contains':
      return { in: [value, actual] }
    case 'startsWith':
      return { '===': [{ substr: [actual, 0, 1] }, value] }
    case 'gte':
      return { '>=': [actual, value] }
    case 'lt':
      return { '<': [actual, value] }
    case 'between':
      return { '<=': [(value as number[])[0], actual, (value as number[])[1]] }
    case 'hasAny':
      return { or: (value as string[]).map((one) => ({ in: [one, actual] })) }
    case 'isPresent':
      return { '!==': [actual, null] }
    default:
      return { '===': [actual, null] }
  }
}

/** json-rules-engine: earlier rules have the higher priority, and the first to hold stops the run. */
export function jsonRulesMatch(conditions: readonly Condition[]): (lead: FlatLead) => Promise<number> {
  const engine = new Engine([], { allowUndefinedFacts: true })
  engine.addOperator<string, string>('contains-text', (actual, wanted) => actual.includes(wanted))
  engine.addOperator<string, string>('starts-with', (actual, wanted) => actual.startsWith(wanted))
  engine.addOperator<string[], string[]>('has-any', (actual, wanted) => wanted.some((one) => actual.includes(one)))
  conditions.forEach((condition, rule) => {
    engine.addRule({
      conditions: engineConditionOf(condition) as TopLevelCondition,
      event: { type: 'match', params: { rule } },
      priority: conditions.length - rule,
      onSuccess: () => {
        engine.stop()
      },
    })
  })
  return async (lead) => {
    const { events } = await engine.run(lead)
    return (events[0]?.params?.rule as number | undefined) ?? -1
  }
}

function engineConditionOf(condition: Condition): NestedCondition {
  if ('all' in condition) return { all: condition.all.map(engineConditionOf) }
  if ('any' in condition) return { any: condition.any.map(engineConditionOf) }
  if ('not' in condition) return { not: engineConditionOf(condition.not) }
  const { field: fact, op, value } = condition
  switch (op) {
    case 'is':
      return { fact, operator: 'equal', value }
    case 'in':
      return { fact, operator: 'in', value }
    case 'notIn':
      return { fact, operator: 'notIn', value }
    case 'contains':
      return { fact, operator: 'contains-text', value }
    case 'startsWith':
      return { fact, operator: 'starts-with', value }
    case 'gte':
      return { fact, operator: 'greaterThanInclusive', value }
    case 'lt':
      return { fact, operator: 'lessThan', value }
    case 'between': {
      const [low, high] = value as number[]
      const lowest = { fact, operator: 'greaterThanInclusive', value: low }
      return { all: [lowest, { fact, operator: 'lessThanInclusive', value: high }] }
    }
    case 'hasAny':
      return { fact, operator: 'has-any', value }
    case 'isPresent':
      return { fact, operator: 'notEqual', value: null }
    default:
      return { fact, operator: 'equal', value: null }
  }
}
