import { type Cell, SPEED_BANDS } from '../../contract/index.ts'
import { CONTACT_CLOCK, WON } from '../codes.ts'
import { countOf, daysOf, everyRow, readCohort, sortedOf } from './cohort.ts'
import { fairness } from './fairness.ts'
import { leakage } from './leakage.ts'
import { breachesOf } from './offers.ts'
import { offersMade } from './offer-rows.ts'
import { type Period, narrowed } from './period.ts'
import { type Told, count, share, spans } from './shape.ts'

const MINUTE_MS = 60_000

export function overview(period: Period): Told<'overview'> {
  const { leads } = period
  const cohort = readCohort(period, ['rep_id', 'received_at', 'stage', 'status', 'flags', 'assign_ms', 'attempt_ms'])
  const { assign_ms, attempt_ms, stage, flags, received_at } = cohort.of
  const rows = everyRow(cohort)
  const isAssigned = (row: number): boolean => !Number.isNaN(assign_ms[row])
  const isAttempted = (row: number): boolean => !Number.isNaN(attempt_ms[row])
  const isWon = (row: number): boolean => stage[row] === WON
  const withinMs = SPEED_BANDS[0] * MINUTE_MS
  const within = countOf(rows, (row) => (attempt_ms[row] as number) < withinMs)
  const assigned = narrowed(leads, { journey: { isAssigned: true } })
  const won = narrowed(leads, { stage: ['won'] })
  const attempted = narrowed(leads, { journey: { isAttempted: true } })
  const withClock = countOf(rows, (row) => ((flags[row] as number) & CONTACT_CLOCK) !== 0)
  const offers = offersMade(period)
  return {
    figures: {
      received: count(rows.length, leads),
      assignedShare: share(countOf(rows, isAssigned), rows.length, assigned),
      ...spans('speed', sortedOf(rows, attempt_ms), attempted),
      withinFiveShare: share(within, rows.length, narrowed(leads, { journey: { attemptToMs: withinMs } })),
      breachRate: share(breachesOf(period).length, withClock, narrowed(leads, { journey: { isBreached: true } })),
      leakRate: leakage(period, cohort).figures.leakRate,
      acceptanceRate: share(offers.filter(({ ending }) => ending === 'accepted').length, offers.length, null),
      wonShare: share(countOf(rows, isWon), rows.length, won),
      jain: fairness(period).figures.jain,
    },
    tables: {
      overviewByDay: daysOf(period, received_at).map(({ key, from, to, rows: own }) => {
        const day = { receivedFrom: from, receivedTo: to }
        const cell = (isOne: (row: number) => boolean, of: typeof leads): Cell => count(countOf(own, isOne), { ...of, ...day })
        return {
          key,
          cells: {
            received: count(own.length, { ...leads, ...day }),
            assigned: cell(isAssigned, assigned),
            attempted: cell(isAttempted, attempted),
            won: cell(isWon, won),
          },
        }
      }),
    },
  }
}
