import { Table, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { formatNumber } from '../../text/formats.ts'
import { type Sorting, sorted } from './report-rows.ts'
import classes from './simulation.module.css'

interface SortedTableProps<Key extends string> {
  label: string
  columns: readonly { key: Key; label: string; isNumber?: boolean }[]
  rows: readonly Record<Key, string | number>[]
  first: Sorting<Key>
}

/** A table ordered by the column whose head was pressed last. */
export function SortedTable<Key extends string>({ label, columns, rows, first }: SortedTableProps<Key>) {
  const [sorting, setSorting] = useState(first)
  const Arrow = sorting.isDown ? IconArrowDown : IconArrowUp
  return (
    <Table aria-label={label} verticalSpacing={4} className={classes.numbers}>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ key, label, isNumber = false }) => (
            <Table.Th
              key={key}
              ta={isNumber ? 'right' : 'left'}
              aria-sort={sorting.by !== key ? 'none' : sorting.isDown ? 'descending' : 'ascending'}
            >
              <UnstyledButton
                className={classes.sorter}
                onClick={() => {
                  setSorting({ by: key, isDown: sorting.by === key ? !sorting.isDown : isNumber })
                }}
              >
                {label}
                {sorting.by === key && <Arrow size={13} aria-hidden="true" />}
              </UnstyledButton>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted(rows, sorting).map((row, at) => (
          <Table.Tr key={at}>
            {columns.map(({ key, isNumber = false }) => {
              const value = row[key]
              return (
                <Table.Td key={key} ta={isNumber ? 'right' : 'left'}>
                  {typeof value === 'number' ? formatNumber(value) : value}
                </Table.Td>
              )
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
