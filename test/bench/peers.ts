import { createRequire } from 'node:module'
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

/** As much of GoRules ZEN as is used here. Its types are not to be had where it is not installed. */
interface Zen {
  ZenDecisionContent: new (content: object) => object
  ZenEngine: new () => { createDecision(content: object): { evaluate(input: unknown): Promise<{ result: ZenResult }> } }
}
interface ZenResult {
  rule?: number
  answers?: ({ rule: number } | null)[]
}

export interface ZenMatch {
  one: (lead: FlatLead) => Promise<number>
  /** All of them in one call: what it asks for copying and for changing threads is then paid once. */
  batch: (leads: readonly FlatLead[]) => Promise<number[]>
}

/**
 * GoRules ZEN: a decision table that stops at its first hit, a row a rule. Null where it is not installed; see README.md for why it
 * is no dependency.
 */
export function zenMatch(conditions: readonly Condition[]): ZenMatch | null {
  const zen = zenIfThere()
  if (!zen) return null
  const engine = new zen.ZenEngine()
  const rules = conditions.map((condition, rule) => ({ _id: `rule ${rule}`, when: zenTextOf(condition), rule: String(rule) }))
  const table = (looping: object) => ({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in' },
      {
        id: 'table',
        type: 'decisionTableNode',
        name: 'table',
        content: {
          hitPolicy: 'first',
          passThrough: false,
          inputs: [{ id: 'when', name: 'when' }],
          outputs: [{ id: 'rule', name: 'rule', field: 'rule' }],
          rules,
          ...looping,
        },
      },
      { id: 'out', type: 'outputNode', name: 'out' },
    ],
    edges: [
      { id: 'first', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'last', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  })
  const single = engine.createDecision(new zen.ZenDecisionContent(table({ executionMode: 'single' })))
  const loop = engine.createDecision(
    new zen.ZenDecisionContent(table({ executionMode: 'loop', inputField: 'leads', outputPath: 'answers' })),
  )
  return {
    one: async (lead) => (await single.evaluate(lead)).result.rule ?? -1,
    batch: async (leads) => (await loop.evaluate({ leads })).result.answers!.map((answer) => answer?.rule ?? -1),
  }
}

function zenIfThere(): Zen | null {
  try {
    return createRequire(import.meta.url)('@gorules/zen-engine') as Zen
  } catch {
    return null
  }
}

/** A condition in its expression language. */
function zenTextOf(condition: Condition): string {
  if ('all' in condition) return `(${condition.all.map(zenTextOf).join(' and ')})`
  if ('any' in condition) return `(${condition.any.map(zenTextOf).join(' or ')})`
  if ('not' in condition) return `not (${zenTextOf(condition.not)})`
  const { field, op } = condition
  const value = JSON.stringify(condition.value)
  switch (op) {
    case 'is':
      return `${field} == ${value}`
    case 'in':
      return `${field} in ${value}`
    case 'notIn':
      return `not (${field} in ${value})`
    case 'contains':
    case 'startsWith':
      return `${op}(${field}, ${value})`
    case 'gte':
      return `${field} >= ${value}`
    case 'lt':
      return `${field} < ${value}`
    case 'between': {
      const [low, high] = condition.value as number[]
      return `${field} in [${low}..${high}]`
    }
    case 'hasAny':
      return `some(${field}, # in ${value})`
    case 'isPresent':
      return `${field} != null`
    default:
      return `${field} == null`
  }
}
