import { Table, Text, Tooltip } from '@mantine/core'
import type { OverviewReport } from '../../../src-main/contract/index.ts'
import { formatNumber, formatPercent } from '../../text/formats.ts'
import { rateSaid, reportsText } from '../../text/reports.ts'
import { BarList } from '../../ui/BarList.tsx'
import { repShares } from './report-tables.ts'
import classes from './reports.module.css'

const { columns, meaning, sections } = reportsText

function Head({ name, means }: { name: string; means?: string }) {
  if (means === undefined) return <Table.Th ta="right">{name}</Table.Th>
  return (
    <Table.Th ta="right">
      <Tooltip label={means} multiline w={260} events={{ hover: true, focus: true, touch: true }}>
        <button type="button" className={classes.defined}>
          {name}
        </button>
      </Tooltip>
    </Table.Th>
  )
}

/** Share and what the weights would give stand beside each other; there is no ranking by counts alone. */
export function RepReport({ report }: { report: OverviewReport }) {
  const rows = repShares(report)
  if (rows.length === 0) return <Text c="dimmed">{reportsText.nothingYet}</Text>
  return (
    <div className={classes.reps}>
      <Table aria-label={sections.reps} verticalSpacing={5} className={classes.numbers}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.rep}</Table.Th>
            <Head name={columns.assigned} />
            <Head name={columns.share} means={meaning.share} />
            <Head name={columns.byWeight} means={meaning.byWeight} />
            <Head name={columns.attempted} means={meaning.attempted} />
            <Head name={columns.won} />
            <Head name={columns.wonRate} means={meaning.wonRate} />
            <Head name={columns.open} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.repId}>
              <Table.Td>{row.name}</Table.Td>
              <Table.Td ta="right">{formatNumber(row.assigned)}</Table.Td>
              <Table.Td ta="right">{formatPercent(row.share)}</Table.Td>
              <Table.Td ta="right">{formatPercent(row.byWeight)}</Table.Td>
              <Table.Td ta="right">{rateSaid(row.attempted, row.assigned)}</Table.Td>
              <Table.Td ta="right">{formatNumber(row.won)}</Table.Td>
              <Table.Td ta="right">{rateSaid(row.won, row.assigned)}</Table.Td>
              <Table.Td ta="right">{formatNumber(row.open)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <BarList
        label={columns.assigned}
        bars={rows.map((row) => ({ key: row.rep, label: row.name, value: row.assigned }))}
        format={formatNumber}
      />
    </div>
  )
}

export function SourceReport({ report }: { report: OverviewReport }) {
  if (report.bySource.length === 0) return <Text c="dimmed">{reportsText.nothingYet}</Text>
  return (
    <Table aria-label={sections.sources} verticalSpacing={5} className={classes.numbers}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.source}</Table.Th>
          <Head name={columns.received} />
          <Head name={columns.assigned} />
          <Head name={columns.won} />
          <Head name={columns.wonRate} means={meaning.wonRate} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {report.bySource.map((row) => (
          <Table.Tr key={row.source}>
            <Table.Td>{row.source}</Table.Td>
            <Table.Td ta="right">{formatNumber(row.received)}</Table.Td>
            <Table.Td ta="right">{formatNumber(row.assigned)}</Table.Td>
            <Table.Td ta="right">{formatNumber(row.won)}</Table.Td>
            <Table.Td ta="right">{rateSaid(row.won, row.assigned)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

export function RuleReport({ report }: { report: OverviewReport }) {
  if (report.byRule.length === 0) return <Text c="dimmed">{reportsText.nothingYet}</Text>
  return (
    <BarList
      label={sections.rules}
      bars={report.byRule.map((row) => ({
        key: row.rule,
        label: row.rule === '' ? reportsText.noRule : row.rule,
        value: row.leads,
      }))}
      format={formatNumber}
    />
  )
}
