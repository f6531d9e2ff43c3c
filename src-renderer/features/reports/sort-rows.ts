import type { ReportTable } from '../../../src-main/contract/index.ts'
import { rowName } from './row-name.ts'

/** By a column, or by what the row is about (`column: null`). */
export interface RowOrder {
  column: number | null
  isDescending: boolean
}

/** Rows in an order a person chose; what was not measured stands last whichever way. `null` leaves them as the desk told them. */
export function sortRows({ by, rows }: ReportTable, order: RowOrder | null): ReportTable['rows'] {
  if (order === null) return rows
  const way = order.isDescending ? -1 : 1
  const { column } = order
  if (column === null) {
    // Days and bands are in their own order as they are told.
    if (by === 'day' || by === 'band') return way === 1 ? rows : rows.toReversed()
    return rows.toSorted((one, other) => way * rowName(by, one).localeCompare(rowName(by, other)))
  }
  return rows.toSorted((one, other) => {
    const a = one.cells[column]?.value ?? null
    const b = other.cells[column]?.value ?? null
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return way * (a - b)
  })
}

/** People by name, as in their tables: a picture must not rank them either. */
export const inPictureOrder = (table: ReportTable): ReportTable['rows'] =>
  sortRows(table, table.by === 'rep' ? { column: null, isDescending: false } : null)

/** What a press on a column's head asks for: the most first, then the least, then as told. */
export function nextOrder(order: RowOrder | null, column: number | null): RowOrder | null {
  const isFirst = order === null || order.column !== column
  const startsDown = column !== null
  if (isFirst) return { column, isDescending: startsDown }
  return order.isDescending === startsDown ? { column, isDescending: !startsDown } : null
}
