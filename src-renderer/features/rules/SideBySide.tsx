import { Table, Text } from '@mantine/core'
import type { SimulationReport } from '../../../src-main/contract/index.ts'
import { headline, simulationText } from '../../text/rule-simulation.ts'
import { measureRows } from './report-rows.ts'
import classes from './simulation.module.css'

/** The one sentence that says what would be different. */
export function Headline({ report }: { report: SimulationReport }) {
  return (
    <Text fw={600} size="lg" role="status">
      {headline(report.moved, report.leads, report.draft.waiting - report.published.waiting)}
    </Text>
  )
}

/** The published rules and the draft, measure by measure. */
export function SideBySide({ report }: { report: SimulationReport }) {
  const { measures, side } = simulationText
  return (
    <Table aria-label={measures.title} verticalSpacing={4} className={classes.numbers}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{measures.measure}</Table.Th>
          <Table.Th ta="right">{side.published}</Table.Th>
          <Table.Th ta="right">{side.draft}</Table.Th>
          <Table.Th ta="right">{side.change}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {measureRows(report).map((row) => (
          <Table.Tr key={row.key}>
            <Table.Th scope="row" fw={400}>
              {row.label}
            </Table.Th>
            <Table.Td ta="right" className={classes.said}>
              {row.published}
            </Table.Td>
            <Table.Td ta="right" fw={600} className={classes.said}>
              {row.draft}
            </Table.Td>
            <Table.Td ta="right" className={classes.said}>
              {row.change}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
