import { Button, Group, Radio, Stack, Table, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { LeadDetail, LeadId } from '../../../src-main/contract/index.ts'
import { useDesk } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { formatMoment } from '../../text/formats.ts'
import { panelText } from '../../text/lead-panel.ts'
import { leadsText } from '../../text/leads.ts'
import { whoHas } from '../../text/reasons.ts'
import { told } from '../../text/ways-out.ts'
import { fieldWords, words } from '../../text/words.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { fieldValue } from './field-value.ts'
import classes from './LeadPanel.module.css'
import { mergeLines } from './merge-fields.ts'

const text = panelText.merge

interface SideBySideProps {
  leadId: LeadId
  otherId: LeadId
  /** Other ways on, beside the button that merges: at the left, and right before it. */
  aside: ReactNode
  cancel: ReactNode
  /** Told when it begins, and when it is done. */
  onMerge?: () => void
  onMerged: (survivorId: LeadId) => void
}

/** Two leads beside each other, who stays, and what becomes of each field. */
export function SideBySide({ leadId, otherId, aside, cancel, onMerge, onMerged }: SideBySideProps) {
  const { merge } = useLeadActions()
  const { value, fault, again } = useAsk(`${leadId}-${otherId}`, async (client, signal) =>
    Promise.all([client.lead.read({ leadId }, { signal }), client.lead.read({ leadId: otherId }, { signal })]),
  )
  const [survivorId, setSurvivorId] = useState<LeadId | null>(null)
  if (fault !== null) return <ErrorState {...told(fault)} onTryAgain={again} />
  if (value === null) return <Loading />
  // The one that came first stays unless told otherwise: its clocks began first, and the other is the second touch.
  const inOrder = value.toSorted((a, b) => a.card.receivedAt - b.card.receivedAt || a.card.id - b.card.id)
  const survivor = inOrder.find(({ card }) => card.id === survivorId) ?? inOrder[0]
  const other = inOrder.find((detail) => detail !== survivor)
  if (survivor === undefined || other === undefined) return null
  return (
    <Stack gap="md">
      <Radio.Group
        label={text.survives}
        value={String(survivor.card.id)}
        onChange={(id) => {
          setSurvivorId(Number(id) as LeadId)
        }}
      >
        <Group gap="lg" mt={4}>
          {inOrder.map(({ card }) => (
            <Radio key={card.id} value={String(card.id)} label={text.keeps(card.id, leadsText.nameOf(card))} />
          ))}
        </Group>
      </Radio.Group>
      <Differences survivor={survivor} other={other} />
      <Text size="sm" c="dimmed">
        {text.hint}
      </Text>
      <Group justify="space-between">
        {aside}
        <Group gap="xs">
          {cancel}
          <Button
            onClick={() => {
              onMerge?.()
              void merge(survivor.card.id, other.card.id).then((isDone) => {
                if (isDone) onMerged(survivor.card.id)
              })
            }}
          >
            {text.do}
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

function Differences({ survivor, other }: { survivor: LeadDetail; other: LeadDetail }) {
  const reps = useDesk((state) => state.reps)
  const ownerOf = ({ card }: LeadDetail): string => whoHas(card, (id) => reps.get(id)?.name ?? null) ?? words.nobody
  const lines = mergeLines(survivor.fields, other.fields, fieldValue)
  return (
    <Table.ScrollContainer minWidth={460} mah={380}>
      <Table fz="sm" verticalSpacing={5} stickyHeader style={{ overflowWrap: 'anywhere' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={130}>{text.field}</Table.Th>
            <Table.Th>
              {leadsText.nameOf(survivor.card)} <span className={classes.dim}>{text.stays}</span>
            </Table.Th>
            <Table.Th>
              {leadsText.nameOf(other.card)} <span className={classes.dim}>{text.goes}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td c="dimmed">{text.owner}</Table.Td>
            <Table.Td>{ownerOf(survivor)}</Table.Td>
            <Table.Td>{ownerOf(other)}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Td c="dimmed">{text.received}</Table.Td>
            <Table.Td>{formatMoment(survivor.card.receivedAt)}</Table.Td>
            <Table.Td>{formatMoment(other.card.receivedAt)}</Table.Td>
          </Table.Tr>
          {lines.map((line) => {
            const label = typeof line.field === 'string' ? fieldWords[line.field] : line.field.custom
            return (
              <Table.Tr key={label}>
                <Table.Td c="dimmed">{label}</Table.Td>
                <Table.Td>{line.survivor ?? text.none}</Table.Td>
                <Table.Td>
                  {line.other ?? text.none}{' '}
                  {line.outcome === 'kept' ? null : <span className={classes.dim}>({text[line.outcome]})</span>}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {lines.length === 0 ? (
        <Text size="sm" c="dimmed" mt="xs">
          {text.same}
        </Text>
      ) : null}
    </Table.ScrollContainer>
  )
}
