import { formatNumber, plural } from '../formats.ts'
import type { intakeRunText as english } from '../intake-run.ts'

const n = formatNumber
const some = plural

export const intakeRunText: typeof english = {
  outcome: {
    rows: 'Mails',
    review: 'Zu prüfen',
    ignored: 'Keine Leads',
    toReview: 'Prüfung öffnen',
    added: 'Neu',
    matched: 'Zugeordnet',
    matchedHint: 'Schon bekannt: ein weiteres Lebenszeichen eines Leads, der schon hier ist',
    leftOut: 'Ausgelassen',
    assigned: 'Zugewiesen',
    waiting: 'Wartend',
    byRep: 'Wer wie viele bekommt',
    byRepDone: 'Wer wie viele bekam',
    waitingBar: 'Wartend',
  },
  run: {
    title: (file) => `${file} wird importiert`,
    rows: (rows) => some(rows, 'Zeile', 'Zeilen'),
    perSecond: (rows) => `${n(rows)} Zeilen je Sekunde`,
    stop: 'Anhalten',
    starting: 'Beginnt…',
    doneTitle: (added) => `${some(added, 'Lead ist', 'Leads sind')} da`,
    nothingTitle: (matched) => (matched > 0 ? 'Nichts Neues: Diese Leads sind schon hier' : 'Nichts kam herein'),
    reviewTitle: (review) => `${some(review, 'Mail wartet', 'Mails warten')} in der Prüfung`,
    stoppedTitle: (added) => `Angehalten, ${some(added, 'Lead ist', 'Leads sind')} da`,
    failedTitle: 'Der Import ist fehlgeschlagen',
    undoneTitle: 'Der Import wurde zurückgenommen',
    download: (count) => `${some(count, 'ausgelassene Zeile', 'ausgelassene Zeilen')} herunterladen`,
    showLeads: 'Diese Leads zeigen',
    leadsOf: (file) => `Leads aus ${file}`,
    toQueue: 'Zur Warteschlange',
    another: 'Weitere Datei importieren',
    undo: 'Diesen Import rückgängig machen',
    problems: 'Was zu den Zeilen gesagt wurde',
  },
}
