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
import { type DeskWords, english } from './words/en.ts'

/** All that stands against a candidate, in R10's order. */
export function sayReasons(candidate: CandidateRecord, telling: Telling): string {
  return candidate.reasons.map((reason) => sayReason(reason, candidate, telling)).join(', ')
}

function sayReason(reason: IneligibleReason, candidate: CandidateRecord, { sayTime, words = english }: Telling): string {
  const said = words.reasons[reason]
  if (reason === 'at-capacity') return words.withLoad(said, candidate.openLeads, candidate.capacity)
  const hasEnd = reason === 'away' || reason === 'busy' || reason === 'outside-hours' || reason === 'time-off'
  return hasEnd && candidate.until !== null ? words.until(said, sayTime(candidate.until)) : said
}

/** More names or reasons than this and the sentence is no longer read. */
const MOST_NAMES = 3
const MOST_REASONS = 3

/** The one plain sentence of a decision (R33), and what stood against the others. */
export function sentenceOf(record: DecisionRecord, candidates: readonly WhyCandidate[], telling: Telling): string {
  const { decision } = record
  const { words = english } = telling
  const rule = decision.ruleName
  const away = othersSaid(candidates, decision, words)
  switch (decision.outcome) {
    case 'assigned': {
      const name = decision.repId === null ? null : telling.nameOf(decision.repId).name
      return words.assigned(name, telling.isStored, rule, methodSaid(record, candidates, words)) + away
    }
    case 'offered': {
      const names = decision.offeredTo.map((repId) => telling.nameOf(repId).name)
      return words.offered(shortened(names, words), telling.isStored, rule, methodSaid(record, candidates, words)) + away
    }
    case 'waiting':
      return waitingSaid(decision, away, words)
    case 'discarded':
      return words.discarded(rule, decision.detail)
    case 'nurture':
    case 'partners':
      return words.sentTo(rule, decision.outcome)
  }
}

function waitingSaid({ waitCode, ruleName: rule, detail }: Decision, away: string, words: DeskWords): string {
  switch (waitCode) {
    case 'no-rule-matched':
      return words.noRuleMatched
    case 'held-by-rule':
      return words.heldByRule(rule, detail)
    case 'pool-empty':
      return words.poolEmpty(rule, detail)
    case 'waiting-for-owner':
      return words.waitingForOwner(rule, detail)
    case 'waiting-for-share':
      return words.waitingForShare(rule, detail) + away
    case 'nobody-accepted':
      return words.nobodyAccepted(rule, detail) + away
    default:
      return words.nobodyEligible(rule, detail) + away
  }
}

function methodSaid(record: DecisionRecord, candidates: readonly WhyCandidate[], { how }: DeskWords): string {
  const { decision } = record
  // The pool asked last is the one that answered.
  const asked = candidates.slice(candidates.length - (record.pools.at(-1)?.candidates.length ?? 0))
  const eligible = asked.filter((candidate) => candidate.eligible)
  const count = eligible.length
  if (decision.method === 'named') return how.named
  if (decision.method === 'owner-first') return how.owner
  if (count === 1) return how.onlyOne
  switch (decision.method) {
    case 'least-loaded':
      return how.leastLoaded(count)
    case 'longest-idle':
      return how.longestIdle(count)
    case 'top-performer':
      return how.topPerformer(count) + basisOf(decision.repId, eligible)
    case 'share':
      return how.share(count) + basisOf(decision.repId, eligible)
    default:
      // A lead of long ago is nobody's to claim: it goes round (R27).
      return decision.offeredTo.length > 1 ? how.claim : how.turn(count)
  }
}

/** What stands against those who did not get it. An owner gets it whatever the pool asks of others. */
function othersSaid(candidates: readonly WhyCandidate[], { repId, offeredTo }: Decision, words: DeskWords): string {
  // Two pools may have asked the same rep; the last answer is the one that counted.
  const each = [...new Map(candidates.map((candidate) => [candidate.repId, candidate])).values()].filter(
    (candidate) => !candidate.eligible && candidate.repId !== repId && !offeredTo.includes(candidate.repId),
  )
  const said = Map.groupBy(each, (other) => other.said ?? '')
  const parts = [...said].slice(0, MOST_REASONS).map(([reasons, reps]) => {
    const names = shortened(
      reps.map((rep) => rep.name),
      words,
    )
    return words.stands(names, reps.length, reasons)
  })
  const rest = [...said.values()].slice(MOST_REASONS).flat().length
  if (rest > 0) parts.push(words.moreStand(rest))
  return parts.length === 0 ? '' : ` ${parts.join('; ')}.`
}

/** At most so many names, then how many more. */
function shortened(names: readonly string[], words: DeskWords): readonly string[] {
  if (names.length <= MOST_NAMES) return names
  return [...names.slice(0, MOST_NAMES - 1), words.moreNames(names.length - MOST_NAMES + 1)]
}

const basisOf = (repId: RepId | null, eligible: readonly WhyCandidate[]): string => {
  const basis = eligible.find((candidate) => candidate.repId === repId)?.basis
  return basis ? ` (${basis})` : ''
}

/** What the method went by, in words; null when turn and load say it all. */
export function sayBasis(pool: PoolRecord, place: number, { sayTime, words = english }: Telling): string | null {
  const basis = pool.basis?.[place]
  if (basis === undefined) return null
  switch (pool.method) {
    case 'share':
      return words.basis.share(basis)
    case 'top-performer':
      return words.basis.wins(basis)
    case 'longest-idle':
      return basis === 0 ? words.basis.noneYet : words.basis.lastGiven(sayTime(basis))
    default:
      return null
  }
}
