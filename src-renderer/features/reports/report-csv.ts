import type { Cell, Measure, Report, ReportTable } from '../../../src-main/contract/index.ts'
import { csvText } from '../../lib/csv-text.ts'
import { columnName, tableName, termOf } from '../../text/report-terms.ts'
import { reportsText } from '../../text/reports.ts'
import { availabilityWords } from '../../text/words.ts'
import { rowName } from './row-name.ts'

const text = reportsText.csv
/** Tells Excel that the file is UTF-8. */
const MARK = '\ufeff'

/** The unit a machine reads a number in; durations are seconds. */
export function unitOf(measure: Measure, currency: string | null): string {
  return measure === 'money' ? (currency ?? '') : text.units[measure]
}

/** A number as a machine reads it. Binary dust is rounded away: 0.1 + 0.2 is 0.3 in a sheet. */
function plain({ value }: Cell, measure: Measure): number | null {
  if (value === null) return null
  return Number((measure === 'duration' ? value / 1_000 : value).toFixed(6))
}

const heading = (name: string, unit: string): string => (unit === '' ? name : `${name} (${unit})`)
// A day stays as a machine writes it; words are for people.
const rowKey = (by: ReportTable['by'], row: ReportTable['rows'][number]): string => (by === 'day' ? row.key : rowName(by, row))

/** One table, a line a row. Units stand in the heads of the columns. */
export function tableCsv({ name, currency }: Report, table: ReportTable): string {
  return (
    MARK +
    csvText(
      [
        reportsText.by[table.by],
        ...table.columns.map(({ id, measure }) => heading(columnName(id, name), unitOf(measure, currency))),
      ],
      table.rows.map((row) => [
        rowKey(table.by, row),
        ...row.cells.map((cell, at) => plain(cell, table.columns[at]?.measure ?? 'number')),
      ]),
    )
  )
}

export function figuresCsv({ name, figures, currency }: Report): string {
  return (
    MARK +
    csvText(
      [text.number, text.unit, text.value, text.of],
      figures.map((figure) => [
        termOf(figure.id, name).name,
        unitOf(figure.measure, currency),
        plain(figure, figure.measure),
        figure.of,
      ]),
    )
  )
}

/** Every number of a report, one a line, so that a sheet or program can turn it as it likes. */
export function reportCsv({ name, figures, tables, currency }: Report): string {
  const number = (id: string, measure: Measure, cell: Cell) =>
    [termOf(id, name).name, unitOf(measure, currency), plain(cell, measure), cell.of] as const
  const lines = [
    ...figures.map((figure) => [text.figures, text.total, ...number(figure.id, figure.measure, figure)]),
    ...tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells.map((cell, at) => {
          const { id, measure } = table.columns[at] ?? { id: '', measure: 'number' as const }
          return [tableName(table.id), rowKey(table.by, row), ...number(id, measure, cell)]
        }),
      ),
    ),
  ]
  return MARK + csvText([text.part, text.row, text.number, text.unit, text.value, text.of], lines)
}

/** The spells of every rep, a line each. */
export function timelineCsv({ timeline }: Report): string {
  return (
    MARK +
    csvText(
      [text.rep, text.from, text.to, text.state],
      timeline.flatMap(({ name, spells }) =>
        spells.map(({ from, to, state }) => [
          name,
          new Date(from).toISOString(),
          new Date(to).toISOString(),
          availabilityWords[state],
        ]),
      ),
    )
  )
}
