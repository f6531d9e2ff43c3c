import type { Language, Ruleset, RulesetChange } from '../contract/index.ts'
import { compareRulesets } from '../routing/compare-rulesets.ts'
import { wordsIn } from '../routing/words/words-in.ts'
import type { Desk } from './context.ts'

/** What changed from one ruleset to another, in plain words (R36); each a published version or a document. */
export async function compareRules(
  desk: Desk,
  input: { from: number | Ruleset; to: number | Ruleset; language?: Language },
): Promise<RulesetChange[]> {
  const documentOf = async (one: number | Ruleset): Promise<Ruleset> =>
    typeof one === 'number' ? (await desk.store.rulesetVersion(one)).document : one
  return compareRulesets(await documentOf(input.from), await documentOf(input.to), wordsIn(input.language ?? 'en'))
}
