import type { DecisionRecord, RepId } from '../../contract/index.ts'
import { DAY_MS, wallMs } from '../../lib/wall-clock.ts'
import type { EventRow } from '../events.ts'
import type { Ground } from '../ground.ts'

/**
 * What rules gave each rep and what they owed them, by the desk's day: of each lead that a pool answered for, one to whoever got it, and to
 * each who was eligible their weight among the eligible (METRICS). Both sum up to the same. Leads named reps get, and claims, are nobody's
 * share.
 */
export interface Shares {
  expected: number
  given: number
  /** Scores of the leads given. */
  value: number
}

type Decided = Pick<EventRow, 'seq' | 'at' | 'decision'>

/** What one decision adds. */
export function sharesIn({ decision, pools, score }: DecisionRecord): Map<RepId, Shares> {
  const shares = new Map<RepId, Shares>()
  const { repId, method, ruleIndex } = decision
  const asked = pools.filter((pool) => pool.ruleIndex === ruleIndex && pool.pool !== null)
  if (repId === null || method === 'named' || method === 'claim' || asked.length === 0) return shares
  const eligible = asked.map(({ candidates }) => candidates.filter(({ reasons }) => reasons.length === 0))
  const answering =
    eligible.findLast((some) => some.some((one) => one.repId === repId)) ?? eligible.findLast((some) => some.length > 0) ?? []
  const sum = answering.reduce((total, { weight }) => total + weight, 0)
  for (const one of answering)
    shares.set(one.repId, { expected: sum > 0 ? one.weight / sum : 1 / answering.length, given: 0, value: 0 })
  // An owner may have it though nobody of the pool could.
  const own = shares.get(repId) ?? { expected: answering.length === 0 ? 1 : 0, given: 0, value: 0 }
  shares.set(repId, { ...own, given: 1, value: score ?? 0 })
  return shares
}

/** Adds up the decisions behind the mark, a slice of events at a time; `isMore` when there may be others. */
export function digestDecisions(ground: Ground, limit: number): { read: number; isMore: boolean } {
  const rows = ground.db
    .prepare<[number, number], Decided & { isCounted: 0 | 1 }>(
      `select seq, at, decision,
         decision is not null and undone_by is null and exists (select 1 from leads where leads.id = lead_id) as isCounted
       from events where seq > ? order by seq limit ?`,
    )
    .all(markOf(ground), limit)
  const last = rows.at(-1)
  if (last === undefined) return { read: 0, isMore: false }
  const sums = new Map<string, Shares & { day: number; repId: RepId }>()
  for (const row of rows) if (row.isCounted === 1) addTo(sums, ground, row)
  const add = ground.db.prepare<[number, number, number, number, number], unknown>(
    `insert into fair_shares (day, rep_id, expected, given, value) values (?, ?, ?, ?, ?)
     on conflict do update set expected = expected + excluded.expected, given = given + excluded.given, value = value + excluded.value`,
  )
  for (const { day, repId, expected, given, value } of sums.values()) add.run(day, repId, expected, given, value)
  ground.db
    .prepare('insert into fair_shares_mark (only, seq) values (1, ?) on conflict do update set seq = excluded.seq')
    .run(last.seq)
  return { read: rows.length, isMore: rows.length === limit }
}

function addTo(sums: Map<string, Shares & { day: number; repId: RepId }>, ground: Ground, event: Decided): void {
  const record = ground.events.decisionOf(event)
  if (record === null) return
  const day = dayOf(ground, event.at)
  for (const [repId, shares] of sharesIn(record)) {
    const key = `${day}.${repId}`
    const sum = sums.get(key)
    if (sum === undefined) sums.set(key, { day, repId, ...shares })
    else {
      sum.expected += shares.expected
      sum.given += shares.given
      sum.value += shares.value
    }
  }
}

/** A decision that was taken back no longer counts; one that is not added up yet never will. */
export function withdrawShares(ground: Ground, event: Decided): void {
  if (event.decision === null || event.seq > markOf(ground)) return
  const record = ground.events.decisionOf(event)
  if (record === null) return
  // Sums of fractions drift in the last digits; nine are kept.
  const take = ground.db.prepare<[number, number, number, number, number], unknown>(
    `update fair_shares set expected = round(expected - ?, 9), given = given - ?, value = round(value - ?, 9)
     where day = ? and rep_id = ?`,
  )
  const day = dayOf(ground, event.at)
  for (const [repId, { expected, given, value }] of sharesIn(record)) take.run(expected, given, value, day, repId)
}

/** When days begin at other moments: all is added up anew. */
export function forgetShares(ground: Ground): void {
  ground.db.exec('delete from fair_shares; delete from fair_shares_mark')
}

const markOf = (ground: Ground): number => ground.db.prepare<[], number>('select seq from fair_shares_mark').pluck().get() ?? 0

const dayOf = (ground: Ground, at: number): number => Math.floor(wallMs(at, ground.settings.read().timeZone) / DAY_MS)
