import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { reasonOf } from './errors.ts'
import type { Wish } from './reporter.ts'
import { readReport } from './reports/read-report.ts'

/** Works reports out, and counts, on a thread and a connection of its own: the desk goes on meanwhile. Answers in the order it was asked. */
const { file } = workerData as { file: string }
const CACHE_KIB = 64 * 1024

const db = new Sqlite(file, { readonly: true, fileMustExist: true })
db.pragma(`cache_size = -${CACHE_KIB}`)
db.pragma('temp_store = memory')

function workOut(wish: Wish): unknown {
  if ('report' in wish) return readReport(db, wish.report)
  const { sql, values } = wish.count
  return db
    .prepare(sql)
    .pluck()
    .get(...values)
}

parentPort?.on('message', (wish: (Wish & { id: number }) | 'close') => {
  if (wish === 'close') {
    db.close()
    parentPort?.close()
    return
  }
  try {
    parentPort?.postMessage({ id: wish.id, value: workOut(wish) })
  } catch (cause) {
    parentPort?.postMessage({ id: wish.id, reason: reasonOf(cause) })
  }
})
