import type { FieldReading } from '../../../contract/index.ts'

/** One value found; null for nothing. Blanks at the ends don't count. */
export function field(name: string, value: string | null | undefined, confidence: number, where: string): FieldReading | null {
  const text = value?.trim() ?? ''
  return text === '' ? null : { field: name, value: text, confidence, where }
}

export function valueOf(fields: readonly FieldReading[], name: string): string | null {
  return fields.find((one) => one.field === name)?.value ?? null
}

/** Adds what is there, the first of each field: what a mail says first it means. */
export function fieldsOf(found: readonly (FieldReading | null)[]): FieldReading[] {
  const byField = new Map<string, FieldReading>()
  for (const one of found) if (one !== null && !byField.has(one.field)) byField.set(one.field, one)
  return [...byField.values()]
}

/** All of them less sure than they look, because of the mail they stand in. */
export function lessSure(fields: readonly FieldReading[], factor: number): FieldReading[] {
  return fields.map((one) => ({ ...one, confidence: Math.round(one.confidence * factor * 100) / 100 }))
}
