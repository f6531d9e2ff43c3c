import { formatNumber, plural } from '../formats.ts'
import type * as english from '../mail-samples.ts'

const n = formatNumber

export const mailSampleText: typeof english.mailSampleText = {
  counts: (lead, review, ignored) =>
    [
      lead === 1 ? '1 würde ein Lead' : `${n(lead)} würden Leads`,
      `${n(review)} kämen in die Prüfung`,
      `${n(ignored)} wären keine Leads`,
    ].join(' · '),
  noSubject: 'Kein Betreff',
  noSender: 'Kein Absender',
  nothingRead: 'Aus dieser Mail wurde nichts gelesen.',
  readAs: (how) => `Gelesen als ${how}.`,
  fields: 'Was gelesen wurde',
  fieldsOf: (at) => `Lead ${n(at)}`,
  columns: { field: 'Feld', value: 'Wert', certainty: 'Wie sicher', where: 'Wo es stand' },
}

export const suspicionText: typeof english.suspicionText = {
  title: 'Betrugsverdacht',
  period: 'Leads der letzten 30 Tage',
  none: 'Unter den Leads der letzten 30 Tage sieht nichts erfunden aus.',
  said: {
    'same-phone': (leads, key) => `${plural(leads, 'Lead', 'Leads')} mit einer Nummer${named(key)}`,
    'same-email': (leads, key) => `${plural(leads, 'Lead', 'Leads')} mit einer Adresse${named(key)}`,
    'same-device': (leads) => `${plural(leads, 'Lead', 'Leads')} von einem Gerät`,
    burst: (leads) => `${plural(leads, 'Lead', 'Leads')} in wenigen Minuten`,
  },
  columns: { source: 'Quelle', what: 'Was', names: 'Namen', when: 'Wann', leads: 'Leads' },
  namesMore: (count) => `und ${n(count)} weitere`,
  show: 'Zeigen',
  showOf: (what) => `Leads zeigen: ${what}`,
  listed: (source, what, shown, all) => (shown < all ? `${source}: die neuesten ${n(shown)} von ${what}` : `${source}: ${what}`),
}

function named(key: string | null): string {
  return key === null ? '' : `: ${key}`
}
