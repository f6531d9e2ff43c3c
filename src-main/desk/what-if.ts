import {
  DeskError,
  type Language,
  type LeadFacts,
  type LeadId,
  type Supposition,
  type WhatIf,
  type World,
} from '../contract/index.ts'
import { explain } from '../routing/explain.ts'
import { routerOf } from '../routing/router.ts'
import { factsOfRecord, suppose } from '../routing/suppose.ts'
import { wordsIn } from '../routing/words/words-in.ts'
import type { Desk } from './context.ts'
import { localTimeIn, telling } from './explain-lead.ts'

/**
 * Who would have got a lead if things had been otherwise (R34): the same decision, on the facts stored with the one that was made. A lead
 * that nothing placed yet is decided on the facts of now. Writes nothing.
 */
export async function whatIf(
  desk: Desk,
  input: { leadId: LeadId; suppose: readonly Supposition[]; language?: Language },
): Promise<WhatIf> {
  const { store } = desk
  const { language = 'en' } = input
  const [card] = await store.leadCards([input.leadId])
  if (!card) throw new DeskError('lead-not-found', { lead: String(input.leadId) })
  const team = new Set((await store.reps(desk.clock.now())).map((rep) => rep.id))
  for (const { repId } of input.suppose) if (!team.has(repId)) throw new DeskError('rep-not-found', { rep: String(repId) })
  const stored = card.status === 'waiting' ? null : await store.decisionOf(input.leadId)
  const lead = await store.leadFacts(input.leadId)
  const published = stored ? await store.rulesetVersion(stored.record.ruleset) : await store.publishedRuleset()
  const now = await store.world(stored?.record.at ?? desk.clock.now())
  const then = stored ? factsOfRecord(stored.record, lead, now) : { lead, world: now }
  const about = await telling(
    desk,
    { lead: then.lead, leadId: input.leadId, document: published.document, version: published.ruleset, language },
    false,
  )
  const router = routerOf(about.ruleset, await localTimeIn(desk))
  const told = (facts: LeadFacts, world: World) =>
    explain(router.record(facts, world, router.decide(facts, world)), { ...about, lead: facts })
  const before = told(then.lead, then.world)
  const after = told(then.lead, suppose(then.world, input.suppose))
  const isSame = whoOf(before) === whoOf(after)
  const sentence = isSame ? wordsIn(language).sameWay(after.sentence) : after.sentence
  return { before, after, isSame, sentence }
}

/** Who a decision gave it to, or what became of it. */
function whoOf(why: WhatIf['after']): string {
  return why.picked === null ? why.outcome : `${why.outcome} ${why.picked}`
}
