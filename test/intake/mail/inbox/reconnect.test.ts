import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startDovecot, trust } from '../../../helpers/dovecot.ts'
import { aFormMail, readPlainly } from '../../../helpers/plain-mails.ts'
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

let folders = 0
let folder = ''
beforeEach(() => {
  folder = `Box${++folders}`
  server.makeFolder(folder)
})
const here = (): ReturnType<typeof at> => ({ ...at(server), folder })
const deliver = (from: number, to: number): string[] =>
  server.deliver(
    Array.from({ length: to - from + 1 }, (_, n) => aFormMail(from + n)),
    folder,
  )

it('reads on where it was when the server is killed in the middle of fetching and comes back', async () => {
  let [read, kills] = [0, 0]
  let dying: Promise<void> = Promise.resolve()
  const desk = await openInboxDesk({
    readIncoming: async (raw, context, where) => {
      // Each time in another batch, and before that is saved.
      if (++read % 90 === 0 && kills < 3) {
        kills++
        dying = server.kill().then(() => server.start())
        await dying
      }
      return readPlainly(raw, context, where)
    },
  })
  deliver(1, 400)
  const inboxId = await desk.add({ ...here(), afterReading: 'mark-seen' })
  await desk.inboxes.start()
  const inbox = await until(
    () => desk.one(inboxId),
    ({ leads, state }) => leads >= 400 && state === 'idle',
    30_000,
  )
  await dying
  expect(kills).toBe(3)
  expect(inbox).toMatchObject({ leads: 400, review: 0, trouble: null })
  expect(await desk.leads()).toHaveLength(400)
  expect(server.filesIn(folder).filter((file) => !/:2,\w*S/.test(file))).toEqual([])
}, 60_000)

it('listens again after the server was away, and says so only when it stays away', async () => {
  const desk = await openInboxDesk()
  const inboxId = await desk.add(here())
  await desk.inboxes.start()
  await until(
    () => desk.one(inboxId),
    ({ state }) => state === 'idle',
  )
  await server.kill()
  const away = await until(
    () => desk.one(inboxId),
    ({ trouble }) => trouble !== null,
  )
  expect(away).toMatchObject({ state: 'retrying', trouble: { code: 'refused' } })
  deliver(1, 3)
  await server.start()
  await until(
    () => desk.one(inboxId),
    ({ leads, state, trouble }) => leads === 3 && state === 'idle' && trouble === null,
  )
  deliver(4, 4)
  await until(
    () => desk.one(inboxId),
    ({ leads }) => leads === 4,
  )
  expect(await desk.told()).toEqual(['inbox-saved', 'inbox-troubled', 'inbox-recovered'])
})

it('does not make a word of a connection that ends and is back at once', async () => {
  const desk = await openInboxDesk({ pace: { retryMs: 1_500, longestRetryMs: 1_500 } })
  const inboxId = await desk.add(here())
  await desk.inboxes.start()
  await until(
    () => desk.one(inboxId),
    ({ state }) => state === 'idle',
  )
  await server.kill()
  await server.start()
  deliver(1, 2)
  await until(
    () => desk.one(inboxId),
    ({ leads }) => leads === 2,
  )
  expect(await desk.told()).toEqual(['inbox-saved'])
})

it('names a folder that was deleted while it listened, and reads it when it is there again', async () => {
  const desk = await openInboxDesk()
  deliver(1, 2)
  const inboxId = await desk.add(here())
  await desk.inboxes.start()
  await until(
    () => desk.one(inboxId),
    ({ leads, state }) => leads === 2 && state === 'idle',
  )
  server.removeFolder(folder)
  await server.kill()
  await server.start()
  await until(
    () => desk.one(inboxId),
    ({ trouble }) => trouble?.code === 'no-folder',
  )
  server.makeFolder(folder)
  deliver(1, 3)
  // A new folder of the old name numbers anew: the two known mails stay one each.
  await until(
    () => desk.one(inboxId),
    ({ leads, trouble }) => leads === 3 && trouble === null,
  )
  expect(await desk.leads()).toHaveLength(3)
})
