import { formatNumber, plural } from './formats.ts'
import { inLanguage } from './language.ts'

const n = formatNumber
const some = plural

/** An import while it runs, and what came of it. */
export const intakeRunText = inLanguage('intakeRunText', {
  outcome: {
    rows: 'Mails',
    review: 'To review',
    ignored: 'No leads',
    toReview: 'Open the review tray',
    added: 'Added',
    matched: 'Matched',
    matchedHint: 'Already known: a second sign of life of a lead that is here',
    leftOut: 'Left out',
    assigned: 'Assigned',
    waiting: 'Waiting',
    byRep: 'Who gets how many',
    byRepDone: 'Who got how many',
    waitingBar: 'Waiting',
  },
  run: {
    title: (file: string): string => `Importing ${file}`,
    rows: (rows: number): string => some(rows, 'row', 'rows'),
    perSecond: (rows: number): string => `${n(rows)} rows a second`,
    stop: 'Stop',
    starting: 'Starting…',
    doneTitle: (added: number): string => `${some(added, 'lead is', 'leads are')} in`,
    nothingTitle: (matched: number): string => (matched > 0 ? 'Nothing new: these leads are here already' : 'Nothing came in'),
    reviewTitle: (review: number): string => `${some(review, 'mail waits', 'mails wait')} in the review tray`,
    stoppedTitle: (added: number): string => `Stopped with ${some(added, 'lead', 'leads')} in`,
    failedTitle: 'The import failed',
    undoneTitle: 'The import was taken back',
    download: (count: number): string => `Download ${some(count, 'row', 'rows')} left out`,
    showLeads: 'Show these leads',
    leadsOf: (file: string): string => `Leads from ${file}`,
    toQueue: 'Go to the queue',
    another: 'Import another file',
    undo: 'Undo this import',
    problems: 'What was said about the rows',
  },
})
