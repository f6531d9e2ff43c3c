import type { Inbox, InboxSettings, InboxServer } from '../../src-main/contract/index.ts'
import { formatDuration, formatMoment, formatNumber, plural } from './formats.ts'
import { inboxTroubles } from './inbox-troubles.ts'
import { inLanguage } from './language.ts'

const n = formatNumber

export const inboxText = inLanguage('inboxText', {
  title: 'E-mail inboxes',
  add: 'Add an inbox',
  empty: {
    title: 'No inbox yet',
    hint: 'Add the inbox that your web site and portals write to. Their mails become leads as they arrive, and what is unsure waits for you in the review tray.',
  },
  needSomebody: (ill: number, all: number): string =>
    all === 1 ? 'It needs you' : `${n(ill)} of ${n(all)} ${ill === 1 ? 'needs' : 'need'} you`,
  columns: {
    inbox: 'Inbox',
    state: 'State',
    lastMail: 'Last mail',
    lastCheck: 'Last check',
    today: 'Leads today',
    leads: 'Leads',
    review: 'In the tray',
    ignored: 'No leads',
    actions: 'Actions',
  },
  ignoredHint: 'Newsletters, bounces, automatic answers, receipts and the like. They are kept for 30 days.',
  never: '–',
  inTray: (count: number, name: string): string => `${plural(count, 'mail', 'mails')} of ${name} in the review tray`,
  states: {
    off: 'Off',
    connecting: 'Connecting…',
    idle: 'Listening',
    polling: 'Looks every minute',
    retrying: 'Trying again',
  },
  stateHints: {
    off: 'No mail is read.',
    connecting: '',
    idle: 'The server tells of a new mail at once.',
    polling: 'The server cannot tell of new mails by itself, so it is asked every minute.',
    reading: '',
    retrying: '',
  } satisfies Record<Inbox['state'], string>,
  paused: 'Paused',
  reading: (left: number | null): string => (left === null || left === 0 ? 'Reading' : `Reading, ${n(left)} left`),
  again: (inMs: number): string => (inMs < 1_000 ? 'Trying again now' : `Trying again in ${formatDuration(inMs)}`),
  since: (when: string): string => `since ${when}`,
  lastTrouble: (code: keyof typeof inboxTroubles, when: string): string => `${inboxTroubles[code].short}, ${when}; well since`,
  byItself: 'Nothing is lost: what comes meanwhile waits on the server.',
  enterPassword: 'Enter the password',
  mend: 'Mend it',
  actions: (name: string): string => `Actions for ${name}`,
  check: 'Check now',
  checking: (name: string): string => `Looking for mail in ${name}`,
  pause: 'Pause',
  resume: 'Resume',
  edit: 'Edit',
  remove: 'Remove',
  pausedNow: (name: string): string => `${name} is paused. Its mails wait on the server.`,
  resumedNow: (name: string): string => `${name} is read again.`,
  savedNow: (name: string): string => `${name} is saved.`,
  addedNow: (name: string): string => `${name} is read from now on.`,
  removal: {
    title: (name: string): string => `Remove ${name}`,
    goes: 'The desk forgets the account and its password and reads no more of its mails.',
    stays: (leads: number, review: number): string =>
      `What came in stays: ${plural(leads, 'lead', 'leads')}${review === 0 ? '' : `, and ${plural(review, 'mail', 'mails')} in the review tray`}. Nothing changes on the mail server.`,
    confirm: 'Remove the inbox',
    cancel: 'Keep it',
    done: (name: string): string => `${name} was removed. Its leads stayed.`,
  },
})

/** The pages of the inbox wizard. */
export const inboxWizardText = inLanguage('inboxWizardText', {
  add: 'Add an inbox',
  edit: (name: string): string => `Edit ${name}`,
  stepsLabel: 'Steps to an inbox',
  steps: { account: 'Account', mails: 'Mails', sample: 'Try it' },
  leave: 'Leave',
  back: 'Back',
  next: 'Next',
  save: 'Save',
  saveAndRead: 'Save and begin to read',
  gone: 'This inbox is no longer there.',
  account: {
    title: 'Which account?',
    user: 'E-mail address',
    userHint: 'Or the user name, where the server wants another.',
    provider: 'Provider',
    providers: { gmail: 'Gmail, Google Workspace', outlook: 'Outlook, Microsoft 365', generic: 'Another server' },
    help: {
      gmail:
        'Google takes no account password here. With 2-Step Verification on, make an app password (Google Account › Security › App passwords) and put its 16 letters below. A Workspace administrator may have switched these off; then only an OAuth token works.',
      outlook:
        'Microsoft takes no passwords for IMAP any more, only OAuth tokens with the right IMAP.AccessAsUser.All; whoever runs your Microsoft 365 can make one. Or have a rule in Outlook forward lead mails to an inbox that takes a password.',
      generic: 'Your mail host has these in its help, often under “IMAP” or “incoming mail”.',
    },
    host: 'Server',
    port: 'Port',
    security: 'Encryption',
    securities: { tls: 'TLS', starttls: 'STARTTLS', none: 'None' } satisfies Record<InboxServer['security'], string>,
    clear: 'Without encryption the password can be read on its way. It is only allowed to a server on this very machine.',
    auth: 'Sign in with',
    auths: { password: 'Password or app password', oauth2: 'OAuth 2 token' } satisfies Record<InboxServer['auth'], string>,
    password: 'Password',
    appPassword: 'App password',
    token: 'OAuth token',
    tokenHint:
      'An access token alone lasts about an hour. JSON with “refreshToken”, “clientId” and “tokenUrl” is renewed by itself.',
    secretKept: 'Kept as it is unless you type another.',
    secretHint:
      "Goes to this machine's keychain, or an encrypted file where there is none; never into the database or a log, and it is not shown again.",
    test: 'Test the connection',
    stop: 'Stop',
  },
  connected: (folders: number, hasIdle: boolean): string =>
    `Connected, ${plural(folders, 'folder', 'folders')}. ${hasIdle ? 'New mails are told at once.' : 'This server is asked for new mails every minute.'}`,
  inDetail: 'In detail:',
  mails: {
    title: 'Which mails?',
    name: 'Name',
    nameHint: 'Rules and reports call the leads by it.',
    folder: 'Folder',
    folders: 'Ask the server for its folders',
    mailsIn: (mails: number): string => plural(mails, 'mail', 'mails'),
    since: 'From when',
    sinces: {
      kept: (at: number): string => `As until now: since ${formatMoment(at)}`,
      now: 'From now on',
      week: 'The last 7 days too',
      date: 'Since a day',
    },
    sinceDay: 'Day',
    sinceHint: 'Mails from before are left alone. None is ever taken twice.',
    after: 'Once a mail is taken in',
    afters: {
      leave: { label: 'Leave it as it is', hint: 'Nothing changes in your mail program.' },
      'mark-seen': {
        label: 'Mark it as read',
        hint: 'Only leads and mails for review. Newsletters and the like stay as they are.',
      },
      move: {
        label: 'Move it to a folder',
        hint: 'Only leads and mails for review. Newsletters and the like stay where they are.',
      },
    } satisfies Record<InboxSettings['afterReading'], { label: string; hint: string }>,
    moveTo: 'Folder for mails taken in',
    takes: 'What counts as a lead',
    takesOptions: {
      known: {
        label: 'Mails of forms and portals',
        hint: 'A plain mail of a person waits in the review tray until you say so.',
      },
      people: { label: 'Those, and plain mails of people', hint: 'For an inbox that only customers write to, such as sales@.' },
      review: { label: 'Nothing without me', hint: 'Every mail that may be a lead waits in the review tray.' },
    } satisfies Record<InboxSettings['takes'], { label: string; hint: string }>,
    own: "The team's own addresses",
    ownHint:
      "Mails from these are no leads: an address, or a whole domain such as firm.example. Leave out the address your web site's form sends from.",
    ownPlaceholder: 'anna@firm.example',
    route: 'Then',
    routes: {
      now: { label: 'Route them now', hint: 'Each goes to a rep by the rules.' },
      hold: { label: 'Hold them', hint: 'They lie in the queue until someone routes them.' },
    } satisfies Record<InboxSettings['route'], { label: string; hint: string }>,
  },
  sample: {
    title: 'This is how they are read',
    hint: 'The newest mails of the folder. Nothing is saved, and nothing changes on the server.',
    reading: 'Reading the newest mails…',
    none: 'There is no mail in this folder yet. The first that arrives is read like any other.',
    again: 'Read again',
  },
  errors: {
    user: 'An address or a user name is needed.',
    host: 'The name of the server is needed.',
    port: 'A number from 1 to 65535.',
    clear: 'No encryption is for servers on this machine only: localhost.',
    secret: 'Needed to sign in.',
    moveTo: 'Choose where mails go that were taken in.',
    sameFolder: 'Choose another folder than the one that is read.',
    day: 'Choose a day.',
    own: (entry: string): string => `“${entry}” is neither an address nor a domain.`,
  },
})
