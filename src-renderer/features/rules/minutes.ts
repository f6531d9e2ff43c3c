export const UNITS = ['minutes', 'hours', 'days'] as const
export type TimeUnit = (typeof UNITS)[number]
export const MINUTES_IN: Readonly<Record<TimeUnit, number>> = { minutes: 1, hours: 60, days: 1_440 }

/** The largest unit in which the time is a whole number. */
export function unitOf(minutes: number | undefined, hasDays: boolean): TimeUnit {
  if (minutes === undefined || minutes === 0) return 'minutes'
  if (hasDays && minutes % MINUTES_IN.days === 0) return 'days'
  return minutes % MINUTES_IN.hours === 0 ? 'hours' : 'minutes'
}

export function inUnit(minutes: number, unit: TimeUnit): number {
  return Math.round((minutes / MINUTES_IN[unit]) * 100) / 100
}
