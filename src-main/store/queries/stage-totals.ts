import { type LeadFilter, Stage, type StageTotal } from '../../contract/index.ts'
import { stageCode } from '../codes.ts'
import { conditionOf, type Shelf } from './lead-filter.ts'
import { searchQuery } from './search.ts'

/** So many leads of a stage are looked at, whatever the filter leaves of them: a board asks again and again. */
const LOOKED_AT = 10_000

interface SumRow {
  currency: string | null
  count: number
  value: number | null
}

/** Count and worth of the leads that reps have, by stage. */
export function stageTotals(ground: Shelf, filter: LeadFilter): StageTotal[] {
  const condition = conditionOf(ground, filter)
  const text = filter.text?.trim() ?? ''
  const query = text === '' ? null : searchQuery(text)
  if (condition === null || (text !== '' && query === null)) return Stage.options.map((stage) => totalOf(stage, [], false))
  const found = query === null ? '' : ' and id in (select rowid from leads_words where leads_words match ? and in_time(rowid))'
  const sums = ground.db.prepare<unknown[], SumRow>(
    `select currency, count(*) as count, sum(value) as value
     from (select id as first_id from leads indexed by leads_in_stage where status = 2 and stage = ? limit ${LOOKED_AT})
     cross join leads on id = first_id where in_time(first_id)${condition.sql}${found} group by currency order by 3 desc, 1`,
  )
  const beyond = ground.db
    .prepare<[number], 1>(
      `select 1 from leads indexed by leads_in_stage where status = 2 and stage = ? limit 1 offset ${LOOKED_AT}`,
    )
    .pluck()
  return Stage.options.map((stage) => {
    const number = stageCode.number(stage)
    const rows = sums.all(number, ...condition.values, ...(query === null ? [] : [query]))
    return totalOf(stage, rows, beyond.get(number) !== undefined)
  })
}

function totalOf(stage: Stage, rows: readonly SumRow[], isMore: boolean): StageTotal {
  return {
    stage,
    count: rows.reduce((sum, { count }) => sum + count, 0),
    isMore,
    sums: rows.flatMap(({ currency, value }) => (value === null ? [] : [{ currency, value }])),
  }
}
