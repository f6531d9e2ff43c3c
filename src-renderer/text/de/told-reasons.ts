import { systemReason } from '../../lib/system-reason.ts'
import type { toldReasonText as english } from '../told-reasons.ts'
import { calendarPhrases, type Phrase } from './told-of-calendars.ts'

const byCode: Readonly<Partial<Record<string, string>>> = {
  EACCES: 'keine Berechtigung',
  EPERM: 'keine Berechtigung',
  ENOENT: 'es gibt sie nicht',
  EEXIST: 'es gibt sie schon',
  ENOTDIR: 'ein Teil des Pfades ist kein Ordner',
  EISDIR: 'es ist ein Ordner',
  EROFS: 'der Datenträger ist schreibgeschützt',
  EBUSY: 'ein anderes Programm verwendet sie',
  ENOSPC: 'der Datenträger ist voll',
  EIO: 'der Datenträger meldet einen Fehler',
  EMFILE: 'zu viele Dateien sind geöffnet',
}

const ofDatabases: readonly Phrase[] = [
  [/^not a Lead Desk database$/, () => 'es ist keine Datenbank von Lead Desk'],
  [/^file is not a database$/, () => 'die Datei ist keine Datenbank'],
  [/^database disk image is malformed$/, () => 'ihr Inhalt ist zerstört'],
  [/^there is a file of that name already$/, () => 'eine Datei dieses Namens gibt es schon'],
  [/^its thread is missing from this build$/, () => 'diesem Programm fehlt der Teil, der sichert'],
  [/^its thread ended with (-?\d+)$/, (code) => `der Teil, der sichert, endete mit ${code}`],
  [/^the thread that reads it is missing from this build$/, () => 'diesem Programm fehlt der Teil, der sie liest'],
  [/^the thread that reads it ended with (-?\d+)$/, (code) => `der Teil, der sie liest, endete mit ${code}`],
  [/^it takes too long to read$/, () => 'sie zu lesen dauert zu lange'],
  [/^it is damaged \((.+)\)$/s, (why) => `sie ist beschädigt (${said(why)})`],
  [/^it is empty$/, () => 'sie ist leer'],
  [/^it is a zip file; unpack it first$/, () => 'es ist eine Zip-Datei; entpacken Sie sie zuerst'],
  [/^it is no backup of a Lead Desk$/, () => 'es ist keine Sicherung eines Lead Desk'],
  [/^it is cut off: (\d+) of (\d+) bytes are there$/, (there, all) => `sie ist abgeschnitten: ${there} von ${all} Byte sind da`],
  [/^it is a database of another program$/, () => 'es ist die Datenbank eines anderen Programms'],
  [
    /^it was written by a newer Lead Desk \(format (\d+); this one knows up to (\d+)\)$/,
    (found, known) => `ein neueres Lead Desk hat sie geschrieben (Format ${found}; dieses kennt bis ${known})`,
  ],
  [/^it holds something no Lead Desk writes \((.+)\)$/s, (name) => `sie enthält etwas, das kein Lead Desk schreibt (${name})`],
  [
    /^it was locked with another key: the key in (.+) does not fit$/s,
    (file) => `sie wurden mit einem anderen Schlüssel verschlossen: Der in ${file} passt nicht`,
  ],
  [
    /^it was locked with another key: LEAD_DESK_PASSPHRASE is another one$/,
    () => 'sie wurden mit einem anderen Schlüssel verschlossen: LEAD_DESK_PASSPHRASE ist ein anderer',
  ],
]

const ofFiles: readonly Phrase[] = [
  [/^no permission to read it$/, () => 'keine Berechtigung, sie zu lesen'],
  [/^it is a device or a pipe, not a file$/, () => 'es ist ein Gerät und keine Datei'],
  [
    /^the Excel file is damaged, or only a piece of it \((.*)\); save it anew, or as CSV$/s,
    (what) => `die Excel-Datei ist beschädigt oder nicht ganz da (${what}); speichern Sie sie neu oder als CSV`,
  ],
  [
    /^(.+); save the sheet as CSV, which has no such limit$/s,
    () => 'sie ist zu groß; speichern Sie das Blatt als CSV, das keine solche Grenze hat',
  ],
  [/^a PDF document$/, () => 'ein PDF-Dokument'],
  [/^a (PNG|JPEG|GIF) picture$/, (kind) => `ein ${kind}-Bild`],
  [/^a (gzip|7-Zip|RAR|zip) archive$/, (kind) => `ein ${kind}-Archiv`],
  [/^a program$/, () => 'ein Programm'],
  [/^a database$/, () => 'eine Datenbank'],
  [/^a binary file$/, () => 'eine Binärdatei'],
  [/^an RTF document$/, () => 'ein RTF-Dokument'],
  [/^an Outlook mailbox$/, () => 'ein Outlook-Postfach'],
  [/^an Outlook message$/, () => 'eine Outlook-Nachricht'],
  [/^an (HTML) page$/, () => 'eine HTML-Seite'],
  [/^an? (XML|JSON) document$/, (kind) => `ein ${kind}-Dokument`],
  [/^an Excel or Word file locked with a password$/, () => 'eine Excel- oder Word-Datei mit Passwort'],
  [/^an old Word file \(\.doc\)$/, () => 'eine alte Word-Datei (.doc)'],
  [/^an old Excel file \(\.xls\)$/, () => 'eine alte Excel-Datei (.xls)'],
  [/^an old Excel, Word or Outlook file$/, () => 'eine alte Excel-, Word- oder Outlook-Datei'],
]

/** Of reps.csv. */
const ofTeams: readonly Phrase[] = [
  [/^the file is empty$/, () => 'die Datei ist leer'],
  [/^there is no rep in the file$/, () => 'in der Datei steht kein Mitarbeiter'],
  [
    /^there is no column "(.*)"; did you mean "(.*)"\?$/,
    (name, near) => `eine Spalte „${name}“ gibt es nicht; meinten Sie „${near}“?`,
  ],
  [/^there is no column "(.*)"; there are (.*)$/, (name, known) => `eine Spalte „${name}“ gibt es nicht; es gibt ${known}`],
  [/^the column stands twice$/, () => 'die Spalte steht zweimal da'],
  [/^the column "(.*)" is missing$/, (name) => `die Spalte „${name}“ fehlt`],
  [
    /^a quote is not closed, or text stands behind it$/,
    () => 'ein Anführungszeichen ist nicht geschlossen, oder dahinter steht noch Text',
  ],
  [/^(\d+) cells under (\d+) columns$/, (cells, columns) => `${cells} Zellen unter ${columns} Spalten`],
  [/^(.*) stands on line (\d+) already$/, (email, line) => `${email} steht schon in Zeile ${line}`],
  [/^an e-mail address is needed$/, () => 'eine E-Mail-Adresse wird gebraucht'],
  [/^"(.*)" is no e-mail address$/, (text) => `„${text}“ ist keine E-Mail-Adresse`],
  [/^a name is needed$/, () => 'ein Name wird gebraucht'],
  [/^(.*) is new, and a new rep needs a name$/, (email) => `${email} ist neu, und ein neuer Mitarbeiter braucht einen Namen`],
  [/^"(.*)" is no role; write rep or manager$/, (text) => `„${text}“ ist keine Rolle; schreiben Sie rep oder manager`],
  [
    /^"(.*)" is no weight; write a number from 0 to 1000$/,
    (text) => `„${text}“ ist kein Gewicht; schreiben Sie eine Zahl von 0 bis 1000`,
  ],
  [/^"(.*)" is no whole number from 0 up$/, (text) => `„${text}“ ist keine ganze Zahl ab 0`],
  [
    /^there is no time zone "(.*)"; did you mean "(.*)"\?$/,
    (text, near) => `eine Zeitzone „${text}“ gibt es nicht; meinten Sie „${near}“?`,
  ],
  [
    /^there is no time zone "(.*)"; write one like Europe\/Berlin$/,
    (text) => `eine Zeitzone „${text}“ gibt es nicht; schreiben Sie zum Beispiel Europe/Berlin`,
  ],
  [
    /^"(.*)" has no times; write them as 09:00-17:30$/,
    (text) => `bei „${text}“ fehlen die Zeiten; schreiben Sie sie wie 09:00-17:30`,
  ],
  [
    /^"(.*)" is no weekday; write Mon, Tue, Wed, Thu, Fri, Sat or Sun$/,
    (text) => `„${text}“ ist kein Wochentag; schreiben Sie Mo, Di, Mi, Do, Fr, Sa oder So`,
  ],
  [
    /^"(.*)" are no times; write them as 09:00-17:30$/,
    (text) => `„${text}“ sind keine Zeiten; schreiben Sie sie wie 09:00-17:30`,
  ],
  [/^"(.*)" is not on the clock$/, (text) => `„${text}“ gibt es auf keiner Uhr`],
  [/^"(.*)" begins when it ends$/, (text) => `„${text}“ beginnt, wenn es endet`],
  [
    /^"(.*)" is no percentage; write a number from 0 to 100$/,
    (text) => `„${text}“ ist kein Prozentsatz; schreiben Sie eine Zahl von 0 bis 100`,
  ],
  [
    /^"(.*)" is no region; write one like DE-BY, or none$/,
    (text) => `„${text}“ ist keine Region; schreiben Sie zum Beispiel DE-BY oder none`,
  ],
  [/^"(.*)" is no day; write one like 2026-12-31$/, (text) => `„${text}“ ist kein Tag; schreiben Sie zum Beispiel 2026-12-31`],
]

const ofInput: readonly Phrase[] = [
  [/^only busy and away have an end$/, () => 'nur „beschäftigt“ und „abwesend“ haben ein Ende'],
  [/^it lies in the past$/, () => 'es liegt in der Vergangenheit'],
  [/^it lies before what this desk already knows$/, () => 'es liegt vor dem, was dieser Desk schon weiß'],
]

const phrases: readonly Phrase[] = [...ofDatabases, ...ofFiles, ...ofTeams, ...ofInput, ...calendarPhrases]

/** What stands in a file stands in a reason too; nobody reads a longer one, and it could be made to be slow. */
const LONGEST = 2_000
/** Where the desk has joined what is wrong with a calendar. */
const BETWEEN = /(?<=\.) (?=Line \d+: |There are more problems\.|Only the first )/

function said(reason: string): string {
  const ofSystem = systemReason(reason)
  if (ofSystem !== null) return byCode[ofSystem.code] ?? ofSystem.said
  return reason.split(BETWEEN).map(saidOne).join(' ')
}

function saidOne(reason: string): string {
  if (reason.length > LONGEST) return reason
  const [, line, rest] = /^Line (\d+): (.*)$/s.exec(reason) ?? []
  if (line !== undefined && rest !== undefined) return `Zeile ${line}: ${saidOne(rest)}`
  for (const [pattern, german] of phrases) {
    const found = pattern.exec(reason)
    if (found !== null) return german(...found.slice(1))
  }
  return reason
}

export const toldReasonText: typeof english = { said }
