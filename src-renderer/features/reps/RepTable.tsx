import { Badge, Group, Table, Text, UnstyledButton } from '@mantine/core'
import type { RepCard, RepId } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { formatNumber } from '../../text/formats.ts'
import { languageName } from '../../text/rule-sentences.ts'
import { repsText } from '../../text/reps.ts'
import { AvailabilitySwitch } from '../../ui/AvailabilitySwitch.tsx'
import { LoadBar } from '../../ui/LoadBar.tsx'
import { RepFace } from '../../ui/RepFace.tsx'
import { HoursToday } from './HoursToday.tsx'
import { partOf } from './rep-form.ts'
import classes from './reps.module.css'

const { columns } = repsText

/** Everyone in one table. The name opens the drawer. */
export function RepTable({ reps, onEdit }: { reps: readonly RepCard[]; onEdit: (id: RepId) => void }) {
  return (
    <div className={classes.scroller} role="region" aria-label={repsText.title} tabIndex={0}>
      <Table stickyHeader highlightOnHover verticalSpacing={6} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.name}</Table.Th>
            <Table.Th>{columns.status}</Table.Th>
            <Table.Th>{columns.hours}</Table.Th>
            <Table.Th w={150}>{columns.load}</Table.Th>
            <Table.Th ta="right">{columns.today}</Table.Th>
            <Table.Th ta="right">{columns.weight}</Table.Th>
            <Table.Th>{columns.team}</Table.Th>
            <Table.Th>{columns.skills}</Table.Th>
            <Table.Th>{columns.languages}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reps.map((rep) => (
            <RepRow key={rep.id} rep={rep} onEdit={onEdit} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function RepRow({ rep, onEdit }: { rep: RepCard; onEdit: (id: RepId) => void }) {
  const run = useCommand()
  const part = partOf(rep)
  return (
    <Table.Tr data-off={part === 'inactive' || undefined} className={classes.row}>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <RepFace name={rep.name} />
          <div>
            <UnstyledButton
              className={classes.name}
              aria-label={repsText.edit(rep.name)}
              onClick={() => {
                onEdit(rep.id)
              }}
            >
              {rep.name}
              {part !== 'active' && (
                <Badge component="span" variant="default" size="sm" tt="none" fw={500} ml={8}>
                  {repsText.part[part].label}
                </Badge>
              )}
            </UnstyledButton>
            <Text size="xs" c="dimmed">
              {rep.email}
            </Text>
          </div>
        </Group>
      </Table.Td>
      <Table.Td>
        <AvailabilitySwitch
          name={rep.name}
          availability={rep.availability}
          until={rep.availableAgainAt}
          onChange={(availability, until) =>
            void run((client) =>
              client.rep.setAvailability({ repId: rep.id, availability, ...(until === undefined ? {} : { until }) }),
            )
          }
        />
      </Table.Td>
      <Table.Td>
        <HoursToday rep={rep} />
      </Table.Td>
      <Table.Td>
        <LoadBar open={rep.openLeads} capacity={rep.capacity} />
      </Table.Td>
      <Table.Td ta="right">
        {formatNumber(rep.givenToday)}
        {rep.dailyCap !== null && (
          <Text span size="xs" c="dimmed">
            /{formatNumber(rep.dailyCap)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        {formatNumber(rep.weight)}
        {rep.weight === 0 && (
          <Text size="xs" c="dimmed">
            {repsText.notInRotation}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{rep.team ?? ''}</Table.Td>
      <Table.Td>
        <Labels values={rep.skills} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">{rep.languages.map(languageName).join(', ')}</Text>
      </Table.Td>
    </Table.Tr>
  )
}

function Labels({ values }: { values: readonly string[] }) {
  return (
    <Group gap={4}>
      {values.map((value) => (
        <Badge key={value} variant="default" size="sm" tt="none" fw={500}>
          {value}
        </Badge>
      ))}
    </Group>
  )
}
