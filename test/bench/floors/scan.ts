/**
 * The least that cutting a CSV file into cells takes: nothing is checked, lines are not counted, and what is not as RFC 4180 has
 * it comes out as it may. Calls `take` with a thousand rows at a time, which are then let go.
 */
export function scanRows(text: string, take: (rows: string[][]) => void): void {
  let rows: string[][] = []
  let at = 0
  let quote = text.indexOf('"')
  while (at < text.length) {
    let end = text.indexOf('\n', at)
    if (end < 0) end = text.length
    if (quote >= 0 && quote < at) quote = text.indexOf('"', at)
    if (quote < 0 || quote > end) {
      rows.push(text.slice(at, end).split(','))
      at = end + 1
    } else {
      const cells: string[] = []
      at = quotedRow(text, at, cells)
      rows.push(cells)
    }
    if (rows.length === 1_000) {
      take(rows)
      rows = []
    }
  }
  if (rows.length > 0) take(rows)
}

function quotedRow(text: string, from: number, cells: string[]): number {
  let at = from
  for (;;) {
    if (text.charCodeAt(at) === 34) {
      let value = ''
      let start = at + 1
      let close = text.indexOf('"', start)
      while (text.charCodeAt(close + 1) === 34) {
        value += text.slice(start, close + 1)
        start = close + 2
        close = text.indexOf('"', start)
      }
      cells.push(value + text.slice(start, close))
      at = close + 1
    } else {
      const begun = at
      let code = text.charCodeAt(at)
      while (code !== 44 && code !== 10 && at < text.length) code = text.charCodeAt(++at)
      cells.push(text.slice(begun, at))
    }
    if (text.charCodeAt(at) !== 44) return at + 1
    at++
  }
}
