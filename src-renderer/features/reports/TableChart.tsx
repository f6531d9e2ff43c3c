import '@mantine/charts/styles.css'
import { BarChart, LineChart } from '@mantine/charts'
import { useId, useMemo } from 'react'
import type { ReportTable } from '../../../src-main/contract/index.ts'
import { dayShort, valueSaid } from '../../text/report-figures.ts'
import { columnName } from '../../text/report-terms.ts'
import { reportsText } from '../../text/reports.ts'
import type { ChartSpec } from './chart-specs.ts'
import classes from './reports.module.css'
import { rowName } from './row-name.ts'
import { spanTicks } from './span-ticks.ts'
import { inPictureOrder } from './sort-rows.ts'
import { useShownReport } from './shown-report.ts'
import { colorOf, dashOf, fillOf, Hatches, Swatch } from './Strokes.tsx'

/** A picture of more is longer than a screen. */
const MOST_ROWS = 12
const ROW_HEIGHT = 34
const HEIGHT = 240
const NAME_LENGTH = 26

interface TableChartProps {
  table: ReportTable
  spec: ChartSpec
  label: string
}

/** A table as a picture. It is one for who can see; the table beside it says the same to everybody. */
export function TableChart({ table, spec, label }: TableChartProps) {
  const chartId = useId().replaceAll(/[^\w]/g, '')
  const { name: report, currency } = useShownReport()
  const isLine = spec.kind === 'lines'
  const rows = useMemo(() => drawnRows(table, spec), [table, spec])
  const measure = table.columns.find(({ id }) => id === spec.columns[0])?.measure ?? 'number'
  const said = (value: unknown): string =>
    typeof value === 'number' ? valueSaid(value, measure, spec.columns[0] ?? '', currency) : ''
  const series = spec.columns.map((name, at) => ({ name, label: columnName(name, report), color: colorOf(at) }))
  const scale = measure === 'duration' ? scaleOf(rows, spec) : {}
  const shared = {
    data: rows,
    dataKey: 'row',
    h: spec.along === true ? rows.length * ROW_HEIGHT * barsInRow(spec) + 44 : HEIGHT,
    valueFormatter: said,
    tickLine: 'none' as const,
    accessibilityLayer: false,
  }
  return (
    <div className={classes.chart}>
      <ul className={classes.legend} aria-hidden="true">
        {series.map(({ name, label: words }, at) => (
          <li key={name}>
            <Swatch chartId={chartId} at={at} isLine={isLine} />
            {words}
          </li>
        ))}
      </ul>
      <div role="img" aria-label={label}>
        {isLine ? (
          <LineChart
            {...shared}
            series={series.map((one, at) => ({ ...one, strokeDasharray: dashOf(at) }))}
            curveType="linear"
            withDots={rows.length <= 31}
            connectNulls={false}
            lineProps={{ isAnimationActive: false }}
            yAxisProps={{ width: yWidth(measure), ...scale }}
          />
        ) : (
          <BarChart
            {...shared}
            series={series}
            type={spec.kind === 'stacked' ? 'stacked' : 'default'}
            maxBarWidth={spec.along === true ? 20 : 36}
            {...(spec.along === true
              ? {
                  orientation: 'vertical' as const,
                  gridAxis: 'y' as const,
                  xAxisProps: scale,
                  yAxisProps: { width: 168, interval: 0 },
                }
              : { yAxisProps: { width: yWidth(measure), ...scale }, xAxisProps: { interval: 0, height: 44, tick: TwoLines } })}
            withBarValueLabel={spec.kind === 'bars'}
            valueLabelProps={{ fill: 'var(--mantine-color-text)', formatter: (value) => said(value) }}
            barChartProps={{ margin: { top: 18, right: spec.along === true ? 56 : 8 } }}
            barProps={({ name }) => ({
              fill: fillOf(
                chartId,
                series.findIndex((one) => one.name === name),
              ),
            })}
          >
            <Hatches chartId={chartId} />
          </BarChart>
        )}
      </div>
      {rows.length < table.rows.length ? (
        <p className={classes.caption}>{reportsText.chart.some(rows.length, table.rows.length)}</p>
      ) : null}
    </div>
  )
}

/** The name of a column, and under it how many leads it is made of. */
function TwoLines({ x, y, payload }: { x: number | string; y: number | string; payload: { value: unknown } }) {
  const [name = '', count = ''] = String(payload.value).split('\n')
  return (
    <text x={x} y={y} textAnchor="middle" fontSize={12} fill="currentColor">
      <tspan x={x} dy={18}>
        {name}
      </tspan>
      <tspan x={x} dy={15} opacity={0.85}>
        {count}
      </tspan>
    </text>
  )
}

const barsInRow = ({ kind, columns }: ChartSpec): number => (kind === 'bars' && columns.length > 1 ? 1.4 : 1)
const yWidth = (measure: string): number => (measure === 'duration' ? 92 : 56)

/** Time is marked in hours and minutes; the chart library would count in tens of milliseconds. */
function scaleOf(rows: readonly DrawnRow[], { kind, columns }: ChartSpec): { ticks: number[]; domain: [number, number] } {
  const lengths = rows.map((row) => {
    const parts = columns.map((id) => Number(row[id] ?? 0))
    return kind === 'stacked' ? parts.reduce((sum, part) => sum + part, 0) : Math.max(...parts)
  })
  const ticks = spanTicks(Math.max(0, ...lengths))
  return { ticks, domain: [0, ticks.at(-1) ?? 0] }
}

type DrawnRow = Record<string, string | number | null>

function drawnRows(table: ReportTable, { columns, along, count }: ChartSpec): DrawnRow[] {
  const at = (id: string): number => table.columns.findIndex((column) => column.id === id)
  const rows = inPictureOrder(table).slice(0, along === true ? MOST_ROWS : undefined)
  return rows.map((row) => {
    const name = table.by === 'day' ? dayShort(row.key) : short(rowName(table.by, row))
    const number = count === undefined ? null : (row.cells[at(count)]?.value ?? 0)
    return {
      row: number === null ? name : `${name}${along === true ? ' · ' : '\n'}${reportsText.chart.ofLeads(number)}`,
      ...Object.fromEntries(columns.map((id) => [id, row.cells[at(id)]?.value ?? null])),
    }
  })
}

const short = (name: string): string => (name.length <= NAME_LENGTH ? name : `${name.slice(0, NAME_LENGTH - 1)}…`)
