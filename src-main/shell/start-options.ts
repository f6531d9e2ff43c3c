import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface StartOptions {
  isDemo: boolean
  /** Null: the desk in the program's own folder. */
  dataFolder: string | null
}

const DEMO = 'lead-desk-demo-'

/** Reads `--data DIR`, `--data=DIR` and `--demo` from among Chromium's own switches. */
export function readStartOptions(argv: readonly string[], cwd: string): StartOptions {
  if (argv.includes('--demo')) {
    sweepDemos()
    return { isDemo: true, dataFolder: mkdtempSync(join(tmpdir(), DEMO)) }
  }
  const at = argv.findIndex((arg) => arg === '--data' || arg.startsWith('--data='))
  const given = argv[at]?.startsWith('--data=') === true ? argv[at].slice('--data='.length) : argv[at + 1]
  return { isDemo: false, dataFolder: at === -1 || given === undefined || given === '' ? null : resolve(cwd, given) }
}

/**
 * A demo takes its desk with it, but Electron writes its own files into `window` once more when all our code has ended: the next
 * demo clears those away.
 */
function sweepDemos(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(DEMO))) {
    const folder = join(tmpdir(), name)
    try {
      if (readdirSync(folder).join() === 'window') rmSync(folder, { recursive: true, force: true })
    } catch {
      // Someone else's.
    }
  }
}
