import { useDragOperation } from '@dnd-kit/react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { LeadId, RepCard } from '../../../src-main/contract/index.ts'
import { boardText } from '../../text/board.ts'
import classes from './board.module.css'
import type { Columns } from './board-columns.ts'
import { type CardData, COLUMN_PITCH } from './BoardDrag.tsx'
import { RepColumn } from './RepColumn.tsx'

interface RepColumnsProps {
  scroller: HTMLElement | null
  reps: readonly RepCard[]
  columns: Columns
}

const NO_LEADS: readonly LeadId[] = []

/** The columns in and near sight. The one a card is dragged from stays, or the drag would lose its card. */
export function RepColumns({ scroller, reps, columns }: RepColumnsProps) {
  const { source } = useDragOperation()
  const dragged = (source?.data as CardData | undefined)?.leadIds[0]
  const from = dragged === undefined ? -1 : reps.findIndex((rep) => columns.get(rep.id)?.includes(dragged))
  const virtual = useVirtualizer({
    horizontal: true,
    count: reps.length,
    getScrollElement: () => scroller,
    estimateSize: () => COLUMN_PITCH,
    scrollMargin: COLUMN_PITCH,
    overscan: 1,
    getItemKey: (index) => reps[index]?.id ?? index,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...(from < 0 ? [] : [from])])].sort((a, b) => a - b),
  })
  return (
    <div className={classes.reps} style={{ width: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((item) => {
        const rep = reps[item.index]
        if (rep === undefined) return null
        const isFirstOfTeam = item.index === 0 || reps[item.index - 1]?.team !== rep.team
        return (
          <div key={item.key} className={classes.slot} style={{ transform: `translateX(${item.start - COLUMN_PITCH}px)` }}>
            <div className={classes.team}>{isFirstOfTeam ? (rep.team ?? boardText.noTeam) : null}</div>
            <RepColumn rep={rep} leadIds={columns.get(rep.id) ?? NO_LEADS} />
          </div>
        )
      })}
    </div>
  )
}
