import type { Cell, LeadFilter, RuleId } from '../../contract/index.ts'
import { LOST, WON } from '../codes.ts'
import { type Rows, countOf, everyRow, grouped, readCohort, repsOf, ruleGroups, rulesOf, sourcesOf } from './cohort.ts'
import { type Period, narrowed } from './period.ts'
import { type Told, count, made, share } from './shape.ts'

const DAY_MS = 86_400_000

/** A lead of the period that was won. */
interface Deal {
  repId: number | null
  sourceNo: number
  ruleNo: number | null
  value: number | null
  currency: string | null
  closedMs: number | null
}

export function conversion(period: Period): Told<'conversion'> {
  const { leads, names } = period
  const cohort = readCohort(period, ['rep_id', 'source_no', 'rule_no', 'stage', 'attempt_ms', 'qualified_ms'])
  const { of } = cohort
  const deals = dealsOf(period)
  const currency = mostCommon(deals)
  const isMoney = (deal: Deal): boolean => deal.value !== null && deal.currency === currency
  const groupOf = ruleGroups(period)
  const [byRep, bySource, byRule] = [
    Map.groupBy(deals, ({ repId }) => repId),
    Map.groupBy(deals, ({ sourceNo }) => names.read(sourceNo).name),
    Map.groupBy(deals, ({ ruleNo }) => (ruleNo === null ? null : groupOf(ruleNo))),
  ]

  function cells(rows: Rows, own: readonly Deal[], its: LeadFilter): Told<'conversion'>['figures'] {
    const won = countOf(rows, (row) => of.stage[row] === WON)
    const closed = won + countOf(rows, (row) => of.stage[row] === LOST)
    const tried = countOf(rows, (row) => !Number.isNaN(of.attempt_ms[row]))
    const qualified = countOf(rows, (row) => !Number.isNaN(of.qualified_ms[row]))
    const wonOnes = narrowed(its, { stage: ['won'] })
    const winRate = share(won, closed, wonOnes)
    const money = own.filter(isMoney)
    const dealValue = made(mean(money.map(({ value }) => value ?? 0)), money.length, narrowed(wonOnes, { valueIn: currency }))
    const times = own.flatMap(({ closedMs }) => closedMs ?? [])
    const cycle = made(mean(times), times.length, narrowed(wonOnes, { journey: { isClosed: true } }))
    return {
      received: count(rows.length, its),
      qualifiedShare: share(qualified, rows.length, narrowed(its, { journey: { isQualified: true } })),
      wonShare: share(won, rows.length, wonOnes),
      winRate,
      dealValue,
      cycle,
      velocity: velocityOf(tried, dealValue, winRate, cycle, narrowed(its, { journey: { isAttempted: true } })),
    }
  }

  return {
    currency,
    figures: cells(everyRow(cohort), deals, leads),
    tables: {
      conversionBySource: sourcesOf(period, of.source_no).map(({ source, rows }) => ({
        key: source,
        cells: cells(rows, bySource.get(source) ?? [], narrowed(leads, { sources: [source] })),
      })),
      conversionByRep: repsOf(period, grouped(of.rep_id)).map(({ repId, name, rows }) => ({
        key: name,
        repId,
        cells: cells(rows, byRep.get(repId) ?? [], narrowed(leads, { repId })),
      })),
      conversionByRule: rulesOf(period, of.rule_no).map(({ ruleNo, rows }) => {
        const { name, key } = names.read(ruleNo)
        return { key: name, cells: cells(rows, byRule.get(ruleNo) ?? [], narrowed(leads, { ruleId: key as RuleId })) }
      }),
    },
  }
}

function dealsOf({ db, from, to }: Period): Deal[] {
  return db
    .prepare<[number, number], Deal>(
      `select rep_id as repId, source_no as sourceNo, rule_no as ruleNo, value, currency, closed_ms as closedMs
       from leads indexed by leads_won where stage = 3 and received_at >= ? and received_at < ?`,
    )
    .all(from, to)
}

/** Of the currencies that deals name with a value; of two as common, the first by name. Null, too, when most name none. */
function mostCommon(deals: readonly Deal[]): string | null {
  const counts = [
    ...Map.groupBy(
      deals.filter(({ value }) => value !== null),
      ({ currency }) => currency,
    ),
  ]
  const [first] = counts.sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || ((a ?? '') < (b ?? '') ? -1 : 1))
  return first?.[0] ?? null
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length

/** Money a day: opportunities (leads that were worked) × deal value × win rate / days of the cycle, METRICS. */
function velocityOf(tried: number, dealValue: Cell, winRate: Cell, cycle: Cell, leads: LeadFilter): Cell {
  if (dealValue.value === null || winRate.value === null || cycle.value === null || cycle.value === 0)
    return made(null, tried, leads)
  return made((tried * dealValue.value * winRate.value) / (cycle.value / DAY_MS), tried, leads)
}
