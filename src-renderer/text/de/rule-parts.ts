import { formatList, formatNumber, plural } from '../formats.ts'
import type * as english from '../rule-parts.ts'

const n = formatNumber

export const versionsText: typeof english.versionsText = {
  title: 'Versionen',
  empty: 'Noch wurde nichts veröffentlicht.',
  version: (version) => `Version ${n(version)}`,
  rules: (count) => plural(count, 'Regel', 'Regeln'),
  current: 'in Kraft',
  back: 'Zu dieser Version zurückkehren',
  backTo: (version) => `Zu Version ${n(version)} zurückkehren`,
  open: 'Als Entwurf öffnen',
  openOf: (version) => `Version ${n(version)} als Entwurf öffnen`,
  what: 'Was sie geändert hat',
  whatOf: (version) => `Was Version ${n(version)} geändert hat`,
  note: (version) => `Wieder Version ${n(version)}`,
  opened: (version) => `Version ${n(version)} ist als Ihr Entwurf geöffnet.`,
  differences: 'Unterschiede zwischen zwei Versionen',
  from: 'Von',
  to: 'Bis',
  draft: 'Ihr Entwurf',
  same: 'Sie sind gleich.',
  draftBad: 'Ihr Entwurf hat Fehler und lässt sich nicht vergleichen. Beheben Sie sie zuerst.',
}

const changed: Readonly<Record<Parameters<typeof english.changeText.said>[0]['kind'], string>> = {
  added: 'hinzugefügt',
  removed: 'entfernt',
  changed: 'geändert',
  moved: 'verschoben',
  renamed: 'umbenannt',
  switched: 'umgeschaltet',
}

export const changeText: typeof english.changeText = {
  said: ({ kind, what }) =>
    `${{ rule: 'Regel', territory: 'Gebiet', score: 'Bewertung', settings: 'Einstellungen' }[what]} ${changed[kind]}`,
}

export const scoringText: typeof english.scoringText = {
  intro:
    'Punkte für das, was von einem Lead bekannt ist, ergeben eine Punktzahl von 0 bis 100, und diese die Einstufung. Bessere Einstufungen kommen zuerst dran.',
  none: {
    title: 'Keine eigene Bewertung',
    body: 'Ein Lead behält die Punktzahl aus seiner Datei: heiß ab 80, warm ab 50. Leads ohne Punktzahl haben keine Einstufung.',
    start: 'Bewertung beginnen',
  },
  first: { name: 'Firmengröße', points: 10 },
  attribute: (at, name) => (name === '' ? `Merkmal ${n(at + 1)}` : name),
  name: 'Merkmal',
  weight: 'Gewicht',
  weightHint: 'Wie viel es neben den anderen zählt',
  line: (at) => `Zeile ${n(at + 1)}`,
  when: 'Wenn',
  points: 'Punkte',
  pointsUnit: ' Punkte',
  addLine: 'Zeile hinzufügen',
  removeLine: (at) => `Zeile ${n(at + 1)} entfernen`,
  addAttribute: 'Merkmal hinzufügen',
  removeAttribute: (name) => `${name} löschen`,
  share: (percent) => `${percent} der Punktzahl`,
  stop: 'Bewertung beenden',
  grades: 'Einstufungen',
  hotFrom: 'Heiß ab',
  warmFrom: 'Warm ab',
  crossed: 'Heiß muss über Warm beginnen.',
  scale: (warmFrom, hotFrom) => `Kalt unter ${n(warmFrom)}, warm ab ${n(warmFrom)}, heiß ab ${n(hotFrom)}`,
  preview: 'Probieren Sie neben dieser Seite einen Lead aus, um seine Punktzahl und ihre Herkunft zu sehen.',
}

export const territoriesText: typeof english.territoriesText = {
  intro: 'Ein Name für mehrere Gegenden, zu verwenden in Regeln und bei Mitarbeitern.',
  empty: 'Noch keine Gebiete.',
  add: 'Gebiet hinzufügen',
  name: 'Name',
  places: 'Gegenden',
  placesHint: 'Kontinente, Länder, Regionen, Städte, Gebiete wie DACH oder Postleitzahlen wie DE:80',
  except: 'Außer',
  remove: (name) => `${name} löschen`,
  fresh: 'Neues Gebiet',
  served: (names) => `Betreut von ${formatList(names)}`,
  nobody: 'Noch betreut es niemand. Tragen Sie das unter Mitarbeiter ein.',
  used: (rules) => `Verwendet in ${formatList(rules)}`,
}

export const rulesetSettingsText: typeof english.rulesetSettingsText = {
  duplicateWindowDays: 'Dieselbe Person innerhalb von',
  duplicateWindowDaysHint:
    'Wer so bald wieder schreibt, nachdem man zuletzt von seinem Lead hörte, ist derselbe Lead, kein neuer.',
  chargeOverrides: 'Ein von Hand vergebener Lead zählt als Runde',
  chargeOverridesHint: 'Wer einen bekommt, war damit an der Reihe; wer einen unberührten verliert, bekommt sie zurück.',
  pauseAfterMissedOffers: 'Mitarbeiter pausieren nach',
  pauseAfterMissedOffersHint: 'Angebote in Folge, auf die niemand geantwortet hat. 0 pausiert niemanden.',
  oldAfterDays: 'Ein Lead ist alt nach',
  oldAfterDaysHint:
    'Liegt das eigene Datum eines Leads bei der Ankunft weiter zurück, setzt er weder Fristen noch Alarme in Gang.',
  performanceWindowDays: 'Abschlussquoten zählen die letzten',
  performanceWindowDaysHint: 'Für Regeln, die Leads an die mit den meisten Abschlüssen geben.',
  days: 'Tage',
  offers: 'verpassten Angeboten',
}
