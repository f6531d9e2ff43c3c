import {
  DeskError,
  type Inbox,
  type InboxId,
  type InboxServer,
  type InboxSettings,
  type InboxTest,
  type MailSample,
} from '../../../contract/index.ts'
import type { Desk } from '../../../desk/context.ts'
import { type Secrets, SecretsUnreadable } from '../../../lib/secrets.ts'
import type { ReadIncoming } from '../incoming-mail.ts'
import { isLoopback } from './connect.ts'
import { troubleOf } from './inbox-failure.ts'
import { PACE, type Pace } from './pace.ts'
import { sampleInbox } from './sample-inbox.ts'
import { type Keeping, signIn } from './sign-in.ts'
import type { StoredInbox } from './stored-inbox.ts'
import { testInbox } from './test-inbox.ts'
import { type Watcher, watchInbox } from './watch-inbox.ts'

type Maybe<T> = T | undefined

/** The e-mail accounts that leads come from, each with a connection of its own. */
export interface Inboxes {
  list(): Promise<Inbox[]>
  /** Connects, and answers what is there. Refused with `inbox-failed`. Without a secret: the one kept for `inboxId`. */
  test(input: { server: InboxServer; secret?: Maybe<string>; inboxId?: Maybe<InboxId> }): Promise<InboxTest>
  /** The newest mails of a folder as they would be read. Saves nothing and marks nothing. */
  sample(input: { settings: InboxSettings; secret?: Maybe<string>; inboxId?: Maybe<InboxId> }): Promise<{ mails: MailSample[] }>
  /** Begins to read at once when inboxes are read here and it is on. */
  save(input: {
    inboxId?: Maybe<InboxId>
    settings: InboxSettings
    secret?: Maybe<string>
    actor: string
  }): Promise<{ inboxId: InboxId }>
  remove(input: { inboxId: InboxId; actor: string }): Promise<void>
  /** Looks for mail now; resolves when that is done. Refused with `inbox-failed`. */
  check(input: { inboxId: InboxId }): Promise<void>
  /** From now on, every inbox that is on is read. */
  start(): Promise<void>
  close(): Promise<void>
}

export const secretOf = (inboxId: InboxId): string => `inbox-${inboxId}`

/** Inboxes are read from `start` on; before, only when they are asked to `check`. */
export async function openInboxes(desk: Desk, secrets: Secrets, readIncoming: ReadIncoming, pace: Pace = PACE): Promise<Inboxes> {
  const { store, clock } = desk
  const watchers = new Map<InboxId, Watcher>()
  const closing = new AbortController()
  let isStarted = false
  /** Changes come one after the other, so that no inbox is ever watched twice. */
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const answer = turn.then(work)
    turn = answer.catch(() => {})
    return answer
  }

  async function find(inboxId: InboxId): Promise<StoredInbox> {
    const inbox = (await store.inboxes()).find(({ id }) => id === inboxId)
    if (inbox === undefined) throw new DeskError('inbox-not-found', { id: inboxId })
    return inbox
  }

  const keepingOf = (inboxId: InboxId): Keeping => ({
    read: () => orRefuse(secrets.read(secretOf(inboxId))),
    write: (secret) => orRefuse(secrets.write(secretOf(inboxId), secret)),
  })

  /** For a server as a person has just typed it: a token that is refreshed on the way is kept only where one is kept already. */
  const typed = (secret: Maybe<string>, inboxId: Maybe<InboxId>): Keeping => {
    if (secret !== undefined) return { read: async () => secret, write: async () => {} }
    return inboxId === undefined ? { read: async () => null, write: async () => {} } : keepingOf(inboxId)
  }

  const watch = (inbox: StoredInbox, once = false): Watcher =>
    watchInbox({ desk, inbox, keeping: keepingOf(inbox.id), readIncoming, pace }, once)

  async function begin(inboxId: InboxId): Promise<void> {
    if (!isStarted || closing.signal.aborted) return
    const inbox = await find(inboxId)
    if (inbox.settings.isOn) watchers.set(inboxId, watch(inbox))
  }

  async function end(inboxId: InboxId): Promise<void> {
    await watchers.get(inboxId)?.stop()
    watchers.delete(inboxId)
  }

  async function connected<Answer>(
    server: InboxServer,
    keeping: Keeping,
    work: (line: Awaited<ReturnType<typeof signIn>>) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      const line = await signIn(server, keeping, { pace, clock, signal: closing.signal })
      try {
        return await work(line)
      } catch (error) {
        throw line.client.usable ? error : line.brokenBy(error)
      } finally {
        await line.hangUp()
      }
    } catch (error) {
      if (error instanceof DeskError) throw error
      throw new DeskError('inbox-failed', troubleOf(error))
    }
  }

  return {
    async list() {
      return (await store.inboxes()).map((stored) => {
        const { mark: _, ...inbox } = stored
        return { ...inbox, ...(watchers.get(inbox.id)?.live() ?? ASLEEP) }
      })
    },

    test: ({ server, secret, inboxId }) => connected(server, typed(secret, inboxId), testInbox),
    sample: ({ settings, secret, inboxId }) =>
      connected(settings, typed(secret, inboxId), async (line) => ({
        mails: await sampleInbox(desk, line, settings, readIncoming),
      })),

    save: ({ inboxId, settings, secret, actor }) =>
      inTurn(async () => {
        checkSettings(settings)
        const step = { at: clock.now(), actor }
        if (inboxId !== undefined) await find(inboxId)
        if (inboxId !== undefined && secret !== undefined) await keepingOf(inboxId).write(secret)
        if (inboxId !== undefined) await end(inboxId)
        const saved = await store.saveInbox(inboxId ?? null, settings, step)
        if (inboxId === undefined && secret !== undefined) await keepFirst(saved, secret, actor)
        await begin(saved)
        return { inboxId: saved }
      }),

    remove: ({ inboxId, actor }) =>
      inTurn(async () => {
        await find(inboxId)
        await end(inboxId)
        await store.removeInbox(inboxId, { at: clock.now(), actor })
        await orRefuse(secrets.remove(secretOf(inboxId)))
      }),

    async check({ inboxId }) {
      const watcher = watchers.get(inboxId)
      if (watcher !== undefined) return watcher.check()
      // Nobody watches it: a single look, in its turn.
      await inTurn(async () => {
        const inbox = await find(inboxId)
        const running = watchers.get(inboxId)
        if (running !== undefined) return running.check()
        if (closing.signal.aborted) throw new DeskError('inbox-failed', { code: 'other', detail: 'the desk is being closed' })
        const once = watch(inbox, true)
        watchers.set(inboxId, once)
        try {
          await once.check()
        } finally {
          await end(inboxId)
        }
      })
    },

    start: () =>
      inTurn(async () => {
        isStarted = true
        for (const { id } of await store.inboxes()) if (!watchers.has(id)) await begin(id)
      }),

    async close() {
      closing.abort()
      await Promise.all([...watchers.values()].map((watcher) => watcher.stop()))
      await turn
      watchers.clear()
    },
  }

  /** An inbox without its password would only fail: it is there with it, or not at all. */
  async function keepFirst(inboxId: InboxId, secret: string, actor: string): Promise<void> {
    try {
      await keepingOf(inboxId).write(secret)
    } catch (error) {
      await store.removeInbox(inboxId, { at: clock.now(), actor })
      throw error
    }
  }
}

const ASLEEP = { state: 'off', retryAt: null, lastCheckedAt: null, behind: null } as const

async function orRefuse<Answer>(work: Promise<Answer>): Promise<Answer> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof SecretsUnreadable)) throw error
    throw new DeskError('secrets-unreadable', { reason: error.message })
  }
}

function checkSettings({ afterReading, moveTo, folder, security, host }: InboxSettings): void {
  const refuse = (field: string, reason: string): never => {
    throw new DeskError('bad-input', { field, reason })
  }
  if (afterReading === 'move' && moveTo === null) refuse('moveTo', 'say which folder mails are moved to')
  // Each would come back as a new one, for ever.
  if (afterReading === 'move' && moveTo === folder) refuse('moveTo', 'mails are in that folder already')
  if (security === 'none' && !isLoopback(host)) refuse('security', 'without TLS only a server on this machine is read')
}
