import { formatNumber, plural } from './formats.ts'
import { inLanguage } from './language.ts'

/** Mails as they would be read, before any is taken. */
export const mailSampleText = inLanguage('mailSampleText', {
  counts: (lead: number, review: number, ignored: number): string =>
    [
      lead === 1 ? '1 would be a lead' : `${formatNumber(lead)} would be leads`,
      `${formatNumber(review)} would wait in the review tray`,
      `${formatNumber(ignored)} would be no leads`,
    ].join(' · '),
  noSubject: 'No subject',
  noSender: 'No sender',
  nothingRead: 'Nothing was read from this mail.',
  readAs: (how: string): string => `Read as ${how}.`,
  fields: 'What was read',
  fieldsOf: (at: number): string => `Lead ${formatNumber(at)}`,
  columns: { field: 'Field', value: 'Value', certainty: 'How sure', where: 'Where it stood' },
})

/** Signs of leads that are made up, by source. */
export const suspicionText = inLanguage('suspicionText', {
  title: 'Suspected fraud',
  period: 'Leads of the last 30 days',
  none: 'Nothing looks made up among the leads of the last 30 days.',
  said: {
    'same-phone': (leads: number, key: string | null): string => `${plural(leads, 'lead', 'leads')} with one number${named(key)}`,
    'same-email': (leads: number, key: string | null): string =>
      `${plural(leads, 'lead', 'leads')} with one address${named(key)}`,
    'same-device': (leads: number): string => `${plural(leads, 'lead', 'leads')} from one device`,
    burst: (leads: number): string => `${plural(leads, 'lead', 'leads')} in a few minutes`,
  },
  columns: { source: 'Source', what: 'What', names: 'Names', when: 'When', leads: 'Leads' },
  namesMore: (count: number): string => `and ${formatNumber(count)} more`,
  show: 'Show',
  showOf: (what: string): string => `Show the leads: ${what}`,
  listed: (source: string, what: string, shown: number, all: number): string =>
    shown < all ? `${source}: the newest ${formatNumber(shown)} of ${what}` : `${source}: ${what}`,
})

const named = (key: string | null): string => (key === null ? '' : `: ${key}`)
