import type { Decision, DecisionRecord, Grade, LeadFacts, World } from '../contract/index.ts'
import { type CompiledRuleset } from './compile-ruleset.ts'
import { charge, decide } from './decide.ts'
import { reasonsAgainst } from './pool.ts'
import { recordDecision } from './record.ts'
import { scoreLead } from './score.ts'

/** A published ruleset at work, in the shape the store calls. `localTime` reads weekday and hour for conditions on time. */
export function routerOf(ruleset: CompiledRuleset, localTime: World['localTime']) {
  return {
    ruleset: ruleset.version,
    score(lead: LeadFacts): { score: number | null; grade: Grade | null } {
      return scoreLead(lead, ruleset, { at: lead.receivedAt, reps: [], turns: new Map(), localTime })
    },
    decide: (lead: LeadFacts, world: World): Decision => decide(lead, world, ruleset),
    record: (lead: LeadFacts, world: World, decision: Decision): DecisionRecord => recordDecision(lead, world, decision, ruleset),
    charge,
    isHopeless: (world: World): boolean =>
      !world.reps.some((rep) => reasonsAgainst(rep, ANY_LEAD, world, null).every((reason) => reason === 'weight-zero')),
  }
}

/** Only its lack of earlier offers is looked at. */
const ANY_LEAD = { alreadyOfferedTo: [] } as unknown as LeadFacts
