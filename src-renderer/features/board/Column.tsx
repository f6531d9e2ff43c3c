import { UnstyledButton } from '@mantine/core'
import { useDragOperation, useDroppable } from '@dnd-kit/react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { LeadId, RepId } from '../../../src-main/contract/index.ts'
import { useStable } from '../../lib/use-stable.ts'
import { useDesk } from '../../state/hooks.ts'
import { boardText } from '../../text/board.ts'
import classes from './board.module.css'
import { BoardCard } from './BoardCard.tsx'
import { movedLeads } from './board-columns.ts'
import type { CardData, ColumnData } from './BoardDrag.tsx'
import type { DropWords } from './drop-words.ts'

interface ColumnProps {
  repId: RepId | null
  name: string
  label: string
  head: ReactNode
  leadIds: readonly LeadId[]
  /** Leads that are not listed. */
  more: number
  onMore: () => void
  empty: string
  dropWords: (leadIds: readonly LeadId[]) => DropWords
}

/** A column takes drops anywhere on it, and says in its head what a drop would do. */
export function Column({ repId, name, label, head, leadIds, more, onMore, empty, dropWords }: ColumnProps) {
  const { ref, isDropTarget } = useDroppable<ColumnData>({
    id: repId === null ? 'waiting' : `rep-${repId}`,
    data: { repId, name, said: (ids) => dropWords(ids).said },
  })
  const { source } = useDragOperation()
  const overlays = useDesk((state) => state.overlays)
  const pending = overlays.size === 0 ? null : movedLeads({ overlays })
  const dragged = isDropTarget ? (source?.data as CardData | undefined) : undefined
  const words = dragged === undefined ? null : dropWords(dragged.leadIds)
  return (
    <section ref={ref} className={classes.column} aria-label={label} data-column data-target={isDropTarget || undefined}>
      {words === null ? null : (
        <p className={classes.dropWords} data-trouble={words.isTrouble || undefined}>
          {words.isTrouble ? '⚠ ' : ''}
          {words.said}
        </p>
      )}
      <div className={classes.columnHead}>{head}</div>
      <ul className={classes.cards} tabIndex={-1}>
        {leadIds.map((id) => (
          <BoardCard key={id} leadId={id} isPending={pending?.has(id) === true} />
        ))}
        {leadIds.length === 0 && more === 0 ? <li className={classes.none}>{empty}</li> : null}
        {more > 0 ? <More key={leadIds.length} count={more} onMore={onMore} /> : null}
      </ul>
    </section>
  )
}

/** The end of a column that has more: it reads on when it is scrolled into sight, or pressed. */
function More({ count, onMore }: { count: number; onMore: () => void }) {
  const item = useRef<HTMLLIElement>(null)
  const readMore = useStable(onMore)
  useEffect(() => {
    const element = item.current
    if (element === null) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) readMore()
      },
      { root: element.parentElement },
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [readMore])
  return (
    <li ref={item}>
      <UnstyledButton className={classes.more} onClick={onMore}>
        {boardText.more(count)}
      </UnstyledButton>
    </li>
  )
}
