import {
  DeskError,
  type LeadDraft,
  type LeadId,
  type NumberField,
  type Seq,
  TEXT_FIELDS,
  type TextField,
} from '../contract/index.ts'
import type { Desk } from '../desk/context.ts'
import { type EditedFields, editLead } from '../desk/edit-lead.ts'
import { parseEmail } from '../lib/emails.ts'
import { identifyCleaned } from './identify-cleaned.ts'
import { draftOfReading } from './mail/draft-of-reading.ts'

export interface EditFieldsInput {
  leadId: LeadId
  fields: EditedFields
  actor: string
}

/** Rewrites these fields of a lead and no others, cleaned as a row of a file is. */
export async function editFields(desk: Desk, { leadId, fields, actor }: EditFieldsInput): Promise<Seq[]> {
  const { country } = await desk.store.settings()
  return editLead(desk, {
    leadId,
    actor,
    change: (present) => {
      const draft = withEdits(present, fields, country)
      const isReadable = draft.email !== null && parseEmail(draft.email) !== null
      return identifyCleaned(draft, isReadable, { key: '', raw: null, rawKind: 'hand', line: null, owner: null })
    },
  })
}

/** More than any field but a mail's text needs; each edit is kept twice, as it was and as it is. */
const LONGEST = 100_000
const CONTACTS = ['email', 'email2', 'phone', 'phone2'] as const
type Contact = (typeof CONTACTS)[number]
const WAYS = [...CONTACTS, 'website'] as const
const NUMBERS = ['employees', 'revenue', 'value', 'score'] as const satisfies readonly NumberField[]
/** What a second address or number in one cell is kept under, as of a file. */
const MORE = { email: 'more e-mails', phone: 'more telephone numbers' } as const

/** A lead with what a person wrote over it. `homeCountry` is the desk's, for telephone numbers of leads that name none. */
export function withEdits(present: LeadDraft, fields: EditedFields, homeCountry: string): LeadDraft {
  checkLengths(fields)
  const draft = { ...present, custom: withCustom(present.custom, fields.custom ?? {}) }
  takeTexts(draft, present, fields, homeCountry)
  for (const field of CONTACTS) {
    const text = fields[field]
    if (text === null) draft[field] = null
    else if (text !== undefined) takeContact(draft, fields, field, text, homeCountry)
  }
  for (const field of NUMBERS) takeNumber(draft, field, fields[field])
  if (fields.tags !== undefined) draft.tags = read([['tags', fields.tags.join(',')]], homeCountry).tags
  takeNames(draft, present, fields)
  const way = WAYS.find((field) => fields[field] !== undefined)
  if (way !== undefined && WAYS.some((field) => present[field] !== null) && WAYS.every((field) => draft[field] === null))
    throw new DeskError('bad-input', { field: way, reason: 'an e-mail address, a telephone number or a website is needed' })
  return draft
}

/** Cleans what was written as what a mail said is cleaned. */
function read(cells: readonly (readonly [string, string])[], country: string): LeadDraft {
  return draftOfReading(
    cells.map(([field, value]) => ({ field, value, confidence: 1, where: 'by hand' })),
    { country, timeZone: 'UTC', now: 0, sentAt: null },
  )
}

function takeTexts(draft: LeadDraft, present: LeadDraft, fields: EditedFields, homeCountry: string): void {
  const isContact = (field: TextField): boolean => CONTACTS.some((one) => one === field)
  const named = TEXT_FIELDS.filter((field) => fields[field] !== undefined && !isContact(field))
  const cells = named.flatMap((field): [string, string][] => (fields[field] ? [[field, fields[field]]] : []))
  // A region is one of the lead's own country.
  const country = fields.country === undefined ? present.country : null
  const clean = read(country === null ? cells : [...cells, ['country', country]], homeCountry)
  for (const field of named) draft[field] = clean[field]
  // "England" is a country that says its region.
  if (fields.country !== undefined && fields.region === undefined) draft.region ??= clean.region
}

/** One place is cleaned alone, so that a number never changes places with the other one. */
function takeContact(draft: LeadDraft, fields: EditedFields, place: Contact, text: string, homeCountry: string): void {
  const kind = place.startsWith('email') ? 'email' : 'phone'
  const other = `${kind}2` as const
  const home = draft.country === null ? [] : [['country', draft.country] as const]
  const { [kind]: first, [other]: second, custom } = read([[kind, text], ...home], homeCountry)
  draft[place] = first
  for (const [header, value] of Object.entries(custom)) draft.custom[headerFor(header, kind, place)] = value
  if (second === null) return
  if (place === kind && draft[other] === null && fields[other] === undefined) draft[other] = second
  else draft.custom[MORE[kind]] = [draft.custom[MORE[kind]], second].filter((part) => part !== undefined).join(', ')
}

function headerFor(header: string, kind: string, place: Contact): string {
  if (place === kind) return header
  return header === kind ? place : header === 'phone extension' ? 'phone 2 extension' : header
}

function takeNumber(draft: LeadDraft, field: NumberField, value: number | null | undefined): void {
  if (value === undefined) return
  const isOutside = value !== null && ((field === 'score' && (value < 0 || value > 100)) || (field === 'employees' && value < 0))
  if (isOutside) {
    const wanted = field === 'score' ? 'a number from 0 to 100' : 'a number from 0 on'
    throw new DeskError('bad-input', { field, reason: `${value} is not ${wanted}` })
  }
  draft[field] = value
}

/** The whole name and its halves say the same: whichever is said anew, the others follow, unless they said something else before. */
function takeNames(draft: LeadDraft, present: LeadDraft, fields: EditedFields): void {
  const isHalfSaid = fields.firstName !== undefined || fields.lastName !== undefined
  if (fields.name !== undefined && !isHalfSaid && wholeName(draft) !== draft.name) {
    draft.firstName = null
    draft.lastName = null
  }
  if (isHalfSaid && fields.name === undefined && (present.name === null || present.name === wholeName(present)))
    draft.name = wholeName(draft)
}

const wholeName = ({ firstName, lastName }: LeadDraft): string | null =>
  [firstName, lastName].filter((part) => part !== null).join(' ') || null

function withCustom(present: LeadDraft['custom'], edited: LeadDraft['custom']): LeadDraft['custom'] {
  const custom = new Map(Object.entries(present))
  for (const [header, value] of Object.entries(edited)) {
    const text = value.replaceAll('\0', '').trim()
    if (text === '') custom.delete(header)
    else custom.set(header, text)
  }
  return Object.fromEntries(custom)
}

function checkLengths({ custom = {}, tags = [], ...fields }: EditedFields): void {
  const told: [string, unknown][] = [...Object.entries(fields), ...tags.map((tag): [string, string] => ['tags', tag])]
  for (const [header, value] of Object.entries(custom)) told.push([`custom.${header.slice(0, 100)}`, header + value])
  for (const [field, value] of told)
    if (typeof value === 'string' && value.length > LONGEST)
      throw new DeskError('bad-input', { field, reason: `it is longer than ${LONGEST} characters` })
}
