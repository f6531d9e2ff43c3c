import type { SimulationLeads } from '../contract/index.ts'
import type { CompiledDestination, CompiledRuleset } from '../routing/compile-ruleset.ts'

/** What a simulation takes for granted, in sentences, as far as the rules ask for it. */
export function assumptionsOf(
  leads: SimulationLeads,
  { published, draft }: { published: CompiledRuleset; draft: CompiledRuleset },
): string[] {
  const given = [published, draft].flatMap(destinationsOf)
  const hasOffers = given.some(({ terms }) => (terms?.accept ?? null) !== null)
  const hasClaims = given.some((to) => to.to === 'pool' && to.destination.by === 'claim')
  const hasClocks = given.some(({ terms }) => (terms?.contact ?? null) !== null)
  const hasWins = given.some((to) => to.to === 'pool' && to.destination.by === 'top-performer')
  const claims = hasClaims ? ['A lead offered to several goes to whoever of them has the fewest open leads.'] : []
  if (leads.kind === 'file') {
    return [
      'The file is imported now, onto the desk as it is: reps, their open leads, turns and what waits.',
      ...(leads.options.route === 'trickle' ? ['Leads that are to trickle in come all at once.'] : []),
      ...(hasOffers ? ['Offers count for the rep they are made to.', ...claims] : []),
      ...(hasClocks ? ['How fast these leads would be answered is not known, so breaches are not counted.'] : []),
    ]
  }
  return [
    'Reps are as they are today: hours, time off, weights, caps, skills. Everyone who is active and not paused is available.',
    'Nobody has open leads at the start, and turns begin level. Known owners of people and companies are those of today.',
    'A lead is closed when it was closed then, and stays open if it never was.',
    ...(hasOffers ? ['Offers are accepted at once.', ...claims] : []),
    ...(hasClocks
      ? [
          'A lead is answered as long after being given as it was then. One that never was takes the usual time: the median of the others.',
        ]
      : []),
    ...(hasWins ? ['Win rates are those of today.'] : []),
  ]
}

type Giving = Extract<CompiledDestination, { to: 'pool' | 'rep' }>

function destinationsOf({ rules }: CompiledRuleset): Giving[] {
  return rules
    .filter(({ rule }) => rule.enabled)
    .flatMap(({ then, otherwise }) => [then, otherwise])
    .filter((to): to is Giving => to !== 'next' && (to.to === 'pool' || to.to === 'rep'))
}
