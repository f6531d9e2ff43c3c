import { LEAD_FIELDS, type LeadField } from '../../contract/index.ts'

/** What a column fills: a lead field, `custom` (kept under its header), or null (ignored). */
export type Target = LeadField | 'custom' | null

export type Join = 'calling-code' | 'time' | 'house-number'

export interface PlannedColumn {
  header: string
  target: Target
  matchedBy: 'memory' | 'alias' | 'content' | 'none'
  /** Holds a part of what its target's own column says: the calling code of a number, the time of a date, the number in a street. */
  joins: Join | null
  /** Not the column of that field, but filled from it when the field's own cell is empty: a mobile number beside the office's. */
  spareFor: 'phone' | 'email' | null
}

const FIELDS = new Set<string>(LEAD_FIELDS)

/** A choice as the contract writes it: a field, `custom` or `custom.<header>`, null. Undefined for anything else. */
export function targetOf(chosen: string | null): Target | undefined {
  if (chosen === null) return null
  if (chosen === 'custom' || chosen.startsWith('custom.')) return 'custom'
  return FIELDS.has(chosen) ? (chosen as LeadField) : undefined
}

/** True when some column could say who it is or how to reach them. */
export function hasLeadColumn(columns: readonly PlannedColumn[]): boolean {
  const telling: Target[] = [
    'name',
    'firstName',
    'lastName',
    'email',
    'email2',
    'phone',
    'phone2',
    'company',
    'website',
    'externalId',
  ]
  return columns.some((column) => telling.includes(column.target))
}

/** `field` of an answer: the field's name, `custom.<header>`, or null. */
export function fieldOf(column: PlannedColumn): string | null {
  return column.target === 'custom' ? `custom.${column.header}` : column.target
}
