import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { silentLog } from '../../src-main/lib/log.ts'
import { StatementEnded } from '../../src-main/store/queries/row-watch.ts'
import { Reporter } from '../../src-main/store/reporter.ts'
import { readReport } from '../../src-main/store/reports/read-report.ts'
import { anIncomingLead } from '../helpers/desk-records.ts'
import { addReps, aFolder, arriveOne, DAY, NOON, openTestStore } from '../helpers/open-test-store.ts'

it('A report that was asked for is answered, also when the desk is closed meanwhile', async () => {
  const { store } = await openTestStore()
  const report = store.report('speed', NOON - 1_000, NOON, NOON)
  await store.close()
  expect(await report).toMatchObject({ name: 'speed', figures: expect.any(Array) as unknown })
})

describe('The thread of lists and reports', () => {
  const endless = `with recursive some(id) as (select 1 union all select id + 1 from some) select count(*) from some where in_time(id)`
  const answered = { sql: 'select ?', values: [7] }

  it('ends what it reads when nobody waits for it any more, and goes on', async () => {
    const folder = aFolder()
    await openTestStore(folder)
    const reporter = new Reporter(join(folder, 'desk.db'), silentLog)
    onTestFinished(() => reporter.close())
    const [running, queued] = [new AbortController(), new AbortController()]
    const begun = reporter.count({ sql: endless, values: [] }, running.signal)
    const behind = reporter.count({ sql: endless, values: [] }, queued.signal)
    const last = reporter.count(answered)
    await new Promise((resolve) => setTimeout(resolve, 200))
    queued.abort()
    await expect(behind).rejects.toMatchObject({ name: 'AbortError' })
    running.abort()
    await expect(begun).rejects.toMatchObject({ name: 'AbortError' })
    expect(await last).toBe(7)
    await expect(reporter.count(answered, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('ends a report that nobody waits for while it reads its leads, and reads the next', async () => {
    const folder = aFolder()
    const test = await openTestStore(folder)
    await addReps(test, { name: 'Ada' })
    await arriveOne(test, anIncomingLead(), { at: NOON - DAY })
    const db = new Sqlite(join(folder, 'desk.db'), { readonly: true })
    onTestFinished(() => {
      db.close()
    })
    const wish = { from: NOON - 2 * DAY, to: NOON, now: NOON }
    for (const name of ['overview', 'speed', 'leakage', 'conversion', 'intake'] as const) {
      expect(() => readReport(db, { name, ...wish }, () => true)).toThrow(StatementEnded)
      expect(db.inTransaction).toBe(false)
      expect(readReport(db, { name, ...wish }, () => false)).toMatchObject({ name })
    }
  })

  it('counts what each rule decided, as the desk does itself', async () => {
    const folder = aFolder()
    const test = await openTestStore(folder)
    await addReps(test, { name: 'Ada' })
    await arriveOne(test, anIncomingLead(), { at: NOON - DAY })
    await arriveOne(test, anIncomingLead())
    const reporter = new Reporter(join(folder, 'desk.db'), silentLog)
    onTestFinished(() => reporter.close())
    expect(await reporter.hits(0)).toEqual({ everyone: 2 })
    expect(await reporter.hits(NOON)).toEqual(await test.store.ruleHits(NOON))
  })

  it('closed, answers what it was asked before', async () => {
    const folder = aFolder()
    await openTestStore(folder)
    const reporter = new Reporter(join(folder, 'desk.db'), silentLog)
    const asked = [1, 2, 3].map((value) => reporter.count({ sql: 'select ?', values: [value] }))
    await reporter.close()
    expect(await Promise.all(asked)).toEqual([1, 2, 3])
  })
})
