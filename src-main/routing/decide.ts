import type { Decision, LeadFacts, RepFacts, Terms, World } from '../contract/index.ts'
import type { CompiledDestination, CompiledRule, CompiledRuleset } from './compile-ruleset.ts'
import { MINUTE_MS } from './compile-ruleset.ts'
import { chargeTurn, isByWeight, LEVEL, looksAtMembers, pick, type PickFrom } from './pick.ts'
import { type CompiledPool, isAtRuleCap, isForNow, isMerelyNotHere, reasonsAgainst } from './pool.ts'
import { shortfalls } from './share.ts'

/**
 * Which rule, which rep (R2). Pure and total: it reads the lead and the world, changes neither, and answers the same whatever the
 * order of the reps. The first enabled rule whose conditions hold decides; when it yields nobody, its `otherwise` does (R3).
 */
export function decide(lead: LeadFacts, world: World, ruleset: CompiledRuleset): Decision {
  let decision: Decision | null = null
  ruleset.index.eachMatch(lead, world, ruleset.slots(), (index) => {
    decision = follow(ruleset.rules[index]!, index, lead, world)
    return decision !== null
  })
  return decision ?? NO_RULE
}

/** A decision that gives nobody anything; each kind says the rest. */
export const NOTHING_GIVEN: Decision = {
  outcome: 'waiting',
  repId: null,
  offeredTo: [],
  ruleId: null,
  ruleIndex: -1,
  ruleName: null,
  method: null,
  turn: null,
  waitCode: null,
  detail: null,
  terms: null,
  tally: null,
  retryAt: null,
}

/** Until someone writes a catch-all: hold, and tell the manager (R4). */
const NO_RULE: Decision = { ...NOTHING_GIVEN, waitCode: 'no-rule-matched' }

type About = Pick<Decision, 'ruleId' | 'ruleIndex' | 'ruleName'>

/** Null when the rule yields nobody and says `next`. */
function follow(rule: CompiledRule, index: number, lead: LeadFacts, world: World): Decision | null {
  const about = { ruleId: rule.id, ruleIndex: index, ruleName: rule.name }
  const first = arrive(rule.then, about, lead, world)
  if (first) return first
  if (rule.otherwise === 'next') return null
  const { otherwise } = rule
  const second = otherwise.to === 'hold' && otherwise.reason === null ? null : arrive(otherwise, about, lead, world)
  return second ?? nobody(rule.then, about, lead, world)
}

/** What a destination makes of a lead; null when it yields nobody. */
export function arrive(to: CompiledDestination, about: About, lead: LeadFacts, world: World): Decision | null {
  switch (to.to) {
    case 'hold':
      return { ...NOTHING_GIVEN, ...about, waitCode: 'held-by-rule', detail: to.reason }
    case 'discard':
      return { ...NOTHING_GIVEN, ...about, outcome: 'discarded', detail: to.reason }
    case 'nurture':
    case 'partners':
      return { ...NOTHING_GIVEN, ...about, outcome: to.to }
    case 'rep': {
      if (isExhausted(to, lead)) return null
      const rep = firstNamed(to.emails, lead, world)
      return rep && { ...given(to.terms, about, rep, lead), method: 'named' }
    }
    case 'pool':
      return (to.owner && ownersTurn(to, about, lead, world)) ?? fromPool(to, about, lead, world)
  }
}

type ToPool = Extract<CompiledDestination, { to: 'pool' }>

/** After as many offers as the rule makes, nobody is asked any more (R20). */
export const isExhausted = (to: { maxOffers: number }, lead: LeadFacts): boolean => lead.alreadyOfferedTo.length >= to.maxOffers

/** Theirs at once, or an offer when the rule wants it accepted (R20). Leads of long ago start no clocks (R27). */
function given(terms: Terms | null, about: About, rep: RepFacts, lead: LeadFacts): Decision {
  const starts = lead.isBacklog ? null : terms
  const isOffer = starts !== null && starts.accept !== null
  return {
    ...NOTHING_GIVEN,
    ...about,
    outcome: isOffer ? 'offered' : 'assigned',
    repId: rep.id,
    offeredTo: isOffer ? [rep.id] : [],
    terms: starts,
  }
}

/** Those of a pool who may be given the lead, by id, so that sums of fractions come out the same whatever the order (R2). */
export function eligibleOf(pool: CompiledPool, lead: LeadFacts, world: World): RepFacts[] {
  return byId(world.reps.filter((rep) => pool.isMember(rep) && reasonsAgainst(rep, lead, world, pool).length === 0))
}

const membersOf = (pool: CompiledPool, world: World): RepFacts[] => byId(world.reps.filter((rep) => pool.isMember(rep)))

/** In place. Stores hand reps over by id, and to see that costs less than to sort. */
function byId(reps: RepFacts[]): RepFacts[] {
  for (let i = 1; i < reps.length; i++) if (reps[i]!.id < reps[i - 1]!.id) return reps.sort((a, b) => a.id - b.id)
  return reps
}

/** The owner of the same person or account before any method (R17); null when the method decides. */
function ownersTurn(to: ToPool, about: About, lead: LeadFacts, world: World): Decision | null {
  const owner = lead.ownerRepId === null ? undefined : world.reps.find((rep) => rep.id === lead.ownerRepId)
  if (!owner || !to.owner || isExhausted(to, lead)) return null
  const reasons = reasonsAgainst(owner, lead, world, null)
  if (isAtRuleCap(to.pool, owner, world)) reasons.push('at-rule-cap')
  if (reasons.length === 0) {
    const eligible = eligibleOf(to.pool, lead, world)
    const turn = chargeTurn(to.pool.key, owner, eligible, isByWeight(to.destination.by), world)
    const tally = countsForOwner(to, owner, world) ? to.pool.tally : null
    return { ...given(to.terms, about, owner, lead), method: 'owner-first', turn, tally }
  }
  if (!isMerelyNotHere(reasons)) return null
  const { ifNotHere, waitMs, backup } = to.owner
  if (ifNotHere === 'wait') {
    const retryAt = (lead.waitingSince ?? world.at) + waitMs
    if (world.at >= retryAt) return null
    return { ...NOTHING_GIVEN, ...about, waitCode: 'waiting-for-owner', detail: owner.name, retryAt }
  }
  const standIn = ifNotHere === 'backup' ? firstNamed([backup], lead, world) : null
  if (!standIn || isAtRuleCap(to.pool, standIn, world)) return null
  return { ...given(to.terms, about, standIn, lead), method: 'named', tally: to.pool.dailyCap === null ? null : to.pool.tally }
}

/** For a cap of the rule always; for a share as for a turn, until the owner is one round behind (R17). */
function countsForOwner(to: ToPool, owner: RepFacts, world: World): boolean {
  if (to.pool.dailyCap !== null || to.pool.shareOf === null) return true
  const { pool, members, shareWindowDays } = pickFrom(to, [], world)
  return shortfalls(pool, members, [owner], shareWindowDays, world)[0]!.shortfall >= -LEVEL
}

function fromPool(to: ToPool, about: About, lead: LeadFacts, world: World): Decision | null {
  if (isExhausted(to, lead)) return null
  const { pool, destination } = to
  const eligible = eligibleFor(to, lead, world)
  if (eligible.length === 0) return null
  if (destination.by === 'claim' && !lead.isBacklog) {
    const offeredTo = eligible.map((rep) => rep.id)
    const isOne = offeredTo.length === 1
    return {
      ...NOTHING_GIVEN,
      ...about,
      outcome: 'offered',
      repId: isOne ? offeredTo[0]! : null,
      offeredTo,
      method: 'claim',
      terms: to.terms,
      tally: pool.tally,
    }
  }
  const from = pickFrom(to, eligible, world, looksAtMembers(destination.by) ? undefined : eligible)
  const retryAt = sharesWaitUntil(to, from, lead, world)
  if (retryAt !== null) return { ...NOTHING_GIVEN, ...about, waitCode: 'waiting-for-share', detail: pool.label, retryAt }
  const { rep, turn } = pick(destination.by, from, lead, world)
  return { ...given(to.terms, about, rep, lead), method: destination.by, turn, tally: pool.tally }
}

/** Those the method of a destination picks from: of `tiers`, only the part whose turn it is. */
export function eligibleFor({ pool, tiers }: ToPool, lead: LeadFacts, world: World): RepFacts[] {
  const all = eligibleOf(pool, lead, world)
  return tiers.length > 0 ? firstTier(tiers, all, lead, world) : all
}

/** `tiers`: the first part of the pool with an eligible rep. */
function firstTier(tiers: readonly CompiledPool[], all: readonly RepFacts[], lead: LeadFacts, world: World): RepFacts[] {
  for (const tier of tiers) {
    const eligible = all.filter((rep) => tier.isMember(rep) && reasonsAgainst(rep, lead, world, tier).length === 0)
    if (eligible.length > 0) return eligible
  }
  return []
}

/** What a pick by this destination may look at. `members` spares looking for them where the method asks for nobody but the eligible. */
export function pickFrom(
  to: ToPool,
  eligible: readonly RepFacts[],
  world: World,
  members: readonly RepFacts[] = membersOf(to.pool, world),
): PickFrom {
  return {
    pool: to.pool,
    members,
    eligible,
    maxLoadMultiple: to.destination.maxLoadMultiple ?? MAX_LOAD_MULTIPLE,
    shareWindowDays: to.destination.shareWindowDays ?? SHARE_WINDOW_DAYS,
  }
}

const MAX_LOAD_MULTIPLE = 1.5
const SHARE_WINDOW_DAYS = 30

/**
 * Until when a share lets the lead wait for whoever is behind, because all who are here have more than their part; null when it does
 * not: never for a hot lead, never beyond `maxWaitMinutes`, and never unless the rule asks for it (R26).
 */
function sharesWaitUntil(to: ToPool, from: PickFrom, lead: LeadFacts, world: World): number | null {
  const { by, maxWaitMinutes } = to.destination
  if (by !== 'share' || maxWaitMinutes === undefined || lead.grade === 'hot') return null
  const until = (lead.waitingSince ?? world.at) + maxWaitMinutes * MINUTE_MS
  if (world.at >= until) return null
  const { pool, members, eligible, shareWindowDays } = from
  const here = shortfalls(pool, members, eligible, shareWindowDays, world)
  if (!here.every(({ shortfall }) => shortfall < -LEVEL)) return null
  const awaited = members.filter((rep) => !eligible.includes(rep) && isForNow(reasonsAgainst(rep, lead, world, pool)))
  const behind = shortfalls(pool, members, awaited, shareWindowDays, world)
  return behind.some(({ shortfall }) => shortfall > LEVEL) ? until : null
}

/** Weight means a place in a rotation; a rep named by a rule needs none. */
export function reasonsAgainstNamed(rep: RepFacts, lead: LeadFacts, world: World): ReturnType<typeof reasonsAgainst> {
  return reasonsAgainst(rep, lead, world, null).filter((reason) => reason !== 'weight-zero')
}

function firstNamed(emails: readonly string[], lead: LeadFacts, world: World): RepFacts | null {
  for (const email of emails) {
    const rep = world.reps.find((one) => one.email.toLowerCase() === email)
    if (rep && reasonsAgainstNamed(rep, lead, world).length === 0) return rep
  }
  return null
}

function nobody(to: CompiledDestination, about: About, lead: LeadFacts, world: World): Decision {
  const label = to.to === 'pool' ? to.pool.label : to.to === 'rep' ? to.label : about.ruleName
  const waiting = { ...NOTHING_GIVEN, ...about, detail: label }
  if (to.to === 'pool' && !world.reps.some((rep) => to.pool.isMember(rep))) return { ...waiting, waitCode: 'pool-empty' }
  return { ...waiting, waitCode: isAskedInVain(to, lead, world) ? 'nobody-accepted' : 'nobody-eligible' }
}

/** True when offers are at their end, or nothing but having been asked stands against those who are left (R20). */
function isAskedInVain(to: CompiledDestination, lead: LeadFacts, world: World): boolean {
  if (lead.alreadyOfferedTo.length === 0 || (to.to !== 'pool' && to.to !== 'rep')) return false
  if (isExhausted(to, lead)) return true
  const onlyAsked = (reasons: readonly string[]): boolean => reasons.length === 1 && reasons[0] === 'already-offered'
  if (to.to === 'pool')
    return world.reps.some((rep) => to.pool.isMember(rep) && onlyAsked(reasonsAgainst(rep, lead, world, to.pool)))
  return world.reps.some((rep) => to.emails.includes(rep.email.toLowerCase()) && onlyAsked(reasonsAgainstNamed(rep, lead, world)))
}
