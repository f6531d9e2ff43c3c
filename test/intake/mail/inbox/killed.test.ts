import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { InboxSettings } from '../../../../src-main/contract/index.ts'
import { openFileSecrets, secretsPlace } from '../../../../src-main/lib/file-secrets.ts'
import { type RunningDesk, startDesk, type StartOptions } from '../../../../src-main/start.ts'
import { PASSWORD, startDovecot, trust, USER } from '../../../helpers/dovecot.ts'
import { aFormMail, aPlainMail } from '../../../helpers/plain-mails.ts'
import { at } from './inbox-desk.ts'

/** How often the desk is killed: 100 in a long run. */
const KILLS = Number(process.env['LEAD_DESK_KILLS'] ?? 4)
const MAILS_A_LIFE = 30

let server: Awaited<ReturnType<typeof startDovecot>>
let distrust: () => void
beforeAll(async () => {
  server = await startDovecot()
  distrust = trust(server.certificate)
}, 30_000)
afterAll(async () => {
  distrust()
  await server.stop()
}, 60_000)

/** A desk in a process of its own; it is killed without warning when `fate` says so. */
async function liveAndDie(dataFolder: string, env: NodeJS.ProcessEnv, fate: (isReading: Promise<void>) => Promise<unknown>) {
  const script = join(import.meta.dirname, '../../../helpers/inboxes-until-killed.ts')
  const child = spawn(process.execPath, [script, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    const isReading = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
    await Promise.race([fate(isReading), over])
    expect(child.exitCode).toBeNull()
  } finally {
    child.kill('SIGKILL')
    await over
  }
}

const anyTime = (mostMs: number): Promise<void> => sleep(Math.random() * mostMs)

/** While it opens, some time after it began to read, or just as it marks and moves. */
function fateOf(life: number): (isReading: Promise<void>) => Promise<void> {
  if (life % 10 === 9) return () => anyTime(1_000)
  if (life % 3 === 0) return (isReading) => isReading.then(() => anyTime(700))
  const before = server.filesIn('Done').length
  return async (isReading) => {
    await isReading
    const end = performance.now() + 5_000
    while (server.filesIn('Done').length === before && performance.now() < end) await sleep(2)
    await anyTime(100)
  }
}

it(
  `R31 a desk killed ${KILLS} times while it reads has each mail once, and tells the server of each once`,
  async () => {
    for (const name of ['Moved', 'Seen', 'Done']) server.makeFolder(name)
    const folder = mkdtempSync(join(tmpdir(), 'lead-desk-killed-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const dataFolder = join(folder, 'data')
    const config = { XDG_CONFIG_HOME: join(folder, 'config'), APPDATA: join(folder, 'config'), HOME: folder }
    const secrets = openFileSecrets(secretsPlace(dataFolder, config))
    const certificate = join(folder, 'cert.pem')
    writeFileSync(certificate, server.certificate)
    await withDesk({ dataFolder, secrets }, async ({ intake }) => {
      const base = { ...at(server), host: 'localhost', user: USER, auth: 'password', since: 0 }
      const ways = [
        { ...base, name: 'Moved', folder: 'Moved', afterReading: 'move', moveTo: 'Done' },
        { ...base, name: 'Seen', folder: 'Seen', afterReading: 'mark-seen' },
      ]
      for (const way of ways)
        await intake.inboxes.save({ settings: InboxSettings.parse(way), secret: PASSWORD, actor: 'manager' })
    })

    let [leads, others, midway] = [0, 0, 0]
    for (let life = 0; life < KILLS; life++) {
      const fate = fateOf(life)
      await liveAndDie(dataFolder, { ...config, NODE_EXTRA_CA_CERTS: certificate }, (isReading) => {
        for (const name of ['Moved', 'Seen']) {
          const mails = Array.from({ length: MAILS_A_LIFE }, () => aFormMail(++leads))
          server.deliver([...mails, aPlainMail(++others)], name)
        }
        return fate(isReading)
      })
      const left = server.filesIn('Moved').length
      if (left > 0 && left % (MAILS_A_LIFE + 1) !== 0) midway++
    }
    process.stdout.write(`killed ${KILLS} times, ${midway} of them between two batches of moved mails\n`)

    await withDesk({ dataFolder, secrets }, async ({ intake, desk }) => {
      for (const { id } of await intake.inboxes.list()) await intake.inboxes.check({ inboxId: id })
      const counted = await intake.inboxes.list()
      expect(counted.reduce((sum, inbox) => sum + inbox.leads, 0)).toBe(leads)
      expect(counted.reduce((sum, inbox) => sum + inbox.review, 0)).toBe(others)
      expect(counted.map(({ trouble }) => trouble)).toEqual([null, null])
      for (const { id, mark } of await desk.store.inboxes())
        expect(await desk.store.mailsToMark(id, mark?.uidValidity ?? '', 10)).toEqual([])
    })
    const db = new Sqlite(join(dataFolder, 'desk.db'), { readonly: true })
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const names = db.prepare('select name from leads').pluck().all() as string[]
    const mails = db.prepare('select count(*) from mails').pluck().get()
    db.close()
    expect(names).toHaveLength(leads)
    expect(new Set(names).size).toBe(leads)
    expect(mails).toBe(leads + others)
    expect(server.filesIn('Moved')).toEqual([])
    expect(server.filesIn('Done')).toHaveLength((leads + others) / 2)
    expect(server.filesIn('Seen').filter((file) => !/:2,\w*S/.test(file))).toEqual([])
  },
  60_000 + KILLS * 10_000,
)

async function withDesk(options: StartOptions, work: (running: RunningDesk) => Promise<void>): Promise<void> {
  const running = await startDesk({ ...options, withClocks: false })
  try {
    await work(running)
  } finally {
    await running.close()
  }
}
