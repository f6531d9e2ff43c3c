import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import type { OverviewReport } from '../../../src-main/contract/index.ts'
import { formatNumber } from '../../text/formats.ts'
import { reportsText } from '../../text/reports.ts'
import { dayLabel } from './day-label.ts'

const text = reportsText.chart

/** Two series told apart by lightness, so that they are in black and white too. */
export function DayChart({ days, height }: { days: OverviewReport['byDay']; height: number }) {
  return (
    <div role="img" aria-label={text.label}>
      <BarChart
        h={height}
        data={days.map((row) => ({ day: dayLabel(row.day), received: row.received, assigned: row.assigned }))}
        dataKey="day"
        series={[
          { name: 'received', label: text.received, color: 'var(--desk-neutral)' },
          { name: 'assigned', label: text.assigned, color: 'var(--mantine-primary-color-filled)' },
        ]}
        valueFormatter={formatNumber}
        withLegend
        legendProps={{ verticalAlign: 'top', height: 32, itemSorter: null }}
        barProps={{ isAnimationActive: false, maxBarSize: 28 }}
        gridAxis="x"
        tickLine="none"
      />
    </div>
  )
}
