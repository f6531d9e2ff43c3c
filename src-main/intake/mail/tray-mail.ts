import {
  DeskError,
  type FieldReading,
  LEAD_FIELDS,
  type LeadDraft,
  type MailCard,
  type MailDetail,
  type MailId,
  type MailReading,
  type TemplateId,
} from '../../contract/index.ts'
import { acceptMail } from '../../desk/accept-mail.ts'
import type { Desk } from '../../desk/context.ts'
import { emptyDraft } from '../../desk/empty-draft.ts'
import { cleanTyped, identifyLead } from '../../desk/identify-lead.ts'
import { parseEmail } from '../../lib/emails.ts'
import { toE164 } from '../../lib/phones.ts'
import { draftOfReading, leadOfReading, type MailHabits } from './draft-of-reading.ts'
import { learnTemplate } from './learn-template.ts'
import type { Mail } from './mail.ts'
import { ownAddressesOf } from './own-addresses.ts'
import { valueOf } from './parsers/field.ts'
import { readIncoming } from './read-incoming.ts'
import { readMail } from './read-mail.ts'
import type { Accepted, AcceptInput } from './tray.ts'

const MOST_RAW = 1024 * 1024

async function habitsOf(desk: Desk, mail: Mail | null): Promise<MailHabits> {
  const { country, timeZone } = await desk.store.settings()
  return { country, timeZone, now: desk.clock.now(), sentAt: mail?.sentAt ?? null }
}

export async function readTrayMail(desk: Desk, mailId: MailId): Promise<MailDetail> {
  const { card, reading, raw } = await desk.store.readMail(mailId)
  const mail = raw === null ? null : await readMail(Buffer.from(raw))
  const [fields] = reading?.leads ?? []
  return {
    card,
    to: mail?.to.map((one) => ({ ...one })) ?? [],
    replyTo: mail?.replyTo.map((one) => ({ ...one })) ?? [],
    text: mail?.text ?? '',
    attachments: mail?.attachments.map(({ name, type, content }) => ({ name, type, bytes: content.length })) ?? [],
    reading,
    draft: fields === undefined ? null : draftOfReading(fields, await habitsOf(desk, mail)),
    raw: raw === null ? null : Buffer.from(raw).toString('utf8', 0, MOST_RAW),
    isRawCut: raw !== null && raw.length > MOST_RAW,
  }
}

export async function acceptTrayMail(desk: Desk, { mailId, lead, keepTemplate, actor }: AcceptInput): Promise<Accepted> {
  const { card, reading, raw } = await desk.store.readMail(mailId)
  if (card.verdict === 'lead') throw new DeskError('mail-settled', { id: mailId, verdict: 'lead' })
  const mail = raw === null ? null : await readMail(Buffer.from(raw))
  const habits = await habitsOf(desk, mail)
  const [fields = [], ...others] = reading?.leads ?? []
  const draft = cleanTyped(withTyped(draftOfReading(fields, habits), lead, habits.country), habits.country)
  const template = keepTemplate && mail !== null ? learnTemplate(mail, draft, habits) : null
  const leads = [
    identifyLead(draft, { key: keyOf(mailId, 0), raw: null, rawKind: 'mail', line: null, owner: null }),
    // Who accepts a mail of several leads takes them all, as far as they can be reached.
    ...others
      .filter((one) => valueOf(one, 'email') !== null || valueOf(one, 'phone') !== null)
      .map((one, index) => leadOfReading(one, habits, keyOf(mailId, index + 1))),
  ]
  const taken = await acceptMail(desk, {
    mailId,
    sourceId: card.sourceId,
    actor,
    route: await routeOf(desk, card),
    reading: readingByHand(reading, lead, draft),
    templateId: null,
    isByHand: true,
    leads,
  })
  const { leadId, outcome } = taken
  if (template === null) return { leadId, outcome, templateId: null, others: 0 }
  const templateId = await desk.store.saveTemplate(template, { at: desk.clock.now(), actor })
  return { leadId, outcome, templateId, others: await readAgain(desk, template.sender, templateId, actor) }
}

/** The same lead of the same mail, whoever takes it in and when. */
function keyOf(mailId: MailId, index: number): string {
  return `mail:${mailId}#${index + 1}`
}

/** What the person said over what was read. A number or address that was read wrongly stands in nobody's way: it is kept as it was written. */
function withTyped(read: LeadDraft, typed: Partial<LeadDraft>, homeCountry: string): LeadDraft {
  const draft = { ...emptyDraft(), ...read, ...typed, custom: { ...read.custom, ...typed.custom } }
  // A whole name said anew ends the halves that were read.
  if (typed.name !== undefined) {
    draft.firstName = typed.firstName ?? null
    draft.lastName = typed.lastName ?? null
  }
  const home = draft.country !== null && /^[A-Z]{2}$/.test(draft.country) ? draft.country : homeCountry
  if (typed.email === undefined && draft.email !== null && parseEmail(draft.email) === null) {
    draft.custom['email as written'] = draft.email
    draft.email = null
  }
  if (typed.phone === undefined && draft.phone !== null && toE164(draft.phone, home) === null) {
    draft.custom['phone as written'] = draft.phone
    draft.phone = null
  }
  return draft
}

async function routeOf(desk: Desk, card: MailCard): Promise<'now' | 'hold'> {
  if (card.inboxId === null) return 'now'
  return (await desk.store.inboxes()).find(({ id }) => id === card.inboxId)?.settings.route ?? 'now'
}

/** The reading with what the person said in the place of what was read. */
function readingByHand(reading: MailReading | null, typed: Partial<LeadDraft>, draft: LeadDraft): MailReading {
  const [fields = [], ...others] = reading?.leads ?? []
  const said = LEAD_FIELDS.flatMap((name): FieldReading[] => {
    const value = draft[name]
    if (typed[name] === undefined || value === null || typeof value === 'object') return []
    return [{ field: name, value: String(value), confidence: 1, where: 'by hand' }]
  })
  const kept = fields.filter(({ field }) => typed[field as keyof LeadDraft] === undefined)
  return { ...(reading ?? { parser: 'by-hand', version: 1, language: null }), leads: [[...said, ...kept], ...others] }
}

/** Reads the tray's mails of a sender anew. Answers how many of them the template made leads of. */
async function readAgain(desk: Desk, sender: string, templateId: TemplateId, actor: string): Promise<number> {
  const { country: homeCountry, timeZone } = await desk.store.settings()
  const templates = await desk.store.templates()
  const inboxes = await desk.store.inboxes()
  const ownAddresses = await ownAddressesOf(desk)
  let leads = 0
  for (const mailId of await desk.store.trayOf(sender)) {
    const { card, raw } = await desk.store.readMail(mailId)
    if (raw === null || card.isByHand) continue
    const { takes = 'known' } = inboxes.find(({ id }) => id === card.inboxId)?.settings ?? {}
    const context = { homeCountry, timeZone, now: desk.clock.now(), takes, ownAddresses, templates, mailbox: '' }
    const mail = await readIncoming(Buffer.from(raw), context, { uid: null, place: null })
    if (mail.verdict !== 'lead' || mail.templateId !== templateId || mail.reading === null) continue
    const input = { mailId, sourceId: card.sourceId, actor, route: await routeOf(desk, card), reading: mail.reading }
    const own = mail.leads.map((lead, index) => ({ ...lead, key: keyOf(mailId, index) }))
    try {
      await acceptMail(desk, { ...input, templateId, isByHand: false, leads: own })
      leads++
    } catch (error) {
      // Somebody else took it in meanwhile.
      if (!(error instanceof DeskError && error.code === 'mail-settled')) throw error
    }
  }
  return leads
}
