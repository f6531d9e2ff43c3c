import {
  Accessibility,
  AutoScroller,
  Cursor,
  type DragEndEvent,
  type DragOverEvent,
  type DragStartEvent,
  Feedback,
  KeyboardSensor,
  PointerActivationConstraints,
  PointerSensor,
  PreventSelection,
} from '@dnd-kit/dom'
import { DragDropProvider, DragOverlay } from '@dnd-kit/react'
import type { ReactNode } from 'react'
import type { LeadId, RepId } from '../../../src-main/contract/index.ts'
import { useDeskParts } from '../../state/hooks.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { boardText } from '../../text/board.ts'
import { leadsText } from '../../text/leads.ts'
import { CardFace } from './CardFace.tsx'
import type { Columns } from './board-columns.ts'
import { useSelectedCards } from './selected.ts'

/** Width of a column with the gap: one press of an arrow key moves a card by one column. */
export const COLUMN_PITCH = 260

/** What a card carries while it is dragged. */
export interface CardData {
  leadIds: LeadId[]
  name: string
}
/** What a column answers to it. `said` is what the drop would do. */
export interface ColumnData {
  repId: RepId | null
  name: string
  said: (leadIds: readonly LeadId[]) => string
}

const sensors = [
  PointerSensor.configure({
    // A click opens the lead, a swipe scrolls: a drag begins with a few pixels by mouse, a short hold by touch.
    activationConstraints: (event) =>
      event.pointerType === 'touch'
        ? [new PointerActivationConstraints.Delay({ value: 220, tolerance: 8 })]
        : [new PointerActivationConstraints.Distance({ value: 5 })],
    preventActivation: () => false,
  }),
  KeyboardSensor.configure({
    offset: { x: COLUMN_PITCH, y: 60 },
    keyboardCodes: {
      start: ['Space'],
      cancel: ['Escape'],
      end: ['Space', 'Enter'],
      up: ['ArrowUp'],
      down: ['ArrowDown'],
      left: ['ArrowLeft'],
      right: ['ArrowRight'],
    },
    preventActivation: () => false,
  }),
]

const text = boardText.drag
const cardOf = (source: { data: unknown } | null | undefined): CardData | null => (source?.data as CardData | undefined) ?? null
const columnOf = (target: { data: unknown } | null | undefined): ColumnData | null =>
  (target?.data as ColumnData | undefined) ?? null
const whatOf = (card: CardData): string => (card.leadIds.length === 1 ? card.name : boardText.moving(card.leadIds.length))

const plugins = [
  Accessibility.configure({
    screenReaderInstructions: { draggable: text.how },
    announcements: {
      dragstart: ({ operation }: DragStartEvent) => {
        const card = cardOf(operation.source)
        return card === null ? undefined : text.pickedUp(whatOf(card))
      },
      dragover: ({ operation }: DragOverEvent) => {
        const card = cardOf(operation.source)
        const column = columnOf(operation.target)
        if (card === null) return undefined
        return column === null ? text.overNothing : text.over(column.name, column.said(card.leadIds))
      },
      dragend: ({ operation, canceled }: DragEndEvent) => {
        const card = cardOf(operation.source)
        const column = columnOf(operation.target)
        if (card === null) return undefined
        return canceled || column === null ? text.putBack(whatOf(card)) : text.dropped(whatOf(card), column.name)
      },
    },
  }),
  AutoScroller,
  Cursor,
  Feedback.configure({ dropAnimation: null }),
  PreventSelection,
]

/** Cards to columns: a drop on a rep assigns, a drop on Waiting holds. Both can be taken back. */
export function BoardDrag({ columns, children }: { columns: Columns; children: ReactNode }) {
  const { store } = useDeskParts()
  const { assign, hold } = useLeadActions()
  const { clear } = useSelectedCards()
  const drop = (leadIds: readonly LeadId[], repId: RepId | null): void => {
    const { leads } = store.getState()
    if (repId === null) {
      const owned = leadIds.filter((id) => leads.get(id)?.status !== 'waiting')
      if (owned.length > 0) void hold(owned)
    } else {
      const own = new Set(columns.get(repId))
      const news = leadIds.filter((id) => !own.has(id))
      if (news.length > 0) void assign(news, repId)
    }
    clear()
  }
  return (
    <DragDropProvider
      sensors={sensors}
      plugins={plugins}
      onDragEnd={({ operation, canceled }) => {
        const card = cardOf(operation.source)
        const column = columnOf(operation.target)
        if (!canceled && card !== null && column !== null) drop(card.leadIds, column.repId)
      }}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {(source) => {
          const card = cardOf(source)
          const first = card?.leadIds[0]
          const lead = first === undefined ? undefined : store.getState().leads.get(first)
          if (card === null || lead === undefined) return null
          return <CardFace lead={lead} name={leadsText.nameOf(lead)} count={card.leadIds.length} isLifted />
        }}
      </DragOverlay>
    </DragDropProvider>
  )
}
