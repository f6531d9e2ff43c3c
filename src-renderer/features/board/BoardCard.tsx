import { useDraggable } from '@dnd-kit/react'
import { IconDots } from '@tabler/icons-react'
import { memo, type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { useDesk } from '../../state/hooks.ts'
import { boardText } from '../../text/board.ts'
import { leadsText } from '../../text/leads.ts'
import classes from './board.module.css'
import type { CardData } from './BoardDrag.tsx'
import { CardFace } from './CardFace.tsx'
import { CardMenu } from './CardMenu.tsx'
import { useSelectedCards, withSelected } from './selected.ts'

/** What a card tells its column; the same functions at every drawing. */
export interface CardActions {
  focused: (leadId: LeadId) => void
  open: (leadId: LeadId) => void
  toggle: (leadId: LeadId) => void
  /** Shows the menu of a card; null closes it. */
  showMenu: (leadId: LeadId | null) => void
}

interface BoardCardProps {
  leadId: LeadId
  /** The column it is in, as a person calls it. */
  column: string
  isPending: boolean
  isSelected: boolean
  /** Its lead is shown beside the board. */
  isOpen: boolean
  hasMenu: boolean
  /** Whether Tab stops here; arrows lead to the others. */
  isTabStop: boolean
  on: CardActions
}

/**
 * One lead on the board. The face is the handle: a click opens, a drag moves, the menu and keys (its column's) do the same. Hundreds of these
 * are in sight, so what makes a card draggable, and the button of its menu, is made when it is pointed at or has the focus.
 */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { leadId, column, isPending, isSelected, isOpen, hasMenu, isTabStop, on } = props
  const lead = useDesk((state) => state.leads.get(leadId))
  const card = useRef<HTMLDivElement>(null)
  const handle = useRef<HTMLButtonElement>(null)
  const [isArmed, setIsArmed] = useState(false)
  if (lead === undefined) return null
  const name = leadsText.nameOf(lead)
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
      data-open={isOpen || undefined}
      data-pending={isPending || undefined}
      data-offered={lead.status === 'offered' || undefined}
      onPointerEnter={arm}
      onFocus={() => {
        setIsArmed(true)
        on.focused(leadId)
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
          if (event.ctrlKey || event.metaKey || event.shiftKey) on.toggle(leadId)
          else on.open(leadId)
        }}
      >
        <CardFace lead={lead} name={name} />
      </button>
      {isArmed && !isPending ? <Draggable leadId={leadId} name={name} column={column} card={card} handle={handle} /> : null}
      {hasMenu ? (
        <CardMenu
          leadId={leadId}
          name={name}
          onClosed={() => {
            on.showMenu(null)
            handle.current?.focus()
          }}
        />
      ) : isArmed ? (
        <button
          type="button"
          className={classes.cardMenu}
          tabIndex={-1}
          aria-haspopup="menu"
          aria-label={boardText.cardMenu(name)}
          onClick={() => {
            on.showMenu(leadId)
          }}
        >
          <IconDots size={15} />
        </button>
      ) : null}
    </div>
  )
})

interface DraggableProps {
  leadId: LeadId
  name: string
  column: string
  card: RefObject<HTMLDivElement | null>
  handle: RefObject<HTMLButtonElement | null>
}

function Draggable({ leadId, name, column, card, handle }: DraggableProps) {
  const { ids } = useSelectedCards()
  const data = { leadIds: withSelected(leadId, ids), name, from: column }
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
