import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { REPORTS } from '../../../src-main/contract/index.ts'
import { FixedClock } from '../../../src-main/lib/clock.ts'
import { silentLog } from '../../../src-main/lib/log.ts'
import { openSqliteStore } from '../../../src-main/store/open-sqlite.ts'
import { RANGE } from '../../../src-main/store/reports/cohort.ts'
import { NOON } from '../../helpers/facts.ts'
import { writeYearOfLeads } from '../data/year-of-leads.ts'
import { inFolder } from '../desk.ts'
import { type Row, timingOf } from '../measure.ts'

const LEADS = 1_000_000
const DAYS = 90
const ROUNDS = 7
const LIMIT_MS = 500
const NOTICED_MS = 50
const HOURS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 8 * 60, toMinute: 17 * 60 }))

/** Every report over the last quarter of a year of a large desk: how long who asks waits, and what the desk notices of it. */
export function measureReports(): Promise<Row[]> {
  return inFolder(async (folder) => {
    const open = () => openSqliteStore({ folder, clock: new FixedClock(NOON), log: silentLog })
    await (await open()).close()
    writeYearOfLeads(folder, LEADS, NOON)
    const store = await open()
    const step = { at: NOON, actor: 'bench' }
    await store.saveSettings(
      { deskName: 'Bench', timeZone: 'Europe/Berlin', country: 'DE', holidays: 'DE-BE', hours: HOURS },
      step,
    )
    const [from, to] = [NOON - DAYS * 86_400_000, NOON]
    const least = leastTime(folder, from, to)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    const rows: Row[] = []
    for (const name of REPORTS) {
      // The first one starts the thread, and reads from the disk what later ones find in memory.
      await store.report(name, from, to, NOON)
      const times: number[] = []
      delay.enable()
      for (let round = 0; round < ROUNDS; round++) {
        const begun = performance.now()
        await store.report(name, from, to, NOON)
        times.push(performance.now() - begun)
        await pause(20)
      }
      delay.disable()
      const { micros: ms, noise } = timingOf(times)
      rows.push({
        workload: `report ${name}, 90 days`,
        product: ms,
        floor: LIMIT_MS,
        against: 'what a person waits for',
        unit: 'ms',
        must: 1,
        aim: 0.5,
        noise,
      })
      rows.push({
        workload: '… beside its floor',
        product: ms,
        floor: least,
        against: 'floor: one aggregate',
        unit: 'ms',
        must: null,
        aim: null,
        noise,
      })
    }
    const held = delay.percentile(99) / 1e6
    rows.push({
      workload: 'event loop meanwhile, p99',
      product: held,
      floor: NOTICED_MS,
      against: 'what nobody notices',
      unit: 'ms',
      must: 1,
      aim: null,
      noise: 0,
    })
    await store.close()
    console.error(`reports: of ${LEADS.toLocaleString('en')} leads`)
    return rows
  })
}

/** The least that any of them must do: the period once, by its index, with both percentiles of one span. */
function leastTime(folder: string, from: number, to: number): number {
  const db = new Sqlite(join(folder, 'desk.db'), { readonly: true })
  const least = db.prepare(`select count(*), percentile(attempt_ms, 50), percentile(attempt_ms, 95) ${RANGE}`)
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now()
    least.get(from, to)
    return performance.now() - begun
  })
  db.close()
  return timingOf(times).micros
}
