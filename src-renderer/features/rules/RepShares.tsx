import { Button, Group, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { SimulationReport } from '../../../src-main/contract/index.ts'
import { formatNumber } from '../../text/formats.ts'
import { simulationText } from '../../text/rule-simulation.ts'
import { type RepRow, repRows } from './report-rows.ts'
import classes from './simulation.module.css'

const text = simulationText.reps

/** Who gets how many by either, as bars or as the table behind them. */
export function RepShares({ report }: { report: SimulationReport }) {
  const [isTable, setIsTable] = useState(false)
  const rows = repRows(report)
  return (
    <section aria-label={text.title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h6">
          {text.title}
        </Title>
        {rows.length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => {
              setIsTable(!isTable)
            }}
          >
            {isTable ? text.asChart : text.asTable}
          </Button>
        )}
      </Group>
      {rows.length === 0 ? <Text size="sm">{text.none}</Text> : isTable ? <RepTable rows={rows} /> : <RepBars rows={rows} />}
    </section>
  )
}

/** Told apart by pattern and place as well as by colour. The numbers are text, so nothing hangs on seeing the bars. */
function RepBars({ rows }: { rows: readonly RepRow[] }) {
  const most = Math.max(1, ...rows.flatMap((row) => [row.published, row.draft, row.fairShare]))
  const width = (value: number): string => `${(100 * value) / most}%`
  return (
    <>
      <Group gap="md" mb={6} className={classes.legend} aria-hidden="true">
        {(['published', 'draft', 'fair'] as const).map((name) => (
          <span key={name}>
            <i className={classes.swatch} data-side={name} />
            {text.legend[name]}
          </span>
        ))}
      </Group>
      <ul className={classes.bars} aria-label={text.title}>
        {rows.map((row) => (
          <li key={row.repId}>
            <Text size="sm" truncate title={row.name}>
              {row.name}
            </Text>
            <span className={classes.track} aria-hidden="true">
              <span className={classes.bar} data-side="published" style={{ width: width(row.published) }} />
              <span className={classes.bar} data-side="draft" style={{ width: width(row.draft) }} />
              <span className={classes.fair} style={{ left: width(row.fairShare) }} />
            </span>
            <Text size="sm" className={classes.count}>
              {text.from(row.published, row.draft)}
            </Text>
          </li>
        ))}
      </ul>
    </>
  )
}

function RepTable({ rows }: { rows: readonly RepRow[] }) {
  return (
    <Table aria-label={text.title} verticalSpacing={4} className={classes.numbers}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.rep}</Table.Th>
          <Table.Th ta="right">{text.weight}</Table.Th>
          <Table.Th ta="right">{simulationText.side.published}</Table.Th>
          <Table.Th ta="right">{simulationText.side.draft}</Table.Th>
          <Table.Th ta="right">{text.fair}</Table.Th>
          <Table.Th ta="right">{text.value}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.repId}>
            <Table.Td>{row.name}</Table.Td>
            <Table.Td ta="right">{formatNumber(row.weight)}</Table.Td>
            <Table.Td ta="right">{formatNumber(row.published)}</Table.Td>
            <Table.Td ta="right">{formatNumber(row.draft)}</Table.Td>
            <Table.Td ta="right">{formatNumber(Math.round(row.fairShare * 10) / 10)}</Table.Td>
            <Table.Td ta="right">{formatNumber(Math.round(row.value))}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
