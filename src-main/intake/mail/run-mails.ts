import type { BatchStatus, ImportReport, MailVerdict, RepId } from '../../contract/index.ts'
import type { Desk } from '../../desk/context.ts'
import type { TakeInMailsInput } from '../../desk/take-in-mails.ts'
import { breathe } from '../../lib/breathe.ts'
import type { ImportProgress } from '../csv/import-file.ts'
import type { IncomingMail } from '../incoming.ts'
import type { MailFiles, MailOfFile } from './mail-files.ts'

/** Mails taken in by one transaction: as many as are read in a quarter of a second, and never more than memory bears. */
const BATCH_MAILS = 200
const BATCH_MS = 250
const BATCH_BYTES = 16 * 1024 * 1024
/** Ignored mails a report lists. */
const MOST_LISTED = 10_000

/** What became of a mail, or of one known before what became of it then. */
export interface MailOutcome {
  verdict: MailVerdict
  leads: readonly ({ outcome: 'added' | 'matched' } & ({ status?: never } | { status: string | null; repId: RepId | null }))[]
}

export interface MailRun {
  files: MailFiles
  read(mail: MailOfFile): Promise<IncomingMail>
  /** What became of mails that came before; null of one that did not. */
  known(keys: readonly string[]): Promise<readonly ({ verdict: MailVerdict; leads: number } | null)[]>
  /** Answers in the order of the mails. `progress` counts them already; `rowsBefore` does not. */
  take(
    mails: readonly IncomingMail[],
    progress: NonNullable<TakeInMailsInput['progress']>,
    rowsBefore: number,
  ): Promise<readonly MailOutcome[]>
  signal?: AbortSignal | undefined
  onProgress?: ((progress: ImportProgress) => void) | undefined
}

/** A mail is a row; one of several leads is as many. So that added + matched + left out + review + ignored = rows. */
export function rowsOf({ verdict, leads }: { verdict: MailVerdict; leads: { length: number } }): number {
  return verdict === 'lead' ? Math.max(1, leads.length) : 1
}

/** Reads all mails of a file or folder and hands them on, some hundred at a time; windows get their turn in between. */
export async function runMails(desk: Desk, run: MailRun): Promise<{ report: ImportReport; status: BatchStatus }> {
  const { files, signal } = run
  const report = emptyReport(files.form)
  const byRep = new Map<RepId, number>()
  let mails: IncomingMail[] = []
  let bytes = 0
  let since = performance.now()

  const hand = async (bytesRead: number): Promise<void> => {
    const rowsBefore = report.rows
    const known = await run.known(mails.map(({ key }) => key))
    const rows = mails.reduce((sum, mail, index) => sum + rowsAs(mail, known[index] ?? null), rowsBefore)
    const outcomes = await run.take(mails, { bytesRead, rows, leftOut: 0, problems: [] }, rowsBefore)
    for (const [index, outcome] of outcomes.entries()) count(report, byRep, mails[index], outcome)
    run.onProgress?.({ rows: report.rows, bytesRead, bytes: files.bytes })
    mails = []
    bytes = 0
    await breathe()
    since = performance.now()
  }

  for await (const found of files.mails()) {
    if (signal?.aborted) break
    const mail = await run.read(found)
    // The second of two that are one must find the first.
    if (mails.some(({ key }) => key === mail.key)) await hand(found.bytesRead)
    mails.push(mail)
    bytes += mail.raw.length
    if (mails.length >= BATCH_MAILS || bytes >= BATCH_BYTES || performance.now() - since >= BATCH_MS) await hand(found.bytesRead)
  }
  if (!signal?.aborted) await hand(files.bytes)

  const emails = new Map((await desk.store.reps(desk.clock.now())).map(({ id, email }) => [id, email]))
  report.byRep = Object.fromEntries([...byRep].map(([id, leads]) => [emails.get(id) ?? String(id), leads]))
  return { report, status: signal?.aborted ? 'cancelled' : 'finished' }
}

function rowsAs(mail: IncomingMail, known: { verdict: MailVerdict; leads: number } | null): number {
  return known === null ? rowsOf(mail) : rowsOf({ verdict: known.verdict, leads: { length: known.leads } })
}

function count(report: ImportReport, byRep: Map<RepId, number>, mail: IncomingMail | undefined, outcome: MailOutcome): void {
  report.rows += rowsOf(outcome)
  if (outcome.verdict === 'review') report.review++
  if (outcome.verdict === 'ignored') {
    report.ignored++
    // One that a person dismissed before is read as something else.
    const reason = mail?.verdict === 'ignored' ? mail.reason : null
    if (report.ignoredMails.length < MOST_LISTED)
      report.ignoredMails.push({ message: mail?.place ?? '', reason: reason ?? 'by-hand' })
  }
  if (outcome.verdict === 'lead' && outcome.leads.length === 0) report.matched++
  for (const placed of outcome.leads) {
    report[placed.outcome]++
    if (placed.status === undefined || placed.outcome !== 'added') continue
    if (placed.status === 'assigned') report.assigned++
    if (placed.status === 'waiting') report.waiting++
    if (placed.repId !== null) byRep.set(placed.repId, (byRep.get(placed.repId) ?? 0) + 1)
  }
}

function emptyReport(encoding: string): ImportReport {
  return {
    rows: 0,
    added: 0,
    matched: 0,
    leftOut: 0,
    review: 0,
    ignored: 0,
    assigned: 0,
    waiting: 0,
    problems: [],
    ignoredMails: [],
    columns: [],
    encoding,
    delimiter: '',
    batch: null,
    byRep: {},
  }
}
