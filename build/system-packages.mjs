// What a window or a browser needs of the system, on Debian and its kin.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, say, step, Stop } from './tell.mjs'

// Each has a way to see that it is there, and its package; newer releases renamed some (t64).
const needs = {
  xvfb: { command: 'Xvfb', packages: ['xvfb'] },
  xauth: { command: 'xauth', packages: ['xauth'] },
  chromium: { command: 'chromium', packages: ['chromium'] },
  gtk: { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  nss: { library: 'libnss3.so', packages: ['libnss3'] },
  sound: { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  gbm: { library: 'libgbm.so.1', packages: ['libgbm1'] },
  imap: { command: 'dovecot', packages: ['dovecot-imapd'] },
  openssl: { command: 'openssl', packages: ['openssl'] },
  unzip: { command: 'unzip', packages: ['unzip'] },
  python: { command: 'python3', packages: ['python3'] },
  make: { command: 'make', packages: ['make'] },
  compiler: { command: 'g++', packages: ['g++'] },
}

export const forWindow = ['gtk', 'nss', 'sound', 'gbm']
export const forVirtualDisplay = ['xvfb', 'xauth']
export const forBrowser = ['chromium']
/** A real IMAP server for the tests of e-mail inboxes, and what makes its certificate. */
export const forMail = ['imap', 'openssl']
export const forCompiling = ['unzip', 'python', 'make', 'compiler']

// Servers live in sbin, which is not on everyone's PATH.
const SBIN = ['/usr/sbin', '/usr/local/sbin']

export function onPath(command) {
  return [...process.env.PATH.split(delimiter), ...SBIN]
    .map((folder) => join(folder, command))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

const isRoot = () => process.getuid?.() === 0

function missingOf(names) {
  // sbin is not on everyone's PATH
  const libraries = spawnSync(onPath('ldconfig') ?? '/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? ''
  return names
    .map((name) => needs[name])
    .filter((need) => (need.command ? !onPath(need.command) : !libraries.includes(need.library)))
}

function isKnownPackage(name) {
  return spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0
}

/** Installs what is missing when it may, else names it and stops. Linux only; elsewhere the system brings it all. */
export async function ensureSystemPackages(names) {
  if (process.platform !== 'linux') return
  const missing = missingOf(names)
  if (missing.length === 0) return
  const plain = missing.map((need) => need.packages.at(-1)).join(' ')
  if (!onPath('apt-get'))
    throw new Stop(`Missing on this system: ${plain} (names as Debian has them). Install them and run this again.`)
  if (!isRoot())
    throw new Stop(`Missing on this system: ${plain}\nInstall them and run this again:  sudo apt-get install ${plain}`)
  await step(`System packages: ${plain}`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { quiet: true, env })
    const chosen = missing.map((need) => need.packages.find(isKnownPackage) ?? need.packages.at(-1))
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...chosen], { quiet: true, env })
  })
  const still = missingOf(names)
  if (still.length > 0) say(`  Still not found: ${still.map((need) => need.command ?? need.library).join(', ')}`)
}

export const chromiumPath = () => onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome')

/** Is there a screen to open a window on? */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Chrome's sandbox refuses to run as root. */
export const needsNoSandbox = () => process.platform === 'linux' && isRoot()
