import type { Decision, EpochMs, LeadId, TurnChange, World } from '../../contract/index.ts'
import { DeskError } from '../../contract/index.ts'
import { DISCARDED, FIRST_CLOSED_STAGE, NO_GRADE, WAITING, rankOf, statusCode, waitCodes } from '../codes.ts'
import { placedBy } from '../events.ts'
import type { Ground } from '../ground.ts'
import type { Router, Step } from '../port.ts'
import { type LeadRow, factsOf } from './lead-rows.ts'
import type { Place } from './leads.ts'
import { lastTurnOf } from './hand.ts'
import { leadToMove, move } from './moves.ts'
import { STATUS_OF } from './take-in.ts'

/** What a decision makes of a saved lead; `record` is null for one that waits. */
function decide(ground: Ground, row: LeadRow, router: Router, world: World) {
  const facts = factsOf(row, ground.names, ground.accounts)
  const { score, grade } = router.score(facts)
  facts.score = score
  facts.grade = grade
  const decision = router.decide(facts, world)
  const record = decision.outcome === 'waiting' ? null : router.record(facts, world, decision)
  router.charge(world, decision)
  return { decision, record, score, rank: rankOf(grade) }
}

function placeAfter(ground: Ground, decision: Decision, at: EpochMs, isHeld: number): Partial<Place> {
  const hasRule = decision.ruleId !== null || decision.ruleName !== null
  return {
    status: STATUS_OF[decision.outcome],
    is_held: isHeld,
    is_pinned: 0,
    is_by_hand: 0,
    rep_id: decision.repId,
    rule_no: hasRule ? ground.names.number('rule', decision.ruleName ?? '', decision.ruleId ?? '') : null,
    wait_code: waitCodes.numberOrNull(decision.waitCode),
    wait_detail: decision.detail,
    placed_at: at,
  }
}

const turnsOf = (decision: Decision): TurnChange[] => (decision.turn === null ? [] : [decision.turn])

/** Tries a stretch of the queue, best grade and oldest first (R25). */
export function drainWaiting(
  ground: Ground,
  router: Router,
  limit: number,
  cursor: string | null,
  at: EpochMs,
): { assigned: number; next: string | null } {
  if (ground.tallies.of(WAITING, 0) === 0) return { assigned: 0, next: null }
  const world = ground.team.open(at)
  let assigned = 0
  const ids = waitingAfter(ground, cursor, limit)
  for (const { id } of ids) {
    if (router.isHopeless(world)) return { assigned, next: null }
    if (tryWaiting(ground, leadToMove(ground, id), router, world)) assigned++
  }
  const last = ids.length < limit ? undefined : ids.at(-1)
  return { assigned, next: last === undefined ? null : `${last.grade_rank}.${last.received_at}.${last.id}` }
}

type Waiting = Pick<LeadRow, 'id' | 'grade_rank' | 'received_at'>

function waitingAfter(ground: Ground, cursor: string | null, limit: number): Waiting[] {
  const [from, receivedAt, after] = cursor === null ? [0, -1, 0] : cursor.split('.').map(Number)
  if (![from, receivedAt, after].every(Number.isSafeInteger))
    throw new DeskError('bad-input', { field: 'cursor', reason: 'not a place' })
  const read = ground.db.prepare<unknown[], Waiting>(
    `select id, grade_rank, received_at from leads indexed by leads_waiting
     where status = 0 and is_held = 0 and grade_rank = ? and (received_at, id) > (?, ?) order by received_at, id limit ?`,
  )
  const found: Waiting[] = []
  for (let rank = from ?? 0; rank <= NO_GRADE && found.length < limit; rank++) {
    const behind = rank === from ? [receivedAt, after] : [-1, 0]
    found.push(...read.all(rank, ...behind, limit - found.length))
  }
  return found
}

/** True when the lead left the queue. One that still waits is written only when its reason, score or grade changed. */
function tryWaiting(ground: Ground, row: LeadRow, router: Router, world: World): boolean {
  const { at } = world
  const { decision, record, score, rank } = decide(ground, row, router, world)
  const after = { ...placeAfter(ground, decision, at, 0), score, grade_rank: rank }
  if (decision.outcome === 'waiting') {
    const isAsBefore = row.wait_code === after.wait_code && row.wait_detail === after.wait_detail && row.rule_no === after.rule_no
    if (isAsBefore && row.score === score && row.grade_rank === rank) return false
    move(ground, row, { ...after, placed_at: row.placed_at }, at, [])
    if (!isAsBefore) {
      ground.events.append({ type: 'lead-waiting', at, actor: 'desk', leadId: row.id, data: placedBy('rule', decision) })
    }
    return false
  }
  const seq = ground.events.next()
  move(ground, row, { ...after, decision_seq: seq }, at, turnsOf(decision))
  const common = { at, actor: 'desk', leadId: row.id, repId: decision.repId, decision: record }
  if (decision.outcome === 'assigned')
    ground.events.append({ ...common, type: 'lead-assigned', data: placedBy('rule', decision) })
  else appendEnd(ground, common, decision, null, undefined)
  return true
}

function appendEnd(
  ground: Ground,
  common: Pick<Parameters<Ground['events']['append']>[0], 'at' | 'actor' | 'leadId' | 'decision'>,
  decision: Decision,
  from: LeadRow['rep_id'],
  undo: unknown,
): void {
  if (decision.outcome === 'discarded') {
    const data = { reason: decision.detail, from, by: 'rule' as const }
    ground.events.append({ ...common, type: 'lead-discarded', data, ...(undo === undefined ? {} : { undo }) })
  } else {
    // Nurture and partners have no event of their own yet; `outcome` says where it went.
    const data = { ...placedBy('rule', decision), from }
    ground.events.append({ ...common, type: 'lead-waiting', data, ...(undo === undefined ? {} : { undo }) })
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
    const decision = routeAnew(ground, row, router, step)
    if (decision.outcome === 'assigned') sums.assigned++
    else if (decision.outcome === 'waiting') sums.waiting++
  }
  return sums
}

function routeAnew(ground: Ground, row: LeadRow, router: Router, step: Step): Decision {
  // Out of its rep's hands first, so that the decision sees the room it leaves.
  const refund = row.rep_id !== null && row.touched_at === null ? lastTurnOf(ground, row) : null
  const turnsBack = refund === null ? [] : [reversed(ground, refund)]
  const outOf = { status: WAITING, rep_id: null, is_held: 0, is_pinned: 0, is_by_hand: 0, placed_at: step.at }
  const taken = move(ground, row, outOf, step.at, turnsBack)
  const world = ground.team.open(step.at)
  const between: LeadRow = { ...row, ...outOf }
  const { decision, record, score, rank } = decide(ground, between, router, world)
  const seq = ground.events.next()
  const after = {
    ...placeAfter(ground, decision, step.at, 0),
    score,
    grade_rank: rank,
    ...(record === null ? {} : { decision_seq: seq }),
  }
  const given = move(ground, between, after, step.at, turnsOf(decision))
  const undo = {
    ...given,
    place: taken.place,
    carried: [...taken.carried, ...given.carried],
    turns: [...taken.turns, ...given.turns],
  }
  const common = { ...step, leadId: row.id, repId: decision.repId, decision: record }
  const data = { ...placedBy('rule', decision), from: row.rep_id }
  if (decision.outcome === 'assigned') ground.events.append({ ...common, type: 'lead-assigned', data, undo })
  else if (decision.outcome === 'waiting') ground.events.append({ ...common, type: 'lead-waiting', data, undo })
  else appendEnd(ground, common, decision, row.rep_id, undo)
  return decision
}

/** The opposite turn, from where the numbers stand now. */
export function reversed(ground: Ground, turn: TurnChange): TurnChange {
  return {
    pool: turn.pool,
    changes: turn.changes.map(({ repId, before, after }) => {
      const now = ground.team.number(turn.pool, repId)
      return { repId, before: now, after: now === after ? before : now - (after - before) }
    }),
  }
}
