import { LEAD_FIELDS, type LeadDraft, type MailTemplate, type TemplateField } from '../../contract/index.ts'
import { readField } from './apply-template.ts'
import { draftOfReading, type MailHabits } from './draft-of-reading.ts'
import type { Mail } from './mail.ts'
import { pairsOf } from './parsers/labels.ts'
import type { Pair } from './parsers/label-pairs.ts'

/** What a mail's sender may say of all its mails alike; a name or a number is one person's. */
const MAY_BE_ALWAYS = new Set<string>(['source', 'country', 'currency'])
/** Looked for between other words; codes and small numbers would be found inside of any. */
const IN_TEXT = new Set<string>(
  'name firstName lastName email email2 phone phone2 company title website address city postalCode product message externalId'.split(
    ' ',
  ),
)
const SHORTEST_IN_TEXT = 3
/** Not read from mails, or more than one value. */
const NOT_LEARNED = new Set<string>(['stage', 'tags', 'score', 'owner', 'receivedAt'])
/** Long enough to be found once, short enough to stand in the next mail too. */
const ANCHOR = 40
const MOST_AROUND = 500
const MOST_PAIRS = 200

/**
 * Finds where in a mail each value stands that a person corrected or left as it was. What is found nowhere is not learned. Each field
 * it answers reads the person's value from this very mail again. Null when it would not find how to reach anybody.
 */
export function learnTemplate(
  mail: Mail,
  lead: LeadDraft,
  habits: MailHabits,
): Pick<MailTemplate, 'sender' | 'subject' | 'fields'> | null {
  if (mail.from === null) return null
  const pairs = pairsOf(mail).slice(0, MOST_PAIRS)
  const values = valuesOf(lead)
  const written = [...values].flatMap(([name, value]) =>
    writtenIn(mail, value, (text) => isSame(name, text, value, lead, habits)),
  )
  const fields: TemplateField[] = []
  for (const [name, value] of values) {
    const means = (text: string): boolean => isSame(name, text, value, lead, habits)
    const found = candidates(mail, pairs, name, value, written, means).find((one) => {
      const read = readField(mail, pairsOf(mail, one.from === 'label' ? { known: [one.label] } : {}), one)
      return read !== null && means(read.value)
    })
    if (found) fields.push(found)
  }
  const reaches = fields.some(({ field }) => field === 'email' || field === 'phone')
  return reaches ? { sender: mail.from.address, subject: subjectOf(mail, written), fields } : null
}

function valuesOf(lead: LeadDraft): Map<string, string> {
  const values = new Map<string, string>()
  for (const name of LEAD_FIELDS) {
    const value = lead[name]
    if (NOT_LEARNED.has(name) || value === null || typeof value === 'object' || String(value).trim() === '') continue
    values.set(name, String(value).trim())
  }
  // Halves of a name that is found whole say nothing more.
  if (values.has('name')) for (const half of ['firstName', 'lastName']) values.delete(half)
  return values
}

/** Whether what stands in the mail means what the person said, once it is cleaned: +12065550188 is (206) 555-0188. */
function isSame(name: string, text: string, value: string, lead: LeadDraft, habits: MailHabits): boolean {
  if (squeezed(text) === squeezed(value)) return true
  // Beside its country, as it will be read.
  const country =
    lead.country === null || name === 'country' ? [] : [{ field: 'country', value: lead.country, confidence: 1, where: '' }]
  const draft = draftOfReading([{ field: name, value: text, confidence: 1, where: '' }, ...country], habits)
  const cleaned = draft[name as keyof LeadDraft]
  return cleaned !== null && typeof cleaned !== 'object' && squeezed(String(cleaned)) === squeezed(value)
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Places the value may be read from, the surest first. */
function candidates(
  mail: Mail,
  pairs: readonly Pair[],
  name: string,
  value: string,
  others: readonly string[],
  means: (text: string) => boolean,
): TemplateField[] {
  const found: TemplateField[] = pairs
    .filter((pair) => pair.value !== '' && means(pair.value))
    .map(({ label }) => ({ field: name, from: 'label', label: label.slice(0, 200) }))
  for (const header of ['reply-to', 'from'] as const) {
    const address = header === 'from' ? mail.from : mail.replyTo[0]
    for (const part of ['address', 'name'] as const)
      if (address?.[part] && means(address[part])) found.push({ field: name, from: 'header', header, part })
  }
  const isInText = IN_TEXT.has(name) && value.length >= SHORTEST_IN_TEXT
  for (const from of isInText ? (['subject', 'text'] as const) : []) {
    const text = mail[from] ?? ''
    const at = placeOf(text, value, means)
    if (!at) continue
    // Numbers of the mail's own (a time, a case) are others in the next one; where they are needed to find the place, they stay.
    for (const withDigits of [false, true])
      for (const withLineAbove of [false, true])
        found.push({ field: name, from, ...anchors(text, at, others, { withLineAbove, withDigits }) })
  }
  if (MAY_BE_ALWAYS.has(name)) found.push({ field: name, from: 'always', value: value.slice(0, 1_000) })
  return found
}

/** The value as it is written in subject and text. */
function writtenIn(mail: Mail, value: string, means: (text: string) => boolean): string[] {
  return [mail.subject ?? '', mail.text].flatMap((text) => {
    const at = placeOf(text, value, means)
    return at ? [text.slice(at.from, at.to)] : []
  })
}

interface Place {
  from: number
  to: number
}

/** Where the value stands as the person wrote it, or a number of the same meaning. */
function placeOf(text: string, value: string, means: (text: string) => boolean): Place | null {
  const at = text.indexOf(value)
  if (at >= 0) return { from: at, to: at + value.length }
  const folded = text.toLowerCase().indexOf(value.toLowerCase())
  if (folded >= 0 && text.toLowerCase().length === text.length) return { from: folded, to: folded + value.length }
  if (!/^\+?\d[\d.]*$/.test(value)) return null
  let tries = 0
  for (const match of text.matchAll(/[+(]?\d[\d ().,/-]{3,30}/g)) {
    if (++tries > 100) return null
    const written = match[0].replace(/[ (.,/-]+$/, '')
    if (means(written)) return { from: match.index, to: match.index + written.length }
  }
  return null
}

/** What stands around a place and will stand there in the next mail: not beyond the line, and not what is this lead's own. */
function anchors(
  text: string,
  { from, to }: Place,
  others: readonly string[],
  { withLineAbove, withDigits }: { withLineAbove: boolean; withDigits: boolean },
): { before: string; after: string | null } {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1
  const above = withLineAbove && lineStart > 0 ? text.lastIndexOf('\n', lineStart - 2) + 1 : lineStart
  const lineEnd = text.indexOf('\n', to)
  let before = text.slice(Math.max(above, from - MOST_AROUND), from)
  let after = text.slice(to, Math.min(lineEnd < 0 ? text.length : lineEnd, to + MOST_AROUND))
  for (const other of others) {
    const last = before.lastIndexOf(other)
    if (last >= 0) before = before.slice(last + other.length)
    const first = after.indexOf(other)
    if (first >= 0) after = after.slice(0, first)
  }
  if (!withDigits) {
    before = before.slice(before.search(/\D*$/))
    after = after.slice(0, /\d/.exec(after)?.index)
  }
  if (!withLineAbove && before.length > ANCHOR) before = wordsFrom(before.slice(-ANCHOR))
  if (after.length > ANCHOR) after = wordsTo(after.slice(0, ANCHOR))
  const end = lineEnd < 0 ? null : '\n'
  // The full stop behind an address stands inside of it too: only with the end of the line does it say where the address ends.
  if (after !== '' && text.slice(from, to).includes(after)) after = lineEnd === to + after.length ? `${after}\n` : ''
  return { before, after: after === '' ? end : after }
}

function wordsFrom(text: string): string {
  const blank = text.indexOf(' ')
  return blank < 0 ? text : text.slice(blank)
}
function wordsTo(text: string): string {
  const blank = text.lastIndexOf(' ')
  return blank <= 0 ? text : text.slice(0, blank + 1)
}

/** How the subject begins before anything of this lead or a number stands in it; null when that is too little to tell by. */
function subjectOf({ subject }: Mail, values: readonly string[]): string | null {
  if (subject === null) return null
  let end = subject.search(/\d/)
  if (end < 0) end = subject.length
  for (const value of values) {
    const at = subject.toLowerCase().indexOf(value.toLowerCase())
    if (at >= 0) end = Math.min(end, at)
  }
  const start = subject.slice(0, end).trimEnd()
  return start.replaceAll(/[^\p{L}]/gu, '').length < 4 ? null : start.slice(0, 200)
}
