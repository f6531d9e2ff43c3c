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
import type { RehearseRows } from '../desk/simulate-file.ts'

/** What intake does for those who call over the wire. `start.ts` hands it in: the wire knows the desk only. */
export interface IntakeDoor {
  beginUpload(input: { name: string; bytes: number }): Promise<{ uploadId: UploadId }>
  appendUpload(input: { uploadId: UploadId; offset: number; base64: string }): Promise<{ bytes: number }>
  look(input: { uploadId: UploadId; options: FileOptions }): Promise<FileLook>
  check(input: { uploadId: UploadId; options: FileOptions }): Promise<FileCheck>
  rehearse(input: { uploadId: UploadId; options: ImportOptions }): Promise<ImportReport>
  rehearseRows: RehearseRows
  startImport(input: { uploadId: UploadId; options: ImportOptions; actor: string }): Promise<{ batchId: BatchId }>
  cancel(input: { batchId: BatchId }): Promise<void>
  report(input: { batchId: BatchId }): Promise<Batch & { report: ImportReport }>
  leftOut(input: { batchId: BatchId }): Promise<{ name: string; text: string }>
  undo(input: { batchId: BatchId; actor: string }): Promise<{ removed: number; kept: number }>
  importReps(input: { file: string; text: string; actor: string }): Promise<{ added: number; updated: number }>
  importAccounts(input: { file: string; text: string; actor: string }): Promise<{ added: number; updated: number }>
  leadsCsv(input: { filter: LeadFilter }): Promise<{ name: string; csv: string }>
}

/** A desk at work, as the wire serves it. */
export interface ServedDesk {
  readonly desk: Desk
  readonly intake: IntakeDoor
  readonly dataFolder: string
  readonly isDemo: boolean
}

/** Who calls, and from where. Given by the transport, never by the caller. */
export interface Caller {
  /** As events name them: `manager`, `command line`, `program`. */
  readonly actor: string
  readonly runsIn: 'window' | 'browser'
}

/** What every handler is given beside its input. */
export interface WireContext extends Caller {
  readonly served: ServedDesk
}
