import type { RepId } from '../../contract/index.ts'
import { dayKey, nextMidnight } from '../../lib/working-time.ts'
import type { Period } from './period.ts'

/** Rep by rep, so that only the period is read of an index that begins with the rep. */
export const RANGE = `from (select id as who from reps union all select null)
  cross join leads indexed by leads_of_rep on rep_id is who and received_at >= ? and received_at < ?`

/** What a report asks of every lead: all of it stands in the index. */
export type CohortColumn =
  | 'rep_id'
  | 'received_at'
  | 'source_no'
  | 'rule_no'
  | 'status'
  | 'stage'
  | 'flags'
  | 'assign_ms'
  | 'attempt_ms'
  | 'contact_ms'
  | 'response_ms'
  | 'qualified_ms'

/** The leads of a period, column by column: a quarter of a million objects would cost more than all that is worked out of them. NaN is null. */
export interface Cohort<Column extends CohortColumn> {
  readonly size: number
  readonly of: Readonly<Record<Column, Float64Array>>
}

/** Rows read between two looks whether anybody still waits: half a millisecond. */
const LOOKED_BETWEEN = 1_000

export function readCohort<Column extends CohortColumn>(period: Period, columns: readonly Column[]): Cohort<Column> {
  const { db, from, to } = period
  const size = db.prepare<[number, number], number>(`select count(*) ${RANGE}`).pluck().get(from, to) ?? 0
  const lists = columns.map(() => new Float64Array(size))
  const rows = db.prepare<[number, number], (number | null)[]>(`select ${columns.join(', ')} ${RANGE}`).raw()
  let at = 0
  for (const row of rows.iterate(from, to)) {
    for (let column = 0; column < lists.length; column++) (lists[column] as Float64Array)[at] = row[column] ?? Number.NaN
    if (at++ % LOOKED_BETWEEN === 0) period.endIfUnwanted()
  }
  return { size, of: Object.fromEntries(columns.map((column, index) => [column, lists[index]])) as Cohort<Column>['of'] }
}

/** Numbers of leads in a cohort. */
export type Rows = Uint32Array

export function everyRow({ size }: Cohort<never>): Rows {
  const rows = new Uint32Array(size)
  for (let row = 0; row < size; row++) rows[row] = row
  return rows
}

/** By what a column says; leads of which it says nothing are in no group. `groupOf` may make one group of several values. */
export function grouped(column: Float64Array, groupOf: (value: number) => number = (value) => value): Map<number, Rows> {
  const groups = new Map<number, { rows: Rows; size: number }>()
  const known = new Map<number, { rows: Rows; size: number }>()
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number
    if (Number.isNaN(value)) continue
    let group = known.get(value)
    if (group === undefined) {
      const key = groupOf(value)
      group = groups.get(key) ?? { rows: new Uint32Array(64), size: 0 }
      groups.set(key, group)
      known.set(value, group)
    }
    if (group.size === group.rows.length) {
      const wider = new Uint32Array(group.size * 2)
      wider.set(group.rows)
      group.rows = wider
    }
    group.rows[group.size++] = row
  }
  return new Map([...groups].map(([key, { rows, size }]) => [key, rows.subarray(0, size)]))
}

export function countOf(rows: Rows, isOne: (row: number) => boolean): number {
  let count = 0
  for (let at = 0; at < rows.length; at++) if (isOne(rows[at] as number)) count++
  return count
}

/** What is known of a column, in order. */
export function sortedOf(rows: Rows, column: Float64Array): Float64Array {
  const values = new Float64Array(rows.length)
  let size = 0
  for (let at = 0; at < rows.length; at++) {
    const value = column[rows[at] as number] as number
    if (!Number.isNaN(value)) values[size++] = value
  }
  return values.subarray(0, size).sort()
}

/** Leads of each rep of the team, in its order; of those who left only who had some. */
export function repsOf(period: Period, groups: ReadonlyMap<number, Rows>): { repId: RepId; name: string; rows: Rows }[] {
  return [...period.team.members().values()].flatMap(({ id, profile }) => {
    const rows = groups.get(id)
    return rows === undefined && !profile.isActive ? [] : [{ repId: id, name: profile.name, rows: rows ?? new Uint32Array() }]
  })
}

/** A file may bring a source of its own with every row: a page shows the largest. */
const MOST_SOURCES = 1_000

/** Leads of each source, most first. */
export function sourcesOf({ names }: Period, column: Float64Array): { source: string; rows: Rows }[] {
  return [...grouped(column)]
    .map(([no, rows]) => ({ source: names.read(no).name, rows }))
    .sort((a, b) => b.rows.length - a.rows.length || (a.source < b.source ? -1 : 1))
    .slice(0, MOST_SOURCES)
}

/** Leads of each rule, most first, under the last of its names. */
export function rulesOf(period: Period, column: Float64Array): { ruleNo: number; rows: Rows }[] {
  return [...grouped(column, ruleGroups(period))]
    .map(([ruleNo, rows]) => ({ ruleNo, rows }))
    .sort((a, b) => b.rows.length - a.rows.length || a.ruleNo - b.ruleNo)
}

/** A rule that was renamed has several numbers, one a name: the last speaks for all. */
export function ruleGroups({ db, names }: Pick<Period, 'db' | 'names'>): (ruleNo: number) => number {
  const last = db.prepare<[number, string], number>('select max(no) from names where kind = ? and key = ?').pluck()
  const known = new Map<number, number>()
  return (ruleNo) => {
    let group = known.get(ruleNo)
    if (group === undefined) {
      const { key } = names.read(ruleNo)
      group = key === '' ? ruleNo : (last.get(names.kind('rule'), key) ?? ruleNo)
      known.set(ruleNo, group)
    }
    return group
  }
}

export interface Day {
  /** 2026-11-22 */
  key: string
  from: number
  to: number
  rows: Rows
}

/** A page for people: of a longer period the last days. */
const MOST_DAYS = 400
const DAY_MS = 86_400_000

/** The days of the desk's zone that the period touches, those without leads too, up to the last lead or the present. */
export function daysOf({ from, to, now, desk }: Period, received: Float64Array): Day[] {
  let latest = now
  for (const at of received) if (at > latest) latest = at
  const end = Math.min(to, latest + 1)
  const starts: number[] = []
  for (let at = Math.max(from, end - (MOST_DAYS + 1) * DAY_MS); at < end; at = nextMidnight(at, desk.timeZone)) starts.push(at)
  starts.splice(0, starts.length - MOST_DAYS)
  const dayOf = (at: number): number => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((starts[middle] as number) <= at) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const numbers = received.map((at) => {
    const day = dayOf(at)
    return day < 0 ? Number.NaN : day
  })
  const groups = grouped(numbers)
  return starts.map((start, day) => ({
    key: dayKey(start, desk.timeZone),
    from: start,
    to: starts[day + 1] ?? Math.min(to, nextMidnight(start, desk.timeZone)),
    rows: groups.get(day) ?? new Uint32Array(),
  }))
}
