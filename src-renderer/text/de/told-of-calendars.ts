/** How the desk says it in English, and the German for what stands in the groups. */
export type Phrase = readonly [said: RegExp, german: (...found: string[]) => string]

const event = (summary: string | undefined): string => (summary === undefined ? 'Ein Termin' : `Der Termin „${summary}“`)
/** As the desk names an event, with its summary as a group. */
const EVENT = '(?:An event|The event(?: "(.*?)")?)'
const ofEvent = (rest: string): RegExp => new RegExp(`^${EVENT}${rest}$`, 's')

const ofAddresses: readonly Phrase[] = [
  [/^it is no address$/, () => 'das ist keine Adresse'],
  [/^only addresses that begin with https:\/\/ are read$/, () => 'gelesen werden nur Adressen, die mit https:// beginnen'],
  [/^the server answered (\d+)$/, (status) => `der Server hat mit ${status} geantwortet`],
  [/^it is larger than (\d+) MB$/, (size) => `er ist größer als ${size} MB`],
  [/^no answer within (\d+) seconds$/, (seconds) => `keine Antwort innerhalb von ${seconds} Sekunden`],
  [/^there is no such server, or no network$/, () => 'diesen Server gibt es nicht, oder es besteht keine Netzverbindung'],
  [/^the server does not answer$/, () => 'der Server antwortet nicht'],
  [/^it could not be read \((.*)\)$/, (code) => `er war nicht zu lesen (${code})`],
  [/^it leads on more than (\d+) times$/, (times) => `die Adresse leitet mehr als ${times} Mal weiter`],
]

const ofEvents: readonly Phrase[] = [
  [ofEvent(' has no start and was left out\\.'), (name) => `${event(name)} hat keinen Anfang und wurde ausgelassen.`],
  [
    ofEvent(' has an unreadable start "(.*)" and was left out\\.'),
    (name, text) => `${event(name)} hat einen unlesbaren Anfang „${text}“ und wurde ausgelassen.`,
  ],
  [ofEvent(': ([A-Z-]+) "(.*)" is not a time\\.'), (name, field, text) => `${event(name)}: ${field} „${text}“ ist keine Zeit.`],
  [ofEvent(': RECURRENCE-ID is not a time\\.'), (name) => `${event(name)}: RECURRENCE-ID ist keine Zeit.`],
  [
    ofEvent(' was moved from one day on; only that day was moved here\\.'),
    (name) => `${event(name)} wurde von einem Tag an verschoben; hier wurde nur dieser Tag verschoben.`,
  ],
  [ofEvent(': it ends before it begins\\.'), (name) => `${event(name)} endet, bevor er beginnt.`],
  [
    ofEvent(': "(.*)" is not an end; it was read without one\\.'),
    (name, text) => `${event(name)}: „${text}“ ist kein Ende; er wurde ohne Ende gelesen.`,
  ],
  [ofEvent(': not all its repetitions were read, .*\\.'), (name) => `${event(name)}: Nicht alle Wiederholungen wurden gelesen.`],
  [
    ofEvent(": its repetitions can't be read \\((.*)\\)\\."),
    (name, why) => `${event(name)}: Die Wiederholungen lassen sich nicht lesen (${why}).`,
  ],
]

const ofFiles: readonly Phrase[] = [
  [/^This is not a calendar file: it has no BEGIN:VCALENDAR\.$/, () => 'Das ist keine Kalenderdatei: BEGIN:VCALENDAR fehlt.'],
  [/^There are more problems\.$/, () => 'Es gibt noch mehr Fehler.'],
  [
    /^Only the first (\d+) (?:busy times found|events) were read\.$/,
    (count) => `Nur die ersten ${count} Termine wurden gelesen.`,
  ],
  [/^The file has too many dates; not all were read\.$/, () => 'Die Datei hat zu viele Termine; nicht alle wurden gelesen.'],
  [
    /^The file is too large: more than (\d+) million characters\.$/,
    (millions) => `Die Datei ist zu groß: mehr als ${millions} Millionen Zeichen.`,
  ],
  [
    /^The time zone "(.*)" is not known; its times are read in (.*)\.$/,
    (name, zone) => `Die Zeitzone „${name}“ ist nicht bekannt; ihre Zeiten werden in ${zone} gelesen.`,
  ],
  [
    /^A rule of this time zone was not read to its end: .*\.$/s,
    () => 'Eine Regel dieser Zeitzone wurde nicht bis zu Ende gelesen.',
  ],
  [/^"(.*)" is not a period\.$/, (text) => `„${text}“ ist kein Zeitraum.`],
  [/^(\S+) has no value\.$/, (name) => `${name} hat keinen Wert.`],
  [/^(\S+) has too much in it; the rest was not read\.$/, (name) => `${name} enthält zu viel; der Rest wurde nicht gelesen.`],
  [
    /^The file ends inside a (\S+); what is missing was not read\.$/,
    (name) => `Die Datei endet mitten in ${name}; was fehlt, wurde nicht gelesen.`,
  ],
  [/^(\S+) is not closed before (\S+)\.$/, (name, next) => `${name} ist vor ${next} nicht geschlossen.`],
  [
    /^(\S+) of line (\d+) is not closed before (\S+)\.$/,
    (name, line, next) => `${name} aus Zeile ${line} ist vor ${next} nicht geschlossen.`,
  ],
  [
    /^A VCALENDAR is not closed before the next begins\.$/,
    () => 'Ein VCALENDAR ist nicht geschlossen, bevor der nächste beginnt.',
  ],
  [
    /^Availability \(VAVAILABILITY\) is not read, only events and busy times\.$/,
    () => 'Verfügbarkeit (VAVAILABILITY) wird nicht gelesen, nur Termine und belegte Zeiten.',
  ],
]

/** What is wrong with a calendar, or with its address. */
export const calendarPhrases: readonly Phrase[] = [...ofAddresses, ...ofEvents, ...ofFiles]
