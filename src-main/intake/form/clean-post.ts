import { createHash } from 'node:crypto'
import { DeskError } from '../../contract/index.ts'
import { cleanRow } from '../csv/clean-row.ts'
import type { Cleaning } from '../csv/cleaning.ts'
import { cleaningOfOne, type OneHabits } from '../csv/cleaning-of-one.ts'
import { matchColumns } from '../csv/match-columns.ts'
import type { IncomingLead } from '../incoming.ts'
import { headerOf, isWishedDate } from './field-names.ts'
import type { PostedField } from './posted-field.ts'

/** A hidden field that people leave empty and robots fill. */
export const HONEYPOT = '_gotcha'

/**
 * Makes a lead of the fields of a post, matched and cleaned like a row of a file. What fits no field is kept under its own name. Throws
 * `bad-input` with field and reason when nobody could be reached, or a robot wrote it.
 */
export function cleanPost(posted: readonly PostedField[], habits: OneHabits): IncomingLead {
  if (posted.some(({ name, text }) => name === HONEYPOT && text.trim() !== ''))
    throw new DeskError('bad-input', { field: HONEYPOT, reason: 'this field is there for robots and must stay empty' })
  const fields = oneOfEach(posted.filter(({ name }) => name !== HONEYPOT))
  const cells = fields.map(({ text }) => text)
  const { lead, problems } = cleanRow(
    { line: 1, cells, raw: JSON.stringify(Object.fromEntries(fields.map(({ name, text }) => [name, text]))), flaw: null },
    cleaningOf(fields, habits),
  )
  if (lead === null) {
    const [problem] = problems
    const reason = 'an e-mail address, a telephone number or a website is needed'
    if (problem === undefined || problem.code === 'no-contact') throw new DeskError('bad-input', { field: 'email', reason })
    throw new DeskError('bad-input', { field: problem.field ?? 'body', reason: problem.message })
  }
  // What a form says of the stage is kept as written: a lead that arrives is new, whoever found the form's key.
  return { ...lead, rawKind: 'form', line: null, draft: { ...lead.draft, stage: 'new' } }
}

function cleaningOf(fields: readonly PostedField[], habits: OneHabits): Cleaning {
  const cells = fields.map(({ text }) => text)
  const headers = fields.map(({ name }) => headerOf(name))
  const columns = matchColumns({ headers, samples: [cells], hasHeader: true, file: 'post' })
  // Two names may end alike; what is kept under a name must not meet another there.
  const named = columns.map((column, index) => ({
    ...column,
    header: fields[index]?.name ?? column.header,
    target: column.target === 'receivedAt' && isWishedDate(column.header) ? ('custom' as const) : column.target,
  }))
  return cleaningOfOne(named, cells, habits)
}

/** Boxes ticked under one name are one field: "roof, windows". */
function oneOfEach(posted: readonly PostedField[]): PostedField[] {
  const byName = new Map<string, string[]>()
  for (const { name, text } of posted) {
    const key = nameToKeep(name)
    const texts = byName.get(key)
    if (texts === undefined) byName.set(key, [text])
    else if (text.trim() !== '' && !texts.includes(text)) texts.push(text)
  }
  return [...byName].map(([name, texts]) => ({ name, text: texts.filter((text) => text.trim() !== '').join(', ') }))
}

function nameToKeep(name: string): string {
  const trimmed = name.trim().replace(/\[\]$/, '')
  // The one name that a plain object can't hold.
  if (trimmed === '__proto__') return '(__proto__)'
  return trimmed === '' ? 'field' : trimmed
}

/** What tells one body from another, however it was written down: the order of fields and the parts of a form may differ. */
export function hashOfFields(posted: readonly PostedField[]): string {
  const lines = posted.map(({ name, text }) => JSON.stringify([name, text])).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
