import {
  type Batch,
  type BatchId,
  DeskError,
  type FileCheck,
  type FileKind,
  type FileLook,
  type FileOptions,
  type ImportOptions,
  type ImportReport,
  type LeadFilter,
  type MailImportOptions,
  type MailSample,
  type Seq,
  type UploadId,
} from '../contract/index.ts'
import type { Desk } from '../desk/context.ts'
import type { RehearseRows } from '../desk/simulate-file.ts'
import type { Secrets } from '../lib/secrets.ts'
import type { ImportInput, RunningImport } from './csv/import-file.ts'
import { leftOutFile } from './csv/left-out-file.ts'
import type { GivenFile } from './csv/read-head.ts'
import { undoImport } from './csv/undo-import.ts'
import type { EditFieldsInput } from './edit-fields.ts'
import { leadsCsv } from './export/leads-csv.ts'
import { type Forms, openForms } from './form/open-forms.ts'
import { type Inboxes, openInboxes } from './mail/inbox/open-inboxes.ts'
import type { ReadIncoming } from './mail/incoming-mail.ts'
import type { MailImportInput } from './mail/mail-import.ts'
import { type MailTray, openTray } from './mail/tray.ts'
import { openUploads } from './uploads.ts'

type TeamFile = { file: string; text: string; actor: string }
type Counts = { added: number; updated: number }
type Uploaded<Options> = { uploadId: UploadId; options: Options }

/** Everything outside material can be done with, by callers that hand files over piece by piece and by those that name them. */
export interface Intake {
  beginUpload(input: { name: string; bytes: number }): Promise<{ uploadId: UploadId }>
  appendUpload(input: { uploadId: UploadId; offset: number; base64: string }): Promise<{ bytes: number }>
  look(input: Uploaded<FileOptions>): Promise<FileLook>
  check(input: Uploaded<FileOptions>): Promise<FileCheck>
  rehearse(input: Uploaded<ImportOptions>): Promise<ImportReport>
  /** Hands the leads of the file to `take` instead of to the published rules; saves nothing. */
  rehearseRows: RehearseRows
  /** Answers when it has begun; the end comes as an event. */
  startImport(input: Uploaded<ImportOptions> & { actor: string }): Promise<{ batchId: BatchId }>
  cancel(input: { batchId: BatchId }): Promise<void>
  report(input: { batchId: BatchId }): Promise<Batch & { report: ImportReport }>
  leftOut(input: { batchId: BatchId }): Promise<{ name: string; text: string }>
  undo(input: { batchId: BatchId; actor: string }): Promise<{ removed: number; kept: number }>
  importReps(input: TeamFile): Promise<Counts>
  importAccounts(input: TeamFile): Promise<Counts>
  /** Cleaned as a row of a file is; what can't be read stands as it was written. */
  editFields(input: EditFieldsInput): Promise<Seq[]>
  leadsCsv(input: { filter: LeadFilter }): Promise<{ name: string; csv: string }>
  /** The same piece by piece, for lists of any length. */
  csvOfLeads(filter: LeadFilter): AsyncIterable<string>
  /** From a path; answers when it is over. */
  importFile(input: ImportInput): Promise<ImportReport>
  rehearseImport(input: ImportInput): Promise<ImportReport>
  /** An upload that is whole, to be read where it lies. */
  uploaded(input: { uploadId: UploadId }): GivenFile
  letGo(input: { uploadId: UploadId }): Promise<void>
  /** A table, or mails. */
  kind(input: { uploadId: UploadId }): Promise<{ kind: FileKind }>
  sampleMails(input: Uploaded<MailImportOptions>): Promise<{ mails: MailSample[] }>
  startMailImport(input: Uploaded<MailImportOptions> & { actor: string }): Promise<{ batchId: BatchId }>
  /** Of a path; a folder holds mails. */
  kindOfFile(file: GivenFile): Promise<FileKind>
  /** From a path: a mail, an mbox, or a folder of mails. Answers when it is over. */
  importMails(input: MailImportInput): Promise<ImportReport>
  rehearseMails(input: MailImportInput): Promise<ImportReport>
  readonly inboxes: Inboxes
  readonly tray: MailTray
  readonly forms: Forms
  /** Stops imports after the rows under way, and lets go of uploads. */
  close(): Promise<void>
}

// What reads files and mails, with its tables of encodings, cities and words, is read with the first of them: a window that opens need not wait.
const tables = () => import('./csv/import-file.ts')
const mails = () => import('./mail/mail-import.ts')
const kindOfFile = async (file: GivenFile): Promise<FileKind> => (await import('./mail/mail-files.ts')).kindOfFile(file)
const readIncoming: ReadIncoming = async (...mail) => (await import('./mail/read-incoming.ts')).readIncoming(...mail)

export async function openIntake(desk: Desk, secrets: Secrets): Promise<Intake> {
  const uploads = await openUploads(desk.dataFolder)
  const forms = openForms(desk)
  const inboxes = await openInboxes(desk, secrets, readIncoming)
  const running = new Map<BatchId, { stop: AbortController; over: Promise<unknown> }>()

  /** Begins to take in what was uploaded. What went wrong stands in the batch, where the person looks; the file is not needed after. */
  async function begin(
    uploadId: UploadId,
    start: (file: GivenFile, signal: AbortSignal) => Promise<RunningImport>,
  ): Promise<{ batchId: BatchId }> {
    const stop = new AbortController()
    const { batchId, done } = await start(uploads.resolve(uploadId), stop.signal)
    const over = done
      .then(
        () => uploads.discard(uploadId),
        () => uploads.discard(uploadId),
      )
      .finally(() => running.delete(batchId))
    running.set(batchId, { stop, over })
    return { batchId }
  }

  return {
    beginUpload: async (input) => ({ uploadId: await uploads.begin(input) }),
    appendUpload: async (input) => ({ bytes: await uploads.append(input) }),
    async look({ uploadId, options }) {
      const { lookAtFile } = await import('./csv/study-file.ts')
      const { rememberedOf } = await import('./csv/prepare-rows.ts')
      return lookAtFile(uploads.resolve(uploadId), options, (headers) => rememberedOf(desk, headers))
    },
    async check({ uploadId, options }) {
      const { checkFile } = await import('./csv/check-file.ts')
      return checkFile(desk, uploads.resolve(uploadId), options)
    },
    async rehearse({ uploadId, options }) {
      const { rehearseImport } = await tables()
      return rehearseImport(desk, { file: uploads.resolve(uploadId), options, actor: 'desk' })
    },
    async rehearseRows({ uploadId, options, take, signal, onProgress }) {
      const { rehearseRows } = await tables()
      await rehearseRows(desk, { file: uploads.resolve(uploadId), options, actor: 'desk', signal, onProgress }, take)
    },

    async startImport({ uploadId, options, actor }) {
      const { startImport } = await tables()
      return begin(uploadId, (file, signal) => startImport(desk, { file, options, actor, signal }))
    },
    async cancel({ batchId }) {
      const one = running.get(batchId)
      if (!one) throw new DeskError('batch-not-found', { batch: String(batchId) })
      one.stop.abort()
      await one.over
    },
    async report({ batchId }) {
      const { batch, columns, encoding, delimiter, problems, ignoredMails, byRep } = await desk.store.readBatch(batchId)
      const { rows, added, matched, leftOut, review, ignored, assigned, waiting } = batch
      const counts = { rows, added, matched, leftOut, review, ignored, assigned, waiting }
      const report = {
        ...counts,
        problems: [...problems],
        ignoredMails: [...ignoredMails],
        columns: [...columns],
        encoding,
        delimiter,
        batch: batchId,
        byRep: { ...byRep },
      }
      return { ...batch, report }
    },
    leftOut: ({ batchId }) => leftOutFile(desk, batchId),
    async undo({ batchId, actor }) {
      if (running.has(batchId)) throw new DeskError('undo-refused', { reason: 'import-running' })
      return undoImport(desk, { batchId, actor })
    },

    importReps: async (input) => (await import('./team/import-reps-file.ts')).importRepsFile(desk, input),
    importAccounts: async (input) => (await import('./team/import-accounts-file.ts')).importAccountsFile(desk, input),
    uploaded: ({ uploadId }) => uploads.resolve(uploadId),
    letGo: ({ uploadId }) => uploads.discard(uploadId),
    kind: async ({ uploadId }) => ({ kind: await kindOfFile(uploads.resolve(uploadId)) }),
    async sampleMails({ uploadId, options }) {
      const { sampleMails } = await mails()
      return { mails: await sampleMails(desk, uploads.resolve(uploadId), options) }
    },
    async startMailImport({ uploadId, options, actor }) {
      const { startMailImport } = await mails()
      return begin(uploadId, (file, signal) => startMailImport(desk, { file, options, actor, signal }))
    },
    kindOfFile,
    importMails: async (input) => (await mails()).importMails(desk, input),
    rehearseMails: async (input) => (await mails()).rehearseMails(desk, input),
    inboxes,
    tray: openTray(desk),
    forms,
    editFields: async (input) => (await import('./edit-fields.ts')).editFields(desk, input),
    async leadsCsv({ filter }) {
      let csv = ''
      for await (const piece of leadsCsv(desk, filter)) csv += piece
      return { name: 'leads.csv', csv }
    },
    csvOfLeads: (filter) => leadsCsv(desk, filter),
    importFile: async (input) => (await tables()).importFile(desk, input),
    rehearseImport: async (input) => (await tables()).rehearseImport(desk, input),

    async close() {
      await forms.close()
      await inboxes.close()
      for (const { stop } of running.values()) stop.abort()
      await Promise.all([...running.values()].map(({ over }) => over))
      await uploads.close()
    },
  }
}
