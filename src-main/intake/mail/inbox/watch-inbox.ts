import { DeskError, type EpochMs, type Inbox, type InboxTrouble } from '../../../contract/index.ts'
import type { Desk } from '../../../desk/context.ts'
import type { ReadIncoming } from '../incoming-mail.ts'
import { backOff } from './back-off.ts'
import { type Bell, makeBell } from './bell.ts'
import type { Line } from './connect.ts'
import { troubleOf } from './inbox-failure.ts'
import { type Folder, openFolder } from './open-folder.ts'
import type { Pace } from './pace.ts'
import { readNewMails } from './read-new-mails.ts'
import { type Keeping, signIn } from './sign-in.ts'
import type { InboxMark, StoredInbox } from './stored-inbox.ts'

/** How an inbox does, as far as only its watcher knows. */
export type Live = Pick<Inbox, 'state' | 'retryAt' | 'lastCheckedAt' | 'behind'>

export interface Watcher {
  live(): Live
  /** Resolves when a look that began after this call is over; refused with `inbox-failed` when it could not be done. */
  check(): Promise<void>
  /** Ends at once; what is being saved is saved. */
  stop(): Promise<void>
}

export interface WatchParts {
  desk: Desk
  inbox: StoredInbox
  keeping: Keeping
  readIncoming: ReadIncoming
  pace: Pace
}

/**
 * Keeps one connection to an inbox and reads what arrives, until it is stopped. Whatever happens to server or network, it comes back. With `once`,
 * it looks a single time.
 */
export function watchInbox(parts: WatchParts, once = false): Watcher {
  const { desk, inbox, pace } = parts
  const { clock, log, store } = desk
  const stopping = new AbortController()
  const news = makeBell()
  let retry: Bell | null = null
  const failures = new Map<number, number>()
  let waiting: { resolve(): void; reject(error: unknown): void }[] = []
  const live: Live = { state: 'connecting', retryAt: null, lastCheckedAt: null, behind: null }
  let told: InboxTrouble | null = inbox.trouble
  let mark: InboxMark | null = inbox.mark
  let failedInARow = 0
  let line: Line | null = null

  /** Each trouble is told when it begins and when it ends. */
  async function tell(trouble: InboxTrouble | null): Promise<void> {
    if (trouble?.code === told?.code) return
    told = trouble
    if (trouble === null) log.info('an inbox is read again', { inbox: inbox.id })
    else log.warn('an inbox is in trouble', { inbox: inbox.id, trouble: trouble.code, detail: trouble.detail })
    await store.inboxTrouble(inbox.id, trouble, clock.now())
  }

  async function begin(): Promise<{ line: Line; folder: Folder }> {
    live.state = 'connecting'
    const { signal } = stopping
    const begun = await signIn(inbox.settings, parts.keeping, { pace, clock, signal })
    line = begun
    if (signal.aborted) throw begun.brokenBy()
    begun.client.on('exists', news.ring)
    begun.client.on('close', news.ring)
    const folder = await openFolder(begun, inbox.settings)
    // Numbers of another UIDVALIDITY say nothing: everything since the beginning is looked at again, and known mails stay one.
    if (mark?.uidValidity !== folder.uidValidity) mark = { uidValidity: folder.uidValidity, lastUid: 0 }
    return { line: begun, folder }
  }

  async function look(using: { line: Line; folder: Folder }, asked: typeof waiting): Promise<void> {
    const before = mark?.lastUid ?? 0
    const within = { ...using, desk, inbox, failures, readIncoming: parts.readIncoming, signal: stopping.signal }
    const onBehind = (mails: number): void => {
      live.behind = mails
      if (mails > 0) live.state = 'reading'
      if (mark !== null && mark.lastUid > before) failedInARow = 0
    }
    const trouble = await readNewMails({
      ...within,
      mark: mark ?? { uidValidity: using.folder.uidValidity, lastUid: 0 },
      onBehind,
    })
    live.lastCheckedAt = clock.now()
    failedInARow = 0
    await tell(trouble)
    for (const { resolve } of asked) resolve()
  }

  /** Until something is new on the server, somebody asks, or the connection has to show that it still stands. */
  async function rest({ client }: Line): Promise<void> {
    const hasIdle = client.capabilities.has('IDLE')
    live.state = hasIdle ? 'idle' : 'polling'
    let isResting = true
    // It ends by itself when the server ends it, and when imapflow breaks it to ask whether the server is there.
    const ended = (): void => {
      if (isResting) news.ring()
    }
    if (hasIdle) client.idle().then(ended, ended)
    await news.wait(hasIdle ? pace.reissueMs : pace.pollMs)
    isResting = false
    // Many a server tells of new mail only when it is asked something.
    if (!hasIdle && client.usable && !stopping.signal.aborted) await client.noop()
  }

  async function session(): Promise<void> {
    const using = await begin()
    while (!stopping.signal.aborted) {
      const asked = waiting
      waiting = []
      try {
        await look(using, asked)
      } catch (error) {
        waiting = [...asked, ...waiting]
        throw using.line.client.usable ? error : using.line.brokenBy(error)
      }
      if (once || stopping.signal.aborted) return
      await rest(using.line)
      if (!using.line.client.usable && !stopping.signal.aborted) throw using.line.brokenBy()
    }
  }

  async function failed(error: unknown): Promise<void> {
    const trouble = troubleOf(error)
    failedInARow += 1
    if (trouble.code === 'other') log.error('an inbox could not be read', bare(error), { inbox: inbox.id })
    const [asked, at]: [typeof waiting, EpochMs] = [waiting, clock.now()]
    waiting = []
    for (const { reject } of asked) reject(new DeskError('inbox-failed', trouble))
    const waitMs = backOff(pace, trouble.code, failedInARow, Math.random())
    Object.assign(live, { state: 'retrying', retryAt: at + waitMs, behind: null })
    // Servers end connections every now and then; it is worth a word only when the way back is closed.
    if (trouble.code !== 'connection-lost' || failedInARow > 1) await tell(trouble)
    if (once || stopping.signal.aborted) return
    retry = makeBell()
    await retry.wait(waitMs)
    retry = null
    live.retryAt = null
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await session()
      } catch (error) {
        if (!stopping.signal.aborted)
          await failed(error).catch((cause: unknown) =>
            log.error('an inbox could not say what troubles it', cause, { inbox: inbox.id }),
          )
      } finally {
        await line?.hangUp()
        line = null
      }
      if (once) return
    }
  }

  const over = run().finally(() => {
    live.state = 'off'
    for (const { reject } of waiting) reject(new DeskError('inbox-failed', { code: 'other', detail: 'the inbox was closed' }))
    waiting = []
  })
  return {
    live: () => ({ ...live }),
    check() {
      const done = new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }))
      news.ring()
      retry?.ring()
      return done
    },
    async stop() {
      stopping.abort()
      news.ring()
      retry?.ring()
      await line?.hangUp()
      await over
    },
  }
}

/** Without what imapflow hangs on its errors: commands and answers, which may have mails in them. */
function bare(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { message, stack } = error
  return Object.assign(new Error(message), { stack })
}
