import type {
  Batch,
  BatchId,
  EpochMs,
  Form,
  FormId,
  ImportRoute,
  InboxId,
  InboxSettings,
  InboxTrouble,
  LeadDraft,
  LeadId,
  LeadStatus,
  MailId,
  MailReading,
  MailReason,
  MailVerdict,
  PostAnswer,
  RepId,
  RowProblem,
  SourceId,
  TemplateId,
} from '../contract/index.ts'
import type { Router } from './port-shapes.ts'

/** The shapes of what comes in through the port and is kept: leads, mails, posts, files. */

/** A draft with what intake found out about it. */
export interface IncomingLead {
  draft: LeadDraft
  /** The same thing arriving twice carries the same key, and is one lead (R31). Unique within its source. */
  key: string
  raw: string | null
  rawKind: 'csv' | 'mail' | 'form' | 'hand'
  /** Line of the file it came from. */
  line: number | null
  isFreeMail: boolean
  /** Lower-cased, provider's dots and tags folded (R30); null without an e-mail. */
  emailKey: string | null
  /** True for info@, sales@ and the like: never merged by themselves. */
  isSharedEmail: boolean
  /** E.164; null when it could not be read. */
  phoneKey: string | null
  /** Folded name for telling one phone's owners apart; null without a name. */
  nameKey: string | null
  /** Company's registrable domain from e-mail or website, never a free-mail one; null when unknown. */
  domainKey: string | null
  timeZone: string | null
  /** For `owner-column`: the rep the file names; `unknown` when it names nobody the desk knows. */
  owner: RepId | 'unknown' | null
}

export interface TakeIn {
  sourceId: SourceId
  batchId: BatchId | null
  at: EpochMs
  actor: string
  route: ImportRoute
  /** With `trickle`: leads an hour. */
  perHour?: number
  /** Old leads start clocks too (R27). */
  startOldClocks?: boolean
  leads: readonly IncomingLead[]
  router: Router
  /** How long after its last sign of life a lead with the same key is the same lead. */
  duplicateWindowMs: number
  /**
   * Saved with the leads, so that a crash never parts them. `bytesRead`, `rows` and `leftOut` are totals since the batch began;
   * `problems` are those found since the last call.
   */
  progress?: {
    bytesRead: number
    rows: number
    leftOut: number
    problems: readonly StoredProblem[]
  }
}

export type TakenIn =
  | { outcome: 'added'; leadId: LeadId; status: LeadStatus; repId: RepId | null }
  | { outcome: 'matched'; leadId: LeadId }

/** A mail as intake judged it (R31). */
export interface IncomingMail {
  /** The same mail fetched twice carries the same key. Unique within its source. */
  key: string
  /** Its number in the folder; null for one from a file. */
  uid: number | null
  /** Its file, or its number in the mailbox, for reports of a file import; null for one of an inbox. */
  place: string | null
  messageId: string | null
  sentAt: EpochMs | null
  from: { name: string | null; address: string } | null
  subject: string | null
  verdict: MailVerdict
  reason: MailReason | null
  reading: MailReading | null
  /** Template it was read by. */
  templateId: TemplateId | null
  raw: Uint8Array
  /** With `verdict: 'lead'` one or more, else none. Their `raw` is null: the mail has it. */
  leads: readonly IncomingLead[]
}

/** Where an inbox has got to: the folder's UIDVALIDITY and the highest number that was read. */
export interface InboxMark {
  uidValidity: string
  lastUid: number
}

export interface MailsTakeIn extends Omit<TakeIn, 'leads'> {
  inboxId: InboxId | null
  mails: readonly IncomingMail[]
  /** Saved with the mails, so that a crash never parts them. */
  mark?: InboxMark
  /** Those that are leads or wait in the tray are still to be marked or moved on the server (`mailsToMark`). */
  toMark?: boolean
}

/** What became of a mail. Of one known before, `isKnown`, and what became of it then. */
export interface MailTaken {
  mailId: MailId
  isKnown: boolean
  verdict: MailVerdict
  leads: readonly TakenIn[]
}

/** An inbox as it is kept; the secret lies elsewhere, under `inbox-<id>`. */
export interface StoredInbox {
  id: InboxId
  sourceId: SourceId
  settings: InboxSettings
  mark: InboxMark | null
  trouble: (InboxTrouble & { at: EpochMs }) | null
  lastMailAt: EpochMs | null
  leads: number
  review: number
  ignored: number
}

export interface StoredForm extends Omit<Form, 'lastRefusal'> {
  /** SHA-256 of the key, hexadecimal. */
  keyHash: string
}

/** One post to a form. */
export interface Post extends Omit<TakeIn, 'leads' | 'sourceId' | 'batchId' | 'progress'> {
  formId: FormId
  /** The caller's Idempotency-Key, or a random one. */
  key: string
  /** SHA-256 of what was posted: the same key with another body is refused. */
  bodyHash: string
  /** What tells the sender's device from others without naming it; null when not known. */
  device: string | null
  lead: IncomingLead
}

export type PostTaken = TakenIn | { outcome: 'repeated'; first: PostAnswer } | { outcome: 'differs' }

/** What would happen, batch after batch: later ones see the leads and turns of earlier ones. Leads get no id (null). */
export interface Rehearsal {
  takeIn(batch: TakeIn): Promise<{ outcome: 'added' | 'matched'; status: LeadStatus | null; repId: RepId | null }[]>
  /** Tries what waits on the desk by these rules, as their publishing would. */
  drain(router: Router): Promise<void>
}

/** A problem with the row it is about, kept so that the rows left out can be handed back. */
export interface StoredProblem extends RowProblem {
  /** The row's cells, when it was left out. */
  cells: readonly string[] | null
}

export interface BatchStart {
  sourceId: SourceId
  file: string
  bytes: number
  at: EpochMs
  actor: string
  encoding: string
  delimiter: string
  /** Header and the field it fills, in the file's order. */
  columns: readonly { header: string; field: string | null }[]
}

export interface BatchDetail {
  batch: Batch
  encoding: string
  delimiter: string
  columns: readonly { header: string; field: string | null }[]
  problems: readonly RowProblem[]
  /** Mails that are no leads, by their place in the file. */
  ignoredMails: readonly { message: string; reason: MailReason }[]
  byRep: Readonly<Record<string, number>>
}
