import type { BatchStatus, ImportCounts, ImportRoute, MailImportOptions, Source } from '../../src-main/contract/index.ts'
import { formatNumber, plural } from './formats.ts'
import { inLanguage } from './language.ts'

const delimiters: Readonly<Record<string, string>> = {
  ',': 'Comma ,',
  ';': 'Semicolon ;',
  '\t': 'Tab',
  '|': 'Bar |',
  ':': 'Colon :',
}

const n = formatNumber
const some = plural

export const intakeText = inLanguage('intakeText', {
  title: 'Intake',
  importLeads: 'Import leads',
  dropHint: 'Drop to import the leads',
  orDrop: 'Drag files of leads or mails anywhere on this page, or',
  sources: {
    title: 'Files and by hand',
    name: 'Source',
    kind: 'Kind',
    leads: 'Leads',
    today: 'Today',
    last: 'Last lead',
    empty: 'Nothing came by file or by hand yet. Import a file, and its source appears here.',
    kinds: { file: 'File', mail: 'Inbox', form: 'Form', hand: 'By hand', sample: 'Sample' } satisfies Record<
      Source['kind'],
      string
    >,
  },
  history: {
    title: 'Imports',
    empty: 'No file was imported yet.',
    status: {
      running: 'Running',
      finished: 'Done',
      cancelled: 'Stopped',
      interrupted: 'Interrupted',
      failed: 'Failed',
      undoing: 'Being taken back',
      undone: 'Taken back',
    } satisfies Record<BatchStatus, string>,
    counts: ({ added, matched, leftOut, ignored }: Pick<ImportCounts, 'added' | 'matched' | 'leftOut' | 'ignored'>): string =>
      [
        `${n(added)} added`,
        ...(matched > 0 ? [`${n(matched)} matched`] : []),
        ...(ignored > 0 ? [`${n(ignored)} no leads`] : []),
        ...(leftOut > 0 ? [`${n(leftOut)} left out`] : []),
      ].join(' · '),
    review: (count: number): string => `${n(count)} to review`,
    reviewOf: (count: number, file: string): string => `${some(count, 'mail', 'mails')} of ${file} in the review tray`,
    placed: (assigned: number, waiting: number): string => `${n(assigned)} assigned · ${n(waiting)} waiting`,
    leftOut: 'Rows left out',
    leftOutOf: (file: string): string => `Download the rows left out of ${file}`,
    undo: 'Undo',
    undoOf: (file: string): string => `Undo the import of ${file}`,
    progress: (file: string): string => `Progress of ${file}`,
    stop: 'Stop',
    stopOf: (file: string): string => `Stop the import of ${file}`,
  },
  undo: {
    title: 'Undo this import',
    body: (added: number, review: number, file: string): string =>
      [
        ...(added > 0 || review === 0
          ? [
              `${some(added, 'lead that came', 'leads that came')} in with ${file} will be taken back. Leads somebody worked on stay.`,
            ]
          : []),
        ...(review > 0 ? [`${some(review, `mail of ${file} leaves`, `mails of ${file} leave`)} the review tray.`] : []),
      ].join(' '),
    confirm: 'Undo the import',
    cancel: 'Keep it',
    done: (removed: number, kept: number): string =>
      removed + kept === 0
        ? 'The import was taken back.'
        : kept === 0
          ? `${n(removed)} taken back.`
          : `${n(removed)} taken back, ${n(kept)} kept because someone worked on them.`,
  },
  stopped: 'Stopped. What is in stays in, and can be undone.',
  steps: {
    file: 'File',
    reading: 'Reading',
    columns: 'Columns',
    check: 'Check',
    leads: 'Leads',
    mails: 'Mails',
    import: 'Import',
  },
  wizard: {
    title: 'Import leads',
    back: 'Back',
    next: 'Next',
    leave: 'Leave the import',
    stepsLabel: 'Steps of the import',
    otherFile: 'Choose another file',
  },
  file: {
    title: 'Which file?',
    choose: 'Choose a file',
    hint: 'CSV, another text file or Excel with a lead in each row; or mails as .eml and .mbox, several at once if you like. Exports from Salesforce, HubSpot, Zoho, Pipedrive, Outlook, Google, Facebook and LinkedIn are known.',
    drag: 'Drag it here, or anywhere on this page',
    sending: (name: string): string => `Bringing in ${name}`,
    cancel: 'Cancel',
    directory: 'That is a folder. Drag in one file from it.',
    several: (count: number): string => `${n(count)} files`,
    mailSource: 'Mail files',
    tableAmongMails: (name: string): string => `${name} is a table. Import it by itself; files of mails may come together.`,
    noneTaken: 'None of these files holds mails. Tables are imported one by one.',
    unread: (count: number): string => `${some(count, 'file', 'files')} not taken:`,
    many: 'One file at a time, please.',
    nothing: 'There was no file in that. Drag one in from a folder.',
    empty: (name: string): string => `${name} is empty.`,
    aFile: 'The file',
    unreadable: (name: string): string => `${name} could not be read. Was it moved, or is it open elsewhere?`,
  },
  reading: {
    title: 'Is it read right?',
    hint: 'This was found by looking at the file. Change it if the rows below look wrong.',
    sheet: 'Sheet',
    encoding: 'Encoding',
    encodings: {
      'windows-1252': 'Windows (Western)',
      'windows-1250': 'Windows (Central European)',
      'windows-1251': 'Windows (Cyrillic)',
      'windows-1254': 'Windows (Turkish)',
    },
    delimiter: 'Separator',
    delimiters,
    header: 'The first row holds the column names',
    headerLine: 'Line with the names',
    preview: 'First rows of the file',
    reading: 'Reading the file…',
    fine: (rows: number, columns: number): string =>
      `${some(rows, 'row', 'rows')}, nothing wrong. ${some(columns, 'column', 'columns')} matched.`,
    mostlyFine: (good: number, out: number): string => `${some(good, 'row is', 'rows are')} fine, ${n(out)} would be left out.`,
    importNow: 'Import now',
    importNowHint: 'with the matched columns, routed by the rules',
  },
  columns: {
    title: 'What is in the columns?',
    column: 'Column',
    samples: 'First values',
    field: 'Goes into',
    how: 'Matched',
    by: { memory: 'remembered', alias: 'by name', content: 'by content', none: '', chosen: 'by you' },
    fieldOf: (header: string): string => `Field for ${header}`,
    noReach: 'No column says how to reach a person. Choose the one with the e-mail address, telephone number or website.',
    remembered: 'Your choices are remembered for the next file with the same headers.',
    noSamples: 'empty',
    counts: (matched: number, extra: number, ignored: number): string =>
      `${n(matched)} matched, ${n(extra)} kept as extra fields, ${n(ignored)} ignored`,
  },
  check: {
    title: 'Are the rows good?',
    checking: 'Checking every row…',
    rows: 'Rows',
    good: 'Good',
    flagged: 'With a remark',
    leftOut: 'Left out',
    none: 'Nothing wrong in any row.',
    allOut: 'No row can come in as things stand. Mend some here, or go back and look at the columns.',
    table: 'Rows with problems',
    line: 'Line',
    problem: 'Problem',
    row: 'Row',
    more: 'There are more. Mend these, or leave them out, and check again.',
    again: 'Check again',
    stale: 'You changed some rows. Check again to see what is left.',
    leaveOut: 'Leave out',
    leaveOutOf: (line: number): string => `Leave out line ${line}`,
    isLeftOut: 'left out',
    comesIn: 'comes in',
    cell: (header: string, line: number): string => `${header} in line ${line}`,
    only: { all: 'All', out: 'Left out', in: 'Come in with a remark' },
    explain: 'Rows that are left out never stop the others. You get them back as a file at the end.',
  },
  leads: {
    title: 'What happens with the leads?',
    source: 'Name of the source',
    sourceHint: 'Rules and reports call these leads by it.',
    route: 'Then',
    routes: {
      now: { label: 'Route them now', hint: 'Each goes to a rep by the rules. One that nobody can take waits.' },
      trickle: {
        label: 'Let them trickle in',
        hint: 'So many an hour join the queue and are routed from there, so that nobody is flooded.',
      },
      hold: { label: 'Hold them', hint: 'They lie in the queue until someone routes them.' },
      'owner-column': {
        label: "Keep the file's owners",
        hint: 'The owner column says who gets them. The rest goes by the rules.',
      },
    } satisfies Record<ImportRoute, { label: string; hint: string }>,
    perHour: 'Leads an hour',
    startOldClocks: 'Old leads start clocks too',
    startOldClocksHint: 'Otherwise leads dated long ago are given without offers and deadlines.',
    noOwnerColumn: 'No column of this file is matched to the owner.',
    rehearse: 'Try it without saving',
    rehearsing: 'Going through the rows…',
    dryRun: 'This is what would happen',
    cancel: 'Cancel',
    importNow: (rows: number): string => `Import ${some(rows, 'row', 'rows')}`,
    import: 'Import',
    nobody: 'Nobody would get a lead yet. They would wait until a rule and a rep can take them.',
  },
  mails: {
    title: 'Are the mails read right?',
    hint: (files: number): string => (files === 1 ? 'The first mails of the file.' : `The first mails of ${n(files)} files.`),
    reading: 'Reading the first mails…',
    none: 'There is no mail in it.',
    takes: 'What counts as a lead',
    takesOptions: {
      known: { label: 'Mails of forms and portals', hint: 'A plain mail of a person waits in the review tray.' },
      people: { label: 'Those, and plain mails of people', hint: '' },
      review: { label: 'Nothing without me', hint: 'Every mail that may be a lead waits in the review tray.' },
    } satisfies Record<MailImportOptions['takes'], { label: string; hint: string }>,
    import: 'Import the mails',
    running: (at: number, of: number): string => `File ${n(at)} of ${n(of)}`,
    ignored: 'Mails that are no leads',
    message: 'Mail',
    why: 'Why',
    more: (count: number): string => `and ${n(count)} more`,
  },
})
