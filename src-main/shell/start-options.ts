import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface StartOptions {
  isDemo: boolean
  /** Null: the desk in the program's own folder. */
  dataFolder: string | null
}

/** Reads `--data DIR`, `--data=DIR` and `--demo` from among Chromium's own switches. */
export function readStartOptions(argv: readonly string[], cwd: string): StartOptions {
  if (argv.includes('--demo')) return { isDemo: true, dataFolder: mkdtempSync(join(tmpdir(), 'lead-desk-demo-')) }
  const at = argv.findIndex((arg) => arg === '--data' || arg.startsWith('--data='))
  const given = argv[at]?.startsWith('--data=') === true ? argv[at].slice('--data='.length) : argv[at + 1]
  return { isDemo: false, dataFolder: at === -1 || given === undefined || given === '' ? null : resolve(cwd, given) }
}
