import { Button, Group, Paper, Table, Title } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { OverviewReport } from '../../../src-main/contract/index.ts'
import { formatNumber } from '../../text/formats.ts'
import { reportsText } from '../../text/reports.ts'
import { Loading } from '../../ui/Loading.tsx'
import { dayLabel } from './day-label.ts'

const { chart, columns, sections } = reportsText
const CHART_HEIGHT = 220

// The chart library is most of this screen's weight, and nobody waits for it to read the figures.
const DayChart = lazy(async () => ({ default: (await import('./DayChart.tsx')).DayChart }))

/** Received and assigned a day, as a chart or as the table behind it. */
export function Days({ report }: { report: OverviewReport }) {
  const [isTable, setIsTable] = useState(false)
  if (report.byDay.length === 0) return null
  return (
    <Paper withBorder p="md" component="section" aria-label={sections.days}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          {sections.days}
        </Title>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            setIsTable((before) => !before)
          }}
        >
          {isTable ? chart.asChart : chart.asTable}
        </Button>
      </Group>
      {isTable ? (
        <DayTable report={report} />
      ) : (
        <Suspense fallback={<Loading height={CHART_HEIGHT} />}>
          <DayChart days={report.byDay} height={CHART_HEIGHT} />
        </Suspense>
      )}
    </Paper>
  )
}

function DayTable({ report }: { report: OverviewReport }) {
  return (
    <Table aria-label={chart.label} maw={480} style={{ fontVariantNumeric: 'tabular-nums' }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.day}</Table.Th>
          <Table.Th ta="right">{columns.received}</Table.Th>
          <Table.Th ta="right">{columns.assigned}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {report.byDay.map((row) => (
          <Table.Tr key={row.day}>
            <Table.Td>{dayLabel(row.day)}</Table.Td>
            <Table.Td ta="right">{formatNumber(row.received)}</Table.Td>
            <Table.Td ta="right">{formatNumber(row.assigned)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
