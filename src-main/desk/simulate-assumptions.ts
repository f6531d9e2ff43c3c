import type { SimulationLeads } from '../contract/index.ts'
import type { CompiledDestination, CompiledRuleset } from '../routing/compile-ruleset.ts'
import type { DeskWords } from '../routing/words/en.ts'

/** What a simulation takes for granted, in sentences, as far as the rules ask for it. */
export function assumptionsOf(
  leads: SimulationLeads,
  { published, draft }: { published: CompiledRuleset; draft: CompiledRuleset },
  { assumptions: say }: DeskWords,
): string[] {
  const given = [published, draft].flatMap(destinationsOf)
  const hasOffers = given.some(({ terms }) => (terms?.accept ?? null) !== null)
  const hasClaims = given.some((to) => to.to === 'pool' && to.destination.by === 'claim')
  const hasClocks = given.some(({ terms }) => (terms?.contact ?? null) !== null)
  const hasWins = given.some((to) => to.to === 'pool' && to.destination.by === 'top-performer')
  const claims = hasClaims ? [say.claims] : []
  if (leads.kind === 'file') {
    return [
      say.fileNow,
      ...(leads.options.route === 'trickle' ? [say.trickle] : []),
      ...(hasOffers ? [say.fileOffers, ...claims] : []),
      ...(hasClocks ? [say.fileClocks] : []),
    ]
  }
  return [
    say.pastReps,
    say.pastStart,
    say.pastClosed,
    ...(hasOffers ? [say.pastOffers, ...claims] : []),
    ...(hasClocks ? [say.pastClocks] : []),
    ...(hasWins ? [say.pastWins] : []),
  ]
}

type Giving = Extract<CompiledDestination, { to: 'pool' | 'rep' }>

function destinationsOf({ rules }: CompiledRuleset): Giving[] {
  return rules
    .filter(({ rule }) => rule.enabled)
    .flatMap(({ then, otherwise }) => [then, otherwise])
    .filter((to): to is Giving => to !== 'next' && (to.to === 'pool' || to.to === 'rep'))
}
