import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import process from 'node:process'

// Opens the desk of a folder, where a backup waits, and dies without warning at the step of the given number: before it, or after it.
const [folder = '', step = '0', side = 'before'] = process.argv.slice(2)
let done = 0
const die = (): void => {
  process.kill(process.pid, 'SIGKILL')
  // The signal is on its way; nothing more may be done until it is here.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

/** The functions by which a desk is swapped; everything that changes the folder goes through one of them, or through SQLite. */
for (const name of ['renameSync', 'rmSync', 'writeFileSync', 'mkdirSync', 'fsyncSync'] as const) {
  const real = fs[name] as (...given: unknown[]) => unknown
  const counted = (...given: unknown[]): unknown => {
    done += 1
    const isIt = done === Number(step)
    if (isIt && side === 'before') die()
    const answer = real(...given)
    if (isIt) die()
    return answer
  }
  Object.assign(fs, { [name]: counted })
}
syncBuiltinESMExports()

const { openSqliteStore } = await import('../../src-main/store/open-sqlite.ts')
const { silentLog } = await import('../../src-main/lib/log.ts')
const store = await openSqliteStore({ folder, log: silentLog })
await store.close()
process.stdout.write(`${done}\n`)
