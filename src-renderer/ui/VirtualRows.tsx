import { UnstyledButton } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import classes from './VirtualRows.module.css'

export interface RowState {
  index: number
  isFocused: boolean
  isSelected: boolean
}

export interface VirtualRowsHandle {
  scrollToTop: () => void
  focus: () => void
}

interface VirtualRowsProps<Id extends number> {
  /** Names the list to a reader. */
  label: string
  ids: readonly Id[]
  rowHeight: number
  /** Another value starts at the top again. */
  resetKey: string
  focusedId: Id | null
  selected: ReadonlySet<Id>
  hasMore: boolean
  /** Stays in sight; `headHeight` tall. */
  header?: ReactNode
  headHeight?: number
  /** A row's cells; each needs the role `gridcell`. */
  renderRow: (id: Id, state: RowState) => ReactNode
  onRowClick: (id: Id, event: React.MouseEvent) => void
  onNearEnd: () => void
  /** "12 new", shown when rows came in above what is in view. */
  newAbove: (count: number) => string
  isDimmed?: boolean
  ref?: Ref<VirtualRowsHandle>
}

const NEAR_END_ROWS = 40

/**
 * A long list of rows of one height. Rows that come and go above what a person looks at do not move it: the scroll
 * follows the row in view.
 */
export function VirtualRows<Id extends number>(props: VirtualRowsProps<Id>) {
  const {
    label,
    ids,
    rowHeight,
    resetKey,
    focusedId,
    selected,
    hasMore,
    header,
    renderRow,
    onRowClick,
    onNearEnd,
    headHeight = 0,
  } = props
  const scroller = useRef<HTMLDivElement>(null)
  const listId = useId()
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
  })
  const { newCount, clearNew } = useSteadyScroll(scroller, ids, rowHeight, resetKey)

  useImperativeHandle(props.ref, () => ({
    scrollToTop: () => scroller.current?.scrollTo({ top: 0 }),
    focus: () => scroller.current?.focus({ preventScroll: true }),
  }))

  const focusedIndex = focusedId === null ? -1 : ids.indexOf(focusedId)
  const scrolledTo = useRef<Id | null>(null)
  useEffect(() => {
    if (scrolledTo.current === focusedId) return
    scrolledTo.current = focusedId
    if (focusedIndex >= 0) virtual.scrollToIndex(focusedIndex, { align: 'auto' })
  }, [focusedId, focusedIndex, virtual])

  const items = virtual.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  const isNearEnd = hasMore && lastShown >= ids.length - NEAR_END_ROWS
  useEffect(() => {
    if (isNearEnd) onNearEnd()
  }, [isNearEnd, ids.length, onNearEnd])

  const isFocusShown = items.some((item) => ids[item.index] === focusedId)
  return (
    <div className={classes.frame} data-dimmed={props.isDimmed || undefined}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={hasMore ? -1 : ids.length}
        aria-multiselectable="true"
        aria-activedescendant={isFocusShown ? `${listId}-${focusedId}` : undefined}
        tabIndex={0}
      >
        {header}
        <div className={classes.space} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const id = ids[item.index]
            if (id === undefined) return null
            const state = { index: item.index, isFocused: id === focusedId, isSelected: selected.has(id) }
            return (
              // Keys are the screen's: they work wherever the focus is.
              <div
                key={item.key}
                id={`${listId}-${id}`}
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 1}
                aria-selected={state.isSelected}
                data-focused={state.isFocused || undefined}
                className={classes.row}
                style={{ height: rowHeight, transform: `translateY(${item.start - headHeight}px)` }}
                onClick={(event) => {
                  onRowClick(id, event)
                }}
              >
                {renderRow(id, state)}
              </div>
            )
          })}
        </div>
      </div>
      {newCount > 0 ? (
        <UnstyledButton
          className={classes.pill}
          onClick={() => {
            clearNew()
            scroller.current?.scrollTo({ top: 0 })
          }}
        >
          <IconArrowUp size={14} aria-hidden="true" /> {props.newAbove(newCount)}
        </UnstyledButton>
      ) : null}
    </div>
  )
}

/** By how many rows the first row in view that is still there has moved. */
function stepsMoved(was: readonly number[], ids: readonly number[], first: number): number {
  for (const [offset, id] of was.slice(first, first + 200).entries()) {
    const at = ids.indexOf(id)
    if (at >= 0) return at - first - offset
  }
  return 0
}

/** Keeps the rows in view where they are when others come or go above them, and counts those that came. */
function useSteadyScroll(
  scroller: React.RefObject<HTMLDivElement | null>,
  ids: readonly number[],
  rowHeight: number,
  resetKey: string,
) {
  const before = useRef({ ids, resetKey })
  const [newCount, setNewCount] = useState(0)
  useLayoutEffect(() => {
    const was = before.current
    const element = scroller.current
    before.current = { ids, resetKey }
    if (element === null || (was.ids === ids && was.resetKey === resetKey)) return
    if (was.resetKey !== resetKey) {
      element.scrollTop = 0
      setNewCount(0)
      return
    }
    if (element.scrollTop < rowHeight / 2) return
    const first = Math.floor(element.scrollTop / rowHeight)
    const moved = stepsMoved(was.ids, ids, first)
    if (moved === 0) return
    element.scrollTop += moved * rowHeight
    if (moved > 0) setNewCount((count) => count + moved)
  }, [ids, rowHeight, resetKey, scroller])

  useEffect(() => {
    const element = scroller.current
    const onScroll = (): void => {
      if (element !== null && element.scrollTop < rowHeight) setNewCount(0)
    }
    element?.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      element?.removeEventListener('scroll', onScroll)
    }
  }, [scroller, rowHeight])
  return {
    newCount,
    clearNew: () => {
      setNewCount(0)
    },
  }
}
