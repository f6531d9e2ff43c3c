import type { FieldReading, MailTemplate, TemplateField } from '../../contract/index.ts'
import { squash } from '../../lib/fold.ts'
import type { Mail } from './mail.ts'
import type { Found } from './parsers.ts'
import { field, fieldsOf, lessSure, valueOf } from './parsers/field.ts'
import { customField, pairsOf } from './parsers/labels.ts'
import { isHeadLabel } from './parsers/label-names.ts'
import type { Pair } from './parsers/label-pairs.ts'
import { isMasked, isRelay } from './parsers/no-contact.ts'
import { isAnswer } from './parsers/own-text.ts'

const VERSION = 1
const SURE = 0.95
/** A piece between two others that is longer than this was ended by nothing of the kind. */
const LONGEST = 20_000

/** The templates that a mail is one of, the most particular first: those for its subject, then the newest. */
export function templatesFor(mail: Mail, templates: readonly MailTemplate[]): MailTemplate[] {
  const subject = mail.subject?.toLowerCase() ?? ''
  return templates
    .filter((one) => one.sender === mail.from?.address && subject.startsWith(one.subject?.toLowerCase() ?? ''))
    .sort((a, b) => (b.subject?.length ?? 0) - (a.subject?.length ?? 0) || b.madeAt - a.madeAt)
}

/**
 * Reads a mail as a person taught. Null when it does not find how to reach anybody: the sender writes differently now, and others may know it.
 */
export function applyTemplate(mail: Mail, { fields }: Pick<MailTemplate, 'fields'>): Found | null {
  const taught = fields.flatMap((one) => (one.from === 'label' ? [one.label] : []))
  const pairs = pairsOf(mail, { known: taught })
  const found = fieldsOf(fields.map((one) => readField(mail, pairs, one)))
  if (valueOf(found, 'email') === null && valueOf(found, 'phone') === null) return null
  const known = new Set(taught.map(squash))
  const rest = pairs
    .filter(({ label, value }) => value !== '' && !known.has(squash(label)) && !isHeadLabel(label))
    .map(({ label, value, where }) => customField(label, value, where))
  const values = new Set(found.map((one) => one.value))
  const lead = fieldsOf([...found, ...rest.filter((one) => one !== null && !values.has(one.value))])
  const isReply = isAnswer(mail.subject)
  return { parser: 'template', version: VERSION, leads: [isReply ? lessSure(lead, 0.7) : lead], doubt: isReply ? 'unsure' : null }
}

/** One field of a template in one mail. Searches plainly, whatever stands in template or mail. */
export function readField(mail: Mail, pairs: readonly Pair[], one: TemplateField): FieldReading | null {
  const found = rawField(mail, pairs, one)
  if (!found) return null
  if ((one.field === 'phone' || one.field === 'email') && isMasked(found.value)) return null
  return one.field === 'email' && isRelay(found.value) ? null : found
}

function rawField(mail: Mail, pairs: readonly Pair[], one: TemplateField): FieldReading | null {
  if (one.from === 'always') return field(one.field, one.value, SURE, 'the same in all mails of this sender')
  if (one.from === 'label') {
    const pair = pairs.find(({ label, value }) => squash(label) === squash(one.label) && value !== '')
    return pair ? field(one.field, pair.value, SURE, pair.where) : null
  }
  if (one.from === 'header') {
    const address = one.header === 'from' ? mail.from : mail.replyTo[0]
    return field(one.field, address?.[one.part], SURE, one.header === 'from' ? 'From' : 'Reply-To')
  }
  const text = one.from === 'subject' ? (mail.subject ?? '') : mail.text
  return field(one.field, between(text, one.before, one.after), SURE, one.from)
}

/** Behind the first place where `before` stands, up to `after`; a `before` of nothing is the beginning. */
function between(text: string, before: string, after: string | null): string | null {
  const at = before === '' ? 0 : text.indexOf(before)
  if (at < 0) return null
  const from = at + before.length
  const to = after === null ? text.length : text.indexOf(after, from)
  return to < from || to - from > LONGEST ? null : text.slice(from, to)
}
