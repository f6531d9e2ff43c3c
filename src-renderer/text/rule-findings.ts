import type { RulesetFinding } from '../../src-main/contract/index.ts'
import { capital } from './rule-fields.ts'

/** What a field that was left empty asks for, by the last word of its path. */
const WANTED: Readonly<Record<string, string>> = {
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

/** Where in a rule or model a finding is, by the first words of its path that say so. */
const PLACES: readonly (readonly [pattern: RegExp, place: (at: number) => string])[] = [
  [/^rules\[\d+\]\.when/, () => 'When'],
  [/\.tiers\[(\d+)\]/, (at) => `Group ${at + 1}`],
  [/\.(acceptWithinMinutes|maxOffers|contact\w+|remind\w+|ifNotContacted|releaseAfterMinutes)/, () => 'Offers and clocks'],
  [/\.shares/, () => 'Percentages'],
  [/\.ownerFirst/, () => 'Owner first'],
  [/^rules\[\d+\]\.otherwise/, () => 'If nobody can take it'],
  [/^rules\[\d+\]\.then\.pool/, () => 'Reps'],
  [/^score\.attributes\[(\d+)\]/, (at) => `Attribute ${at + 1}`],
  [/^settings/, () => 'Settings'],
]

/** A finding as a sentence. The desk's own are sentences; what the schema alone found speaks of arrays and strings. */
export function findingSaid({ code, where, message }: RulesetFinding): string {
  const last = /([a-zA-Z]+)(\[\d+\])?$/.exec(where)?.[1] ?? ''
  const said = (code === 'too_small' ? WANTED[last] : undefined) ?? capital(message)
  for (const [pattern, place] of PLACES) {
    const found = pattern.exec(where)
    if (found !== null) return `${place(Number(found[1] ?? 0))}: ${said}`
  }
  return said
}
