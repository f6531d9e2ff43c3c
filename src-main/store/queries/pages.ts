import { DeskError, type LeadCard, type LeadFilter, type LeadId, type LeadOrder, type LeadPage } from '../../contract/index.ts'
import { dueRows } from './due-order.ts'
import { type Condition, conditionOf, type Shelf } from './lead-filter.ts'
import { CARD_COLUMNS, type CardRow, cardOf } from './lead-rows.ts'
import { type ListSource, type Road, countedFrom, isExact, sourceOf } from './list-source.ts'
import { prepared } from './prepared.ts'
import { searchQuery } from './search.ts'

/** A place in a list: the lead behind which to read on. */
interface Place {
  rank: number
  receivedAt: number
  id: number
}

/** What a page is read by, whatever its source. */
interface Asked {
  ground: Shelf
  /** All of the filter but when it was received. */
  condition: Condition
  from: number | null
  to: number | null
  order: Exclude<LeadOrder, 'due'>
  after: Place | null
  limit: number
}

/** What orders a lead. */
type Spot = Pick<CardRow, 'id' | 'received_at' | 'grade_rank'>

/** A search in queue order sorts its newest hits; more than this nobody pages through. */
const SEARCH_SORTED = 1_000

/** A page of leads. Its cost does not grow with depth: it begins where the last one ended, by an index. */
export function leadPage(
  ground: Shelf,
  filter: LeadFilter,
  order: LeadOrder,
  after: string | null,
  limit: number,
  road: Road = 'looking',
): LeadPage {
  const { text = '', receivedFrom = null, receivedTo = null, ...rest } = filter
  const condition = conditionOf(ground, order === 'due' || text !== '' ? filter : rest)
  if (condition === null) return { leads: [], next: null }
  const query = text.trim() === '' ? null : searchQuery(text)
  if (text.trim() !== '' && query === null) return { leads: [], next: null }
  if (order === 'due') {
    if (query !== null) found(condition, query)
    condition.sql = IN_TIME + condition.sql
    const due = dueRows(ground, filter, condition, after, limit + 1)
    return pageOf(ground, due.rows, limit, due.cursorOf)
  }
  const source = sourceOf(ground, filter, order, road)
  if (!isExact(source, filter)) condition.sql = IN_TIME + condition.sql
  const isOfFew = source.by === 'sorting' ? source.isFew : source.by === 'rank' && source.index === 'leads_waiting'
  if (query !== null && (order === 'newest' || !isOfFew)) return searchPage(ground, query, condition, order, after, limit)
  // Few leads wait, and many may be found: walk the queue, and look which of it was found.
  if (query !== null) found(condition, query)
  const place = after === null ? null : placeOfCursor(after)
  const asked: Asked = { ground, condition, from: receivedFrom, to: receivedTo, order, after: place, limit: limit + 1 }
  return pageOf(ground, rowsOf(asked, source), limit, cursorOf)
}

/** In lists that may look at many leads before they have a page; not in others, where it would cost more than the rest. */
const IN_TIME = ' and in_time(id)'

function pageOf(ground: Shelf, rows: readonly CardRow[], limit: number, cursor: (row: CardRow) => string): LeadPage {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    leads: rows.slice(0, limit).map((row) => cardOf(row, ground.names)),
    next: last === undefined ? null : cursor(last),
  }
}

/** Only those that were found. */
function found(condition: Condition, query: string): void {
  condition.sql += ' and id in (select rowid from leads_words where leads_words match ? and in_time(rowid))'
  condition.values.push(query)
}

const cursorOf = (row: Spot): string => `${row.grade_rank}.${row.received_at}.${row.id}`

function placeOfCursor(after: string): Place {
  const [rank, receivedAt, id] = after.split('.').map(Number)
  if (rank === undefined || receivedAt === undefined || id === undefined || ![rank, receivedAt, id].every(Number.isSafeInteger)) {
    throw new DeskError('bad-input', { field: 'after', reason: 'not a place in this list' })
  }
  return { rank, receivedAt, id }
}

function rowsOf(asked: Asked, source: ListSource): CardRow[] {
  switch (source.by) {
    case 'rank':
      return asked.order === 'newest' ? newestOfRanks(asked, source) : queueOfRanks(asked, source)
    case 'rep':
      return cardsOf(asked, newestOfReps(asked, source.repIds))
    case 'sorting':
      return cardsOf(asked, sorted(asked, source.from))
  }
}

const newer = (a: Spot, b: Spot): number => b.received_at - a.received_at || b.id - a.id
const older = (a: Spot, b: Spot): number => a.received_at - b.received_at || a.id - b.id
const queued = (a: Spot, b: Spot): number => a.grade_rank - b.grade_rank || older(a, b)

type Ranked = Extract<ListSource, { by: 'rank' }>

function newestOfRanks(asked: Asked, { index, prefixes, ranks }: Ranked): CardRow[] {
  const each = prefixes.flatMap((prefix) => ranks.map((rank) => run(asked, `${index} where ${prefix} and grade_rank = ${rank}`)))
  return merge(each, newer, asked.limit)
}

function queueOfRanks(asked: Asked, { index, prefixes, ranks }: Ranked): CardRow[] {
  const rows: CardRow[] = []
  const { after } = asked
  for (const rank of ranks) {
    if (after !== null && rank < after.rank) continue
    const rest = { ...asked, after: after?.rank === rank ? after : null, limit: asked.limit - rows.length }
    const each = prefixes.map((prefix) => run(rest, `${index} where ${prefix} and grade_rank = ${rank}`))
    rows.push(...merge(each, older, rest.limit))
    if (rows.length >= asked.limit) break
  }
  return rows
}

/** One run of an index. The rank stands in the text: SQLite prepares a sorted query anew when a parameter it planned by has changed. */
function run(asked: Asked, run: string): CardRow[] {
  const range = rangeOf(asked)
  const direction = asked.order === 'newest' ? 'desc' : 'asc'
  const sql = `select ${CARD_COLUMNS} from leads indexed by ${run}${range.sql}${asked.condition.sql}
    order by received_at ${direction}, id ${direction} limit ?`
  return prepared<CardRow>(asked.ground.db, sql).all(...range.values, ...asked.condition.values, asked.limit)
}

/** The newest of each rep, found without a look at the leads themselves. */
function newestOfReps(asked: Asked, repIds: readonly (number | null)[]): Spot[] {
  const range = rangeOf(asked)
  const sql = `select id, received_at, grade_rank from leads indexed by leads_of_rep where rep_id is ?${range.sql}${asked.condition.sql}
    order by received_at desc, id desc limit ?`
  const statement = prepared<Spot>(asked.ground.db, sql)
  const each = repIds.map((repId) => statement.all(repId, ...range.values, ...asked.condition.values, asked.limit))
  return merge(each, newer, asked.limit)
}

/** Where to begin and end in an order of received. One bound a side: of two, SQLite might go by the looser one. */
function rangeOf({ from, to, after, order }: Asked): Condition {
  const range: Condition = { sql: '', values: [] }
  const add = (sql: string, ...values: unknown[]): void => {
    range.sql += ` and ${sql}`
    range.values.push(...values)
  }
  const isNewest = order === 'newest'
  if (from !== null && (after === null || isNewest)) add('received_at >= ?', from)
  if (to !== null && (after === null || !isNewest)) add('received_at < ?', to)
  if (after !== null) add(`(received_at, id) ${isNewest ? '<' : '>'} (?, ?)`, after.receivedAt, after.id)
  return range
}

/** The first of several sorted runs taken together. */
function merge<Row extends Spot>(runs: readonly Row[][], compare: (a: Spot, b: Spot) => number, limit: number): Row[] {
  const [only, ...others] = runs.filter((rows) => rows.length > 0)
  if (only === undefined) return []
  if (others.length === 0) return only
  return [only, ...others].flat().sort(compare).slice(0, limit)
}

function sorted({ ground, condition, from, to, order, after, limit }: Asked, source: string): Spot[] {
  const all: Condition = { sql: condition.sql, values: [...condition.values] }
  const add = (sql: string, ...values: unknown[]): void => {
    all.sql += ` and ${sql}`
    all.values.push(...values)
  }
  if (from !== null) add('received_at >= ?', from)
  if (to !== null) add('received_at < ?', to)
  const isQueue = order === 'queue'
  if (after !== null && isQueue) add('(grade_rank, received_at, id) > (?, ?, ?)', after.rank, after.receivedAt, after.id)
  if (after !== null && !isQueue) add('(received_at, id) < (?, ?)', after.receivedAt, after.id)
  const sql = `select id, received_at, grade_rank from ${source}${all.sql}
    order by ${isQueue ? 'grade_rank, received_at, id' : 'received_at desc, id desc'} limit ?`
  return prepared<Spot>(ground.db, sql).all(...all.values, limit)
}

function cardsOf({ ground }: Asked, spots: readonly Spot[]): CardRow[] {
  return spots.map(({ id }) => ground.leads.card(id)).filter((row) => row !== undefined)
}

/** A search lists its newest hits; in queue order, the newest thousand of them sorted. */
function searchPage(
  ground: Shelf,
  query: string,
  condition: Condition,
  order: LeadOrder,
  after: string | null,
  limit: number,
): LeadPage {
  const sql = `select ${CARD_COLUMNS} from leads_words join leads on leads.id = leads_words.rowid
    where leads_words match ? and leads_words.rowid < ?${condition.sql} order by leads_words.rowid desc limit ?`
  const find = (before: number, most: number): CardRow[] =>
    prepared<CardRow>(ground.db, sql).all(query, before, ...condition.values, most)
  if (order === 'newest') {
    const before = after === null ? Number.MAX_SAFE_INTEGER : placeOfCursor(after).id
    return pageOf(ground, find(before, limit + 1), limit, cursorOf)
  }
  const behind = after === null ? null : placeOfCursor(after)
  const rows = find(Number.MAX_SAFE_INTEGER, SEARCH_SORTED).sort(queued)
  const isBehind = (row: CardRow): boolean =>
    behind === null || queued(row, { grade_rank: behind.rank, received_at: behind.receivedAt, id: behind.id as LeadId }) > 0
  return pageOf(ground, rows.filter(isBehind), limit, cursorOf)
}

/** Counts to `most`: a count of a million helps nobody. null: nothing can fit. */
export function countQuery(ground: Shelf, filter: LeadFilter, most: number): Condition | null {
  const condition = conditionOf(ground, filter)
  if (condition === null) return null
  const { text = '' } = filter
  const query = text.trim() === '' ? null : searchQuery(text)
  if (text.trim() !== '' && query === null) return null
  if (query !== null) found(condition, query)
  return {
    sql: `select count(*) as leads from (select 1 from ${countedFrom(filter)}${IN_TIME}${condition.sql} limit ?)`,
    values: [...condition.values, most],
  }
}

export const countOf = (ground: Pick<Shelf, 'db'>, { sql, values }: Condition): number =>
  prepared<{ leads: number }>(ground.db, sql).get(...values)?.leads ?? 0

export function leadCards(ground: Shelf, leadIds: readonly LeadId[]): LeadCard[] {
  return leadIds.flatMap((id) => {
    const row = ground.leads.card(id)
    return row === undefined ? [] : [cardOf(row, ground.names)]
  })
}
