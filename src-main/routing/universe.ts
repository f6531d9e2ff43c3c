import { fieldType } from '../contract/index.ts'
import { FIELD_VALUES } from './check-values.ts'
import { WEEKDAYS } from './lead-fields.ts'
import { HOUR_FIELDS } from './leaf-tests.ts'
import { span, spansSet, textSet, type ValueSet } from './value-sets.ts'

export const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** All a field can ever be, where that is little enough to know; null where it may be anything. Numbers and yes-or-no stand as texts. */
export function universeOf(field: string, isScored: boolean): ValueSet | null {
  const choices = FIELD_VALUES[field]
  if (choices) return textSet(choices, field === 'grade' && !isScored)
  if (field === 'receivedAt.weekday') return textSet(WEEKDAYS)
  if (HOUR_FIELDS.has(field)) return textSet(HOURS.map(String), field === 'localHour')
  if (fieldType(field) === 'yes-no') return textSet(['true', 'false'])
  if (field === 'receivedAt') return ALL_NUMBERS
  return field === 'score' && isScored ? spansSet([span(0, 100)]) : null
}

const ALL_NUMBERS = spansSet([span(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)])
