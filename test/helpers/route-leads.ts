import type { Decision, LeadFacts, RepId, World } from '../../src-main/contract/index.ts'
import { charge } from '../../src-main/routing/charge.ts'
import type { CompiledRuleset } from '../../src-main/routing/compile-ruleset.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { aLeadFact } from './facts.ts'

/** Routes leads one after another, each a second later, charging the world between them as the store does. */
export function routeLeads(
  world: World,
  ruleset: CompiledRuleset,
  count: number,
  leadOf: (i: number) => Partial<LeadFacts> = () => ({}),
): Decision[] {
  return Array.from({ length: count }, (_, i) => {
    world.at += 1_000
    const decision = decide(aLeadFact({ id: i + 1, ...leadOf(i) }), world, ruleset)
    charge(world, decision)
    return decision
  })
}

/** How many each of the reps 1 to `size` got. */
export function countsOf(decisions: readonly Decision[], size: number): number[] {
  const counts = Array.from({ length: size }, () => 0)
  for (const { repId } of decisions) if (repId !== null) counts[repId - 1]! += 1
  return counts
}

export const idOf = (number: number): RepId => number as RepId
