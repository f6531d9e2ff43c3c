import { Button, SegmentedControl } from '@mantine/core'
import { IconUsersPlus } from '@tabler/icons-react'
import { type CSSProperties, useDeferredValue, useState } from 'react'
import type { LeadFilter, RepCard } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useDesk } from '../../state/hooks.ts'
import { repsInOrder } from '../../state/selectors.ts'
import { useLeadList } from '../../state/use-lead-list.ts'
import { boardText } from '../../text/board.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ScreenHead } from '../../ui/ScreenHead.tsx'
import classes from './board.module.css'
import { ColumnsByContext, useBoardFilters, useColumnsBy } from './board-choices.ts'
import { type Columns, boardColumns } from './board-columns.ts'
import { type BoardFilters as Filters, cardFilter, fitsRep } from './board-filters.ts'
import { BoardDrag } from './BoardDrag.tsx'
import { BoardFilters } from './BoardFilters.tsx'
import { BoardSelection } from './BoardSelection.tsx'
import { BoardSizeContext, pitchOf, stripOf, useMeasuredBoard } from './density.ts'
import { RepColumns } from './RepColumns.tsx'
import { SelectedContext, useSelected } from './selected.ts'
import { StageColumns } from './StageColumns.tsx'
import { WaitingColumn } from './WaitingColumn.tsx'

/** Who has what, or how far it has come. */
export function BoardScreen() {
  const [by, setBy] = useColumnsBy()
  const [filters, setFilters] = useBoardFilters()
  // Typing stays quick while long columns follow.
  const followed = useDeferredValue(filters)
  const selected = useSelected()
  const { ref, board, size } = useMeasuredBoard()
  const { scale } = size
  const sizes = { '--scale': scale, '--pitch': `${pitchOf(scale)}px`, '--strip': `${stripOf(scale)}px` } as CSSProperties
  return (
    <SelectedContext value={selected}>
      <ScreenHead title={boardText.title}>
        <BoardFilters filters={filters} onChange={setFilters} />
        <SegmentedControl
          size="xs"
          aria-label={boardText.by.label}
          data={[
            { value: 'rep', label: boardText.by.rep },
            { value: 'stage', label: boardText.by.stage },
          ]}
          value={by}
          onChange={(value) => {
            selected.clear()
            setBy(value)
          }}
        />
      </ScreenHead>
      <ColumnsByContext value={by}>
        <BoardSizeContext value={size}>
          <div className={classes.sized} style={sizes}>
            <BoardDrag>
              <div
                ref={ref}
                className={classes.board}
                role="region"
                aria-label={by === 'rep' ? boardText.columns : boardText.stageColumns}
                data-board
              >
                {board === null ? null : by === 'rep' ? (
                  <ByRep
                    filters={followed}
                    scroller={board}
                    onShowAll={() => {
                      setFilters({ ...filters, reps: '' })
                    }}
                  />
                ) : (
                  <ByStage filters={followed} />
                )}
              </div>
            </BoardDrag>
          </div>
        </BoardSizeContext>
      </ColumnsByContext>
      <BoardSelection />
    </SelectedContext>
  )
}

interface ByRepProps {
  filters: Filters
  scroller: HTMLElement
  onShowAll: () => void
}

function ByRep({ filters, scroller, onShowAll }: ByRepProps) {
  const reps = useDesk((state) => state.reps)
  const columns = useColumns()
  // The snapshot brings no offers: reading them puts them among the leads the columns are made of.
  const offered = useLeadList({ filter: { status: ['offered'] }, order: 'queue' })
  const shown = repsInOrder({ reps }).filter((rep) => hasColumn(rep, columns) && fitsRep(rep, filters.reps))
  return (
    <>
      <WaitingColumn offered={offered.ids} filters={filters} />
      {shown.length > 0 ? (
        <RepColumns scroller={scroller} reps={shown} columns={columns} filters={filters} />
      ) : reps.size === 0 ? (
        <NoReps />
      ) : (
        <EmptyState {...boardText.nobodyFound}>
          <Button variant="default" onClick={onShowAll}>
            {boardText.clearFilter}
          </Button>
        </EmptyState>
      )}
    </>
  )
}

function ByStage({ filters }: { filters: Filters }) {
  const reps = useDesk((state) => state.reps)
  if (reps.size === 0) return <NoReps />
  const repIds = [...reps.values()].filter((rep) => fitsRep(rep, filters.reps)).map(({ id }) => id)
  const filter: LeadFilter = { ...cardFilter(filters), ...(filters.reps.trim() === '' ? {} : { repIds }) }
  return <StageColumns filter={filter} />
}

function NoReps() {
  const { goTo } = usePlace()
  return (
    <EmptyState {...boardText.noReps}>
      <Button
        leftSection={<IconUsersPlus size={16} />}
        onClick={() => {
          goTo('reps')
        }}
      >
        {boardText.addReps}
      </Button>
    </EmptyState>
  )
}

/** Reps who have left keep a column for as long as they have leads. */
const hasColumn = (rep: RepCard, columns: Columns): boolean =>
  rep.isActive || rep.openLeads > 0 || (columns.get(rep.id)?.length ?? 0) > 0

const NO_COLUMNS: Columns = new Map()

function useColumns(): Columns {
  const repLeads = useDesk((state) => state.repLeads)
  const overlays = useDesk((state) => state.overlays)
  const [made, setMade] = useState(() => ({ repLeads, overlays, columns: boardColumns({ repLeads, overlays }, NO_COLUMNS) }))
  if (made.repLeads === repLeads && made.overlays === overlays) return made.columns
  const columns = boardColumns({ repLeads, overlays }, made.columns)
  setMade({ repLeads, overlays, columns })
  return columns
}
