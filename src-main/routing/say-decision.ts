import type {
  CandidateRecord,
  Decision,
  DecisionRecord,
  IneligibleReason,
  PoolRecord,
  RepId,
  WhyCandidate,
} from '../contract/index.ts'
import type { Telling } from './explain.ts'

/** All that stands against a candidate, in R10's order. */
export function sayReasons(candidate: CandidateRecord, telling: Telling): string {
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
  const hasEnd = reason === 'away' || reason === 'busy' || reason === 'outside-hours' || reason === 'time-off'
  return hasEnd && candidate.until !== null ? `${words} until ${sayTime(candidate.until)}` : words
}

/** More names or reasons than this and the sentence is no longer read. */
const MOST_NAMES = 3
const MOST_REASONS = 3

/** The one plain sentence of a decision (R33). */
export function sentenceOf(record: DecisionRecord, candidates: readonly WhyCandidate[], telling: Telling): string {
  const { decision } = record
  const away = othersSaid(candidates, decision)
  const rule = decision.ruleName === null ? '' : `“${decision.ruleName}”`
  switch (decision.outcome) {
    case 'assigned': {
      const name = decision.repId === null ? 'Nobody' : telling.nameOf(decision.repId).name
      return `${name} ${telling.isStored ? 'got' : 'would get'} this by rule ${rule}: ${methodSaid(record, candidates)}.${away}`
    }
    case 'offered': {
      const names = namesSaid(decision.offeredTo.map((repId) => telling.nameOf(repId).name))
      const verb = telling.isStored ? (decision.offeredTo.length > 1 ? 'were' : 'was') : 'would be'
      return `${names || 'Nobody'} ${verb} offered this by rule ${rule}: ${methodSaid(record, candidates)}.${away}`
    }
    case 'waiting':
      switch (decision.waitCode) {
        case 'no-rule-matched':
          return 'No rule matched, so it waits for a manager.'
        case 'held-by-rule':
          return `Rule ${rule} holds it${decision.detail ? `: ${decision.detail}` : ''}.`
        case 'pool-empty':
          return `Rule ${rule} matched, but there is nobody in ${decision.detail ?? 'its pool'}.`
        case 'waiting-for-owner':
          return `It waits for ${decision.detail ?? 'its owner'}, who owns the same person or company and is not here (rule ${rule}).`
        case 'waiting-for-share':
          return `Rule ${rule} matched, but everyone here of ${decision.detail ?? 'its pool'} has more than their share; it waits for the others.${away}`
        case 'nobody-accepted':
          return `Rule ${rule} offered it, and nobody in ${decision.detail ?? 'its pool'} took it: a manager should look at it.${away}`
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
  // The pool asked last is the one that answered.
  const asked = candidates.slice(candidates.length - (record.pools.at(-1)?.candidates.length ?? 0))
  const eligible = asked.filter((candidate) => candidate.eligible)
  switch (decision.method) {
    case 'named':
      return 'named by the rule and free'
    case 'owner-first':
      return 'owner of the same person or company'
    case 'least-loaded':
      return eligible.length === 1 ? 'the only one free' : `least loaded of ${eligible.length}`
    case 'longest-idle':
      return eligible.length === 1 ? 'the only one free' : `longest without a lead of ${eligible.length}`
    case 'top-performer':
      return eligible.length === 1
        ? 'the only one free'
        : `best win rate of ${eligible.length}${basisOf(decision.repId, eligible)}`
    case 'share':
      return eligible.length === 1
        ? 'the only one free'
        : `furthest behind their share of ${eligible.length}${basisOf(decision.repId, eligible)}`
    default:
      if (eligible.length === 1) return 'the only one free'
      // A lead of long ago is nobody's to claim: it goes round (R27).
      return decision.offeredTo.length > 1 ? 'the first to accept gets it' : `next in turn of ${eligible.length}`
  }
}

/** What stands against those who did not get it. An owner gets it whatever the pool asks of others. */
function othersSaid(candidates: readonly WhyCandidate[], { repId, offeredTo }: Decision): string {
  // Two pools may have asked the same rep; the last answer is the one that counted.
  const each = [...new Map(candidates.map((candidate) => [candidate.repId, candidate])).values()].filter(
    (candidate) => !candidate.eligible && candidate.repId !== repId && !offeredTo.includes(candidate.repId),
  )
  const said = Map.groupBy(each, (other) => other.said ?? '')
  const parts = [...said]
    .slice(0, MOST_REASONS)
    .map(([reasons, reps]) => `${namesSaid(reps.map((rep) => rep.name))} ${reps.length > 1 ? 'are' : 'is'} ${reasons}`)
  const rest = [...said.values()].slice(MOST_REASONS).flat().length
  if (rest > 0) parts.push(`${rest} more could not take it`)
  return parts.length === 0 ? '' : ` ${parts.join('; ')}.`
}

function namesSaid(names: string[]): string {
  if (names.length > MOST_NAMES) return `${names.slice(0, MOST_NAMES - 1).join(', ')} and ${names.length - MOST_NAMES + 1} more`
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`
}

const basisOf = (repId: RepId | null, eligible: readonly WhyCandidate[]): string => {
  const basis = eligible.find((candidate) => candidate.repId === repId)?.basis
  return basis ? ` (${basis})` : ''
}

/** What the method went by, in words; null when turn and load say it all. */
export function sayBasis(pool: PoolRecord, place: number, { sayTime }: Telling): string | null {
  const basis = pool.basis?.[place]
  if (basis === undefined) return null
  switch (pool.method) {
    case 'share':
      return `${Math.abs(basis).toFixed(1)} leads ${basis < 0 ? 'beyond' : 'behind'} their share`
    case 'top-performer':
      return `wins at least ${(basis * 100).toFixed(0)} %`
    case 'longest-idle':
      return basis === 0 ? 'given none yet' : `last given ${sayTime(basis)}`
    default:
      return null
  }
}
