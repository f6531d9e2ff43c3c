import ICAL from 'ical.js'
import { wallOf } from './calendar-times.ts'
import { DAY_MS } from './wall-clock.ts'

/** What a reading may still spend. A step is about a microsecond or two, so that nothing needs a clock. */
export interface StepBudget {
  left: number
  readonly perRule: number
}

export interface RuleWindow {
  /** Wall clock as if it were UTC. */
  fromWall: number
  toWall: number
}

/** A rule that can't be read, or not to its end. `found` of the walls before are good. */
export class RuleError extends Error {
  override readonly name = 'RuleError'
  /** The rule is right and only too long. */
  readonly isCut: boolean
  constructor(message: string, isCut = false) {
    super(message)
    this.isCut = isCut
  }
}

const STEP_MS: Record<string, number> = { SECONDLY: 1000, MINUTELY: 60_000, HOURLY: 3_600_000, DAILY: DAY_MS, WEEKLY: 7 * DAY_MS }
const KNOWN = new Set(
  'FREQ INTERVAL COUNT WKST BYSECOND BYMINUTE BYHOUR BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS'.split(' '),
)
const MAX_RULE_CHARS = 4_000

/** Thrown through the library when it is past all that was asked for. */
class PastWindow extends Error {}

/** The library's iterator looks for the next match without end; here each of its steps is paid for, and the end is an end. */
class PaidIterator extends ICAL.RecurIterator {
  declare private step: (year: number, steps: number) => void
  declare private yearCost: number
  override fromData(options: IteratorOptions): void {
    this.step = options.step
    this.yearCost = options.yearCost
    super.fromData(options)
  }
  override check_contracting_rules(): boolean {
    this.step(this.last.year, 1)
    return super.check_contracting_rules()
  }
  override increment_month(): void {
    this.step(this.last.year, 1)
    super.increment_month()
  }
  override increment_monthday(days: number): void {
    this.step(this.last.year + Math.floor(days / 366), 1 + days / 10)
    super.increment_monthday(days)
  }
  override expand_year_days(year: number): number {
    this.step(year, this.yearCost)
    return super.expand_year_days(year)
  }
}

interface IteratorOptions {
  rule: ICAL.Recur
  dtstart: ICAL.Time
  step: (year: number, steps: number) => void
  yearCost: number
}

/**
 * The starts that a recurrence rule gives within the window, by the wall clock, in order; a start that the rule does not itself
 * give is not among them.
 *
 * `untilWall` turns the text of UNTIL into the last wall time that counts. Long ago is skipped over where the arithmetic is plain
 * (weekly and shorter, without COUNT).
 *
 * @throws RuleError when the rule is malformed, of another calendar system, not supported, or longer than the budget.
 */
export function* ruleStarts(
  text: string,
  startWall: number,
  isDate: boolean,
  untilWall: (until: string) => number | null,
  window: RuleWindow,
  budget: StepBudget,
): Generator<number> {
  const { parts, until, rule } = parseRule(text)
  let lastWall = until === null ? Infinity : untilWall(until)
  if (lastWall === null) throw new RuleError('UNTIL is not a time')
  let left = Math.min(budget.left, budget.perRule)
  const pay = (steps: number): void => {
    left -= steps
    budget.left -= steps
    if (left < 0) throw new RuleError('the rule has too many steps', true)
  }
  const by = [...parts.keys()].filter((key) => key.startsWith('BY'))
  const listed = (key: string): number => (parts.get(key) ?? '').split(',').length
  // The library sorts BYDAY pair by pair.
  pay(1 + listed('BYDAY') ** 2 / 4)

  const stepMs = (STEP_MS[rule.freq] ?? 0) * rule.interval
  let dtstart = startWall
  let isFirst = true
  let count = Number(parts.get('COUNT') ?? Infinity)
  if (by.length === 0 && stepMs > 0) {
    lastWall = Math.min(lastWall, startWall + (count - 1) * stepMs)
    count = Infinity
  }
  if (stepMs > 0 && count === Infinity && startWall < window.fromWall - 2 * stepMs) {
    dtstart += (Math.floor((window.fromWall - startWall) / stepMs) - 1) * stepMs
  }
  // 29 February and the 31st: the library goes on to the next day where there is none; the rule says there is none.
  const { day: startDay } = timeOf(startWall, true)
  const days = new Set(parts.has('BYMONTHDAY') ? (parts.get('BYMONTHDAY') ?? '').split(',').map(Number) : [startDay])
  const isDayFixed =
    parts.has('BYMONTHDAY') || (startDay > 28 && /^(?:YEARLY|MONTHLY)$/.test(rule.freq) && by.every((key) => key === 'BYMONTH'))
  const months = parts.has('BYMONTH') ? new Set((parts.get('BYMONTH') ?? '').split(',').map(Number)) : null

  const yearCost =
    20 + 60 * (parts.has('BYDAY') ? listed('BYDAY') : 0) + 2 * listed('BYMONTH') * listed('BYMONTHDAY') + listed('BYYEARDAY')
  const last = Math.min(lastWall, window.toWall)
  try {
    const lastYear = timeOf(Math.max(last, dtstart), true).year
    const step = (year: number, steps: number): void => {
      if (year > lastYear + 1) throw new PastWindow()
      pay(steps)
    }
    const options: IteratorOptions = { rule, dtstart: timeOf(dtstart, isDate), step, yearCost }
    const iterator = new PaidIterator(options)
    for (let next = nextOf(iterator); next !== null; next = nextOf(iterator)) {
      pay(1)
      const wall = wallOf(next.year, next.month, next.day, next.hour, next.minute, next.second)
      if (wall > last) return
      if (months !== null && !months.has(next.month)) continue
      if (isDayFixed && !days.has(next.day) && !days.has(next.day - daysIn(next) - 1)) continue
      if (wall < startWall) continue
      // The start counts as the first also where the rule itself does not give it (RFC 5545 3.3.10).
      if (isFirst && wall > startWall) count--
      isFirst = false
      if (count-- <= 0) return
      if (wall >= window.fromWall) yield wall
    }
  } catch (error) {
    if (error instanceof PastWindow) return
    if (error instanceof RuleError) throw error
    throw new RuleError(error instanceof Error ? error.message : String(error))
  }
}

/** The library says it returns a time, and returns null at the end. */
function nextOf(iterator: ICAL.RecurIterator): ICAL.Time | null {
  return iterator.next()
}

const daysIn = (time: ICAL.Time): number => ICAL.Time.daysInMonth(time.month, time.year)

function timeOf(wall: number, isDate: boolean): ICAL.Time {
  const date = new Date(wall)
  const data = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: isDate ? 0 : date.getUTCHours(),
    minute: isDate ? 0 : date.getUTCMinutes(),
    second: isDate ? 0 : date.getUTCSeconds(),
    isDate,
  }
  return new ICAL.Time(data, ICAL.Timezone.localTimezone)
}

function parseRule(text: string): { parts: ReadonlyMap<string, string>; until: string | null; rule: ICAL.Recur } {
  if (text.length > MAX_RULE_CHARS) throw new RuleError('the rule is too long')
  const parts = new Map<string, string>()
  let until: string | null = null
  for (const part of text
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [key = '', value = ''] = part.trim().split('=', 2)
    if (key === 'UNTIL') until = value
    if (key === 'RSCALE' && value !== 'GREGORIAN')
      throw new RuleError(`the calendar system ${value.slice(0, 40)} is not supported`)
    if (KNOWN.has(key) && value !== '') parts.set(key, key.startsWith('BY') ? inOrder(value) : value)
  }
  const freq = parts.get('FREQ')
  if (freq === undefined) throw new RuleError('the rule has no FREQ')
  if (!(Number(parts.get('COUNT') ?? 1) >= 1)) throw new RuleError('COUNT is not a number from one on')
  if (
    parts
      .get('BYMONTH')
      ?.split(',')
      .some((month) => !(Number(month) >= 1 && Number(month) <= 12))
  )
    throw new RuleError('BYMONTH has something that is no month')
  if (parts.has('BYWEEKNO')) throw new RuleError('BYWEEKNO is not supported')
  if (parts.has('BYSETPOS') && freq !== 'MONTHLY' && !(freq === 'YEARLY' && parts.has('BYMONTH')))
    throw new RuleError(`BYSETPOS with ${freq} is not supported`)
  // What the library gets wrong without a word is refused instead.
  if (freq === 'YEARLY' && ['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((key) => parts.get(key)?.includes(',')))
    throw new RuleError('several times a day in a YEARLY rule are not supported')
  // Counted here, and months looked at here where they only leave out: the library loses the interval and the first year.
  const kept = [...parts].filter(([key]) => key !== 'COUNT' && (key !== 'BYMONTH' || freq === 'YEARLY'))
  try {
    return { parts, until, rule: ICAL.Recur.fromString(kept.map(([key, value]) => `${key}=${value}`).join(';')) }
  } catch (error) {
    throw new RuleError(error instanceof Error ? error.message : String(error))
  }
}

/** The same value a thousand times is one value, and the library goes wrong on months out of order. */
function inOrder(list: string): string {
  return [...new Set(list.split(','))].sort((a, b) => Number(a) - Number(b)).join(',')
}
