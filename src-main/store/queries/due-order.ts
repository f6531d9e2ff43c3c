import { DeskError, type LeadFilter } from '../../contract/index.ts'
import type { Condition, Shelf } from './lead-filter.ts'
import { CARD_COLUMNS, type CardRow } from './lead-rows.ts'
import { prepared } from './prepared.ts'

/** Clocks that run or ran out, then leads nobody has touched, then the touched ones; `moment` orders within each. */
const TURN = `case when touched_at is not null then 2 when coalesce(breached_at, due_at) is null then 1 else 0 end`
const MOMENT = `case when touched_at is not null then touched_at else coalesce(breached_at, due_at, received_at) end`

interface DuePlace {
  turn: number
  moment: number
  id: number
}

/** A rep's leads by what is due next. Sorted as asked: a rep's open leads are few. */
export function dueRows(
  ground: Pick<Shelf, 'db'>,
  filter: LeadFilter,
  condition: Condition,
  after: string | null,
  limit: number,
): { rows: CardRow[]; cursorOf: (row: CardRow) => string } {
  if (filter.repId === undefined)
    throw new DeskError('bad-input', { field: 'order', reason: 'only the leads of one rep have it' })
  const place = after === null ? null : placeOf(after)
  const behind = place === null ? '' : ` and (${TURN}, ${MOMENT}, id) > (?, ?, ?)`
  const sql = `select ${CARD_COLUMNS} from leads indexed by leads_of_rep where 1${behind}${condition.sql}
    order by ${TURN}, ${MOMENT}, id limit ?`
  const from = place === null ? [] : [place.turn, place.moment, place.id]
  return { rows: prepared<CardRow>(ground.db, sql).all(...from, ...condition.values, limit), cursorOf }
}

const cursorOf = ({ touched_at, breached_at, due_at, received_at, id }: CardRow): string => {
  const clock = breached_at ?? due_at
  const turn = touched_at !== null ? 2 : clock === null ? 1 : 0
  return `${turn}.${touched_at ?? clock ?? received_at}.${id}`
}

function placeOf(after: string): DuePlace {
  const [turn, moment, id] = after.split('.').map(Number)
  if (turn === undefined || moment === undefined || id === undefined || ![turn, moment, id].every(Number.isSafeInteger)) {
    throw new DeskError('bad-input', { field: 'after', reason: 'not a place in this list' })
  }
  return { turn, moment, id }
}
