import { formatNumber, plural } from '../formats.ts'
import type { intakeText as english } from '../intake.ts'

const n = formatNumber
const some = plural

export const intakeText: typeof english = {
  title: 'Eingang',
  importLeads: 'Leads importieren',
  dropHint: 'Ablegen, um die Leads zu importieren',
  orDrop: 'Ziehen Sie Dateien mit Leads oder Mails irgendwo auf diese Seite, oder',
  sources: {
    title: 'Dateien und von Hand',
    name: 'Quelle',
    kind: 'Art',
    leads: 'Leads',
    today: 'Heute',
    last: 'Letzter Lead',
    empty: 'Noch kam nichts aus Dateien oder von Hand. Importieren Sie eine Datei, und ihre Quelle erscheint hier.',
    kinds: { file: 'Datei', mail: 'Postfach', form: 'Formular', hand: 'Von Hand', sample: 'Beispiel' },
  },
  history: {
    title: 'Importe',
    empty: 'Noch wurde keine Datei importiert.',
    status: {
      running: 'Läuft',
      finished: 'Fertig',
      cancelled: 'Angehalten',
      interrupted: 'Unterbrochen',
      failed: 'Fehlgeschlagen',
      undoing: 'Wird zurückgenommen',
      undone: 'Zurückgenommen',
    },
    counts: ({ added, matched, leftOut, ignored }) =>
      [
        `${n(added)} neu`,
        ...(matched > 0 ? [`${n(matched)} zugeordnet`] : []),
        ...(ignored > 0 ? [`${n(ignored)} keine Leads`] : []),
        ...(leftOut > 0 ? [`${n(leftOut)} ausgelassen`] : []),
      ].join(' · '),
    review: (count) => `${n(count)} zu prüfen`,
    reviewOf: (count, file) => `${some(count, 'Mail', 'Mails')} aus ${file} in der Prüfung`,
    placed: (assigned, waiting) => `${n(assigned)} zugewiesen · ${n(waiting)} wartend`,
    leftOut: 'Ausgelassene Zeilen',
    leftOutOf: (file) => `Ausgelassene Zeilen aus ${file} herunterladen`,
    undo: 'Rückgängig',
    undoOf: (file) => `Import von ${file} rückgängig machen`,
    progress: (file) => `Fortschritt von ${file}`,
    stop: 'Anhalten',
    stopOf: (file) => `Import von ${file} anhalten`,
  },
  undo: {
    title: 'Diesen Import rückgängig machen',
    body: (added, review, file) =>
      [
        ...(added > 0 || review === 0
          ? [
              `${some(added, 'Lead', 'Leads')} aus ${file} ${added === 1 ? 'wird' : 'werden'} zurückgenommen. Leads, an denen jemand gearbeitet hat, bleiben.`,
            ]
          : []),
        ...(review > 0
          ? [`${some(review, 'Mail', 'Mails')} aus ${file} ${review === 1 ? 'verlässt' : 'verlassen'} die Prüfung.`]
          : []),
      ].join(' '),
    confirm: 'Import rückgängig machen',
    cancel: 'Behalten',
    done: (removed, kept) =>
      removed + kept === 0
        ? 'Der Import wurde zurückgenommen.'
        : kept === 0
          ? `${n(removed)} zurückgenommen.`
          : `${n(removed)} zurückgenommen, ${n(kept)} behalten, weil jemand daran gearbeitet hat.`,
  },
  stopped: 'Angehalten. Was da ist, bleibt und lässt sich rückgängig machen.',
  steps: {
    file: 'Datei',
    reading: 'Lesen',
    columns: 'Spalten',
    check: 'Prüfen',
    leads: 'Leads',
    mails: 'Mails',
    import: 'Import',
  },
  wizard: {
    title: 'Leads importieren',
    back: 'Zurück',
    next: 'Weiter',
    leave: 'Import verlassen',
    stepsLabel: 'Schritte des Imports',
    otherFile: 'Andere Datei wählen',
  },
  file: {
    title: 'Welche Datei?',
    choose: 'Datei wählen',
    hint: 'CSV, eine andere Textdatei oder Excel mit einem Lead je Zeile; oder Mails als .eml und .mbox, gern mehrere auf einmal. Exporte aus Salesforce, HubSpot, Zoho, Pipedrive, Outlook, Google, Facebook und LinkedIn werden erkannt.',
    drag: 'Ziehen Sie sie hierher oder irgendwo auf diese Seite',
    sending: (name) => `${name} wird geholt`,
    cancel: 'Abbrechen',
    directory: 'Das ist ein Ordner. Ziehen Sie eine Datei daraus hierher.',
    several: (count) => `${n(count)} Dateien`,
    mailSource: 'Maildateien',
    tableAmongMails: (name) => `${name} ist eine Tabelle. Importieren Sie sie für sich; Maildateien dürfen zusammen kommen.`,
    noneTaken: 'Keine dieser Dateien enthält Mails. Tabellen werden einzeln importiert.',
    unread: (count) => `${some(count, 'Datei', 'Dateien')} nicht übernommen:`,
    many: 'Bitte eine Datei nach der anderen.',
    nothing: 'Darin war keine Datei. Ziehen Sie eine aus einem Ordner hierher.',
    empty: (name) => `${name} ist leer.`,
    aFile: 'Die Datei',
    unreadable: (name) => `${name} konnte nicht gelesen werden. Wurde die Datei verschoben, oder ist sie anderswo geöffnet?`,
  },
  reading: {
    title: 'Ist sie richtig gelesen?',
    hint: 'Das ergab der Blick in die Datei. Ändern Sie es, wenn die Zeilen unten falsch aussehen.',
    sheet: 'Tabellenblatt',
    encoding: 'Zeichensatz',
    encodings: {
      'windows-1252': 'Windows (westlich)',
      'windows-1250': 'Windows (mitteleuropäisch)',
      'windows-1251': 'Windows (kyrillisch)',
      'windows-1254': 'Windows (türkisch)',
    },
    delimiter: 'Trennzeichen',
    delimiters: {
      ',': 'Komma ,',
      ';': 'Strichpunkt ;',
      '\t': 'Tabulator',
      '|': 'Senkrechter Strich |',
      ':': 'Doppelpunkt :',
    },
    header: 'Die erste Zeile enthält die Spaltennamen',
    headerLine: 'Zeile mit den Namen',
    preview: 'Erste Zeilen der Datei',
    reading: 'Die Datei wird gelesen…',
    fine: (rows, columns) =>
      `${some(rows, 'Zeile', 'Zeilen')}, nichts zu beanstanden. ${some(columns, 'Spalte', 'Spalten')} zugeordnet.`,
    mostlyFine: (good, out) =>
      `${some(good, 'Zeile ist', 'Zeilen sind')} in Ordnung, ${n(out)} ${out === 1 ? 'würde' : 'würden'} ausgelassen.`,
    importNow: 'Jetzt importieren',
    importNowHint: 'mit den zugeordneten Spalten, nach den Regeln verteilt',
  },
  columns: {
    title: 'Was steht in den Spalten?',
    column: 'Spalte',
    samples: 'Erste Werte',
    field: 'Kommt in',
    how: 'Zugeordnet',
    by: { memory: 'gemerkt', alias: 'nach Namen', content: 'nach Inhalt', none: '', chosen: 'von Ihnen' },
    fieldOf: (header) => `Feld für ${header}`,
    noReach:
      'Keine Spalte sagt, wie eine Person zu erreichen ist. Wählen Sie die mit E-Mail-Adresse, Telefonnummer oder Website.',
    remembered: 'Ihre Auswahl wird für die nächste Datei mit denselben Spalten gemerkt.',
    noSamples: 'leer',
    counts: (matched, extra, ignored) =>
      `${n(matched)} zugeordnet, ${n(extra)} als Zusatzfelder behalten, ${n(ignored)} nicht übernommen`,
  },
  check: {
    title: 'Sind die Zeilen in Ordnung?',
    checking: 'Jede Zeile wird geprüft…',
    rows: 'Zeilen',
    good: 'In Ordnung',
    flagged: 'Mit Hinweis',
    leftOut: 'Ausgelassen',
    none: 'In keiner Zeile ein Fehler.',
    allOut: 'So kann keine Zeile herein. Beheben Sie einige hier oder gehen Sie zurück und sehen Sie nach den Spalten.',
    table: 'Zeilen mit Fehlern',
    line: 'Zeile',
    problem: 'Fehler',
    row: 'Inhalt',
    more: 'Es gibt mehr. Beheben Sie diese oder lassen Sie sie aus, und prüfen Sie erneut.',
    again: 'Erneut prüfen',
    stale: 'Sie haben Zeilen geändert. Prüfen Sie erneut, um zu sehen, was bleibt.',
    leaveOut: 'Auslassen',
    leaveOutOf: (line) => `Zeile ${line} auslassen`,
    isLeftOut: 'ausgelassen',
    comesIn: 'kommt herein',
    cell: (header, line) => `${header} in Zeile ${line}`,
    only: { all: 'Alle', out: 'Ausgelassen', in: 'Kommen mit Hinweis herein' },
    explain: 'Ausgelassene Zeilen halten die anderen nie auf. Sie bekommen sie am Ende als Datei zurück.',
  },
  leads: {
    title: 'Was geschieht mit den Leads?',
    source: 'Name der Quelle',
    sourceHint: 'So heißen diese Leads in Regeln und Berichten.',
    route: 'Danach',
    routes: {
      now: {
        label: 'Sofort verteilen',
        hint: 'Jeder geht nach den Regeln an einen Mitarbeiter. Kann ihn niemand nehmen, wartet er.',
      },
      trickle: {
        label: 'Nach und nach hereinlassen',
        hint: 'So viele je Stunde kommen in die Warteschlange und werden von dort verteilt, damit niemand überhäuft wird.',
      },
      hold: { label: 'Zurückhalten', hint: 'Sie liegen in der Warteschlange, bis jemand sie verteilt.' },
      'owner-column': {
        label: 'Betreuer aus der Datei behalten',
        hint: 'Die Spalte mit dem Betreuer sagt, wer sie bekommt. Der Rest geht nach den Regeln.',
      },
    },
    perHour: 'Leads je Stunde',
    startOldClocks: 'Auch alte Leads setzen Fristen in Gang',
    startOldClocksHint: 'Sonst werden Leads mit altem Datum ohne Angebote und Fristen vergeben.',
    noOwnerColumn: 'Keine Spalte dieser Datei ist dem Betreuer zugeordnet.',
    rehearse: 'Ausprobieren, ohne zu speichern',
    rehearsing: 'Die Zeilen werden durchgegangen…',
    dryRun: 'Das würde geschehen',
    cancel: 'Abbrechen',
    importNow: (rows) => `${some(rows, 'Zeile', 'Zeilen')} importieren`,
    import: 'Importieren',
    nobody: 'Noch bekäme niemand einen Lead. Sie würden warten, bis eine Regel und ein Mitarbeiter sie nehmen können.',
  },
  mails: {
    title: 'Sind die Mails richtig gelesen?',
    hint: (files) => (files === 1 ? 'Die ersten Mails der Datei.' : `Die ersten Mails aus ${n(files)} Dateien.`),
    reading: 'Die ersten Mails werden gelesen…',
    none: 'Es ist keine Mail darin.',
    takes: 'Was als Lead gilt',
    takesOptions: {
      known: {
        label: 'Mails von Formularen und Portalen',
        hint: 'Eine gewöhnliche Mail einer Person wartet in der Prüfung.',
      },
      people: { label: 'Diese und gewöhnliche Mails von Personen', hint: '' },
      review: { label: 'Nichts ohne mich', hint: 'Jede Mail, die ein Lead sein könnte, wartet in der Prüfung.' },
    },
    import: 'Mails importieren',
    running: (at, of) => `Datei ${n(at)} von ${n(of)}`,
    ignored: 'Mails, die keine Leads sind',
    message: 'Mail',
    why: 'Warum',
    more: (count) => `und ${n(count)} weitere`,
  },
}
