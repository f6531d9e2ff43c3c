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

export const BLANK_BENCH = Object.fromEntries([...FIRST_FIELDS, ...MORE_FIELDS].map((field) => [field, ''])) as BenchFields

const NUMBERS: readonly BenchField[] = ['employees', 'value', 'revenue', 'score']

/** The lead to try: only what was filled in. Numbers may be written with separators. */
export function trialLead(fields: BenchFields): Partial<LeadDraft> {
  const lead: Record<string, unknown> = {}
  for (const [field, written] of Object.entries(fields) as [BenchField, string][]) {
    const text = written.trim()
    if (text === '') continue
    if (field === 'tags')
      lead.tags = text
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
