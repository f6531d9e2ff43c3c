const HOUR = 3_600_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** The wall clock of a zone at a moment: `2026-12-01` and `09:30`. */
export function wallClock(at: number, timeZone: string): { date: string; time: string } {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formats.set(timeZone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return { date: `${parts['year']}-${parts['month']}-${parts['day']}`, time: `${parts['hour']}:${parts['minute']}` }
}

/**
 * The moment, in epoch ms, at which the clock of a zone shows this date (`2026-12-01`) and time (`09:30`); the first of two. A time the
 * clock jumps over is as much later as it jumps. NaN for what is no date or time.
 */
export function momentIn(date: string, time: string, timeZone: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(wall)) return NaN
  const offsetAt = (at: number): number => {
    const shown = wallClock(at, timeZone)
    return Date.parse(`${shown.date}T${shown.time}:00Z`) - at
  }
  // No zone is further from UTC than 15 hours, and none changes twice within a day.
  const before = offsetAt(wall - 15 * HOUR)
  const after = offsetAt(wall + 15 * HOUR)
  const first = wall - Math.max(before, after)
  if (offsetAt(first) === Math.max(before, after)) return first
  const second = wall - Math.min(before, after)
  return offsetAt(second) === Math.min(before, after) ? second : wall - before
}

/** The date so many days after another. */
export function dayAfter(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10)
}
