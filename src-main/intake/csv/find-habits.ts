import { type FileStudy } from './study-file.ts'
import { type DateOrder, isAmbiguous, orderOf, usualOrder } from './read-date.ts'
import type { PlannedColumn } from './column.ts'
import { type DecimalMark, markOf } from './read-number.ts'
import { readRows } from './read-rows.ts'

/** How a file writes what can be written in two ways. */
export interface Habits {
  decimalMarks: Map<number, DecimalMark>
  dateOrders: Map<number, DateOrder>
  isIdStable: boolean
}

/**
 * Finds the habits of a file's columns. What its first rows leave open is looked for in all rows: a file of the first days of months
 * shows late which number is the day. Every value that can be meant one way only is a vote, and most votes decide; where there is none,
 * the desk's `country` does. Dates and amounts that look the same in all orders need no such look.
 */
export async function findHabits(study: FileStudy, country: string, signal?: AbortSignal): Promise<Habits> {
  const ids = new Set<number>()
  const tallies: Tally[] = []
  study.columns.forEach(({ target, joins }, index) => {
    if (joins === null && target === 'receivedAt') tallies.push(new DateTally(index))
    else if (isNumber(target)) tallies.push(new MarkTally(index))
    else if (target === 'externalId') ids.add(index)
  })
  for (const { cells } of study.rows) for (const tally of tallies) tally.count(cells[tally.index] ?? '')
  if (tallies.some((tally) => tally.isOpen)) {
    const open = tallies.filter((tally) => tally.isOpen)
    for (const tally of open) tally.clear()
    for await (const { rows } of readRows(study.file, study.reading, signal))
      for (const { cells } of rows) for (const tally of open) tally.count(cells[tally.index] ?? '')
  }
  const habits: Habits = {
    decimalMarks: new Map(),
    dateOrders: new Map(),
    isIdStable: isStable(
      study.rows.flatMap(({ cells }) => [...ids].map((index) => cells[index]?.trim() ?? '').filter((id) => id !== '')),
    ),
  }
  for (const tally of tallies) tally.settle(habits, country)
  return habits
}

const isNumber = (target: PlannedColumn['target']): boolean =>
  target === 'employees' || target === 'revenue' || target === 'value' || target === 'score'

/** Votes on one habit of one column. */
interface Tally {
  readonly index: number
  /** Whether the values so far leave it open, so that all others are to be asked. */
  readonly isOpen: boolean
  count(cell: string): void
  clear(): void
  settle(habits: Habits, country: string): void
}

class DateTally implements Tally {
  readonly index: number
  #votes: Record<DateOrder, number> = { dmy: 0, mdy: 0 }
  #filled = 0
  #ambiguous = 0

  constructor(index: number) {
    this.index = index
  }
  get isOpen(): boolean {
    const { dmy, mdy } = this.#votes
    return this.#filled === 0 || this.#ambiguous > 0 || (dmy > 0 && mdy > 0)
  }
  count(cell: string): void {
    if (cell.trim() === '') return
    this.#filled++
    const order = orderOf(cell)
    if (order !== null) this.#votes[order]++
    else if (isAmbiguous(cell)) this.#ambiguous++
  }
  clear(): void {
    this.#votes = { dmy: 0, mdy: 0 }
    this.#ambiguous = 0
  }
  settle({ dateOrders }: Habits, country: string): void {
    const { dmy, mdy } = this.#votes
    dateOrders.set(this.index, dmy === mdy ? usualOrder(country) : dmy > mdy ? 'dmy' : 'mdy')
  }
}

class MarkTally implements Tally {
  readonly index: number
  #votes: Record<DecimalMark, number> = { '.': 0, ',': 0 }
  #filled = 0
  #ambiguous = 0

  constructor(index: number) {
    this.index = index
  }
  get isOpen(): boolean {
    return this.#filled === 0 || (this.#ambiguous > 0 && this.#votes['.'] === this.#votes[','])
  }
  count(cell: string): void {
    if (cell.trim() === '') return
    this.#filled++
    const mark = markOf(cell)
    if (mark === 'either') this.#ambiguous++
    else if (mark !== null) this.#votes[mark]++
  }
  clear(): void {
    this.#votes = { '.': 0, ',': 0 }
    this.#ambiguous = 0
  }
  settle({ decimalMarks }: Habits): void {
    const { '.': dots, ',': commas } = this.#votes
    if (dots !== commas) decimalMarks.set(this.index, dots > commas ? '.' : ',')
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
