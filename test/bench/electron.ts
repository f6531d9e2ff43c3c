import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

/** Whether the built program can open a window here. */
export function hasWindow(): boolean {
  const isBuilt = existsSync(join(root, 'out/main/index.js'))
  const hasElectron = ['.cache/electron/dist', 'node_modules/electron/dist'].some((folder) => existsSync(join(root, folder)))
  return isBuilt && hasElectron && process.env.DISPLAY !== undefined
}

/** As `npm start` readies it: with the SQLite binding that fits it in place. */
export async function electronProgram(): Promise<string> {
  const setup = pathToFileURL(join(root, 'build/setup.mjs')).href
  const script = `const { ensureElectron } = await import('${setup}'); console.log('program: ' + (await ensureElectron()).program)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  return /^program: (.*)$/m.exec(stdout)![1]!
}
