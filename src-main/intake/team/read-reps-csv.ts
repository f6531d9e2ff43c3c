import { HoursSpan, REP_COLUMNS, type RepProfile } from '../../contract/index.ts'
import { parseEmail } from '../../lib/emails.ts'
import { isHolidayRegion } from '../../lib/holidays.ts'
import { isTimeZone } from '../../lib/working-time.ts'
import { readHours } from './read-hours.ts'
import { type FileProblem, listIn, readTable, type TableRow } from './read-table.ts'

/** A rep as the file has it: columns it lacks are absent, so that a known rep keeps its own. */
export type RepInFile = Partial<RepProfile> & Pick<RepProfile, 'email'>

export interface ReadReps {
  /** `rampUntil` is a day at whose local midnight the ramp ends, by the clock of the rep; undefined when the file has no such column. */
  reps: { line: number; rep: RepInFile; rampUntil: string | null | undefined }[]
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
    return { line: row.line, rep, rampUntil: readDay(row, problems) }
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
  const percent = cells.get('ramp_percent')
  if (percent !== undefined) {
    const share = percent === '' ? null : readCount(percent.replace(/\s*%$/, ''), 0)
    if (share === undefined || (percent !== '' && share === null) || (share ?? 0) > 100)
      bad('ramp_percent', `"${percent}" is no percentage; write a number from 0 to 100`)
    else rep.rampPercent = share
  }
  const holidays = cells.get('holidays')
  if (holidays !== undefined) {
    const region = /^none$/i.test(holidays) ? 'none' : holidays.toUpperCase()
    if (region !== '' && region !== 'none' && !isHolidayRegion(region))
      bad('holidays', `"${holidays}" is no region; write one like DE-BY, or none`)
    else rep.holidays = region || null
  }
  return rep
}

/** A day of the calendar, `2026-12-31`; null for an empty cell. */
function readDay({ line, cells }: TableRow, problems: FileProblem[]): string | null | undefined {
  const text = cells.get('ramp_until')
  if (text === undefined || text === '') return text === undefined ? undefined : null
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN
  // The 30th of February would be read as a day of March.
  if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(text)) return text
  problems.push({ line, field: 'ramp_until', reason: `"${text}" is no day; write one like 2026-12-31` })
  return null
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
