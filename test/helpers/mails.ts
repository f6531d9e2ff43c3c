import type { MailVerdict } from '../../src-main/contract/index.ts'
import type { Desk } from '../../src-main/desk/context.ts'
import { takeInMails } from '../../src-main/desk/take-in-mails.ts'
import type { IncomingMail, MailTaken } from '../../src-main/store/port-arrivals.ts'
import { anIncomingLead } from './desk-records.ts'

/** A mail as intake judged it: a lead of its own unless its verdict is said. */
export function aMail(given: Partial<IncomingMail> & { verdict?: MailVerdict } = {}): IncomingMail {
  const number = nextMail++
  const key = given.key ?? `mail-${number}`
  const verdict = given.verdict ?? 'lead'
  const email = `person${number}@example.org`
  return {
    key,
    uid: null,
    place: null,
    messageId: `<${number}@example.org>`,
    sentAt: null,
    from: { name: `Person ${number}`, address: email },
    subject: 'A question',
    verdict,
    reason: verdict === 'lead' ? null : verdict === 'review' ? 'person' : 'newsletter',
    reading: null,
    templateId: null,
    raw: Buffer.from(`From: ${email}\r\nSubject: A question\r\n\r\nHello ${number}\r\n`),
    leads:
      verdict === 'lead'
        ? [anIncomingLead({ name: `Person ${number}`, email }, { key: `${key}#1`, raw: null, rawKind: 'mail' })]
        : [],
    ...given,
  }
}
let nextMail = 1

/** Into a source of its own. */
export async function takeInMail(desk: Desk, mail: IncomingMail): Promise<MailTaken> {
  const sourceId = await desk.store.openSource('Sales inbox', 'mail', desk.clock.now())
  const [taken] = await takeInMails(desk, { sourceId, inboxId: null, batchId: null, actor: 'desk', route: 'now', mails: [mail] })
  if (taken === undefined) throw new Error('the store answered for no mail')
  return taken
}
