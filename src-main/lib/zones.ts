import { DateTime } from 'luxon'

/** The zone this machine is set to. */
export function machineZone(): string {
  return DateTime.local().zoneName
}

/** A moment as a person says it from where they stand: "14:00" today, "Mon 09:00" this week, "3 Dec 09:00" else. */
export function sayTime(at: number, zone: string, now: number, language: 'en' | 'de' = 'en'): string {
  const time = DateTime.fromMillis(at, { zone, locale: language === 'de' ? 'de' : 'en-GB' })
  const days = time.startOf('day').diff(DateTime.fromMillis(now, { zone }).startOf('day'), 'days').days
  if (days === 0) return time.toFormat('HH:mm')
  return Math.abs(days) < 7 ? time.toFormat('ccc HH:mm') : time.toFormat(language === 'de' ? 'd. LLL HH:mm' : 'd LLL HH:mm')
}
