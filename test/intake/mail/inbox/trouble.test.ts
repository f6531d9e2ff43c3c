import { afterAll, beforeAll, expect, it } from 'vitest'
import type { InboxSettings, INBOX_TROUBLES } from '../../../../src-main/contract/index.ts'
import { backOff } from '../../../../src-main/intake/mail/inbox/back-off.ts'
import { PACE } from '../../../../src-main/intake/mail/inbox/pace.ts'
import { PASSWORD, startDovecot, trust } from '../../../helpers/dovecot.ts'
import { aFormMail } from '../../../helpers/plain-mails.ts'
import { at, openInboxDesk, until } from './inbox-desk.ts'

type Running = Awaited<ReturnType<typeof startDovecot>>
let server: Running
let plain: Running
let stranger: Running
let distrust: () => void
beforeAll(async () => {
  server = await startDovecot()
  plain = await startDovecot({ withTls: false })
  stranger = await startDovecot()
  distrust = trust(server.certificate)
  server.deliver([aFormMail(1), aFormMail(2)])
}, 60_000)
afterAll(async () => {
  distrust()
  await Promise.all([server.stop(), plain.stop(), stranger.stop()])
}, 60_000)

interface Case {
  settings: Partial<InboxSettings>
  secret?: string
  code: (typeof INBOX_TROUBLES)[number]
}

const TROUBLES: Record<string, () => Case> = {
  'a wrong password': () => ({ settings: at(server), secret: 'falsch', code: 'wrong-password' }),
  'a wrong user': () => ({ settings: { ...at(server), user: 'nobody@example.org' }, code: 'wrong-password' }),
  'a certificate nobody knows': () => ({ settings: at(stranger), code: 'untrusted' }),
  'the same by STARTTLS': () => ({ settings: { port: stranger.port, security: 'starttls' }, code: 'untrusted' }),
  'a certificate for another name': () => ({ settings: { ...at(server), host: '127.0.0.1' }, code: 'untrusted' }),
  'an unknown host': () => ({ settings: { ...at(server), host: 'no-such-host.invalid' }, code: 'unknown-host' }),
  'a port where nothing is': () => ({ settings: { ...at(server), port: 1 }, code: 'refused' }),
  'a server without STARTTLS': () => ({ settings: { port: plain.port, security: 'starttls' }, code: 'no-tls' }),
  'TLS at a port that speaks none': () => ({ settings: { port: plain.port, security: 'tls' }, code: 'no-tls' }),
  'plain speech at a port of TLS': () => ({ settings: { port: server.tlsPort, security: 'none' }, code: 'timeout' }),
  'a way to sign in that the server does not take': () => ({
    settings: { ...at(server), auth: 'oauth2' },
    secret: 'token',
    code: 'auth-unsupported',
  }),
  'a token that is no token': () => ({ settings: { ...at(server), auth: 'oauth2' }, secret: '{"a":1}', code: 'no-password' }),
  'a folder that is not there': () => ({ settings: { ...at(server), folder: 'Nowhere' }, code: 'no-folder' }),
}

it.each(Object.entries(TROUBLES))('names %s, and keeps on trying', async (_, make) => {
  const { settings, secret, code } = make()
  const desk = await openInboxDesk()
  const inboxId = await desk.add(settings, secret ?? PASSWORD)
  await desk.inboxes.start()
  const inbox = await until(
    () => desk.one(inboxId),
    ({ trouble }) => trouble !== null,
  )
  expect(inbox.trouble).toMatchObject({ code, at: desk.test.clock.now() })
  expect(inbox.trouble?.detail).not.toBe('')
  expect(JSON.stringify(inbox)).not.toContain(secret ?? PASSWORD)
  expect(inbox).toMatchObject({ state: 'retrying', leads: 0 })
  expect(inbox.retryAt).toBeGreaterThan(desk.test.clock.now())
  if (code === 'no-folder') return
  await expect(desk.inboxes.test({ server: inbox.settings, inboxId })).rejects.toMatchObject({
    code: 'inbox-failed',
    data: { code },
  })
})

it('says that no password is kept', async () => {
  const desk = await openInboxDesk()
  const inboxId = await desk.add(at(server))
  await desk.secrets.remove(`inbox-${inboxId}`)
  await expect(desk.inboxes.check({ inboxId })).rejects.toMatchObject({ code: 'inbox-failed', data: { code: 'no-password' } })
})

it.each(['tls', 'starttls', 'none'] as const)('reads over %s on this machine', async (security) => {
  const desk = await openInboxDesk()
  const inboxId = await desk.add({ port: security === 'tls' ? server.tlsPort : server.port, security })
  await desk.inboxes.check({ inboxId })
  expect(await desk.one(inboxId)).toMatchObject({ leads: 2, trouble: null })
})

it('sends no password in the clear over a network', async () => {
  const desk = await openInboxDesk()
  const settings = { host: 'mail.example.org', port: 143, security: 'none' as const }
  await expect(desk.add(settings)).rejects.toMatchObject({ code: 'bad-input', data: { field: 'security' } })
  const whole = { ...settings, user: 'anna', auth: 'password' as const }
  await expect(desk.inboxes.test({ server: whole, secret: 'x' })).rejects.toMatchObject({ data: { code: 'no-tls' } })
})

it('tells each trouble once when it begins and once when it ends', async () => {
  const desk = await openInboxDesk({ pace: { refusedRetryMs: 30 } })
  const inboxId = await desk.add(at(server), 'falsch')
  await desk.inboxes.start()
  const refused = (): number => server.log().split('auth failed').length
  const before = refused()
  await until(refused, (count) => count >= before + 4)
  expect(await desk.told()).toEqual(['inbox-saved', 'inbox-troubled'])
  await desk.secrets.write(`inbox-${inboxId}`, PASSWORD)
  await until(
    () => desk.one(inboxId),
    ({ trouble, leads }) => trouble === null && leads === 2,
  )
  expect(await desk.told()).toEqual(['inbox-saved', 'inbox-troubled', 'inbox-recovered'])
})

it('waits long after a wrong password, and tries at once when somebody asks', async () => {
  const desk = await openInboxDesk({ pace: PACE })
  const inboxId = await desk.add(at(server), 'falsch')
  await desk.inboxes.start()
  const inbox = await until(
    () => desk.one(inboxId),
    ({ state }) => state === 'retrying',
  )
  expect((inbox.retryAt ?? 0) - desk.test.clock.now()).toBeGreaterThanOrEqual(PACE.refusedRetryMs / 2)
  await desk.secrets.write(`inbox-${inboxId}`, PASSWORD)
  await desk.inboxes.check({ inboxId })
  expect(await desk.one(inboxId)).toMatchObject({ leads: 2, trouble: null, retryAt: null })
})

it('waits longer after each failure, up to a bound, and never all at one moment', () => {
  const waits = [1, 2, 3, 4, 5, 20].map((failures) => backOff(PACE, 'connection-lost', failures, 1))
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 300_000])
  expect(backOff(PACE, 'connection-lost', 3, 0)).toBe(2_000)
  expect(backOff(PACE, 'wrong-password', 1, 1)).toBe(900_000)
  expect(backOff(PACE, 'wrong-password', 9, 1)).toBe(3_600_000)
})
