import {
  DeskError,
  type Language,
  type LeadDraft,
  type LeadId,
  type PublishedRuleset,
  type Ruleset,
  type RulesetFinding,
  type Why,
} from '../contract/index.ts'
import { checkRuleset } from '../routing/check-ruleset.ts'
import { breathe } from '../lib/breathe.ts'
import { Pace } from '../lib/pace.ts'
import { ruleIdOf } from '../routing/compile-ruleset.ts'
import { wordsIn } from '../routing/words/words-in.ts'
import type { Desk } from './context.ts'
import { explainDraft } from './explain-lead.ts'
import { words } from './words.ts'

/** The published rules with whatever the team of today makes doubtful in them. */
export async function readRules(
  desk: Desk,
  language: Language = 'en',
): Promise<PublishedRuleset & { findings: RulesetFinding[] }> {
  const published = await desk.store.publishedRuleset()
  return { ...published, findings: await checkRules(desk, published.document, language) }
}

export async function checkRules(desk: Desk, document: unknown, language: Language = 'en'): Promise<RulesetFinding[]> {
  const { findings } = checkRuleset(document, await desk.store.reps(desk.clock.now()), words, wordsIn(language))
  return findings
}

/**
 * Publishes a ruleset, or refuses it naming rule, place and reason (R8). Waiting leads are tried by the new rules at once (R1).
 * `file` is only for the error's sentence.
 */
export async function publishRules(
  desk: Desk,
  input: { document: unknown; note: string | null; actor: string; file: string | null; language?: Language },
): Promise<{ ruleset: number; findings: RulesetFinding[] }> {
  const { ruleset, findings } = checkRuleset(
    input.document,
    await desk.store.reps(desk.clock.now()),
    words,
    wordsIn(input.language ?? 'en'),
  )
  if (!ruleset) throw new DeskError('ruleset-bad', { file: input.file, findings })
  const before = (await desk.store.publishedRuleset()).document
  const version = await desk.store.publishRuleset(withIds(ruleset), input.note, { at: desk.clock.now(), actor: input.actor })
  if (isScoredOtherwise(before, ruleset)) await rescore(desk)
  await desk.drain()
  return { ruleset: version, findings }
}

/** Places in a score's conditions may be territories. */
function isScoredOtherwise(before: Ruleset, after: Ruleset): boolean {
  const scoredBy = ({ score, territories }: Ruleset): string => JSON.stringify([score ?? null, score ? territories : []])
  return scoredBy(before) !== scoredBy(after)
}

/** Open leads get the score of the new model (R32), a stretch at a time, so that a click never waits long behind it. */
async function rescore(desk: Desk): Promise<void> {
  const router = await desk.router()
  const pace = new Pace(false)
  let changed = 0
  let after: LeadId | null = null
  do {
    const [leads, begun] = [pace.rows, performance.now()]
    const step: Awaited<ReturnType<Desk['store']['rescore']>> = await desk.store.rescore(router, after, leads)
    pace.learn(leads, performance.now() - begun)
    changed += step.changed
    after = step.next
    await breathe()
  } while (after !== null)
  if (changed > 0) await desk.store.endRescoring(changed, { at: desk.clock.now(), actor: 'desk' })
}

/** What the rules, or those of a draft, would do with such a lead now. Writes nothing. */
export async function tryLead(
  desk: Desk,
  input: { lead: Partial<LeadDraft>; document?: Ruleset | undefined; language?: Language },
): Promise<Why> {
  const { language = 'en' } = input
  const published = await desk.store.publishedRuleset()
  if (!input.document)
    return explainDraft(desk, input.lead, { document: published.document, version: published.ruleset, language })
  const { ruleset, findings } = checkRuleset(input.document, await desk.store.reps(desk.clock.now()), words, wordsIn(language))
  if (!ruleset) throw new DeskError('ruleset-bad', { file: null, findings })
  return explainDraft(desk, input.lead, { document: ruleset, version: published.ruleset + 1, language })
}

/** A rule keeps its id for good from its first publishing on, so that a new name does not cost it its turns (R19). */
function withIds(ruleset: Ruleset): Ruleset {
  return { ...ruleset, rules: ruleset.rules.map((rule) => ({ ...rule, id: ruleIdOf(rule) })) }
}
