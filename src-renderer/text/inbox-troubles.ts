import type { InboxTrouble } from '../../src-main/contract/index.ts'
import { inLanguage } from './language.ts'

interface TroubleWords {
  /** Where there is room for three words. */
  short: string
  /** What is wrong, and what to do about it: whole sentences. */
  said: string
  todo: string
}

/** What keeps an inbox from being read, and the way out. */
export const inboxTroubles = inLanguage<Record<InboxTrouble['code'], TroubleWords>>('inboxTroubles', {
  'unknown-host': {
    short: 'Server not found',
    said: 'There is no server of that name.',
    todo: 'Check the spelling, and that this machine is online.',
  },
  refused: {
    short: 'Connection refused',
    said: 'The server refused the connection.',
    todo: 'Check the port: 993 goes with TLS, 143 with STARTTLS. A firewall may stand between.',
  },
  timeout: {
    short: 'No answer',
    said: 'The server did not answer in time.',
    todo: 'Check server and port. A firewall may stand between.',
  },
  untrusted: {
    short: 'Certificate not trusted',
    said: 'The certificate of the server is not one this machine trusts.',
    todo: 'Use the exact name the certificate is made for, or ask whoever runs the server for a valid one.',
  },
  'no-tls': {
    short: 'No encryption',
    said: 'The server offers no encryption on this port, and the password was not sent.',
    todo: 'Choose TLS with port 993.',
  },
  'wrong-password': {
    short: 'Wrong user or password',
    said: 'The server did not accept the user and password.',
    todo: 'Type the password again. Gmail wants an app password, Microsoft an OAuth token. Tokens run out.',
  },
  'no-password': {
    short: 'Password missing',
    said: 'There is no password kept for this inbox on this machine.',
    todo: 'Type it again.',
  },
  'auth-unsupported': {
    short: 'Sign-in not offered',
    said: 'The server does not offer this way of signing in.',
    todo: 'Microsoft wants an OAuth token; most other servers want a password.',
  },
  'no-folder': {
    short: 'Folder is gone',
    said: 'The folder that was read is not there any more.',
    todo: 'Choose another folder.',
  },
  'no-target-folder': {
    short: 'Target folder is gone',
    said: 'The folder that mails are moved to once they are taken in is not there any more.',
    todo: 'Choose another one, or let mails lie where they are.',
  },
  'not-imap': {
    short: 'No mail server',
    said: 'What answers at this address is not an IMAP server.',
    todo: 'Check server and port: IMAP, not POP3 or SMTP.',
  },
  'connection-lost': {
    short: 'Connection lost',
    said: 'The connection to the server was lost.',
    todo: 'It is tried again by itself. If that goes on, look at the network.',
  },
  other: {
    short: 'Server refuses',
    said: 'The server refused.',
    todo: 'Its own words stand below; whoever runs it will know them.',
  },
})

export const troubleText = inLanguage('troubleText', {
  refusedSaying: (detail: string): string => `The server refused: ${detail}`,
})

/** As one text, for a notice. */
export function inboxTroubleSaid({ code, detail }: InboxTrouble): string {
  const { said, todo } = inboxTroubles[code]
  return code === 'other' && detail !== '' ? troubleText.refusedSaying(detail.replace(/\.?$/, '.')) : `${said} ${todo}`
}
