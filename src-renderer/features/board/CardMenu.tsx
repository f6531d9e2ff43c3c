import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type LeadId, STAGES } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useAskFor, useDesk } from '../../state/hooks.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { boardText } from '../../text/board.ts'
import { actionText } from '../../text/lead-actions.ts'
import { stageWords } from '../../text/words.ts'
import classes from './board.module.css'
import { useSelectedCards, withSelected } from './selected.ts'

interface CardMenuProps {
  leadId: LeadId
  name: string
  onClosed: () => void
}

/** What can be done to a card without a drag. Open from the start: it is made when its button or M is pressed. */
export function CardMenu({ leadId, name, onClosed }: CardMenuProps) {
  const askFor = useAskFor()
  const { openLead } = usePlace()
  const { hold, route, setStage } = useLeadActions()
  const { ids, clear } = useSelectedCards()
  const leadIds = withSelected(leadId, ids)
  const stage = useDesk((state) => state.leads.get(leadId)?.stage)
  return (
    <Menu position="bottom-end" withinPortal defaultOpened trapFocus returnFocus={false} onClose={onClosed}>
      <Menu.Target>
        <button type="button" className={classes.cardMenu} tabIndex={-1} aria-label={boardText.cardMenu(name)}>
          <IconDots size={15} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          rightSection="A"
          onClick={() => {
            askFor({ kind: 'assign', leadIds, onDone: clear })
          }}
        >
          {actionText.assignTo}
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            openLead(leadId)
          }}
        >
          {actionText.open}
        </Menu.Item>
        <Menu.Item rightSection="H" onClick={() => void hold(leadIds)}>
          {actionText.hold}
        </Menu.Item>
        <Menu.Item rightSection="R" onClick={() => void route(leadIds)}>
          {actionText.route}
        </Menu.Item>
        <Menu.Item
          rightSection="D"
          onClick={() => {
            askFor({ kind: 'discard', leadIds, onDone: clear })
          }}
        >
          {actionText.discard}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{boardText.stage}</Menu.Label>
        {STAGES.map((one) => (
          <Menu.Item
            key={one}
            disabled={one === stage && leadIds.length === 1}
            onClick={() => void setStage(leadIds, one).then(clear)}
          >
            {stageWords[one]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
