import fc from 'fast-check'
import type { Decision, DecisionRecord, LeadFacts, World } from '../../src-main/contract/index.ts'
import type { CompiledRuleset } from '../../src-main/routing/compile-ruleset.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { recordDecision } from '../../src-main/routing/record.ts'
import { compiled } from './facts.ts'
import { anyLead, anyRules, anyWorld } from './random-desk.ts'

const territories = [
  { name: 'DACH', places: ['DE', 'AT', 'CH'] },
  { name: 'France', places: ['FR'] },
]
/** Rules of `anyRules`, with the places they name. */
export const compile = (rules: unknown[]): CompiledRuleset => compiled(rules, { territories })
export const anyDesk = fc.tuple(anyRules, anyLead, anyWorld)

/** A decision and what is kept of it. */
export function recorded(
  rules: unknown[],
  lead: LeadFacts,
  world: World,
): { record: DecisionRecord; decision: Decision; ruleset: CompiledRuleset } {
  const ruleset = compile(rules)
  const decision = decide(lead, world, ruleset)
  return { decision, record: recordDecision(lead, world, decision, ruleset), ruleset }
}

/** Who got it or is asked. */
export const receivers = (decision: Decision): readonly number[] =>
  decision.offeredTo.length > 0 ? decision.offeredTo : decision.repId === null ? [] : [decision.repId]
