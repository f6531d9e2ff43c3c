import { formatDuration, formatList, formatNumber, plural } from '../formats.ts'
import type * as english from '../say.ts'
import { inboxTroubles, troubleText } from './inbox-troubles.ts'
import { toldReasonText } from './told-reasons.ts'
import { fieldWords, statusWords } from './words.ts'

const n = formatNumber
/** For the middle of a sentence, whose full stop stands behind it. */
const reasonWithin = (reason: string): string => toldReasonText.said(reason).replace(/\.$/, '')

export const CONNECTION_LOST: typeof english.CONNECTION_LOST =
  'Der Desk ist gerade nicht zu erreichen. Nichts wurde geändert. Die Seite versucht es weiter; dann tun Sie es noch einmal.'

const byField: Readonly<Record<string, string>> = {
  email: 'keine gültige E-Mail-Adresse; gebraucht wird eine E-Mail-Adresse, eine Telefonnummer oder eine Website',
  phone: 'das ist keine Telefonnummer',
  timeZone: 'diese Zeitzone gibt es nicht',
  holidays: 'diese Region gibt es nicht; schreiben Sie zum Beispiel DE-BY',
  to: 'das Ende liegt vor dem Anfang',
}

const inputFields: Readonly<Record<string, string>> = {
  ...fieldWords,
  timeZone: 'Zeitzone',
  holidays: 'Feiertage',
  until: 'Bis',
  from: 'Von',
  to: 'Bis',
}

export const badInputText: typeof english.badInputText = {
  reason: (field, reason) => byField[field] ?? toldReasonText.said(reason),
  field: (field) => inputFields[field] ?? field,
}

export const faultText: typeof english.faultText = {
  'lead-not-found': ({ lead }) => `Lead ${lead} ist nicht auf diesem Desk. Vielleicht wurde er mit seinem Import zurückgenommen.`,
  'rep-not-found': ({ rep }) =>
    `Auf diesem Desk gibt es keinen Mitarbeiter „${rep}“. Wählen Sie einen von denen unter Mitarbeiter.`,
  'batch-not-found': ({ batch }) => `Import ${batch} ist nicht auf diesem Desk. Der Eingang zeigt, welche es gibt.`,
  'upload-not-found': () => 'Die Datei liegt nicht mehr vor. Wählen Sie sie noch einmal.',
  'ruleset-not-found': ({ ruleset }) =>
    `Es gibt keine Version ${n(ruleset)} der Regeln. Wählen Sie eine aus der Liste der Versionen.`,
  'step-not-found': ({ seq }) => `Schritt ${n(seq)} steht nicht im Verlauf, es gibt also nichts zurückzunehmen.`,
  'bad-input': ({ field, reason }) =>
    field === ''
      ? `Das passt nicht: ${reason || 'Ein Wert ist nicht zulässig'}.`
      : `„${badInputText.field(field)}“ passt nicht: ${badInputText.reason(field, reason)}.`,
  'email-taken': ({ email }) =>
    `${email} gehört einem anderen Mitarbeiter. Nehmen Sie eine andere Adresse oder ändern Sie jenen Mitarbeiter.`,
  'team-file-bad': ({ file, problems }) => {
    const first = problems[0]
    if (first === undefined) return `${file} konnte nicht verwendet werden. Nichts wurde geändert.`
    const where = first.field === null ? `Zeile ${n(first.line)}` : `Zeile ${n(first.line)}, ${first.field}`
    const others = problems.length > 1 ? ` Und ${plural(problems.length - 1, 'weiterer Fehler', 'weitere Fehler')}.` : ''
    return `${file}, ${where}: ${reasonWithin(first.reason)}.${others} Nichts wurde geändert. Berichtigen Sie die Datei und wählen Sie sie noch einmal.`
  },
  'ruleset-bad': ({ findings }) => {
    const errors = findings.filter(({ level }) => level === 'error')
    const first = errors[0] ?? findings[0]
    const others = errors.length > 1 ? ` Und ${plural(errors.length - 1, 'weiterer Fehler', 'weitere Fehler')}.` : ''
    return first === undefined
      ? 'Diese Regeln können nicht wirken.'
      : `Diese Regeln können nicht wirken: ${first.message}${others}`
  },
  'undo-refused': ({ reason }) =>
    ({
      'touched-since': 'Jemand hat seither an dem Lead gearbeitet, deshalb bleibt dieser Schritt.',
      'moved-since': 'Der Lead ist seither weitergegangen, deshalb bleibt dieser Schritt.',
      'already-undone': 'Dieser Schritt wurde schon zurückgenommen.',
      'not-undoable': 'Dieser Schritt lässt sich nicht zurücknehmen. Ändern Sie den Lead stattdessen von Hand.',
      'import-running': 'Der Import läuft noch. Brechen Sie ihn erst ab und machen Sie ihn dann rückgängig.',
    })[reason],
  'offer-gone': ({ reason }) =>
    ({
      taken: 'Jemand war schneller: Dieser Lead ist vergeben.',
      expired: 'Die Zeit zum Annehmen ist vorbei. Der Lead wurde neu verteilt.',
      withdrawn: 'Dieses Angebot wurde zurückgezogen: Der Lead ist weitergegangen.',
      'not-offered': 'Dieser Lead ist dem Mitarbeiter nicht angeboten. Öffnen Sie ihn, um zu sehen, wer ihn hat.',
      'at-cap':
        'Der Mitarbeiter ist an seiner Obergrenze und kann keinen weiteren Lead annehmen. Die Leitung kann die Grenze unter Mitarbeiter anheben oder den Lead von Hand zuweisen.',
    })[reason],
  'merge-refused': ({ reason }) =>
    ({
      'same-lead': 'Das ist ein und derselbe Lead. Wählen Sie einen anderen.',
      'already-merged': 'Einer dieser Leads wurde schon zusammengeführt.',
    })[reason],
  'calendar-bad': ({ file, reason }) =>
    `${file} ließ sich nicht als Kalender verwenden: ${reasonWithin(reason)}. Exportieren Sie ihn noch einmal als .ics oder prüfen Sie die Adresse.`,
  'time-off-not-found': () => 'Diese freie Zeit gibt es nicht mehr. Vielleicht hat sie schon jemand entfernt.',
  'calendar-not-found': () => 'Diesen Kalender gibt es nicht mehr. Vielleicht hat ihn schon jemand entfernt.',
  'inbox-not-found': () => 'Dieses Postfach gibt es nicht mehr. Vielleicht hat es schon jemand entfernt.',
  'inbox-failed': ({ code, detail }) =>
    code === 'other' && detail !== ''
      ? troubleText.refusedSaying(detail.replace(/\.?$/, '.'))
      : `${inboxTroubles[code].said} ${inboxTroubles[code].todo}`,
  'mail-not-found': () => 'Diese Mail ist nicht mehr auf diesem Desk. Machen Sie mit der nächsten weiter.',
  'mail-settled': ({ verdict }) =>
    ({
      lead: 'Diese Mail ist schon ein Lead geworden.',
      ignored: 'Diese Mail wurde schon beiseitegelegt.',
      review: 'Diese Mail liegt in der Prüfung.',
    })[verdict],
  'template-not-found': () => 'Diese Vorlage gibt es nicht mehr. Vielleicht hat sie schon jemand entfernt.',
  'form-not-found': ({ form }) => `Auf diesem Desk gibt es kein Formular „${form}“. Der Eingang zeigt, welche es gibt.`,
  'form-path-taken': ({ path }) => `Die Adresse „${path}“ hat schon ein anderes Formular. Wählen Sie eine andere.`,
  'post-refused': ({ reason, retryAfterSeconds }) => {
    const said = {
      'wrong-key':
        'Der Schlüssel des Formulars ist falsch. Kopieren Sie ihn neu aus dem Eingang oder erzeugen Sie dort einen neuen.',
      'wrong-origin':
        'Diese Website gehört nicht zu denen, die an dieses Formular senden dürfen. Tragen Sie sie beim Formular im Eingang ein.',
      'too-many': 'Zu viele Sendungen von einer Adresse.',
      'switched-off': 'Dieses Formular ist ausgeschaltet. Schalten Sie es im Eingang ein.',
    }[reason]
    return retryAfterSeconds === undefined
      ? said
      : `${said} Versuchen Sie es in ${formatDuration(retryAfterSeconds * 1_000)} erneut.`
  },
  'post-differs': () =>
    'Das wurde mit demselben Schlüssel schon einmal gesendet, aber mit anderem Inhalt. Nichts wurde übernommen; senden Sie es mit einem neuen Schlüssel.',
  'secrets-unreadable': ({ reason }) =>
    `Die auf diesem Rechner hinterlegten Passwörter lassen sich nicht lesen: ${reasonWithin(reason)}. Geben Sie sie erneut ein.`,
  'lead-not-routable': ({ lead, status }) =>
    `Lead ${lead} lässt sich nicht verteilen${Object.hasOwn(statusWords, status) ? `: ${statusWords[status as keyof typeof statusWords]}` : ''}. Weisen Sie ihn von Hand zu, wenn ihn jemand bekommen soll.`,
  'file-not-found': ({ file }) => `Die Datei ${file} gibt es nicht. Wählen Sie sie dort, wo sie jetzt liegt.`,
  'file-is-directory': ({ file }) => `${file} ist ein Ordner. Wählen Sie eine Datei darin.`,
  'file-unreadable': ({ file, reason }) =>
    `${file} konnte nicht gelesen werden: ${reasonWithin(reason)}. Schließen Sie sie in anderen Programmen oder wählen Sie eine Kopie.`,
  'file-empty': ({ file }) => `${file} ist leer. Wählen Sie eine andere Datei.`,
  'file-not-text': ({ file, looksLike }) =>
    `${file} sieht aus wie ${toldReasonText.said(looksLike)}. Speichern Sie sie als Excel-Arbeitsmappe (.xlsx, ohne Passwort) oder als CSV und versuchen Sie es erneut.`,
  'file-no-rows': ({ file }) =>
    `${file} hat Spaltennamen, aber keine Zeilen, es gibt also nichts hereinzuholen. Wählen Sie eine andere Datei.`,
  'file-no-lead-column': ({ file, headers }) =>
    `Keine Spalte von ${file} sagt, wie jemand zu erreichen ist (Name, E-Mail, Telefon oder Firma). Gefunden: ${formatList(headers.slice(0, 8))}. Wählen Sie eine andere Datei oder eine andere Zeile mit den Spaltennamen.`,
  'file-encoding-unknown': ({ file, encoding }) =>
    `${file} lässt sich nicht als „${encoding}“ lesen. Wählen Sie einen anderen Zeichensatz.`,
  'map-unknown-header': ({ file, header }) => `${file} hat keine Spalte „${header}“. Ordnen Sie die Spalten neu zu.`,
  'map-unknown-field': ({ header, field }) =>
    `„${header}“ ist „${field}“ zugeordnet, das kein Feld eines Leads ist. Wählen Sie ein anderes Feld oder lassen Sie die Spalte weg.`,
  'upload-out-of-order': () => 'Die Datei kam in falscher Reihenfolge an. Wählen Sie sie noch einmal.',
  'import-cancelled': () => 'Der Import wurde abgebrochen. Was schon hereinkam, bleibt; im Eingang lässt es sich zurücknehmen.',
  'database-newer': ({ found, known }) =>
    `Dieser Desk wurde zuletzt mit einem neueren Lead Desk geöffnet (Format ${n(found)}; dieses kennt ${n(known)}). Aktualisieren Sie Lead Desk, um ihn zu öffnen.`,
  'database-damaged': ({ file, reason }) =>
    `Die Datenbank ${file} ist beschädigt: ${reasonWithin(reason)}. Stellen Sie eine Sicherung wieder her.`,
  'folder-not-writable': ({ folder, reason }) =>
    `In den Ordner ${folder} kann nicht geschrieben werden: ${reasonWithin(reason)}. Nichts wurde gespeichert. Geben Sie sich dort Schreibrechte oder starten Sie mit einem anderen Ordner (--data).`,
  'desk-already-open': ({ folder }) => `Ein anderes Lead Desk hat ${folder} geöffnet. Schließen Sie es zuerst.`,
  'disk-full': ({ folder }) =>
    `Der Datenträger mit ${folder} ist voll. Von diesem Schritt wurde nichts gespeichert. Schaffen Sie Platz und versuchen Sie es dann erneut.`,
  'backup-failed': ({ file, reason }) =>
    `Die Sicherung ${file} wurde nicht angelegt: ${reasonWithin(reason)}. Der Desk selbst ist unversehrt; wählen Sie einen anderen Ort dafür.`,
  'view-not-found': ({ id }) =>
    `Es gibt keine gespeicherte Liste ${id}. Vielleicht hat sie jemand entfernt; speichern Sie sie neu.`,
  'pin-wrong': ({ waitSeconds }) =>
    waitSeconds === 0
      ? 'Das ist nicht die PIN. Eine vergessene kann die Leitung in den Einstellungen entfernen.'
      : `Das ist nicht die PIN. Versuchen Sie es in ${plural(waitSeconds, 'Sekunde', 'Sekunden')} erneut.`,
  'not-allowed': ({ because }) =>
    ({
      locked: 'Sagen Sie zuerst mit Ihrer PIN, wer Sie sind.',
      'needs-manager': 'Das darf nur die Leitung. Wechseln Sie oben die Person oder bitten Sie sie darum.',
      'not-your-lead': 'Dieser Lead gehört nicht Ihnen. Wenden Sie sich an den, der ihn hat, oder an die Leitung.',
      'not-yourself': 'Das muss eine andere Person tun.',
    })[because],
  'backup-unreadable': ({ file, reason }) =>
    `${file} lässt sich nicht zurückspielen: ${reasonWithin(reason)}. Nichts wurde geändert; wählen Sie eine andere Sicherung.`,
  unauthorised: () => 'Diese Seite hat keinen Zutritt. Öffnen Sie die Adresse, die der Desk beim Start ausgegeben hat.',
  internal: () =>
    'Etwas ging schief, womit Lead Desk nicht gerechnet hat. Versuchen Sie es noch einmal; bleibt es so, nennt das Protokoll in den Einstellungen die Ursache.',
}
