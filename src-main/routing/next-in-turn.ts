import type { LeadFacts, NextInTurn, World } from '../contract/index.ts'
import type { CompiledDestination, CompiledRuleset } from './compile-ruleset.ts'
import { eligibleFor, pickFrom } from './decide.ts'
import { looksAtMembers, pick } from './pick.ts'

/**
 * Whom each pool would give `lead` to, were it the next one: by the very pick a decision makes, over every pool an enabled rule gives to, in
 * the order of the rules. Pools that are claimed have no turn. Pure, and changes no number.
 */
export function nextInTurn(lead: LeadFacts, world: World, ruleset: CompiledRuleset): NextInTurn[] {
  const next = new Map<string, NextInTurn>()
  for (const { rule, name, then, otherwise } of ruleset.rules) {
    if (!rule.enabled) continue
    for (const to of otherwise === 'next' ? [then] : [then, otherwise]) {
      if (to.to !== 'pool' || to.destination.by === 'claim') continue
      // Rules that share pool, turn and method give to the same rep: once is enough.
      const key = JSON.stringify([to.pool.key, to.destination.by, to.destination.pool])
      if (!next.has(key))
        next.set(key, { pool: to.pool.label, rule: name, by: to.destination.by, repIds: whoIsNext(to, lead, world) })
    }
  }
  return [...next.values()]
}

/** Several when nothing but the lead itself tells them apart (R15); nobody when nobody can take one. */
function whoIsNext(to: Extract<CompiledDestination, { to: 'pool' }>, lead: LeadFacts, world: World): NextInTurn['repIds'] {
  const eligible = eligibleFor(to, lead, world)
  if (eligible.length === 0) return []
  const { by } = to.destination
  const { rep, tied } = pick(by, pickFrom(to, eligible, world, looksAtMembers(by) ? undefined : eligible), lead, world)
  return tied.filter(({ lastGivenAt }) => lastGivenAt === rep.lastGivenAt).map(({ id }) => id)
}
