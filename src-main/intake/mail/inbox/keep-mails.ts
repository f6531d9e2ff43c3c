import { createHash } from 'node:crypto'
import { DeskError, type InboxSettings, type MailReason } from '../../../contract/index.ts'
import type { Desk } from '../../../desk/context.ts'
import { takeInMails } from '../../../desk/take-in-mails.ts'
import type { IncomingMail } from '../../incoming.ts'
import type { MailContext, ReadIncoming } from '../incoming-mail.ts'
import { accountOf, ownAddressesOf } from '../own-addresses.ts'
import type { FetchedMail } from './fetch-mails.ts'
import type { InboxMark, StoredInbox } from './stored-inbox.ts'

interface Batch {
  mark: InboxMark
  toMark: boolean
}

/** What it takes to judge the mails of an inbox, as it is now: templates and settings may have changed since the last ones. */
export async function contextOf(
  desk: Desk,
  { takes, user, ownAddresses: named }: Pick<InboxSettings, 'takes' | 'user' | 'ownAddresses'>,
  mailbox: string,
): Promise<MailContext> {
  const { country, timeZone } = await desk.store.settings()
  const templates = await desk.store.templates()
  // An inbox that is being set up is none of the team's yet.
  const ownAddresses = [...named, ...accountOf(user), ...(await ownAddressesOf(desk))]
  return { homeCountry: country, timeZone, now: desk.clock.now(), takes, ownAddresses, templates, mailbox }
}

/** Judges a mail. Whatever goes wrong, it comes out: into the tray when nothing better is known. */
export async function judge(
  desk: Desk,
  readIncoming: ReadIncoming,
  context: MailContext,
  { uid, raw, isCut }: FetchedMail,
): Promise<IncomingMail> {
  const mail = await readIncoming(raw, context, { uid, place: null }).catch((cause: unknown) => {
    desk.log.error('a mail could not be read', cause, { mailbox: context.mailbox, uid })
    return unread(context.mailbox, uid, raw, 'unreadable')
  })
  // What no lead is by its headers stays none; for a lead, the rest might have said otherwise.
  return isCut && mail.verdict !== 'ignored' ? waiting(mail, 'too-large') : mail
}

/** A mail that waits in the tray, with what was read of it but without its leads. */
export const waiting = (mail: IncomingMail, reason: MailReason): IncomingMail => ({
  ...mail,
  verdict: 'review',
  reason,
  leads: [],
})

/** A mail of which nothing is known but its bytes. */
export function unread(mailbox: string, uid: number | null, raw: Buffer, reason: MailReason): IncomingMail {
  return {
    key: createHash('sha256').update(mailbox).update('\0').update(raw).digest('hex'),
    uid,
    place: null,
    messageId: null,
    sentAt: null,
    from: null,
    subject: null,
    verdict: 'review',
    reason,
    reading: null,
    templateId: null,
    raw,
    leads: [],
  }
}

/**
 * Saves mails, lowest number first, with their leads and the inbox's mark. One mail that can't be saved never holds up the others: it is
 * tried alone, then goes to the tray without its leads. What fails even so is not the mail's fault, and is thrown.
 */
export async function keepMails(desk: Desk, inbox: StoredInbox, mails: readonly IncomingMail[], batch: Batch): Promise<void> {
  const { id: inboxId, sourceId } = inbox
  const common = { sourceId, inboxId, batchId: null, actor: 'desk', route: inbox.settings.route, ...batch }
  try {
    await takeInMails(desk, { ...common, mails })
  } catch (cause) {
    if (cause instanceof DeskError || mails.length === 0) throw cause
    if (mails.length === 1) {
      desk.log.error('a mail could not be saved with its leads', cause, { inbox: inboxId, uid: mails[0]?.uid })
      await takeInMails(desk, { ...common, mails: mails.map((mail) => ({ ...waiting(mail, 'unreadable'), reading: null })) })
      return
    }
    for (const mail of mails) {
      const mark = { ...batch.mark, lastUid: mail.uid ?? batch.mark.lastUid }
      await keepMails(desk, inbox, [mail], { ...batch, mark })
    }
    await keepMails(desk, inbox, [], batch)
  }
}
