import type { LeadDraft } from '../../../src-main/contract/index.ts'

/** What a person types into the test bench. Everything is text until the lead is made of it. */
export type BenchFields = Record<BenchField, string>
export const FIRST_FIELDS = ['company', 'email', 'country', 'employees', 'language', 'source'] as const
export const MORE_FIELDS = [
  'name',
  'phone',
  'region',
  'city',
  'postalCode',
  'industry',
  'title',
  'product',
  'value',
  'revenue',
  'score',
  'tags',
  'owner',
] as const
export type BenchField = (typeof FIRST_FIELDS)[number] | (typeof MORE_FIELDS)[number]
const BENCH_FIELDS: readonly BenchField[] = [...FIRST_FIELDS, ...MORE_FIELDS]

export const BLANK_BENCH = Object.fromEntries(BENCH_FIELDS.map((field) => [field, ''])) as BenchFields

const NUMBERS: readonly BenchField[] = ['employees', 'value', 'revenue', 'score']

/** A lead of the desk as the bench's form shows it. */
export function benchFieldsOf(lead: LeadDraft): BenchFields {
  return Object.fromEntries(
    BENCH_FIELDS.map((field) => {
      const value = lead[field]
      return [field, value === null ? '' : Array.isArray(value) ? value.join(', ') : String(value)]
    }),
  ) as BenchFields
}

/**
 * The lead to try: what was filled in, over what the form has no field for of a lead that was picked. When it was received is left
 * out: it is tried as if it came in now. Numbers may be written with separators.
 */
export function trialLead(fields: BenchFields, picked: LeadDraft | null = null): Partial<LeadDraft> {
  const lead: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(picked ?? {})) {
    const isTyped = (BENCH_FIELDS as readonly string[]).includes(field)
    if (!isTyped && field !== 'receivedAt' && value !== null) lead[field] = value
  }
  for (const field of BENCH_FIELDS) {
    const text = fields[field].trim()
    if (text === '') continue
    if (field === 'tags')
      lead['tags'] = text
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== '')
    else if (NUMBERS.includes(field)) {
      const value = Number(text.replaceAll(/[\s,'’]/g, ''))
      if (Number.isFinite(value)) lead[field] = value
    } else lead[field] = text
  }
  return lead
}
