import { Button, Select, Tabs, Text, Tooltip } from '@mantine/core'
import { IconChartBar, IconRefresh } from '@tabler/icons-react'
import { REPORTS, type ReportName } from '../../../src-main/contract/index.ts'
import { COMPARISONS, type Comparison, rangeOf } from '../../lib/date-range.ts'
import { usePlace } from '../../lib/route.ts'
import { useNow } from '../../lib/use-now.ts'
import { wallClock } from '../../lib/zone-time.ts'
import { useDesk } from '../../state/hooks.ts'
import { formatMoment } from '../../text/formats.ts'
import { daysSaid } from '../../text/report-figures.ts'
import { reportsText } from '../../text/reports.ts'
import { told } from '../../text/ways-out.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { ScreenHead } from '../../ui/ScreenHead.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { useLightPrint } from './print-report.ts'
import { RangePicker } from './RangePicker.tsx'
import { readReportPlace, type ReportPlace, writeReportPlace } from './report-place.ts'
import { ReportPlaces } from './ReportPlaces.tsx'
import classes from './reports.module.css'
import { isEmptyReport, ReportView } from './ReportView.tsx'
import { type AskedReport, useReport } from './use-report.ts'

/** Are we fast, fair, and losing any? Eight reports of one period, each number with its leads behind it. */
export function ReportsScreen() {
  const { part, goTo } = usePlace()
  const place = readReportPlace(part)
  const timeZone = useDesk((state) => state.settings.timeZone)
  const { date: today } = wallClock(useNow(60_000), timeZone)
  const range = rangeOf(place.range, today)
  const asked = useReport(place)
  useLightPrint()
  const change = (parts: Partial<ReportPlace>): void => {
    goTo('reports', writeReportPlace({ ...place, ...parts }))
  }
  return (
    <div className={classes.screen}>
      <div className={classes.unprinted}>
        <ScreenHead title={reportsText.title}>
          {asked.hasNews ? <News onRead={asked.again} /> : null}
          <RangePicker
            choice={place.range}
            today={today}
            onChoose={(chosen) => {
              change({ range: chosen })
            }}
          />
          <Select
            size="xs"
            w={170}
            aria-label={reportsText.compare.label}
            allowDeselect={false}
            data={COMPARISONS.map((value) => ({ value, label: reportsText.compare.kinds[value] }))}
            value={place.comparison}
            onChange={(comparison: Comparison | null) => {
              if (comparison !== null) change({ comparison })
            }}
          />
          <ExportMenu report={asked.report} range={range} />
        </ScreenHead>
      </div>
      <Tabs
        className={classes.tabs}
        value={place.name}
        keepMounted={false}
        onChange={(name) => {
          change({ name: REPORTS.find((one) => one === name) ?? 'overview' })
        }}
      >
        <Tabs.List className={classes.tabList} aria-label={reportsText.tabsLabel}>
          {REPORTS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {reportsText.tabs[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {REPORTS.map((name) => (
          <Tabs.Panel key={name} value={name} className={classes.page}>
            <Head name={name} days={daysSaid(range.from, range.to)} asked={asked} timeZone={timeZone} />
            <Body
              name={name}
              asked={asked}
              onLonger={place.range === 'last-90' ? null : () => change({ range: 'last-90' })}
              onImport={() => goTo('intake', 'import')}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  )
}

/** What was asked, of when, against when. */
function Head({ name, days, asked, timeZone }: { name: ReportName; days: string; asked: AskedReport; timeZone: string }) {
  const deskName = useDesk((state) => state.settings.deskName)
  const { comparedWith: against } = asked
  const before =
    against === null ? '' : daysSaid(wallClock(against.from, timeZone).date, wallClock(against.to - 1, timeZone).date)
  return (
    <div className={classes.head}>
      <p className={`${classes.printed} ${classes.printedTitle}`}>
        {deskName}: {reportsText.title}, {reportsText.tabs[name]}
      </p>
      <Text className={classes.question}>{reportsText.asks[name]}</Text>
      <Text size="sm" c="dimmed">
        {days}
        {against === null ? '' : `, ${reportsText.compare.with(before)}`}
        {asked.earlier !== null && isEmptyReport(asked.earlier) ? `: ${reportsText.compare.nothing}` : ''}
        <span className={classes.printed}>. {reportsText.printed(formatMoment(asked.askedAt))}</span>
      </Text>
    </div>
  )
}

interface BodyProps {
  name: ReportName
  asked: AskedReport
  onLonger: (() => void) | null
  onImport: () => void
}

function Body({ name, asked, onLonger, onImport }: BodyProps) {
  const { report, fault, isLoading, isOther } = asked
  if (fault !== null) return <ErrorState {...told(fault)} onTryAgain={asked.again} />
  if (report === null) return <ReportPlaces name={name} isCompared={asked.comparedWith !== null} />
  return (
    <div className={classes.body} aria-busy={isLoading} data-old={isOther || undefined}>
      {isEmptyReport(report) ? (
        <EmptyState
          icon={<IconChartBar size={40} stroke={1.2} />}
          title={reportsText.empty.titles[report.name]}
          hint={reportsText.empty.hint}
        >
          <div className={classes.emptyWays}>
            {onLonger === null ? null : (
              <Button variant="default" onClick={onLonger}>
                {reportsText.empty.choose}
              </Button>
            )}
            <Button variant="default" onClick={onImport}>
              {reportsText.empty.import}
            </Button>
          </div>
        </EmptyState>
      ) : (
        <ReportView
          key={report.name}
          report={report}
          earlier={asked.earlier === null || isEmptyReport(asked.earlier) ? null : asked.earlier}
          awaitsEarlier={asked.comparedWith !== null && asked.earlier === null}
        />
      )}
    </div>
  )
}

function News({ onRead }: { onRead: () => void }) {
  return (
    <Tooltip label={reportsText.newsHint} multiline w={240} events={{ hover: true, focus: true, touch: true }}>
      <Button variant="subtle" size="xs" leftSection={<IconRefresh size={14} aria-hidden="true" />} onClick={onRead}>
        {reportsText.news}
      </Button>
    </Tooltip>
  )
}
