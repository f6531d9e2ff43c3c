import { LEAK_AFTER_HOURS, type LeadFilter, type RuleId } from '../../contract/index.ts'
import { holidaysBetween } from '../../lib/holidays.ts'
import { mergeIntervals, workingTimeBetween, type WorkingCalendar } from '../../lib/working-calendar.ts'
import { FIRST_CLOSED_STAGE } from '../codes.ts'
import { type Cohort, type Rows, countOf, daysOf, everyRow, grouped, readCohort, repsOf, rulesOf, sourcesOf } from './cohort.ts'
import { type Period, narrowed } from './period.ts'
import { type Told, count, share } from './shape.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Statuses from here on are no work for anybody: partners, nurture, duplicates, discarded. */
const FIRST_ELSEWHERE = 3
/** A desk that works less than a working day in two years leaks nothing that a report could tell. */
const LOOK_BACK_MS = 731 * DAY_MS

type Leaking = 'rep_id' | 'received_at' | 'status' | 'stage' | 'attempt_ms'

/** Leads that are still open, that nobody has tried, and that are older than so many hours of the desk's working time. */
export function leakage(period: Period, known?: Cohort<Leaking>): Pick<Told<'leakage'>, 'figures'> {
  const cohort = known ?? readCohort(period, ['rep_id', 'received_at', 'status', 'stage', 'attempt_ms'])
  return { figures: counter(period, cohort).figures(everyRow(cohort), period.leads) }
}

export function leaks(period: Period): Told<'leakage'> {
  const { leads } = period
  const cohort = readCohort(period, ['rep_id', 'received_at', 'source_no', 'rule_no', 'status', 'stage', 'attempt_ms'])
  const { of } = cohort
  const { figures, cells, leaked } = counter(period, cohort)
  return {
    figures: figures(everyRow(cohort), leads),
    tables: {
      leakByDay: daysOf(period, of.received_at).map(({ key, from, to, rows }) => ({
        key,
        cells: cells(rows, { ...leads, receivedFrom: from, receivedTo: to }),
      })),
      leakBySource: sourcesOf(period, of.source_no).map(({ source, rows }) => {
        const its = narrowed(leads, { sources: [source] })
        return { key: source, cells: { ...cells(rows, its), noOwner: leaked(rows, its, false) } }
      }),
      leakByRep: repsOf(period, grouped(of.rep_id)).map(({ repId, name, rows }) => ({
        key: name,
        repId,
        cells: cells(rows, narrowed(leads, { repId })),
      })),
      leakByRule: rulesOf(period, of.rule_no).map(({ ruleNo, rows }) => {
        const { name, key } = period.names.read(ruleNo)
        return { key: name, cells: cells(rows, narrowed(leads, { ruleId: key as RuleId })) }
      }),
    },
  }
}

function counter(period: Period, { of }: Cohort<Leaking>) {
  const until = oldEnough(period)
  const isOld = (row: number): boolean => (of.received_at[row] as number) < until
  const isLeaking = (row: number): boolean =>
    isOld(row) &&
    Number.isNaN(of.attempt_ms[row]) &&
    (of.status[row] as number) < FIRST_ELSEWHERE &&
    (of.stage[row] as number) < FIRST_CLOSED_STAGE
  const leaking = (its: LeadFilter): LeadFilter =>
    narrowed(its, {
      receivedTo: Math.max(0, Math.min(its.receivedTo ?? until, until)),
      isOpen: true,
      journey: { isAttempted: false },
    })
  /** With an owner, without one, or both. */
  const leaked = (rows: Rows, its: LeadFilter, hasOwner?: boolean) =>
    count(
      countOf(rows, (row) => isLeaking(row) && (hasOwner === undefined || Number.isNaN(of.rep_id[row]) !== hasOwner)),
      narrowed(leaking(its), hasOwner === undefined ? {} : { hasOwner }),
    )
  const cells = (rows: Rows, its: LeadFilter) => ({
    received: count(rows.length, its),
    leaked: leaked(rows, its),
    leakRate: share(countOf(rows, isLeaking), countOf(rows, isOld), leaking(its)),
  })
  const figures = (rows: Rows, its: LeadFilter) => ({
    ...cells(rows, its),
    noOwner: leaked(rows, its, false),
    notTried: leaked(rows, its, true),
  })
  return { figures, cells, leaked }
}

/** The moment before which a lead must have come in to have waited so many working hours by now. */
export function oldEnough({ desk, now }: Pick<Period, 'desk' | 'now'>): number {
  const off = holidaysBetween(desk.holidays, desk.timeZone, now - LOOK_BACK_MS, now)
  const calendar: WorkingCalendar = { hours: desk.hours, zone: desk.timeZone, off: mergeIntervals(off) }
  const enough = LEAK_AFTER_HOURS * HOUR_MS
  // Back in steps of a week, then halving: a look at two years of days is not needed where days are enough.
  let step = 7 * DAY_MS
  while (step < LOOK_BACK_MS && workingTimeBetween(calendar, now - step, now) < enough) step *= 4
  let [low, high] = [now - step, now]
  if (workingTimeBetween(calendar, low, now) < enough) return 0
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (workingTimeBetween(calendar, middle, now) >= enough) low = middle
    else high = middle
  }
  return low + 1
}
