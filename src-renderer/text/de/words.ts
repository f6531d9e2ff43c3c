import { formatNumber, formatWhen, plural } from '../formats.ts'
import type * as english from '../words.ts'

export const gradeWords: typeof english.gradeWords = { hot: 'Heiß', warm: 'Warm', cold: 'Kalt' }
export const availabilityWords: typeof english.availabilityWords = {
  available: 'Verfügbar',
  busy: 'Beschäftigt',
  away: 'Abwesend',
}
export const stageWords: typeof english.stageWords = {
  new: 'Neu',
  contacted: 'Kontaktiert',
  qualified: 'Qualifiziert',
  won: 'Gewonnen',
  lost: 'Verloren',
}
export const statusWords: typeof english.statusWords = {
  waiting: 'Wartet',
  offered: 'Angeboten',
  assigned: 'Zugewiesen',
  partner: 'Bei Partnern',
  nurture: 'Wiedervorlage',
  duplicate: 'Dublette',
  discarded: 'Verworfen',
}
export const fieldWords: typeof english.fieldWords = {
  name: 'Name',
  firstName: 'Vorname',
  lastName: 'Nachname',
  email: 'E-Mail',
  email2: 'Zweite E-Mail',
  phone: 'Telefon',
  phone2: 'Zweites Telefon',
  company: 'Firma',
  title: 'Position',
  website: 'Website',
  industry: 'Branche',
  address: 'Adresse',
  city: 'Ort',
  region: 'Region',
  postalCode: 'Postleitzahl',
  country: 'Land',
  language: 'Sprache',
  product: 'Produkt',
  message: 'Nachricht',
  source: 'Quelle',
  owner: 'Betreuer',
  externalId: 'Externe Nummer',
  currency: 'Währung',
  employees: 'Beschäftigte',
  revenue: 'Umsatz',
  value: 'Wert',
  score: 'Punktzahl',
  tags: 'Schlagwörter',
  stage: 'Phase',
  receivedAt: 'Eingang',
}

export const words: typeof english.words = {
  leads: (count) => plural(count, 'Lead', 'Leads'),
  unnamed: 'Ohne Namen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  undo: 'Rückgängig',
  undone: 'Zurückgenommen',
  tryAgain: 'Erneut versuchen',
  loading: 'Wird geladen…',
  nobody: 'Niemand',
  copied: 'Kopiert',
  copy: 'Kopieren',
  more: (count) => `${formatNumber(count)} weitere`,
}

export const partWords: typeof english.partWords = {
  noGrade: 'Keine Einstufung',
  until: (at) => `bis ${formatWhen(at)}`,
  busyFor15: '15 Minuten beschäftigt',
  busyFor60: '1 Stunde beschäftigt',
  busyUntil: 'Beschäftigt bis…',
  awayUntil: 'Abwesend bis…',
  untilTime: 'Bis',
  untilTomorrow: 'morgen',
  set: 'Festlegen',
  changeAvailability: (name, availability) =>
    `${name} ist ${{ available: 'verfügbar', busy: 'beschäftigt', away: 'abwesend' }[availability]}. Verfügbarkeit ändern`,
  loadOf: (open, capacity) =>
    capacity === null ? `${formatNumber(open)} offen` : `${formatNumber(open)} von ${formatNumber(capacity)} offen`,
  ofThemOffered: (count) => `davon ${formatNumber(count)} nur angeboten`,
  contactWasDue: (when) => `Erster Kontakt war fällig: ${when}`,
  acceptBy: (when) => `Anzunehmen bis ${when}`,
  contactDue: (when) => `Erster Kontakt fällig: ${when}`,
  searchReps: 'Name oder Team',
  noRepFound: 'Kein Mitarbeiter mit diesem Namen',
}
