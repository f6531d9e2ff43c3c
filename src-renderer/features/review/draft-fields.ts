import { type LeadDraft, type MailCard, type MailReading, TEXT_FIELDS, type TextField } from '../../../src-main/contract/index.ts'

/** What a person may write of a lead; the rest of the draft stays as it was read. */
export interface DraftForm {
  fields: Partial<Record<TextField, string>>
  custom: Readonly<Record<string, string>>
}

/** Always there: what a rep needs first. */
const FIRST: readonly TextField[] = ['name', 'email', 'phone', 'company', 'country', 'message']
/** Never typed here: the desk knows the source, and owners are given by rules. */
const HIDDEN: ReadonlySet<TextField> = new Set(['source', 'owner', 'externalId', 'firstName', 'lastName', 'currency'])

export const LONG_FIELDS: ReadonlySet<TextField> = new Set(['message', 'address'])

/** Of a mail in which nothing was read, its sender is a beginning. */
export function formOf(draft: LeadDraft | null, from: MailCard['from']): DraftForm {
  const fields: Partial<Record<TextField, string>> = {}
  for (const field of TEXT_FIELDS) {
    const value = draft?.[field] ?? null
    if (!HIDDEN.has(field) && (value !== null || FIRST.includes(field))) fields[field] = value ?? ''
  }
  if (draft === null && from !== null) return { fields: { ...fields, name: from.name ?? '', email: from.address }, custom: {} }
  return { fields, custom: draft?.custom ?? {} }
}

/** In the order in which they are shown. */
export function shownFields({ fields }: DraftForm): TextField[] {
  const rest = TEXT_FIELDS.filter((field) => field in fields && !FIRST.includes(field))
  return [...FIRST.slice(0, -1), ...rest, 'message']
}

export const fieldsToAdd = ({ fields }: DraftForm): TextField[] =>
  TEXT_FIELDS.filter((field) => !(field in fields) && !HIDDEN.has(field))

/** What the mail becomes: what was read, with what the person wrote over it. An emptied field is empty. */
export function leadOf(draft: LeadDraft | null, form: DraftForm): Partial<LeadDraft> {
  const written: Partial<Record<TextField, string | null>> = {}
  for (const field of shownFields(form)) {
    const value = (form.fields[field] ?? '').trim()
    written[field] = value === '' ? null : value
  }
  // A name that was corrected is no longer the first and last name that were read.
  const names = written.name === (draft?.name ?? null) ? {} : { firstName: null, lastName: null }
  return { ...draft, ...written, ...names, custom: { ...form.custom } }
}

/** How a value came to be there: its certainty and place; null when nobody read it. */
export function readingOf(reading: MailReading | null, field: string): { confidence: number; where: string } | null {
  const found = reading?.leads[0]?.find((one) => one.field === field)
  if (found !== undefined) return { confidence: found.confidence, where: found.where }
  if (field !== 'name') return null
  const part = reading?.leads[0]?.find((one) => one.field === 'firstName' || one.field === 'lastName')
  return part === undefined ? null : { confidence: part.confidence, where: part.where }
}
