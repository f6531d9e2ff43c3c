import type { LeadDraft, LeadField } from '../../../src-main/contract/index.ts'
import { formatCountry, formatLanguage, formatMoment, formatMoney, formatNumber } from '../../text/formats.ts'

/** A field's value as a person reads it; null when there is none. */
export function fieldValue(fields: LeadDraft, field: LeadField): string | null {
  const value = fields[field]
  if (value === null || value === '') return null
  if (field === 'country') return formatCountry(String(value))
  if (field === 'language') return formatLanguage(String(value))
  if (field === 'value' || field === 'revenue') return formatMoney(Number(value), fields.currency)
  if (field === 'receivedAt') return formatMoment(Number(value))
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(', ')
  return typeof value === 'number' ? formatNumber(value) : value
}
