import { type Cell, type LeadFilter, type RuleId, SPEED_BANDS } from '../../contract/index.ts'
import { WON } from '../codes.ts'
import { type Rows, countOf, daysOf, everyRow, grouped, readCohort, repsOf, rulesOf, sortedOf, sourcesOf } from './cohort.ts'
import { type Period, narrowed } from './period.ts'
import { type Told, count, share, spans } from './shape.ts'

const MINUTE_MS = 60_000
const WITHIN_MS = SPEED_BANDS[0] * MINUTE_MS
const COLUMNS = [
  'rep_id',
  'received_at',
  'source_no',
  'rule_no',
  'stage',
  'assign_ms',
  'attempt_ms',
  'response_ms',
  'contact_ms',
  'qualified_ms',
] as const

export function speed(period: Period): Told<'speed'> {
  const cohort = readCohort(period, COLUMNS)
  const { leads } = period
  const { of } = cohort
  const rows = everyRow(cohort)
  const columns = columnsOver(of)
  const spansOf = (own: Rows, within: LeadFilter) => ({
    ...columns.speed(own, within),
    withinFiveShare: columns.withinFive(own, within),
  })
  return {
    figures: {
      ...columns.speed(rows, leads),
      ...columns.assign(rows, leads),
      ...columns.response(rows, leads),
      ...spans('contact', sortedOf(rows, of.contact_ms), narrowed(leads, { journey: { isContacted: true } })),
      notTried: count(
        rows.length - countOf(rows, (row) => !Number.isNaN(of.attempt_ms[row])),
        narrowed(leads, { journey: { isAttempted: false } }),
      ),
    },
    tables: {
      speedBands: bandsOf(period, of, rows.length),
      speedByDay: daysOf(period, of.received_at).map(({ key, from, to, rows: own }) => {
        const day = { receivedFrom: from, receivedTo: to }
        return { key, cells: { attempted: columns.attempted(own, day), ...columns.speed(own, day) } }
      }),
      speedByRep: repsOf(period, grouped(of.rep_id)).map(({ repId, name, rows: own }) => {
        const theirs = narrowed(leads, { repId })
        const counts = { leads: count(own.length, theirs), attempted: columns.attempted(own, theirs) }
        return { key: name, repId, cells: { ...counts, ...spansOf(own, theirs), ...columns.response(own, theirs) } }
      }),
      speedBySource: sourcesOf(period, of.source_no).map(({ source, rows: own }) => {
        const its = narrowed(leads, { sources: [source] })
        const counts = { leads: count(own.length, its), attempted: columns.attempted(own, its) }
        return { key: source, cells: { ...counts, ...spansOf(own, its) } }
      }),
      speedByRule: rulesOf(period, of.rule_no).map(({ ruleNo, rows: own }) => {
        const { name, key } = period.names.read(ruleNo)
        const its = narrowed(leads, { ruleId: key as RuleId })
        return { key: name, cells: { leads: count(own.length, its), ...columns.assign(own, its), ...spansOf(own, its) } }
      }),
    },
  }
}

type Columns = Record<'assign_ms' | 'attempt_ms' | 'response_ms', Float64Array>

function columnsOver({ assign_ms, attempt_ms, response_ms }: Columns) {
  return {
    speed: (rows: Rows, leads: LeadFilter) =>
      spans('speed', sortedOf(rows, attempt_ms), narrowed(leads, { journey: { isAttempted: true } })),
    assign: (rows: Rows, leads: LeadFilter) =>
      spans('assign', sortedOf(rows, assign_ms), narrowed(leads, { journey: { isAssigned: true } })),
    response: (rows: Rows, leads: LeadFilter) =>
      spans('response', sortedOf(rows, response_ms), narrowed(leads, { journey: { hasResponse: true } })),
    attempted: (rows: Rows, leads: LeadFilter): Cell =>
      count(
        countOf(rows, (row) => !Number.isNaN(attempt_ms[row])),
        narrowed(leads, { journey: { isAttempted: true } }),
      ),
    /** Of all, tried or not: who is never called was not called within five minutes. */
    withinFive: (rows: Rows, leads: LeadFilter): Cell =>
      share(
        countOf(rows, (row) => (attempt_ms[row] as number) < WITHIN_MS),
        rows.length,
        narrowed(leads, { journey: { attemptToMs: WITHIN_MS } }),
      ),
  }
}

/** From the quickest on, and last those nobody has tried. */
const BANDS: readonly { key: string; fromMs: number; toMs: number }[] = [...SPEED_BANDS, Number.POSITIVE_INFINITY].map(
  (end, index) => {
    const from = SPEED_BANDS[index - 1] ?? 0
    return {
      key: end === Number.POSITIVE_INFINITY ? `${from}+` : `${from}-${end}`,
      fromMs: from * MINUTE_MS,
      toMs: end * MINUTE_MS,
    }
  },
)

function bandsOf(
  { leads }: Period,
  { attempt_ms, qualified_ms, stage }: Record<'attempt_ms' | 'qualified_ms' | 'stage', Float64Array>,
  all: number,
): Told<'speed'>['tables']['speedBands'] {
  const band = grouped(attempt_ms.map((ms) => (Number.isNaN(ms) ? BANDS.length : BANDS.findIndex(({ toMs }) => ms < toMs))))
  const never = { key: 'never', leads: narrowed(leads, { journey: { isAttempted: false } }) }
  const tried = BANDS.map(({ key, fromMs, toMs }) => ({
    key,
    leads: narrowed(leads, {
      journey: { attemptFromMs: fromMs, ...(toMs === Number.POSITIVE_INFINITY ? {} : { attemptToMs: toMs }) },
    }),
  }))
  return [...tried, never].map(({ key, leads: its }, index) => {
    const rows = band.get(index) ?? new Uint32Array()
    const qualified = countOf(rows, (row) => !Number.isNaN(qualified_ms[row]))
    const won = countOf(rows, (row) => stage[row] === WON)
    return {
      key,
      cells: {
        leads: count(rows.length, its),
        leadsShare: share(rows.length, all, its),
        qualifiedShare: share(qualified, rows.length, narrowed(its, { journey: { isQualified: true } })),
        wonShare: share(won, rows.length, narrowed(its, { stage: ['won'] })),
      },
    }
  })
}
