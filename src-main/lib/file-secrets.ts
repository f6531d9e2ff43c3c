import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { programData } from './data-folder.ts'
import { type Secrets, SecretsUnreadable } from './secrets.ts'

/** The system's own keychain, as the window gets it. Throws when it can't. */
export interface Keychain {
  encrypt(text: string): Buffer
  decrypt(bytes: Buffer): string
}

export interface SecretsPlace {
  /** Names and locked texts. Worth nothing without what opens them. */
  file: string
  /** A random key, made when it is first needed. Not in the data folder, so that no copy of that carries it along. */
  keyFile: string
  /** Takes the place of the key file. */
  passphrase?: string | undefined
  /** Takes the place of both. What they have locked is still opened. */
  keychain?: Keychain | null
}

interface Entry {
  lock: 'key' | 'passphrase' | 'keychain'
  text: string
  /** Not with `keychain`. */
  iv?: string
  tag?: string
  /** With `passphrase`. */
  salt?: string
}

const NAME = 'secrets.json'
const KEY_NAME = 'secrets.key'
const KEY_BYTES = 32
const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)
/** 32 MB and some 0.1 s a guess. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/** Where the secrets of a desk lie unless told otherwise, and what locks them: LEAD_DESK_PASSPHRASE, or a key beside the user's other settings. */
export const secretsPlace = (dataFolder: string, env: NodeJS.ProcessEnv = process.env): SecretsPlace => ({
  file: join(dataFolder, NAME),
  keyFile: join(programData(env), KEY_NAME),
  passphrase: env['LEAD_DESK_PASSPHRASE'] === '' ? undefined : env['LEAD_DESK_PASSPHRASE'],
})

/** Secrets in one file, each locked for itself (AES-256-GCM, or the system's keychain) and bound to its name. */
export function openFileSecrets(place: SecretsPlace): Secrets {
  const { file, keychain = null } = place
  /** Writes come one after the other. */
  let turn: Promise<unknown> = Promise.resolve()

  async function entries(): Promise<Record<string, Entry>> {
    try {
      return JSON.parse(await readFile(file, 'utf8')) as Record<string, Entry>
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
      throw new SecretsUnreadable(`${file} can't be read`, { cause: error })
    }
  }

  function change(work: (all: Record<string, Entry>) => Promise<void>): Promise<void> {
    const done = turn.then(async () => {
      const all = await entries()
      await work(all)
      await writeWhole(file, JSON.stringify(all, null, 2))
    })
    turn = done.catch(() => {})
    return done
  }

  return {
    kind: keychain === null ? 'file' : 'keychain',
    async read(name) {
      const entry = (await entries())[name]
      return entry === undefined ? null : unlock(place, name, entry)
    },
    write: (name, secret) =>
      change(async (all) => {
        all[name] = await lock(place, name, secret)
      }),
    remove: (name) =>
      change(async (all) => {
        delete all[name]
      }),
  }
}

/** Forgets what `isToForget` names, while no desk has the folder open. A file that can't be read is nobody's to read, and goes. */
export function forgetSecretsSync(dataFolder: string, isToForget: (name: string) => boolean): void {
  const file = join(dataFolder, NAME)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return
  }
  const all = entriesIn(text)
  const left = Object.fromEntries(Object.entries(all).filter(([name]) => !isToForget(name)))
  if (Object.keys(left).length === Object.keys(all).length && text !== '') return
  writeFileSync(`${file}.new`, JSON.stringify(left, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function entriesIn(text: string): Record<string, Entry> {
  try {
    return JSON.parse(text) as Record<string, Entry>
  } catch {
    return {}
  }
}

async function lock(place: SecretsPlace, name: string, secret: string): Promise<Entry> {
  if (place.keychain) return { lock: 'keychain', text: place.keychain.encrypt(secret).toString('base64') }
  const salt = place.passphrase === undefined ? undefined : randomBytes(16)
  const key =
    place.passphrase === undefined || salt === undefined
      ? await ownKey(place)
      : await derive(place.passphrase, salt, KEY_BYTES, COST)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name))
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return {
    lock: salt === undefined ? 'key' : 'passphrase',
    text: text.toString('base64'),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    ...(salt === undefined ? {} : { salt: salt.toString('base64') }),
  }
}

async function unlock(place: SecretsPlace, name: string, entry: Entry): Promise<string> {
  const bytes = (text = ''): Buffer => Buffer.from(text, 'base64')
  if (entry.lock === 'keychain') {
    if (!place.keychain) throw new SecretsUnreadable("it lies in the system's keychain, which only the window can open")
    try {
      return place.keychain.decrypt(bytes(entry.text))
    } catch (error) {
      throw new SecretsUnreadable("the system's keychain does not open it", { cause: error })
    }
  }
  const key = await keyOf(place, entry)
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, bytes(entry.iv), { authTagLength: 16 })
    cipher.setAAD(Buffer.from(name)).setAuthTag(bytes(entry.tag))
    return Buffer.concat([cipher.update(bytes(entry.text)), cipher.final()]).toString('utf8')
  } catch (error) {
    const reason = entry.lock === 'key' ? `the key in ${place.keyFile} does not fit` : 'LEAD_DESK_PASSPHRASE is another one'
    throw new SecretsUnreadable(`it was locked with another key: ${reason}`, { cause: error })
  }
}

async function keyOf(place: SecretsPlace, { lock, salt = '' }: Entry): Promise<Buffer> {
  if (lock === 'passphrase') {
    if (place.passphrase === undefined) throw new SecretsUnreadable('it was locked with a passphrase: set LEAD_DESK_PASSPHRASE')
    return derive(place.passphrase, Buffer.from(salt, 'base64'), KEY_BYTES, COST)
  }
  try {
    return await readKey(place.keyFile)
  } catch (error) {
    throw new SecretsUnreadable(`its key is not there (${place.keyFile}): was this desk copied from another machine?`, {
      cause: error,
    })
  }
}

/** The key of this user, made when there is none. Of two desks that make it at once, one wins. */
async function ownKey({ keyFile }: SecretsPlace): Promise<Buffer> {
  await mkdir(dirname(keyFile), { recursive: true })
  try {
    await writeFile(keyFile, randomBytes(KEY_BYTES).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(keyFile, error)
  }
  try {
    return await readKey(keyFile)
  } catch (error) {
    throw new SecretsUnreadable(`${keyFile} is no key`, { cause: error })
  }
}

async function readKey(keyFile: string): Promise<Buffer> {
  const key = Buffer.from((await readFile(keyFile, 'utf8')).trim(), 'hex')
  if (key.length !== KEY_BYTES) throw new Error(`${keyFile} is no key`)
  return key
}

/** Altogether or not at all, and for nobody else's eyes. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.new`
  try {
    await mkdir(dirname(file), { recursive: true })
    const handle = await open(draft, 'w', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw unwritable(file, error)
  }
}

const unwritable = (file: string, cause: unknown): SecretsUnreadable =>
  new SecretsUnreadable(`nothing can be written to ${file} (${(cause as NodeJS.ErrnoException).code ?? 'unknown'})`, { cause })
