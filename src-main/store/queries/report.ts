import type { EpochMs, OverviewReport } from '../../contract/index.ts'
import { dayKey, nextMidnight } from '../../lib/working-time.ts'
import { LOST, WON, eventCode } from '../codes.ts'
import type { Ground } from '../ground.ts'

interface Group {
  rep_id: number | null
  source_no: number
  rule_no: number | null
  received: number
  assigned: number
  attempted: number
  waiting: number
  won: number
  lost: number
  open: number
}

interface Percentiles {
  assign50: number | null
  assign95: number | null
  attempt50: number | null
  attempt95: number | null
}

/** In every zone of today a day begins at a full quarter of an hour. */
const QUARTER_MS = 15 * 60_000
/** A page for people: a range beyond this tells only the days on which something came in. */
const MOST_EMPTY_DAYS = 400

/** Rep by rep, so that only the range is read of an index that begins with the rep. */
const RANGE = `from (select id as who from reps union all select null)
  cross join leads indexed by leads_of_rep on rep_id is who and received_at >= ? and received_at < ?`

/** By the cohort of the leads received in the range; every part is read from one covering index. */
export function overview(ground: Ground, from: EpochMs, to: EpochMs): OverviewReport {
  const all = <Row>(sql: string): Row[] => ground.db.prepare<[number, number], Row>(sql).all(from, to)
  const groups = all<Group>(
    `select rep_id, source_no, rule_no, count(*) as received, count(assign_ms) as assigned, count(attempt_ms) as attempted,
       sum(status = 0) as waiting, sum(stage = ${WON}) as won, sum(stage = ${LOST}) as lost, sum(status = 2 and stage < ${WON}) as open
     ${RANGE} group by rep_id, source_no, rule_no`,
  )
  const [percentiles] = all<Percentiles>(
    `select percentile(assign_ms, 50) as assign50, percentile(assign_ms, 95) as assign95,
       percentile(attempt_ms, 50) as attempt50, percentile(attempt_ms, 95) as attempt95 ${RANGE}`,
  )
  const quarters = all<{ quarter: number; received: number; assigned: number }>(
    `select received_at / ${QUARTER_MS} as quarter, count(*) as received, count(assign_ms) as assigned ${RANGE} group by 1`,
  )
  const sum = (part: keyof Group): number => groups.reduce((total, group) => total + (group[part] ?? 0), 0)
  const byRep = repsOf(ground, groups)
  return {
    from,
    to,
    received: sum('received'),
    matched: matchedBetween(ground, from, to),
    assigned: sum('assigned'),
    waiting: sum('waiting'),
    won: sum('won'),
    lost: sum('lost'),
    timeToAssignP50: percentiles?.assign50 ?? null,
    timeToAssignP95: percentiles?.assign95 ?? null,
    speedToLeadP50: percentiles?.attempt50 ?? null,
    speedToLeadP95: percentiles?.attempt95 ?? null,
    fairness: jainIndex(byRep.filter((rep) => rep.weight > 0).map((rep) => rep.assigned / rep.weight)),
    byRep,
    bySource: sourcesOf(ground, groups),
    byRule: rulesOf(ground, groups),
    byDay: daysOf(quarters, from, to, ground.settings.read().timeZone),
  }
}

function matchedBetween(ground: Ground, from: EpochMs, to: EpochMs): number {
  const type = eventCode.number('lead-matched')
  const count = ground.db
    .prepare<[number, number], number>(
      `select count(*) from events indexed by events_matched where type = ${type} and undone_by is null and at >= ? and at < ?`,
    )
    .pluck()
  return count.get(from, to) ?? 0
}

function repsOf(ground: Ground, groups: readonly Group[]): OverviewReport['byRep'] {
  return [...ground.team.members().values()].map(({ id, profile }) => {
    const own = groups.filter((group) => group.rep_id === id)
    const sum = (part: 'received' | 'attempted' | 'won' | 'open'): number => own.reduce((total, group) => total + group[part], 0)
    return {
      repId: id,
      rep: profile.email,
      name: profile.name,
      weight: profile.weight,
      assigned: sum('received'),
      attempted: sum('attempted'),
      won: sum('won'),
      open: sum('open'),
    }
  })
}

function sourcesOf(ground: Ground, groups: readonly Group[]): OverviewReport['bySource'] {
  const sources = new Map<number, OverviewReport['bySource'][number]>()
  for (const { source_no, received, assigned, won } of groups) {
    const source = sources.get(source_no) ?? { source: ground.names.read(source_no).name, received: 0, assigned: 0, won: 0 }
    source.received += received
    source.assigned += assigned
    source.won += won
    sources.set(source_no, source)
  }
  return [...sources.values()].sort((a, b) => b.received - a.received || a.source.localeCompare(b.source))
}

function rulesOf(ground: Ground, groups: readonly Group[]): OverviewReport['byRule'] {
  const rules = new Map<number, number>()
  for (const { rule_no, received } of groups) if (rule_no !== null) rules.set(rule_no, (rules.get(rule_no) ?? 0) + received)
  return [...rules].sort(([, a], [, b]) => b - a).map(([ruleNo, leads]) => ({ rule: ground.names.read(ruleNo).name, leads }))
}

function daysOf(
  quarters: readonly { quarter: number; received: number; assigned: number }[],
  from: EpochMs,
  to: EpochMs,
  timeZone: string,
): OverviewReport['byDay'] {
  const days = new Map<string, OverviewReport['byDay'][number]>()
  const dayOf = (at: EpochMs): OverviewReport['byDay'][number] => {
    const day = dayKey(at, timeZone)
    let row = days.get(day)
    if (row === undefined) days.set(day, (row = { day, received: 0, assigned: 0 }))
    return row
  }
  for (let at = from, left = MOST_EMPTY_DAYS; at < to && left > 0; at = nextMidnight(at, timeZone), left--) dayOf(at)
  for (const { quarter, received, assigned } of quarters) {
    const day = dayOf(quarter * QUARTER_MS)
    day.received += received
    day.assigned += assigned
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Leads received since then, by the id of the rule that placed them. */
export function ruleHits(ground: Ground, since: EpochMs): Record<string, number> {
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

/** 1 is even, 1/n is one takes all; null with fewer than two. */
function jainIndex(shares: readonly number[]): number | null {
  const sum = shares.reduce((total, share) => total + share, 0)
  if (shares.length < 2 || sum === 0) return null
  return (sum * sum) / (shares.length * shares.reduce((total, share) => total + share * share, 0))
}
