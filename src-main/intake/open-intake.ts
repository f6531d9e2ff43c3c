import type {
  Batch,
  BatchId,
  FileCheck,
  FileLook,
  FileOptions,
  ImportOptions,
  ImportReport,
  LeadFilter,
  UploadId,
} from '../contract/index.ts'
import type { Desk } from '../desk/context.ts'
import { checkFile } from './csv/check-file.ts'
import { type ImportInput, type ImportProgress, rehearseImport, type RunningImport, startImport } from './csv/import-file.ts'
import { leftOutFile } from './csv/left-out-file.ts'
import { rememberedOf } from './csv/prepare-rows.ts'
import { lookAtFile } from './csv/study-file.ts'
import { undoImport } from './csv/undo-import.ts'
import { leadsCsv } from './export/leads-csv.ts'
import { importAccountsFile } from './team/import-accounts-file.ts'
import { importRepsFile } from './team/import-reps-file.ts'
import { openUploads } from './uploads.ts'

/** Everything that comes into a desk from outside, and what goes out as a file. */
export interface Intake {
  beginUpload(input: { name: string; bytes: number }): Promise<{ uploadId: UploadId }>
  appendUpload(input: { uploadId: UploadId; offset: number; base64: string }): Promise<{ bytes: number }>
  look(input: { uploadId: UploadId; options: FileOptions }): Promise<FileLook>
  check(input: { uploadId: UploadId; options: FileOptions }): Promise<FileCheck>
  rehearse(input: { uploadId: UploadId; options: ImportOptions }): Promise<ImportReport>
  startImport(input: { uploadId: UploadId; options: ImportOptions; actor: string }): Promise<{ batchId: BatchId }>
  cancel(input: { batchId: BatchId }): Promise<void>
  report(input: { batchId: BatchId }): Promise<Batch & { report: ImportReport }>
  leftOut(input: { batchId: BatchId }): Promise<{ name: string; text: string }>
  undo(input: { batchId: BatchId; actor: string }): Promise<{ removed: number; kept: number }>
  importReps(input: { file: string; text: string; actor: string }): Promise<{ added: number; updated: number }>
  importAccounts(input: { file: string; text: string; actor: string }): Promise<{ added: number; updated: number }>
  leadsCsv(input: { filter: LeadFilter }): Promise<{ name: string; csv: string }>
  /** The same in pieces, for a file or a pipe that may be large. */
  leadsCsvPieces(input: { filter: LeadFilter }): AsyncIterable<string>
  /** A file of this machine, from beginning to end: for the command line. A cancelled import answers its report, too. */
  importFile(input: FileImport): Promise<ImportReport>
  /** Stops imports after the rows under way and forgets uploads. */
  close(): Promise<void>
}

export interface FileImport {
  /** Path of the file. */
  file: string
  /** What to call it; the source's name unless the options have one. */
  name: string
  options: ImportOptions
  actor: string
  isDryRun?: boolean
  signal?: AbortSignal
  onProgress?: (progress: ImportProgress) => void
}

export async function openIntake(desk: Desk): Promise<Intake> {
  const uploads = await openUploads(desk.dataFolder)
  const running = new Map<BatchId, { stop: AbortController; done: Promise<unknown> }>()

  async function start(input: ImportInput): Promise<RunningImport> {
    const stop = new AbortController()
    const signal = input.signal ? AbortSignal.any([input.signal, stop.signal]) : stop.signal
    const started = await startImport(desk, { ...input, signal })
    const settled = started.done.then(
      () => {},
      () => {},
    )
    const done = settled.then(() => running.delete(started.batchId))
    running.set(started.batchId, { stop, done })
    return started
  }

  return {
    async beginUpload(input) {
      return { uploadId: await uploads.begin(input) }
    },
    async appendUpload(input) {
      return { bytes: await uploads.append(input) }
    },
    look: async ({ uploadId, options }) => lookAtFile(uploads.resolve(uploadId), options, (headers) => rememberedOf(desk, headers)),
    check: async ({ uploadId, options }) => checkFile(desk, uploads.resolve(uploadId), options),
    rehearse: async ({ uploadId, options }) => rehearseImport(desk, { file: uploads.resolve(uploadId), options, actor: 'desk' }),
    async startImport({ uploadId, options, actor }) {
      const { batchId, done } = await start({ file: uploads.resolve(uploadId), options, actor })
      // What went wrong is in the log and in the batch; the upload has served either way.
      done.catch(() => {}).finally(() => void uploads.discard(uploadId))
      return { batchId }
    },
    async cancel({ batchId }) {
      const one = running.get(batchId)
      // Asked too late, or for one that never was: the batch itself says which.
      if (!one) return void (await desk.store.readBatch(batchId))
      one.stop.abort()
      await one.done
    },
    async report({ batchId }) {
      const { batch, columns, encoding, delimiter, problems, byRep } = await desk.store.readBatch(batchId)
      const { rows, added, matched, leftOut, assigned, waiting } = batch
      const counts = { rows, added, matched, leftOut, assigned, waiting }
      return {
        ...batch,
        report: { ...counts, columns: [...columns], encoding, delimiter, problems: [...problems], byRep: { ...byRep }, batch: batchId },
      }
    },
    leftOut: ({ batchId }) => leftOutFile(desk, batchId),
    undo: (input) => undoImport(desk, input),
    importReps: (input) => importRepsFile(desk, input),
    importAccounts: (input) => importAccountsFile(desk, input),
    leadsCsvPieces: ({ filter }) => leadsCsv(desk, filter),
    async leadsCsv({ filter }) {
      let csv = ''
      for await (const piece of leadsCsv(desk, filter)) csv += piece
      return { name: 'leads.csv', csv }
    },
    async importFile({ file: path, name, isDryRun, ...rest }) {
      const input = { ...rest, file: { path, name } }
      return isDryRun ? rehearseImport(desk, input) : (await start(input)).done
    },
    async close() {
      for (const { stop } of running.values()) stop.abort()
      await Promise.all([...running.values()].map(({ done }) => done))
      await uploads.close()
    },
  }
}
