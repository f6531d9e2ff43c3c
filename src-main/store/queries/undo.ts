import { type BatchId, DeskError, type EpochMs, type EventType, type LeadId, type Seq } from '../../contract/index.ts'
import { dayKey } from '../../lib/working-time.ts'
import { eventCode } from '../codes.ts'
import type { EventRow } from '../events.ts'
import type { Ground } from '../ground.ts'
import type { Step } from '../port-shapes.ts'
import { carriersOf, offeredIn } from './carriers.ts'
import type { ApartTrace } from './doubles.ts'
import { type EditTrace, unedit } from './edit.ts'
import { withdrawShares } from './fair-shares.ts'
import { type Gained, empty } from './gains.ts'
import type { LeadRow } from './lead-rows.ts'
import { removeMailsOf } from './mails.ts'
import { type MergeTrace, unfill } from './merge.ts'
import { moveBack } from './moves.ts'

const codes = (...types: EventType[]): ReadonlySet<number> => new Set(types.map((type) => eventCode.number(type)))
const TOUCHES = codes('lead-noted', 'lead-attempted', 'lead-contacted', 'lead-stage-changed', 'lead-edited')
const MOVES = codes(
  'lead-assigned',
  'lead-waiting',
  'lead-held',
  'lead-discarded',
  'lead-pinned',
  'lead-unpinned',
  'lead-offered',
  'offer-accepted',
  'offer-declined',
  'offer-expired',
  'lead-taken-back',
  'lead-released',
  'lead-merged',
)

type Told = Pick<EventRow, 'seq' | 'type' | 'undo' | 'undone_by'>

/** What stands between a step and its undoing; null when nothing does. `later` are the lead's events after it. */
export function obstacle(
  step: Told,
  later: readonly Told[],
): 'already-undone' | 'not-undoable' | 'touched-since' | 'moved-since' | null {
  if (step.undone_by !== null) return 'already-undone'
  if (step.undo === null) return 'not-undoable'
  const standing = later.filter((event) => event.undone_by === null)
  if (standing.some((event) => TOUCHES.has(event.type))) return 'touched-since'
  // That a lead now waits for another reason is no move.
  const isMove = (event: Told): boolean =>
    MOVES.has(event.type) && (event.undo !== null || event.type !== eventCode.number('lead-waiting'))
  return standing.some(isMove) ? 'moved-since' : null
}

/** Takes steps back, newest first (R29). The transaction around it makes it all or none. */
export function undo(ground: Ground, seqs: readonly Seq[], step: Step): void {
  const read = ground.db.prepare<[number], EventRow>('select * from events where seq = ?')
  const later = ground.db.prepare<[number, number], Told>(
    'select seq, type, undo, undone_by from events where lead_id = ? and seq > ? order by seq',
  )
  const mark = ground.db.prepare<[number, number], unknown>('update events set undone_by = ? where seq = ?')
  for (const seq of [...new Set(seqs.flatMap((one) => withOtherHalf(read.get(one), one)))].sort((a, b) => b - a)) {
    const event = read.get(seq)
    if (event === undefined) throw new DeskError('step-not-found', { seq })
    const reason = obstacle(event, event.lead_id === null ? [] : later.all(event.lead_id, seq))
    if (reason !== null) throw new DeskError('undo-refused', { reason })
    const row = event.lead_id === null ? undefined : ground.leads.read(event.lead_id)
    if (row === undefined || event.undo === null) throw new DeskError('undo-refused', { reason: 'not-undoable' })
    takeBack(ground, row, JSON.parse(event.undo) as AnyTrace, step.at)
    const undone = ground.events.append({
      type: 'step-undone',
      ...step,
      leadId: row.id,
      repId: row.rep_id,
      data: { seq, type: eventCode.word(event.type) },
    })
    mark.run(undone, seq)
    withdrawShares(ground, event)
    // A note is searched for as long as it stands.
    if (event.type === NOTED) ground.search.refresh(row.id)
  }
}
const NOTED = eventCode.number('lead-noted')

type AnyTrace = MergeTrace | ApartTrace | EditTrace

function takeBack(ground: Ground, row: LeadRow, trace: AnyTrace, at: EpochMs): void {
  if ('written' in trace) return unedit(ground, row.id, trace)
  if ('possibleDuplicateOf' in trace) {
    ground.leads.setFields(row.id, { possible_duplicate_of: trace.possibleDuplicateOf })
    return
  }
  moveBack(ground, row, trace, at)
  unfill(ground, row.id, trace)
  ground.team.forgetPerformance()
}

/** A merge is two steps, one a lead: neither is taken back alone. */
function withOtherHalf(event: EventRow | undefined, seq: Seq): Seq[] {
  if (event === undefined || event.type !== MERGED) return [seq]
  const isFirst = event.data !== null && 'otherId' in (JSON.parse(event.data) as object)
  return [seq, (isFirst ? seq + 1 : seq - 1) as Seq]
}
const MERGED = eventCode.number('lead-merged')

/**
 * Takes back up to `limit` leads of an import, oldest first. A lead stays when a person touched or moved it, or when the same person
 * came in again from elsewhere: that would be lost with it.
 */
export function undoBatch(
  ground: Ground,
  batchId: BatchId,
  limit: number,
  step: Step,
): { removed: number; kept: number; isDone: boolean } {
  const batch = ground.db
    .prepare<[number], { status: string; undo_after: number; undo_removed: number; undo_kept: number }>(
      'select status, undo_after, undo_removed, undo_kept from batches where id = ?',
    )
    .get(batchId)
  if (batch === undefined) throw new DeskError('batch-not-found', { batch: String(batchId) })
  if (batch.status === 'running') throw new DeskError('undo-refused', { reason: 'import-running' })
  if (batch.status === 'undone') throw new DeskError('undo-refused', { reason: 'already-undone' })
  const rows = ground.db
    .prepare<[number, number, number], { id: LeadId }>(
      'select id from leads indexed by leads_of_batch where batch_id = ? and id > ? order by id limit ?',
    )
    .all(batchId, batch.undo_after, limit)
  const remover = removerOf(ground)
  ground.tried.forget()
  let removed = 0
  for (const { id } of rows) if (remover.remove(id, batchId)) removed++
  const kept = rows.length - removed
  const isDone = rows.length < limit
  const totals = { removed: batch.undo_removed + removed, kept: batch.undo_kept + kept }
  if (isDone) {
    const seq = ground.events.append({ type: 'import-undone', ...step, data: { batchId, ...totals } })
    removeTouches(ground, batchId, seq)
    removeMailsOf(ground, batchId)
  }
  ground.db
    .prepare('update batches set status = ?, undo_after = ?, undo_removed = ?, undo_kept = ? where id = ?')
    .run(isDone ? 'undone' : 'undoing', rows.at(-1)?.id ?? batch.undo_after, totals.removed, totals.kept, batchId)
  return { removed, kept, isDone }
}

/** What the import brought about leads of others: the history keeps it, marked as taken back. */
function removeTouches(ground: Ground, batchId: BatchId, seq: Seq): void {
  const touches = ground.db
    .prepare<[number], { seq: Seq; lead_id: LeadId; fields: string | null }>(
      `select events.seq, events.lead_id, json_extract(data, '$.fields') as fields from arrivals indexed by arrivals_matched
       join events on events.seq = arrivals.seq where matched_batch_id = ?`,
    )
    .all(batchId)
  for (const { seq: broughtAt, lead_id, fields } of touches) {
    if (fields === null) continue
    const edited = editedSince(ground, lead_id, broughtAt)
    const gained = (JSON.parse(fields) as Gained[]).filter((field) => !edited.has(field))
    empty(ground, lead_id, gained)
    ground.search.refresh(lead_id)
  }
  ground.db
    .prepare(
      `update events set undone_by = ? where seq in (select seq from arrivals indexed by arrivals_matched where matched_batch_id = ?)`,
    )
    .run(seq, batchId)
  ground.db.prepare('delete from arrivals where matched_batch_id = ?').run(batchId)
}

/** Columns a person has written since: what they say stays. */
function editedSince(ground: Ground, leadId: LeadId, seq: Seq): ReadonlySet<string> {
  const edits = ground.db
    .prepare<[number, number, number], { undo: string }>(
      'select undo from events where lead_id = ? and seq > ? and type = ? and undone_by is null and undo is not null',
    )
    .all(leadId, seq, EDITED)
  return new Set(edits.flatMap(({ undo: trace }) => Object.keys((JSON.parse(trace) as EditTrace).written)))
}
const EDITED = eventCode.number('lead-edited')

interface Remover {
  remove(id: LeadId, batchId: BatchId): boolean
}

function removerOf(ground: Ground): Remover {
  const { db } = ground
  const eventsOf = db.prepare<[number], EventRow>('select * from events where lead_id = ? order by seq')
  const deleteLead = db.prepare<[number], unknown>('delete from leads where id = ?')
  const deleteArrival = db.prepare<[number], unknown>('delete from arrivals where seq = ?')
  const forgetDouble = db.prepare<[number], unknown>(
    'update leads set possible_duplicate_of = null where possible_duplicate_of = ?',
  )
  return {
    remove(id, batchId) {
      const row = ground.leads.read(id)
      const events = eventsOf.all(id)
      if (row === undefined || !events.every((event) => isOfImport(ground, event, batchId))) return false
      let isGivenBack = false
      for (const event of events.toReversed()) {
        deleteArrival.run(event.seq)
        if (GIFTS.has(event.type)) ground.offers.forget(id, event.at)
        if (event.undone_by !== null) continue
        withdrawShares(ground, event)
        if (GIFTS_BACK.has(event.type)) isGivenBack = true
        if (!GIFTS.has(event.type)) continue
        const decision = ground.events.decisionOf(event)?.decision
        if (decision?.turn) ground.team.turnBack(decision.turn)
        if (event.rep_id !== null && !isGivenBack) {
          ground.team.ungive(event.rep_id, event.at)
          if (decision?.tally) ground.team.tally(decision.tally, event.rep_id, event.at, -1)
        }
        isGivenBack = false
      }
      ground.clocks.clear(id)
      takeFrom(ground, row, events[0]?.at ?? row.placed_at)
      ground.search.remove(id)
      forgetDouble.run(id)
      deleteLead.run(id)
      return true
    },
  }
}

const GIFTS = codes('lead-received', 'lead-assigned', 'lead-offered')
/** What takes a gift back again, with the day's count. */
const GIFTS_BACK = codes('offer-expired', 'lead-taken-back', 'lead-released')
const OF_THE_DESK = codes(
  'lead-received',
  'lead-assigned',
  'lead-offered',
  'lead-waiting',
  'offer-expired',
  'contact-due-soon',
  'contact-breached',
  'lead-taken-back',
  'lead-released',
)

function isOfImport(ground: Ground, event: EventRow, batchId: BatchId): boolean {
  const type = eventCode.word(event.type)
  if (event.undone_by !== null || type === 'step-undone') return true
  if (type === 'lead-matched') return ground.events.read(event).data['batchId'] === batchId
  if (type === 'lead-received') return true
  return OF_THE_DESK.has(event.type) && event.actor === null
}

function takeFrom(ground: Ground, row: LeadRow, arrivedAt: EpochMs): void {
  for (const repId of carriersOf(row)) ground.team.carry(repId, -1)
  for (const repId of offeredIn(row)) ground.team.offer(repId, -1)
  ground.tallies.add(row.status, row.is_held, -1)
  ground.sources.count(row.source_id, -1, dayKey(arrivedAt, ground.settings.read().timeZone), null)
}
