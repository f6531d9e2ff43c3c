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

/** Offers and clocks inside a rule's sentence. A span is "10 minutes" or "1 hour 30 minutes". */
export const termsSentence = inLanguage('termsSentence', {
  days: (count: number): string => plural(count, 'day', 'days'),
  hours: (count: number): string => plural(count, 'hour', 'hours'),
  minutes: (count: number): string => plural(count, 'minute', 'minutes'),
  workingHours: (count: number): string => plural(count, 'working hour', 'working hours'),
  workingMinutes: (count: number): string => plural(count, 'working minute', 'working minutes'),
  ofWorkingTime: (span: string): string => `${span} of working time`,
  offered: (span: string): string => `offered for ${span}`,
  maxOffers: (count: number): string => `at most ${plural(count, 'offer', 'offers')}`,
  contact: (span: string): string => `first contact within ${span}`,
  contactAlways: (span: string): string => `first contact within ${span}, day and night`,
  remind: (span: string): string => `reminder ${span} before`,
  takenBack: 'then taken back',
  releasedAtOnce: 'given on as soon as the rep leaves',
  released: (span: string): string => `given on ${span} after the rep leaves`,
  dailyCap: (count: number): string => `at most ${formatNumber(count)} a day to each rep`,
})

const HOUR = 60
const DAY = 24 * HOUR

/** "10 minutes", "1 hour", "1 hour 30 minutes", "2 days". */
export function minutesSaid(minutes: number): string {
  const say = termsSentence
  if (minutes >= DAY && minutes % DAY === 0) return say.days(minutes / DAY)
  const hours = Math.floor(minutes / HOUR)
  const rest = minutes - hours * HOUR
  const parts = [...(hours > 0 ? [say.hours(hours)] : []), ...(rest > 0 || hours === 0 ? [say.minutes(rest)] : [])]
  return parts.join(' ')
}

/** Of working time there are no days: a working day is as long as a rep's hours say. */
export function workingMinutesSaid(minutes: number): string {
  if (minutes % HOUR === 0) return termsSentence.workingHours(minutes / HOUR)
  if (minutes < HOUR) return termsSentence.workingMinutes(minutes)
  return termsSentence.ofWorkingTime(minutesSaid(minutes))
}

type WithTerms = Extract<Destination, { to: 'pool' | 'rep' }>

/** "offered for 10 minutes, first contact within 1 working hour, then taken back"; empty when nothing is set. */
export function termsSaid(to: WithTerms): string {
  const say = termsSentence
  const parts: string[] = []
  if (to.acceptWithinMinutes !== undefined) parts.push(say.offered(minutesSaid(to.acceptWithinMinutes)))
  if (to.maxOffers !== undefined) parts.push(say.maxOffers(to.maxOffers))
  if (to.contactWithinMinutes !== undefined) {
    const isAlways = to.contactClock === 'always'
    parts.push(
      isAlways
        ? say.contactAlways(minutesSaid(to.contactWithinMinutes))
        : say.contact(workingMinutesSaid(to.contactWithinMinutes)),
    )
    if (to.remindMinutesBefore !== undefined) parts.push(say.remind(minutesSaid(to.remindMinutesBefore)))
    if (to.ifNotContacted === 'take-back') parts.push(say.takenBack)
  }
  if (to.releaseAfterMinutes !== undefined)
    parts.push(to.releaseAfterMinutes === 0 ? say.releasedAtOnce : say.released(minutesSaid(to.releaseAfterMinutes)))
  if (to.to === 'pool' && to.dailyCapPerRep !== undefined) parts.push(say.dailyCap(to.dailyCapPerRep))
  return parts.join(', ')
}
