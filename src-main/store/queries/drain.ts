import type { World } from '../../contract/index.ts'
import { DeskError } from '../../contract/index.ts'
import { NO_GRADE, WAITING } from '../codes.ts'
import { placedBy } from '../events.ts'
import type { Ground } from '../ground.ts'
import type { Router } from '../port.ts'
import type { LeadRow } from './lead-rows.ts'
import { leadToMove, move } from './moves.ts'
import { prepared } from './prepared.ts'
import { appendPlaced, decideSaved, placeAfter, talliesOf, turnsOf } from './route.ts'

/** Tries a stretch of the queue, best grade and oldest first (R25). */
export function drainWaiting(
  ground: Ground,
  router: Router,
  limit: number,
  cursor: string | null,
  at: number,
): { assigned: number; next: string | null } {
  if (ground.tallies.of(WAITING, 0) === 0) return { assigned: 0, next: null }
  const world = ground.team.open(at, router.performanceWindowMs)
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
  const read = prepared<Waiting>(
    ground.db,
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
  const { decision, record, score, rank } = decideSaved(ground, row, router, world)
  const after = { ...placeAfter(ground, decision, at), score, grade_rank: rank }
  if (decision.outcome === 'waiting') {
    const isAsBefore = row.wait_code === after.wait_code && row.wait_detail === after.wait_detail && row.rule_no === after.rule_no
    if (!isAsBefore || row.score !== score || row.grade_rank !== rank)
      move(ground, row, { ...after, placed_at: row.placed_at }, at, [])
    if (!isAsBefore)
      ground.events.append({ type: 'lead-waiting', at, actor: 'desk', leadId: row.id, data: placedBy('rule', decision) })
    if (decision.retryAt !== null) ground.clocks.set(row.id, 'retry', decision.retryAt)
    return false
  }
  const seq = ground.events.next()
  move(ground, row, { ...after, decision_seq: seq }, at, turnsOf(decision), talliesOf(decision, at))
  ground.clocks.set(row.id, 'retry', null)
  appendPlaced(ground, { at, actor: 'desk', leadId: row.id, decision: record }, decision, null, undefined)
  return true
}
