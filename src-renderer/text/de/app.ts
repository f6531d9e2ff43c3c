import type * as english from '../app.ts'
import { formatNumber, plural } from '../formats.ts'

export const appText: typeof english.appText = {
  screens: {
    queue: 'Warteschlange',
    board: 'Board',
    myDesk: 'Mein Desk',
    leads: 'Leads',
    reps: 'Mitarbeiter',
    rules: 'Regeln',
    intake: 'Eingang',
    review: 'Prüfung',
    duplicates: 'Dubletten',
    reports: 'Berichte',
    settings: 'Einstellungen',
  },
  navigation: 'Bereiche',
  skipToContent: 'Zum Inhalt springen',
  find: 'Alles suchen und tun',
  waiting: 'Wartend',
  oldest: 'Ältester',
  today: 'Heute eingegangen',
  assignedToday: 'Heute zugewiesen',
  lightOrDark: 'Hell oder dunkel',
  shortcutsTitle: 'Tastatur',
  showShortcuts: 'Alle Tastenkürzel zeigen',
  connecting: 'Der Desk wird geöffnet…',
  connectionLost: 'Verbindung verloren, neuer Versuch läuft',
  refused: 'Der Desk wurde neu gestartet und kennt diese Seite nicht. Öffnen Sie die Adresse, die er ausgegeben hat.',
  brokenTitle: 'Dieser Bereich ist stehen geblieben',
  brokenHint: 'Auf dem Desk ist nichts verloren. Öffnen Sie ihn erneut oder gehen Sie in einen anderen Bereich.',
  openAgain: 'Erneut öffnen',
  reload: 'Lead Desk neu laden',
  noSuchScreen: 'Diesen Bereich gibt es nicht',
  leadPanel: 'Lead',
}

export const noticeText: typeof english.noticeText = {
  paused: (rep, missed) =>
    missed === null
      ? `${rep} ist pausiert.`
      : `${rep} ist pausiert: ${plural(missed, 'Angebot', 'Angebote')} in Folge nicht beantwortet.`,
  openRep: 'Öffnen',
  resume: 'Fortsetzen',
  resumed: (rep) => `${rep} bekommt wieder Leads.`,
  nobodyTook: (lead) => `${lead} wurde allen angeboten, die infrage kamen, und niemand hat angenommen. Der Lead wartet auf Sie.`,
  nobodyTookMany: (count) =>
    `${plural(count, 'Lead wurde', 'Leads wurden')} allen angeboten, und niemand hat angenommen. Sie warten auf Sie.`,
  illInbox: (name, trouble) => `${name} wird nicht gelesen: ${trouble}.`,
  mendInbox: 'Beheben',
  openLead: 'Lead öffnen',
  openQueue: 'Warteschlange öffnen',
}

const leads = (count: number): string => plural(count, 'Lead', 'Leads')

export const doneText: typeof english.doneText = {
  assigned: (count, rep) => `${leads(count)} an ${rep} zugewiesen`,
  held: (count) => `${leads(count)} zurückgehalten`,
  discarded: (count) => `${leads(count)} verworfen`,
  routed: (assigned, waiting) =>
    assigned + waiting === 0
      ? 'Nichts zu verteilen'
      : `Verteilt: ${formatNumber(assigned)} zugewiesen, ${formatNumber(waiting)} wartend`,
  unpinned: (count) => `${leads(count)} wieder unter den Regeln`,
  undone: 'Zurückgenommen',
  'not-undoable': 'Der letzte Schritt lässt sich nicht zurücknehmen. Noch einmal nimmt den davor zurück.',
  'stage-set': (count) => (count === 1 ? 'Phase geändert' : `Phase von ${leads(count)} geändert`),
  accepted: (rep) => `Für ${rep} angenommen`,
  declined: (rep) => `Für ${rep} abgelehnt, neu verteilt`,
  own: { accepted: 'Angenommen: Der Lead gehört Ihnen', declined: 'Abgelehnt, neu verteilt' },
  merged: (leadId) => `Mit Lead ${leadId} zusammengeführt`,
  attempt: 'Versuch vermerkt',
  contact: 'Kontakt vermerkt',
  noted: 'Notiz gespeichert',
  edited: 'Änderungen gespeichert',
  'told-apart': 'Zwei Personen: keine mögliche Dublette mehr',
}
