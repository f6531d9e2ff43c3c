import type { LeadDraft, LeadId, RepProfile, RuleId } from '../../src-main/contract/index.ts'
import type { Decision, DecisionRecord, LeadFacts, RepFacts, World } from '../../src-main/contract/index.ts'
import type { IncomingLead } from '../../src-main/store/port-arrivals.ts'
import type { Router } from '../../src-main/store/port-shapes.ts'

/** A lead as intake hands it over; whatever is not said is empty. Its keys follow from its fields. */
export function anIncomingLead(draft: Partial<LeadDraft> = {}, found: Partial<IncomingLead> = {}): IncomingLead {
  const whole = aDraft(draft)
  return {
    draft: whole,
    key: `key-${nextKey++}`,
    raw: JSON.stringify(draft),
    rawKind: 'csv',
    line: null,
    isFreeMail: false,
    emailKey: whole.email,
    isSharedEmail: false,
    phoneKey: whole.phone,
    nameKey: whole.name === null ? null : whole.name.toLowerCase(),
    domainKey: whole.email?.split('@').at(-1) ?? null,
    timeZone: null,
    owner: null,
    ...found,
  }
}
let nextKey = 1

export function aDraft(given: Partial<LeadDraft> = {}): LeadDraft {
  return {
    name: null,
    firstName: null,
    lastName: null,
    email: null,
    email2: null,
    phone: null,
    phone2: null,
    company: null,
    title: null,
    website: null,
    industry: null,
    address: null,
    city: null,
    region: null,
    postalCode: null,
    country: null,
    language: null,
    product: null,
    message: null,
    source: null,
    owner: null,
    externalId: null,
    currency: null,
    employees: null,
    revenue: null,
    value: null,
    score: null,
    tags: [],
    stage: 'new',
    receivedAt: null,
    custom: {},
    ...given,
  }
}

export function aRepProfile(given: Partial<RepProfile> & { name: string }): RepProfile {
  return {
    email: `${given.name.toLowerCase()}@desk.example`,
    role: 'rep',
    team: null,
    skills: [],
    languages: [],
    products: [],
    tier: null,
    territories: [],
    weight: 1,
    capacity: null,
    dailyCap: null,
    hourlyCap: null,
    timeZone: null,
    hours: null,
    rampPercent: null,
    rampUntil: null,
    holidays: null,
    isActive: true,
    isDraining: false,
    isPaused: false,
    ...given,
  }
}

/**
 * A router of one rule: everyone who is here and has room, in the smooth weighted turn. Enough to see that the store asks, saves
 * and charges; how to decide is tested where it is decided.
 */
export function aRouter(given: { ruleset?: number; waitFor?: (lead: LeadFacts) => boolean } = {}): Router {
  const ruleset = given.ruleset ?? 1
  const canTake = (rep: RepFacts): boolean =>
    rep.isActive &&
    rep.availability === 'available' &&
    rep.isInHours &&
    !rep.isOnTimeOff &&
    (rep.capacity === null || rep.openLeads < rep.capacity)
  const rest = { offeredTo: [], terms: null, tally: null, retryAt: null }
  const about = { ruleId: 'everyone' as RuleId, ruleIndex: 0, ruleName: 'Everyone', ...rest }
  const decide = (lead: LeadFacts, world: World): Decision => {
    const eligible = given.waitFor?.(lead) === true ? [] : world.reps.filter(canTake)
    const nobody = { ...about, outcome: 'waiting', repId: null, method: null, turn: null } as const
    if (eligible.length === 0) return { ...nobody, waitCode: 'nobody-eligible', detail: 'everyone' }
    const numbers = world.turns.get('everyone')
    const before = eligible.map((rep) => numbers?.get(rep.id) ?? 0)
    const raised = before.map((number, at) => number + (eligible[at]?.weight ?? 0))
    const best = raised.indexOf(Math.max(...raised))
    const sum = eligible.reduce((total, rep) => total + rep.weight, 0)
    const changes = eligible.map((rep, at) => ({
      repId: rep.id,
      before: before[at]!,
      after: at === best ? raised[at]! - sum : raised[at]!,
    }))
    const picked = { outcome: 'assigned', repId: eligible[best]!.id, method: 'weighted', waitCode: null, detail: null } as const
    return { ...about, ...picked, turn: { pool: 'everyone', changes } }
  }
  return {
    ruleset,
    score: (lead) => ({
      score: lead.score,
      grade: lead.score === null ? null : lead.score >= 80 ? 'hot' : lead.score >= 50 ? 'warm' : 'cold',
    }),
    decide,
    record: (lead, world, decision): DecisionRecord => ({
      at: world.at,
      ruleset,
      decision,
      failed: [],
      pools: [
        {
          ruleIndex: 0,
          pool: 'everyone',
          method: 'weighted',
          candidates: world.reps.map((rep) => ({
            repId: rep.id,
            reasons: canTake(rep) ? [] : ['away'],
            number: world.turns.get('everyone')?.get(rep.id) ?? 0,
            weight: rep.weight,
            openLeads: rep.openLeads,
            capacity: rep.capacity,
            until: null,
          })),
          basis: null,
          tied: [],
        },
      ],
      grade: lead.grade,
      score: lead.score,
    }),
    charge(world, decision) {
      if (decision.turn !== null) {
        const turns = world.turns as Map<string, Map<RepFacts['id'], number>>
        const numbers = turns.get(decision.turn.pool) ?? new Map<RepFacts['id'], number>()
        turns.set(decision.turn.pool, numbers)
        for (const { repId, after } of decision.turn.changes) numbers.set(repId, after)
      }
      const rep = world.reps.find((one) => one.id === decision.repId)
      if (rep === undefined) return
      rep.openLeads++
      rep.givenToday++
      rep.givenThisHour++
      rep.lastGivenAt = world.at
    },
    nextInTurn: () => [],
    roomOf: (rep) => (!canTake(rep) ? 0 : rep.weight > 0 ? 2 : 1),
    asksForHour: false,
    performanceWindowMs: null,
    oldAfterMs: 7 * 86_400_000,
    pauseAfterMissedOffers: 3,
  }
}

export const leadIdsOf = (taken: readonly { leadId: LeadId }[]): LeadId[] => taken.map((one) => one.leadId)
