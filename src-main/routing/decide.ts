import type { Decision, LeadFacts, RepFacts, World } from '../contract/index.ts'
import type { CompiledDestination, CompiledRule, CompiledRuleset } from './compile-ruleset.ts'
import { chargeTurn, pick } from './pick.ts'
import { reasonsAgainst } from './pool.ts'

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

/** Until someone writes a catch-all: hold, and tell the manager (R4). */
const NO_RULE: Decision = {
  outcome: 'waiting',
  repId: null,
  ruleId: null,
  ruleIndex: -1,
  ruleName: null,
  method: null,
  turn: null,
  waitCode: 'no-rule-matched',
  detail: null,
}

/** Null when the rule yields nobody and says `next`. */
function follow(rule: CompiledRule, index: number, lead: LeadFacts, world: World): Decision | null {
  const first = arrive(rule.then, rule, index, lead, world)
  if (first) return first
  if (rule.otherwise === 'next') return null
  const { otherwise } = rule
  const second = otherwise.to === 'hold' && otherwise.reason === null ? null : arrive(otherwise, rule, index, lead, world)
  return second ?? nobody(rule, index, world)
}

/** What a destination makes of a lead; null when it yields nobody. */
function arrive(to: CompiledDestination, rule: CompiledRule, index: number, lead: LeadFacts, world: World): Decision | null {
  const about = { ruleId: rule.id, ruleIndex: index, ruleName: rule.name }
  const still = { ...about, repId: null, method: null, turn: null, waitCode: null, detail: null }
  switch (to.to) {
    case 'hold':
      return { ...still, outcome: 'waiting', waitCode: 'held-by-rule', detail: to.reason }
    case 'discard':
      return { ...still, outcome: 'discarded', detail: to.reason }
    case 'nurture':
    case 'partners':
      return { ...still, outcome: to.to }
    case 'rep': {
      const rep = firstNamed(to.emails, lead, world)
      return rep && { ...still, outcome: 'assigned', repId: rep.id, method: 'named' }
    }
    case 'pool': {
      const { pool, destination } = to
      // By id, so that sums of fractions and the record come out the same whatever the order of the reps (R2).
      const eligible = world.reps
        .filter((rep) => pool.isMember(rep) && reasonsAgainst(rep, lead, world, pool).length === 0)
        .sort((a, b) => a.id - b.id)
      const owner = destination.ownerFirst === true && lead.ownerRepId !== null ? ownerOf(lead, world) : null
      if (owner) {
        const turn = chargeTurn(pool.key, owner, eligible, destination.by === 'weighted', world)
        return { ...still, outcome: 'assigned', repId: owner.id, method: 'owner-first', turn }
      }
      if (eligible.length === 0) return null
      const { rep, turn } = pick(destination.by, pool.key, eligible, lead, world)
      return { ...still, outcome: 'assigned', repId: rep.id, method: destination.by, turn }
    }
  }
}

/** The owner of the same person or account, if nothing but the pool's own wishes stands against them (R17). */
export function ownerOf(lead: LeadFacts, world: World): RepFacts | null {
  const owner = world.reps.find((rep) => rep.id === lead.ownerRepId)
  return owner && reasonsAgainst(owner, lead, world, null).length === 0 ? owner : null
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

function nobody(rule: CompiledRule, index: number, world: World): Decision {
  const to = rule.then
  const label = to.to === 'pool' ? to.pool.label : to.to === 'rep' ? to.label : rule.name
  const isEmpty = to.to === 'pool' && !world.reps.some((rep) => to.pool.isMember(rep))
  return {
    outcome: 'waiting',
    repId: null,
    ruleId: rule.id,
    ruleIndex: index,
    ruleName: rule.name,
    method: null,
    turn: null,
    waitCode: isEmpty ? 'pool-empty' : 'nobody-eligible',
    detail: label,
  }
}

/**
 * Brings a world up to date after a decision, for the next lead of the batch: numbers, loads, caps, last given. The one
 * function of this folder that changes what it is given.
 */
export function charge(world: World, decision: Decision): void {
  if (decision.turn) {
    const turns = world.turns as Map<string, Map<RepFacts['id'], number>>
    let numbers = turns.get(decision.turn.pool)
    if (!numbers) turns.set(decision.turn.pool, (numbers = new Map()))
    for (const { repId, after } of decision.turn.changes) numbers.set(repId, after)
  }
  if (decision.outcome !== 'assigned') return
  const rep = world.reps.find((one) => one.id === decision.repId)
  if (!rep) return
  rep.openLeads += 1
  rep.givenToday += 1
  rep.givenThisHour += 1
  rep.lastGivenAt = world.at
}
