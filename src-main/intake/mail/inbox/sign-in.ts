import type { InboxServer } from '../../../contract/index.ts'
import type { Clock } from '../../../lib/clock.ts'
import { connect, type Line } from './connect.ts'
import { canRefresh, credentialsOf } from './credentials.ts'
import { InboxFailure, troubleOf } from './inbox-failure.ts'
import type { Pace } from './pace.ts'

/** Where a secret comes from, and goes back to when it was refreshed. */
export interface Keeping {
  read(): Promise<string | null>
  write(secret: string): Promise<void>
}

/** Connects with the secret that is kept, and gets a new access token where the old one is worn out. Throws what `troubleOf` reads. */
export async function signIn(
  server: InboxServer,
  keeping: Keeping,
  parts: { pace: Pace; clock: Clock; signal: AbortSignal },
): Promise<Line> {
  const { pace, clock, signal } = parts
  const secret = await keeping.read()
  if (secret === null) throw new InboxFailure('no-password', 'no password is kept for it')
  const attempt = async (isRefused: boolean): Promise<Line> => {
    const { credentials, secret: fresh } = await credentialsOf(server, secret, clock.now(), { isRefused, signal })
    if (fresh !== secret) await keeping.write(fresh)
    return connect(server, credentials, pace, signal)
  }
  try {
    return await attempt(false)
  } catch (error) {
    if (!canRefresh(server, secret) || troubleOf(error).code !== 'wrong-password' || signal.aborted) throw error
    return attempt(true)
  }
}
