import { UnstyledButton } from '@mantine/core'
import { useDragOperation, useDroppable } from '@dnd-kit/react'
import type { ReactNode } from 'react'
import type { LeadId, RepId } from '../../../src-main/contract/index.ts'
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
        {more > 0 ? (
          <li>
            <UnstyledButton className={classes.more} onClick={onMore}>
              {boardText.more(more)}
            </UnstyledButton>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
