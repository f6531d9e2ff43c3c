import type { ImapFlow } from 'imapflow'
import type { InboxServer } from '../../../contract/index.ts'
import { VERSION } from '../../../lib/version.ts'
import { MOST_MAIL_BYTES } from '../sizes.ts'
import type { Credentials } from './credentials.ts'
import { InboxFailure, troubleOf } from './inbox-failure.ts'
import type { Pace } from './pace.ts'

/** A line of an answer: enough for the numbers of a few million mails. */
const LONGEST_LINE_BYTES = 32 * 1024 * 1024
const GOODBYE_MS = 1_000
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i

export const isLoopback = (host: string): boolean => LOOPBACK.test(host)

/** A connection to a server, signed in. */
export interface Line {
  readonly client: ImapFlow
  /** Why it no longer stands: the error that broke it, or `seen` where that shows. */
  brokenBy(seen?: unknown): unknown
  /** Says goodbye, and does not wait long for the answer. */
  hangUp(): Promise<void>
}

/**
 * Signs in. TLS is verified always and never given up for less; without it, only this machine is spoken to. Throws what `troubleOf` reads;
 * `signal` ends it at once.
 */
export async function connect(server: InboxServer, credentials: Credentials, pace: Pace, signal: AbortSignal): Promise<Line> {
  const { host, port, security, user } = server
  if (security === 'none' && !isLoopback(host))
    throw new InboxFailure('no-tls', 'without TLS the password would cross the network for everyone to read')
  // Read with the first inbox: with what it brings it is a tenth of the program, and a desk without inboxes never needs it.
  const imap = await import('imapflow')
  const client = new imap.ImapFlow({
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'tls' ? undefined : security === 'starttls',
    auth: { user, ...credentials },
    clientInfo: { name: 'Lead Desk', version: VERSION, vendor: false, 'support-url': false },
    // Its log would have the mails in it.
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: pace.connectMs,
    greetingTimeout: pace.connectMs,
    socketTimeout: pace.silenceMs,
    maxLineLength: LONGEST_LINE_BYTES,
    maxLiteralSize: MOST_MAIL_BYTES + 1024 * 1024,
    maxResponseSize: MOST_MAIL_BYTES + LONGEST_LINE_BYTES,
  })
  let cause: unknown = null
  client.on('error', (error: unknown) => {
    cause ??= error
  })
  const giveUp = (): void => client.close()
  signal.addEventListener('abort', giveUp)
  try {
    signal.throwIfAborted()
    await client.connect()
  } catch (error) {
    const hasSpoken = client.stats().received > 0
    client.close()
    // It was waited for a greeting in vain, and yet something came.
    if (client.greeting === undefined && hasSpoken && troubleOf(cause ?? error).code === 'timeout')
      throw new InboxFailure('not-imap', 'something answers at that port, but it is no IMAP server')
    throw cause ?? error
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
  const lost = new InboxFailure('connection-lost', 'the server ended the connection')
  return { client, brokenBy: (seen) => cause ?? seen ?? lost, hangUp: () => hangUp(client) }
}

async function hangUp(client: ImapFlow): Promise<void> {
  let patience: NodeJS.Timeout | undefined
  await Promise.race([
    client.usable ? client.logout().catch(() => {}) : null,
    new Promise<void>((resolve) => {
      patience = setTimeout(resolve, GOODBYE_MS)
    }),
  ])
  clearTimeout(patience)
  client.close()
}
