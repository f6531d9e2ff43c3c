import { IGNORED_REASONS, type MailReason, type MailVerdict } from '../../contract/index.ts'
import type { IncomingMail } from '../incoming.ts'
import { leadOfReading } from './draft-of-reading.ts'
import type { MailContext, ReadIncoming } from './incoming-mail.ts'
import { isOwnAddress, judgeMail, OUTWEIGHED } from './judge-mail.ts'
import type { Mail } from './mail.ts'
import { mailKey } from './mail-key.ts'
import { parseMail } from './parse-mail.ts'
import type { ParsedMail } from './parsers.ts'
import { readMail } from './read-mail.ts'
import { CUT_BYTES, MOST_MAIL_BYTES } from './sizes.ts'

const DAY_MS = 86_400_000

export const readIncoming: ReadIncoming = async (raw, context, where) => {
  const isTooLarge = raw.length > MOST_MAIL_BYTES
  const mail = await readMail(isTooLarge ? Buffer.from(raw.subarray(0, CUT_BYTES)) : raw)
  const key = mailKey(mail, context.mailbox)
  const judged = judgeMail(mail, context.ownAddresses)
  // What reads as anything must not be read: a bounce holds the mail it gives back.
  const parsed =
    judged === null || OUTWEIGHED.has(judged) || judged === 'forwarded' ? await parseMail(mail, context.templates) : null
  const settled = settle(judged, parsed, context.takes, context.ownAddresses, isToItself(mail))
  const { verdict, reason }: Settled =
    isTooLarge && settled.verdict !== 'ignored' ? { verdict: 'review', reason: 'too-large' } : settled
  const { messageId, sentAt, from, subject } = mail
  return {
    ...where,
    key,
    messageId,
    sentAt,
    from,
    subject,
    verdict,
    reason,
    reading: verdict === 'ignored' ? null : (parsed?.reading ?? null),
    templateId: verdict === 'lead' ? (parsed?.templateId ?? null) : null,
    raw: mail.raw,
    leads: verdict === 'lead' && parsed !== null ? leadsOf(mail, parsed, context, key) : [],
  }
}

interface Settled {
  verdict: MailVerdict
  reason: MailReason | null
}
const review = (reason: MailReason): Settled => ({ verdict: 'review', reason })
const ignored = (reason: MailReason): Settled => ({ verdict: 'ignored', reason })
const isIgnored = (reason: MailReason): boolean => (IGNORED_REASONS as readonly MailReason[]).includes(reason)

/**
 * What becomes of a mail. A portal or form that is known for sure outweighs headers of bulk mail; label lines alone bring such a mail before a person,
 * and so does a mark as spam. `takes` decides on what is left.
 */
export function settle(
  judged: MailReason | null,
  parsed: ParsedMail | null,
  takes: MailContext['takes'],
  own: readonly string[],
  isToSender = false,
): Settled {
  if (judged !== null && !OUTWEIGHED.has(judged)) return isIgnored(judged) ? ignored(judged) : review(judged)
  const doubt = parsed === null ? 'unsure' : parsed.doubt
  if (doubt !== null && isIgnored(doubt)) return ignored(doubt)
  if (judged !== null) {
    if (parsed === null || doubt !== null || !namesStranger(parsed, own)) return ignored(judged)
    // A site that posts by the team's own account writes from it to itself.
    const isOwnForm = judged === 'own-mail' && isToSender
    if (judged === 'spam' || (parsed.reading.parser === 'labels' && !isOwnForm)) return review('unsure')
  }
  if (takes === 'review') return review(doubt ?? 'wanted')
  if (doubt === null || (doubt === 'person' && takes === 'people')) return { verdict: 'lead', reason: null }
  return review(doubt)
}

const isToItself = ({ from, to }: Mail): boolean => to.some(({ address }) => address !== '' && address === from?.address)

/** Labels of an imprint or a signature give an address and a telephone, and nobody's name, or one of the team. */
function namesStranger({ reading }: ParsedMail, own: readonly string[]): boolean {
  return reading.leads.some((fields) => {
    const value = (name: string): string | undefined => fields.find(({ field }) => field === name)?.value
    if (isOwnAddress((value('email') ?? '').toLowerCase(), own)) return false
    return reading.parser !== 'labels' || (value('name') ?? value('lastName')) !== undefined
  })
}

function leadsOf(mail: Mail, { reading }: ParsedMail, context: MailContext, key: string): IncomingMail['leads'] {
  const { homeCountry: country, timeZone, now } = context
  // Nobody receives what will be written tomorrow: the sender's clock is wrong.
  const sentAt = mail.sentAt !== null && mail.sentAt <= now + DAY_MS ? mail.sentAt : null
  return reading.leads.map((fields, index) => leadOfReading(fields, { country, timeZone, now, sentAt }, `${key}#${index + 1}`))
}
