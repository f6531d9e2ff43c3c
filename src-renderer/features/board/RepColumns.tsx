import { useDragOperation } from '@dnd-kit/react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useEffect, useMemo } from 'react'
import type { LeadId, RepCard } from '../../../src-main/contract/index.ts'
import classes from './board.module.css'
import { useFoldedTeams } from './board-choices.ts'
import type { Columns } from './board-columns.ts'
import type { BoardFilters } from './board-filters.ts'
import { type Slot, slotsOf } from './board-slots.ts'
import type { CardData } from './BoardDrag.tsx'
import { pitchOf, stripOf, useScale } from './density.ts'
import { RepColumn } from './RepColumn.tsx'
import { TeamHead, TeamStrip } from './TeamHead.tsx'
import { useNextInTurn } from './use-next-in-turn.ts'

interface RepColumnsProps {
  scroller: HTMLElement
  reps: readonly RepCard[]
  columns: Columns
  filters: BoardFilters
}

const NO_LEADS: readonly LeadId[] = []
const NOBODY: ReadonlySet<string> = new Set()

/** The columns in and near sight. The one a card is dragged from stays, or the drag would lose its card. */
export function RepColumns({ scroller, reps, columns, filters }: RepColumnsProps) {
  const { source } = useDragOperation()
  const { folded, toggle } = useFoldedTeams()
  const next = useNextInTurn()
  const scale = useScale()
  const [pitch, strip] = [pitchOf(scale), stripOf(scale)]
  // Whoever looks for a rep wants to see them.
  const { slots, bands, width } = slotsOf(reps, filters.reps.trim() === '' ? folded : NOBODY, pitch, strip)
  const dragged = (source?.data as CardData | undefined)?.leadIds[0]
  const from =
    dragged === undefined ? -1 : slots.findIndex((slot) => slot.kind === 'rep' && columns.get(slot.rep.id)?.includes(dragged))
  const virtual = useVirtualizer({
    horizontal: true,
    count: slots.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => (slots[index]?.kind === 'team' ? strip : pitch),
    scrollMargin: pitch,
    initialRect: { width: scroller.offsetWidth, height: scroller.offsetHeight },
    // Those in sight first.
    overscan: useDeferredValue(1, 0),
    getItemKey: (index) => keyOf(slots[index], index),
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...(from < 0 ? [] : [from])])].sort((a, b) => a - b),
  })
  const layout = useMemo(() => slots.map((slot) => `${slot.kind}${slot.from}`).join(), [slots])
  useEffect(() => {
    virtual.measure()
  }, [virtual, layout])
  const items = virtual.getVirtualItems()
  const [first, last] = [slots[items[0]?.index ?? 0]?.from ?? 0, slots[items.at(-1)?.index ?? 0]?.from ?? 0]
  return (
    <div className={classes.reps} style={{ width }}>
      {bands
        .filter((band) => band.to > first && band.from <= last)
        .map((band) => (
          <div key={`${band.team}-${band.from}`} className={classes.band} style={{ left: band.from, width: band.to - band.from }}>
            <TeamHead band={band} onToggle={toggle} />
          </div>
        ))}
      {items.map((item) => {
        const slot = slots[item.index]
        if (slot === undefined) return null
        const place = { transform: `translateX(${slot.from}px)` }
        if (slot.kind === 'team')
          return (
            <div key={item.key} className={classes.slot} data-strip style={place}>
              <TeamStrip band={slot} />
            </div>
          )
        const mark = next.get(slot.rep.id)
        return (
          <div key={item.key} className={classes.slot} style={place}>
            <RepColumn
              rep={slot.rep}
              leadIds={columns.get(slot.rep.id) ?? NO_LEADS}
              filters={filters}
              next={mark?.short ?? null}
              nextSaid={mark?.said ?? null}
            />
          </div>
        )
      })}
    </div>
  )
}

function keyOf(slot: Slot | undefined, index: number): string | number {
  if (slot === undefined) return index
  return slot.kind === 'rep' ? slot.rep.id : `team ${slot.team}`
}
