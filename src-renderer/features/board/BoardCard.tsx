import { useDraggable } from '@dnd-kit/react'
import { IconDots } from '@tabler/icons-react'
import { memo, type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useAskFor, useDesk } from '../../state/hooks.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { boardText } from '../../text/board.ts'
import { leadsText } from '../../text/leads.ts'
import classes from './board.module.css'
import type { CardData } from './BoardDrag.tsx'
import { CardFace } from './CardFace.tsx'
import { CardMenu } from './CardMenu.tsx'
import { moveFocus } from './move-focus.ts'
import { useSelectedCards, withSelected } from './selected.ts'

interface BoardCardProps {
  leadId: LeadId
  /** The column it is in, as a person calls it. */
  column: string
  isPending: boolean
  /** Whether Tab stops here; arrows lead to the others. */
  isTabStop: boolean
  onFocused: (leadId: LeadId) => void
}

/**
 * One lead on the board. The face is the handle: a click opens, a drag moves, the menu and keys do the same. Hundreds of these
 * are in sight, so what makes a card draggable is made when it is pointed at, and its menu when it is opened.
 */
export const BoardCard = memo(function BoardCard({ leadId, column, isPending, isTabStop, onFocused }: BoardCardProps) {
  const lead = useDesk((state) => state.leads.get(leadId))
  const { leadId: openId, openLead } = usePlace()
  const selected = useSelectedCards()
  const card = useRef<HTMLDivElement>(null)
  const handle = useRef<HTMLButtonElement>(null)
  const [isArmed, setIsArmed] = useState(false)
  const [hasMenu, setHasMenu] = useState(false)
  const isSelected = selected.ids.has(leadId)
  const name = lead === undefined ? '' : leadsText.nameOf(lead)
  const leadIds = withSelected(leadId, selected.ids)
  const openMenu = useCallback(() => {
    setHasMenu(true)
  }, [])
  const onKeyDown = useCardKeys(leadId, leadIds, openMenu)
  if (lead === undefined) return null
  const arm = (): void => {
    if (isArmed) return
    // At once: by touch, the press follows in the same breath.
    flushSync(() => {
      setIsArmed(true)
    })
  }
  return (
    <div
      ref={card}
      className={classes.card}
      data-selected={isSelected || undefined}
      data-open={openId === leadId || undefined}
      data-pending={isPending || undefined}
      data-offered={lead.status === 'offered' || undefined}
      onPointerEnter={arm}
      onFocus={() => {
        setIsArmed(true)
        onFocused(leadId)
      }}
    >
      <button
        ref={handle}
        type="button"
        className={classes.handle}
        data-card={leadId}
        tabIndex={isTabStop ? 0 : -1}
        aria-keyshortcuts="Space A M"
        aria-label={isSelected ? boardText.selected(name) : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) selected.toggle(leadId)
          else openLead(leadId)
        }}
        onKeyDown={onKeyDown}
      >
        <CardFace lead={lead} name={name} />
      </button>
      {isArmed && !isPending ? (
        <Draggable leadId={leadId} data={{ leadIds, name, from: column }} card={card} handle={handle} />
      ) : null}
      {hasMenu ? (
        <CardMenu
          leadId={leadId}
          leadIds={leadIds}
          name={name}
          onClosed={() => {
            setHasMenu(false)
            handle.current?.focus()
          }}
        />
      ) : (
        <button
          type="button"
          className={classes.cardMenu}
          tabIndex={-1}
          aria-haspopup="menu"
          aria-label={boardText.cardMenu(name)}
          onClick={openMenu}
        >
          <IconDots size={15} />
        </button>
      )}
    </div>
  )
})

interface DraggableProps {
  leadId: LeadId
  data: CardData
  card: RefObject<HTMLDivElement | null>
  handle: RefObject<HTMLButtonElement | null>
}

function Draggable({ leadId, data, card, handle }: DraggableProps) {
  const { isDragSource } = useDraggable<CardData>({ id: `lead-${leadId}`, data, element: card, handle })
  useEffect(() => {
    const element = card.current
    element?.toggleAttribute('data-dragged', isDragSource)
    return () => {
      element?.removeAttribute('data-dragged')
    }
  }, [card, isDragSource])
  return null
}

function useCardKeys(leadId: LeadId, leadIds: LeadId[], openMenu: () => void): (event: KeyboardEvent<HTMLElement>) => void {
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
      m: openMenu,
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
