import type { Cleaning } from './cleaning.ts'
import type { PlannedColumn } from './column.ts'
import { orderOf, usualOrder } from './read-date.ts'
import { findDecimalMark } from './read-number.ts'

export interface OneHabits {
  /** Alpha-2; whose telephone numbers and order of day and month are meant. */
  country: string
  /** IANA zone of dates that name none. */
  timeZone: string
  now: number
}

/** How one lead is cleaned that stands for itself, in a post or a mail: no other row tells how its sender writes dates and amounts. */
export function cleaningOfOne(columns: readonly PlannedColumn[], cells: readonly string[], habits: OneHabits): Cleaning {
  const decimalMarks: Cleaning['decimalMarks'] = new Map(
    cells.flatMap((cell, index) => {
      const mark = findDecimalMark([cell])
      return mark === null ? [] : [[index, mark]]
    }),
  )
  const dateOrders: Cleaning['dateOrders'] = new Map(
    cells.map((cell, index) => [index, orderOf(cell) ?? usualOrder(habits.country)]),
  )
  return {
    columns,
    country: habits.country,
    timeZone: habits.timeZone,
    now: habits.now,
    decimalMarks,
    dateOrders,
    isIdStable: false,
    isLeftOutFile: false,
    ownerOf: null,
    fixes: {},
    leftOutByHand: new Set(),
  }
}
