import type {
  DecisionRecord,
  EpochMs,
  LeadFacts,
  LeadId,
  PoolRecord,
  RepId,
  Why,
  WhyCandidate,
  WhyRule,
} from '../contract/index.ts'
import type { CompiledRuleset } from './compile-ruleset.ts'
import { DISABLED, YIELDED_NOBODY } from './record.ts'
import { sayActual, sayCondition } from './say-condition.ts'
import { sayBasis, sayReasons, sentenceOf } from './say-decision.ts'
import { type DeskWords, english } from './words/en.ts'

/** What a story needs beside the record: names as they are now, and the clock on the wall. */
export interface Telling {
  lead: LeadFacts
  leadId: LeadId | null
  ruleset: CompiledRuleset
  nameOf(repId: RepId): { name: string; email: string }
  sayTime(at: EpochMs): string
  isStored: boolean
  /** The language of the story; English unless said. */
  words?: DeskWords
  /** The parts of the lead's score; null without a model. */
  score: Why['score']
}

/** The whole story of one decision (R33), from its record. */
export function explain(record: DecisionRecord, telling: Telling): Why {
  const { decision } = record
  const candidates = record.pools.flatMap((pool) => candidatesOf(pool, record, telling))
  return {
    lead: telling.leadId,
    at: record.at,
    sentence: sentenceOf(record, candidates, telling),
    ruleset: record.ruleset,
    outcome: decision.outcome,
    picked: decision.repId,
    byHand: false,
    rule: decision.ruleName,
    rules: rulesOf(record, telling),
    method: decision.method,
    candidates,
    score: telling.score,
    tie: tieOf(record, telling),
    isStored: telling.isStored,
  }
}

function rulesOf(record: DecisionRecord, { ruleset, lead, words = english }: Telling): WhyRule[] {
  const passed = record.failed.map((number, index): WhyRule => {
    const rule = ruleset.rules[index]
    const name = rule?.name ?? words.ruleNumber(index + 1)
    if (number === DISABLED) return { name, matched: false, failed: words.switchedOff }
    if (number === YIELDED_NOBODY) return { name, matched: true, failed: words.nobodyCould }
    const leaf = rule?.condition.leaves[number]?.leaf
    return { name, matched: false, failed: leaf ? sayCondition(leaf, words) + sayActual(leaf, lead, words) : null }
  })
  const { ruleName } = record.decision
  return ruleName === null ? passed : [...passed, { name: ruleName, matched: true, failed: null }]
}

function candidatesOf(pool: PoolRecord, record: DecisionRecord, telling: Telling): WhyCandidate[] {
  const { turn } = record.decision
  const after = new Map(turn && turn.pool === pool.pool ? turn.changes.map((change) => [change.repId, change.after]) : [])
  return pool.candidates.map((candidate, place) => {
    const { name, email } = telling.nameOf(candidate.repId)
    return {
      rep: email,
      repId: candidate.repId,
      name,
      rule: telling.ruleset.rules[pool.ruleIndex]?.name ?? '',
      eligible: candidate.reasons.length === 0,
      reasons: [...candidate.reasons],
      said: candidate.reasons.length === 0 ? null : sayReasons(candidate, telling),
      weight: candidate.weight,
      before: candidate.number,
      after: after.get(candidate.repId) ?? candidate.number,
      openLeads: candidate.openLeads,
      capacity: candidate.capacity,
      basis: sayBasis(pool, place, telling),
    }
  })
}

function tieOf(record: DecisionRecord, { nameOf, words = english }: Telling): string | null {
  const tied = record.pools.at(-1)?.tied ?? []
  if (tied.length < 2 || record.decision.repId === null) return null
  const names = tied.map((repId) => nameOf(repId).name)
  return words.tie(names, nameOf(record.decision.repId).name)
}
