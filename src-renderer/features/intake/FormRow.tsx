import { ActionIcon, Menu, Table, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { Form, FormDoor } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { formatNumber, formatWhen } from '../../text/formats.ts'
import { formText } from '../../text/forms.ts'
import { Health, type HealthTone } from '../../ui/Health.tsx'
import { showNotice } from '../../ui/undo-notice.tsx'
import { Moment } from './InboxRow.tsx'
import classes from './intake.module.css'

interface FormRowProps {
  form: Form
  door: FormDoor | null
  leadsToday: number
  onEdit: () => void
  onShow: () => void
  onRemove: () => void
  onChanged: () => void
}

export function FormRow({ form, door, leadsToday, onEdit, onShow, onRemove, onChanged }: FormRowProps) {
  const run = useCommand()
  const { settings, lastRefusal, id: formId } = form
  const { name, isOn } = settings
  const state = stateOf(isOn, door)
  const turn = async (): Promise<void> => {
    const { ok } = await run((client) => client.form.save({ formId, settings: { ...settings, isOn: !isOn } }))
    if (ok) showNotice(isOn ? formText.pausedNow(name) : formText.resumedNow(name))
    onChanged()
  }
  return (
    <Table.Tr aria-label={name}>
      <Table.Td>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" className={classes.address}>
          /intake/{settings.path}
        </Text>
      </Table.Td>
      <Table.Td>
        <Health tone={tones[state]} word={formText.states[state]} title={formText.stateHints[state]} />
      </Table.Td>
      <Table.Td>
        <Moment at={form.lastPostAt} />
      </Table.Td>
      <Table.Td>
        {lastRefusal === null ? (
          formText.none
        ) : (
          <>
            {formText.refusals[lastRefusal.reason] ?? lastRefusal.reason}
            <Text size="xs" c="dimmed">
              {formatWhen(lastRefusal.at)}
            </Text>
          </>
        )}
      </Table.Td>
      <Table.Td ta="right">{formatNumber(leadsToday)}</Table.Td>
      <Table.Td ta="right">{formatNumber(form.leads)}</Table.Td>
      <Table.Td ta="right">{formatNumber(form.posts)}</Table.Td>
      <Table.Td ta="right">
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={formText.actions(name)}>
              <IconDots size={16} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onShow}>{formText.show}</Menu.Item>
            <Menu.Item onClick={() => void turn()}>{isOn ? formText.pause : formText.resume}</Menu.Item>
            <Menu.Item onClick={onEdit}>{formText.edit}</Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={onRemove}>{formText.remove}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  )
}

type FormState = keyof typeof formText.states
const tones: Record<FormState, HealthTone> = { on: 'good', off: 'off', unheard: 'off', trouble: 'trouble' }

/** A form takes posts only where the desk listens. */
function stateOf(isOn: boolean, door: FormDoor | null): FormState {
  if (!isOn) return 'off'
  if (door === null) return 'on'
  if (door.problem !== null) return 'trouble'
  return door.isOn ? 'on' : 'unheard'
}
