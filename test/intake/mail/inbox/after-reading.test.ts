import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { readIncoming } from '../../../../src-main/intake/mail/read-incoming.ts'
import { openTray } from '../../../../src-main/intake/mail/tray.ts'
import { type Dovecot, startDovecot, trust } from '../../../helpers/dovecot.ts'
import { aFormMail, aPlainMail, readPlainly } from '../../../helpers/plain-mails.ts'
import { at, openInboxDesk, until } from './inbox-desk.ts'

type Running = Awaited<ReturnType<typeof startDovecot>>
let server: Running
let old: Running
let distrust: (() => void)[]
beforeAll(async () => {
  server = await startDovecot()
  // A server of the plain kind: neither MOVE nor UIDPLUS nor IDLE.
  old = await startDovecot({ settings: 'imap_capability = IMAP4rev1 SASL-IR LITERAL+ CHILDREN NAMESPACE' })
  distrust = [server, old].map(({ certificate }) => trust(certificate))
}, 30_000)
afterAll(async () => {
  for (const undo of distrust.toReversed()) undo()
  await Promise.all([server.stop(), old.stop()])
}, 60_000)

let folders = 0
let folder = ''
beforeEach(() => {
  folder = `Box${++folders}`
  for (const one of [server, old]) one.makeFolder(folder)
})
const three = [1, 2, 3].map((number) => aFormMail(number))
const isSeen = (file: string): boolean => /:2,\w*S/.test(file)
const isDeleted = (file: string): boolean => /:2,\w*T/.test(file)
const here = (one: Dovecot = server): ReturnType<typeof at> => ({ ...at(one), folder })

it('leaves mails as they were', async () => {
  const desk = await openInboxDesk()
  server.deliver(three, folder)
  await desk.inboxes.check({ inboxId: await desk.add({ ...here(), afterReading: 'leave' }) })
  expect(server.filesIn(folder).filter(isSeen)).toEqual([])
  expect(await desk.leads()).toHaveLength(3)
})

it('marks mails as read once they are saved, and not before', async () => {
  const seenWhileReading: string[] = []
  const desk = await openInboxDesk({
    readIncoming: (raw, context, where) => {
      seenWhileReading.push(...server.filesIn(folder).filter(isSeen))
      return readPlainly(raw, context, where)
    },
  })
  server.deliver(three, folder)
  const inboxId = await desk.add({ ...here(), afterReading: 'mark-seen' })
  await desk.inboxes.check({ inboxId })
  expect(seenWhileReading).toEqual([])
  expect(server.filesIn(folder).filter(isSeen)).toHaveLength(3)
  expect(await toMark(desk)).toEqual([])
  expect(await desk.leads()).toHaveLength(3)
})

async function toMark(desk: Awaited<ReturnType<typeof openInboxDesk>>): Promise<number[]> {
  const { store } = desk.test.desk
  const [inbox] = await store.inboxes()
  return inbox?.mark ? store.mailsToMark(inbox.id, inbox.mark.uidValidity, 100) : []
}

it('moves mails once they are saved, and what comes back is no new lead', async () => {
  const desk = await openInboxDesk()
  server.makeFolder(`${folder}done`)
  server.deliver(three, folder)
  const inboxId = await desk.add({ ...here(), afterReading: 'move', moveTo: `${folder}done` })
  await desk.inboxes.check({ inboxId })
  expect(server.filesIn(folder)).toEqual([])
  expect(server.filesIn(`${folder}done`)).toHaveLength(3)
  server.deliver([aFormMail(2)], folder)
  await desk.inboxes.check({ inboxId })
  expect(server.filesIn(`${folder}done`)).toHaveLength(4)
  expect(await desk.leads()).toHaveLength(3)
  expect(await desk.one(inboxId)).toMatchObject({ leads: 3, trouble: null })
})

it('moves what became a lead or waits in the tray, and leaves everything else in its place for good', async () => {
  const desk = await openInboxDesk({ readIncoming })
  server.makeFolder(`${folder}done`)
  const news =
    'From: news@shop.example\r\nSubject: Sale\r\nMessage-ID: <n@x>\r\nList-Unsubscribe: <https://x.example>\r\n\r\nBuy\r\n'
  server.deliver([aFormMail(1), news, aPlainMail(1), aPlainMail(2)], folder)
  const inboxId = await desk.add({ ...here(), afterReading: 'move', moveTo: `${folder}done` })
  await desk.inboxes.check({ inboxId })
  expect(await desk.one(inboxId)).toMatchObject({ leads: 1, review: 2, ignored: 1, trouble: null })
  expect(server.filesIn(folder)).toHaveLength(1)
  expect(server.filesIn(`${folder}done`)).toHaveLength(3)
  const mails = await desk.mails()
  const [first, second] = mails.filter(({ verdict }) => verdict === 'review').map(({ id }) => id)
  const ignored = mails.filter(({ verdict }) => verdict === 'ignored').map(({ id }) => id)
  const tray = openTray(desk.test.desk)
  await tray.dismiss({ mailIds: [first!], actor: 'manager' })
  await tray.reopen({ mailIds: ignored, actor: 'manager' })
  await tray.accept({ mailId: second!, lead: { name: 'Ada' }, keepTemplate: false, actor: 'manager' })
  await desk.inboxes.check({ inboxId })
  expect(server.filesIn(folder)).toHaveLength(1)
  expect(server.filesIn(`${folder}done`)).toHaveLength(3)
})

it('moves by copying where the server can do no better, and removes nothing but what it copied', async () => {
  const desk = await openInboxDesk()
  old.makeFolder(`${folder}done`)
  old.deliver(three, folder)
  const inboxId = await desk.add({ ...here(old), afterReading: 'move', moveTo: `${folder}done` })
  await desk.inboxes.check({ inboxId })
  expect(old.filesIn(`${folder}done`)).toHaveLength(3)
  // Without UIDPLUS they are marked as deleted and wait for whoever tidies up.
  expect(old.filesIn(folder).filter(isDeleted)).toHaveLength(3)
  await desk.inboxes.check({ inboxId })
  expect(old.filesIn(`${folder}done`)).toHaveLength(3)
  expect(await desk.leads()).toHaveLength(3)
})

it('takes leads in although the folder to move to is gone, says so, and moves them when it is back', async () => {
  const desk = await openInboxDesk()
  server.deliver(three, folder)
  const inboxId = await desk.add({ ...here(), afterReading: 'move', moveTo: `${folder}done` })
  await desk.inboxes.start()
  const inbox = await until(
    () => desk.one(inboxId),
    ({ state }) => state === 'idle',
  )
  expect(inbox).toMatchObject({ leads: 3, trouble: { code: 'no-target-folder' } })
  server.deliver([aFormMail(4)], folder)
  await until(
    () => desk.one(inboxId),
    ({ leads }) => leads === 4,
  )
  expect(server.filesIn(folder)).toHaveLength(4)
  server.makeFolder(`${folder}done`)
  await desk.inboxes.check({ inboxId })
  expect(server.filesIn(folder)).toEqual([])
  expect(server.filesIn(`${folder}done`)).toHaveLength(4)
  expect(await desk.one(inboxId)).toMatchObject({ leads: 4, trouble: null })
  expect(await desk.told()).toEqual(['inbox-saved', 'inbox-troubled', 'inbox-recovered'])
})

it('tells the server later what it could not tell before the desk or the line broke', async () => {
  const desk = await openInboxDesk()
  server.deliver(three, folder)
  const inboxId = await desk.add({ ...here(), afterReading: 'mark-seen' })
  const { store } = desk.test.desk
  // Saved, and the desk dies: just what a kill between the commit and the mark leaves behind.
  const kept = store.mailsMarked
  store.mailsMarked = () => Promise.reject(new Error('dead'))
  await expect(desk.inboxes.check({ inboxId })).rejects.toThrow()
  store.mailsMarked = kept
  expect(await toMark(desk)).toEqual([1, 2, 3])
  await desk.inboxes.check({ inboxId })
  expect(await toMark(desk)).toEqual([])
  expect(server.filesIn(folder).filter(isSeen)).toHaveLength(3)
  expect(await desk.leads()).toHaveLength(3)
})

it('asks a server that can not tell of new mail by itself again and again', async () => {
  const desk = await openInboxDesk()
  const inboxId = await desk.add(here(old))
  await desk.inboxes.start()
  await until(
    () => desk.one(inboxId),
    ({ state }) => state === 'polling',
  )
  for (const number of [1, 2, 3]) {
    old.deliver([aFormMail(number)], folder)
    await until(
      () => desk.one(inboxId),
      ({ leads }) => leads === number,
    )
  }
})
