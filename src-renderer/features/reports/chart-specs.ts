import type { ReportTable } from '../../../src-main/contract/index.ts'
import type { TableId, TermId } from '../../text/report-terms.ts'

/** How columns of a table are drawn. `along`: bars lie, a row each, where rows have names and not an order of their own. */
export interface ChartSpec {
  kind: 'lines' | 'bars' | 'stacked'
  columns: readonly TermId[]
  along?: true
  /** The column that tells how many leads a row is made of; said beside its name. */
  count?: TermId
}

/** Tables that say more as a picture; the others are read as tables only. */
export const chartSpecs: Readonly<Partial<Record<string, readonly ChartSpec[]>>> = {
  overviewByDay: [{ kind: 'lines', columns: ['received', 'assigned', 'attempted', 'won'] }],
  speedBands: [
    { kind: 'bars', columns: ['leads'] },
    { kind: 'bars', columns: ['qualifiedShare', 'wonShare'], count: 'leads' },
  ],
  speedByDay: [{ kind: 'lines', columns: ['speedP50', 'speedP95'] }],
  offersByRep: [{ kind: 'stacked', columns: ['accepted', 'declined', 'expired', 'withdrawn'], along: true }],
  rerouteReasons: [{ kind: 'bars', columns: ['times'], along: true }],
  leakByDay: [{ kind: 'lines', columns: ['received', 'leaked'] }],
  conversionBySource: [{ kind: 'bars', columns: ['qualifiedShare', 'wonShare'], along: true, count: 'received' }],
  // Side by side: a gap means little without the time its rep was there.
  fairnessByRep: [
    { kind: 'bars', columns: ['gap'], along: true },
    { kind: 'bars', columns: ['availableShare'], along: true },
  ],
  intakeBySource: [{ kind: 'stacked', columns: ['leads', 'matched'], along: true }],
  ignoredMails: [{ kind: 'bars', columns: ['mails'], along: true }],
  availabilityByRep: [{ kind: 'stacked', columns: ['available', 'busy', 'away'], along: true }],
} satisfies Partial<Record<TableId, readonly ChartSpec[]>>

/** A line needs two points, and any picture something to show. */
export function canDraw({ rows, columns }: ReportTable, { kind, columns: drawn }: ChartSpec): boolean {
  const at = columns.flatMap(({ id }, column) => (drawn.some((one) => one === id) ? [column] : []))
  const isThere = rows.some(({ cells }) => at.some((column) => (cells[column]?.value ?? 0) !== 0))
  return isThere && rows.length >= (kind === 'lines' ? 2 : 1)
}

/** The order columns are shown in, where another reads better than the one they are told in. */
const shownFirst: Readonly<Partial<Record<string, readonly TermId[]>>> = {
  fairnessByRep: ['given', 'expected', 'gap', 'gapShare', 'availableShare'],
} satisfies Partial<Record<TableId, readonly TermId[]>>

/** The table with its columns in the order they are shown. */
export function asShown(table: ReportTable): ReportTable {
  const first = shownFirst[table.id]
  if (first === undefined) return table
  const place = (id: string): number => {
    const at = first.findIndex((one) => one === id)
    return at < 0 ? first.length : at
  }
  const order = table.columns
    .map((_, at) => at)
    .sort((a, b) => place(table.columns[a]?.id ?? '') - place(table.columns[b]?.id ?? ''))
  const sorted = <Item>(items: readonly Item[]): Item[] => order.flatMap((at) => items[at] ?? [])
  return { ...table, columns: sorted(table.columns), rows: table.rows.map((row) => ({ ...row, cells: sorted(row.cells) })) }
}
