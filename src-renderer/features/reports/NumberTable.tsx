import { Button, Table, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ReportTable } from '../../../src-main/contract/index.ts'
import { useGridKeys } from '../../lib/use-grid-keys.ts'
import { columnName, tableName, termOf } from '../../text/report-terms.ts'
import { reportsText } from '../../text/reports.ts'
import { words } from '../../text/words.ts'
import { CellValue } from './CellValue.tsx'
import classes from './reports.module.css'
import { rowName } from './row-name.ts'
import { useShownReport } from './shown-report.ts'
import { nextOrder, type RowOrder, sortRows } from './sort-rows.ts'

/** Rows drawn at first: a desk may have a thousand sources, and nobody reads that far unasked. */
const ROWS_AT_FIRST = 100

/** The numbers of a table, each a way to its leads, in an order a person may choose. Arrows move from number to number. */
export function NumberTable({ table }: { table: ReportTable }) {
  const report = useShownReport()
  // People are never ranked unasked: a table of reps begins by name.
  const [order, setOrder] = useState<RowOrder | null>(table.by === 'rep' ? { column: null, isDescending: false } : null)
  const [showsAll, setShowsAll] = useState(false)
  const onKeyDown = useGridKeys()
  const sorted = useMemo(() => sortRows(table, order), [table, order])
  const rows = showsAll ? sorted : sorted.slice(0, ROWS_AT_FIRST)
  const firstAt = firstDrill(rows)
  if (table.rows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {reportsText.empty.table}
      </Text>
    )
  }
  return (
    <div className={classes.tableBox}>
      <Table role="grid" aria-label={tableName(table.id)} verticalSpacing={5} className={classes.numbers} onKeyDown={onKeyDown}>
        <Table.Thead>
          <Table.Tr>
            <Head name={reportsText.by[table.by]} column={null} order={order} onOrder={setOrder} />
            {table.columns.map(({ id }, at) => (
              <Head
                key={id}
                name={columnName(id, report.name)}
                means={termOf(id, report.name).means}
                note={report.notes.get(id) ?? null}
                column={at}
                order={order}
                onOrder={setOrder}
              />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, rowAt) => (
            <Table.Tr key={`${row.repId ?? ''} ${row.key}`}>
              <Table.Th scope="row" role="rowheader" className={classes.rowName}>
                {rowName(table.by, row)}
              </Table.Th>
              {row.cells.map((cell, column) => {
                const { id, measure } = table.columns[column] ?? { id: '', measure: 'number' as const }
                return (
                  <Table.Td key={id} role="gridcell" ta="right">
                    <CellValue
                      cell={cell}
                      id={id}
                      measure={measure}
                      what={`${columnName(id, report.name)}, ${rowName(table.by, row)}`}
                      at={{ row: rowAt, column, isFirst: firstAt === `${rowAt},${column}` }}
                    />
                  </Table.Td>
                )
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length === sorted.length ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.unprinted}
          onClick={() => {
            setShowsAll(true)
          }}
        >
          {words.more(sorted.length - rows.length)}
        </Button>
      )}
    </div>
  )
}

function firstDrill(rows: ReportTable['rows']): string {
  for (const [row, { cells }] of rows.entries()) {
    const column = cells.findIndex(({ value, leads }) => value !== null && leads !== null)
    if (column >= 0) return `${row},${column}`
  }
  return ''
}

interface HeadProps {
  name: string
  means?: string
  note?: number | null
  column: number | null
  order: RowOrder | null
  onOrder: (order: RowOrder | null) => void
}

function Head({ name, means, note = null, column, order, onOrder }: HeadProps) {
  const isSorted = order !== null && order.column === column
  const Arrow = order?.isDescending === true ? IconArrowDown : IconArrowUp
  const button = (
    <UnstyledButton
      className={classes.sort}
      onClick={() => {
        onOrder(nextOrder(order, column))
      }}
    >
      {name}
      {note === null ? null : (
        <sup className={classes.printed} aria-hidden="true">
          {note}
        </sup>
      )}
      <Arrow size={12} aria-hidden="true" className={classes.sortArrow} data-on={isSorted || undefined} />
    </UnstyledButton>
  )
  return (
    <Table.Th
      role="columnheader"
      scope="col"
      ta={column === null ? 'left' : 'right'}
      aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      {means === undefined ? (
        button
      ) : (
        <Tooltip label={means} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
          {button}
        </Tooltip>
      )}
    </Table.Th>
  )
}
