import type {
  Batch,
  BatchId,
  FileCheck,
  FileKind,
  FileLook,
  FileOptions,
  Form,
  FormDoor,
  FormId,
  FormListening,
  FormSettings,
  ImportOptions,
  ImportReport,
  Inbox,
  InboxId,
  InboxServer,
  InboxSettings,
  InboxTest,
  Language,
  LeadDraft,
  LeadFilter,
  LeadId,
  MailDetail,
  MailId,
  MailImportOptions,
  MailPage,
  MailSample,
  MailTemplate,
  MailVerdict,
  PostAnswer,
  Seq,
  TemplateId,
  UploadId,
} from '../contract/index.ts'
import type { Desk } from '../desk/context.ts'
import type { EditedFields } from '../desk/edit-lead.ts'
import type { Seats } from '../desk/seats.ts'
import type { RehearseRows } from '../desk/simulate-file.ts'
import type { Connection } from './seat.ts'

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
  editFields(input: { leadId: LeadId; fields: EditedFields; actor: string }): Promise<Seq[]>
  leadsCsv(input: { filter: LeadFilter }): Promise<{ name: string; csv: string }>
  kind(input: { uploadId: UploadId }): Promise<{ kind: FileKind }>
  sampleMails(input: { uploadId: UploadId; options: MailImportOptions }): Promise<{ mails: MailSample[] }>
  startMailImport(input: { uploadId: UploadId; options: MailImportOptions; actor: string }): Promise<{ batchId: BatchId }>
  /** An upload that is whole, wherever it lies; `letGo` when nothing more is done with it. */
  uploaded(input: { uploadId: UploadId }): { path: string; name: string }
  letGo(input: { uploadId: UploadId }): Promise<void>
  readonly inboxes: InboxDoor
  readonly tray: TrayDoor
  readonly forms: FormsDoor
}

export interface InboxDoor {
  list(): Promise<Inbox[]>
  test(input: { server: InboxServer; secret?: string | undefined; inboxId?: InboxId | undefined }): Promise<InboxTest>
  sample(input: {
    settings: InboxSettings
    secret?: string | undefined
    inboxId?: InboxId | undefined
  }): Promise<{ mails: MailSample[] }>
  save(input: {
    inboxId?: InboxId | undefined
    settings: InboxSettings
    secret?: string | undefined
    actor: string
  }): Promise<{ inboxId: InboxId }>
  remove(input: { inboxId: InboxId; actor: string }): Promise<void>
  check(input: { inboxId: InboxId }): Promise<void>
}

export interface TrayDoor {
  page(input: {
    verdict?: MailVerdict | undefined
    inboxId?: InboxId | undefined
    after?: string | undefined
    limit: number
  }): Promise<MailPage>
  read(input: { mailId: MailId }): Promise<MailDetail>
  accept(input: { mailId: MailId; lead: Partial<LeadDraft>; keepTemplate: boolean; actor: string }): Promise<MailAccepted>
  dismiss(input: { mailIds: readonly MailId[]; actor: string }): Promise<void>
  reopen(input: { mailIds: readonly MailId[]; actor: string }): Promise<void>
  templates(): Promise<MailTemplate[]>
  removeTemplate(input: { templateId: TemplateId; actor: string }): Promise<void>
}

export interface MailAccepted extends PostAnswer {
  templateId: TemplateId | null
  others: number
}

export interface FormsDoor {
  list(): Promise<Form[]>
  save(input: {
    formId?: FormId | undefined
    settings: FormSettings
    actor: string
  }): Promise<{ formId: FormId; key: string | null }>
  newKey(input: { formId: FormId; actor: string }): Promise<{ key: string }>
  remove(input: { formId: FormId; actor: string }): Promise<void>
  door(): Promise<FormDoor>
  saveDoor(input: FormListening): Promise<FormDoor>
  /** `readBody` is called only when nothing before it speaks against the post. */
  post(head: PostHead, readBody: () => Promise<Buffer>): Promise<PostReply>
  /** Whether pages of that origin may post to the form of that path. */
  letsIn(path: string, origin: string): Promise<boolean>
}

/** A post as far as its head tells. */
export interface PostHead {
  path: string
  origin: string | null
  /** Of the socket, whatever headers say. */
  address: string
  userAgent: string | null
  /** Null when it may still stand in the body as `_key`. */
  key: string | null
  idempotencyKey: string | null
  contentType: string | null
}

export interface PostReply extends PostAnswer {
  isRepeat: boolean
  thanksUrl: string | null
}

/** A desk at work, as the wire serves it. */
export interface ServedDesk {
  readonly desk: Desk
  readonly intake: IntakeDoor
  readonly seats: Seats
  readonly dataFolder: string
  readonly isDemo: boolean
}

/** What only the program around a page can do for it. Handed in by the shell: the wire knows no windows. */
export interface ShellDoor {
  tell(notice: Notice): void
  badge(shown: { count: number; label: string }): void
  /** Null when the person chose no file. */
  savePdf(input: { name: string }): Promise<{ file: string | null }>
  speak(language: Language): void
  /** Ends the program and begins it again on the same desk, soon after the answer has left. */
  restart(): void
}

/** A notice of the system. */
export interface Notice {
  title: string
  body: string
  leadId: LeadId | null
  isUrgent: boolean
  isSilent: boolean
}

/** Who calls, and from where. Given by the transport, never by the caller. */
export interface Caller {
  /** As events name them while nobody has signed in: `manager`, `command line`, `program`. */
  readonly actor: string
  readonly runsIn: 'window' | 'browser'
  /** They hold the folder or the token for programs: whatever PINs there are, they may everything until they sign in as somebody. */
  readonly isTrusted?: true
  /** Absent for a browser and for the command line. */
  readonly shell?: ShellDoor
}

/** What every handler is given beside its input. */
export interface WireContext extends Caller {
  readonly served: ServedDesk
  readonly connection: Connection
}
