import { ActionIcon, Anchor, Menu, Table, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { Inbox } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { formatMoment, formatNumber } from '../../text/formats.ts'
import { inboxText } from '../../text/inboxes.ts'
import { Age } from '../../ui/Age.tsx'
import { showNotice } from '../../ui/undo-notice.tsx'
import { InboxState } from './InboxState.tsx'
import classes from './intake.module.css'

interface InboxRowProps {
  inbox: Inbox
  leadsToday: number
  onEdit: () => void
  onRemove: () => void
  /** Something was done: its state is worth asking for. */
  onChanged: () => void
}

export function InboxRow({ inbox, leadsToday, onEdit, onRemove, onChanged }: InboxRowProps) {
  const { settings } = inbox
  return (
    <Table.Tr aria-label={settings.name}>
      <Table.Td>
        <Text size="sm" fw={600}>
          {settings.name}
        </Text>
        <Text size="xs" c="dimmed" className={classes.address}>
          {settings.user}
          {settings.folder === 'INBOX' ? '' : ` · ${settings.folder}`}
        </Text>
      </Table.Td>
      <Table.Td>
        <InboxState inbox={inbox} onEdit={onEdit} />
      </Table.Td>
      <Table.Td>
        <Moment at={inbox.lastMailAt} />
      </Table.Td>
      <Table.Td>
        <Moment at={inbox.lastCheckedAt} />
      </Table.Td>
      <Table.Td ta="right">{formatNumber(leadsToday)}</Table.Td>
      <Table.Td ta="right">{formatNumber(inbox.leads)}</Table.Td>
      <Table.Td ta="right">
        {inbox.review === 0 ? (
          formatNumber(0)
        ) : (
          <Anchor href="#/review" fz="inherit" aria-label={inboxText.inTray(inbox.review, settings.name)}>
            {formatNumber(inbox.review)}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td ta="right">{formatNumber(inbox.ignored)}</Table.Td>
      <Table.Td ta="right">
        <InboxMenu inbox={inbox} onEdit={onEdit} onRemove={onRemove} onChanged={onChanged} />
      </Table.Td>
    </Table.Tr>
  )
}

export function Moment({ at }: { at: number | null }) {
  return at === null ? <>{inboxText.never}</> : <Age since={at} title={formatMoment(at)} />
}

function InboxMenu({ inbox, onEdit, onRemove, onChanged }: Omit<InboxRowProps, 'leadsToday'>) {
  const run = useCommand()
  const { settings, id: inboxId } = inbox
  const { name, isOn } = settings
  const check = async (): Promise<void> => {
    const { ok } = await run((client) => client.inbox.check({ inboxId }))
    if (ok) showNotice(inboxText.checking(name))
    onChanged()
  }
  const turn = async (): Promise<void> => {
    const { ok } = await run((client) => client.inbox.save({ inboxId, settings: { ...settings, isOn: !isOn } }))
    if (ok) showNotice(isOn ? inboxText.pausedNow(name) : inboxText.resumedNow(name))
    onChanged()
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={inboxText.actions(name)}>
          <IconDots size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isOn && <Menu.Item onClick={() => void check()}>{inboxText.check}</Menu.Item>}
        <Menu.Item onClick={() => void turn()}>{isOn ? inboxText.pause : inboxText.resume}</Menu.Item>
        <Menu.Item onClick={onEdit}>{inboxText.edit}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={onRemove}>{inboxText.remove}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
