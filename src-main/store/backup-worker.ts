import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

/**
 * Copies the database as it stands at one moment into a file of its own, looks whether the copy is whole, and only then gives it its
 * name. On a thread of its own: a million leads take seconds.
 */
const { from, to } = workerData as { from: string; to: string }
const part = `${to}.part`

function copy(): { bytes: number } | { reason: string } {
  try {
    rmSync(part, { force: true })
    const source = new Sqlite(from, { readonly: true, fileMustExist: true })
    source.prepare('vacuum into ?').run(part)
    source.close()
    const made = new Sqlite(part, { readonly: true, fileMustExist: true })
    const found = made.pragma('integrity_check', { simple: true })
    made.close()
    if (found !== 'ok') throw new Error(`the copy is not whole: ${String(found)}`)
    const file = openSync(part, 'r+')
    fsyncSync(file)
    closeSync(file)
    renameSync(part, to)
    return { bytes: statSync(to).size }
  } catch (cause) {
    rmSync(part, { force: true })
    return { reason: cause instanceof Error ? cause.message : String(cause) }
  }
}

parentPort?.postMessage(copy())
