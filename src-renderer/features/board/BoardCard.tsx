import { ActionIcon, Menu } from '@mantine/core'
import { useDraggable } from '@dnd-kit/react'
import { IconDots } from '@tabler/icons-react'
import { memo, type KeyboardEvent } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useAskFor, useDesk } from '../../state/hooks.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { actionText } from '../../text/lead-actions.ts'
import { boardText } from '../../text/board.ts'
import { leadsText } from '../../text/leads.ts'
import classes from './board.module.css'
import type { CardData } from './BoardDrag.tsx'
import { CardFace } from './CardFace.tsx'
import { moveFocus } from './move-focus.ts'
import { useSelectedCards, withSelected } from './selected.ts'

/** One lead on the board. The face is the handle: a click opens, a drag moves, the menu and keys do the same. */
export const BoardCard = memo(function BoardCard({ leadId, isPending }: { leadId: LeadId; isPending: boolean }) {
  const lead = useDesk((state) => state.leads.get(leadId))
  const { leadId: openId, openLead } = usePlace()
  const selected = useSelectedCards()
  const isSelected = selected.ids.has(leadId)
  const name = lead === undefined ? '' : leadsText.nameOf(lead)
  const leadIds = withSelected(leadId, selected.ids)
  const { ref, handleRef, isDragSource } = useDraggable<CardData>({
    id: `lead-${leadId}`,
    data: { leadIds, name },
    disabled: isPending,
  })
  const onKeyDown = useCardKeys(leadId, leadIds)
  if (lead === undefined) return null
  return (
    <li
      ref={ref}
      className={classes.card}
      data-selected={isSelected || undefined}
      data-open={openId === leadId || undefined}
      data-pending={isPending || undefined}
      data-dragged={isDragSource || undefined}
    >
      <button
        ref={handleRef}
        type="button"
        className={classes.handle}
        data-card={leadId}
        aria-label={isSelected ? boardText.selected(name) : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) selected.toggle(leadId)
          else openLead(leadId)
        }}
        onKeyDown={onKeyDown}
      >
        <CardFace lead={lead} name={name} />
      </button>
      <CardMenu leadId={leadId} leadIds={leadIds} name={name} />
    </li>
  )
})

function useCardKeys(leadId: LeadId, leadIds: LeadId[]): (event: KeyboardEvent<HTMLElement>) => void {
  const askFor = useAskFor()
  const { hold, route, log } = useLeadActions()
  const selected = useSelectedCards()
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isDefaultPrevented()) return
    if (document.querySelector('[data-dragged]') !== null) return
    const keys: Readonly<Record<string, () => unknown>> = {
      a: () => {
        askFor({ kind: 'assign', leadIds, onDone: selected.clear })
      },
      d: () => {
        askFor({ kind: 'discard', leadIds, onDone: selected.clear })
      },
      n: () => {
        askFor({ kind: 'note', leadIds: [leadId] })
      },
      h: () => hold(leadIds),
      r: () => route(leadIds),
      e: () => log(leadId, 'attempt'),
      c: () => log(leadId, 'contact'),
      x: () => {
        selected.toggle(leadId)
      },
    }
    const act = keys[event.key.toLowerCase()]
    if (act === undefined && !moveFocus(event.currentTarget, event.key)) return
    event.preventDefault()
    act?.()
  }
}

function CardMenu({ leadId, leadIds, name }: { leadId: LeadId; leadIds: LeadId[]; name: string }) {
  const askFor = useAskFor()
  const { openLead } = usePlace()
  const { hold, route } = useLeadActions()
  const { clear } = useSelectedCards()
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          className={classes.cardMenu}
          variant="subtle"
          color="gray"
          size="sm"
          tabIndex={-1}
          aria-label={boardText.cardMenu(name)}
        >
          <IconDots size={15} />
        </ActionIcon>
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
      </Menu.Dropdown>
    </Menu>
  )
}
