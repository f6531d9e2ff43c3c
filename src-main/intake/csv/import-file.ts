import {
  type BatchId,
  type BatchStatus,
  DeskError,
  type ImportOptions,
  type ImportReport,
  type RepId,
  type RowProblem,
  type SourceId,
} from '../../contract/index.ts'
import type { Desk } from '../../desk/context.ts'
import type { RehearseRows } from '../../desk/simulate-file.ts'
import { type TakeInInput, takeInLeads, takeInOf } from '../../desk/take-in-leads.ts'
import type { IncomingLead, StoredProblem } from '../incoming.ts'
import { Breath, breathe } from '../../lib/breathe.ts'
import { cleanRow } from './clean-row.ts'
import { flag, told } from './file-problem.ts'
import { fieldOf } from './column.ts'
import { Pace } from '../../lib/pace.ts'
import { prepareRows, type Prepared, rememberChoices } from './prepare-rows.ts'
import type { GivenFile } from './read-head.ts'
import { readRows } from './read-rows.ts'
import type { Row } from './scan-rows.ts'
import type { FileStudy } from './study-file.ts'

export interface ImportInput {
  file: GivenFile
  options: ImportOptions
  actor: string
  signal?: AbortSignal | undefined
  onProgress?: ((progress: ImportProgress) => void) | undefined
  /** Nobody else waits for this desk meanwhile: a command that runs and ends. */
  isAlone?: boolean | undefined
}

export interface ImportProgress {
  rows: number
  bytesRead: number
  bytes: number
}

/** An import under way. */
export interface RunningImport {
  batchId: BatchId
  /** The report, also of a cancelled import; fails with what went wrong. What came in before stays in, and can be undone. */
  done: Promise<ImportReport>
}

/** Problems a report lists, and flags of rows that came in that are kept. Rows left out are all kept, however many. */
const MOST_PROBLEMS = 10_000

export async function importFile(desk: Desk, input: ImportInput): Promise<ImportReport> {
  return (await startImport(desk, input)).done
}

/** Refuses what can't be read before anything is written; then answers, and goes on by itself. */
export async function startImport(desk: Desk, input: ImportInput): Promise<RunningImport> {
  const { file, options, actor } = input
  const prepared = await prepareRows(desk, file, options, { owners: options.route === 'owner-column', signal: input.signal })
  const { study } = prepared
  await rememberChoices(desk, options)
  const at = desk.clock.now()
  const sourceId = await desk.store.openSource(options.source ?? file.name, 'file', at)
  const batchId = await desk.store.startBatch({
    sourceId,
    file: file.name,
    bytes: study.bytes,
    at,
    actor,
    encoding: study.reading.encoding,
    delimiter: study.reading.delimiter,
    columns: columnsOf(study),
  })
  const done = run(desk, input, prepared, async (piece) => {
    const { leads, ...progress } = piece
    return takeInLeads(desk, { sourceId, batchId, actor, ...howToRoute(options), leads, progress })
  }).then(
    async ({ report, status }) => {
      await desk.store.finishBatch(batchId, status, null, desk.clock.now())
      return { ...report, batch: batchId }
    },
    async (error: unknown) => {
      desk.log.error('an import failed', error, { batch: batchId })
      await desk.store.finishBatch(batchId, 'failed', error instanceof DeskError ? error.code : 'internal', desk.clock.now())
      throw error
    },
  )
  return { batchId, done }
}

/** A dry run: the same reading, matching and routing, saved nowhere. */
export async function rehearseImport(desk: Desk, input: ImportInput): Promise<ImportReport> {
  const rehearsal = await desk.store.rehearsal(desk.clock.now())
  const { actor, options } = input
  return rehearseRows(desk, input, async ({ sourceId, leads }) =>
    rehearsal.takeIn(await takeInOf(desk, { sourceId, batchId: null, actor, ...howToRoute(options), leads })),
  )
}

/** The leads of a file as an import would hand them over, piece by piece, to whoever tries something on them. */
export async function rehearseRows(
  desk: Desk,
  input: ImportInput,
  take: Parameters<RehearseRows>[0]['take'],
): Promise<ImportReport> {
  const { file, options } = input
  const prepared = await prepareRows(desk, file, options, { owners: options.route === 'owner-column', signal: input.signal })
  const name = options.source ?? file.name
  const { sources } = await desk.store.snapshot(desk.clock.now())
  // A source that is not there yet has no number; its name must still be what rules would see.
  const sourceId = sources.find((source) => source.name === name && source.kind === 'file')?.id ?? (0 as SourceId)
  const { report, status } = await run(desk, input, prepared, async ({ leads }) => {
    if (sourceId === 0) for (const lead of leads) lead.draft.source ??= name
    return take({ sourceId, leads })
  })
  if (status === 'cancelled') throw new DeskError('import-cancelled', {})
  return report
}

const howToRoute = ({
  route,
  perHour,
  startOldClocks,
}: ImportOptions): Pick<TakeInInput, 'route' | 'perHour' | 'startOldClocks'> => ({
  route,
  ...(perHour === undefined ? {} : { perHour }),
  ...(startOldClocks === undefined ? {} : { startOldClocks }),
})

interface Piece {
  leads: IncomingLead[]
  /** Totals so far, and the problems of this piece. */
  bytesRead: number
  rows: number
  leftOut: number
  problems: StoredProblem[]
}
type Placed = { outcome: 'added' | 'matched' } & ({ status?: never } | { status: string | null; repId: RepId | null })

/** Reads, cleans and hands on, so many rows at a time; windows get their turn in between. */
async function run(
  desk: Desk,
  input: ImportInput,
  { study, cleaning }: Prepared,
  take: (piece: Piece) => Promise<readonly Placed[]>,
): Promise<{ report: ImportReport; status: BatchStatus }> {
  const problems: RowProblem[] = []
  const byRep = new Map<RepId, number>()
  const report: ImportReport = {
    rows: 0,
    added: 0,
    matched: 0,
    leftOut: 0,
    review: 0,
    ignored: 0,
    ignoredMails: [],
    assigned: 0,
    waiting: 0,
    problems,
    batch: null,
    byRep: {},
    columns: columnsOf(study),
    encoding: study.reading.encoding,
    delimiter: study.reading.delimiter,
  }
  let flagsKept = 0
  const keep = (found: readonly StoredProblem[]): StoredProblem[] => {
    problems.push(...found.slice(0, MOST_PROBLEMS - problems.length).map(told))
    return found.filter((problem) => problem.leftOut || flagsKept++ < MOST_PROBLEMS)
  }
  let waiting: StoredProblem[] = keep(repeatedHeaders(study))
  const pace = new Pace(input.isAlone === true)

  const takeRows = async (rows: readonly Row[], bytesRead: number): Promise<void> => {
    const leads: IncomingLead[] = []
    const found: StoredProblem[] = []
    const breath = new Breath()
    for (const row of rows) {
      const cleaned = cleanRow(row, cleaning)
      if (cleaned.lead) leads.push(cleaned.lead)
      found.push(...cleaned.problems)
      if (breath.isDue) await breath.take()
    }
    report.rows += rows.length
    report.leftOut += rows.length - leads.length
    await breathe()
    const piece = { leads, bytesRead, rows: report.rows, leftOut: report.leftOut, problems: [...waiting, ...keep(found)] }
    waiting = []
    const begun = performance.now()
    const taken = await take(piece)
    pace.learn(rows.length, performance.now() - begun)
    for (const placed of taken) {
      report[placed.outcome]++
      if (placed.status === undefined || placed.outcome !== 'added') continue
      if (placed.status === 'assigned') report.assigned++
      if (placed.status === 'waiting') report.waiting++
      if (placed.repId !== null) byRep.set(placed.repId, (byRep.get(placed.repId) ?? 0) + 1)
    }
    input.onProgress?.({ rows: report.rows, bytesRead, bytes: study.bytes })
    await breathe()
  }

  let status: BatchStatus = 'finished'
  let pending: Row[] = []
  reading: for await (const { rows, bytesRead } of readRows(study.file, study.reading)) {
    pending = pending.length === 0 ? rows : [...pending, ...rows]
    while (pending.length >= pace.rows) {
      if (input.signal?.aborted) break reading
      const next = pending.slice(0, pace.rows)
      pending = pending.slice(next.length)
      await takeRows(next, bytesRead)
    }
  }
  if (input.signal?.aborted) status = 'cancelled'
  else await takeRows(pending, study.bytes)

  const emails = new Map((await desk.store.reps(desk.clock.now())).map(({ id, email }) => [id, email]))
  report.byRep = Object.fromEntries([...byRep].map(([id, leads]) => [emails.get(id) ?? String(id), leads]))
  return { report, status }
}

export function columnsOf(study: FileStudy): { header: string; field: string | null }[] {
  return study.columns.map((column) => ({ header: column.header, field: fieldOf(column) }))
}

/** Headers that stand twice get a number, which the person should know of. */
export function repeatedHeaders(study: FileStudy): StoredProblem[] {
  return study.repeated.map((header) =>
    flag(study.headerLine ?? 1, null, 'repeated-header', `a header stands twice; this column is called "${header}"`),
  )
}
