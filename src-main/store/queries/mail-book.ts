import type { Database, Statement } from 'better-sqlite3'
import { promisify } from 'node:util'
import { deflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib'
import type { EpochMs, InboxId, LeadId, MailCard, MailId, SourceId } from '../../contract/index.ts'
import { hashOf, mailReasonCode, verdictCode } from '../codes.ts'
import type { IncomingMail, MailsTakeIn } from '../port-arrivals.ts'

/** A mail without its bytes. */
export interface MailRow {
  id: MailId
  source_id: SourceId
  source: string
  inbox_id: InboxId | null
  batch_id: MailCard['batchId']
  key: string
  sent_at: EpochMs
  arrived_at: EpochMs
  from_name: string | null
  from_address: string | null
  subject: string | null
  verdict: number
  reason: number | null
  is_by_hand: number
  reading: string | null
}

export const MAIL_COLUMNS = `mails.id, source_id, sources.name as source, inbox_id, batch_id, key, sent_at, arrived_at, from_name, from_address,
  subject, verdict, reason, is_by_hand, reading`

const REVIEW = verdictCode.number('review')
/** Longer subjects and names are cut: they are shown in lists, and the mail itself is kept whole. */
const MOST_LETTERS = 1_000

/** Packed on the spot. A mail of 25 MB takes most of a second. */
const SMALL_BYTES = 64 * 1024
const deflateBeside = promisify(deflateRaw)
/** A mail's bytes as they are kept; large ones are packed beside the event loop, before anything is locked. */
export const packed = async (raw: Uint8Array): Promise<Uint8Array> =>
  raw.length <= SMALL_BYTES ? deflateRawSync(raw) : deflateBeside(raw)

/** The statements used for every mail, and the size of the tray, which every listener is told. */
export class MailBook {
  readonly #known: Statement<[number], { id: MailId; source_id: SourceId; key: string; verdict: number }>
  readonly #insert: Statement<unknown[], unknown>
  readonly #link: Statement<[number, number], unknown>
  readonly #leadsOf: Statement<[number], LeadId>
  readonly #read: Statement<[number], MailRow>
  readonly #raw: Statement<[number], Buffer | null>
  readonly #again: Statement<[number | null, string | null, number], unknown>
  readonly #inTray: Statement<[], number>
  #tray: number | null = null

  constructor(db: Database) {
    this.#known = db.prepare('select id, source_id, key, verdict from mails where key_hash = ?')
    this.#insert = db.prepare(
      `insert into mails (source_id, inbox_id, batch_id, key_hash, key, uid, uid_validity, to_mark, place, message_id, sent_at, arrived_at,
         from_name, from_address, subject, verdict, reason, template_id, reading, raw)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#link = db.prepare('insert or ignore into mail_leads (lead_id, mail_id) values (?, ?)')
    this.#leadsOf = db.prepare<[number], LeadId>('select lead_id from mail_leads where mail_id = ? order by lead_id').pluck()
    this.#read = db.prepare(`select ${MAIL_COLUMNS} from mails join sources on sources.id = source_id where mails.id = ?`)
    this.#raw = db.prepare<[number], Buffer | null>('select raw from mails where id = ?').pluck()
    this.#again = db.prepare('update mails set uid = ?, uid_validity = ?, to_mark = 1 where id = ?')
    this.#inTray = db.prepare<[], number>(`select count(*) from mails where verdict = ${REVIEW}`).pluck()
  }

  /** Mails that wait for a person. */
  inTray(): number {
    return (this.#tray ??= this.#inTray.get() ?? 0)
  }

  /** What was not counted yet is counted whole when it is asked for. */
  changeTray(by: number): void {
    if (this.#tray !== null) this.#tray += by
  }

  find(sourceId: SourceId, key: string): { id: MailId; verdict: number } | undefined {
    return this.#known.all(hashOf(`${sourceId}\n${key}`)).find((row) => row.source_id === sourceId && row.key === key)
  }

  /** `bytes`: the mail's, packed. */
  add(batch: Omit<MailsTakeIn, 'mails'>, mail: IncomingMail, bytes: Uint8Array): MailId {
    const { sourceId, inboxId, batchId, mark, toMark, at } = batch
    const added = this.#insert.run(
      sourceId,
      inboxId,
      batchId,
      hashOf(`${sourceId}\n${mail.key}`),
      mail.key,
      mail.uid,
      mail.uid === null ? null : (mark?.uidValidity ?? null),
      toMark === true && mail.verdict !== 'ignored' ? 1 : 0,
      mail.place,
      mail.messageId,
      mail.sentAt ?? at,
      at,
      cut(mail.from?.name ?? null),
      cut(mail.from?.address ?? null),
      cut(mail.subject),
      verdictCode.number(mail.verdict),
      mailReasonCode.numberOrNull(mail.reason),
      mail.templateId,
      mail.reading === null ? null : JSON.stringify(mail.reading),
      bytes,
    )
    if (mail.verdict === 'review') this.changeTray(1)
    return Number(added.lastInsertRowid) as MailId
  }

  /** It was fetched again under another number, and is to be marked under that. */
  seenAgain(mailId: MailId, uid: number | null, uidValidity: string | null): void {
    this.#again.run(uid, uidValidity, mailId)
  }

  link(mailId: MailId, leadId: LeadId): void {
    this.#link.run(leadId, mailId)
  }

  leadsOf(mailId: MailId): LeadId[] {
    return this.#leadsOf.all(mailId)
  }

  read(mailId: MailId): MailRow | undefined {
    return this.#read.get(mailId)
  }

  raw(mailId: MailId): Uint8Array | null {
    const raw = this.#raw.get(mailId) ?? null
    return raw === null ? null : inflateRawSync(raw)
  }

  cardOf(row: MailRow): MailCard {
    return {
      id: row.id,
      sourceId: row.source_id,
      source: row.source,
      inboxId: row.inbox_id,
      batchId: row.batch_id,
      sentAt: row.sent_at,
      arrivedAt: row.arrived_at,
      from: row.from_address === null ? null : { name: row.from_name, address: row.from_address },
      subject: row.subject,
      verdict: verdictCode.word(row.verdict),
      reason: mailReasonCode.wordOrNull(row.reason),
      isByHand: row.is_by_hand === 1,
      leadIds: this.leadsOf(row.id),
      parser: row.reading === null ? null : (JSON.parse(row.reading) as { parser: string }).parser,
    }
  }

  forget(): void {
    this.#tray = null
  }
}

const cut = (text: string | null): string | null => (text === null ? null : text.slice(0, MOST_LETTERS))
