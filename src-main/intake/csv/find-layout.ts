import { headerHits } from './match-columns.ts'
import { looksLike } from './read-content.ts'
import { type Row, RowScanner } from './scan-rows.ts'

/** How the text of a file is cut into rows. */
export interface Layout {
  delimiter: string
  hasBackslashes: boolean
  /** Rows of the head, complete ones only. */
  rows: Row[]
}

/** Tried in this order; the later ones only when none of the first four makes a table. */
const DELIMITERS = [',', ';', '\t', '|']
const RARE_DELIMITERS = ['^', '~', '\u001f', '\u0001', ':']
/** Excel writes its delimiter into a first line of its own, and reads it there. */
const SEP_LINE = /^sep=(.)\r?$/i
/** Rows that say enough about a delimiter. */
const ROWS_WEIGHED = 300

export function findLayout(text: string, isWhole: boolean, given: string | undefined): Layout {
  const sep = SEP_LINE.exec(text.slice(0, text.search(/\r?\n|\r|$/)))?.[1]
  const delimiter = given ?? sep ?? findDelimiter(text, isWhole)
  const plain = scan(text, isWhole, delimiter, false)
  // MySQL and some scripts write \" inside quotes: believed where it leaves fewer rows in doubt.
  if (text.includes('\\"') && plain.some((row) => row.flaw !== null)) {
    const slashed = scan(text, isWhole, delimiter, true)
    if (countFlaws(slashed) < countFlaws(plain)) return { delimiter, hasBackslashes: true, rows: slashed }
  }
  return { delimiter, hasBackslashes: false, rows: plain }
}

/** Lines that belong to no table: Excel's `sep=;`. */
export function isSepLine(row: Row): boolean {
  return row.line === 1 && SEP_LINE.test(row.raw)
}

function scan(text: string, isWhole: boolean, delimiter: string, hasBackslashes: boolean): Row[] {
  const scanner = new RowScanner(delimiter, hasBackslashes)
  const rows = scanner.push(text)
  if (isWhole || rows.length === 0) rows.push(...scanner.end())
  return rows.filter((row) => !isSepLine(row))
}

function countFlaws(rows: readonly Row[]): number {
  return rows.filter((row) => row.flaw !== null).length
}

function findDelimiter(text: string, isWhole: boolean): string {
  const piece = text.length > 131_072 ? text.slice(0, 131_072) : text
  const weigh = (delimiters: string[]): { delimiter: string; weight: number }[] =>
    delimiters.map((delimiter) => ({ delimiter, weight: weightOf(scan(piece, isWhole && piece === text, delimiter, false)) }))
  const best = weigh(DELIMITERS).reduce((a, b) => (b.weight > a.weight ? b : a))
  if (best.weight >= 1) return best.delimiter
  const rare = weigh(RARE_DELIMITERS).reduce((a, b) => (b.weight > a.weight ? b : a))
  // A rare sign has to make a clean table: in a file of one column it is most likely part of the text.
  if (rare.weight >= 1 && rare.weight > best.weight) return rare.delimiter
  return best.weight > 0 ? best.delimiter : ','
}

/** How much of a table the rows make: the share of rows as wide as most, more for more columns, more for known headers. */
function weightOf(all: readonly Row[]): number {
  const rows = all.slice(0, ROWS_WEIGHED)
  const widths = new Map<number, number>()
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const [width, count] = [...widths].filter(([cells]) => cells > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
  if (count === 0) return 0
  const hits = Math.max(0, ...rows.slice(0, 15).map((row) => (row.cells.length > 1 ? headerHits(row.cells) : 0)))
  const consistency = count / rows.length
  // Text with commas in it is a bad table: rows of many widths.
  if (consistency < 0.4 && hits < 2) return consistency * 0.1
  return consistency * (1 + Math.log2(width) / 10) + hits * 0.5 - countFlaws(rows) / rows.length
}

export interface HeaderPlace {
  /** Null when the file has none. */
  row: Row | null
}

/** Which of the first rows holds the headers: skips titles above it, and sees when there is none at all. */
export function findHeader(
  rows: readonly Row[],
  options: { hasHeader?: boolean | undefined; headerLine?: number | undefined },
): HeaderPlace {
  if (options.hasHeader === false) return { row: null }
  if (options.headerLine !== undefined) {
    const line = options.headerLine
    return { row: rows.find((row) => row.line === line) ?? rows.find((row) => row.line > line) ?? null }
  }
  // A first line of `"",""` is a header that names nothing; a first line of bare commas is a blank one.
  const first = rows.find((row) => row.raw.includes('"') || row.cells.some((cell) => cell.trim() !== ''))
  if (!first) return { row: null }
  const candidates = rows.slice(0, 20)
  const hits = candidates.map((row) => headerHits(row.cells))
  const most = Math.max(0, ...hits)
  const best = candidates[hits.findIndex((count) => count >= 1 && count >= most * 0.6)]
  // What stands above a header is a title: narrower, and never a row of its own with addresses in it.
  const isTitled = best && best !== first && most >= 2 && candidates.every((row) => row.line >= best.line || isTitle(row, best))
  if (best && (best === first || isTitled)) return { row: best }
  if (options.hasHeader === true) return { row: first }
  return { row: looksLikeData(first) ? null : skipNarrow(rows, first) }
}

function isTitle(row: Row, header: Row): boolean {
  const filled = row.cells.filter((cell) => cell.trim() !== '')
  return filled.length < header.cells.length / 2 + 1 && filled.length <= 2 && !filled.some(isValue)
}

/** Without known names: the first row as wide as the rest, when only lines of one text stand above it. */
function skipNarrow(rows: readonly Row[], first: Row): Row {
  const isOneText = ({ cells }: Row): boolean => {
    const [text = '', ...more] = cells.filter((cell) => cell.trim() !== '')
    return more.length === 0 && (cells.length === 1 || text.trim().includes(' '))
  }
  if (!isOneText(first)) return first
  const wide = rows.slice(0, 10).find((row) => row.cells.length > 1 && !isOneText(row))
  const isTable = wide && rows.filter((row) => row.cells.length === wide.cells.length).length > rows.length * 0.6
  return wide && isTable && !looksLikeData(wide) && wide.cells.every((cell) => cell.trim() !== '') ? wide : first
}

const isValue = (cell: string): boolean =>
  looksLike.email(cell) || looksLike.phone(cell) || looksLike.url(cell) || looksLike.date(cell)

/** Headers are words: a row with an address, a date or nothing but numbers is a row of data. */
function looksLikeData(row: Row): boolean {
  const filled = row.cells.filter((cell) => cell.trim() !== '')
  return filled.some(isValue) || (filled.length > 0 && filled.every(looksLike.number))
}

/** Headers as the desk calls them: one line, no mark or blanks around, none empty, none twice. */
export function normaliseHeaders(cells: readonly string[]): string[] {
  const used = new Set<string>()
  const counts = new Map<string, number>()
  return cells.map((cell, index) => {
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out.
    const plain = cell.replaceAll(/[\s\u0000-\u001f\u007f\ufeff]+/g, ' ').trim() || `Column ${index + 1}`
    let header = plain
    let count = counts.get(plain) ?? 1
    while (used.has(header)) header = `${plain} (${++count})`
    counts.set(plain, count)
    used.add(header)
    return header
  })
}
