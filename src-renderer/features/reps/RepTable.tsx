import { Checkbox, Table, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useDeferredValue } from 'react'
import type { RepCard, RepId } from '../../../src-main/contract/index.ts'
import { useStable } from '../../lib/use-stable.ts'
import { repListText } from '../../text/rep-list.ts'
import { repsText } from '../../text/reps.ts'
import { moveAmongRows } from './move-among-rows.ts'
import { RepRow } from './RepRow.tsx'
import classes from './reps.module.css'
import { nextSorting, type SortKey, type Sorting } from './sort-reps.ts'

const { columns } = repsText

/** As many rows as a screen shows; the others follow when these are painted. */
const FIRST_PAINT = 30

interface RepTableProps {
  reps: readonly RepCard[]
  sorting: Sorting
  onSort: (sorting: Sorting) => void
  selected: ReadonlySet<RepId>
  onSelect: (selected: ReadonlySet<RepId>) => void
  onEdit: (id: RepId) => void
}

/** Everyone in one table. The name opens the drawer; arrows go from row to row, X selects. */
export function RepTable({ reps, sorting, onSort, selected, onSelect, onEdit }: RepTableProps) {
  const painted = useDeferredValue(reps, reps.slice(0, FIRST_PAINT))
  const edit = useStable(onEdit)
  const toggle = useStable((id: RepId) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect(next)
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
    const row = event.target.closest<HTMLElement>('[data-rep]')
    if (row === null) return
    if (event.key === 'x') toggle(Number(row.dataset['rep']) as RepId)
    else if (!moveAmongRows(row, event.key)) return
    event.preventDefault()
  }
  const head = (key: SortKey, label: string): ReactNode => (
    <SortHead label={label} sorting={sorting} sortKey={key} onSort={onSort} />
  )
  const isAll = selected.size === reps.length
  return (
    <div className={classes.scroller} role="region" aria-label={repsText.title} tabIndex={0}>
      <Table
        stickyHeader
        highlightOnHover
        verticalSpacing={6}
        horizontalSpacing={6}
        className={classes.table}
        onKeyDown={onKeyDown}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={36}>
              <Checkbox
                size="xs"
                aria-label={repListText.selectAll}
                checked={isAll}
                indeterminate={!isAll && selected.size > 0}
                onChange={() => {
                  onSelect(new Set(isAll ? [] : reps.map(({ id }) => id)))
                }}
              />
            </Table.Th>
            {head('name', columns.name)}
            {head('status', columns.status)}
            <Table.Th>{columns.hours}</Table.Th>
            {head('load', columns.load)}
            {head('today', columns.today)}
            {head('weight', columns.weight)}
            <Table.Th>{columns.skills}</Table.Th>
            <Table.Th>{columns.languages}</Table.Th>
            <Table.Th>{columns.territories}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {painted.map((rep) => (
            <RepRow key={rep.id} rep={rep} isSelected={selected.has(rep.id)} onSelect={toggle} onEdit={edit} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

interface SortHeadProps {
  label: string
  sorting: Sorting
  sortKey: SortKey
  onSort: (sorting: Sorting) => void
}

function SortHead({ label, sorting, sortKey, onSort }: SortHeadProps) {
  const isBy = sorting.key === sortKey
  const Arrow = sorting.isDescending ? IconArrowDown : IconArrowUp
  return (
    <Table.Th
      {...(sortKey === 'load' ? { w: 130 } : {})}
      ta={sortKey === 'today' || sortKey === 'weight' ? 'right' : 'left'}
      aria-sort={isBy ? (sorting.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <UnstyledButton
        className={classes.sort}
        title={repListText.sortBy(label)}
        onClick={() => {
          onSort(nextSorting(sorting, sortKey))
        }}
      >
        {label}
        {isBy ? <Arrow size={13} aria-hidden="true" /> : null}
      </UnstyledButton>
    </Table.Th>
  )
}
