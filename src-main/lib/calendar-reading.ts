import type { StepBudget } from './calendar-recurrence.ts'
import { type CalendarZone, ianaZone } from './calendar-zones.ts'

/** Half-open, epoch ms. */
export interface BusySpell {
  from: number
  to: number
  /** At most 200 characters. */
  summary: string | null
  isAllDay: boolean
}

export interface CalendarReading {
  name: string | null
  /** In order of their beginnings; they may overlap. */
  busy: BusySpell[]
  /** Line of the file, from 1; null where it is about the whole file. */
  problems: { line: number | null; message: string }[]
  /** Not everything could be read, so somebody may be busy who is not shown as busy; the problems say what. */
  isCut: boolean
}

/** What a reading may cost at most. A step of a recurrence rule takes about a microsecond. */
export interface CalendarLimits {
  maxChars: number
  maxEvents: number
  maxSpells: number
  maxStepsPerRule: number
  maxSteps: number
  maxProblems: number
}

export const CALENDAR_LIMITS: CalendarLimits = {
  maxChars: 20_000_000,
  maxEvents: 50_000,
  maxSpells: 50_000,
  maxStepsPerRule: 200_000,
  maxSteps: 2_000_000,
  maxProblems: 200,
}

/** One reading: what it may spend, and what it has found. */
export class Reading {
  readonly result: CalendarReading = { name: null, busy: [], problems: [], isCut: false }
  readonly budget: StepBudget
  readonly home: CalendarZone
  readonly limits: CalendarLimits
  readonly zone: string
  readonly from: number
  readonly to: number
  #problems = 0
  #isFullTold = false
  constructor(zone: string, from: number, to: number, limits: CalendarLimits) {
    this.zone = zone
    this.from = from
    this.to = to
    this.limits = limits
    this.home = ianaZone(zone)
    this.budget = { left: limits.maxSteps, perRule: limits.maxStepsPerRule }
  }
  readonly complain = (line: number | null, message: string): void => {
    this.#problems++
    if (this.#problems <= this.limits.maxProblems) this.result.problems.push({ line, message })
    else if (this.#problems === this.limits.maxProblems + 1)
      this.result.problems.push({ line: null, message: 'There are more problems.' })
  }
  get isFull(): boolean {
    return this.result.busy.length >= this.limits.maxSpells
  }
  /** False when there is no room for more; that is told once. */
  add(from: number, to: number, summary: string | null, isAllDay: boolean): boolean {
    if (!(from < to) || from >= this.to || to <= this.from) return true
    if (this.isFull) {
      if (!this.#isFullTold) this.cut(null, `Only the first ${String(this.limits.maxSpells)} busy times found were read.`)
      this.#isFullTold = true
      return false
    }
    this.result.busy.push({ from, to, summary, isAllDay })
    return true
  }
  pay(): boolean {
    if (this.budget.left-- > 0) return true
    if (!this.result.isCut) this.cut(null, 'The file has too many dates; not all were read.')
    return false
  }
  cut(line: number | null, message: string): void {
    this.result.isCut = true
    this.complain(line, message)
  }
}
