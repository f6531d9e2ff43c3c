import { useDragOperation, useDroppable } from '@dnd-kit/react'
import type { ReactNode } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import type { Destination } from '../../state/desk-state.ts'
import { useDesk } from '../../state/hooks.ts'
import classes from './board.module.css'
import type { CardData, ColumnData } from './BoardDrag.tsx'
import { CardList } from './CardList.tsx'
import type { DropWords } from './drop-words.ts'

interface ColumnProps {
  id: string
  /** null is the column of what waits. */
  to: Destination | null
  name: string
  label: string
  head: ReactNode
  leadIds: readonly LeadId[]
  more: number | null
  onMore: () => void
  empty: string
  dropWords: (leadIds: readonly LeadId[]) => DropWords
}

const NOTHING: ReadonlySet<LeadId> = new Set()

/** A column takes drops anywhere on it, and says in its head what a drop would do. */
export function Column({ id, to, name, label, head, leadIds, more, onMore, empty, dropWords }: ColumnProps) {
  const { ref, isDropTarget } = useDroppable<ColumnData>({ id, data: { to, name, words: dropWords } })
  const { source } = useDragOperation()
  const overlays = useDesk((state) => state.overlays)
  const pending = overlays.size === 0 ? NOTHING : new Set([...overlays.values()].flatMap((overlay) => overlay.leadIds))
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
      <CardList column={name} leadIds={leadIds} pending={pending} more={more} onMore={onMore} empty={empty} />
    </section>
  )
}
