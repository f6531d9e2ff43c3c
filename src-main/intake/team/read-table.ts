import { DeskError } from '../../contract/index.ts'
import { squash } from '../../lib/fold.ts'
import { findLayout } from '../csv/find-layout.ts'
import { unguarded } from '../csv/guard-cells.ts'

export interface FileProblem {
  line: number
  field: string | null
  reason: string
}

/** A row of a team file: its cells by column, trimmed; columns the file lacks are absent. */
export interface TableRow {
  line: number
  cells: ReadonlyMap<string, string>
}

/**
 * Reads a small file whose columns are known beforehand. Every problem is gathered, so that the person mends all at once; columns it
 * does not know are problems too, since a misspelt one would silently change nothing.
 */
export function readTable(
  text: string,
  known: readonly string[],
  required: readonly string[],
): { rows: TableRow[]; columns: ReadonlySet<string>; problems: FileProblem[] } {
  const problems: FileProblem[] = []
  const layout = findLayout(text.replace(/^\ufeff/, ''), true, undefined)
  const [header, ...body] = layout.rows.filter((row) => row.flaw === 'torn-quote' || row.cells.some((cell) => cell.trim() !== ''))
  if (!header) return { rows: [], columns: new Set(), problems: [{ line: 1, field: null, reason: 'the file is empty' }] }
  const byKey = new Map(known.map((column) => [squash(column), column]))
  const columns = header.cells.map((cell) => {
    const column = byKey.get(squash(cell))
    if (column !== undefined) return column
    const written = cell.trim()
    if (written !== '')
      problems.push({ line: header.line, field: written, reason: `there is no column "${written}"${suggest(written, known)}` })
    return null
  })
  columns.forEach((column, index) => {
    if (column !== null && columns.indexOf(column) < index)
      problems.push({ line: header.line, field: column, reason: 'the column stands twice' })
  })
  for (const column of required)
    if (!columns.includes(column))
      problems.push({ line: header.line, field: column, reason: `the column "${column}" is missing` })
  const rows = body.map((row): TableRow => {
    if (row.flaw !== null)
      problems.push({ line: row.line, field: null, reason: 'a quote is not closed, or text stands behind it' })
    if (row.cells.slice(columns.length).some((cell) => cell.trim() !== ''))
      problems.push({ line: row.line, field: null, reason: `${row.cells.length} cells under ${columns.length} columns` })
    const cells = new Map<string, string>()
    columns.forEach((column, index) => {
      if (column !== null) cells.set(column, unguarded(row.cells[index] ?? '').trim())
    })
    return { line: row.line, cells }
  })
  return { rows, columns: new Set(columns.filter((column) => column !== null)), problems }
}

/** All or nothing: any problem, and nothing is changed. */
export function refuseIfBad(file: string, problems: readonly FileProblem[]): void {
  if (problems.length === 0) return
  throw new DeskError('team-file-bad', { file, problems: [...problems].sort((a, b) => a.line - b.line) })
}

/** Values of a list cell: `de|en`. */
export function listIn(cell: string): string[] {
  return [...new Set(cell.split('|').map((one) => one.trim()))].filter((one) => one !== '')
}

/** "; did you mean "weight"?" for what is a slip of the finger away, else the names there are. */
export function suggest(written: string, known: readonly string[]): string {
  const key = squash(written)
  const near = known.map((name) => ({ name, far: distance(key, squash(name)) })).sort((a, b) => a.far - b.far)[0]
  if (near && near.far <= Math.max(1, Math.floor(key.length / 3))) return `; did you mean "${near.name}"?`
  return `; there are ${known.join(', ')}`
}

/** Letters to change, drop or add to make one of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
