import { useDragOperation } from '@dnd-kit/react'
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useContext, useDeferredValue } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { useDeskParts } from '../../state/hooks.ts'
import { ColumnsByContext } from './board-choices.ts'
import type { CardData } from './BoardDrag.tsx'
import { linesOf } from './CardFace.tsx'
import { useBoardSize } from './density.ts'

/** Height of a card without its lines, the gap below with it, and of a line at scale 1: as the stylesheet has them, or each card is laid out twice. */
const [CARD, LINE] = [21, 20]

/**
 * Which cards of a column are drawn: those in and near sight. The one that is dragged stays, or the drag would lose its card, and so do the
 * one that had the focus last, at `focusAt`, and its neighbours.
 */
export function useCardRows(
  scroller: RefObject<HTMLDivElement | null>,
  leadIds: readonly LeadId[],
  focusAt: number,
): Virtualizer<HTMLDivElement, HTMLLIElement> {
  const { scale, cardsHeight } = useBoardSize()
  const by = useContext(ColumnsByContext)
  const { store } = useDeskParts()
  const { source } = useDragOperation()
  const dragged = (source?.data as CardData | undefined)?.leadIds[0]
  const kept = [
    dragged === undefined ? -1 : leadIds.indexOf(dragged),
    ...(focusAt < 0 ? [] : [focusAt - 1, focusAt, focusAt + 1]),
  ].filter((at) => at >= 0 && at < leadIds.length)
  return useVirtualizer({
    count: leadIds.length,
    getScrollElement: () => scroller.current,
    initialRect: { width: 0, height: cardsHeight },
    estimateSize: (index) => {
      const lead = store.getState().leads.get(leadIds[index] as LeadId)
      return CARD + LINE * scale * (lead === undefined ? 2 : linesOf(lead, by))
    },
    // Those in sight first.
    overscan: useDeferredValue(2, 0),
    paddingStart: 8,
    getItemKey: (index) => leadIds[index] ?? index,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b),
  })
}
