import type { RulesetFinding } from '../../src-main/contract/index.ts'
import { inLanguage } from './language.ts'
import { capital } from './rule-fields.ts'

const wanted: Record<string, string> = {
  places: 'A territory needs at least one place',
  name: 'A name is needed',
  reason: 'A reason is needed',
  rep: 'Choose a rep',
  reps: 'Choose at least one rep',
  backup: 'Choose who stands in',
  tiers: 'Add at least one group',
  points: 'An attribute needs at least one line',
  field: 'Name the column',
}

/** `wanted`: what a field that was left empty asks for, by the last word of its path. */
export const findingText = inLanguage('findingText', {
  wanted,
  when: 'When',
  group: (at: number): string => `Group ${at}`,
  terms: 'Offers and clocks',
  percentages: 'Percentages',
  ownerFirst: 'Owner first',
  otherwise: 'If nobody can take it',
  reps: 'Reps',
  attribute: (at: number): string => `Attribute ${at}`,
  settings: 'Settings',
  at: (place: string, said: string): string => `${place}: ${said}`,
})

/** Where in a rule or model a finding is, by the first words of its path that say so. */
const PLACES: readonly (readonly [pattern: RegExp, place: (at: number) => string])[] = [
  [/^rules\[\d+\]\.when/, () => findingText.when],
  [/\.tiers\[(\d+)\]/, (at) => findingText.group(at + 1)],
  [/\.(acceptWithinMinutes|maxOffers|contact\w+|remind\w+|ifNotContacted|releaseAfterMinutes)/, () => findingText.terms],
  [/\.shares/, () => findingText.percentages],
  [/\.ownerFirst/, () => findingText.ownerFirst],
  [/^rules\[\d+\]\.otherwise/, () => findingText.otherwise],
  [/^rules\[\d+\]\.then\.pool/, () => findingText.reps],
  [/^score\.attributes\[(\d+)\]/, (at) => findingText.attribute(at + 1)],
  [/^settings/, () => findingText.settings],
]

/** A finding as a sentence. The desk's own are sentences; what the schema alone found speaks of arrays and strings. */
export function findingSaid({ code, where, message }: RulesetFinding): string {
  const last = /([a-zA-Z]+)(\[\d+\])?$/.exec(where)?.[1] ?? ''
  const said = (code === 'too_small' ? findingText.wanted[last] : undefined) ?? capital(message)
  for (const [pattern, place] of PLACES) {
    const found = pattern.exec(where)
    if (found !== null) return findingText.at(place(Number(found[1] ?? 0)), said)
  }
  return said
}
