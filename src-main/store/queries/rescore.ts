import type { LeadId } from '../../contract/index.ts'
import { FIRST_CLOSED_STAGE, rankOf } from '../codes.ts'
import type { Ground } from '../ground.ts'
import type { Router } from '../port-shapes.ts'
import { type LeadRow, factsOf } from './lead-rows.ts'

/** Waiting, offered or owned. */
const LAST_OPEN_STATUS = 2

/** Scores a stretch of the open leads anew (R32). Clocks and places stay; the queue reorders itself by its index. */
export function rescore(
  ground: Ground,
  router: Router,
  after: LeadId | null,
  limit: number,
): { changed: number; next: LeadId | null } {
  const rows = ground.db
    .prepare<[number, number], { id: LeadId }>(
      `select id from leads where id > ? and status <= ${LAST_OPEN_STATUS} and stage < ${FIRST_CLOSED_STAGE} order by id limit ?`,
    )
    .all(after ?? 0, limit)
  let changed = 0
  for (const { id } of rows) {
    const row = ground.leads.read(id)
    if (row !== undefined && rescoreLead(ground, row, router)) changed++
  }
  return { changed, next: rows.length < limit ? null : (rows.at(-1)?.id ?? null) }
}

/** True when it has another score or grade now. */
export function rescoreLead(ground: Ground, row: LeadRow, router: Router): boolean {
  const { score, grade } = router.score(factsOf(row, ground.names, ground.accounts))
  const rank = rankOf(grade)
  if (score === row.score && rank === row.grade_rank) return false
  ground.leads.setFields(row.id, { score, grade_rank: rank })
  return true
}
