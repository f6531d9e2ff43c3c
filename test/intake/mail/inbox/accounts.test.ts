import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { InboxSettings } from '../../../../src-main/contract/index.ts'
import { PASSWORD, startDovecot, trust, USER } from '../../../helpers/dovecot.ts'
import { aFormMail, aPlainMail } from '../../../helpers/plain-mails.ts'
import { at, openInboxDesk, until } from './inbox-desk.ts'

let server: Awaited<ReturnType<typeof startDovecot>>
let distrust: () => void
beforeAll(async () => {
  server = await startDovecot()
  distrust = trust(server.certificate)
  for (const folder of ['Leads', 'Other', 'Many']) server.makeFolder(folder)
  server.deliver([aFormMail(1), aPlainMail(1), aFormMail(2)], 'Leads')
  server.deliver([aFormMail(3)], 'Other')
  server.deliver(
    Array.from({ length: 15 }, (_, n) => aFormMail(n)),
    'Many',
  )
}, 30_000)
afterAll(async () => {
  distrust()
  await server.stop()
}, 60_000)
const whole = (given: Partial<InboxSettings> = {}): InboxSettings =>
  InboxSettings.parse({ ...at(server), name: 'Leads', host: 'localhost', user: USER, auth: 'password', since: 0, ...given })

it('answers a test with folders, their mails and what the server can do', async () => {
  const desk = await openInboxDesk()
  const found = await desk.inboxes.test({ server: whole(), secret: PASSWORD })
  expect(found).toMatchObject({ hasIdle: true, hasMove: true })
  expect(found.folders).toContainEqual({ path: 'INBOX', name: 'INBOX', mails: 0, use: 'inbox' })
  expect(found.folders).toContainEqual({ path: 'Leads', name: 'Leads', mails: 3, use: null })
  expect(found.folders).toContainEqual({ path: 'Sent', name: 'Sent', mails: 0, use: 'sent' })
  expect(await desk.inboxes.list()).toEqual([])
})

it('shows the newest mails as they would be read, and leaves everything as it was', async () => {
  const desk = await openInboxDesk()
  const { mails } = await desk.inboxes.sample({ settings: whole({ folder: 'Leads' }), secret: PASSWORD })
  expect(mails.map(({ subject, verdict }) => [subject, verdict])).toEqual([
    ['Contact request 2', 'lead'],
    ['Lunch 1?', 'review'],
    ['Contact request 1', 'lead'],
  ])
  expect(await desk.mails()).toEqual([])
  expect(server.filesIn('Leads').filter((file) => /:2,\w*S/.test(file))).toEqual([])
  const many = await desk.inboxes.sample({ settings: whole({ folder: 'Many' }), secret: PASSWORD })
  expect(many.mails).toHaveLength(10)
  expect(many.mails[0]?.subject).toBe('Contact request 14')
  expect((await desk.inboxes.sample({ settings: whole(), secret: PASSWORD })).mails).toEqual([])
  await expect(desk.inboxes.sample({ settings: whole({ folder: 'None' }), secret: PASSWORD })).rejects.toMatchObject({
    data: { code: 'no-folder' },
  })
})

it('begins to read an inbox when it is saved, follows its settings, and keeps its password when none is given', async () => {
  const desk = await openInboxDesk()
  await desk.inboxes.start()
  const inboxId = await desk.add({ ...at(server), folder: 'Leads' })
  await until(
    () => desk.one(inboxId),
    ({ leads, state }) => leads === 2 && state === 'idle',
  )
  await desk.inboxes.save({ inboxId, settings: whole({ folder: 'Other' }), actor: 'manager' })
  await until(
    () => desk.one(inboxId),
    ({ leads, state }) => leads === 3 && state === 'idle',
  )
  await desk.inboxes.save({ inboxId, settings: whole({ folder: 'Other', isOn: false }), actor: 'manager' })
  expect(await desk.one(inboxId)).toMatchObject({ state: 'off', leads: 3 })
  expect(await desk.inboxes.test({ server: whole(), inboxId })).toMatchObject({ hasIdle: true })
})

it('forgets the account and its password, and keeps its leads', async () => {
  const desk = await openInboxDesk()
  await desk.inboxes.start()
  const inboxId = await desk.add({ ...at(server), folder: 'Leads' })
  await until(
    () => desk.one(inboxId),
    ({ leads }) => leads === 2,
  )
  await desk.inboxes.remove({ inboxId, actor: 'manager' })
  expect(await desk.inboxes.list()).toEqual([])
  expect(await desk.secrets.read(`inbox-${inboxId}`)).toBeNull()
  expect(await desk.leads()).toHaveLength(2)
  for (const call of [desk.inboxes.check({ inboxId }), desk.inboxes.remove({ inboxId, actor: 'manager' })])
    await expect(call).rejects.toMatchObject({ code: 'inbox-not-found' })
})

it('writes the password into no file but the locked one', async () => {
  const desk = await openInboxDesk()
  const inboxId = await desk.add({ ...at(server), folder: 'Leads' })
  await desk.inboxes.check({ inboxId })
  const files = readdirSync(desk.test.folder, { recursive: true, encoding: 'utf8' }).map((name) => join(desk.test.folder, name))
  for (const file of files.filter((name) => statSync(name).isFile())) expect(readFileSync(file).includes(PASSWORD)).toBe(false)
  expect(await desk.secrets.read(`inbox-${inboxId}`)).toBe(PASSWORD)
})

it('refuses settings that would lose or repeat mails', async () => {
  const desk = await openInboxDesk()
  await expect(desk.add({ ...at(server), afterReading: 'move' })).rejects.toMatchObject({ data: { field: 'moveTo' } })
  const loop = { ...at(server), folder: 'Leads', afterReading: 'move' as const, moveTo: 'Leads' }
  await expect(desk.add(loop)).rejects.toMatchObject({ data: { field: 'moveTo' } })
  expect(await desk.inboxes.list()).toEqual([])
})
