import type { Selectable } from 'kysely'
import {
  type Batch,
  type BatchId,
  type BatchStatus,
  DeskError,
  type EpochMs,
  type ImportCounts,
  type RepId,
  type RowProblem,
} from '../../contract/index.ts'
import { mailReasonCode, verdictCode } from '../codes.ts'
import type { Ground } from '../ground.ts'
import type { BatchDetail, BatchStart, StoredProblem, TakeIn } from '../port-arrivals.ts'
import type { Tables } from '../tables.ts'
import { prepared } from './prepared.ts'

type BatchRow = Selectable<Tables['batches']> & { source: string }

/** Problems told with an import; the rows left out are all kept and handed back by `leftOutRows`. */
const PROBLEMS_TOLD = 1_000

const SELECT = 'select batches.*, sources.name as source from batches join sources on sources.id = batches.source_id'

function batchOf(row: BatchRow): Batch {
  return {
    id: row.id,
    sourceId: row.source_id,
    source: row.source,
    file: row.file,
    status: row.status,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    bytesRead: row.bytes_read,
    bytes: row.bytes,
    error: row.error,
    ...countsOf(row),
  }
}

function countsOf(row: BatchRow): ImportCounts {
  const { rows, added, matched, review, ignored, assigned, waiting } = row
  return { rows, added, matched, leftOut: row.left_out, review, ignored, assigned, waiting }
}

export function newestBatches(ground: Ground, limit: number): Batch[] {
  return prepared<BatchRow>(ground.db, `${SELECT} order by batches.id desc limit ?`).all(limit).map(batchOf)
}

export function batchesOf(ground: Ground, ids: readonly BatchId[]): Batch[] {
  if (ids.length === 0) return []
  const rows = prepared<BatchRow>(
    ground.db,
    `${SELECT} where batches.id in (select value from json_each(?)) order by batches.id desc`,
  )
  return rows.all(JSON.stringify(ids)).map(batchOf)
}

function readRow(ground: Ground, batchId: BatchId): BatchRow {
  const row = prepared<BatchRow>(ground.db, `${SELECT} where batches.id = ?`).get(batchId)
  if (row === undefined) throw new DeskError('batch-not-found', { batch: String(batchId) })
  return row
}

export async function startBatch(ground: Ground, start: BatchStart): Promise<BatchId> {
  const { insertId } = await ground.kysely
    .insertInto('batches')
    .values({
      source_id: start.sourceId,
      file: start.file,
      status: 'running',
      started_at: start.at,
      bytes_read: 0,
      bytes: start.bytes,
      rows: 0,
      added: 0,
      matched: 0,
      left_out: 0,
      assigned: 0,
      waiting: 0,
      encoding: start.encoding,
      delimiter: start.delimiter,
      columns: JSON.stringify(start.columns),
      undo_after: 0,
      undo_removed: 0,
      undo_kept: 0,
    })
    .executeTakeFirstOrThrow()
  const batchId = Number(insertId) as BatchId
  ground.events.append({ type: 'import-started', at: start.at, actor: start.actor, data: { batchId, file: start.file } })
  return batchId
}

const countStatement = `update batches set added = added + ?, matched = matched + ?, assigned = assigned + ?, waiting = waiting + ?,
  bytes_read = coalesce(?, bytes_read), rows = coalesce(?, rows + ?), left_out = coalesce(?, left_out) where id = ?`
const countReps = `insert into batch_reps (batch_id, rep_id, leads) values (?, ?, ?)
  on conflict (batch_id, rep_id) do update set leads = leads + excluded.leads`

/** Adds what a piece of an import brought; `progress` holds totals. */
export function countBatch(
  ground: Ground,
  batchId: BatchId,
  piece: {
    added: number
    matched: number
    assigned: number
    waiting: number
    byRep: ReadonlyMap<RepId, number>
    progress: NonNullable<TakeIn['progress']> | null
  },
): void {
  const { added, matched, assigned, waiting, progress } = piece
  const { changes } = prepared(ground.db, countStatement).run(
    added,
    matched,
    assigned,
    waiting,
    progress?.bytesRead ?? null,
    progress?.rows ?? null,
    added + matched,
    progress?.leftOut ?? null,
    batchId,
  )
  if (changes === 0) throw new DeskError('batch-not-found', { batch: String(batchId) })
  const count = prepared(ground.db, countReps)
  for (const [repId, leads] of piece.byRep) count.run(batchId, repId, leads)
}

export function addProblems(ground: Ground, batchId: BatchId, problems: readonly StoredProblem[]): void {
  if (problems.length === 0) return
  const add = ground.db.prepare(
    'insert into batch_problems (batch_id, line, field, code, message, left_out, cells) values (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { line, field, code, message, leftOut, cells } of problems) {
    add.run(batchId, line, field, code, message, leftOut ? 1 : 0, cells === null ? null : JSON.stringify(cells))
  }
}

export async function finishBatch(
  ground: Ground,
  batchId: BatchId,
  status: BatchStatus,
  error: string | null,
  at: EpochMs,
  actor = 'desk',
): Promise<void> {
  readRow(ground, batchId)
  await ground.kysely.updateTable('batches').set({ status, error, finished_at: at }).where('id', '=', batchId).execute()
  ground.events.append({ type: 'import-finished', at, actor, data: { batchId, status, error } })
}

/** What was being taken back goes on being `undoing` for whoever asks again; what was running will not run again. */
export async function interruptBatches(ground: Ground, at: EpochMs): Promise<BatchId[]> {
  const rows = prepared<{ id: BatchId }>(
    ground.db,
    "select id from batches where status in ('running', 'undoing') order by id",
  ).all()
  for (const { id } of rows) await finishBatch(ground, id, 'interrupted', null, at)
  return rows.map((row) => row.id)
}

export async function readBatch(ground: Ground, batchId: BatchId): Promise<BatchDetail> {
  const row = readRow(ground, batchId)
  const problems = await ground.kysely
    .selectFrom('batch_problems')
    .selectAll()
    .where('batch_id', '=', batchId)
    .orderBy('line')
    .orderBy('id')
    .limit(PROBLEMS_TOLD)
    .execute()
  const byRep = await ground.kysely
    .selectFrom('batch_reps')
    .innerJoin('reps', 'reps.id', 'rep_id')
    .select(['profile', 'leads'])
    .where('batch_id', '=', batchId)
    .orderBy('rep_id')
    .execute()
  return {
    batch: batchOf(row),
    encoding: row.encoding,
    delimiter: row.delimiter,
    columns: JSON.parse(row.columns) as BatchDetail['columns'],
    problems: problems.map(problemOf),
    ignoredMails: ignoredMailsOf(ground, batchId),
    byRep: Object.fromEntries(byRep.map(({ profile, leads }) => [(JSON.parse(profile) as { email: string }).email, leads])),
  }
}

function ignoredMailsOf(ground: Ground, batchId: BatchId): BatchDetail['ignoredMails'] {
  return ground.db
    .prepare<[number, number, number], { place: string | null; reason: number }>(
      'select place, reason from mails indexed by mails_of_batch where batch_id = ? and verdict = ? order by id limit ?',
    )
    .all(batchId, verdictCode.number('ignored'), PROBLEMS_TOLD)
    .map(({ place, reason }) => ({ message: place ?? '', reason: mailReasonCode.word(reason) }))
}

export async function batchCounts(ground: Ground, batchId: BatchId): Promise<ImportCounts> {
  return countsOf(readRow(ground, batchId))
}

export async function leftOutRows(ground: Ground, batchId: BatchId): Promise<StoredProblem[]> {
  readRow(ground, batchId)
  const rows = await ground.kysely
    .selectFrom('batch_problems')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('left_out', '=', 1)
    .orderBy('line')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...problemOf(row), cells: row.cells === null ? null : (JSON.parse(row.cells) as string[]) }))
}

function problemOf(row: Selectable<Tables['batch_problems']>): RowProblem {
  return {
    line: row.line,
    field: row.field,
    code: row.code as RowProblem['code'],
    message: row.message,
    leftOut: row.left_out === 1,
  }
}

/** Leads the batch has added in the calls before this one. */
export function addedSoFar(ground: Ground, batchId: BatchId): number {
  return ground.db.prepare<[number], number>('select added from batches where id = ?').pluck().get(batchId) ?? 0
}
