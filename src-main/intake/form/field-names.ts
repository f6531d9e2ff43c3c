import type { LeadField } from '../../contract/index.ts'
import { squash } from '../../lib/fold.ts'
import { aliasOf } from '../csv/match-columns.ts'

/** What programs wrap around what was typed: it says nothing about the field. */
const WRAPPERS = new Set(
  `data fields field formfields formdata form formresponse answers values payload properties attributes body submission entry record lead contact person
   customer client prospect user visitor sender applicant item items input inputs params customfields fielddata`.split(/\s+/),
)
/** Fields that are about the person below whatever stands above them. A name, a title, an id could be anything's. */
const PERSONAL = new Set<LeadField>([
  'firstName',
  'lastName',
  'email',
  'phone',
  'company',
  'city',
  'region',
  'postalCode',
  'country',
  'message',
])

/**
 * The header a field's name is matched as: `form_fields[email]` and `payload.data.email` are `email`, `company.name` stays whole, and the
 * name of a form (`form.meta.name`) is nobody's name.
 */
export function headerOf(name: string): string {
  const parts = name.split(/[.[\]]+/).filter((part) => part !== '')
  const leaf = parts.at(-1)
  if (leaf === undefined) return name
  // A list of one is counted, not named: `contacts.1.email`.
  const above = parts.slice(0, -1).filter((part) => !/^\d+$/.test(part) && !WRAPPERS.has(squash(part)))
  if (above.length === 0) return leaf
  const whole = [...above, leaf].join(' ')
  if (aliasOf(whole) !== null) return whole
  const field = aliasOf(leaf)?.field
  return field !== undefined && PERSONAL.has(field) ? leaf : whole
}

const DATES = new Set(['date', 'datum', 'fecha', 'datetime'])
/** A booking form's "date" is the day somebody wants, not the day they wrote. */
export const isWishedDate = (header: string): boolean => DATES.has(squash(header))
