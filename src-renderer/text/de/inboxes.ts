import { formatDuration, formatMoment, formatNumber, plural } from '../formats.ts'
import type * as english from '../inboxes.ts'
import { inboxTroubles } from './inbox-troubles.ts'

const n = formatNumber

export const inboxText: typeof english.inboxText = {
  title: 'E-Mail-Postfächer',
  add: 'Postfach hinzufügen',
  empty: {
    title: 'Noch kein Postfach',
    hint: 'Fügen Sie das Postfach hinzu, an das Ihre Website und Portale schreiben. Deren Mails werden bei Ankunft zu Leads, und Unsicheres wartet in der Prüfung auf Sie.',
  },
  needSomebody: (ill, all) =>
    all === 1 ? 'Es braucht Sie' : `${n(ill)} von ${n(all)} ${ill === 1 ? 'braucht' : 'brauchen'} Sie`,
  columns: {
    inbox: 'Postfach',
    state: 'Zustand',
    lastMail: 'Letzte Mail',
    lastCheck: 'Letzter Abruf',
    today: 'Leads heute',
    leads: 'Leads',
    review: 'Zu prüfen',
    ignored: 'Keine Leads',
    actions: 'Aktionen',
  },
  ignoredHint:
    'Newsletter, unzustellbare Mails, automatische Antworten, Lesebestätigungen und dergleichen. Sie werden 30 Tage aufbewahrt.',
  never: '–',
  inTray: (count, name) => `${plural(count, 'Mail', 'Mails')} von ${name} in der Prüfung`,
  states: {
    off: 'Aus',
    connecting: 'Verbindet…',
    idle: 'Wartet auf Mails',
    polling: 'Sieht jede Minute nach',
    retrying: 'Versucht es erneut',
  },
  stateHints: {
    off: 'Keine Mail wird gelesen.',
    connecting: '',
    idle: 'Der Server meldet eine neue Mail sofort.',
    polling: 'Der Server kann neue Mails nicht selbst melden und wird deshalb jede Minute gefragt.',
    reading: '',
    retrying: '',
  },
  paused: 'Pausiert',
  reading: (left) => (left === null || left === 0 ? 'Liest' : `Liest, noch ${n(left)}`),
  again: (inMs) => (inMs < 1_000 ? 'Neuer Versuch jetzt' : `Neuer Versuch in ${formatDuration(inMs)}`),
  since: (when) => `seit ${when}`,
  lastTrouble: (code, when) => `${inboxTroubles[code].short}, ${when}; seither in Ordnung`,
  byItself: 'Nichts geht verloren: Was inzwischen kommt, wartet auf dem Server.',
  enterPassword: 'Passwort eingeben',
  mend: 'Beheben',
  actions: (name) => `Aktionen für ${name}`,
  check: 'Jetzt abrufen',
  checking: (name) => `Mails in ${name} werden gesucht`,
  pause: 'Pausieren',
  resume: 'Fortsetzen',
  edit: 'Bearbeiten',
  remove: 'Entfernen',
  pausedNow: (name) => `${name} ist pausiert. Die Mails warten auf dem Server.`,
  resumedNow: (name) => `${name} wird wieder gelesen.`,
  savedNow: (name) => `${name} ist gespeichert.`,
  addedNow: (name) => `${name} wird ab jetzt gelesen.`,
  removal: {
    title: (name) => `${name} entfernen`,
    goes: 'Der Desk vergisst das Konto und sein Passwort und liest keine Mails mehr daraus.',
    stays: (leads, review) =>
      `Was herein kam, bleibt: ${plural(leads, 'Lead', 'Leads')}${review === 0 ? '' : ` und ${plural(review, 'Mail', 'Mails')} in der Prüfung`}. Auf dem Mailserver ändert sich nichts.`,
    confirm: 'Postfach entfernen',
    cancel: 'Behalten',
    done: (name) => `${name} wurde entfernt. Die Leads sind geblieben.`,
  },
}

export const inboxWizardText: typeof english.inboxWizardText = {
  add: 'Postfach hinzufügen',
  edit: (name) => `${name} bearbeiten`,
  stepsLabel: 'Schritte zum Postfach',
  steps: { account: 'Konto', mails: 'Mails', sample: 'Probe' },
  leave: 'Verlassen',
  back: 'Zurück',
  next: 'Weiter',
  save: 'Speichern',
  saveAndRead: 'Speichern und mit dem Lesen beginnen',
  gone: 'Dieses Postfach gibt es nicht mehr.',
  account: {
    title: 'Welches Konto?',
    user: 'E-Mail-Adresse',
    userHint: 'Oder der Benutzername, wenn der Server einen anderen verlangt.',
    provider: 'Anbieter',
    providers: { gmail: 'Gmail, Google Workspace', outlook: 'Outlook, Microsoft 365', generic: 'Anderer Server' },
    help: {
      gmail:
        'Google nimmt hier kein Kontopasswort an. Legen Sie bei aktiver Bestätigung in zwei Schritten ein App-Passwort an (Google-Konto › Sicherheit › App-Passwörter) und tragen Sie seine 16 Buchstaben unten ein. Die Administration von Workspace kann das abgeschaltet haben; dann hilft nur ein OAuth-Token.',
      outlook:
        'Microsoft nimmt für IMAP keine Passwörter mehr an, nur OAuth-Token mit dem Recht IMAP.AccessAsUser.All; wer Ihr Microsoft 365 betreibt, kann eines ausstellen. Oder lassen Sie eine Regel in Outlook die Lead-Mails an ein Postfach weiterleiten, das ein Passwort annimmt.',
      generic: 'Ihr Mailanbieter nennt diese Angaben in seiner Hilfe, oft unter „IMAP“ oder „Posteingangsserver“.',
    },
    host: 'Server',
    port: 'Port',
    security: 'Verschlüsselung',
    securities: { tls: 'TLS', starttls: 'STARTTLS', none: 'Keine' },
    clear:
      'Ohne Verschlüsselung kann das Passwort unterwegs mitgelesen werden. Erlaubt ist das nur zu einem Server auf diesem Rechner.',
    auth: 'Anmelden mit',
    auths: { password: 'Passwort oder App-Passwort', oauth2: 'OAuth-2-Token' },
    password: 'Passwort',
    appPassword: 'App-Passwort',
    token: 'OAuth-Token',
    tokenHint:
      'Ein Zugriffstoken allein hält etwa eine Stunde. JSON mit „refreshToken“, „clientId“ und „tokenUrl“ wird von selbst erneuert.',
    secretKept: 'Bleibt, wie es ist, wenn Sie kein anderes eingeben.',
    secretHint:
      'Kommt in den Schlüsselbund dieses Rechners oder, wo es keinen gibt, in eine verschlüsselte Datei; nie in die Datenbank oder ein Protokoll, und es wird nicht wieder gezeigt.',
    test: 'Verbindung prüfen',
    stop: 'Anhalten',
  },
  connected: (folders, hasIdle) =>
    `Verbunden, ${plural(folders, 'Ordner', 'Ordner')}. ${hasIdle ? 'Neue Mails werden sofort gemeldet.' : 'Dieser Server wird jede Minute nach neuen Mails gefragt.'}`,
  inDetail: 'Im Einzelnen:',
  mails: {
    title: 'Welche Mails?',
    name: 'Name',
    nameHint: 'So heißen die Leads in Regeln und Berichten.',
    folder: 'Ordner',
    folders: 'Ordner beim Server erfragen',
    mailsIn: (mails) => plural(mails, 'Mail', 'Mails'),
    since: 'Ab wann',
    sinces: {
      kept: (at) => `Wie bisher: seit ${formatMoment(at)}`,
      now: 'Ab jetzt',
      week: 'Auch die letzten 7 Tage',
      date: 'Ab einem Tag',
    },
    sinceDay: 'Tag',
    sinceHint: 'Frühere Mails bleiben unberührt. Keine wird je zweimal übernommen.',
    after: 'Wenn eine Mail übernommen ist',
    afters: {
      leave: { label: 'Lassen, wie sie ist', hint: 'In Ihrem Mailprogramm ändert sich nichts.' },
      'mark-seen': {
        label: 'Als gelesen markieren',
        hint: 'Nur Leads und Mails zur Prüfung. Newsletter und dergleichen bleiben, wie sie sind.',
      },
      move: {
        label: 'In einen Ordner verschieben',
        hint: 'Nur Leads und Mails zur Prüfung. Newsletter und dergleichen bleiben, wo sie sind.',
      },
    },
    moveTo: 'Ordner für übernommene Mails',
    takes: 'Was als Lead gilt',
    takesOptions: {
      known: {
        label: 'Mails von Formularen und Portalen',
        hint: 'Eine gewöhnliche Mail einer Person wartet in der Prüfung, bis Sie entscheiden.',
      },
      people: {
        label: 'Diese und gewöhnliche Mails von Personen',
        hint: 'Für ein Postfach, an das nur Kunden schreiben, etwa vertrieb@.',
      },
      review: { label: 'Nichts ohne mich', hint: 'Jede Mail, die ein Lead sein könnte, wartet in der Prüfung.' },
    },
    own: 'Eigene Adressen des Teams',
    ownHint:
      'Mails von diesen sind keine Leads: eine Adresse oder eine ganze Domain wie firma.example. Lassen Sie die Adresse weg, von der das Formular Ihrer Website sendet.',
    ownPlaceholder: 'anna@firma.example',
    route: 'Danach',
    routes: {
      now: { label: 'Sofort verteilen', hint: 'Jeder geht nach den Regeln an einen Mitarbeiter.' },
      hold: { label: 'Zurückhalten', hint: 'Sie liegen in der Warteschlange, bis jemand sie verteilt.' },
    },
  },
  sample: {
    title: 'So werden sie gelesen',
    hint: 'Die neuesten Mails des Ordners. Nichts wird gespeichert, und auf dem Server ändert sich nichts.',
    reading: 'Die neuesten Mails werden gelesen…',
    none: 'In diesem Ordner ist noch keine Mail. Die erste, die kommt, wird wie jede andere gelesen.',
    again: 'Erneut lesen',
  },
  errors: {
    user: 'Eine Adresse oder ein Benutzername wird gebraucht.',
    host: 'Der Name des Servers wird gebraucht.',
    port: 'Eine Zahl von 1 bis 65535.',
    clear: 'Keine Verschlüsselung gibt es nur zu Servern auf diesem Rechner: localhost.',
    secret: 'Wird zum Anmelden gebraucht.',
    moveTo: 'Wählen Sie, wohin übernommene Mails kommen.',
    sameFolder: 'Wählen Sie einen anderen Ordner als den gelesenen.',
    day: 'Wählen Sie einen Tag.',
    own: (entry) => `„${entry}“ ist weder eine Adresse noch eine Domain.`,
  },
}
