import type { Decision, EpochMs, LeadId, RepId, Seq, TurnChange, World } from '../../contract/index.ts'
import { DeskError } from '../../contract/index.ts'
import { DISCARDED, FIRST_CLOSED_STAGE, OFFERED, WAITING, rankOf, statusCode, waitCodes } from '../codes.ts'
import { encodeTerms } from '../decision-code.ts'
import { placedBy } from '../events.ts'
import type { Ground } from '../ground.ts'
import type { Router, Step } from '../port-shapes.ts'
import { decisionAt, lastTurnOf } from './hand.ts'
import { type LeadRow, factsOf } from './lead-rows.ts'
import type { Place } from './leads.ts'
import { NO_CLOCKS, offerEndsAt } from './clocks.ts'
import { type Tallied, type Trace, leadToMove, move } from './moves.ts'
import { STATUS_OF } from './status-of.ts'

/** What a decision makes of a saved lead; `record` is null for one that waits. */
export function decideSaved(ground: Ground, row: LeadRow, router: Router, world: World) {
  const facts = factsOf(row, ground.names, ground.accounts)
  const { score, grade } = router.score(facts)
  facts.score = score
  facts.grade = grade
  const decision = router.decide(facts, world)
  const record = decision.outcome === 'waiting' ? null : router.record(facts, world, decision)
  router.charge(world, decision)
  return { decision, record, score, rank: rankOf(grade) }
}

/** The columns a decision sets; clocks follow from them. */
export function placeAfter(ground: Ground, decision: Decision, at: EpochMs): Partial<Place> {
  const hasRule = decision.ruleId !== null || decision.ruleName !== null
  return {
    ...NO_CLOCKS,
    status: STATUS_OF[decision.outcome],
    is_held: 0,
    is_pinned: 0,
    is_by_hand: 0,
    rep_id: decision.repId,
    rule_no: hasRule ? ground.names.number('rule', decision.ruleName ?? '', decision.ruleId ?? '') : null,
    wait_code: waitCodes.numberOrNull(decision.waitCode),
    wait_detail: decision.detail,
    placed_at: at,
    terms: decision.terms === null ? null : JSON.stringify(encodeTerms(decision.terms)),
    offered_to: decision.offeredTo.length === 0 ? null : JSON.stringify(decision.offeredTo),
  }
}

export const turnsOf = (decision: Decision): TurnChange[] => (decision.turn === null ? [] : [decision.turn])

/** A gift its rule counts; a claim is counted when it is accepted. */
export function talliesOf({ tally, repId }: Decision, at: EpochMs): Tallied[] {
  return tally === null || repId === null ? [] : [{ ruleId: tally, repId, at, by: 1 }]
}

/** Tells where a decision put a lead. */
export function appendPlaced(
  ground: Ground,
  common: Pick<Parameters<Ground['events']['append']>[0], 'at' | 'actor' | 'leadId' | 'decision'>,
  decision: Decision,
  from: RepId | null,
  undo: Trace | undefined,
): Seq {
  const rest = { ...common, repId: decision.repId, ...(undo === undefined ? {} : { undo }) }
  const placed = { ...placedBy('rule', decision), from }
  switch (decision.outcome) {
    case 'assigned':
      return ground.events.append({ ...rest, type: 'lead-assigned', data: placed })
    case 'offered': {
      const dueAt = offerEndsAt(decision.terms, common.at)
      return ground.events.append({ ...rest, type: 'lead-offered', data: { ...placed, repIds: [...decision.offeredTo], dueAt } })
    }
    case 'discarded': {
      const data = { reason: decision.detail, from, by: 'rule' as const }
      return ground.events.append({ ...rest, type: 'lead-discarded', data })
    }
    default:
      // Nurture and partners have no event of their own yet; `outcome` says where it went.
      return ground.events.append({ ...rest, type: 'lead-waiting', data: placed })
  }
}

/** Routes leads anew, wherever they are; an untouched one's turn is given back to whoever had paid it. */
export function routeLeads(
  ground: Ground,
  leadIds: readonly LeadId[],
  router: Router,
  step: Step,
): { assigned: number; waiting: number } {
  const sums = { assigned: 0, waiting: 0 }
  for (const leadId of new Set(leadIds)) {
    const row = leadToMove(ground, leadId)
    const isClosed = row.stage >= FIRST_CLOSED_STAGE || row.status === statusCode.number('duplicate')
    if (isClosed && row.status !== DISCARDED) {
      throw new DeskError('lead-not-routable', { lead: String(leadId), status: statusCode.word(row.status) })
    }
    // Someone asks: whoever was asked in vain may be asked again.
    const decision = routeAnew(ground, row, router, step, { refund: row.touched_at === null, asked: null, isUndoable: true })
    if (decision.outcome === 'assigned' || decision.outcome === 'offered') sums.assigned++
    else if (decision.outcome === 'waiting') sums.waiting++
  }
  return sums
}

export interface RouteAnew {
  /** The turn goes back to whoever had paid it. */
  refund: boolean
  /** Reps who are not to be asked again. */
  asked: readonly RepId[] | null
  isUndoable: boolean
}

/** Takes a lead out of wherever it is and decides it as if it had just come. */
export function routeAnew(ground: Ground, row: LeadRow, router: Router, step: Step, how: RouteAnew): Decision {
  // Out of its rep's hands first, so that the decision sees the room it leaves.
  const turn = how.refund && row.rep_id !== null ? lastTurnOf(ground, row) : null
  const outOf = {
    ...NO_CLOCKS,
    status: WAITING,
    rep_id: null,
    is_held: 0,
    is_pinned: 0,
    is_by_hand: 0,
    wait_code: null,
    placed_at: step.at,
    asked: how.asked === null || how.asked.length === 0 ? null : JSON.stringify(how.asked),
  }
  const taken = move(ground, row, outOf, step.at, turn === null ? [] : [reversed(ground, turn)], talliesBack(ground, row))
  const world = ground.team.open(step.at, router.performanceWindowMs)
  const between: LeadRow = { ...row, ...outOf }
  const { decision, record, score, rank } = decideSaved(ground, between, router, world)
  const seq = ground.events.next()
  const after = {
    ...placeAfter(ground, decision, step.at),
    score,
    grade_rank: rank,
    ...(record === null ? {} : { decision_seq: seq }),
  }
  const given = move(ground, between, after, step.at, turnsOf(decision), talliesOf(decision, step.at))
  if (decision.retryAt !== null) ground.clocks.set(row.id, 'retry', decision.retryAt)
  const undo: Trace = {
    ...given,
    place: taken.place,
    carried: [...taken.carried, ...given.carried],
    turns: [...taken.turns, ...given.turns],
    tallies: [...(taken.tallies ?? []), ...(given.tallies ?? [])],
  }
  appendPlaced(ground, { ...step, leadId: row.id, decision: record }, decision, row.rep_id, how.isUndoable ? undo : undefined)
  return decision
}

/** What its rule counted for a lead that leaves its rep untouched. */
function talliesBack(ground: Ground, row: LeadRow): Tallied[] {
  if (row.rep_id === null || row.is_by_hand === 1 || row.touched_at !== null) return []
  const { tally = null } = decisionAt(ground, row.decision_seq)?.decision ?? {}
  return tally === null ? [] : [{ ruleId: tally, repId: row.rep_id, at: row.placed_at, by: -1 }]
}

/** The opposite turn, from where the numbers stand now. */
function reversed(ground: Ground, turn: TurnChange): TurnChange {
  return {
    pool: turn.pool,
    changes: turn.changes.map(({ repId, before, after }) => {
      const now = ground.team.number(turn.pool, repId)
      return { repId, before: now, after: now === after ? before : now - (after - before) }
    }),
  }
}

export const isOffered = (row: Pick<LeadRow, 'status'>): boolean => row.status === OFFERED
