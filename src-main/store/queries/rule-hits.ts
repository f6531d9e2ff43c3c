import type { EpochMs } from '../../contract/index.ts'
import type { Ground } from '../ground.ts'
import { RANGE } from '../reports/cohort.ts'

/** Leads received since then, by the id of the rule that placed them. */
export function ruleHits(ground: Pick<Ground, 'db' | 'names'>, since: EpochMs): Record<string, number> {
  const rows = ground.db
    .prepare<[number, number], { rule_no: number; leads: number }>(
      `select rule_no, count(*) as leads ${RANGE} where rule_no is not null group by rule_no`,
    )
    .all(since, Number.MAX_SAFE_INTEGER)
  const hits: Record<string, number> = {}
  // A rule that was renamed has several names, and one id.
  for (const { rule_no, leads } of rows)
    hits[ground.names.read(rule_no).key] = (hits[ground.names.read(rule_no).key] ?? 0) + leads
  return hits
}
