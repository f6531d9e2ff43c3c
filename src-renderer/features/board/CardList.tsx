import { UnstyledButton } from '@mantine/core'
import { useDragOperation } from '@dnd-kit/react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useContext, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useStable } from '../../lib/use-stable.ts'
import { useDeskParts } from '../../state/hooks.ts'
import { boardText } from '../../text/board.ts'
import classes from './board.module.css'
import { ColumnsByContext } from './board-choices.ts'
import { BoardCard, type CardActions } from './BoardCard.tsx'
import type { CardData } from './BoardDrag.tsx'
import { linesOf } from './CardFace.tsx'
import { useBoardSize } from './density.ts'
import { useSelectedCards } from './selected.ts'
import { useCardKeys } from './use-card-keys.ts'

interface CardListProps {
  /** As a person calls the column. */
  column: string
  leadIds: readonly LeadId[]
  pending: ReadonlySet<LeadId>
  /** Leads that are not listed; null when nobody has counted them. */
  more: number | null
  onMore: () => void
  empty: string
}

/** Height of a card without its lines, its gap with it, and of a line at scale 1: as the stylesheet has them, or each card is laid out twice. */
const [CARD, LINE] = [21, 20]
/** Cards from the end at which a column reads on. */
const NEAR_END = 3

/**
 * The cards of a column that are in and near sight. The one that is dragged stays, or the drag would lose its card, and so do the one
 * with the focus and its neighbours. One of the cards can be tabbed to, arrows go on from there.
 */
export function CardList({ column, leadIds, pending, more, onMore, empty }: CardListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const { scale, cardsHeight } = useBoardSize()
  const by = useContext(ColumnsByContext)
  const { store } = useDeskParts()
  const { source } = useDragOperation()
  const [lastFocused, setLastFocused] = useState<LeadId | null>(null)
  const dragged = (source?.data as CardData | undefined)?.leadIds[0]
  const focusAt = lastFocused === null ? -1 : leadIds.indexOf(lastFocused)
  const tabStop = leadIds[Math.max(0, focusAt)]
  const kept = [
    dragged === undefined ? -1 : leadIds.indexOf(dragged),
    ...(focusAt < 0 ? [] : [focusAt - 1, focusAt, focusAt + 1]),
  ]
  const virtual = useVirtualizer({
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
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...kept.filter((at) => at >= 0 && at < leadIds.length)])].sort(
        (a, b) => a - b,
      ),
  })
  const { leadId: openId, openLead } = usePlace()
  const { ids: selected, toggle: mark } = useSelectedCards()
  const toggle = useStable(mark)
  const [menuOf, setMenuOf] = useState<LeadId | null>(null)
  if (menuOf !== null && !leadIds.includes(menuOf)) setMenuOf(null)
  const onKeyDown = useCardKeys(setMenuOf)
  const on = useMemo<CardActions>(
    () => ({ focused: setLastFocused, open: openLead, toggle, showMenu: setMenuOf }),
    [openLead, toggle],
  )
  const items = virtual.getVirtualItems()
  const readMore = useStable(onMore)
  const hasMore = more !== 0
  const isNearEnd = hasMore && (virtual.range?.endIndex ?? 0) >= leadIds.length - NEAR_END
  useEffect(() => {
    if (isNearEnd) readMore()
  }, [isNearEnd, leadIds.length, readMore])
  return (
    <div ref={scroller} className={classes.cards}>
      <ul className={classes.cardList} style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
        {items.map((item) => {
          const id = leadIds[item.index]
          return id === undefined ? null : (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={classes.place}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={more === null ? -1 : leadIds.length + more}
              aria-posinset={item.index + 1}
            >
              <BoardCard
                leadId={id}
                column={column}
                isPending={pending.has(id)}
                isSelected={selected.has(id)}
                isOpen={id === openId}
                hasMenu={id === menuOf}
                isTabStop={id === tabStop}
                on={on}
              />
            </li>
          )
        })}
      </ul>
      {leadIds.length === 0 && !hasMore ? <p className={classes.none}>{empty}</p> : null}
      {hasMore ? (
        <UnstyledButton className={classes.more} onClick={onMore}>
          {more === null ? boardText.moreUnknown : boardText.more(more)}
        </UnstyledButton>
      ) : null}
    </div>
  )
}
