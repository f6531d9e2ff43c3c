import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { readIncoming } from '../../../../src-main/intake/mail/read-incoming.ts'
import { startDovecot, trust } from '../../../helpers/dovecot.ts'
import { aFormMail, aPlainMail, readPlainly } from '../../../helpers/plain-mails.ts'
import { at, openInboxDesk, until } from './inbox-desk.ts'

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

/** Each test reads a folder of its own. */
let folders = 0
let folder = ''
beforeEach(() => {
  folder = `Box${++folders}`
  server.makeFolder(folder)
})
const mails = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, n) => aFormMail(from + n))
const deliver = (all: (string | Buffer)[]): string[] => server.deliver(all, folder)
const here = (): ReturnType<typeof at> => ({ ...at(server), folder })

it('takes in 1,000 mails that wait, each once, and routes each of them', async () => {
  const desk = await openInboxDesk()
  deliver(mails(1, 1_000))
  const inboxId = await desk.add(here())
  await desk.inboxes.start()
  const inbox = await until(
    () => desk.one(inboxId),
    ({ state }) => state === 'idle',
    60_000,
  )
  expect(inbox).toMatchObject({ leads: 1_000, review: 0, ignored: 0, behind: 0, trouble: null, retryAt: null })
  const leads = await desk.leads()
  expect(new Set(leads.map(({ name }) => name)).size).toBe(1_000)
  expect(leads.every(({ repId, status }) => repId !== null && status === 'assigned')).toBe(true)
}, 90_000)

it('hears of a mail that arrives while it listens, and reads nothing twice afterwards', async () => {
  const desk = await openInboxDesk()
  deliver(mails(1, 3))
  const inboxId = await desk.add(here())
  await desk.inboxes.start()
  await until(
    () => desk.one(inboxId),
    ({ state }) => state === 'idle',
  )
  for (let n = 4; n <= 8; n++) {
    deliver([aFormMail(n)])
    await until(
      () => desk.one(inboxId),
      ({ leads }) => leads === n,
    )
  }
  await desk.inboxes.close()
  const again = await desk.reopen()
  await until(
    () => again.list(),
    ([inbox]) => inbox?.state === 'idle',
  )
  expect(await desk.mails()).toHaveLength(8)
  expect(await desk.leads()).toHaveLength(8)
})

it('knows its own reps and accounts: what they write is no lead, also where plain mails of people are', async () => {
  const desk = await openInboxDesk({ readIncoming })
  const from = (address: string, subject: string): string =>
    `From: "Lena Ortiz" <${address}>\r\nTo: <lena@customer.example>\r\nSubject: ${subject}\r\nMessage-ID: <${address}>\r\n\r\nWe could come on Monday at ten. Does that suit you?\r\n`
  deliver([
    from('Ada@team.example', 'Re: Your roof'),
    from('anna@example.org', 'Re: Your roof'),
    from('lena@customer.example', 'My roof'),
  ])
  const inboxId = await desk.add({ ...here(), takes: 'people' })
  await desk.inboxes.check({ inboxId })
  expect(await desk.one(inboxId)).toMatchObject({ leads: 1, review: 0, ignored: 2 })
  expect((await desk.mails()).map(({ reason }) => reason)).toEqual([null, 'own-mail', 'own-mail'])
  expect((await desk.leads()).map(({ name }) => name)).toEqual(['Lena Ortiz'])
})

it('leaves alone what arrived before its day', async () => {
  const desk = await openInboxDesk()
  deliver(mails(1, 3))
  const inboxId = await desk.add({ ...here(), since: Date.now() + 3_600_000 })
  await desk.inboxes.check({ inboxId })
  expect(await desk.one(inboxId)).toMatchObject({ leads: 0, review: 0 })
  const earlier = await desk.add({ ...here(), name: 'Earlier', since: Date.now() - 3_600_000 })
  await desk.inboxes.check({ inboxId: earlier })
  expect(await desk.one(earlier)).toMatchObject({ leads: 3 })
})

it('reads a folder anew whose numbers have changed, and takes nothing in twice', async () => {
  const desk = await openInboxDesk()
  const files = deliver(mails(1, 30))
  const inboxId = await desk.add(here())
  await desk.inboxes.check({ inboxId })
  const [before] = await desk.test.desk.store.inboxes()
  server.vanish(files[0] ?? '', folder)
  server.renumber(folder)
  deliver(mails(31, 35))
  await desk.inboxes.check({ inboxId })
  const [after] = await desk.test.desk.store.inboxes()
  expect(after?.mark?.uidValidity).not.toBe(before?.mark?.uidValidity)
  expect(await desk.one(inboxId)).toMatchObject({ leads: 35, review: 0 })
  expect(await desk.leads()).toHaveLength(35)
})

it('goes on past mails that vanish and mails that arrive while it reads', async () => {
  const files = deliver(mails(1, 120))
  let seen = 0
  const desk = await openInboxDesk({
    // In the middle of the first batch the later ones change behind its back.
    readIncoming: (raw, context, where) => {
      if (++seen === 10) {
        for (const file of files.slice(60, 90)) server.vanish(file, folder)
        deliver(mails(121, 130))
      }
      return readPlainly(raw, context, where)
    },
  })
  const inboxId = await desk.add(here())
  await desk.inboxes.start()
  const inbox = await until(
    () => desk.one(inboxId),
    ({ leads, state }) => leads >= 100 && state === 'idle',
  )
  expect(inbox.leads).toBeLessThanOrEqual(130)
  const names = new Set((await desk.leads()).map(({ name }) => name))
  for (const number of [...Array(60).keys()].map((n) => n + 1).concat([...Array(40).keys()].map((n) => n + 91)))
    expect(names).toContain(`Lead Number${number}`)
})

it('puts a mail that breaks its reader into the tray, and reads those behind it', async () => {
  const desk = await openInboxDesk()
  deliver([aFormMail(1), 'Subject: poison\r\n\r\npoison', aFormMail(2), '', '\0\0\0', aPlainMail(1), aFormMail(3)])
  const inboxId = await desk.add(here())
  await desk.inboxes.check({ inboxId })
  expect(await desk.one(inboxId)).toMatchObject({ leads: 3, review: 4, trouble: null })
  const held = (await desk.mails()).filter(({ verdict }) => verdict === 'review')
  expect(held.map(({ reason }) => reason)).toEqual(['person', 'person', 'person', 'unreadable'])
})

it('fetches of a mail that is too large its beginning, and leaves the judgement to a person', async () => {
  const desk = await openInboxDesk()
  deliver([aFormMail(1), Buffer.from(aFormMail(2, `\r\n${'x'.repeat(76)}`.repeat(340_000))), aFormMail(3)])
  const inboxId = await desk.add(here())
  await desk.inboxes.check({ inboxId })
  expect(await desk.one(inboxId)).toMatchObject({ leads: 2, review: 1, trouble: null })
  const [held] = (await desk.mails()).filter(({ verdict }) => verdict === 'review')
  expect(held).toMatchObject({ reason: 'too-large', subject: 'Contact request 2', leadIds: [] })
  const { raw } = await desk.test.desk.store.readMail(held!.id)
  expect(raw?.length).toBe(1024 * 1024)
})

it('keeps a lead mail that can not be saved as a lead in the tray, and saves those around it', async () => {
  const desk = await openInboxDesk({
    // A phone no database takes: as if a parser had a fault that only the store meets.
    readIncoming: async (raw, context, where) => {
      const mail = await readPlainly(raw, context, where)
      if (mail.subject !== 'Contact request 3') return mail
      return { ...mail, leads: mail.leads.map((lead) => ({ ...lead, phoneKey: {} as unknown as string })) }
    },
  })
  deliver(mails(1, 6))
  const inboxId = await desk.add(here())
  await desk.inboxes.check({ inboxId })
  expect(await desk.one(inboxId)).toMatchObject({ leads: 5, review: 1, trouble: null })
  const [stored] = await desk.test.desk.store.inboxes()
  expect(stored?.mark?.lastUid).toBe(6)
})

it('reads several inboxes at once, each for itself', async () => {
  const desk = await openInboxDesk()
  server.makeFolder(`${folder}b`)
  const first = await desk.add(here())
  const second = await desk.add({ ...here(), name: 'Second', folder: `${folder}b` })
  const off = await desk.add({ ...here(), name: 'Off', isOn: false })
  await desk.inboxes.start()
  await until(
    () => desk.inboxes.list(),
    (all) => all.filter(({ state }) => state === 'idle').length === 2,
  )
  deliver(mails(1, 5))
  server.deliver(mails(1, 7), `${folder}b`)
  await until(
    () => desk.one(first),
    ({ leads }) => leads === 5,
  )
  // The same mails in another inbox are arrivals of their own, though not new people.
  await until(
    () => desk.one(second),
    ({ leads }) => leads === 7,
  )
  expect(await desk.one(off)).toMatchObject({ state: 'off', leads: 0 })
  expect(await desk.mails()).toHaveLength(12)
  expect(await desk.leads()).toHaveLength(7)
})
