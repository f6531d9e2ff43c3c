import type {
  CandidateRecord,
  Decision,
  DecisionRecord,
  LeadFacts,
  Method,
  PoolRecord,
  RepFacts,
  World,
} from '../contract/index.ts'
import type { CompiledDestination, CompiledRule, CompiledRuleset } from './compile-ruleset.ts'
import { arrive, isExhausted, pickFrom, reasonsAgainstNamed } from './decide.ts'
import { pick, type PickFrom } from './pick.ts'
import { type CompiledPool, reasonsAgainst } from './pool.ts'
import { shortfalls } from './share.ts'
import { poolWinRate, winRate } from './top-performer.ts'

/**
 * What is kept of a decision so that its story can be told later (R33): for each rule above the deciding one the first condition
 * that failed, and each rep of each pool asked with all reasons against. Worked out from the world as it was before `charge`;
 * never on the road to the match itself.
 */
export function recordDecision(lead: LeadFacts, world: World, decision: Decision, ruleset: CompiledRuleset): DecisionRecord {
  const slots = ruleset.slots()
  const last = decision.ruleIndex < 0 ? ruleset.rules.length : decision.ruleIndex
  const failed: number[] = []
  const pools: PoolRecord[] = []
  for (let index = 0; index < last; index++) {
    const rule = ruleset.rules[index]!
    const number = rule.rule.enabled ? rule.condition.firstFailed(slots, lead, world) : DISABLED
    failed.push(rule.rule.enabled && number < 0 ? YIELDED_NOBODY : number)
    if (rule.rule.enabled && number < 0) pools.push(...poolsOf(rule, index, lead, world, decision))
  }
  const deciding = ruleset.rules[decision.ruleIndex]
  if (deciding) pools.push(...poolsOf(deciding, decision.ruleIndex, lead, world, decision))
  return {
    at: world.at,
    ruleset: ruleset.version,
    decision,
    failed,
    pools,
    grade: lead.grade,
    score: lead.score,
  }
}

export const DISABLED = -1
export const YIELDED_NOBODY = -2

/** The pools a matching rule asked: its own, and its `otherwise`'s when that one had to be asked. */
function poolsOf(rule: CompiledRule, index: number, lead: LeadFacts, world: World, decision: Decision): PoolRecord[] {
  const { then, otherwise } = rule
  const first = poolOf(then, index, lead, world, decision)
  if (!first) return []
  if (otherwise === 'next' || (otherwise.to !== 'pool' && otherwise.to !== 'rep')) return [first]
  const isOpen = !('maxOffers' in then && isExhausted(then, lead))
  const hasAnswered = isOpen && first.candidates.some((candidate) => candidate.reasons.length === 0)
  // An owner or a stand-in may have answered where nobody of the pool could.
  if (hasAnswered || arrive(then, decision, lead, world)) return [first]
  const second = poolOf(otherwise, index, lead, world, decision)
  return second ? [first, second] : [first]
}

function poolOf(to: CompiledDestination, index: number, lead: LeadFacts, world: World, decision: Decision): PoolRecord | null {
  if (to.to === 'rep') {
    const named = to.emails.flatMap((email) => world.reps.filter((rep) => rep.email.toLowerCase() === email))
    const candidates = named.map((rep) => candidate(rep, reasonsAgainstNamed(rep, lead, world), 0))
    return { ruleIndex: index, pool: null, method: 'named', candidates, basis: null, tied: [] }
  }
  if (to.to !== 'pool') return null
  const { pool, destination } = to
  const numbers = world.turns.get(pool.key)
  const from = pickFrom(to, [], world)
  // With `tiers`, only those of the first one with somebody eligible are asked.
  const tier = to.tiers.find((one) => from.members.some((rep) => isIn(pool, rep, lead, world) && isIn(one, rep, lead, world)))
  const judged = from.members.map((rep) => {
    const reasons = reasonsAgainst(rep, lead, world, pool)
    if (reasons.length === 0 && to.tiers.length > 0 && !(tier && isIn(tier, rep, lead, world))) reasons.push('outside-tier')
    return { rep, reasons }
  })
  const eligible = judged.filter(({ reasons }) => reasons.length === 0).map(({ rep }) => rep)
  const isPicked =
    eligible.length > 1 && index === decision.ruleIndex && decision.method === destination.by && !isExhausted(to, lead)
  const tied = isPicked && decision.repId !== null ? pick(destination.by, { ...from, eligible }, lead, world).tied : []
  return {
    ruleIndex: index,
    pool: pool.key,
    method: destination.by,
    candidates: judged.map(({ rep, reasons }) => candidate(rep, reasons, numbers?.get(rep.id) ?? 0)),
    basis: basisOf(destination.by, from, world),
    tied: tied.length > 1 ? tied.map((rep) => rep.id) : [],
  }
}

const isIn = (pool: CompiledPool, rep: RepFacts, lead: LeadFacts, world: World): boolean =>
  pool.isMember(rep) && reasonsAgainst(rep, lead, world, pool).length === 0

/** What the method went by, one a member. */
function basisOf(method: Method, from: PickFrom, world: World): number[] | null {
  const { members } = from
  switch (method) {
    case 'share':
      return shortfalls(from.pool, members, members, from.shareWindowDays, world).map(({ shortfall }) => tidy(shortfall))
    case 'top-performer': {
      const rate = poolWinRate(members)
      return members.map((rep) => tidy(Math.max(0, winRate(rep, rate))))
    }
    case 'longest-idle':
      return members.map((rep) => rep.lastGivenAt ?? 0)
    default:
      return null
  }
}

const tidy = (number: number): number => Math.round(number * 1e4) / 1e4

function candidate(rep: RepFacts, reasons: CandidateRecord['reasons'], number: number): CandidateRecord {
  return {
    repId: rep.id,
    reasons,
    number,
    weight: rep.weight,
    openLeads: rep.openLeads,
    capacity: rep.capacity,
    until: reasons.includes('outside-hours') || reasons.includes('time-off') ? rep.hoursChangeAt : rep.availableAgainAt,
  }
}
