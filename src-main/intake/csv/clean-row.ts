import { hash } from 'node:crypto'
import { emptyDraft } from '../../desk/empty-draft.ts'
import { registrableDomain } from '../../lib/emails.ts'
import { identifyCleaned } from '../identify-cleaned.ts'
import type { IncomingLead, StoredProblem } from '../incoming.ts'
import {
  type CleanedRow,
  type Cleaning,
  isEmpty,
  isFormulaError,
  keepAsCustom,
  LONGEST_EMPTY,
  tell,
  type Work,
} from './cleaning.ts'
import { fieldOf, type PlannedColumn } from './column.ts'
import { leaveOut, shown } from './file-problem.ts'
import { fillEmails, fillPhones, type FoundEmails } from './fill-contacts.ts'
import { fillDate, fillNumbers, fillPlace, fillStage, fillTags, fillTexts } from './fill-values.ts'
import { unguarded } from './guard-cells.ts'
import type { Row } from './scan-rows.ts'

/** Cells a row may have beyond the headers; what comes after is kept in the last of them. */
const MOST_EXTRAS = 100
/** What stands between the texts of two columns that fill one field. */
const JOINERS: Readonly<Record<string, string>> = { message: '\n', address: ', ', tags: ',' }

/** Makes a lead of a row, and says what of it could not be read. Nothing is thrown away: what fits no field is kept as custom. */
export function cleanRow(row: Row, by: Cleaning): CleanedRow {
  const { line } = row
  const cells = cellsOf(row, by)
  const out = (field: string | null, code: StoredProblem['code'], message: string): CleanedRow => ({
    lead: null,
    problems: [leaveOut(line, field, code, message, cells)],
  })
  if (row.flaw === 'torn-quote' && !(line in by.fixes))
    return out(null, 'torn-quote', 'a quote opens on this line and never closes')
  if (row.flaw === 'cell-too-long') return out(null, 'cell-too-long', 'the row is longer than a million characters')
  if (by.leftOutByHand.has(line)) return out(null, 'left-out-by-hand', 'left out by hand')

  const work: Work = { by, line, cells, draft: emptyDraft(), problems: [], texts: new Map(), joined: {} }
  tellFlaws(work, row)
  sortCells(work)
  if (work.texts.size === 0 && Object.keys(work.draft.custom).length === 0) return out(null, 'no-contact', 'the row is empty')
  fillTexts(work)
  fillPlace(work)
  const emails = fillEmails(work)
  const phones = fillPhones(work)
  fillNumbers(work)
  fillTags(work)
  fillStage(work)
  fillDate(work)

  const { draft } = work
  const site = draft.website === null ? null : registrableDomain(draft.website)
  draft.name ??= [draft.firstName, draft.lastName].filter((part) => part !== null).join(' ') || emails.name
  if (emails.addresses.length === 0 && phones.numbers.length === 0 && !phones.isDialable && site === null) {
    const other = 'and there is no other way to reach the person'
    if (emails.bad !== null) return out('email', 'bad-email', `${shown(emails.bad)} is no e-mail address, ${other}`)
    if (phones.bad !== null) return out('phone', 'bad-phone', `${shown(phones.bad)} is no telephone number, ${other}`)
    return out('email', 'no-contact', 'no e-mail address, telephone number or website')
  }
  const owner = draft.owner !== null && by.ownerOf ? by.ownerOf(draft.owner) : null
  if (owner === 'unknown') tell(work, 'owner', 'unknown-owner', `${shown(draft.owner ?? '')} is no rep of this desk`)
  return { lead: incoming(work, row.raw, emails, owner), problems: work.problems }
}

function tellFlaws(work: Work, row: Row): void {
  const width = work.by.columns.length - (work.by.isLeftOutFile ? 2 : 0)
  const count = work.cells.length
  if (row.flaw === 'stray-quote') tell(work, null, 'torn-quote', 'text stands behind a closing quote')
  if (row.raw.includes('\0')) tell(work, null, 'nul-byte', 'NUL characters were taken out')
  if (row.raw.includes('\ufffd')) tell(work, null, 'bad-encoding', 'some characters could not be read in this encoding')
  if (count < width) tell(work, null, 'too-few-cells', `${count} cells under ${width} headers`)
  if (count <= width) return
  const filled = keepExtras(work, width)
  if (filled > 0) tell(work, null, 'too-many-cells', `${count} cells under ${width} headers; the rest is kept`)
}

/** Cells without a header, kept as `Column 38` and so on. Answers how many of them hold something. */
function keepExtras(work: Work, width: number): number {
  let filled = 0
  const extras = work.cells.slice(width)
  for (let index = 0; index < Math.min(extras.length, MOST_EXTRAS); index++) {
    const isLast = index === MOST_EXTRAS - 1
    const text = (isLast ? extras.slice(index).join(' | ') : (extras[index] ?? '')).trim()
    if (isEmpty(text, 'custom')) continue
    work.draft.custom[`Column ${width + index + 1}`] = text
    filled++
  }
  return filled
}

/** Puts each cell to the field its column fills; a spare number or address goes where the main column is empty. */
function sortCells(work: Work): void {
  const { by, cells, texts } = work
  let hasSpares = false
  for (let index = 0; index < by.columns.length; index++) {
    const column = by.columns[index]
    if (!column || column.target === null) continue
    const text = (cells[index] ?? '').trim()
    if (text.length <= LONGEST_EMPTY && isEmpty(text, column.target)) {
      if (text !== '' && isFormulaError(text)) tellFormula(work, column, text)
      continue
    }
    if (isFormulaError(text)) tellFormula(work, column, text)
    else if (column.joins) work.joined[column.joins] = { text, index }
    else if (column.spareFor) hasSpares = true
    else if (column.target === 'custom') work.draft.custom[column.header] = text
    else {
      const before = texts.get(column.target)
      if (before) before.text += `${JOINERS[column.target] ?? ' '}${text}`
      else texts.set(column.target, { text, index })
    }
  }
  if (!hasSpares) return
  by.columns.forEach(({ spareFor: field }, index) => {
    const text = (cells[index] ?? '').trim()
    if (field === null || isEmpty(text, field)) return
    if (!texts.has(field)) texts.set(field, { text, index })
    else if (!texts.has(`${field}2`)) texts.set(`${field}2`, { text, index })
    else keepAsCustom(work, index, text)
  })
}

function tellFormula(work: Work, column: PlannedColumn, text: string): void {
  tell(
    work,
    fieldOf(column),
    'formula-error',
    `${shown(text)} under ${shown(column.header)} is a formula that failed; it is taken as empty`,
  )
}

function incoming(work: Work, raw: string, emails: FoundEmails, owner: IncomingLead['owner']): IncomingLead {
  const { draft, by, cells, line } = work
  const key =
    by.isIdStable && draft.externalId !== null
      ? `id:${draft.externalId}`
      : `row:${hash('sha1', cells.join('\u001f'), 'base64url')}`
  return identifyCleaned(draft, emails.addresses.length > 0, { key, raw, rawKind: 'csv', line, owner })
}

/** The row's cells as the person meant them: guards taken off, mended by hand, without NULs and markers. */
function cellsOf(row: Row, by: Cleaning): readonly string[] {
  let { cells } = row
  if (by.isLeftOutFile) cells = cells.slice(0, by.columns.length - 2).map(unguarded)
  if (row.raw.includes('\0')) cells = cells.map((cell) => cell.replaceAll('\0', ''))
  const fixes = by.fixes[row.line]
  if (fixes) {
    cells = [...cells]
    by.columns.forEach(({ header }, index) => {
      const fix = fixes[header]
      if (fix !== undefined) cells[index] = fix
    })
    cells = Array.from(cells, (cell) => cell ?? '')
  }
  return cells
}
