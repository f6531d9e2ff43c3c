import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import { InboxSettings } from '../../../src-main/contract/index.ts'
import { openInboxes } from '../../../src-main/intake/mail/inbox/open-inboxes.ts'
import { readIncoming } from '../../../src-main/intake/mail/read-incoming.ts'
import { openFileSecrets } from '../../../src-main/lib/file-secrets.ts'
import { type Dovecot, PASSWORD, startDovecot, trust, USER } from '../../helpers/dovecot.ts'
import { aFormMail } from '../../helpers/plain-mails.ts'
import { closeBenchDesk, inFolder, openBenchDesk, publishConditions } from '../desk.ts'
import { Disagreement, now, quantile, type Row, timingOf } from '../measure.ts'

const ARRIVALS = 60
const WAITING = 1_000
const ROUNDS = 3
/** Arrival to lead. */
const GOAL_MS = 1_000

/** A real IMAP server on this machine: from a mail's delivery to its lead, and 1,000 that wait. Beside it imapflow alone, which keeps nothing. */
export async function measureMail(): Promise<Row[]> {
  let server: Awaited<ReturnType<typeof startDovecot>>
  try {
    server = await startDovecot()
  } catch (error) {
    console.error(`mail: left out; ${(error as Error).message}`)
    return []
  }
  const distrust = trust(server.certificate)
  try {
    return [...(await measureArrivals(server)), await measureWaiting(server)]
  } finally {
    distrust()
    await server.stop()
  }
}

function settingsOf(server: Dovecot, folder: string): InboxSettings {
  const where = { host: 'localhost', port: server.tlsPort, security: 'tls', user: USER, auth: 'password' }
  return InboxSettings.parse({ ...where, name: folder, folder, since: 0 })
}

async function withDesk<Answer>(
  work: (open: Awaited<ReturnType<typeof openBenchDesk>>, inboxes: Awaited<ReturnType<typeof openInboxes>>) => Promise<Answer>,
): Promise<Answer> {
  return inFolder(async (folder) => {
    const desk = await openBenchDesk(folder)
    await publishConditions(desk, [undefined])
    const secrets = openFileSecrets({ file: join(folder, 'secrets.json'), keyFile: join(folder, 'secrets.key') })
    const inboxes = await openInboxes(desk, secrets, readIncoming)
    try {
      return await work(desk, inboxes)
    } finally {
      await inboxes.close()
      await closeBenchDesk(desk)
    }
  })
}

async function connect(server: Dovecot, folder: string): Promise<ImapFlow> {
  const auth = { user: USER, pass: PASSWORD }
  const client = new ImapFlow({
    host: 'localhost',
    port: server.tlsPort,
    secure: true,
    auth,
    logger: false,
    disableAutoIdle: true,
  })
  await client.connect()
  await client.mailboxOpen(folder, { readOnly: true })
  return client
}

async function measureArrivals(server: Dovecot): Promise<Row[]> {
  for (const folder of ['Desk', 'Bare']) server.makeFolder(folder)
  const own: number[] = []
  const least: number[] = []
  await withDesk(async (desk, inboxes) => {
    const { inboxId } = await inboxes.save({ settings: settingsOf(server, 'Desk'), secret: PASSWORD, actor: 'bench' })
    await inboxes.start()
    const client = await connect(server, 'Bare')
    for (let number = 1; number <= ARRIVALS; number++) {
      while ((await inboxes.list())[0]?.state !== 'idle') await sleep(1)
      // Off the beat of whatever the server does at intervals.
      await sleep(Math.random() * 50)
      let begun = now('wall')
      const saved = new Promise<void>((resolve) => {
        const stop = desk.store.onCommit(() => {
          stop()
          resolve()
        })
      })
      server.deliver([aFormMail(number)], 'Desk')
      await saved
      own.push(now('wall') - begun)

      const came = new Promise<void>((resolve) => client.once('exists', () => resolve()))
      const idle = client.idle()
      await sleep(20 + Math.random() * 50)
      begun = now('wall')
      server.deliver([aFormMail(number)], 'Bare')
      await came
      await client.fetchOne('*', { source: true })
      least.push(now('wall') - begun)
      await idle
    }
    await client.logout()
    const [inbox] = await inboxes.list()
    if (inbox?.id !== inboxId || inbox.leads !== ARRIVALS)
      throw new Disagreement(`mail: ${inbox?.leads} of ${ARRIVALS} became leads`)
  })
  const of = (times: number[], share: number): number =>
    quantile(
      times.toSorted((a, b) => a - b),
      share,
    )
  const { noise } = timingOf([own.slice(0, 20), own.slice(20, 40), own.slice(40)].map((some) => of(some, 0.5)))
  const common = { unit: 'ms' as const, noise }
  return [
    {
      ...common,
      workload: 'mail arrives, p50',
      product: of(own, 0.5),
      floor: of(least, 0.5),
      against: 'floor: imapflow hears and fetches',
      must: null,
      aim: null,
    },
    {
      ...common,
      workload: 'mail arrives, p95',
      product: of(own, 0.95),
      floor: GOAL_MS,
      against: 'goal: a second',
      must: 1,
      aim: null,
    },
  ]
}

async function measureWaiting(server: Dovecot): Promise<Row> {
  server.makeFolder('Many')
  server.deliver(
    Array.from({ length: WAITING }, (_, n) => aFormMail(n)),
    'Many',
  )
  const own: number[] = []
  const least: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    await withDesk(async (_, inboxes) => {
      const { inboxId } = await inboxes.save({ settings: settingsOf(server, 'Many'), secret: PASSWORD, actor: 'bench' })
      const begun = now('wall')
      await inboxes.check({ inboxId })
      own.push((1_000 * (now('wall') - begun)) / WAITING)
      const [inbox] = await inboxes.list()
      if (inbox?.leads !== WAITING) throw new Disagreement(`mail: ${inbox?.leads} of ${WAITING} became leads`)
    })
    const begun = now('wall')
    const client = await connect(server, 'Many')
    let bytes = 0
    for await (const { source } of client.fetch('1:*', { source: true })) bytes += source?.length ?? 0
    await client.logout()
    least.push((1_000 * (now('wall') - begun)) / WAITING)
    if (bytes === 0) throw new Disagreement('mail: nothing was fetched')
  }
  // The first round warms all three.
  const [product, floor] = [timingOf(own.slice(1)), timingOf(least.slice(1))]
  return {
    workload: 'a mail of 1,000 that wait',
    product: product.micros,
    floor: floor.micros,
    against: 'floor: imapflow fetches, keeps nothing',
    unit: 'µs',
    must: null,
    aim: null,
    noise: Math.max(product.noise, floor.noise),
  }
}
