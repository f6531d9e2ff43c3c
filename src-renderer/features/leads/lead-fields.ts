import type { LeadDraft, LeadField } from '../../../src-main/contract/index.ts'
import type { EditedFields } from '../../state/use-lead-actions.ts'
import { formatCountry, formatLanguage, locale } from '../../text/formats.ts'
import { fieldWords } from '../../text/words.ts'
import { fieldValue } from './field-value.ts'

/** A field of a lead, or `custom.` and the header it came under. */
export type FieldKey = Exclude<LeadField, 'stage' | 'receivedAt'> | `custom.${string}`

/** How to reach them stands above the other fields. */
export const WAYS = ['phone', 'phone2', 'email', 'email2', 'website'] as const satisfies readonly FieldKey[]
const WHO = ['name', 'firstName', 'lastName', 'company', 'title'] as const satisfies readonly FieldKey[]
/** In the order in which a person asks. */
const REST = [
  'message',
  'product',
  'value',
  'currency',
  'employees',
  'revenue',
  'industry',
  'address',
  'postalCode',
  'city',
  'region',
  'country',
  'language',
  'tags',
  'source',
  'owner',
  'externalId',
  'score',
] as const satisfies readonly FieldKey[]
const NUMBERS = ['employees', 'revenue', 'value', 'score'] as const satisfies readonly FieldKey[]
type NumberKey = (typeof NUMBERS)[number]

const isNumber = (key: FieldKey): key is NumberKey => NUMBERS.some((one) => one === key)
const isCustom = (key: FieldKey): key is `custom.${string}` => key.startsWith('custom.')
const headerOf = (key: `custom.${string}`): string => key.slice('custom.'.length)
export const isLong = (key: FieldKey): boolean => key === 'message'

export const labelOf = (key: FieldKey): string => (isCustom(key) ? headerOf(key) : fieldWords[key])

/** Every field there is, as a whole form shows them. */
export function allFields(fields: LeadDraft): FieldKey[] {
  return [...WHO, ...WAYS, ...REST, ...customOf(fields)]
}

/** What is known beside who it is and how to reach them. */
export function knownFields(fields: LeadDraft): FieldKey[] {
  return ['title' as const, ...REST].filter((key) => !TOLD_ELSEWHERE.has(key) && fieldValue(fields, key) !== null)
}
/** Money says its currency, and the head of the panel the score. */
const TOLD_ELSEWHERE: ReadonlySet<FieldKey> = new Set(['currency', 'score', 'source'])

export function customOf(fields: LeadDraft): FieldKey[] {
  return Object.keys(fields.custom).map((header): FieldKey => `custom.${header}`)
}

/** As a person reads it; null when there is nothing. */
export function shownOf(fields: LeadDraft, key: FieldKey): string | null {
  return isCustom(key) ? (fields.custom[headerOf(key)] ?? null) : fieldValue(fields, key)
}

const plain = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 10 })

/** As a person would write it. */
export function writtenOf(fields: LeadDraft, key: FieldKey): string {
  if (isCustom(key)) return fields.custom[headerOf(key)] ?? ''
  const value = fields[key]
  if (value === null) return ''
  if (key === 'country') return formatCountry(String(value))
  if (key === 'language') return formatLanguage(String(value))
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'number' ? plain.format(value) : value
}

/** What the desk is told of what was written over; the field that is no number, if one is none. */
export function readFields(typed: ReadonlyMap<FieldKey, string>): { fields: EditedFields } | { noNumber: FieldKey } {
  const fields: Record<string, unknown> = {}
  const custom: [string, string][] = []
  for (const [key, written] of typed) {
    const text = written.trim()
    if (isCustom(key)) custom.push([headerOf(key), text])
    else if (key === 'tags')
      fields[key] = text
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== '')
    else if (text === '') fields[key] = null
    else if (isNumber(key)) {
      const value = readNumber(text)
      if (value === null) return { noNumber: key }
      fields[key] = value
    } else fields[key] = text
  }
  return { fields: { ...(fields as EditedFields), ...(custom.length === 0 ? {} : { custom: Object.fromEntries(custom) }) } }
}

const signs = new Map(new Intl.NumberFormat(locale).formatToParts(12_345.6).map(({ type, value }) => [type, value]))
const GROUP = signs.get('group') ?? ','
const DECIMAL = signs.get('decimal') ?? '.'

/** A number as people write it here: "12.500", "12 500", "12,5", "€ 12,500". Null when it is none. */
export function readNumber(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f'’]|\p{Sc}/gu, '')
  const isGrouped =
    bare
      .split(DECIMAL)[0]
      ?.split(GROUP)
      .every((part, at) => (at === 0 ? /^-?\d{1,3}$/ : /^\d{3}$/).test(part)) === true
  const [whole = '', ...fraction] =
    isGrouped || bare.includes(DECIMAL) ? bare.replaceAll(GROUP, '').split(DECIMAL) : bare.split(GROUP)
  const digits = [whole, ...fraction].join('.')
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(digits) ? Number(digits) : null
}
