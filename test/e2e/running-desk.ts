import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, type ElectronApplication } from '@playwright/test'

export const root = join(import.meta.dirname, '../..')
const cli = join(root, 'out/main/cli.js')

/** The Node that runs the tests: build/e2e.mjs starts them with the project's own. */
const node = process.execPath

export function freshFolder(name = 'desk'): string {
  return mkdtempSync(join(tmpdir(), `lead-desk-e2e-${name}-`))
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** Ends a process we started, gently and then not, and waits until it is gone. */
export async function end(child: ChildProcess, patienceMs = 8_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await gone
  clearTimeout(timer)
}

export interface ServedDesk {
  /** With the token. */
  url: string
  origin: string
  token: string
  child: ChildProcess
  /** What the desk itself does to other programs: `POST /api/rep/add`. */
  call<Answer = unknown>(path: string, input?: unknown): Promise<Answer>
  close(): Promise<void>
}

/** `desk serve` on a free port of this machine. */
export async function serveDesk(dataFolder: string): Promise<ServedDesk> {
  const child = spawn(node, [cli, 'serve', '--data', dataFolder, '--port', '0', '--json'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const complaints: string[] = []
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([first]) => String(first)),
    once(child, 'exit').then(() => null),
  ])
  if (line === null) throw new Error(`desk serve ended: ${complaints.join('')}`)
  const { url } = JSON.parse(line) as { url: string }
  const { origin, searchParams } = new URL(url)
  const token = searchParams.get('token') ?? ''
  return {
    url,
    origin,
    token,
    child,
    async call<Answer>(path: string, input?: unknown): Promise<Answer> {
      const answer = await fetch(`${origin}/api/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(input ?? {}),
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
      return (text === '' ? undefined : JSON.parse(text)) as Answer
    },
    close: () => end(child),
  }
}

/** Switches every window of the tests gets: quiet, and with numbers and times written one way on every machine. */
export const QUIET = ['--disable-gpu', '--log-level=3', '--lang=en-GB']

export function electronArgs(dataFolder: string): string[] {
  return [...QUIET, root, `--user-data-dir=${join(dataFolder, 'window')}`, '--data', dataFolder]
}

export function electronProgram(): string {
  const program = process.env['LEAD_DESK_ELECTRON']
  if (program === undefined) throw new Error('LEAD_DESK_ELECTRON is not set: run this by npm run test:e2e')
  return program
}

export function openWindow(dataFolder: string): Promise<ElectronApplication> {
  // Without a path Playwright takes Electron from ELECTRON_OVERRIDE_DIST_PATH and lets the program wait until it is attached; with
  // one it races with the first window, and one start in sixty hangs.
  return _electron.launch({
    args: electronArgs(dataFolder),
    cwd: root,
    acceptDownloads: true,
    locale: 'en-GB',
    // Else Playwright would say "light" whatever the menu says.
    colorScheme: null,
    timeout: 30_000,
  })
}

/** Closes the window. Playwright's own `close` waits for ever for a program that does not end. */
export async function closeWindow(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await app.close().catch(() => undefined)
  clearTimeout(timer)
}

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** A command of the desk, to its end. */
export async function runDesk(...args: string[]): Promise<Ended> {
  const child = spawn(node, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const out = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (out.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (out.stderr += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...out }
}

/** The lines of level error or worse the desk wrote about itself. */
export function errorsInLog(dataFolder: string): string[] {
  const file = join(dataFolder, 'logs', 'desk.log')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && (JSON.parse(line) as { level: number }).level >= 50)
}
