import type { Ruleset, RulesetChange } from '../contract/index.ts'
import { compareRulesets } from '../routing/compare-rulesets.ts'
import type { Desk } from './context.ts'

/** What changed from one ruleset to another, in plain words (R36); each a published version or a document. */
export async function compareRules(
  desk: Desk,
  input: { from: number | Ruleset; to: number | Ruleset },
): Promise<RulesetChange[]> {
  const documentOf = async (one: number | Ruleset): Promise<Ruleset> =>
    typeof one === 'number' ? (await desk.store.rulesetVersion(one)).document : one
  return compareRulesets(await documentOf(input.from), await documentOf(input.to))
}
