import { Button, CloseButton, TextInput } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconFilter, IconUsersPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { RepCard } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useDesk } from '../../state/hooks.ts'
import { repsInOrder } from '../../state/selectors.ts'
import { useLeadList } from '../../state/use-lead-list.ts'
import { boardText } from '../../text/board.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ScreenHead } from '../../ui/ScreenHead.tsx'
import classes from './board.module.css'
import { type Columns, boardColumns } from './board-columns.ts'
import { BoardDrag } from './BoardDrag.tsx'
import { BoardSelection } from './BoardSelection.tsx'
import { RepColumns } from './RepColumns.tsx'
import { SelectedContext, useSelected } from './selected.ts'
import { WaitingColumn } from './WaitingColumn.tsx'

/** Who has what: a column per rep, and one for what waits. */
export function BoardScreen() {
  const reps = useDesk((state) => state.reps)
  const columns = useColumns()
  // The snapshot brings no offers: reading them puts them among the leads the columns are made of.
  const offered = useLeadList({ filter: { status: ['offered'] }, order: 'queue' })
  const [filter, setFilter] = useSessionStorage({ key: 'board-filter', defaultValue: '', getInitialValueInEffect: false })
  const selected = useSelected()
  // As state: the columns are rendered before their scroller is there, and again once it is.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const { goTo } = usePlace()
  const shown = repsInOrder({ reps }).filter((rep) => isShown(rep, filter, columns))
  return (
    <SelectedContext value={selected}>
      <ScreenHead title={boardText.title}>
        <TextInput
          size="xs"
          w={220}
          aria-label={boardText.filter}
          placeholder={boardText.filter}
          leftSection={<IconFilter size={14} aria-hidden="true" />}
          rightSection={
            filter === '' ? null : (
              <CloseButton
                size="xs"
                aria-label={boardText.clearFilter}
                onClick={() => {
                  setFilter('')
                }}
              />
            )
          }
          value={filter}
          onChange={(event) => {
            setFilter(event.currentTarget.value)
          }}
        />
      </ScreenHead>
      <BoardDrag columns={columns}>
        <div ref={setScroller} className={classes.board} role="region" aria-label={boardText.columns}>
          <WaitingColumn offered={offered.ids} />
          {shown.length > 0 ? (
            <RepColumns scroller={scroller} reps={shown} columns={columns} />
          ) : reps.size === 0 ? (
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
          ) : (
            <EmptyState {...boardText.nobodyFound}>
              <Button
                variant="default"
                onClick={() => {
                  setFilter('')
                }}
              >
                {boardText.clearFilter}
              </Button>
            </EmptyState>
          )}
        </div>
      </BoardDrag>
      <BoardSelection />
    </SelectedContext>
  )
}

/** Reps who have left keep a column for as long as they have leads. */
function isShown(rep: RepCard, filter: string, columns: Columns): boolean {
  if (!rep.isActive && (columns.get(rep.id)?.length ?? 0) === 0) return false
  const hay = `${rep.name} ${rep.team ?? ''}`.toLowerCase()
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word))
}

const NO_COLUMNS: Columns = new Map()

function useColumns(): Columns {
  const leads = useDesk((state) => state.leads)
  const overlays = useDesk((state) => state.overlays)
  const [made, setMade] = useState({ leads, overlays, columns: boardColumns({ leads, overlays }, NO_COLUMNS) })
  if (made.leads === leads && made.overlays === overlays) return made.columns
  const columns = boardColumns({ leads, overlays }, made.columns)
  setMade({ leads, overlays, columns })
  return columns
}
