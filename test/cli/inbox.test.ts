import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { PASSWORD, startDovecot, trust, USER } from '../helpers/dovecot.ts'
import { aFormMail, aPlainMail } from '../helpers/plain-mails.ts'
import { ended, errorOf, filledDesk, jsonLines, type Ran, run, runHere, start } from './run-desk.ts'

vi.setConfig({ testTimeout: 90_000 })

let server: Awaited<ReturnType<typeof startDovecot>>
let folder: string
let distrust: () => void
beforeAll(async () => {
  server = await startDovecot()
  folder = await mkdtemp(join(tmpdir(), 'lead-desk-cli-inbox-'))
  writeFileSync(join(folder, 'cert.pem'), server.certificate)
  distrust = trust(server.certificate)
}, 30_000)
afterAll(async () => {
  distrust()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}, 60_000)
// As a person's machine would be: it knows the certificate, and has a folder for keys.
beforeEach(() => {
  vi.stubEnv('NODE_EXTRA_CA_CERTS', join(folder, 'cert.pem'))
  vi.stubEnv('XDG_CONFIG_HOME', folder)
  vi.stubEnv('APPDATA', folder)
  vi.stubEnv('LEAD_DESK_INBOX_PASSWORD', '')
  return () => vi.unstubAllEnvs()
})
/** In this process; a password comes by the environment. */
async function here(args: readonly string[], password = ''): Promise<Ran> {
  vi.stubEnv('LEAD_DESK_INBOX_PASSWORD', password)
  try {
    return await runHere(args)
  } finally {
    process.exitCode = undefined
  }
}
const account = (): string[] => ['--host', 'localhost', '--port', String(server.tlsPort), '--user', USER]

test('an inbox is added with its password from standard input, read once, listed, tested and forgotten', async () => {
  const { data } = await filledDesk()
  server.makeFolder('Leads')
  server.makeFolder('Done')
  server.deliver([aFormMail(1), aFormMail(2), aPlainMail(1)], 'Leads')
  const how = ['--folder', 'Leads', '--after', 'move', '--move-to', 'Done', '--since', 'all', '--name', 'Web mails']
  const added = await run(['inbox', 'add', ...account(), ...how, '--data', data, '--json'], `${PASSWORD}\n`)
  expect([added.code, added.stderr]).toEqual([0, ''])
  expect(JSON.parse(added.stdout)).toMatchObject({ inbox: 1, settings: { name: 'Web mails', security: 'tls', since: 0 } })

  const checked = await here(['inbox', 'check', '--data', data, '--json'])
  expect([checked.code, jsonLines(checked.stdout)]).toEqual([0, [{ inbox: 1, leads: 2, review: 1, ignored: 0 }]])
  expect(server.filesIn('Done')).toHaveLength(3)
  server.deliver([aFormMail(3)], 'Leads')
  const again = await here(['inbox', 'check', '#1', '--data', data])
  expect([again.code, again.stdout]).toEqual([0, 'Web mails: 1 lead, 0 for review, 0 ignored.\n'])

  const listed = jsonLines((await here(['inbox', 'list', '--data', data, '--json'])).stdout)
  expect(listed).toMatchObject([{ id: 1, leads: 3, review: 1, ignored: 0, trouble: null, state: 'off' }])
  const tested = await here(['inbox', 'test', '1', '--data', data])
  expect(tested.stdout).toMatch(/Leads +0/)
  expect(tested.stderr).toContain('at once')

  expect((await here(['inbox', 'remove', '1', '--data', data])).stdout).toContain('is forgotten')
  expect(errorOf(await here(['inbox', 'check', '1', '--data', data, '--json']))).toMatchObject({
    error: { code: 'inbox-not-found', data: { id: 1 } },
  })
})

test('an inbox whose password, certificate or folder is wrong is not added, and the reason is said', async () => {
  const { data } = await filledDesk()
  let password = 'falsch'
  const add = (...rest: string[]): Promise<Ran> =>
    here(['inbox', 'add', ...account(), ...rest, '--data', data, '--json'], password)
  const wrong = await add()
  expect(wrong.code).toBe(1)
  expect(errorOf(wrong)).toMatchObject({ error: { code: 'inbox-failed', data: { code: 'wrong-password' } } })
  password = PASSWORD
  expect(errorOf(await add('--folder', 'Nowhere'))).toMatchObject({ error: { data: { code: 'no-folder' } } })
  expect(errorOf(await add('--after', 'move', '--move-to', 'Nowhere'))).toMatchObject({
    error: { data: { code: 'no-target-folder' } },
  })
  distrust()
  expect(errorOf(await add())).toMatchObject({ error: { data: { code: 'untrusted' } } })
  distrust = trust(server.certificate)
  expect((await here(['inbox', 'list', '--data', data, '--json'])).stdout).toBe('')
})

test('one inbox that can not be read is said, and keeps none of the others from it', async () => {
  const { data } = await filledDesk()
  server.makeFolder('Here')
  server.makeFolder('Gone')
  server.deliver([aFormMail(9)], 'Here')
  for (const box of ['Gone', 'Here'])
    await here(['inbox', 'add', ...account(), '--folder', box, '--since', '1d', '--data', data], PASSWORD)
  server.removeFolder('Gone')
  const checked = await here(['inbox', 'check', '--data', data, '--json'])
  expect(checked.code).toBe(1)
  expect(jsonLines(checked.stdout)).toMatchObject([
    { inbox: 1, leads: 0, error: { code: 'inbox-failed', data: { code: 'no-folder' } } },
    { inbox: 2, leads: 1 },
  ])
})

test('a desk that is served reads its inboxes as mails arrive, and writes no password into its log', async () => {
  const { data } = await filledDesk()
  server.makeFolder('Live')
  await here(['inbox', 'add', ...account(), '--folder', 'Live', '--after', 'mark-seen', '--data', data], PASSWORD)
  const served = start('serve', '--port', '0', '--data', data, '--json')
  const over = ended(served)
  const { url } = await new Promise<{ url: string }>((resolve) =>
    served.stdout.once('data', (text: Buffer) => resolve(JSON.parse(String(text)) as { url: string })),
  )
  expect(url).toContain('127.0.0.1')
  server.deliver([aFormMail(20), aFormMail(21)], 'Live')
  await vi.waitFor(() => expect(server.filesIn('Live').filter((file) => /:2,\w*S/.test(file))).toHaveLength(2), 30_000)
  served.kill('SIGTERM')
  expect((await over).code).toBe(0)
  expect(jsonLines((await here(['inbox', 'list', '--data', data, '--json'])).stdout)).toMatchObject([{ leads: 2 }])
  expect(readFileSync(join(data, 'logs', 'desk.log'), 'utf8')).not.toContain(PASSWORD)
})

test.each([
  [['inbox', 'add'], '--user'],
  [['inbox', 'add', '--user', 'a@b.example', '--security', 'maybe'], 'Allowed choices'],
  [['inbox', 'add', '--user', 'a@b.example', '--password', 'x'], 'unknown option'],
  [['inbox', 'check', 'all'], 'named by its number'],
])('%j is wrong usage, and the sentence says why', async (args, reason) => {
  const ran = await runHere(args)
  expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(reason)])
})

test('a provider is known by the address; anybody else has to name the server', async () => {
  const { data } = await filledDesk()
  const ran = await here(['inbox', 'add', '--user', 'anna@nobody.example', '--data', data, '--json'], PASSWORD)
  expect(errorOf(ran)).toMatchObject({ error: { code: 'bad-input', data: { field: '--host' } } })
  const since = await here(['inbox', 'add', ...account(), '--since', 'yesterday', '--data', data, '--json'], PASSWORD)
  expect(errorOf(since)).toMatchObject({ error: { code: 'bad-input', data: { field: '--since' } } })
})
