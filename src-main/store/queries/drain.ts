import type { World } from '../../contract/index.ts'
import { DeskError } from '../../contract/index.ts'
import { NO_GRADE, WAITING } from '../codes.ts'
import { placedBy } from '../events.ts'
import type { Ground } from '../ground.ts'
import type { Router, Stretch } from '../port-shapes.ts'
import type { LeadRow } from './lead-rows.ts'
import { leadToMove, move } from './moves.ts'
import { prepared } from './prepared.ts'
import { appendPlaced, decideSaved, placeAfter, talliesOf, turnsOf } from './route.ts'

/** Tries a stretch of the queue, best grade and oldest first (R25): all of it while some rep has gained room, else what `Tried` names. */
export function drainWaiting(
  ground: Ground,
  router: Router,
  { most, ms }: Stretch,
  cursor: string | null,
  at: number,
): { assigned: number; next: string | null } {
  const until = performance.now() + ms
  if (ground.tallies.of(WAITING, 0) === 0) return { assigned: 0, next: null }
  const { tried } = ground
  const world = ground.team.open(at, router.performanceWindowMs)
  tried.begin(router, world, ground.team.members(), cursor === null)
  const isHopeless = (): boolean => !world.reps.some((rep) => router.roomOf(rep, world) > 0)
  const isWhole = tried.hasGained(world)
  const leads = isHopeless() ? [] : isWhole ? waitingAfter(ground, cursor, most) : againAfter(ground, cursor, most)
  let [assigned, count] = [0, 0]
  for (const { id } of leads) {
    count++
    const hasLeft = tryWaiting(ground, leadToMove(ground, id), router, world)
    if (hasLeft) assigned++
    if (performance.now() >= until || (hasLeft && (isWhole ? !tried.hasGained(world) : isHopeless()))) break
  }
  tried.look(world)
  const last = leads[count - 1]
  if (last !== undefined && (count === most || count < leads.length)) return { assigned, next: placeIn(last) }
  tried.end()
  return { assigned, next: null }
}

type Waiting = Pick<LeadRow, 'id' | 'grade_rank' | 'received_at'>
type InQueue = [rank: number, receivedAt: number, id: number]

const placeIn = ({ id, grade_rank, received_at }: Waiting): string => `${grade_rank}.${received_at}.${id}`

function behind(cursor: string | null): InQueue {
  const [rank = 0, receivedAt = -1, after = 0] = cursor === null ? [] : cursor.split('.').map(Number)
  if (![rank, receivedAt, after].every(Number.isSafeInteger))
    throw new DeskError('bad-input', { field: 'cursor', reason: 'not a place' })
  return [rank, receivedAt, after]
}

function waitingAfter(ground: Ground, cursor: string | null, limit: number): Waiting[] {
  const [from, receivedAt, after] = behind(cursor)
  const read = prepared<Waiting>(
    ground.db,
    `select id, grade_rank, received_at from leads indexed by leads_waiting
     where status = 0 and is_held = 0 and grade_rank = ? and (received_at, id) > (?, ?) order by received_at, id limit ?`,
  )
  const found: Waiting[] = []
  for (let rank = from; rank <= NO_GRADE && found.length < limit; rank++) {
    const beyond = rank === from ? [receivedAt, after] : [-1, 0]
    found.push(...read.all(rank, ...beyond, limit - found.length))
  }
  return found
}

/** Of the few that are tried whatever changed, those who still wait. */
function againAfter(ground: Ground, cursor: string | null, limit: number): Waiting[] {
  const from = behind(cursor)
  const read = prepared<Waiting>(
    ground.db,
    'select id, grade_rank, received_at from leads where id = ? and status = 0 and is_held = 0',
  )
  const found = ground.tried.again().flatMap((id) => {
    const lead = read.get(id)
    if (lead === undefined) ground.tried.left(id)
    return lead ?? []
  })
  const inQueue = (lead: Waiting): InQueue => [lead.grade_rank, lead.received_at, lead.id]
  return found
    .filter((lead) => compare(inQueue(lead), from) > 0)
    .sort((a, b) => compare(inQueue(a), inQueue(b)))
    .slice(0, limit)
}

const compare = (a: InQueue, b: InQueue): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

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
    ground.tried.settle(row.id, decision.retryAt !== null)
    return false
  }
  ground.tried.left(row.id)
  const seq = ground.events.next()
  move(ground, row, { ...after, decision_seq: seq }, at, turnsOf(decision), talliesOf(decision, at))
  ground.clocks.set(row.id, 'retry', null)
  appendPlaced(ground, { at, actor: 'desk', leadId: row.id, decision: record }, decision, null, undefined)
  return true
}
