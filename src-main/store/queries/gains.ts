import type { LeadId } from '../../contract/index.ts'
import type { Ground } from '../ground.ts'
import type { LeadRow } from './lead-rows.ts'

/** What a lead takes over where it has nothing of its own: from one that goes into it, or from the same person's next touch. */
const GAINED = [
  'name',
  'first_name',
  'last_name',
  'email',
  'email2',
  'phone',
  'phone2',
  'company',
  'title',
  'website',
  'industry',
  'address',
  'city',
  'region',
  'postal_code',
  'country',
  'language',
  'product',
  'message',
  'currency',
  'employees',
  'revenue',
  'value',
] as const satisfies readonly (keyof LeadRow)[]
export type Gained = (typeof GAINED)[number]

/** The columns a lead is known by, which go with the field. Not its domain: that may come from its website, and would be lost when the field is emptied again. */
const KEYS = {
  name: ['name_hash'],
  email: ['email_hash', 'email_key'],
  phone: ['phone_hash', 'phone_key'],
} as const satisfies Partial<Record<Gained, readonly (keyof LeadRow)[]>>

const columnsOf = (fields: readonly Gained[]): (keyof LeadRow)[] =>
  fields.flatMap((field) => [field, ...(field in KEYS ? KEYS[field as keyof typeof KEYS] : [])])

export const gainsOf = (stays: LeadRow, other: Pick<LeadRow, Gained>): Gained[] =>
  GAINED.filter((field) => isEmpty(stays[field]) && !isEmpty(other[field]))

/** With the keys: the next one is known by what was gained. */
export function fill(ground: Ground, leadId: LeadId, fields: readonly Gained[], from: LeadRow): void {
  if (fields.length > 0)
    ground.leads.setFields(leadId, Object.fromEntries(columnsOf(fields).map((column) => [column, from[column]])))
}

export function empty(ground: Ground, leadId: LeadId, fields: readonly Gained[]): void {
  if (fields.length > 0) ground.leads.setFields(leadId, Object.fromEntries(columnsOf(fields).map((column) => [column, null])))
}

const isEmpty = (value: unknown): boolean => value === null || value === ''
