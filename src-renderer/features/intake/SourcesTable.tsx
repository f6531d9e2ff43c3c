import { Badge, Table, Text } from '@mantine/core'
import type { SourceId } from '../../../src-main/contract/index.ts'
import { useDesk } from '../../state/hooks.ts'
import { formatMoment, formatNumber } from '../../text/formats.ts'
import { intakeText } from '../../text/intake.ts'
import { Age } from '../../ui/Age.tsx'
import classes from './intake.module.css'

const text = intakeText.sources

/** Where leads come from besides inboxes and forms, which have lists of their own. */
export function SourcesTable({ listed }: { listed: ReadonlySet<SourceId> }) {
  const all = useDesk((state) => state.sources)
  const sources = all.filter(({ id }) => !listed.has(id))
  if (sources.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {text.empty}
      </Text>
    )
  const shown = [...sources].sort((a, b) => (b.lastLeadAt ?? 0) - (a.lastLeadAt ?? 0))
  return (
    <Table aria-label={text.title} verticalSpacing={6} className={classes.sourceTable}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.name}</Table.Th>
          <Table.Th>{text.kind}</Table.Th>
          <Table.Th ta="right">{text.leads}</Table.Th>
          <Table.Th ta="right">{text.today}</Table.Th>
          <Table.Th ta="right">{text.last}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shown.map((source) => (
          <Table.Tr key={source.id}>
            <Table.Td fw={600}>{source.name}</Table.Td>
            <Table.Td>
              <Badge variant="default" size="sm" tt="none" fw={500}>
                {text.kinds[source.kind]}
              </Badge>
            </Table.Td>
            <Table.Td ta="right">{formatNumber(source.leads)}</Table.Td>
            <Table.Td ta="right">{formatNumber(source.leadsToday)}</Table.Td>
            <Table.Td ta="right">
              {source.lastLeadAt === null ? '–' : <Age since={source.lastLeadAt} title={formatMoment(source.lastLeadAt)} />}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
