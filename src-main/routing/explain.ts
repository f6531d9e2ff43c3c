import type {
  CandidateRecord,
  DecisionRecord,
  EpochMs,
  IneligibleReason,
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

/** What a story needs beside the record: names as they are now, and the clock on the wall. */
export interface Telling {
  lead: LeadFacts
  leadId: LeadId | null
  ruleset: CompiledRuleset
  nameOf(repId: RepId): { name: string; email: string }
  sayTime(at: EpochMs): string
  isStored: boolean
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
    byHand: false,
    rule: decision.ruleName,
    rules: rulesOf(record, telling),
    method: decision.method,
    candidates,
    tie: tieOf(record, telling),
    isStored: telling.isStored,
  }
}

function rulesOf(record: DecisionRecord, { ruleset, lead }: Telling): WhyRule[] {
  const passed = record.failed.map((number, index): WhyRule => {
    const rule = ruleset.rules[index]
    const name = rule?.name ?? `Rule ${index + 1}`
    if (number === DISABLED) return { name, matched: false, failed: 'switched off' }
    if (number === YIELDED_NOBODY) return { name, matched: true, failed: 'nobody could take it' }
    const leaf = rule?.condition.leaves[number]?.leaf
    return { name, matched: false, failed: leaf ? sayCondition(leaf) + sayActual(leaf, lead) : null }
  })
  const { ruleName } = record.decision
  return ruleName === null ? passed : [...passed, { name: ruleName, matched: true, failed: null }]
}

function candidatesOf(pool: PoolRecord, record: DecisionRecord, telling: Telling): WhyCandidate[] {
  const { turn } = record.decision
  const after = new Map(turn && turn.pool === pool.pool ? turn.changes.map((change) => [change.repId, change.after]) : [])
  return pool.candidates.map((candidate) => {
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
    }
  })
}

function sayReasons(candidate: CandidateRecord, telling: Telling): string {
  return candidate.reasons.map((reason) => sayReason(reason, candidate, telling)).join(', ')
}

const REASON_WORDS: Readonly<Record<IneligibleReason, string>> = {
  inactive: 'not active',
  draining: 'taking no new leads',
  paused: 'paused',
  away: 'away',
  busy: 'busy',
  'time-off': 'on time off',
  'outside-hours': 'outside working hours',
  'missing-skill': 'without the skill asked for',
  'missing-language': 'without the language asked for',
  'missing-product': 'without the product asked for',
  'outside-territory': 'not serving that place',
  'outside-tier': 'not of the tier asked for',
  'at-capacity': 'at capacity',
  'at-daily-cap': 'at the cap for today',
  'at-hourly-cap': 'at the cap for this hour',
  'at-rule-cap': 'at the cap of this rule',
  'already-offered': 'asked before',
  'weight-zero': 'not in rotation',
}

function sayReason(reason: IneligibleReason, candidate: CandidateRecord, { sayTime }: Telling): string {
  const words = REASON_WORDS[reason]
  if (reason === 'at-capacity') return `${words} (${candidate.openLeads} of ${candidate.capacity})`
  const hasEnd = reason === 'away' || reason === 'busy' || reason === 'outside-hours'
  return hasEnd && candidate.until !== null ? `${words} until ${sayTime(candidate.until)}` : words
}

/** More names or reasons than this and the sentence is no longer read. */
const MOST_NAMES = 3
const MOST_REASONS = 3

function sentenceOf(record: DecisionRecord, candidates: readonly WhyCandidate[], telling: Telling): string {
  const { decision } = record
  const others = candidates.filter((candidate) => !candidate.eligible)
  const away = othersSaid(others)
  const rule = decision.ruleName === null ? '' : `“${decision.ruleName}”`
  switch (decision.outcome) {
    case 'assigned': {
      const name = decision.repId === null ? 'Nobody' : telling.nameOf(decision.repId).name
      return `${name} ${telling.isStored ? 'got' : 'would get'} this by rule ${rule}: ${methodSaid(record, candidates)}.${away}`
    }
    case 'waiting':
      switch (decision.waitCode) {
        case 'no-rule-matched':
          return 'No rule matched, so it waits for a manager.'
        case 'held-by-rule':
          return `Rule ${rule} holds it${decision.detail ? `: ${decision.detail}` : ''}.`
        case 'pool-empty':
          return `Rule ${rule} matched, but there is nobody in ${decision.detail ?? 'its pool'}.`
        default:
          return `Rule ${rule} matched, but nobody in ${decision.detail ?? 'its pool'} can take it now.${away}`
      }
    case 'discarded':
      return `Rule ${rule} discarded it: ${decision.detail ?? 'no reason given'}.`
    case 'nurture':
    case 'partners':
      return `Rule ${rule} sent it to ${decision.outcome}.`
  }
}

function methodSaid(record: DecisionRecord, candidates: readonly WhyCandidate[]): string {
  const { decision } = record
  const eligible = candidates.filter((candidate) => candidate.eligible)
  switch (decision.method) {
    case 'named':
      return 'named by the rule and free'
    case 'owner-first':
      return 'owner of the same person or company'
    case 'least-loaded':
      return eligible.length === 1 ? 'the only one free' : `least loaded of ${eligible.length}`
    default:
      return eligible.length === 1 ? 'the only one free' : `next in turn of ${eligible.length}`
  }
}

function othersSaid(others: readonly WhyCandidate[]): string {
  // Two pools may have asked the same rep; the last answer is the one that counted.
  const each = [...new Map(others.map((other) => [other.repId, other])).values()]
  const said = Map.groupBy(each, (other) => other.said ?? '')
  const parts = [...said]
    .slice(0, MOST_REASONS)
    .map(([reasons, reps]) => `${namesSaid(reps)} ${reps.length > 1 ? 'are' : 'is'} ${reasons}`)
  const rest = [...said.values()].slice(MOST_REASONS).flat().length
  if (rest > 0) parts.push(`${rest} more could not take it`)
  return parts.length === 0 ? '' : ` ${parts.join('; ')}.`
}

function namesSaid(reps: readonly WhyCandidate[]): string {
  const names = reps.map((rep) => rep.name)
  if (names.length > MOST_NAMES) return `${names.slice(0, MOST_NAMES - 1).join(', ')} and ${names.length - MOST_NAMES + 1} more`
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`
}

function tieOf(record: DecisionRecord, { nameOf }: Telling): string | null {
  const tied = record.pools.at(-1)?.tied ?? []
  if (tied.length < 2 || record.decision.repId === null) return null
  const names = tied.map((repId) => nameOf(repId).name)
  return `${names.join(', ')} were level; of these, whoever was given a lead least recently comes first: ${nameOf(record.decision.repId).name}.`
}
