import { UnstyledButton } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useStable } from '../../lib/use-stable.ts'
import { boardText } from '../../text/board.ts'
import classes from './board.module.css'
import { BoardCard, type CardActions } from './BoardCard.tsx'
import { useSelectedCards } from './selected.ts'
import { useCardKeys } from './use-card-keys.ts'
import { useCardRows } from './use-card-rows.ts'

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

/** Cards from the end at which a column reads on. */
const NEAR_END = 3

/** The cards of a column. One of them can be tabbed to, arrows go on from there. */
export function CardList({ column, leadIds, pending, more, onMore, empty }: CardListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [lastFocused, setLastFocused] = useState<LeadId | null>(null)
  const focusAt = lastFocused === null ? -1 : leadIds.indexOf(lastFocused)
  const tabStop = leadIds[Math.max(0, focusAt)]
  const virtual = useCardRows(scroller, leadIds, focusAt)
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
