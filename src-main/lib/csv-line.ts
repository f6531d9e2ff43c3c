const RISKY = /^'*[=+\-@\t\r]/

/**
 * Keeps a spreadsheet from running a cell as a formula: one that begins with = + - @ tab or CR gets an apostrophe in front. A cell
 * that already begins with apostrophes before such a sign gets one more, so that taking one off always gives the cell back.
 */
export function guarded(cell: string): string {
  return RISKY.test(cell) ? `'${cell}` : cell
}

/** A line of CSV, texts guarded, quoted only where it must be; CRLF, as RFC 4180 and Excel want it. */
export function csvLine(cells: readonly (string | number)[], delimiter = ','): string {
  const text = (cell: string | number): string => (typeof cell === 'number' ? String(cell) : quoted(guarded(cell), delimiter))
  return `${cells.map(text).join(delimiter)}\r\n`
}

/** Cells as a row of a CSV file stands in it: neither guarded nor ended. */
export function csvRecord(cells: readonly string[]): string {
  return cells.map((cell) => quoted(cell, ',')).join(',')
}

function quoted(cell: string, delimiter: string): string {
  // A cell with blanks around it is quoted too: some readers trim the others.
  return /["\r\n]|^\s|\s$/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
}
