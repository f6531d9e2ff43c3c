import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import {
  IconArrowsJoin,
  IconDots,
  IconHandStop,
  IconPhoneCheck,
  IconPhoneOutgoing,
  IconPinnedOff,
  IconRoute,
  IconTrash,
  IconUserShare,
} from '@tabler/icons-react'
import type { LeadCard } from '../../../src-main/contract/index.ts'
import { useAskFor } from '../../state/hooks.ts'
import { useMe } from '../../state/seat.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { actionText } from '../../text/lead-actions.ts'
import { panelText } from '../../text/lead-panel.ts'
import classes from './LeadPanel.module.css'

export function LeadActionBar({ card, onMerge }: { card: LeadCard; onMerge: () => void }) {
  const actions = useLeadActions()
  const askFor = useAskFor()
  const { isManager } = useMe()
  const leadIds = [card.id]
  return (
    <div className={classes.actions} role="toolbar" aria-label={panelText.more}>
      {isManager ? (
        <Tooltip label="A">
          <Button
            size="xs"
            leftSection={<IconUserShare size={15} />}
            onClick={() => {
              askFor({ kind: 'assign', leadIds })
            }}
          >
            {actionText.assign}
          </Button>
        </Tooltip>
      ) : null}
      <IconAction label={actionText.attempt} shortcut="E" onClick={() => void actions.log(card.id, 'attempt')}>
        <IconPhoneOutgoing size={16} />
      </IconAction>
      <IconAction label={actionText.contact} shortcut="C" onClick={() => void actions.log(card.id, 'contact')}>
        <IconPhoneCheck size={16} />
      </IconAction>
      {isManager ? <MoreActions card={card} onMerge={onMerge} /> : null}
    </div>
  )
}

/** Where it goes, and whether it stays, is a manager's to say. */
function MoreActions({ card, onMerge }: { card: LeadCard; onMerge: () => void }) {
  const actions = useLeadActions()
  const askFor = useAskFor()
  const leadIds = [card.id]
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={panelText.more}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconHandStop size={15} />} rightSection="H" onClick={() => void actions.hold(leadIds)}>
          {actionText.hold}
        </Menu.Item>
        <Menu.Item leftSection={<IconRoute size={15} />} rightSection="R" onClick={() => void actions.route(leadIds)}>
          {actionText.route}
        </Menu.Item>
        {card.isPinned ? (
          <Menu.Item leftSection={<IconPinnedOff size={15} />} rightSection="U" onClick={() => void actions.unpin(leadIds)}>
            {actionText.unpin}
          </Menu.Item>
        ) : null}
        {card.status === 'duplicate' ? null : (
          <Menu.Item leftSection={<IconArrowsJoin size={15} />} rightSection="M" onClick={onMerge}>
            {actionText.merge}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={15} />}
          rightSection="D"
          onClick={() => {
            askFor({ kind: 'discard', leadIds })
          }}
        >
          {actionText.discard}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface IconActionProps {
  label: string
  shortcut: string
  onClick: () => void
  children: React.ReactNode
}

function IconAction({ label, shortcut, onClick, children }: IconActionProps) {
  return (
    <Tooltip label={`${label} (${shortcut})`}>
      <ActionIcon variant="default" size={30} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
