import type { Database, Statement } from 'better-sqlite3'
import { DeskError, type LeadCard, type LeadFilter, type LeadId, type LeadOrder, type LeadPage } from '../../contract/index.ts'
import { ASSIGNED, NO_GRADE, WAITING, rankOf, statusCode } from '../codes.ts'
import type { Ground } from '../ground.ts'
import { dueRows } from './due-order.ts'
import { type Condition, conditionOf } from './lead-filter.ts'
import { CARD_COLUMNS, type CardRow, cardOf } from './lead-rows.ts'
import { searchQuery } from './search.ts'

/** A place in a list: the lead behind which to read on. */
interface Place {
  rank: number
  receivedAt: number
  id: number
}

/** Runs of an index in the order of the list: what comes before `grade_rank` in it, as SQL. */
interface Runs {
  index: string
  prefixes: string[]
}

const ALL_RANKS = [0, 1, 2, NO_GRADE]
/** A search in queue order sorts its newest hits; more than this nobody pages through. */
const SEARCH_SORTED = 1_000
const REMEMBERED_STATEMENTS = 200

/** Prepared statements by their text: lists come in some dozens of shapes. */
const statements = new WeakMap<Database, Map<string, Statement<unknown[], CardRow>>>()
export function prepared(db: Database, sql: string): Statement<unknown[], CardRow> {
  let known = statements.get(db)
  if (known === undefined) statements.set(db, (known = new Map()))
  let statement = known.get(sql)
  if (statement === undefined) {
    if (known.size >= REMEMBERED_STATEMENTS) known.clear()
    known.set(sql, (statement = db.prepare<unknown[], CardRow>(sql)))
  }
  return statement
}

/** A page of leads. Its cost does not grow with depth: it begins where the last one ended, by an index. */
export function leadPage(ground: Ground, filter: LeadFilter, order: LeadOrder, after: string | null, limit: number): LeadPage {
  const condition = conditionOf(ground, filter)
  if (condition === null) return { leads: [], next: null }
  const query = filter.text === undefined || filter.text.trim() === '' ? null : searchQuery(filter.text)
  if (filter.text !== undefined && filter.text.trim() !== '' && query === null) return { leads: [], next: null }
  if (order === 'due') {
    if (query !== null) found(condition, query)
    const due = dueRows(ground, filter, condition, after, limit + 1)
    const end = due.rows.length > limit ? due.rows[limit - 1] : undefined
    return {
      leads: due.rows.slice(0, limit).map((row) => cardOf(row, ground.names)),
      next: end === undefined ? null : due.cursorOf(end),
    }
  }
  const runs = runsOf(filter)
  if (query !== null && (order === 'newest' || runs?.index !== 'leads_waiting')) {
    return searchPage(ground, query, condition, order, after, limit)
  }
  // Few leads wait, and many may be found: walk the queue, and look which of it was found.
  if (query !== null) found(condition, query)
  const rows = rowsOf(ground, filter, condition, order, after === null ? null : placeOfCursor(after), limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    leads: rows.slice(0, limit).map((row) => cardOf(row, ground.names)),
    next: last === undefined ? null : cursorOf(last),
  }
}

/** Only those that were found. */
function found(condition: Condition, query: string): void {
  condition.sql += ' and id in (select rowid from leads_words where leads_words match ?)'
  condition.values.push(query)
}

const cursorOf = (row: CardRow): string => `${row.grade_rank}.${row.received_at}.${row.id}`

function placeOfCursor(after: string): Place {
  const [rank, receivedAt, id] = after.split('.').map(Number)
  if (rank === undefined || receivedAt === undefined || id === undefined || ![rank, receivedAt, id].every(Number.isSafeInteger)) {
    throw new DeskError('bad-input', { field: 'after', reason: 'not a place in this list' })
  }
  return { rank, receivedAt, id }
}

function rowsOf(
  ground: Ground,
  filter: LeadFilter,
  condition: Condition,
  order: LeadOrder,
  after: Place | null,
  limit: number,
): CardRow[] {
  const ranks =
    filter.grade === undefined ? ALL_RANKS : ALL_RANKS.filter((rank) => filter.grade?.some((grade) => rankOf(grade) === rank))
  const runs = runsOf(filter)
  if (runs === null) return sorted(ground, filter, condition, order, after, limit)
  if (order === 'newest') {
    const each = runs.prefixes.flatMap((prefix) =>
      ranks.map((rank) => run(ground, runs.index, prefix, condition, rank, after, 'desc', limit)),
    )
    return merge(each, newer, limit)
  }
  const rows: CardRow[] = []
  for (const rank of ranks) {
    if (after !== null && rank < after.rank) continue
    const behind = after !== null && rank === after.rank ? after : null
    const each = runs.prefixes.map((prefix) =>
      run(ground, runs.index, prefix, condition, rank, behind, 'asc', limit - rows.length),
    )
    rows.push(...merge(each, older, limit - rows.length))
    if (rows.length >= limit) break
  }
  return rows
}

const newer = (a: CardRow, b: CardRow): number => b.received_at - a.received_at || b.id - a.id
const older = (a: CardRow, b: CardRow): number => a.received_at - b.received_at || a.id - b.id
const queued = (a: CardRow, b: CardRow): number => a.grade_rank - b.grade_rank || older(a, b)

/** The index whose runs are already in the order wanted; null when none is, and few enough leads are left to sort. */
function runsOf(filter: LeadFilter): Runs | null {
  const isWaiting = filter.status?.length === 1 && filter.status[0] === 'waiting'
  if (isWaiting && filter.repId === undefined && filter.batchId === undefined) {
    const held = filter.isHeld === undefined ? [0, 1] : [filter.isHeld ? 1 : 0]
    return { index: 'leads_waiting', prefixes: held.map((value) => `status = 0 and is_held = ${value}`) }
  }
  if (filter.repId !== undefined || filter.batchId !== undefined) return null
  const rare = filter.status?.map((status) => statusCode.number(status)) ?? []
  if (rare.length > 0 && !rare.includes(WAITING) && !rare.includes(ASSIGNED)) {
    // The index's own condition, word for word: SQLite does not conclude it.
    return { index: 'leads_elsewhere', prefixes: rare.map((status) => `status not in (0, 2) and status = ${status}`) }
  }
  return { index: 'leads_in_order', prefixes: ['1'] }
}

function run(
  ground: Ground,
  index: string,
  prefix: string,
  condition: Condition,
  rank: number,
  after: Place | null,
  direction: 'asc' | 'desc',
  limit: number,
): CardRow[] {
  const behind = after === null ? '' : `and (received_at, id) ${direction === 'asc' ? '>' : '<'} (?, ?)`
  // The rank stands in the text: SQLite prepares a sorted query anew whenever a parameter it planned by has changed.
  const sql = `select ${CARD_COLUMNS} from leads indexed by ${index} where ${prefix} and grade_rank = ${rank} ${behind}${condition.sql}
    order by received_at ${direction}, id ${direction} limit ?`
  const place = after === null ? [] : [after.receivedAt, after.id]
  return prepared(ground.db, sql).all(...place, ...condition.values, limit)
}

/** The first of several sorted runs taken together. */
function merge(runs: readonly CardRow[][], compare: (a: CardRow, b: CardRow) => number, limit: number): CardRow[] {
  const [only, ...others] = runs.filter((rows) => rows.length > 0)
  if (only === undefined) return []
  if (others.length === 0) return only
  return [only, ...others].flat().sort(compare).slice(0, limit)
}

/**
 * The leads of one rep or one batch. A rep's newest are read by their index, and no further than the page; other orders are sorted,
 * being too rarely asked for an index of their own.
 */
function sorted(
  ground: Ground,
  filter: LeadFilter,
  condition: Condition,
  order: LeadOrder,
  after: Place | null,
  limit: number,
): CardRow[] {
  const index = filter.repId === undefined ? 'leads_of_batch' : 'leads_of_rep'
  const isQueue = order === 'queue'
  const behind =
    after === null ? '' : isQueue ? 'and (grade_rank, received_at, id) > (?, ?, ?)' : 'and (received_at, id) < (?, ?)'
  const place = after === null ? [] : isQueue ? [after.rank, after.receivedAt, after.id] : [after.receivedAt, after.id]
  const sql = `select ${CARD_COLUMNS} from leads indexed by ${index} where 1 ${behind}${condition.sql}
    order by ${isQueue ? 'grade_rank, received_at, id' : 'received_at desc, id desc'} limit ?`
  return prepared(ground.db, sql).all(...place, ...condition.values, limit)
}

/** A search lists its newest hits; in queue order, the newest thousand of them sorted. */
function searchPage(
  ground: Ground,
  query: string,
  condition: Condition,
  order: LeadOrder,
  after: string | null,
  limit: number,
): LeadPage {
  const sql = `select ${CARD_COLUMNS} from leads_words join leads on leads.id = leads_words.rowid
    where leads_words match ? and leads_words.rowid < ?${condition.sql} order by leads_words.rowid desc limit ?`
  const find = (before: number, most: number): CardRow[] => prepared(ground.db, sql).all(query, before, ...condition.values, most)
  const page = (rows: CardRow[], next: string | null): LeadPage => ({ leads: rows.map((row) => cardOf(row, ground.names)), next })
  if (order === 'newest') {
    const before = after === null ? Number.MAX_SAFE_INTEGER : placeOfCursor(after).id
    const rows = find(before, limit + 1)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return page(rows.slice(0, limit), last === undefined ? null : cursorOf(last))
  }
  const behind = after === null ? null : placeOfCursor(after)
  const rows = find(Number.MAX_SAFE_INTEGER, SEARCH_SORTED)
    .sort(queued)
    .filter(
      (row) =>
        behind === null ||
        queued(row, { ...row, grade_rank: behind.rank, received_at: behind.receivedAt, id: behind.id as LeadId }) > 0,
    )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return page(rows.slice(0, limit), last === undefined ? null : cursorOf(last))
}

/** Counted to `most`: a count of a million helps nobody. */
export function leadCount(ground: Ground, filter: LeadFilter, most: number): number {
  const condition = conditionOf(ground, filter)
  if (condition === null) return 0
  const { text = '' } = filter
  const query = text.trim() === '' ? null : searchQuery(text)
  if (text.trim() !== '' && query === null) return 0
  const found = query === null ? '' : ' and id in (select rowid from leads_words where leads_words match ?)'
  const count = ground.db
    .prepare<unknown[], number>(`select count(*) from (select 1 from leads where 1${condition.sql}${found} limit ?)`)
    .pluck()
  return count.get(...condition.values, ...(query === null ? [] : [query]), most) ?? 0
}

export function leadCards(ground: Ground, leadIds: readonly LeadId[]): LeadCard[] {
  return leadIds.flatMap((id) => {
    const row = ground.leads.card(id)
    return row === undefined ? [] : [cardOf(row, ground.names)]
  })
}
