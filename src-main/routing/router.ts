import type { Decision, DecisionRecord, Grade, LeadFacts, NextInTurn, RepFacts, World } from '../contract/index.ts'
import { type CompiledDestination, type CompiledRuleset, MINUTE_MS } from './compile-ruleset.ts'
import { charge } from './charge.ts'
import { decide } from './decide.ts'
import { nextInTurn } from './next-in-turn.ts'
import { reasonsAgainst } from './pool.ts'
import { recordDecision } from './record.ts'
import { scoreLead, worldOfClock } from './score.ts'

/** A published ruleset at work, in the shape the store calls. `localTime` reads weekday and hour for conditions on time. */
export function routerOf(ruleset: CompiledRuleset, localTime: World['localTime']) {
  const { settings } = ruleset.document
  return {
    ruleset: ruleset.version,
    score(lead: LeadFacts): { score: number | null; grade: Grade | null } {
      return scoreLead(lead, ruleset, worldOfClock(lead.receivedAt, localTime))
    },
    decide: (lead: LeadFacts, world: World): Decision => decide(lead, world, ruleset),
    record: (lead: LeadFacts, world: World, decision: Decision): DecisionRecord => recordDecision(lead, world, decision, ruleset),
    charge,
    nextInTurn: (lead: LeadFacts, world: World): NextInTurn[] => nextInTurn(lead, world, ruleset),
    performanceWindowMs: asksForWins(ruleset) ? settings.performanceWindowDays * DAY_MS : null,
    oldAfterMs: settings.oldAfterDays * DAY_MS,
    pauseAfterMissedOffers: settings.pauseAfterMissedOffers,
    roomOf(rep: RepFacts, world: World): 0 | 1 | 2 {
      const [reason, another] = reasonsAgainst(rep, ANY_LEAD, world, null)
      return reason === undefined ? 2 : reason === 'weight-zero' && another === undefined ? 1 : 0
    },
    asksForHour: ruleset.rules.some(
      ({ rule, condition }) => rule.enabled && condition.leaves.some(({ leaf }) => leaf.field === 'localHour'),
    ),
  }
}

const DAY_MS = 24 * 60 * MINUTE_MS

function asksForWins({ rules }: CompiledRuleset): boolean {
  const asks = (to: CompiledDestination | 'next'): boolean =>
    to !== 'next' && to.to === 'pool' && to.destination.by === 'top-performer'
  return rules.some(({ then, otherwise }) => asks(then) || asks(otherwise))
}

/** Only its lack of earlier offers is looked at. */
const ANY_LEAD = { alreadyOfferedTo: [] } as unknown as LeadFacts
