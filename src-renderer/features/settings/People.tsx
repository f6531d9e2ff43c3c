import { Alert, Badge, Button, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { RepCard } from '../../../src-main/contract/index.ts'
import { useDeskShallow } from '../../state/hooks.ts'
import { useMe } from '../../state/seat.ts'
import { repsInOrder } from '../../state/selectors.ts'
import { rolesText as text, peopleText } from '../../text/people.ts'
import { PinDialog } from './PinDialog.tsx'
import { RemovePin } from './RemovePin.tsx'

type Asked = { kind: 'set' | 'remove'; person: RepCard } | null

/** Who is a manager, who is asked for a PIN, and what that means. A rep sees their own line. */
export function People() {
  const { isManager, repId } = useMe()
  const team = useDeskShallow((state) => repsInOrder(state).filter((rep) => rep.isActive))
  const [asked, setAsked] = useState<Asked>(null)
  const close = (): void => {
    setAsked(null)
  }
  const people = team
    .filter((rep) => isManager || rep.id === repId)
    .sort((a, b) => Number(b.role === 'manager') - Number(a.role === 'manager'))
  const managers = team.filter(({ role }) => role === 'manager')
  const isGuarded = managers.some(({ hasPin }) => hasPin)
  return (
    <Stack gap="sm">
      <Text size="sm">{isManager ? (isGuarded ? text.guarded : text.open) : text.own}</Text>
      {isManager && managers.length === 0 ? (
        <Alert color="yellow" py="xs">
          {text.noManager}
        </Alert>
      ) : null}
      {people.length === 0 ? null : (
        <Table.ScrollContainer minWidth={420} mah={420}>
          <Table aria-label={text.title} verticalSpacing={6} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{text.person}</Table.Th>
                <Table.Th>{text.role}</Table.Th>
                <Table.Th>{text.pin}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{text.change}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {people.map((person) => (
                <PersonRow key={person.id} person={person} onAsk={(kind) => setAsked({ kind, person })} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {isManager ? (
        <Text size="xs" c="dimmed">
          {text.changeRoles}
        </Text>
      ) : null}
      {asked?.kind === 'set' ? <PinDialog person={asked.person} managers={managers} onClose={close} /> : null}
      {asked?.kind === 'remove' ? <RemovePin person={asked.person} managers={managers} onClose={close} /> : null}
    </Stack>
  )
}

function PersonRow({ person, onAsk }: { person: RepCard; onAsk: (kind: 'set' | 'remove') => void }) {
  const { name, role, hasPin } = person
  const set = hasPin ? text.change : text.set
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td>
        {role === 'manager' ? (
          <Badge variant="default" tt="none">
            {peopleText.manager}
          </Badge>
        ) : (
          peopleText.rep
        )}
      </Table.Td>
      <Table.Td>{hasPin ? text.isSet : text.isNotSet}</Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Button size="compact-sm" variant="default" aria-label={text.actFor(set, name)} onClick={() => onAsk('set')}>
            {set}
          </Button>
          {hasPin ? (
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              aria-label={text.actFor(text.remove, name)}
              onClick={() => onAsk('remove')}
            >
              {text.remove}
            </Button>
          ) : null}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
