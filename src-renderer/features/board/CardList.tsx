import { UnstyledButton } from '@mantine/core'
import { useDragOperation } from '@dnd-kit/react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { useStable } from '../../lib/use-stable.ts'
import { boardText } from '../../text/board.ts'
import classes from './board.module.css'
import { BoardCard } from './BoardCard.tsx'
import type { CardData } from './BoardDrag.tsx'
import { useScale } from './density.ts'

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

/** Height of a card of two lines, with its gap, at scale 1. */
const CARD = 60
/** Cards from the end at which a column reads on. */
const NEAR_END = 3

/**
 * The cards of a column that are in and near sight. The one that is dragged stays, or the drag would lose its card, and so do the one
 * with the focus and its neighbours. One of the cards can be tabbed to, arrows go on from there.
 */
export function CardList({ column, leadIds, pending, more, onMore, empty }: CardListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const scale = useScale()
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
    estimateSize: () => CARD * scale,
    overscan: 2,
    paddingStart: 8,
    getItemKey: (index) => leadIds[index] ?? index,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...kept.filter((at) => at >= 0 && at < leadIds.length)])].sort(
        (a, b) => a - b,
      ),
  })
  const items = virtual.getVirtualItems()
  const readMore = useStable(onMore)
  const hasMore = more !== 0
  const isNearEnd = hasMore && (virtual.range?.endIndex ?? 0) >= leadIds.length - NEAR_END
  useEffect(() => {
    if (isNearEnd) readMore()
  }, [isNearEnd, leadIds.length, readMore])
  return (
    <div ref={scroller} className={classes.cards}>
      <ul className={classes.cardList} style={{ height: virtual.getTotalSize() }}>
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
                isTabStop={id === tabStop}
                onFocused={setLastFocused}
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
