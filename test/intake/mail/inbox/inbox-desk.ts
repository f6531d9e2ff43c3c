import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import {
  InboxSettings,
  type Inbox,
  type InboxId,
  type LeadCard,
  type MailCard,
  type Seq,
} from '../../../../src-main/contract/index.ts'
import { type Inboxes, openInboxes } from '../../../../src-main/intake/mail/inbox/open-inboxes.ts'
import { PACE, type Pace } from '../../../../src-main/intake/mail/inbox/pace.ts'
import type { ReadIncoming } from '../../../../src-main/intake/mail/incoming-mail.ts'
import { openFileSecrets } from '../../../../src-main/lib/file-secrets.ts'
import type { Secrets } from '../../../../src-main/lib/secrets.ts'
import { type Dovecot, PASSWORD, USER } from '../../../helpers/dovecot.ts'
import { readPlainly } from '../../../helpers/plain-mails.ts'
import { addReps, aProfile, openTestDesk, publish, type TestDesk } from '../../../helpers/open-test-desk.ts'

/** So that a test waits for no minutes. */
export const QUICK: Pace = {
  ...PACE,
  connectMs: 2_000,
  pollMs: 100,
  reissueMs: 2_000,
  retryMs: 40,
  longestRetryMs: 200,
  refusedRetryMs: 60_000,
}

export interface InboxDesk {
  test: TestDesk
  inboxes: Inboxes
  secrets: Secrets
  /** Closes the inboxes and opens them again, as a restart would; started. */
  reopen(): Promise<Inboxes>
  add(settings: Partial<InboxSettings>, secret?: string): Promise<InboxId>
  one(inboxId: InboxId): Promise<Inbox>
  leads(): Promise<LeadCard[]>
  mails(): Promise<MailCard[]>
  /** Types of the events about inboxes, oldest first. */
  told(): Promise<string[]>
}

/** A desk with two reps and inboxes, closed when the test is over. */
export async function openInboxDesk(how: { pace?: Partial<Pace>; readIncoming?: ReadIncoming } = {}): Promise<InboxDesk> {
  const test = await openTestDesk()
  await addReps(test, aProfile('Ada'), aProfile('Tom'))
  await publish(test)
  const secrets = openFileSecrets({ file: join(test.folder, 'secrets.json'), keyFile: join(test.folder, 'secrets.key') })
  const open = async (): Promise<Inboxes> => {
    const opened = await openInboxes(test.desk, secrets, how.readIncoming ?? readPlainly, { ...QUICK, ...how.pace })
    onTestFinished(() => opened.close())
    return opened
  }
  const inboxes = await open()
  const { store } = test.desk
  return {
    test,
    inboxes,
    secrets,
    async reopen() {
      await inboxes.close()
      const again = await open()
      await again.start()
      return again
    },
    async add(settings, secret = PASSWORD) {
      const whole = InboxSettings.parse({
        name: 'Leads',
        host: 'localhost',
        port: 993,
        security: 'tls',
        user: USER,
        auth: 'password',
        since: 0,
        ...settings,
      })
      return (await inboxes.save({ settings: whole, secret, actor: 'manager' })).inboxId
    },
    async one(inboxId) {
      const found = (await inboxes.list()).find(({ id }) => id === inboxId)
      if (found === undefined) throw new Error(`no inbox ${inboxId}`)
      return found
    },
    async leads() {
      const all: LeadCard[] = []
      for await (const some of store.eachLead({})) all.push(...some)
      return all
    },
    async told() {
      const changes = await store.changesAfter(0 as Seq, 1_000, test.clock.now())
      return (changes?.events ?? []).map(({ type }) => type).filter((type) => type.startsWith('inbox-'))
    },
    async mails() {
      const all: MailCard[] = []
      for (let after: string | null = null; ;) {
        const page = await store.mailPage({}, after, 200)
        all.push(...page.mails)
        after = page.next
        if (after === null) return all
      }
    },
  }
}

/** Settings to reach a server over TLS. */
export const at = ({ tlsPort }: Dovecot): Partial<InboxSettings> => ({ port: tlsPort, security: 'tls' })

/** Until it is so; fails after some seconds with what was last. */
export async function until<Value>(
  read: () => Promise<Value> | Value,
  isSo: (value: Value) => boolean,
  patienceMs = 15_000,
): Promise<Value> {
  const end = performance.now() + patienceMs
  for (;;) {
    const value = await read()
    if (isSo(value)) return value
    if (performance.now() > end) throw new Error(`it never became so; last: ${JSON.stringify(value)?.slice(0, 500)}`)
    await sleep(10)
  }
}
