import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { expect, it, onTestFinished } from 'vitest'
import type { UploadId } from '../../src-main/contract/index.ts'
import { openLogFile } from '../../src-main/lib/log-file.ts'
import { startDesk, type RunningDesk } from '../../src-main/start.ts'
import { servePort } from '../../src-main/wire/message-port.ts'
import type { ShellDoor } from '../../src-main/wire/served-desk.ts'
import { aRep, type Client, freshFolder, openTestDesk, refusalOf } from './connect.ts'

const PIECE = 3 * 1024 * 1024

async function upload(client: Client, file: string): Promise<UploadId> {
  const { uploadId } = await client.intake.beginUpload({ name: 'friday.db', bytes: statSync(file).size })
  let offset = 0
  for await (const piece of createReadStream(file, { highWaterMark: PIECE })) {
    const base64 = (piece as Buffer).toString('base64')
    offset = (await client.intake.appendUpload({ uploadId, offset, base64 })).bytes
  }
  return uploadId
}
const uploadsIn = (folder: string): string[] => (existsSync(join(folder, 'uploads')) ? readdirSync(join(folder, 'uploads')) : [])

/** A window whose program writes down what it is asked. */
function windowOn(running: RunningDesk): { client: Client; asked: unknown[] } {
  const asked: unknown[] = []
  const shell: ShellDoor = {
    tell: (notice) => asked.push(notice),
    badge: (shown) => asked.push(shown),
    savePdf: async ({ name }) => ({ file: `/tmp/${name}.pdf` }),
    speak: (language) => asked.push(language),
    restart: () => asked.push('restart'),
  }
  const { port1, port2 } = new MessageChannel()
  servePort(running, port1, { actor: 'manager', runsIn: 'window', shell })
  port1.start()
  port2.start()
  onTestFinished(() => port2.close())
  return { client: createORPCClient(new RPCLink({ port: port2 })), asked }
}

it('A backup sent by a page is in place when the desk opens again, and the program is asked to do so', async () => {
  const dataFolder = await freshFolder()
  const first = await startDesk({ dataFolder, withClocks: false })
  const { client, asked } = windowOn(first)
  await client.lead.add({ name: 'Ada Novak', email: 'ada@example.org' })
  const { file } = await client.desk.backup({})
  await client.lead.add({ name: 'Bo Chen', email: 'bo@example.org' })

  const uploadId = await upload(client, file)
  expect(await client.desk.checkBackup({ uploadId })).toMatchObject({ leads: 1, reps: 0 })
  const { kept, isRestarting } = await client.desk.restore({ uploadId })
  expect(isRestarting).toBe(true)
  expect(asked).toEqual(['restart'])
  expect(uploadsIn(dataFolder)).toEqual([])
  expect((await client.lead.count({ filter: {} })).count, 'until then nothing changes').toBe(2)
  await first.close()

  const again = await startDesk({ dataFolder, withClocks: false })
  const browser = again.client('manager')
  expect((await browser.lead.count({ filter: {} })).count).toBe(1)
  expect(existsSync(kept)).toBe(true)
  await again.close()
})

it('A desk without a window says that it must be started again', async () => {
  const { running } = await openTestDesk()
  const client = running.client('manager')
  const { file } = await client.desk.backup({})
  const uploadId = await upload(client, file)
  expect(await client.desk.restore({ uploadId })).toMatchObject({ isRestarting: false })
})

it('A file that is refused is told by its own name, and gone', async () => {
  const { running } = await openTestDesk()
  const client = running.client('manager')
  const file = join(await freshFolder(), 'friday.db')
  await writeFile(file, 'name,email\n'.repeat(500))
  const refused = { code: 'backup-unreadable', data: { file: 'friday.db', reason: 'it is no backup of a Lead Desk' } }
  expect(await refusalOf(client.desk.checkBackup({ uploadId: await upload(client, file) }))).toMatchObject(refused)
  expect(await refusalOf(client.desk.restore({ uploadId: await upload(client, file) }))).toMatchObject(refused)
  expect(uploadsIn(running.dataFolder)).toEqual([])
  expect(readdirSync(running.dataFolder).filter((name) => name.startsWith('restore'))).toEqual([])
})

it('A file that is of no more use goes from the disk at once, with the piece that was on its way', async () => {
  const { running } = await openTestDesk()
  const client = running.client('manager')
  const { uploadId } = await client.intake.beginUpload({ name: 'friday.db', bytes: 6 })
  expect(uploadsIn(running.dataFolder)).toHaveLength(1)
  const piece = client.intake.appendUpload({ uploadId, offset: 0, base64: Buffer.from('abc').toString('base64') })
  await client.intake.dropUpload({ uploadId })
  expect(await piece).toEqual({ bytes: 3 })
  expect(uploadsIn(running.dataFolder)).toEqual([])
  await client.intake.dropUpload({ uploadId })
  expect(await refusalOf(client.desk.checkBackup({ uploadId }))).toMatchObject({ code: 'upload-not-found' })
})

const HUGE = Number(process.env['LEAD_DESK_HUGE_MB'] ?? 24)
it(`A file of ${HUGE} MB goes up in pieces and is refused in a sentence when it is none (LEAD_DESK_HUGE_MB)`, async () => {
  const { running } = await openTestDesk()
  const client = running.client('manager')
  const file = join(await freshFolder(), 'huge.db')
  const handle = await open(file, 'w')
  await handle.write('SQLite format 3\0')
  await handle.truncate(HUGE * 1024 * 1024)
  await handle.close()
  const before = process.memoryUsage().rss
  const refusal = await refusalOf(client.desk.checkBackup({ uploadId: await upload(client, file) }))
  expect(refusal).toMatchObject({ code: 'backup-unreadable' })
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  expect(uploadsIn(running.dataFolder)).toEqual([])
}, 120_000)

it('What a window is asked of reaches its program; a browser shows for itself, and is refused what only a window can', async () => {
  const { running } = await openTestDesk()
  const { client, asked } = windowOn(running)
  const notice = { title: 'Hot', body: 'waits', leadId: null, isUrgent: true }
  await client.window.tell(notice)
  await client.window.badge({ count: 3, label: '3 waiting' })
  await client.window.speak({ language: 'de' })
  expect(asked).toEqual([{ ...notice, isSilent: false }, { count: 3, label: '3 waiting' }, 'de'])
  expect(await client.window.savePdf({ name: 'Report' })).toEqual({ file: '/tmp/Report.pdf' })

  const browser = running.client('manager')
  await browser.window.tell(notice)
  await browser.window.badge({ count: 3, label: '' })
  await browser.window.speak({ language: 'de' })
  expect(await refusalOf(browser.window.savePdf({ name: 'Report' }))).toMatchObject({
    code: 'bad-input',
    data: { field: 'window' },
  })
})

it('The logs tell what runs and what went wrong, and of nobody who it was', async () => {
  const dataFolder = await freshFolder()
  const log = openLogFile(join(dataFolder, 'logs'))
  const running = await startDesk({ dataFolder, log, withClocks: false })
  const client = running.client('manager')
  await client.rep.add({ ...aRep('mia.berg@firm.example'), name: 'Mia Berg' })
  await client.lead.add({ name: 'Ada Novak', company: 'Zweigwerk', email: 'ada@example.org', phone: '+49 30 901820' })
  const cause = new Error('row of Ada Novak <ada@example.org>, +49 30 901820, Zweigwerk, for Mia Berg')
  log.error('an import failed', cause, { file: '/home/mia/leads.csv', address: 'https://a.example/x?key=geheim' })
  log.info('an inbox is read again', { inbox: 4 })
  const { name, text } = await client.desk.logs()
  await running.close()
  log.close()
  expect(name).toMatch(/^Lead Desk logs \d{4}-\d\d-\d\d \d{6}\.txt$/)
  expect(text).toMatch(/^Lead Desk \d/)
  expect(text).toMatch(/SQLite 3\./)
  expect(text).toContain('an import failed')
  expect(text).toContain('row of [name] <[e-mail]>, [number], [name], for [name]')
  expect(text).toContain('"inbox":4')
  expect(text).not.toMatch(/Ada|Novak|901820|Zweigwerk|Mia|geheim|ada@|\/home\/mia/)
})
