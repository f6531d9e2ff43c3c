/** Columns that a file of left-out rows has behind those of the original. */
export const MARKERS: readonly [line: string, problem: string] = ['line', 'problem']

const GUARDED = /^'+[=+\-@\t\r]/
const RISKY = /^'*[=+\-@\t\r]/

/**
 * Keeps a spreadsheet from running a cell as a formula: one that begins with = + - @ tab or CR gets an apostrophe in front. A cell
 * that already begins with apostrophes before such a sign gets one more, so that taking one off always gives the cell back.
 */
export function guarded(cell: string): string {
  return RISKY.test(cell) ? `'${cell}` : cell
}

export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell
}

export function hasMarkers(headers: readonly string[]): boolean {
  return headers.length > 2 && headers.at(-2) === MARKERS[0] && headers.at(-1) === MARKERS[1]
}

/** A line of CSV, guarded, quoted only where it must be; CRLF, as RFC 4180 and Excel want it. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  return `${cells.map((cell) => quoted(guarded(cell), delimiter)).join(delimiter)}\r\n`
}

/** Cells as a row of a CSV file stands in it: neither guarded nor ended. */
export function csvRecord(cells: readonly string[]): string {
  return cells.map((cell) => quoted(cell, ',')).join(',')
}

function quoted(cell: string, delimiter: string): string {
  // A cell with blanks around it is quoted too: some readers trim the others.
  return /["\r\n]|^\s|\s$/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
}
