import { memo, useDeferredValue, useMemo } from 'react'
import type { Report } from '../../../src-main/contract/index.ts'
import { termOf } from '../../text/report-terms.ts'
import { reportsText } from '../../text/reports.ts'
import { changeOf } from './compare-figure.ts'
import { FigureCard } from './FigureCard.tsx'
import classes from './reports.module.css'
import { TablePlaces } from './ReportPlaces.tsx'
import { ShownReportProvider } from './shown-report.ts'
import { TableSection } from './TableSection.tsx'
import { Timeline } from './Timeline.tsx'

interface ReportViewProps {
  report: Report
  earlier: Report | null
  /** What it is compared with is on its way. */
  awaitsEarlier: boolean
}

/** A report with its figures, pictures and tables, and for a print what each number means. The figures are drawn first. */
export const ReportView = memo(function ReportView({ report, earlier, awaitsEarlier }: ReportViewProps) {
  const { figures, currency } = report
  const told = useDeferredValue(report, null)
  const shown = useMemo(() => ({ name: report.name, currency: report.currency, notes: footnotesOf(report) }), [report])
  return (
    <ShownReportProvider value={shown}>
      <section className={classes.cards} aria-label={reportsText.figures}>
        {figures.map((figure) => (
          <FigureCard
            key={figure.id}
            figure={figure}
            change={
              earlier === null
                ? awaitsEarlier
                  ? 'awaited'
                  : null
                : changeOf(
                    figure,
                    earlier.figures.find(({ id }) => id === figure.id),
                    { now: currency, before: earlier.currency },
                  )
            }
          />
        ))}
      </section>
      {told === null ? <TablePlaces name={report.name} /> : <Tables report={told} />}
      <section className={classes.printed} aria-hidden="true">
        <h2 className={classes.footnotesTitle}>{reportsText.footnotes}</h2>
        <ol className={classes.footnotes}>
          {[...shown.notes.keys()].map((id) => (
            <li key={id}>
              <b>{termOf(id, report.name).name}</b> {termOf(id, report.name).means}
            </li>
          ))}
        </ol>
      </section>
    </ShownReportProvider>
  )
})

const Tables = memo(function Tables({ report }: { report: Report }) {
  return (
    <>
      <Timeline report={report} />
      {report.tables.map((table) => (
        <TableSection key={table.id} table={table} />
      ))}
    </>
  )
})

/** Each number of a report with its place among the footnotes, in the order they are met. */
function footnotesOf({ figures, tables }: Report): ReadonlyMap<string, number> {
  const ids = [...figures.map(({ id }) => id), ...tables.flatMap((table) => table.columns.map(({ id }) => id))]
  return new Map([...new Set(ids)].map((id, at) => [id, at + 1]))
}

/** Whether there is nothing to tell: no lead, offer, arrival or hour. */
export function isEmptyReport({ figures, tables, timeline }: Report): boolean {
  const isNothing = ({ value }: { value: number | null }): boolean => value === null || value === 0
  return (
    timeline.length === 0 &&
    figures.every(isNothing) &&
    tables.every(({ rows }) => rows.every(({ cells }) => cells.every(isNothing)))
  )
}
