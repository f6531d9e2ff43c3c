import {
  DeskError,
  type EpochMs,
  type InboxId,
  type LeadId,
  type MailCard,
  type MailId,
  type MailPage,
  type MailReading,
  type MailVerdict,
  type SourceId,
  type TemplateId,
} from '../../contract/index.ts'
import { mailReasonCode, verdictCode } from '../codes.ts'
import type { Ground } from '../ground.ts'
import type { IncomingLead, IncomingMail, MailsTakeIn, MailTaken, TakeIn, TakenIn } from '../port-arrivals.ts'
import type { Step } from '../port-shapes.ts'
import { MAIL_COLUMNS, type MailRow } from './mail-book.ts'
import { takeIn } from './take-in.ts'

const [LEAD, REVIEW, IGNORED] = [verdictCode.number('lead'), verdictCode.number('review'), verdictCode.number('ignored')]

/**
 * Keeps mails and takes in their leads, inside the transaction under way; a mail the source knows is not taken twice (R31). `bytes`: theirs,
 * packed.
 */
export function takeInMails(ground: Ground, { mails, ...batch }: MailsTakeIn, bytes: readonly Uint8Array[]): MailTaken[] {
  const leads: IncomingLead[] = []
  const kept = mails.map((mail, index) => {
    const known = ground.mails.find(batch.sourceId, mail.key)
    if (known !== undefined) return knownMail(ground, batch, mail, known)
    const own = bytes[index]
    if (own === undefined) throw new Error('a mail came without its bytes')
    const mailId = ground.mails.add(batch, mail, own)
    const first = leads.length
    if (mail.verdict === 'lead') leads.push(...mail.leads)
    if (mail.verdict === 'review') tellHeld(ground, batch, mail, mailId)
    return { mailId, isKnown: false, verdict: mail.verdict, leads: [] as TakenIn[], first, count: leads.length - first }
  })
  const taken = takeIn(ground, { ...batch, leads })
  const answers = kept.map(({ first, count, ...mail }): MailTaken => {
    const own = taken.slice(first, first + count)
    for (const { leadId } of own) ground.mails.link(mail.mailId, leadId)
    return mail.isKnown ? mail : { ...mail, leads: own }
  })
  countMails(ground, batch, answers)
  if (batch.inboxId !== null) {
    countForInbox(ground, batch.inboxId, batch.at, answers)
    if (batch.mark !== undefined) markInbox(ground, batch.inboxId, batch.mark)
  }
  countUses(ground, mails, answers)
  return answers
}

type Common = Omit<MailsTakeIn, 'mails'>

function knownMail(
  ground: Ground,
  batch: Common,
  mail: IncomingMail,
  known: { id: MailId; verdict: number },
): MailTaken & { first: number; count: number } {
  if (batch.toMark === true && known.verdict !== IGNORED)
    ground.mails.seenAgain(known.id, mail.uid, batch.mark?.uidValidity ?? null)
  const leads = ground.mails.leadsOf(known.id).map((leadId): TakenIn => ({ outcome: 'matched', leadId }))
  return { mailId: known.id, isKnown: true, verdict: verdictCode.word(known.verdict), leads, first: 0, count: 0 }
}

function tellHeld(ground: Ground, batch: Common, mail: IncomingMail, mailId: MailId): void {
  const { at, actor, sourceId } = batch
  const data = { mailId, sourceId, from: mail.from?.address ?? null, subject: mail.subject, reason: mail.reason }
  ground.events.append({ type: 'mail-held', at, actor, data })
}

/** What the takings of leads have not counted yet: mails for the tray, mails of no lead, and those known before. */
function countMails(ground: Ground, { batchId }: Common, mails: readonly MailTaken[]): void {
  if (batchId === null) return
  const of = (verdict: MailVerdict): number => mails.filter((mail) => mail.verdict === verdict).length
  const known = mails.filter((mail) => mail.isKnown && mail.verdict === 'lead')
  const matched = known.reduce((sum, mail) => sum + Math.max(1, mail.leads.length), 0)
  ground.db
    .prepare('update batches set matched = matched + ?, review = review + ?, ignored = ignored + ? where id = ?')
    .run(matched, of('review'), of('ignored'), batchId)
}

function countForInbox(ground: Ground, inboxId: InboxId, at: EpochMs, mails: readonly MailTaken[]): void {
  const fresh = mails.filter((mail) => !mail.isKnown)
  if (fresh.length === 0) return
  const of = (verdict: MailVerdict): number => fresh.filter((mail) => mail.verdict === verdict).length
  ground.db
    .prepare(
      'update inboxes set leads = leads + ?, review = review + ?, ignored = ignored + ?, last_mail_at = max(coalesce(last_mail_at, 0), ?) where id = ?',
    )
    .run(of('lead'), of('review'), of('ignored'), at, inboxId)
}

export function markInbox(ground: Ground, inboxId: InboxId, mark: { uidValidity: string; lastUid: number }): void {
  ground.db.prepare('update inboxes set uid_validity = ?, last_uid = ? where id = ?').run(mark.uidValidity, mark.lastUid, inboxId)
}

function countUses(ground: Ground, mails: readonly IncomingMail[], answers: readonly MailTaken[]): void {
  const use = ground.db.prepare('update mail_templates set uses = uses + 1 where id = ?')
  for (const [index, mail] of mails.entries())
    if (mail.templateId !== null && answers[index]?.isKnown === false) use.run(mail.templateId)
}

export function mailsToMark(ground: Ground, inboxId: InboxId, uidValidity: string, limit: number): number[] {
  return ground.db
    .prepare<[number, string, number], number>(
      'select uid from mails where inbox_id = ? and to_mark = 1 and uid_validity = ? and uid is not null order by uid limit ?',
    )
    .pluck()
    .all(inboxId, uidValidity, limit)
}

export function mailsMarked(ground: Ground, inboxId: InboxId, uidValidity: string, uids: readonly number[]): void {
  const mark = ground.db.prepare(
    'update mails set to_mark = 0 where inbox_id = ? and to_mark = 1 and uid = ? and uid_validity = ?',
  )
  for (const uid of uids) mark.run(inboxId, uid, uidValidity)
}

export function knownMails(
  ground: Ground,
  sourceId: SourceId,
  keys: readonly string[],
): ({ verdict: MailVerdict; leads: number } | null)[] {
  return keys.map((key) => {
    const known = ground.mails.find(sourceId, key)
    return known === undefined ? null : { verdict: verdictCode.word(known.verdict), leads: ground.mails.leadsOf(known.id).length }
  })
}

export function mailPage(
  ground: Ground,
  filter: { verdict?: MailVerdict | undefined; inboxId?: InboxId | undefined },
  after: string | null,
  limit: number,
): MailPage {
  const before = after === null ? Number.MAX_SAFE_INTEGER : Number(after)
  if (!Number.isSafeInteger(before)) throw new DeskError('bad-input', { field: 'after', reason: 'not a place in this list' })
  const wanted = ['mails.id < ?']
  const values: number[] = [before]
  if (filter.verdict !== undefined) {
    wanted.push('verdict = ?')
    values.push(verdictCode.number(filter.verdict))
  }
  if (filter.inboxId !== undefined) {
    wanted.push('inbox_id = ?')
    values.push(filter.inboxId)
  }
  const rows = ground.db
    .prepare<unknown[], MailRow>(
      `select ${MAIL_COLUMNS} from mails join sources on sources.id = source_id where ${wanted.join(' and ')} order by mails.id desc limit ?`,
    )
    .all(...values, limit + 1)
  return {
    mails: rows.slice(0, limit).map((row) => ground.mails.cardOf(row)),
    next: rows.length > limit ? String(rows[limit - 1]?.id) : null,
  }
}

/** Newest first. */
export function mailsOfLead(ground: Ground, leadId: LeadId): MailCard[] {
  return ground.db
    .prepare<[number], MailRow>(
      `select ${MAIL_COLUMNS} from mail_leads join mails on mails.id = mail_id join sources on sources.id = source_id
       where lead_id = ? order by mails.id desc limit 200`,
    )
    .all(leadId)
    .map((row) => ground.mails.cardOf(row))
}

function mailOf(ground: Ground, mailId: MailId): MailRow {
  const row = ground.mails.read(mailId)
  if (row === undefined) throw new DeskError('mail-not-found', { id: mailId })
  return row
}

export function readMail(
  ground: Ground,
  mailId: MailId,
): { card: MailCard; reading: MailReading | null; raw: Uint8Array | null } {
  const row = mailOf(ground, mailId)
  const reading = row.reading === null ? null : (JSON.parse(row.reading) as MailReading)
  return { card: ground.mails.cardOf(row), reading, raw: ground.mails.raw(mailId) }
}

export function acceptMail(
  ground: Ground,
  mailId: MailId,
  reading: MailReading,
  templateId: TemplateId | null,
  isByHand: boolean,
  batch: TakeIn,
): TakenIn {
  const row = mailOf(ground, mailId)
  if (row.verdict === LEAD) throw new DeskError('mail-settled', { id: mailId, verdict: 'lead' })
  const taken = takeIn(ground, batch)
  const [first] = taken
  if (first === undefined) throw new Error('a mail was accepted without a lead')
  for (const { leadId } of taken) ground.mails.link(mailId, leadId)
  ground.db
    .prepare('update mails set verdict = ?, reason = null, is_by_hand = ?, template_id = ?, reading = ? where id = ?')
    .run(LEAD, isByHand ? 1 : 0, templateId, JSON.stringify(reading), mailId)
  if (templateId !== null && !isByHand)
    ground.db.prepare('update mail_templates set uses = uses + 1 where id = ?').run(templateId)
  if (row.verdict === REVIEW) ground.mails.changeTray(-1)
  recount(ground, row, LEAD)
  tellSettled(
    ground,
    mailId,
    'lead',
    taken.map(({ leadId }) => leadId),
    batch,
  )
  return first
}

/** Those of the tray; one that is settled already is passed over. */
export function dismissMails(ground: Ground, mailIds: readonly MailId[], step: Step): void {
  const set = ground.db.prepare('update mails set verdict = ?, reason = ?, is_by_hand = 1, arrived_at = ? where id = ?')
  for (const mailId of mailIds) {
    const row = mailOf(ground, mailId)
    if (row.verdict !== REVIEW) continue
    // Its 30 days begin now.
    set.run(IGNORED, mailReasonCode.number('by-hand'), step.at, mailId)
    ground.mails.changeTray(-1)
    recount(ground, row, IGNORED)
    tellSettled(ground, mailId, 'ignored', [], step)
  }
}

export function reopenMails(ground: Ground, mailIds: readonly MailId[], step: Step): void {
  const set = ground.db.prepare('update mails set verdict = ?, reason = ?, is_by_hand = 1 where id = ?')
  for (const mailId of mailIds) {
    const row = mailOf(ground, mailId)
    if (row.verdict === LEAD) throw new DeskError('mail-settled', { id: mailId, verdict: 'lead' })
    if (row.verdict === REVIEW) continue
    set.run(REVIEW, mailReasonCode.number('wanted'), mailId)
    ground.mails.changeTray(1)
    recount(ground, row, REVIEW)
    tellSettled(ground, mailId, 'review', [], step)
  }
}

const COLUMN_OF = { [LEAD]: 'leads', [REVIEW]: 'review', [IGNORED]: 'ignored' } as Record<number, string>

/** Moves the mail from one count of its inbox to another. */
function recount(ground: Ground, row: MailRow, verdict: number): void {
  if (row.inbox_id === null) return
  const [from, to] = [COLUMN_OF[row.verdict], COLUMN_OF[verdict]]
  ground.db.prepare(`update inboxes set ${from} = ${from} - 1, ${to} = ${to} + 1 where id = ?`).run(row.inbox_id)
}

function tellSettled(ground: Ground, mailId: MailId, verdict: MailVerdict, leadIds: LeadId[], { at, actor }: Step): void {
  ground.events.append({ type: 'mail-settled', at, actor, data: { mailId, verdict, leadIds } })
}

export function trayOf(ground: Ground, sender: string): MailId[] {
  return ground.db
    .prepare<[string], MailId>(`select id from mails where verdict = ${REVIEW} and from_address = ? order by id`)
    .pluck()
    .all(sender)
}

export function forgetIgnored(ground: Ground, before: EpochMs, limit: number): number {
  return ground.db
    .prepare(
      `update mails set raw = null where id in (
         select id from mails indexed by mails_to_forget where verdict = 2 and raw is not null and arrived_at < ? order by arrived_at limit ?)`,
    )
    .run(before, limit).changes
}

/** Mails of an import that was taken back leave with it; those of leads that stay, stay. */
export function removeMailsOf(ground: Ground, batchId: number): void {
  const going = `select id from mails where batch_id = ? and is_by_hand = 0 and not exists (
    select 1 from mail_leads join leads on leads.id = lead_id where mail_id = mails.id and leads.batch_id = mails.batch_id)`
  ground.db.prepare(`delete from mail_leads where mail_id in (${going})`).run(batchId)
  ground.db.prepare(`delete from mails where id in (${going})`).run(batchId)
  ground.mails.forget()
}
