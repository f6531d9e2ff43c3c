import { type HoursSpan, REP_COLUMNS, type RepCard } from '../../../src-main/contract/index.ts'
import { csvText } from '../../lib/csv-text.ts'
import { weekOf } from '../../lib/week-hours.ts'
import { wallClock } from '../../lib/zone-time.ts'

/** Reps as a reps.csv that brings the same team in again. What is not in the file, as who is paused, the import leaves as it is. */
export function repsCsv(reps: readonly RepCard[], deskZone: string): string {
  const rows = reps.map((rep) => [
    rep.name,
    rep.email,
    rep.role,
    rep.team,
    listOf(rep.skills),
    listOf(rep.languages),
    listOf(rep.products),
    rep.tier,
    listOf(rep.territories),
    rep.weight,
    rep.capacity,
    rep.dailyCap,
    rep.timeZone,
    hoursOf(rep.hours),
    rep.hourlyCap,
    rep.rampPercent,
    rep.rampUntil === null ? null : wallClock(rep.rampUntil, rep.timeZone ?? deskZone).date,
    rep.holidays,
  ])
  // With a mark, or Excel takes an ü for something else.
  return `\ufeff${csvText(REP_COLUMNS, rows)}`
}

const listOf = (values: readonly string[]): string => values.join('|')

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** `Mon 09:00-17:30, 18:00-20:00; Tue 22:00-06:00`. A lone semicolon is no hours at all: an empty cell is always on. */
function hoursOf(hours: readonly HoursSpan[] | null): string {
  if (hours === null) return 'always'
  const days = weekOf(hours).flatMap((spans, day) =>
    spans.length === 0 ? [] : [`${DAYS[day]} ${spans.map(({ from, to }) => `${from}-${to}`).join(', ')}`],
  )
  return days.length === 0 ? ';' : days.join('; ')
}
