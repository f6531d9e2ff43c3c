import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openFileSecrets, secretsPlace, type SecretsPlace } from '../../src-main/lib/file-secrets.ts'
import { SecretsUnreadable } from '../../src-main/lib/secrets.ts'

const PASSWORD = 'correct horse ✓ battery'

function aPlace(given: Partial<SecretsPlace> = {}): SecretsPlace {
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { file: join(folder, 'data', 'secrets.json'), keyFile: join(folder, 'config', 'secrets.key'), ...given }
}

/** Locks by turning bytes about: what is tested is who opens what. */
const KEYCHAIN = {
  encrypt: (text: string) => Buffer.from(Buffer.from(text).toReversed()),
  decrypt: (bytes: Buffer) => Buffer.from(bytes.toReversed()).toString(),
}

it('keeps a secret that another run opens, and that does not stand in the file', async () => {
  const place = aPlace()
  expect(await openFileSecrets(place).read('inbox-1')).toBeNull()
  await openFileSecrets(place).write('inbox-1', PASSWORD)
  expect(await openFileSecrets(place).read('inbox-1')).toBe(PASSWORD)
  expect(readFileSync(place.file, 'utf8')).not.toContain('horse')
  expect(readFileSync(place.file, 'utf8')).not.toContain(Buffer.from(PASSWORD).toString('base64').slice(0, 12))
  expect(readdirSync(join(place.file, '..'))).toEqual(['secrets.json'])
})

it.runIf(process.platform !== 'win32')('is for its owner alone, file and key', async () => {
  const place = aPlace()
  await openFileSecrets(place).write('inbox-1', PASSWORD)
  expect(statSync(place.file).mode & 0o777).toBe(0o600)
  expect(statSync(place.keyFile).mode & 0o777).toBe(0o600)
})

it('keeps many that are written at once, forgets one, and keeps the others', async () => {
  const secrets = openFileSecrets(aPlace())
  await Promise.all([1, 2, 3, 4, 5].map((id) => secrets.write(`inbox-${id}`, `secret ${id}`)))
  await secrets.remove('inbox-3')
  const found = await Promise.all([1, 2, 3, 4, 5].map((id) => secrets.read(`inbox-${id}`)))
  expect(found).toEqual(['secret 1', 'secret 2', null, 'secret 4', 'secret 5'])
})

it('is worth nothing in a copy of the data folder without the key, and says so', async () => {
  const place = aPlace()
  await openFileSecrets(place).write('inbox-1', PASSWORD)
  const copied = { ...place, keyFile: `${place.keyFile}.elsewhere` }
  await expect(openFileSecrets(copied).read('inbox-1')).rejects.toThrow(SecretsUnreadable)
  await expect(openFileSecrets(copied).read('inbox-1')).rejects.toThrow('copied from another machine')
  // Reading makes no key.
  expect(existsSync(copied.keyFile)).toBe(false)
  await openFileSecrets(copied).write('inbox-2', 'another')
  await expect(openFileSecrets(copied).read('inbox-1')).rejects.toThrow('does not fit')
  expect(await openFileSecrets(copied).read('inbox-2')).toBe('another')
})

it('is locked with the passphrase when there is one, and makes no key then', async () => {
  const place = aPlace({ passphrase: 'open sesame' })
  await openFileSecrets(place).write('inbox-1', PASSWORD)
  expect(existsSync(place.keyFile)).toBe(false)
  expect(await openFileSecrets(place).read('inbox-1')).toBe(PASSWORD)
  await expect(openFileSecrets({ ...place, passphrase: 'open barley' }).read('inbox-1')).rejects.toThrow('is another one')
  await expect(openFileSecrets({ ...place, passphrase: undefined }).read('inbox-1')).rejects.toThrow('set LEAD_DESK_PASSPHRASE')
})

it('takes the keychain where there is one, and opens what was locked before it came', async () => {
  const place = aPlace()
  await openFileSecrets(place).write('inbox-1', 'by file')
  const window = openFileSecrets({ ...place, keychain: KEYCHAIN })
  await window.write('inbox-2', 'by keychain')
  expect(window.kind).toBe('keychain')
  expect([await window.read('inbox-1'), await window.read('inbox-2')]).toEqual(['by file', 'by keychain'])
  const commandLine = openFileSecrets(place)
  expect(commandLine.kind).toBe('file')
  await expect(commandLine.read('inbox-2')).rejects.toThrow('only the window can open')
})

it('notices a secret that was changed, or put in the place of another', async () => {
  const place = aPlace()
  const secrets = openFileSecrets(place)
  await secrets.write('inbox-1', PASSWORD)
  await secrets.write('inbox-2', 'another')
  const all = JSON.parse(readFileSync(place.file, 'utf8')) as Record<string, { text: string }>
  writeFileSync(place.file, JSON.stringify({ 'inbox-1': all['inbox-2'], 'inbox-2': { ...all['inbox-2'], text: 'AAAA' } }))
  await expect(secrets.read('inbox-1')).rejects.toThrow(SecretsUnreadable)
  await expect(secrets.read('inbox-2')).rejects.toThrow(SecretsUnreadable)
})

it('says that a torn file can not be read instead of forgetting what is in it', async () => {
  const place = aPlace()
  await openFileSecrets(place).write('inbox-1', PASSWORD)
  writeFileSync(place.file, readFileSync(place.file, 'utf8').slice(0, 40))
  await expect(openFileSecrets(place).read('inbox-1')).rejects.toThrow("can't be read")
  await expect(openFileSecrets(place).write('inbox-2', 'x')).rejects.toThrow(SecretsUnreadable)
  expect(readFileSync(place.file, 'utf8')).toHaveLength(40)
})

it('lies in the data folder, its key outside of it', () => {
  const place = secretsPlace('/desk', { XDG_CONFIG_HOME: '/config', APPDATA: '/config', LEAD_DESK_PASSPHRASE: '' })
  expect(place.file).toBe(join('/desk', 'secrets.json'))
  expect(place.keyFile.startsWith('/desk')).toBe(false)
  expect(place.passphrase).toBeUndefined()
})
