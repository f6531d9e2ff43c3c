import type { LeadDraft, LeadId, Seq } from '../../contract/index.ts'
import { FIRST_CLOSED_STAGE, FREE_MAIL, OWN_SOURCE } from '../codes.ts'
import type { FieldChange } from '../events.ts'
import type { Ground } from '../ground.ts'
import type { IncomingLead } from '../port-arrivals.ts'
import type { Router, Step } from '../port-shapes.ts'
import { type LeadRow, draftOf } from './lead-rows.ts'
import { type Known, hashesOf, match } from './match.ts'
import { leadToMove } from './moves.ts'
import { addedBy, broughtBy } from './new-row.ts'
import { rescoreLead } from './rescore.ts'

/** How an edit is undone: the columns it changed, as they were. */
export interface EditTrace {
  written: Partial<LeadRow>
}

/** Columns a lead is known by. */
const KEYS = ['email_hash', 'phone_hash', 'name_hash', 'email_key', 'phone_key'] as const

export function editLead(
  ground: Ground,
  leadId: LeadId,
  change: (present: LeadDraft) => IncomingLead,
  { router, duplicateWindowMs }: { router: Router; duplicateWindowMs: number },
  step: Step,
): Seq[] {
  const row = leadToMove(ground, leadId)
  const present = draftOf(row, ground.names)
  const lead = change(present)
  const changes = changesOf(present, lead.draft)
  if (changes.length === 0) return []
  ground.leads.setFields(leadId, columnsOf(ground, row, lead, step.at - duplicateWindowMs))
  const whole = leadToMove(ground, leadId)
  // What is closed keeps the grade it was worked by (R32).
  if (whole.stage < FIRST_CLOSED_STAGE) rescoreLead(ground, whole, router)
  ground.search.refresh(leadId)
  const undo: EditTrace = { written: differing(row, leadToMove(ground, leadId)) }
  return [ground.events.append({ type: 'lead-edited', ...step, leadId, repId: row.rep_id, data: { changes }, undo })]
}

/** An edit taken back. */
export function unedit(ground: Ground, leadId: LeadId, { written }: EditTrace): void {
  if (Object.keys(written).length === 0) return
  ground.leads.setFields(leadId, written)
  ground.search.refresh(leadId)
}

function columnsOf(ground: Ground, row: LeadRow, lead: IncomingLead, since: number): Partial<LeadRow> {
  const hashes = hashesOf(row.source_id, lead)
  const { source } = lead.draft
  const sourceName = source ?? ground.sources.get(row.source_id)?.name ?? ''
  const columns = {
    ...broughtBy(lead, hashes),
    ...addedBy(ground.names, lead),
    source_no: isSourceKept(row, lead.draft, ground) ? row.source_no : ground.names.number('source', sourceName),
    flags: (row.flags & ~(FREE_MAIL | OWN_SOURCE)) | (lead.isFreeMail ? FREE_MAIL : 0) | (source === null ? 0 : OWN_SOURCE),
  }
  if (KEYS.every((key) => columns[key] === row[key])) return columns
  return { ...columns, possible_duplicate_of: doubleOf(ground, row, lead, since) }
}

const isSourceKept = (row: LeadRow, { source }: LeadDraft, { names }: Ground): boolean => source === draftOf(row, names).source

/** Whom it may double now (R30): nothing is merged by itself, but whoever would have been is shown. */
function doubleOf(ground: Ground, row: LeadRow, lead: IncomingLead, since: number): LeadId | null {
  const hashes = hashesOf(row.source_id, lead)
  const others = (found: Known[]): Known[] =>
    found.filter((known) => known.id !== row.id && !isAskedAlready(ground, known, row.id))
  const found = match(row.source_id, lead, hashes, since, {
    byKey: () => undefined,
    byEmail: (key, hash) => others(ground.lookups.byEmail(key, hash)),
    byPhone: (key, hash) => others(ground.lookups.byPhone(key, hash)),
  })
  return found.kind === 'same-person' ? found.known.id : found.kind === 'new' ? found.possibleDuplicateOf : null
}

/** The other one is shown as a possible double of this one: once is enough. */
const isAskedAlready = (ground: Ground, { id }: Known, leadId: LeadId): boolean =>
  id !== null && ground.leads.read(id)?.possible_duplicate_of === leadId

function changesOf(before: LeadDraft, after: LeadDraft): FieldChange[] {
  const { custom: customBefore, ...fieldsBefore } = before
  const { custom: customAfter, ...fieldsAfter } = after
  return [
    ...changesBetween(fieldsBefore, fieldsAfter),
    ...changesBetween(customBefore, customAfter).map((one) => ({ ...one, field: `custom.${one.field}` })),
  ]
}

function changesBetween<Value extends FieldChange['from']>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields.flatMap((field) => {
    const [from, to] = [before[field] ?? null, after[field] ?? null]
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }]
  })
}

function differing(before: LeadRow, after: LeadRow): Partial<LeadRow> {
  const columns = Object.keys(after) as (keyof LeadRow)[]
  return Object.fromEntries(columns.flatMap((column) => (before[column] === after[column] ? [] : [[column, before[column]]])))
}
