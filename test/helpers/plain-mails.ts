import { createHash } from 'node:crypto'
import { emptyDraft } from '../../src-main/desk/empty-draft.ts'
import { identifyLead } from '../../src-main/desk/identify-lead.ts'
import type { ReadIncoming } from '../../src-main/intake/mail/incoming-mail.ts'

/** A mail as a website's form sends it. */
export function aFormMail(number: number, rest = ''): string {
  return [
    'From: "Website" <form@shop.example>',
    'To: anna@example.org',
    `Subject: Contact request ${number}`,
    `Message-ID: <form-${number}@shop.example>`,
    'Date: Mon, 02 Nov 2026 10:00:00 +0000',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Name: Lead Number${number}`,
    `Email: lead${number}@customer${number}.example`,
    `Message: I would like an offer. ${rest}`,
    '',
  ].join('\r\n')
}

/** A mail that is no lead for sure. */
export const aPlainMail = (number: number): string =>
  `From: friend@home.example\r\nSubject: Lunch ${number}?\r\nMessage-ID: <plain-${number}@home.example>\r\n\r\nAt noon?\r\n`

/**
 * Reads just these two, so that tests of inboxes stand on nothing but inboxes: what a real mail means is proved elsewhere. One that says
 * "poison" throws.
 */
export const readPlainly: ReadIncoming = async (raw, { mailbox, homeCountry }, { uid, place }) => {
  const text = raw.toString('latin1')
  if (text.includes('poison')) throw new Error('this mail breaks its reader')
  const value = (label: string): string | null => new RegExp(`^${label}: ([^\\r\\n]*)`, 'mi').exec(text)?.[1] ?? null
  const [name, email, messageId] = [value('Name'), value('Email'), value('Message-ID')]
  const key = createHash('sha256').update(`${mailbox}\0${messageId}\0`).update(raw).digest('hex')
  const address = /<([^>]*)>/.exec(value('From') ?? '')?.[1] ?? value('From') ?? 'nobody@nowhere.example'
  const isLead = name !== null && email !== null
  const draft = { ...emptyDraft(), name, email, country: homeCountry }
  return {
    key,
    uid,
    place,
    messageId,
    sentAt: null,
    from: { name: null, address },
    subject: value('Subject'),
    verdict: isLead ? 'lead' : 'review',
    reason: isLead ? null : 'person',
    reading: null,
    templateId: null,
    raw,
    leads: isLead ? [identifyLead(draft, { key: `${key}:0`, raw: null, rawKind: 'mail', line: null, owner: null })] : [],
  }
}
