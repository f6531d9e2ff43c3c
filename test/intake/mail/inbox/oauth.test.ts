import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { type ScriptedServer, aServerThat } from './a-server-that.ts'
import { openInboxDesk, until } from './inbox-desk.ts'

/** An IMAP server that lets in whoever brings this token. */
const aServerFor = (good: () => string): Promise<ScriptedServer> =>
  aServerThat(({ tag, name, line, socket }) => {
    if (name === 'CAPABILITY') return `* CAPABILITY IMAP4rev1 IDLE AUTH=XOAUTH2\r\n${tag} OK done\r\n`
    if (name !== 'AUTHENTICATE') return undefined
    const token = Buffer.from(line.split(' ')[3] ?? '', 'base64').toString()
    if (token === `user=anna@example.org\u0001auth=Bearer ${good()}\u0001\u0001`) return `${tag} OK done\r\n`
    socket.once('data', () => socket.write(`${tag} NO [AUTHENTICATIONFAILED] Invalid credentials\r\n`))
    return `+ ${Buffer.from('{"status":"400"}').toString('base64')}\r\n`
  })

/** Where tokens are had. Counts what it was asked. */
async function aTokenServer(
  answer: (asked: URLSearchParams) => [number, unknown],
): Promise<{ url: string; asked: URLSearchParams[] }> {
  const asked: URLSearchParams[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece
    })
    request.on('end', () => {
      const form = new URLSearchParams(body)
      asked.push(form)
      const [status, json] = answer(form)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}/token`, asked }
}

const account = (port: number) => ({ host: '127.0.0.1', port, security: 'none' as const, auth: 'oauth2' as const })

it('signs in with an access token as it is', async () => {
  const server = await aServerFor(() => 'fresh')
  const desk = await openInboxDesk()
  await desk.inboxes.check({ inboxId: await desk.add(account(server.port), 'fresh') })
  const stale = await desk.add(account(server.port), 'stale')
  await expect(desk.inboxes.check({ inboxId: stale })).rejects.toMatchObject({ data: { code: 'wrong-password' } })
})

it('gets a new token before the old one runs out, and keeps it', async () => {
  const server = await aServerFor(() => 'second')
  const tokens = await aTokenServer(() => [200, { access_token: 'second', expires_in: 3600, refresh_token: 'next' }])
  const desk = await openInboxDesk()
  const now = desk.test.clock.now()
  const secret = { accessToken: 'first', expiresAt: now + 1_000, refreshToken: 'again', clientId: 'desk', tokenUrl: tokens.url }
  const inboxId = await desk.add(account(server.port), JSON.stringify(secret))
  await desk.inboxes.check({ inboxId })
  expect(Object.fromEntries(tokens.asked[0]!)).toEqual({
    grant_type: 'refresh_token',
    refresh_token: 'again',
    client_id: 'desk',
  })
  const kept = { ...secret, accessToken: 'second', refreshToken: 'next', expiresAt: now + 3_600_000 }
  expect(JSON.parse((await desk.secrets.read(`inbox-${inboxId}`)) ?? '')).toEqual(kept)
  await desk.inboxes.check({ inboxId })
  expect(tokens.asked).toHaveLength(1)
})

it('gets a new token when a server no longer takes the old one', async () => {
  const server = await aServerFor(() => 'second')
  const tokens = await aTokenServer(() => [200, { access_token: 'second' }])
  const desk = await openInboxDesk()
  const secret = { accessToken: 'first', refreshToken: 'again', clientId: 'desk', clientSecret: 'x', tokenUrl: tokens.url }
  const inboxId = await desk.add(account(server.port), JSON.stringify(secret))
  await desk.inboxes.start()
  await until(
    () => desk.one(inboxId),
    ({ state }) => state === 'idle',
  )
  expect(await desk.told()).toEqual(['inbox-saved'])
  expect(tokens.asked).toHaveLength(1)
})

it.each([
  ['withdrawn', [400, { error: 'invalid_grant', error_description: 'Token has been revoked.' }], 'wrong-password'],
  ['not given for now', [503, {}], 'other'],
  ['not JSON', [200, 'oops'], 'other'],
] as const)('says that access was %s', async (_, answer, code) => {
  const server = await aServerFor(() => 'second')
  const tokens = await aTokenServer(() => [...answer])
  const desk = await openInboxDesk()
  const secret = { refreshToken: 'again', clientId: 'desk', tokenUrl: tokens.url }
  const inboxId = await desk.add(account(server.port), JSON.stringify(secret))
  await expect(desk.inboxes.check({ inboxId })).rejects.toMatchObject({ code: 'inbox-failed', data: { code } })
  expect(server.connections()).toBe(0)
})

it('asks for tokens over https alone', async () => {
  const desk = await openInboxDesk()
  const secret = { refreshToken: 'again', clientId: 'desk', tokenUrl: 'http://login.example.com/token' }
  const inboxId = await desk.add(account(1), JSON.stringify(secret))
  await expect(desk.inboxes.check({ inboxId })).rejects.toMatchObject({ data: { code: 'no-tls' } })
})
