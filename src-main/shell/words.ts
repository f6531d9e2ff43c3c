import type { DeskError, ErrorCode, ErrorData, Language } from '../contract/index.ts'

/** What the shell itself must be able to say: when there is no page yet, or the work was the menu's. */
type FaultSentences = { readonly [Code in ErrorCode]?: (data: ErrorData<Code>) => string }

const english = {
  file: '&File',
  view: '&View',
  importLeads: '&Import leads…',
  backUp: '&Back up…',
  screens: {
    queue: 'Queue',
    board: 'Board',
    'my-desk': 'My desk',
    leads: 'Leads',
    reps: 'Reps',
    rules: 'Rules',
    intake: 'Intake',
    review: 'Review',
    duplicates: 'Duplicates',
    reports: 'Reports',
    settings: 'Settings',
  },
  colours: 'Colours',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  help: 'Help',
  openLogs: 'Open the log folder',
  about: '&About Lead Desk',
  open: 'Open Lead Desk',
  quit: 'Quit',
  nothingWaits: 'Nothing waits for you',
  backUpTitle: 'Back up the desk',
  backedUp: 'The desk is backed up.',
  notBackedUp: 'The desk could not be backed up.',
  savePdf: 'Save as PDF',
  pageStopped: 'The page of Lead Desk has stopped.',
  pageStoppedHint: 'Nothing is lost: what was saved is saved. Load it again?',
  loadAgain: 'Load again',
  cannotOpen: 'Lead Desk cannot open',
  mustClose: 'Lead Desk has to close',
  putBackBackup: 'Put back a backup…',
  chooseBackup: 'Choose a backup',
  restoreThis: (name: string, leads: number) =>
    `This backup holds the desk “${name}” with ${leads} ${leads === 1 ? 'lead' : 'leads'}. Put it in the place of the damaged one?`,
  restoreHint: 'The damaged desk is kept in the folder “backups”. Passwords of inboxes are in no backup.',
  restore: 'Put it back',
  cancel: 'Cancel',
  faults: {
    'folder-not-writable': ({ folder, reason }) => `Nothing can be saved in ${folder}: ${reason}.`,
    'desk-already-open': ({ folder }) => `The desk in ${folder} is open in another Lead Desk. Close that one first.`,
    'database-newer': ({ file }) => `${file} was written by a newer Lead Desk. Install the newer program to open it.`,
    'database-damaged': ({ file, reason }) =>
      `${file} is damaged (${reason}). Put back a backup: they lie in the folder “backups” beside it.`,
    'disk-full': ({ folder }) => `The disk with ${folder} is full.`,
    'backup-failed': ({ file, reason }) => `${file} could not be written: ${reason}.`,
    'backup-unreadable': ({ file, reason }) => `${file} can’t be put back: ${reason}.`,
    'not-allowed': ({ because }) =>
      because === 'locked' ? 'Say first who you are, with your PIN.' : 'Only a manager may do that.',
  } satisfies FaultSentences as FaultSentences,
  unforeseen: (logFile: string) => `Something happened that Lead Desk did not foresee. The log has the cause: ${logFile}`,
}
export type ShellWords = typeof english

/** What the shell is most likely told, which comes in English or with the system's code before it. */
const germanReasons: readonly (readonly [said: RegExp, german: string])[] = [
  [/^(EACCES|EPERM):/, 'keine Berechtigung'],
  [/^EROFS:/, 'der Datenträger ist schreibgeschützt'],
  [/^ENOSPC:/, 'der Datenträger ist voll'],
  [/^ENOENT:/, 'den Ordner gibt es nicht'],
  [/^ENOTDIR:/, 'ein Teil des Pfades ist kein Ordner'],
  [/^EBUSY:/, 'ein anderes Programm verwendet sie'],
  [/^there is a file of that name already$/, 'eine Datei dieses Namens gibt es schon'],
  [/database disk image is malformed/, 'der Inhalt ist zerstört'],
  [/^(file is not a database|not a Lead Desk database)$/, 'es ist keine Datenbank von Lead Desk'],
  [/^it is no backup of a Lead Desk$/, 'es ist keine Sicherung eines Lead Desk'],
  [/^it is a database of another program$/, 'es ist die Datenbank eines anderen Programms'],
  [/^it is empty$/, 'sie ist leer'],
  [/^it is cut off/, 'sie ist abgeschnitten'],
  [/^it was written by a newer Lead Desk/, 'ein neueres Lead Desk hat sie geschrieben'],
]
const inGerman = (reason: string): string => germanReasons.find(([said]) => said.test(reason))?.[1] ?? reason

const german: ShellWords = {
  file: '&Datei',
  view: '&Ansicht',
  importLeads: 'Leads &importieren…',
  backUp: '&Sichern…',
  screens: {
    queue: 'Warteschlange',
    board: 'Board',
    'my-desk': 'Mein Desk',
    leads: 'Leads',
    reps: 'Mitarbeiter',
    rules: 'Regeln',
    intake: 'Eingang',
    review: 'Prüfung',
    duplicates: 'Dubletten',
    reports: 'Berichte',
    settings: 'Einstellungen',
  },
  colours: 'Farben',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  help: 'Hilfe',
  openLogs: 'Ordner mit den Protokollen öffnen',
  about: '&Über Lead Desk',
  open: 'Lead Desk öffnen',
  quit: 'Beenden',
  nothingWaits: 'Nichts wartet auf Sie',
  backUpTitle: 'Desk sichern',
  backedUp: 'Der Desk ist gesichert.',
  notBackedUp: 'Der Desk konnte nicht gesichert werden.',
  savePdf: 'Als PDF speichern',
  pageStopped: 'Die Seite von Lead Desk ist stehen geblieben.',
  pageStoppedHint: 'Nichts ist verloren: Was gespeichert war, ist gespeichert. Neu laden?',
  loadAgain: 'Neu laden',
  cannotOpen: 'Lead Desk lässt sich nicht öffnen',
  mustClose: 'Lead Desk muss sich schließen',
  putBackBackup: 'Sicherung zurückspielen…',
  chooseBackup: 'Sicherung wählen',
  restoreThis: (name, leads) =>
    `Diese Sicherung enthält den Desk „${name}“ mit ${leads} ${leads === 1 ? 'Lead' : 'Leads'}. An die Stelle des beschädigten setzen?`,
  restoreHint: 'Der beschädigte Desk bleibt im Ordner „backups“ erhalten. Passwörter von Postfächern sind in keiner Sicherung.',
  restore: 'Zurückspielen',
  cancel: 'Abbrechen',
  faults: {
    'folder-not-writable': ({ folder, reason }) => `In ${folder} kann nichts gespeichert werden: ${inGerman(reason)}.`,
    'desk-already-open': ({ folder }) =>
      `Der Desk in ${folder} ist in einem anderen Lead Desk geöffnet. Schließen Sie diesen zuerst.`,
    'database-newer': ({ file }) =>
      `${file} wurde von einem neueren Lead Desk geschrieben. Installieren Sie das neuere Programm, um die Datei zu öffnen.`,
    'database-damaged': ({ file, reason }) =>
      `${file} ist beschädigt (${inGerman(reason)}). Spielen Sie eine Sicherung zurück: Sie liegen daneben im Ordner „backups“.`,
    'disk-full': ({ folder }) => `Der Datenträger mit ${folder} ist voll.`,
    'backup-failed': ({ file, reason }) => `${file} konnte nicht geschrieben werden: ${inGerman(reason)}.`,
    'backup-unreadable': ({ file, reason }) => `${file} lässt sich nicht zurückspielen: ${inGerman(reason)}.`,
    'not-allowed': ({ because }) =>
      because === 'locked' ? 'Sagen Sie zuerst mit Ihrer PIN, wer Sie sind.' : 'Das darf nur die Leitung.',
  },
  unforeseen: (logFile) => `Etwas ist geschehen, womit Lead Desk nicht gerechnet hat. Die Ursache steht im Protokoll: ${logFile}`,
}

const all: { readonly [Of in Language]: ShellWords } = { en: english, de: german }
let spoken: Language = 'en'

/** The shell has one window and so one language, that of its page. */
export const words = (): ShellWords => all[spoken]
export function speakWords(language: Language): void {
  spoken = language
}

/** Of a locale of the system, `de-AT`. */
export const languageOf = (locale: string): Language => (/^de\b/i.test(locale) ? 'de' : 'en')

export function faultSentence(thrown: unknown, logFile: string): string {
  // A desk's own error and one that came through the contract have the same two.
  const { code, data } = (thrown ?? {}) as Partial<Pick<DeskError, 'code' | 'data'>>
  const say = code === undefined ? undefined : (words().faults[code] as ((data: unknown) => string) | undefined)
  return say === undefined ? words().unforeseen(logFile) : say(data)
}
