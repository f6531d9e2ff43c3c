import { plural } from '../formats.ts'
import type * as english from '../reasons.ts'

export const reasonWords: typeof english.reasonWords = {
  inactive: 'nicht mehr aktiv',
  draining: 'scheidet aus, keine neuen Leads',
  paused: 'pausiert',
  away: 'abwesend',
  busy: 'beschäftigt',
  'time-off': 'im Urlaub oder frei',
  'outside-hours': 'außerhalb der Arbeitszeit',
  'missing-skill': 'Kenntnis fehlt',
  'missing-language': 'spricht die Sprache nicht',
  'missing-product': 'verkauft das Produkt nicht',
  'outside-territory': 'nicht im Gebiet',
  'outside-tier': 'nicht in der Stufe',
  'at-capacity': 'ausgelastet',
  'at-daily-cap': 'hat die Leads des Tages',
  'at-hourly-cap': 'hat die Leads der Stunde',
  'at-rule-cap': 'hat die Leads dieser Regel',
  'already-offered': 'wurde ihm schon angeboten',
  'weight-zero': 'nicht in der Verteilung',
}

export const obstacleText: typeof english.obstacleText = {
  paused: (why) => `pausiert: ${why}`,
  away: (until, why) => `abwesend${untilThen(until)}${bracketed(why)}`,
  busy: (until, why) => `beschäftigt${untilThen(until)}${bracketed(why)}`,
  timeOff: (back) => `im Urlaub oder frei, zurück ${back}`,
  outsideHours: (back) => `außerhalb der Arbeitszeit, zurück ${back}`,
  atCapacity: (load) => `ausgelastet ${load}`,
  overCapacity: (load) => `überlastet ${load}`,
  today: (given, cap) => `${given} von ${cap} für heute`,
  thisHour: (given, cap) => `${given} von ${cap} für diese Stunde`,
  overToday: (load) => `über der Obergrenze des Tages ${load}`,
  overHour: (load) => `über der Obergrenze der Stunde ${load}`,
}

export const whereText: typeof english.whereText = {
  wait: {
    'nobody-eligible': (detail) => (detail === null ? 'niemand ist dafür frei' : `niemand ist frei in ${poolSaid(detail)}`),
    'no-rule-matched': () => 'keine Regel passt',
    'held-by-rule': (detail) =>
      detail === null ? 'von einer Regel zurückgehalten' : `von einer Regel zurückgehalten: ${detail}`,
    'held-by-hand': (detail) => (detail === null ? 'von Hand zurückgehalten' : `zurückgehalten: ${detail}`),
    'held-by-import': () => 'seit dem Import zurückgehalten',
    'unknown-owner': (detail) => (detail === null ? 'sein Betreuer ist unbekannt' : `Betreuer ${detail} ist unbekannt`),
    'pool-empty': (detail) => (detail === null ? 'sein Pool hat keine Mitarbeiter' : `${poolSaid(detail)} hat keine Mitarbeiter`),
    'waiting-for-owner': (detail) =>
      detail === null ? 'auf den Betreuer dieser Firma' : `auf ${detail}, zuständig für diese Firma`,
    'waiting-for-share': (detail) =>
      `auf den Mitarbeiter, dessen Anteil es ist${detail === null ? '' : `, in ${poolSaid(detail)}`}`,
    'nobody-accepted': () => 'allen angeboten, die infrage kamen, niemand hat angenommen',
    trickling: () => 'kommt nach und nach aus dem Import',
  },
  toBeRouted: 'wird verteilt',
  waits: (reason) => `wartet: ${reason}`,
  waitsFor: (reason) => `wartet ${reason}`,
  waiting: (reason) => `Wartet: ${reason}`,
  waitingFor: (reason) => `Wartet ${reason}`,
  held: 'Zurückgehalten',
  reps: (count) => plural(count, 'Mitarbeiter', 'Mitarbeiter'),
  assigned: 'Zugewiesen',
  offered: 'Angeboten',
  offeredTo: (who) => `Angeboten: ${who}`,
  partner: 'Bei Partnern',
  nurture: 'In Wiedervorlage',
  duplicate: 'Dublette',
  duplicateOf: (lead) => `Dublette von ${lead}`,
  discarded: 'Verworfen',
  discardedAs: (reason) => `Verworfen: ${reason}`,
}

const partsOfPools: readonly (readonly [said: RegExp, german: (list: string) => string])[] = [
  [/^everyone$/, () => 'allen'],
  [/^(\d+) named reps?$/, (count) => `${count} genannten Mitarbeitern`],
  [/^skilled in (.+)$/, (list) => `mit Kenntnissen in ${list.replaceAll(' and ', ' und ')}`],
  [/^speaking (.+)$/, (list) => `mit Sprache ${either(list)}`],
  [/^selling (.+)$/, (list) => `mit Produkt ${either(list)}`],
  [/^tier (.+)$/, (list) => `Stufe ${either(list)}`],
  [/^serving (.+)$/, (list) => `zuständig für ${either(list)}`],
]
const either = (list: string): string =>
  list
    .replace("the lead's language", 'des Leads')
    .replace("the lead's product", 'des Leads')
    .replace("the lead's place", 'den Ort des Leads')
    .replaceAll(' or ', ' oder ')

/** The desk names a pool in English, by its parts: "Enterprise, speaking de or en". */
const poolSaid = (label: string): string =>
  label
    .split(', ')
    .map((part) => {
      for (const [said, german] of partsOfPools) {
        const found = said.exec(part)
        if (found !== null) return german(found[1] ?? '')
      }
      return part
    })
    .join(', ')

function untilThen(until: string | null): string {
  return until === null ? '' : ` bis ${until}`
}

function bracketed(why: string | null): string {
  return why === null ? '' : ` (${why})`
}
