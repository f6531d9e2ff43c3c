import type { RepFacts, World } from '../contract/index.ts'
import { type CompiledPool, givenBy } from './pool.ts'

/** How far a rep is behind what their share of the rule's leads over the window would give, this lead counted in. */
export interface Standing {
  rep: RepFacts
  share: number
  given: number
  shortfall: number
}

/**
 * The standings of the eligible (R16). Shares are of all the rule gave its pool over the window, whoever was here: keeping a
 * percentage means that absence is made up for; `weighted` is for those who want none of that. Members who are not named
 * divide what is left by weight. Whoever has left or is leaving has no part in it, or it would fall to nobody.
 */
export function shortfalls(
  pool: CompiledPool,
  all: readonly RepFacts[],
  eligible: readonly RepFacts[],
  days: number,
  world: World,
): Standing[] {
  const members = all.filter((rep) => rep.isActive && !rep.isDraining)
  const named = members.map((rep) => pool.shareOf?.(rep) ?? null)
  const left = Math.max(0, 1 - named.reduce<number>((sum, share) => sum + (share ?? 0), 0))
  const unnamedWeight = members.reduce((sum, rep, i) => sum + (named[i] === null ? rep.weight : 0), 0)
  const given = members.map((rep) => givenBy(pool, rep, world, days))
  const total = given.reduce((sum, leads) => sum + leads, 0) + 1
  const standings = new Map(
    members.map((rep, i): [RepFacts, Standing] => {
      const share = named[i] ?? (unnamedWeight > 0 ? (left * rep.weight) / unnamedWeight : 0)
      return [rep, { rep, share, given: given[i]!, shortfall: share * total - given[i]! }]
    }),
  )
  return eligible.map((rep) => standings.get(rep) ?? { rep, share: 0, given: 0, shortfall: 0 })
}
