import {
  DeskError,
  type Language,
  type LeadDraft,
  type LeadFacts,
  type LeadId,
  type Ruleset,
  type Why,
  type World,
} from '../contract/index.ts'
import { isFreeMail } from '../lib/emails.ts'
import { localTime } from '../lib/working-time.ts'
import { sayTime } from '../lib/zones.ts'
import { compileRuleset } from '../routing/compile-ruleset.ts'
import { explain, type Telling } from '../routing/explain.ts'
import { routerOf } from '../routing/router.ts'
import { scoreTold } from '../routing/score.ts'
import { wordsIn } from '../routing/words/words-in.ts'
import type { Desk } from './context.ts'
import { emptyDraft } from './empty-draft.ts'
import { words } from './words.ts'

/**
 * Why a lead is where it is (R33). A decision that placed a lead is told as it was stored; for a lead that waits, what a decision
 * would be now is the better answer.
 */
export async function explainLead(desk: Desk, leadId: LeadId, language: Language = 'en'): Promise<Why> {
  const { store } = desk
  const say = wordsIn(language)
  const [card] = await store.leadCards([leadId])
  if (!card) throw new DeskError('lead-not-found', { lead: String(leadId) })
  const lead = await store.leadFacts(leadId)
  const stored = await store.decisionOf(leadId)
  const isRoutable = card.status === 'waiting' && !card.isHeld
  if (isRoutable || !stored) {
    const { document, ruleset } = await store.publishedRuleset()
    const why = await explainFacts(desk, { lead, leadId, document, version: ruleset, language })
    if (card.status === 'waiting' && !card.isHeld) return why
    const sentence = card.isHeld ? say.isHeld(card.waitDetail) : say.isPutByHand(card.waitDetail)
    return { ...why, sentence, isStored: false }
  }
  const { document, ruleset } = await store.rulesetVersion(stored.record.ruleset)
  const why = explain(stored.record, await telling(desk, { lead, leadId, document, version: ruleset, language }, true))
  if (!stored.byHand && !card.isHeld) return why
  const rep = (await store.reps(desk.clock.now())).find((one) => one.id === card.repId)
  const sentence = rep ? say.byHand(rep.name, why.sentence) : say.putByHand(card.waitDetail, why.sentence)
  return { ...why, byHand: true, sentence }
}

/** What the rules would do with a lead that is not there. */
export async function explainDraft(
  desk: Desk,
  draft: Partial<LeadDraft>,
  { document, version, language = 'en' }: { document: Ruleset; version: number; language?: Language },
): Promise<Why> {
  const fields = { ...emptyDraft(), ...draft }
  const domain = fields.email?.split('@').at(-1) ?? null
  const facts: LeadFacts = {
    ...fields,
    id: 0,
    source: fields.source ?? 'test bench',
    receivedAt: fields.receivedAt ?? desk.clock.now(),
    country: fields.country === null ? null : (words.country(fields.country) ?? fields.country),
    region: fields.region === null ? null : (words.regions(fields.region, fields.country)[0] ?? fields.region),
    grade: null,
    isFreeMail: domain !== null && isFreeMail(domain),
    isDuplicate: false,
    customerStatus: 'new',
    direction: 'inbound',
    timeZone: null,
    ownerRepId: null,
    alreadyOfferedTo: [],
    waitingSince: null,
    isBacklog: false,
  }
  return explainFacts(desk, { lead: facts, leadId: null, document, version, language })
}

/** A lead by some rules, told in a language. */
interface Case {
  lead: LeadFacts
  leadId: LeadId | null
  document: Ruleset
  version: number
  language: Language
}

async function explainFacts(desk: Desk, told: Case): Promise<Why> {
  const at = desk.clock.now()
  const { lead } = told
  const about = await telling(desk, told, false)
  const router = routerOf(about.ruleset, await localTimeIn(desk))
  const world = await desk.store.world(at)
  const scored = { ...lead, ...router.score(lead) }
  return explain(router.record(scored, world, router.decide(scored, world)), { ...about, lead: scored })
}

export async function telling(
  desk: Desk,
  { lead, leadId, document, version, language }: Case,
  isStored: boolean,
): Promise<Telling> {
  const say = wordsIn(language)
  const reps = new Map((await desk.store.reps(desk.clock.now())).map((rep) => [rep.id, rep]))
  const { timeZone } = await desk.store.settings()
  const compiled = compileRuleset(document, version, words)
  return {
    lead,
    leadId,
    ruleset: compiled,
    nameOf: (repId) => reps.get(repId) ?? { name: say.rep(repId), email: '' },
    sayTime: (at) => sayTime(at, timeZone, desk.clock.now(), language),
    isStored,
    score: scoreTold(lead, compiled, await localTimeIn(desk), say),
    words: say,
  }
}

/** The wall clock of a zone, or of the desk's own. */
export async function localTimeIn(desk: Desk): Promise<World['localTime']> {
  const { timeZone } = await desk.store.settings()
  return (at, zone) => localTime(at, zone ?? timeZone)
}
