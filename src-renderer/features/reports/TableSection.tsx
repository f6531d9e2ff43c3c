import { lazy, Suspense } from 'react'
import type { ReportTable } from '../../../src-main/contract/index.ts'
import { columnName, tableName } from '../../text/report-terms.ts'
import { reportsText } from '../../text/reports.ts'
import { Loading } from '../../ui/Loading.tsx'
import { asShown, canDraw, chartSpecs } from './chart-specs.ts'
import { NumberTable } from './NumberTable.tsx'
import classes from './reports.module.css'
import { useShownReport } from './shown-report.ts'
import { SectionFrame, useView } from './SectionFrame.tsx'

const CHART_HEIGHT = 260

// The chart library is most of this screen's weight, and nobody waits for it to read the figures.
const TableChart = lazy(async () => ({ default: (await import('./TableChart.tsx')).TableChart }))

const isNarrow = ({ rows, columns }: ReportTable): boolean => rows.length === 0 || columns.length <= 4

/** A table of a report, first as a picture where it has one. A print has both. */
export function TableSection({ table }: { table: ReportTable }) {
  const report = useShownReport()
  const [view, setView] = useView('chart')
  const specs = (chartSpecs[table.id] ?? []).filter((spec) => canDraw(table, spec))
  const name = tableName(table.id)
  const hasChart = specs.length > 0
  return (
    <SectionFrame
      title={name}
      width={hasChart ? 'full' : isNarrow(table) ? 'narrow' : 'broad'}
      view={hasChart ? view : null}
      onView={setView}
    >
      {hasChart && view === 'chart' ? (
        <>
          <Suspense fallback={<Loading height={CHART_HEIGHT} />}>
            <div className={classes.charts}>
              {specs.map((spec) => (
                <TableChart
                  key={spec.columns.join()}
                  table={table}
                  spec={spec}
                  label={`${name}: ${spec.columns.map((id) => columnName(id, report.name)).join(', ')}`}
                />
              ))}
            </div>
          </Suspense>
          {table.id === 'speedBands' ? (
            <p className={classes.caption}>
              {reportsText.chart.hidden} {reportsText.chart.caution}
            </p>
          ) : null}
        </>
      ) : null}
      <div className={hasChart && view === 'chart' ? classes.printed : undefined}>
        <NumberTable table={asShown(table)} />
      </div>
    </SectionFrame>
  )
}
