import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { reasonOf } from './errors.ts'
import { LeadBook } from './queries/leads.ts'
import { Sources } from './queries/sources.ts'
import { suspicions } from './queries/suspicions.ts'
import type { Wish } from './reporter.ts'
import { readReport } from './reports/read-report.ts'

/** Works out reports, and what else takes long among many leads, on a thread and a connection of its own: the desk goes on meanwhile. Answers in the order it was asked. */
const { file } = workerData as { file: string }
const CACHE_KIB = 64 * 1024

const db = new Sqlite(file, { readonly: true, fileMustExist: true })
db.pragma(`cache_size = -${CACHE_KIB}`)
db.pragma('temp_store = memory')

function workOut(wish: Wish): unknown {
  if ('report' in wish) return readReport(db, wish.report)
  if ('suspicions' in wish) {
    const { from, to } = wish.suspicions
    return suspicions({ db, leads: new LeadBook(db), sources: new Sources(db) }, from, to)
  }
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
