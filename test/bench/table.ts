import { isMissed, ratioOf, type Row } from './measure.ts'

const WIDTHS = [34, 12, 12, 10, 8, 8, 7]

/** The rows as lines of a table. */
export function told(rows: readonly Row[], withHead: boolean): string {
  const head = line(['workload', 'product', 'beside it', 'ratio', 'must', 'aim', 'noise', 'beside what'])
  return [...(withHead ? ['', head] : []), ...rows.map((row) => line(cells(row)))].join('\n')
}

function cells(row: Row): string[] {
  const ratio = ratioOf(row)
  const goal = (limit: number | null): string => (limit === null ? '' : `${row.isAhead ? '≥' : '≤'} ${limit}`)
  return [
    row.workload,
    figure(row.product, row.unit),
    row.floor === null ? '' : figure(row.floor, row.unit),
    ratio === null ? '' : `${ratio.toFixed(2)}${isMissed(row) ? ' !' : '  '}`,
    goal(row.must),
    goal(row.aim),
    `${Math.round(row.noise * 100)}%`,
    (row.isAhead ? 'ahead of ' : '') + row.against,
  ]
}

function figure(value: number, unit: Row['unit']): string {
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}`
}

/** Names to the left, figures to the right. */
function line(parts: readonly string[]): string {
  return parts
    .map((part, i) => {
      const width = WIDTHS[i]
      if (width === undefined) return `  ${part}`
      return i === 0 ? part.padEnd(width) : part.padStart(width)
    })
    .join('')
    .trimEnd()
}
