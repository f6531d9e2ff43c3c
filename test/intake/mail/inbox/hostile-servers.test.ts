import { expect, it } from 'vitest'
import { aFormMail } from '../../../helpers/plain-mails.ts'
import { type Answer, aServerThat, opened } from './a-server-that.ts'
import { openInboxDesk, until } from './inbox-desk.ts'

const SILENCE_MS = 400
const pace = { connectMs: 600, silenceMs: SILENCE_MS }
const plainly = (port: number) => ({ host: '127.0.0.1', port, security: 'none' as const })

const GREETINGS: Record<string, [string | null, string]> = {
  'says nothing': [null, 'timeout'],
  'is a web server': ['HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n', 'not-imap'],
  'is an SSH server': ['SSH-2.0-OpenSSH_9.2\r\n', 'not-imap'],
  'speaks garbage': ['\u0000\u0001{99999999999999999999}\r\n((((((((\r\n', 'not-imap'],
  'turns everybody away': ['* BYE too many connections\r\n', 'connection-lost'],
  'never ends a line': [`* OK ${'x'.repeat(100_000)}`, 'not-imap'],
}

it.each(Object.entries(GREETINGS))('gives up a server that %s, says why, and tries again', async (_, [greeting, code]) => {
  const server = await aServerThat(() => undefined, greeting)
  const desk = await openInboxDesk({ pace })
  const inboxId = await desk.add(plainly(server.port))
  await desk.inboxes.start()
  const { trouble } = await until(
    () => desk.one(inboxId),
    (inbox) => inbox.trouble !== null,
  )
  expect(trouble?.code).toBe(code)
  await until(server.connections, (count) => count >= 2)
})

const two = [aFormMail(1), aFormMail(2)]
const fetched = (number: number, mail: string, announced = mail.length): string =>
  `* ${number} FETCH (UID ${number} BODY[]<0> {${announced}}\r\n${mail})\r\n`
const looked = (uids: readonly number[]): string =>
  uids.map((uid) => `* ${uid} FETCH (UID ${uid} RFC822.SIZE 300 INTERNALDATE "02-Nov-2026 10:00:00 +0000")\r\n`).join('')

/** A folder with mails, where only the fetching of them is scripted; `uids` are those asked for. */
function withMails(
  uids: readonly number[],
  fetch: (command: Parameters<Answer>[0], uids: number[]) => ReturnType<Answer> | undefined,
) {
  return (command: Parameters<Answer>[0]): ReturnType<Answer> | undefined => {
    const { tag, name, line } = command
    if (name === 'SELECT' || name === 'EXAMINE') return opened(tag, uids.length)
    if (name === 'UID SEARCH') {
      const from = Number(/UID (\d+):\*/.exec(line)?.[1] ?? 1)
      const named = /UID ([\d,]+)(?: |$)/
        .exec(line.slice(line.indexOf('SEARCH')))?.[1]
        ?.split(',')
        .map(Number)
      const found = named && !line.includes(':*') ? named.filter((uid) => uids.includes(uid)) : uids.filter((uid) => uid >= from)
      return `* SEARCH ${found.join(' ')}\r\n${tag} OK done\r\n`
    }
    if (name !== 'UID FETCH') return undefined
    const wanted = expand(line.split(' ')[3] ?? '')
    if (line.includes('RFC822.SIZE')) return `${looked(wanted)}${tag} OK done\r\n`
    return fetch(command, wanted)
  }
}

const expand = (set: string): number[] =>
  set.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split(':').map(Number)
    return Array.from({ length: to - from + 1 }, (_, n) => from + n)
  })

it('reads on after a server that closes in the middle of a mail', async () => {
  let closed = 0
  const server = await aServerThat(
    withMails([1, 2], ({ tag, socket }, uids) => {
      if (closed < 3) {
        closed++
        socket.end(`${fetched(1, two[0]!)}* 2 FETCH (UID 2 BODY[]<0> {5000}\r\n${two[1]}`)
        return null
      }
      return `${uids.map((uid) => fetched(uid, two[uid - 1]!)).join('')}${tag} OK done\r\n`
    }),
  )
  const desk = await openInboxDesk({ pace })
  const inboxId = await desk.add(plainly(server.port))
  await desk.inboxes.start()
  const inbox = await until(
    () => desk.one(inboxId),
    ({ leads, state }) => leads === 2 && state === 'idle',
  )
  expect(inbox).toMatchObject({ review: 0, behind: 0, trouble: null })
  expect(closed).toBe(3)
})

it.each(['closes', 'hangs', 'refuses', 'lies about the size'])(
  'gives up a mail at which the server always %s, keeps a note of it, and reads those behind it',
  async (how) => {
    const server = await aServerThat(
      withMails([1, 2, 3], ({ tag, line, socket }, uids) => {
        const isHeader = line.includes('HEADER')
        const good = uids.filter((uid) => uid < 2).map((uid) => fetched(uid, two[0]!))
        if (!uids.includes(2)) return `${uids.map((uid) => fetched(uid, two[uid === 1 ? 0 : 1]!)).join('')}${tag} OK done\r\n`
        if (how === 'refuses') return isHeader ? `${tag} NO no\r\n` : `${good.join('')}${tag} NO [SERVERBUG] can't\r\n`
        if (isHeader) return `* 2 FETCH (UID 2 BODY[HEADER]<0> {21}\r\nSubject: broken one\r\n)\r\n${tag} OK done\r\n`
        if (how === 'lies about the size') return `${good.join('')}* 2 FETCH (UID 2 BODY[]<0> {99999999}\r\n`
        if (how === 'closes') socket.end(good.join(''))
        else socket.write(good.join(''))
        return null
      }),
    )
    const desk = await openInboxDesk({ pace: { ...pace, retryMs: 5, longestRetryMs: 10 } })
    const inboxId = await desk.add(plainly(server.port))
    await desk.inboxes.start()
    const inbox = await until(
      () => desk.one(inboxId),
      ({ leads, review, state }) => leads + review === 3 && state === 'idle',
    )
    expect(inbox).toMatchObject({ leads: 2, review: 1, trouble: null })
    const [held] = (await desk.mails()).filter(({ verdict }) => verdict === 'review')
    expect(held).toMatchObject({ reason: 'unreadable' })
    expect(held?.subject).toBe(how === 'refuses' ? 'A mail that could not be fetched' : 'broken one')
    const [stored] = await desk.test.desk.store.inboxes()
    expect(stored?.mark?.lastUid).toBe(3)
  },
)

it('says nothing of a folder that was made between the question and the answer, and moves its mails there', async () => {
  let moves = 0
  const server = await aServerThat((command) => {
    const { tag, name } = command
    if (name === 'UID MOVE') return `${tag} ${++moves === 1 ? 'NO [TRYCREATE] no such folder' : 'OK done'}\r\n`
    if (name === 'STATUS') return `* STATUS Done (MESSAGES 0)\r\n${tag} OK done\r\n`
    return withMails([1], (_, uids) => `${uids.map((uid) => fetched(uid, two[uid - 1]!)).join('')}${tag} OK done\r\n`)(command)
  })
  const desk = await openInboxDesk({ pace })
  const inboxId = await desk.add({ ...plainly(server.port), afterReading: 'move', moveTo: 'Done' })
  await desk.inboxes.check({ inboxId })
  expect(moves).toBe(2)
  expect(await desk.one(inboxId)).toMatchObject({ leads: 1, trouble: null })
  expect(await desk.told()).toEqual(['inbox-saved'])
})

it('takes in a mail of the very second it begins at', async () => {
  const server = await aServerThat(
    withMails([1], ({ tag }, uids) => `${uids.map((uid) => fetched(uid, two[uid - 1]!)).join('')}${tag} OK done\r\n`),
  )
  const desk = await openInboxDesk({ pace })
  const inboxId = await desk.add({ ...plainly(server.port), since: Date.UTC(2026, 10, 2, 10, 0, 0, 400) })
  await desk.inboxes.check({ inboxId })
  expect(await desk.one(inboxId)).toMatchObject({ leads: 1 })
})

it('takes a mail for gone only when the server says so', async () => {
  let asked = 0
  const server = await aServerThat(
    // It passes over the second mail, once without a word, and names it when it is searched for.
    withMails([1, 2], ({ tag }, uids) => {
      const given = asked++ === 0 ? uids.filter((uid) => uid !== 2) : uids
      return `${given.map((uid) => fetched(uid, two[uid - 1]!)).join('')}${tag} OK done\r\n`
    }),
  )
  const desk = await openInboxDesk({ pace })
  const inboxId = await desk.add(plainly(server.port))
  await desk.inboxes.check({ inboxId })
  expect(await desk.one(inboxId)).toMatchObject({ leads: 2, review: 0 })
})

it('notices a connection that is dead though nobody closed it', async () => {
  let isDead = false
  const server = await aServerThat(({ name }) => {
    if (name === 'IDLE') isDead = true
    return isDead && name !== 'IDLE' ? null : undefined
  })
  const desk = await openInboxDesk({ pace: { ...pace, silenceMs: 150 } })
  await desk.add(plainly(server.port))
  await desk.inboxes.start()
  await until(server.connections, (count) => count >= 1)
  isDead = false
  await until(server.connections, (count) => count >= 2)
})

it('keeps to one connection an inbox', async () => {
  const server = await aServerThat(() => undefined)
  const desk = await openInboxDesk({ pace })
  const inboxId = await desk.add(plainly(server.port))
  await desk.inboxes.start()
  await until(
    () => desk.one(inboxId),
    ({ state }) => state === 'idle',
  )
  await Promise.all(Array.from({ length: 5 }, () => desk.inboxes.check({ inboxId })))
  expect(server.connections()).toBe(1)
})

it('ends at once while it waits for a server that hangs', async () => {
  const server = await aServerThat(() => undefined, null)
  const desk = await openInboxDesk({ pace: { connectMs: 60_000 } })
  await desk.add(plainly(server.port))
  await desk.inboxes.start()
  await until(server.connections, (count) => count === 1)
  const from = performance.now()
  await desk.inboxes.close()
  expect(performance.now() - from).toBeLessThan(3_000)
})
