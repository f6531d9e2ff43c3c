import {
  type DecisionRecord,
  DeskError,
  type LeadId,
  type RepId,
  type Seq,
  type Stage,
  type TurnChange,
} from '../../contract/index.ts'
import { ASSIGNED, DISCARDED, OFFERED, WAITING, eventCode, stageCode, waitCodes } from '../codes.ts'
import { tidy } from '../decision-code.ts'
import type { EventRow } from '../events.ts'
import type { Ground } from '../ground.ts'
import type { Step } from '../port-shapes.ts'
import { touchSpans } from './journey.ts'
import type { LeadRow } from './lead-rows.ts'
import { NO_CLOCKS } from './clocks.ts'
import type { Place } from './leads.ts'
import { type Trace, leadToMove, move, touch } from './moves.ts'
import { prepared } from './prepared.ts'

/** Assigns and pins, over every rule and cap (R28). */
export function assign(ground: Ground, leadIds: readonly LeadId[], repId: RepId, charge: boolean, step: Step): Seq[] {
  if (ground.team.member(repId) === undefined) throw new DeskError('rep-not-found', { rep: String(repId) })
  return eachLead(ground, leadIds, (row) => {
    if (row.rep_id === repId && row.status === ASSIGNED) return null
    const { turns, paid } = charge ? chargeByHand(ground, row, repId) : { turns: [], paid: null }
    const place = {
      status: ASSIGNED,
      rep_id: repId,
      is_held: 0,
      is_pinned: 1,
      is_by_hand: 1,
      rule_no: null,
      wait_code: null,
      wait_detail: null,
      placed_at: step.at,
      asked: null,
      // Whoever moves a duplicate by hand takes it for a lead of its own.
      merged_into: null,
      ...NO_CLOCKS,
    }
    const undo: HandTrace = { ...move(ground, row, place, step.at, turns), paid }
    const data = { ...BY_HAND, outcome: 'assigned' as const, from: row.rep_id, isCharged: turns.length > 0 }
    return ground.events.append({ type: 'lead-assigned', ...step, leadId: row.id, repId, data, undo })
  })
}

/** `paid` is the receiver's part of the turns, for whoever takes the lead from them. */
interface HandTrace extends Trace {
  paid: TurnChange | null
}

const BY_HAND = { by: 'hand' as const, ruleId: null, rule: null, method: null, waitCode: null, detail: null }

export function hold(ground: Ground, leadIds: readonly LeadId[], reason: string | null, step: Step): Seq[] {
  const code = waitCodes.number('held-by-hand')
  return eachLead(ground, leadIds, (row) => {
    if (row.is_held === 1 && row.wait_code === code && row.wait_detail === reason) return null
    const place = {
      status: WAITING,
      rep_id: null,
      is_held: 1,
      is_pinned: 0,
      is_by_hand: 1,
      rule_no: null,
      wait_code: code,
      wait_detail: reason,
      placed_at: row.status === WAITING ? row.placed_at : step.at,
      merged_into: null,
      ...NO_CLOCKS,
    }
    const undo = move(ground, row, place, step.at, [])
    const data = { reason, from: row.rep_id }
    return ground.events.append({ type: 'lead-held', ...step, leadId: row.id, repId: row.rep_id, data, undo })
  })
}

export function discard(ground: Ground, leadIds: readonly LeadId[], reason: string, step: Step): Seq[] {
  return eachLead(ground, leadIds, (row) => {
    if (row.status === DISCARDED) return null
    const place = {
      status: DISCARDED,
      rep_id: null,
      is_held: 0,
      is_pinned: 0,
      is_by_hand: 1,
      rule_no: null,
      wait_code: null,
      wait_detail: reason,
      placed_at: step.at,
      merged_into: null,
      ...NO_CLOCKS,
    }
    const undo = move(ground, row, place, step.at, [])
    const data = { reason, from: row.rep_id, by: 'hand' as const }
    return ground.events.append({ type: 'lead-discarded', ...step, leadId: row.id, repId: row.rep_id, data, undo })
  })
}

export function unpin(ground: Ground, leadIds: readonly LeadId[], step: Step): Seq[] {
  return eachLead(ground, leadIds, (row) => {
    if (row.is_pinned === 0) return null
    const undo = move(ground, row, { is_pinned: 0 }, step.at, [])
    return ground.events.append({ type: 'lead-unpinned', ...step, leadId: row.id, repId: row.rep_id, data: {}, undo })
  })
}

export function note(ground: Ground, leadId: LeadId, text: string, step: Step): Seq {
  const row = leadToMove(ground, leadId)
  const undo = touch(ground, row, { touched_at: step.at }, step.at)
  const seq = ground.events.append({ type: 'lead-noted', ...step, leadId, repId: row.rep_id, data: { text }, undo })
  ground.search.refresh(leadId)
  return seq
}

/** An attempt or a contact; the first of either ends the speed to lead. No step to take back when an offer was accepted with it. */
export function log(ground: Ground, leadId: LeadId, kind: 'attempt' | 'contact', step: Step): Seq[] {
  const row = leadToMove(ground, leadId)
  const spans = touchSpans(ground, row, kind, step.at)
  const isTakenUp = takeUp(ground, row, step)
  const undo = touch(ground, row, { ...owned(row), touched_at: step.at, ...spans }, step.at)
  const type = kind === 'attempt' ? 'lead-attempted' : 'lead-contacted'
  const event = { type, ...step, leadId, repId: row.rep_id, data: {} } as const
  if (!isTakenUp) return [ground.events.append({ ...event, undo })]
  ground.events.append(event)
  return []
}

/** Whoever works on what they are offered has accepted it, and an acceptance stands. */
function takeUp(ground: Ground, row: LeadRow, step: Step): boolean {
  if (row.status !== OFFERED || row.rep_id === null) return false
  ground.team.keptOffer(row.rep_id)
  ground.offers.end(row.id, [row.rep_id], 'accepted', step.at)
  ground.events.append({ type: 'offer-accepted', ...step, leadId: row.id, repId: row.rep_id, data: {} })
  return true
}

const owned = (row: LeadRow): Partial<Place> =>
  row.status === OFFERED && row.rep_id !== null ? { status: ASSIGNED, offered_to: null } : {}

export function setStage(ground: Ground, leadIds: readonly LeadId[], stage: Stage, step: Step): Seq[] {
  const code = stageCode.number(stage)
  return eachLead(ground, leadIds, (row) => {
    if (row.stage === code) return null
    const data = { from: stageCode.word(row.stage), to: stage }
    const isTakenUp = takeUp(ground, row, step)
    const undo = touch(ground, row, { ...owned(row), stage: code, touched_at: step.at }, step.at)
    ground.team.forgetPerformance()
    const event = { type: 'lead-stage-changed', ...step, leadId: row.id, repId: row.rep_id, data } as const
    if (!isTakenUp) return ground.events.append({ ...event, undo })
    ground.events.append(event)
    return null
  })
}

function eachLead(ground: Ground, leadIds: readonly LeadId[], step: (row: LeadRow) => Seq | null): Seq[] {
  const seqs: Seq[] = []
  for (const leadId of new Set(leadIds)) {
    const seq = step(leadToMove(ground, leadId))
    if (seq !== null) seqs.push(seq)
  }
  return seqs
}

/**
 * What the hand costs in turns (R28). An untouched giver gets their turn back, and the receiver pays one among those the rule
 * could have picked: together the pool's numbers keep their sum. Nothing, when no pool was ever asked.
 */
function chargeByHand(ground: Ground, row: LeadRow, receiver: RepId): { turns: TurnChange[]; paid: TurnChange | null } {
  const turns: TurnChange[] = []
  const before = new Map<string, number>()
  const numberOf = (pool: string, repId: RepId): number => before.get(`${pool}\n${repId}`) ?? ground.team.number(pool, repId)
  const add = (pool: string, deltas: readonly [RepId, number][]): TurnChange => {
    const changes = deltas.map(([repId, delta]) => {
      const now = numberOf(pool, repId)
      before.set(`${pool}\n${repId}`, tidy(now + delta))
      return { repId, before: now, after: tidy(now + delta) }
    })
    turns.push({ pool, changes })
    return { pool, changes }
  }
  const giver = row.rep_id !== null && row.touched_at === null ? lastTurnOf(ground, row) : null
  if (giver !== null)
    add(
      giver.pool,
      giver.changes.map((change): [RepId, number] => [change.repId, change.before - change.after]),
    )
  const pool = poolOf(ground, row)
  if (pool === null) return { turns, paid: null }
  const sum = pool.weights.reduce((total, [, weight]) => total + weight, 0)
  const others = pool.weights.filter(([repId]) => repId !== receiver)
  const own = pool.weights.find(([repId]) => repId === receiver)?.[1] ?? 0
  return { turns, paid: add(pool.name, [...others, [receiver, own - sum]]) }
}

/** What its present place cost: the turn of the rule, or of the hand that gave it. */
export function lastTurnOf(ground: Ground, row: LeadRow): TurnChange | null {
  if (row.is_by_hand === 0) return decisionAt(ground, row.decision_seq)?.decision.turn ?? null
  const event = prepared<{ undo: string | null }>(
    ground.db,
    'select undo from events where lead_id = ? and type = ? and undone_by is null order by seq desc limit 1',
  ).get(row.id, eventCode.number('lead-assigned'))
  return event?.undo ? (JSON.parse(event.undo) as HandTrace).paid : null
}

export function decisionAt(ground: Ground, seq: Seq | null): DecisionRecord | null {
  if (seq === null) return null
  const row = prepared<Pick<EventRow, 'decision' | 'at'>>(ground.db, 'select decision, at from events where seq = ?').get(seq)
  return row === undefined ? null : ground.events.decisionOf(row)
}

/** The pool the last rule picked from, and the weights of those it could have picked. */
function poolOf(ground: Ground, row: LeadRow): { name: string; weights: [RepId, number][] } | null {
  const record = decisionAt(ground, row.decision_seq)
  const name = record?.decision.turn?.pool
  const pool = record?.pools.find((one) => one.pool === name)
  if (record === null || name === undefined || pool === undefined) return null
  const eligible = pool.candidates.filter((candidate) => candidate.reasons.length === 0)
  const weights = eligible.map(({ repId, weight }): [RepId, number] => [repId, pool.method === 'weighted' ? weight : 1])
  return weights.length === 0 ? null : { name, weights }
}
