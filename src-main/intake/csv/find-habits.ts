import { type FileStudy } from './study-file.ts'
import { type DateOrder, isAmbiguous, orderOf, usualOrder } from './read-date.ts'
import { type DecimalMark, findDecimalMark } from './read-number.ts'
import { readRows } from './read-rows.ts'

/** How a file writes what can be written in two ways. */
export interface Habits {
  decimalMarks: Map<number, DecimalMark>
  dateOrders: Map<number, DateOrder>
  isIdStable: boolean
}

/**
 * Finds the habits of a file's columns. The order of day and month is looked for in all rows, not in the first ones only: a file of
 * the first days of months shows it late. `country` decides where nothing tells.
 */
export async function findHabits(study: FileStudy, country: string, signal?: AbortSignal): Promise<Habits> {
  const decimalMarks = new Map<number, DecimalMark>()
  const dateOrders = new Map<number, DateOrder>()
  const ids: string[] = []
  const open = new Set<number>()
  study.columns.forEach(({ target }, index) => {
    const values = study.rows.map((row) => row.cells[index]?.trim() ?? '').filter((value) => value !== '')
    if (target === 'employees' || target === 'revenue' || target === 'value' || target === 'score') {
      const mark = findDecimalMark(values)
      if (mark) decimalMarks.set(index, mark)
    } else if (target === 'receivedAt') {
      const order = values.map(orderOf).find((one) => one !== null)
      if (order) dateOrders.set(index, order)
      else if (values.some(isAmbiguous)) open.add(index)
    } else if (target === 'externalId') ids.push(...values)
  })
  if (open.size > 0) await readOn(study, open, dateOrders, signal)
  for (const index of open) dateOrders.set(index, usualOrder(country))
  return { decimalMarks, dateOrders, isIdStable: isStable(ids) }
}

async function readOn(study: FileStudy, open: Set<number>, orders: Map<number, DateOrder>, signal?: AbortSignal): Promise<void> {
  for await (const { rows } of readRows(study.file, study.reading, signal)) {
    for (const { cells } of rows) {
      for (const index of open) {
        const order = orderOf(cells[index] ?? '')
        if (order === null) continue
        orders.set(index, order)
        open.delete(index)
      }
    }
    if (open.size === 0) return
  }
}

/**
 * Whether ids name leads for good. One that counts rows (1, 2, 3 or lead-001, lead-002) begins anew in next week's file and would
 * swallow its leads; one that stands twice names something else than the row.
 */
function isStable(ids: readonly string[]): boolean {
  if (new Set(ids).size !== ids.length) return false
  const counts = ids.map((id) => Number(/\d{1,15}$/.exec(id)?.[0] ?? Number.NaN))
  const isCounter =
    ids.length > 0 &&
    (counts[0] ?? 9) <= 1 &&
    counts.every((count, index) => index === 0 || count === (counts[index - 1] ?? 0) + 1)
  return !isCounter
}
