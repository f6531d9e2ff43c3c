import { formatNumber, plural } from './formats.ts'
import { inLanguage } from './language.ts'
import { words } from './words.ts'

/** The frame around the screens. */
export const appText = inLanguage('appText', {
  screens: {
    queue: 'Queue',
    board: 'Board',
    myDesk: 'My desk',
    leads: 'Leads',
    reps: 'Reps',
    rules: 'Rules',
    intake: 'Intake',
    review: 'Review',
    duplicates: 'Duplicates',
    reports: 'Reports',
    settings: 'Settings',
  },
  navigation: 'Screens',
  skipToContent: 'Skip to the content',
  find: 'Find or do anything',
  waiting: 'Waiting',
  oldest: 'Oldest',
  today: 'In today',
  assignedToday: 'Assigned today',
  lightOrDark: 'Light or dark',
  shortcutsTitle: 'Keyboard',
  showShortcuts: 'Show all shortcuts',
  connecting: 'Opening the desk…',
  connectionLost: 'Connection lost, trying again',
  refused: 'The desk was started again and does not know this page. Open the address it printed.',
  brokenTitle: 'This screen has stopped',
  brokenHint: 'Nothing on the desk is lost. Open it again, or go to another screen.',
  openAgain: 'Open again',
  reload: 'Reload Lead Desk',
  noSuchScreen: 'There is no such screen',
  leadPanel: 'Lead',
})

/** What the desk tells a manager by itself. */
export const noticeText = inLanguage('noticeText', {
  paused: (rep: string, missed: number | null) =>
    `${rep} is paused${missed === null ? '' : `: let ${plural(missed, 'offer', 'offers')} in a row run out`}.`,
  openRep: 'Open',
  resume: 'Resume',
  resumed: (rep: string) => `${rep} gets leads again.`,
  nobodyTook: (lead: string) => `${lead} was offered to everyone it could be, and nobody took it. It waits for you.`,
  nobodyTookMany: (count: number) => `${words.leads(count)} were offered to everyone, and nobody took them. They wait for you.`,
  illInbox: (name: string, trouble: string) => `${name} is not read: ${trouble.toLowerCase()}.`,
  mendInbox: 'Mend it',
  openLead: 'Open the lead',
  openQueue: 'Open the queue',
})

/** What was just done, for the notice after it. */
export const doneText = inLanguage('doneText', {
  assigned: (count: number, rep: string) => `${words.leads(count)} assigned to ${rep}`,
  held: (count: number) => `${words.leads(count)} held`,
  discarded: (count: number) => `${words.leads(count)} discarded`,
  routed: (assigned: number, waiting: number) =>
    assigned + waiting === 0
      ? 'Nothing to route'
      : `Routed: ${formatNumber(assigned)} assigned, ${formatNumber(waiting)} waiting`,
  unpinned: (count: number) => `${words.leads(count)} back under the rules`,
  undone: 'Taken back',
  'not-undoable': 'The last step can’t be taken back. Once more takes back the one before it.',
  'stage-set': (count: number) => (count === 1 ? 'Stage changed' : `Stage of ${plural(count, 'lead', 'leads')} changed`),
  accepted: (rep: string) => `Accepted for ${rep}`,
  declined: (rep: string) => `Declined for ${rep}, routed again`,
  own: { accepted: 'Accepted: the lead is yours', declined: 'Declined, routed again' },
  merged: (leadId: number) => `Merged into lead ${leadId}`,
  attempt: 'Attempt logged',
  contact: 'Contact logged',
  noted: 'Note saved',
  edited: 'Changes saved',
  'told-apart': 'Two people: no longer a possible duplicate',
})
