import type { Destination } from '../../src-main/contract/index.ts'
import { formatNumber, plural } from './formats.ts'
import { inLanguage } from './language.ts'

export const termsText = inLanguage('termsText', {
  title: 'Offers and clocks',
  none: 'The lead is theirs at once, and no clock runs.',
  accept: 'Offer it first, to be accepted within',
  acceptHint: 'Declined or run out, it goes to the next. Left empty, the lead is theirs at once.',
  maxOffers: 'Offers at most',
  maxOffersHint: 'Then “If nobody can take it” decides',
  noLimit: 'no limit',
  contact: 'First contact within',
  clock: 'The clock runs',
  clocks: { 'working-time': "In the rep's working time", always: 'Always, day and night' },
  remind: 'Reminder before it runs out',
  late: 'If not contacted in time',
  lates: { mark: 'Mark it as late', 'take-back': 'Take it back and give it to somebody else' },
  release: 'Give an untouched lead to somebody else when its rep has been gone for',
  releaseHint: 'Away, off shift or no longer active. 0 is at once; left empty, the lead stays.',
  dailyCap: 'At most a day to each rep, by this rule',
  unit: (label: string): string => `Unit of: ${label}`,
  units: { minutes: 'minutes', hours: 'hours', days: 'days' },
  never: 'never',
})

const HOUR = 60
const DAY = 24 * HOUR

/** "10 minutes", "1 hour", "1 hour 30 minutes", "2 days". */
export function minutesSaid(minutes: number): string {
  if (minutes >= DAY && minutes % DAY === 0) return plural(minutes / DAY, 'day', 'days')
  const hours = Math.floor(minutes / HOUR)
  const rest = minutes - hours * HOUR
  const parts = [
    ...(hours > 0 ? [plural(hours, 'hour', 'hours')] : []),
    ...(rest > 0 || hours === 0 ? [plural(rest, 'minute', 'minutes')] : []),
  ]
  return parts.join(' ')
}

/** Of working time there are no days: a working day is as long as a rep's hours say. */
export function workingMinutesSaid(minutes: number): string {
  if (minutes % HOUR === 0) return plural(minutes / HOUR, 'working hour', 'working hours')
  if (minutes < HOUR) return plural(minutes, 'working minute', 'working minutes')
  return `${minutesSaid(minutes)} of working time`
}

type WithTerms = Extract<Destination, { to: 'pool' | 'rep' }>

/** "offered for 10 minutes, first contact within 1 working hour, then taken back"; empty when nothing is set. */
export function termsSaid(to: WithTerms): string {
  const parts: string[] = []
  if (to.acceptWithinMinutes !== undefined) parts.push(`offered for ${minutesSaid(to.acceptWithinMinutes)}`)
  if (to.maxOffers !== undefined) parts.push(`at most ${plural(to.maxOffers, 'offer', 'offers')}`)
  if (to.contactWithinMinutes !== undefined) {
    const isAlways = to.contactClock === 'always'
    parts.push(
      isAlways
        ? `first contact within ${minutesSaid(to.contactWithinMinutes)}, day and night`
        : `first contact within ${workingMinutesSaid(to.contactWithinMinutes)}`,
    )
    if (to.remindMinutesBefore !== undefined) parts.push(`reminder ${minutesSaid(to.remindMinutesBefore)} before`)
    if (to.ifNotContacted === 'take-back') parts.push('then taken back')
  }
  if (to.releaseAfterMinutes !== undefined)
    parts.push(
      to.releaseAfterMinutes === 0
        ? 'given on as soon as the rep leaves'
        : `given on ${minutesSaid(to.releaseAfterMinutes)} after the rep leaves`,
    )
  if (to.to === 'pool' && to.dailyCapPerRep !== undefined)
    parts.push(`at most ${formatNumber(to.dailyCapPerRep)} a day to each rep`)
  return parts.join(', ')
}
