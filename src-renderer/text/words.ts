import type { Availability, Grade, LeadField, LeadStatus, Stage } from '../../src-main/contract/index.ts'
import type { Due } from '../lib/due.ts'
import { dueSaid } from './due.ts'
import { formatAge, formatClock, formatMoment, formatNumber, formatWhen, plural } from './formats.ts'
import { inLanguage } from './language.ts'

/** Words that several screens say. */
export const gradeWords = inLanguage<Record<Grade, string>>('gradeWords', { hot: 'Hot', warm: 'Warm', cold: 'Cold' })
export const availabilityWords = inLanguage<Record<Availability, string>>('availabilityWords', {
  available: 'Available',
  busy: 'Busy',
  away: 'Away',
})
export const stageWords = inLanguage<Record<Stage, string>>('stageWords', {
  new: 'New',
  contacted: 'Contacted',
  qualified: 'Qualified',
  won: 'Won',
  lost: 'Lost',
})
export const statusWords = inLanguage<Record<LeadStatus, string>>('statusWords', {
  waiting: 'Waiting',
  offered: 'Offered',
  assigned: 'Assigned',
  partner: 'With partners',
  nurture: 'Nurture',
  duplicate: 'Duplicate',
  discarded: 'Discarded',
})
export const fieldWords = inLanguage<Record<LeadField, string>>('fieldWords', {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  email2: 'Second e-mail',
  phone: 'Phone',
  phone2: 'Second phone',
  company: 'Company',
  title: 'Job title',
  website: 'Website',
  industry: 'Industry',
  address: 'Address',
  city: 'City',
  region: 'Region',
  postalCode: 'Postal code',
  country: 'Country',
  language: 'Language',
  product: 'Product',
  message: 'Message',
  source: 'Source',
  owner: 'Owner',
  externalId: 'External number',
  currency: 'Currency',
  employees: 'Employees',
  revenue: 'Revenue',
  value: 'Value',
  score: 'Score',
  tags: 'Tags',
  stage: 'Stage',
  receivedAt: 'Received',
})

export const words = inLanguage('words', {
  leads: (count: number) => plural(count, 'lead', 'leads'),
  unnamed: 'No name',
  cancel: 'Cancel',
  close: 'Close',
  undo: 'Undo',
  undone: 'Taken back',
  tryAgain: 'Try again',
  loading: 'Loading…',
  nobody: 'Nobody',
  copied: 'Copied',
  copy: 'Copy',
  more: (count: number) => `${formatNumber(count)} more`,
})

export const partWords = inLanguage('partWords', {
  noGrade: 'No grade',
  until: (at: number): string => `until ${formatWhen(at)}`,
  busyFor15: 'Busy for 15 minutes',
  busyFor60: 'Busy for 1 hour',
  busyUntil: 'Busy until…',
  awayUntil: 'Away until…',
  untilTime: 'Until',
  untilTomorrow: 'tomorrow',
  set: 'Set',
  changeAvailability: (name: string, availability: Availability): string =>
    `${name} is ${availabilityWords[availability].toLowerCase()}. Change availability`,
  loadOf: (open: number, capacity: number | null): string =>
    capacity === null ? `${formatNumber(open)} open` : `${formatNumber(open)} of ${formatNumber(capacity)} open`,
  ofThemOffered: (count: number): string => `${formatNumber(count)} of them only offered`,
  contactWasDue: (when: string): string => `First contact was due ${when}`,
  acceptBy: (when: string): string => `To be accepted by ${when}`,
  contactDue: (when: string): string => `First contact due ${when}`,
  searchReps: 'Name or team',
  noRepFound: 'No rep of that name',
})

/** What the parts of `ui/` say by themselves; `WordsProvider` hands it to them. */
export const uiWords = {
  ...partWords,
  grade: gradeWords,
  availability: availabilityWords,
  age: formatAge,
  clock: formatClock,
  load: (open: number, capacity: number | null): string =>
    capacity === null ? formatNumber(open) : `${formatNumber(open)}/${formatNumber(capacity)}`,
  due: dueSaid,
  dueTitle: ({ kind, at, breachedAt }: Due): string => {
    const when = formatMoment(at)
    if (breachedAt !== null) return partWords.contactWasDue(when)
    return kind === 'accept' ? partWords.acceptBy(when) : partWords.contactDue(when)
  },
  loading: words.loading,
  tryAgain: words.tryAgain,
  close: words.close,
  undo: words.undo,
  cancel: words.cancel,
}
export type UiWordsText = typeof uiWords
