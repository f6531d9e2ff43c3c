import { Button, CloseButton } from '@mantine/core'
import { IconHandStop, IconRoute, IconTrash, IconUserShare } from '@tabler/icons-react'
import { useAskFor } from '../../state/hooks.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { actionText } from '../../text/lead-actions.ts'
import { leadsText } from '../../text/leads.ts'
import classes from './leads.module.css'
import type { Selection } from './use-selection.ts'

/** The contract takes so many leads at once. */
const MOST = 10_000

export function SelectionBar({ selection }: { selection: Selection }) {
  const { hold, route } = useLeadActions()
  const askFor = useAskFor()
  const { targets: leadIds, clear } = selection
  const isTooMany = leadIds.length > MOST
  const thenClear = (isDone: boolean): void => {
    if (isDone) clear()
  }
  return (
    <div className={classes.bar} role="toolbar" aria-label={leadsText.selectionBar}>
      <span className={classes.barCount} role="status">
        {isTooMany ? leadsText.tooMany(MOST) : leadsText.selected(leadIds.length)}
      </span>
      <Button
        size="xs"
        disabled={isTooMany}
        leftSection={<IconUserShare size={15} />}
        onClick={() => {
          askFor({ kind: 'assign', leadIds, onDone: clear })
        }}
      >
        {actionText.assign}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={isTooMany}
        leftSection={<IconHandStop size={15} />}
        onClick={() => void hold(leadIds).then(thenClear)}
      >
        {actionText.hold}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={isTooMany}
        leftSection={<IconRoute size={15} />}
        onClick={() => void route(leadIds).then(thenClear)}
      >
        {actionText.route}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={isTooMany}
        leftSection={<IconTrash size={15} />}
        onClick={() => {
          askFor({ kind: 'discard', leadIds, onDone: clear })
        }}
      >
        {actionText.discard}
      </Button>
      <CloseButton size="sm" aria-label={leadsText.clearSelection} onClick={clear} />
    </div>
  )
}
