import { Button, CloseButton } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { isTyping } from '../../lib/keys.ts'
import { useAskFor } from '../../state/hooks.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { actionText } from '../../text/lead-actions.ts'
import { leadsText } from '../../text/leads.ts'
import classes from './board.module.css'
import { useSelectedCards } from './selected.ts'

/** What can be done to the marked cards. Escape unmarks them. */
export function BoardSelection() {
  const { ids, clear } = useSelectedCards()
  const { hold, route } = useLeadActions()
  const askFor = useAskFor()
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && ids.size > 0 && !event.defaultPrevented && !isTyping(event)) clear()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      onEscape(event)
    }
    window.addEventListener('keydown', listener)
    return () => {
      window.removeEventListener('keydown', listener)
    }
  }, [])
  if (ids.size === 0) return null
  const leadIds = [...ids]
  return (
    <div className={classes.bar} role="toolbar" aria-label={leadsText.selectionBar}>
      <span role="status">{leadsText.selected(leadIds.length)}</span>
      <Button
        size="xs"
        onClick={() => {
          askFor({ kind: 'assign', leadIds, onDone: clear })
        }}
      >
        {actionText.assign}
      </Button>
      <Button size="xs" variant="default" onClick={() => void hold(leadIds).then(clear)}>
        {actionText.hold}
      </Button>
      <Button size="xs" variant="default" onClick={() => void route(leadIds).then(clear)}>
        {actionText.route}
      </Button>
      <Button
        size="xs"
        variant="default"
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
