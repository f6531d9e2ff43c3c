import { emptyDraft } from '../../desk/empty-draft.ts'
import { type FieldReading, LEAD_FIELDS, type LeadDraft } from '../../contract/index.ts'
import { isEmpty, LONGEST_EMPTY, type Work } from '../csv/cleaning.ts'
import { cleaningOfOne, type OneHabits } from '../csv/cleaning-of-one.ts'
import type { PlannedColumn, Target } from '../csv/column.ts'
import { fillEmails, fillPhones } from '../csv/fill-contacts.ts'
import { fillDate, fillNumbers, fillPlace, fillStage, fillTags, fillTexts } from '../csv/fill-values.ts'
import { parseEmail } from '../../lib/emails.ts'
import { identifyCleaned } from '../identify-cleaned.ts'
import type { IncomingLead } from '../incoming.ts'

export interface MailHabits extends OneHabits {
  /** When the mail was sent; a lead without a date of its own was received then. */
  sentAt: number | null
}

const FIELDS = new Set<string>(LEAD_FIELDS)

/** What was read of one lead, cleaned as a row of a file is. What can't be read stands as it was written; what fits no field is kept as custom. */
export function draftOfReading(fields: readonly FieldReading[], habits: MailHabits): LeadDraft {
  const columns = fields.map(columnOf)
  const cells = fields.map((one) => one.value)
  const draft = emptyDraft()
  const work: Work = {
    by: cleaningOfOne(columns, cells, habits),
    line: 1,
    cells,
    draft,
    problems: [],
    texts: new Map(),
    joined: {},
  }
  columns.forEach(({ target, header }, index) => {
    const text = (cells[index] ?? '').replaceAll('\0', '').trim()
    if (text === '' || (text.length <= LONGEST_EMPTY && isEmpty(text, target))) return
    if (target === 'custom' || work.texts.has(target)) draft.custom[header] = text
    else work.texts.set(target, { text, index })
  })
  fillTexts(work)
  fillPlace(work)
  const emails = fillEmails(work)
  fillPhones(work)
  fillNumbers(work)
  fillTags(work)
  fillStage(work)
  fillDate(work)
  // What a mail says of the stage is kept as written: a lead that arrives is new, whoever wrote the mail.
  draft.stage = 'new'
  draft.name ??= [draft.firstName, draft.lastName].filter((part) => part !== null).join(' ') || emails.name
  draft.receivedAt ??= habits.sentAt
  return draft
}

/** The lead of a mail as the desk takes it in. `key` is the mail's, and the lead's place in it. */
export function leadOfReading(fields: readonly FieldReading[], habits: MailHabits, key: string): IncomingLead {
  const draft = draftOfReading(fields, habits)
  const isReadable = draft.email !== null && parseEmail(draft.email) !== null
  return identifyCleaned(draft, isReadable, { key, raw: null, rawKind: 'mail', line: null, owner: null })
}

function columnOf({ field }: FieldReading): PlannedColumn {
  const isField = FIELDS.has(field)
  const target: Target = isField ? (field as Target) : 'custom'
  const label = isField ? field : field.replace(/^custom\./, '')
  // The one name that a plain object can't hold.
  return { header: label === '__proto__' ? '(__proto__)' : label, target, matchedBy: 'none', joins: null, spareFor: null }
}
