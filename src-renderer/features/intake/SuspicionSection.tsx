import { Button, Table, Text, VisuallyHidden } from '@mantine/core'
import type { Suspicion } from '../../../src-main/contract/index.ts'
import { useNow } from '../../lib/use-now.ts'
import { openLeads } from '../../state/lead-links.ts'
import { useAsk } from '../../state/use-ask.ts'
import { formatWhen } from '../../text/formats.ts'
import { suspicionText as text } from '../../text/mail-samples.ts'
import { told } from '../../text/ways-out.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import classes from './intake.module.css'
import { Section } from './Section.tsx'

const PERIOD_MS = 30 * 86_400_000
const NAMES_SHOWN = 4

/** Leads that look made up, by source. Asked once a minute: it looks at a month of leads. */
export function SuspicionSection() {
  const minute = useNow(60_000)
  const { value, fault, again } = useAsk(`suspicions ${minute}`, (client, signal) => {
    const now = Date.now()
    return client.intake.suspicions({ from: now - PERIOD_MS, to: now }, { signal })
  })
  return (
    <Section title={text.title}>
      {value === null ? (
        fault === null ? (
          <Loading height={48} />
        ) : (
          <ErrorState {...told(fault)} onTryAgain={again} />
        )
      ) : value.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : (
        <SuspicionTable suspicions={value} />
      )}
    </Section>
  )
}

function SuspicionTable({ suspicions }: { suspicions: readonly Suspicion[] }) {
  const { columns } = text
  const shown = [...suspicions].sort((a, b) => a.source.localeCompare(b.source) || b.leads - a.leads)
  return (
    <Table aria-label={text.title} verticalSpacing={6} className={classes.sourceTable}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.source}</Table.Th>
          <Table.Th>{columns.what}</Table.Th>
          <Table.Th>{columns.names}</Table.Th>
          <Table.Th>{columns.when}</Table.Th>
          <Table.Th w={80}>
            <VisuallyHidden>{columns.leads}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shown.map((suspicion, at) => (
          <SuspicionRow key={at} suspicion={suspicion} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function SuspicionRow({ suspicion }: { suspicion: Suspicion }) {
  const { source, kind, key, names, leads, leadIds, from, to } = suspicion
  const what = text.said[kind](leads, key)
  return (
    <Table.Tr>
      <Table.Td fw={600}>{source}</Table.Td>
      <Table.Td>{what}</Table.Td>
      <Table.Td className={classes.names}>
        {names.slice(0, NAMES_SHOWN).join(', ')}
        {names.length > NAMES_SHOWN && ` ${text.namesMore(names.length - NAMES_SHOWN)}`}
      </Table.Td>
      <Table.Td>{from === to ? formatWhen(to) : `${formatWhen(from)} – ${formatWhen(to)}`}</Table.Td>
      <Table.Td ta="right">
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={text.showOf(what)}
          onClick={() => {
            openLeads({ leadIds }, text.listed(source, what, leadIds.length, leads))
          }}
        >
          {text.show}
        </Button>
      </Table.Td>
    </Table.Tr>
  )
}
