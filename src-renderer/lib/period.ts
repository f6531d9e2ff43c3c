import { startOfDay } from './day.ts'

export type PeriodKind = 'today' | '7' | '30' | '90' | 'custom'
export const PERIODS: readonly PeriodKind[] = ['today', '7', '30', '90', 'custom']

export interface Period {
  kind: PeriodKind
  /** Days as a date field writes them, for `custom`: both included. */
  from: string
  to: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** From midnight to midnight in the desk's zone, the end not included; null while a custom period can't be. */
export function boundsOf(period: Period, now: number, timeZone: string): { from: number; to: number } | null {
  const today = startOfDay(now, timeZone)
  // Noon of a day lies in it whatever the clocks do.
  const tomorrow = startOfDay(today + DAY + 12 * HOUR, timeZone)
  if (period.kind === 'custom') {
    const from = midnight(period.from, timeZone)
    const last = midnight(period.to, timeZone)
    if (from === null || last === null) return null
    const to = startOfDay(last + DAY + 12 * HOUR, timeZone)
    return from < to ? { from, to } : null
  }
  const days = period.kind === 'today' ? 1 : Number(period.kind)
  return { from: startOfDay(today - (days - 1) * DAY + 12 * HOUR, timeZone), to: tomorrow }
}

/** Midnight of "2026-11-21" in a zone. */
function midnight(day: string, timeZone: string): number | null {
  const noon = Date.parse(`${day}T12:00:00Z`)
  if (Number.isNaN(noon)) return null
  // Zones reach from -12 to +14 hours: the noon of one may be the next day of another.
  for (const guess of [noon, noon - 14 * HOUR, noon + 12 * HOUR]) {
    const at = startOfDay(guess, timeZone)
    if (dayIn(at + 12 * HOUR, timeZone) === day) return at
  }
  return null
}

/** "2026-11-21" as a zone has it. */
export function dayIn(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
}
