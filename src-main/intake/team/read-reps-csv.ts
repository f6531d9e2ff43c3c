import { HoursSpan, type RepProfile } from '../../contract/index.ts'
import { parseEmail } from '../../lib/emails.ts'
import { isTimeZone } from '../../lib/working-time.ts'
import { readHours } from './read-hours.ts'
import { type FileProblem, listIn, readTable, type TableRow } from './read-table.ts'

/** Columns of reps.csv (ROUTING, "Files"); `hourly_cap` is ours, for what the screen can set. */
export const REP_COLUMNS = [
  'name',
  'email',
  'role',
  'team',
  'skills',
  'languages',
  'products',
  'tier',
  'territories',
  'weight',
  'capacity',
  'daily_cap',
  'hourly_cap',
  'time_zone',
  'hours',
] as const

/** A rep as the file has it: columns it lacks are absent, so that a known rep keeps its own. */
export type RepInFile = Partial<RepProfile> & Pick<RepProfile, 'email'>

export interface ReadReps {
  reps: { line: number; rep: RepInFile }[]
  problems: FileProblem[]
}

/** Reads reps.csv whole, and names everything that is wrong in it. */
export function readRepsCsv(text: string): ReadReps {
  const { rows, problems } = readTable(text, REP_COLUMNS, ['email'])
  const seen = new Map<string, number>()
  const reps = rows.map((row) => {
    const rep = readRep(row, problems)
    const before = seen.get(rep.email)
    if (before !== undefined && rep.email !== '')
      problems.push({ line: row.line, field: 'email', reason: `${rep.email} stands on line ${before} already` })
    seen.set(rep.email, before ?? row.line)
    return { line: row.line, rep }
  })
  if (reps.length === 0 && problems.length === 0) problems.push({ line: 1, field: null, reason: 'there is no rep in the file' })
  return { reps, problems }
}

function readRep({ line, cells }: TableRow, problems: FileProblem[]): RepInFile {
  const bad = (field: string, reason: string): void => void problems.push({ line, field, reason })
  const written = cells.get('email') ?? ''
  const address = parseEmail(written)?.address
  if (written === '' && cells.has('email')) bad('email', 'an e-mail address is needed')
  else if (address === undefined && written !== '') bad('email', `"${written}" is no e-mail address`)
  const rep: RepInFile = { email: address ?? '' }

  const name = cells.get('name')
  if (name === '') bad('name', 'a name is needed')
  else if (name !== undefined) rep.name = name.slice(0, 200)
  const role = cells.get('role')?.toLowerCase()
  if (role !== undefined) {
    if (role !== '' && role !== 'rep' && role !== 'manager') bad('role', `"${role}" is no role; write rep or manager`)
    rep.role = role === 'manager' ? 'manager' : 'rep'
  }
  for (const field of ['team', 'tier'] as const) {
    const text = cells.get(field)
    if (text !== undefined) rep[field] = text || null
  }
  for (const field of ['skills', 'languages', 'products', 'territories'] as const) {
    const list = cells.get(field)
    if (list !== undefined) rep[field] = listIn(list)
  }
  const weight = readCount(cells.get('weight'), 1)
  if (weight !== undefined) {
    if (weight === null || weight > 1000) bad('weight', `"${cells.get('weight')}" is no weight; write a number from 0 to 1000`)
    else rep.weight = weight
  }
  for (const [column, field] of [
    ['capacity', 'capacity'],
    ['daily_cap', 'dailyCap'],
    ['hourly_cap', 'hourlyCap'],
  ] as const) {
    const text = cells.get(column)
    if (text === undefined) continue
    const count = text === '' ? null : readCount(text, 0)
    if (text !== '' && (count === null || count === undefined || !Number.isInteger(count)))
      bad(column, `"${text}" is no whole number from 0 up`)
    else rep[field] = count ?? null
  }
  const zone = cells.get('time_zone')
  if (zone !== undefined) {
    if (zone !== '' && !isTimeZone(zone)) bad('time_zone', `there is no time zone "${zone}"${suggestZone(zone)}`)
    else rep.timeZone = zone || null
  }
  const hours = cells.get('hours')
  if (hours !== undefined) {
    const read = readHours(hours)
    if (read !== null && 'reason' in read) bad('hours', read.reason)
    else rep.hours = read === null ? null : read.map((span) => HoursSpan.parse(span))
  }
  return rep
}

/** Undefined when the column is absent, null for what is no number from 0 up. */
function readCount(text: string | undefined, empty: number): number | null | undefined {
  if (text === undefined) return undefined
  if (text === '') return empty
  return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null
}

/** "Berlin" and "CET" are what people write first. */
function suggestZone(text: string): string {
  const key = text.toLowerCase().replaceAll(/\s/g, '_')
  const zone = Intl.supportedValuesOf('timeZone').find((one) => one.toLowerCase().endsWith(`/${key}`))
  return zone ? `; did you mean "${zone}"?` : '; write one like Europe/Berlin'
}
