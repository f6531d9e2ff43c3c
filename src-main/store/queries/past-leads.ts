import { CLOSED_STAGES, type EpochMs, type LeadId, type Stage } from '../../contract/index.ts'
import { NO_GRADE, eventCode, stageCode, statusCode } from '../codes.ts'
import type { EventData, EventRow } from '../events.ts'
import type { Ground } from '../ground.ts'
import type { PastLead } from '../port-shapes.ts'
import { type LeadRow, factsOf } from './lead-rows.ts'

/** Short enough that a click never waits long behind a page. */
const PAGE = 500
const DUPLICATE = statusCode.number('duplicate')
const STAGE_CHANGED = eventCode.number('lead-stage-changed')

type Place = Pick<LeadRow, 'id' | 'received_at'>

/** Leads received from `from` to before `to`, oldest first, as they arrived; those found to be duplicates are left out (R35). */
export async function* eachPastLead(ground: Ground, from: EpochMs, to: EpochMs): AsyncGenerator<PastLead[]> {
  let after: Place = { received_at: from - 1, id: Number.MAX_SAFE_INTEGER as LeadId }
  for (;;) {
    const places = await ground.read(() => placesAfter(ground, after, to))
    if (places.length === 0) return
    after = places.at(-1)!
    yield await ground.read(() => {
      const stagesOf = stageReader(ground)
      return places.flatMap(({ id }) => pastLead(ground, id, stagesOf) ?? [])
    })
  }
}

/** How many `eachPastLead` tells of, out of an index alone. */
export function countLeads(ground: Ground, from: EpochMs, to: EpochMs): number {
  const count = ground.db
    .prepare<[number, number, number], number>(
      `select count(*) from (select id as who from reps union all select null)
       cross join leads indexed by leads_of_rep on rep_id is who and received_at >= ? and received_at < ? where status <> ?`,
    )
    .pluck()
  return count.get(from, to, DUPLICATE) ?? 0
}

/** The index is by grade, so each grade is a run in the order of arrival; the runs are merged. */
function placesAfter(ground: Ground, after: Place, to: EpochMs): Place[] {
  const read = ground.db.prepare<unknown[], Place>(
    `select id, received_at from leads indexed by leads_in_order
     where grade_rank = ? and (received_at, id) > (?, ?) and received_at < ? and status <> ${DUPLICATE} order by received_at, id limit ${PAGE}`,
  )
  const places: Place[] = []
  for (let rank = 0; rank <= NO_GRADE; rank++) places.push(...read.all(rank, after.received_at, after.id, to))
  return places.sort((a, b) => a.received_at - b.received_at || a.id - b.id).slice(0, PAGE)
}

function pastLead(ground: Ground, id: LeadId, stagesOf: StagesOf): PastLead | null {
  const row = ground.leads.read(id)
  // Taken back between the two looks.
  if (row === undefined) return null
  const { first, closedAt } = stagesOf(row)
  return {
    facts: { ...factsOf(row, ground.names, ground.accounts), stage: first, alreadyOfferedTo: [], waitingSince: null },
    repId: row.rep_id,
    attemptMs: row.attempt_ms === null || row.assign_ms === null ? null : Math.max(0, row.attempt_ms - row.assign_ms),
    closedMs: closedAt === null ? null : Math.max(0, closedAt - row.received_at),
  }
}

/** The stage a lead came with, and when it was closed for good; it may have come closed. */
type StagesOf = (row: LeadRow) => { first: Stage; closedAt: EpochMs | null }

function stageReader(ground: Ground): StagesOf {
  const read = ground.db.prepare<[LeadId], EventRow>(
    `select * from events where lead_id = ? and type = ${STAGE_CHANGED} and undone_by is null order by seq`,
  )
  return (row) => {
    const now = stageCode.word(row.stage)
    if (now === 'new') return { first: now, closedAt: null }
    const changes = read.all(row.id).map((event) => {
      const { from } = ground.events.read(event).data as EventData['lead-stage-changed']
      return { at: event.at, from }
    })
    const closing = changes.findLast(({ from }) => !CLOSED_STAGES.includes(from))
    return {
      first: changes[0]?.from ?? now,
      closedAt: CLOSED_STAGES.includes(now) ? (closing?.at ?? row.received_at) : null,
    }
  }
}
