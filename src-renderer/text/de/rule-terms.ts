import { formatNumber, plural } from '../formats.ts'
import type * as english from '../rule-terms.ts'

export const termsText: typeof english.termsText = {
  title: 'Angebote und Fristen',
  none: 'Der Lead gehört sofort dem Mitarbeiter, und keine Frist läuft.',
  accept: 'Zuerst anbieten, anzunehmen innerhalb von',
  acceptHint: 'Abgelehnt oder abgelaufen, geht er an den Nächsten. Leer gelassen, ist er sofort vergeben.',
  maxOffers: 'Höchstens so viele Angebote',
  maxOffersHint: 'Danach entscheidet „Wenn niemand ihn nehmen kann“',
  noLimit: 'keine Grenze',
  contact: 'Erster Kontakt innerhalb von',
  clock: 'Die Frist läuft',
  clocks: { 'working-time': 'In der Arbeitszeit des Mitarbeiters', always: 'Immer, Tag und Nacht' },
  remind: 'Erinnerung vor dem Ablauf',
  late: 'Wenn nicht rechtzeitig kontaktiert',
  lates: { mark: 'Als überfällig kennzeichnen', 'take-back': 'Zurücknehmen und jemand anderem geben' },
  release: 'Einen unberührten Lead jemand anderem geben, wenn sein Mitarbeiter weg ist seit',
  releaseHint: 'Abwesend, außerhalb der Arbeitszeit oder nicht mehr aktiv. 0 heißt sofort; leer gelassen, bleibt der Lead.',
  dailyCap: 'Durch diese Regel höchstens am Tag je Mitarbeiter',
  unit: (label) => `Einheit von: ${label}`,
  units: { minutes: 'Minuten', hours: 'Stunden', days: 'Tage' },
  never: 'nie',
}

export const termsSentence: typeof english.termsSentence = {
  days: (count) => plural(count, 'Tag', 'Tage'),
  hours: (count) => plural(count, 'Stunde', 'Stunden'),
  minutes: (count) => plural(count, 'Minute', 'Minuten'),
  workingHours: (count) => plural(count, 'Arbeitsstunde', 'Arbeitsstunden'),
  workingMinutes: (count) => plural(count, 'Arbeitsminute', 'Arbeitsminuten'),
  ofWorkingTime: (span) => `${span} Arbeitszeit`,
  offered: (span) => `Angebot für ${span}`,
  maxOffers: (count) => `höchstens ${plural(count, 'Angebot', 'Angebote')}`,
  contact: (span) => `Frist für den ersten Kontakt ${span}`,
  contactAlways: (span) => `Frist für den ersten Kontakt ${span}, Tag und Nacht`,
  remind: (span) => `Erinnerung ${span} vorher`,
  takenBack: 'dann zurückgenommen',
  releasedAtOnce: 'weitergegeben, sobald der Mitarbeiter geht',
  released: (span) => `weitergegeben, wenn der Mitarbeiter ${span} weg ist`,
  dailyCap: (count) => `höchstens ${formatNumber(count)} am Tag je Mitarbeiter`,
}
