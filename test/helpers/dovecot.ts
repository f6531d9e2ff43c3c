import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

export const USER = 'anna@example.org'
export const PASSWORD = 'geheim-7Q'

/** A real IMAP server on loopback, with a folder, ports and a certificate of its own. */
export interface Dovecot {
  readonly host: 'localhost'
  /** Plain with STARTTLS. */
  readonly port: number
  /** TLS from the first byte. */
  readonly tlsPort: number
  /** The certificate, which nobody knows until a test says so. */
  readonly certificate: string
  /** Puts mails into a folder of the user as a delivery agent does: written beside, then moved in. Answers the names of their files. */
  deliver(mails: readonly (string | Buffer)[], folder?: string): string[]
  /** Removes a delivered mail behind the server's back. */
  vanish(file: string, folder?: string): void
  /** File names with their flags of what lies in a folder. */
  filesIn(folder?: string): string[]
  makeFolder(folder: string): void
  removeFolder(folder: string): void
  /** Forgets all numbers: the folder gets another UIDVALIDITY. */
  renumber(folder?: string): void
  /** Kills it without a word, with all connections. */
  kill(): Promise<void>
  /** Starts it again on the same ports. */
  start(): Promise<void>
  log(): string
}

export interface DovecotOptions {
  /** Lines of its own for the config: `imap_capability`, say. */
  settings?: string
  withTls?: boolean
}

function programOf(name: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  const found = folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
  if (found === undefined)
    throw new Error(`${name} is missing: the tests of e-mail inboxes need it. On Debian: apt-get install dovecot-imapd openssl`)
  return found
}

/** Starts a server; `stop` ends it and removes its folder. Throws when Dovecot is not installed. */
export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot & { stop(): Promise<void> }> {
  const program = programOf('dovecot')
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-dovecot-'))
  const [port, tlsPort] = [await freePort(), await freePort()]
  const isRoot = process.getuid?.() === 0
  makeCertificate(folder)
  const certificate = readFileSync(join(folder, 'cert.pem'), 'utf8')
  const home = join(folder, 'mail', USER)
  const config = join(folder, 'dovecot.conf')
  writeFileSync(config, configOf({ folder, port, tlsPort, isRoot, ...options }))
  writeFileSync(join(folder, 'users'), `${USER}:{PLAIN}${PASSWORD}::::::\n`)
  // Dovecot works for nobody when it was started by root.
  const [uid, gid] = isRoot
    ? (['-u', '-g'] as const).map((part) => Number(execFileSync('id', [part, 'nobody'], { encoding: 'utf8' })))
    : []
  const own = (path: string): void => {
    if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
  }
  const boxOf = (name: string): string => (name === 'INBOX' ? join(home, 'Maildir') : join(home, 'Maildir', `.${name}`))
  const makeBox = (box: string): void => {
    for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(box, part), { recursive: true })
    for (const path of [join(folder, 'mail'), home, join(home, 'Maildir'), box]) own(path)
    for (const part of ['cur', 'new', 'tmp']) own(join(box, part))
  }
  makeBox(boxOf('INBOX'))
  if (isRoot) chmodSync(folder, 0o755)

  let child: ChildProcess | null = null
  // Whatever becomes of the tests, no server outlives them.
  const killGroup = (): void => {
    if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }
  process.once('exit', killGroup)
  let serial = 0
  const server: Dovecot = {
    host: 'localhost',
    port,
    tlsPort,
    certificate,
    deliver(mails, name = 'INBOX') {
      const box = boxOf(name)
      return mails.map((mail) => {
        const file = `${Math.floor(Date.now() / 1_000)}.M${String(serial++).padStart(6, '0')}P${process.pid}.test`
        writeFileSync(join(box, 'tmp', file), mail)
        own(join(box, 'tmp', file))
        renameSync(join(box, 'tmp', file), join(box, 'new', file))
        return file
      })
    },
    vanish(file, name = 'INBOX') {
      for (const part of ['cur', 'new'])
        for (const found of readdirSync(join(boxOf(name), part)))
          if (found.startsWith(file)) rmSync(join(boxOf(name), part, found))
    },
    filesIn: (name = 'INBOX') => ['cur', 'new'].flatMap((part) => readdirSync(join(boxOf(name), part))),
    makeFolder: (name) => makeBox(boxOf(name)),
    removeFolder: (name) => rmSync(boxOf(name), { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }),
    renumber(name = 'INBOX') {
      for (const file of readdirSync(boxOf(name)))
        if (/^dovecot[.-]|^dovecot-uid/.test(file)) rmSync(join(boxOf(name), file), { force: true })
      writeFileSync(
        join(boxOf(name), 'dovecot-uidlist'),
        `3 V${1_000 + Math.floor(Math.random() * 1e8)} N1 G${randomBytes(16).toString('hex')}\n`,
      )
      own(join(boxOf(name), 'dovecot-uidlist'))
    },
    async kill() {
      const running = child
      if (running === null) return
      // It leads a group of its own: with it go the processes that hold the connections.
      killGroup()
      child = null
      await ended(running)
      rmSync(join(folder, 'run'), { recursive: true, force: true })
    },
    async start() {
      child = spawn(program, ['-F', '-c', config], { detached: true, stdio: 'ignore' })
      await listening(port, () => {
        if (child?.exitCode !== null) throw new Error(`dovecot did not start:\n${server.log()}`)
      })
    },
    log: () => (existsSync(join(folder, 'dovecot.log')) ? readFileSync(join(folder, 'dovecot.log'), 'utf8') : ''),
  }
  const stop = async (): Promise<void> => {
    await server.kill()
    process.off('exit', killGroup)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
  try {
    await server.start()
  } catch (error) {
    await stop()
    throw error
  }
  return { ...server, stop }
}

/** Lets this process know the certificate, until the answer is called. */
export function trust(certificate: string): () => void {
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, certificate])
  return () => setDefaultCACertificates(before)
}

function makeCertificate(folder: string): void {
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost']
  const names = ['-addext', 'subjectAltName=DNS:localhost']
  execFileSync(programOf('openssl'), [...args, ...names, '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')], {
    stdio: 'ignore',
  })
}

/**
 * Below the ports that systems hand out by themselves: a server that is killed and started again must find its own port free, and a
 * connection of another test may have been given it meanwhile.
 */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = 12_000 + randomInt(18_000)
    if (await isFree(port)) return port
  }
  throw new Error('no free port')
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

async function listening(port: number, check: () => void): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    check()
    const socket = connect(port, '127.0.0.1')
    const isThere = await new Promise<boolean>((resolve) => {
      socket.once('data', () => resolve(true))
      socket.once('error', () => resolve(false))
      socket.once('close', () => resolve(false))
    })
    socket.destroy()
    if (isThere) return
    await sleep(25)
  }
  throw new Error('dovecot does not answer')
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

interface Config extends DovecotOptions {
  folder: string
  port: number
  tlsPort: number
  isRoot: boolean
}

/** A closing brace needs a line of its own. */
function configOf({ folder, port, tlsPort, isRoot, settings = '', withTls = true }: Config): string {
  const me = userInfo()
  const group = isRoot ? '' : execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()
  const [internal, internalGroup, login] = isRoot ? ['dovecot', 'dovecot', 'dovenull'] : [me.username, group, me.username]
  const owner = isRoot ? 'uid=nobody gid=nogroup' : `uid=${me.username} gid=${group}`
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = ${withTls ? 'yes' : 'no'}
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
default_internal_user = ${internal}
default_internal_group = ${internalGroup}
default_login_user = ${login}
mail_location = maildir:~/Maildir
# What is delivered in the very second of a look, beside the server, is told by this alone.
mailbox_idle_check_interval = 2 secs
first_valid_uid = 1
mail_max_userip_connections = 100
${settings}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = ${owner} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  process_min_avail = 1
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${withTls ? tlsPort : 0}
    ssl = yes
  }
}
service imap {
  chroot =
}
# Without this, each wrong password makes the next answer wait longer.
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
}
`
}
