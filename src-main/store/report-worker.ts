import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { reasonOf } from './errors.ts'
import type { Shelf } from './queries/lead-filter.ts'
import { LeadBook } from './queries/leads.ts'
import { Names } from './queries/names.ts'
import { leadPage } from './queries/pages.ts'
import { ListTime } from './queries/row-watch.ts'
import { ruleHits } from './queries/rule-hits.ts'
import { Settings } from './queries/settings.ts'
import { Sources } from './queries/sources.ts'
import { stageTotals } from './queries/stage-totals.ts'
import { suspicions } from './queries/suspicions.ts'
import { Team } from './queries/team.ts'
import type { Wish } from './reporter.ts'
import { readReport } from './reports/read-report.ts'

/** Works out reports, and what else takes long among many leads, on a thread and a connection of its own: the desk goes on meanwhile. Answers in the order it was asked. */
const { file, ended } = workerData as { file: string; ended: Int32Array }
const CACHE_KIB = 64 * 1024

const db = new Sqlite(file, { readonly: true, fileMustExist: true })
db.pragma(`cache_size = -${CACHE_KIB}`)
db.pragma('temp_store = memory')
let asked = 0
const isUnwanted = (): boolean => Atomics.load(ended, 0) === asked
const listTime = new ListTime(db, isUnwanted)

/** Everything is read anew: between two lists the desk goes on. */
function shelf(now: number): Shelf {
  const clock = { now: () => now }
  return { db, clock, names: new Names(db), leads: new LeadBook(db), team: new Team(db, new Settings(db), clock) }
}

function workOut(wish: Wish): unknown {
  if ('report' in wish) return readReport(db, wish.report, isUnwanted)
  if ('suspicions' in wish) {
    const { from, to } = wish.suspicions
    return suspicions({ db, leads: new LeadBook(db), sources: new Sources(db) }, from, to)
  }
  if ('page' in wish) {
    const { filter, order, after, limit, walkMs } = wish.page
    const from = shelf(wish.now)
    return (
      listTime.within(walkMs, () => leadPage(from, filter, order, after, limit, 'walking')) ??
      leadPage(from, filter, order, after, limit, 'looking')
    )
  }
  if ('totals' in wish) return stageTotals(shelf(wish.now), wish.totals)
  if ('hits' in wish) return ruleHits({ db, names: new Names(db) }, wish.hits)
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
  asked = wish.id
  try {
    parentPort?.postMessage({ id: wish.id, value: workOut(wish) })
  } catch (cause) {
    parentPort?.postMessage({ id: wish.id, reason: reasonOf(cause) })
  }
})
