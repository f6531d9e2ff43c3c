import { LEAD_FIELDS, type LeadDraft, type LeadField } from '../../../src-main/contract/index.ts'

/** What becomes of a field when two leads are merged: the survivor's stands; what it lacks is taken from the other. */
export interface MergeLine {
  /** A named field, or the header of a column that fits none. */
  field: LeadField | { custom: string }
  survivor: string | null
  other: string | null
  outcome: 'gained' | 'dropped' | 'kept'
}

// Told elsewhere, or nobody's to merge: a stage is where the survivor stands.
const LEFT_OUT: ReadonlySet<LeadField> = new Set(['stage', 'score', 'receivedAt'])

/** The fields in which two leads differ. `say` writes a value as a person reads it; null for none. */
export function mergeLines(
  survivor: LeadDraft,
  other: LeadDraft,
  say: (fields: LeadDraft, field: LeadField) => string | null,
): MergeLine[] {
  const lines: MergeLine[] = []
  const add = (field: MergeLine['field'], mine: string | null, theirs: string | null): void => {
    if (mine === theirs) return
    lines.push({ field, survivor: mine, other: theirs, outcome: mine === null ? 'gained' : theirs === null ? 'kept' : 'dropped' })
  }
  for (const field of LEAD_FIELDS) if (!LEFT_OUT.has(field)) add(field, say(survivor, field), say(other, field))
  const headers = new Set([...Object.keys(survivor.custom), ...Object.keys(other.custom)])
  const customOf = (fields: LeadDraft, header: string): string | null => fields.custom[header] || null
  for (const header of headers) add({ custom: header }, customOf(survivor, header), customOf(other, header))
  return lines
}
