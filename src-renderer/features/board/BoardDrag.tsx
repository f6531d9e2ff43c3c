import {
  Accessibility,
  AutoScroller,
  Cursor,
  type DragEndEvent,
  type DragOverEvent,
  type DragStartEvent,
  Feedback,
  PointerActivationConstraints,
  PointerSensor,
  PreventSelection,
} from '@dnd-kit/dom'
import { DragDropProvider, DragOverlay } from '@dnd-kit/react'
import type { ReactNode } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import type { Destination } from '../../state/desk-state.ts'
import { useDeskParts } from '../../state/hooks.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { boardText } from '../../text/board.ts'
import { leadsText } from '../../text/leads.ts'
import { CardFace } from './CardFace.tsx'
import { ColumnSensor } from './column-sensor.ts'
import { type DropWords, newsFor } from './drop-words.ts'
import { useSelectedCards } from './selected.ts'

/** What a card carries while it is dragged. */
export interface CardData {
  leadIds: LeadId[]
  name: string
  /** The column it is taken from, as a person calls it. */
  from: string
}
/** What a column answers to it. `words` are what the drop would do; `to` null is what waits. */
export interface ColumnData {
  to: Destination | null
  name: string
  words: (leadIds: readonly LeadId[]) => DropWords
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
  {
    plugin: ColumnSensor,
    options: {
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
    },
  },
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
        return card === null ? undefined : text.pickedUp(whatOf(card), card.from)
      },
      dragover: ({ operation }: DragOverEvent) => {
        const card = cardOf(operation.source)
        const column = columnOf(operation.target)
        if (card === null) return undefined
        return column === null ? text.overNothing : text.over(column.name, column.words(card.leadIds).said)
      },
      dragend: ({ operation, canceled }: DragEndEvent) => {
        const card = cardOf(operation.source)
        const column = columnOf(operation.target)
        if (card === null) return undefined
        if (canceled || column === null) return text.putBack(whatOf(card), card.from)
        const { said, isTrouble } = column.words(card.leadIds)
        return text.dropped(whatOf(card), card.from, column.name, isTrouble ? said : null)
      },
    },
  }),
  AutoScroller,
  Cursor,
  Feedback.configure({ dropAnimation: null }),
  PreventSelection,
]

/** Cards to columns: a drop on a rep assigns, one on Waiting holds, one on a stage sets it. Each can be taken back. */
export function BoardDrag({ children }: { children: ReactNode }) {
  const { store } = useDeskParts()
  const { assign, hold, setStage } = useLeadActions()
  const { clear } = useSelectedCards()
  const drop = (leadIds: readonly LeadId[], to: Destination | null): void => {
    const { leads } = store.getState()
    if (to === null) {
      const owned = leadIds.filter((id) => leads.get(id)?.status !== 'waiting')
      if (owned.length > 0) void hold(owned)
    } else if ('repId' in to) {
      const news = newsFor({ id: to.repId }, leadIds, leads)
      if (news.length > 0) void assign(news, to.repId)
    } else {
      const news = leadIds.filter((id) => leads.get(id)?.stage !== to.stage)
      if (news.length > 0) void setStage(news, to.stage)
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
        if (!canceled && card !== null && column !== null) drop(card.leadIds, column.to)
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
