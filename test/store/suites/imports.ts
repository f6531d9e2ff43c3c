import { describe, expect, it } from 'vitest'
import type { BatchId } from '../../../src-main/contract/index.ts'
import type { IncomingLead, StoredProblem } from '../../../src-main/store/port-arrivals.ts'
import { aRouter, anIncomingLead } from '../../helpers/desk-records.ts'
import {
  HOUR,
  NOON,
  type OpenTestStore,
  type TestStore,
  addReps,
  arrive,
  arriveOne,
  cardOf,
  step,
} from '../../helpers/open-test-store.ts'

async function startBatch(test: TestStore): Promise<BatchId> {
  const sourceId = await test.store.openSource('leads.csv', 'file', NOON)
  const columns = [{ header: 'Name', field: 'name' }]
  const file = { file: 'leads.csv', bytes: 900, encoding: 'utf-8', delimiter: ',', columns }
  return test.store.startBatch({ ...file, sourceId, at: NOON, actor: 'manager' })
}

async function importLeads(test: TestStore, batchId: BatchId, leads: IncomingLead[]) {
  return arrive(test, leads, { batchId, sourceId: await test.store.openSource('leads.csv', 'file', NOON) })
}

const aProblem = (line: number, leftOut: boolean): StoredProblem => ({
  line,
  field: 'email',
  code: 'bad-email',
  message: 'no e-mail',
  leftOut,
  cells: leftOut ? ['a', 'b;"c"'] : null,
})

/** What an import leaves on leads; that the import and its second touches were here may show. */
function leadsAndMarks(test: TestStore): unknown {
  const { leads = [], arrivals, tallies, turns } = test.tables()
  return { leads: leads.map((row) => ({ ...(row as object), seen_at: 0 })), arrivals, tallies, turns }
}

export function importSuite(open: OpenTestStore): void {
  describe('imports', () => {
    it('saves progress, problems and counts with the leads', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada', capacity: 1 })
      const batchId = await startBatch(test)
      const sourceId = await test.store.openSource('leads.csv', 'file', NOON)
      const leads = [anIncomingLead({ email: 'a@x.example' }), anIncomingLead({ email: 'a@x.example' }), anIncomingLead()]
      const problems = [aProblem(4, true), aProblem(3, false)]
      const how = {
        sourceId,
        batchId,
        at: NOON,
        actor: 'manager',
        route: 'now' as const,
        router: aRouter(),
        duplicateWindowMs: HOUR,
      }
      await test.store.takeIn({ ...how, leads, progress: { bytesRead: 500, rows: 4, leftOut: 1, problems } })
      await test.store.takeIn({
        ...how,
        leads: [anIncomingLead()],
        progress: { bytesRead: 900, rows: 5, leftOut: 1, problems: [] },
      })
      await test.store.finishBatch(batchId, 'finished', null, NOON + HOUR)
      const counts = { rows: 5, added: 3, matched: 1, leftOut: 1, review: 0, ignored: 0, assigned: 1, waiting: 2 }
      expect(await test.store.batchCounts(batchId)).toEqual(counts)
      const detail = await test.store.readBatch(batchId)
      expect(detail.batch).toMatchObject({
        ...counts,
        status: 'finished',
        bytesRead: 900,
        finishedAt: NOON + HOUR,
        source: 'leads.csv',
      })
      expect(detail.problems.map((problem) => [problem.line, problem.leftOut])).toEqual([
        [3, false],
        [4, true],
      ])
      expect(detail.byRep).toEqual({ 'ada@desk.example': 1 })
      expect(await test.store.leftOutRows(batchId)).toEqual([aProblem(4, true)])
      expect((await test.store.snapshot(NOON)).sources).toMatchObject([
        { name: 'leads.csv', leads: 3, leadsToday: 3, lastLeadAt: NOON },
      ])
      await expect(test.store.readBatch(9 as BatchId)).rejects.toMatchObject({ code: 'batch-not-found' })
    })

    it('says of an import whose desk died that it was interrupted', async () => {
      const test = await open()
      const batchId = await startBatch(test)
      await test.reopen()
      expect(await test.store.interruptBatches(NOON)).toEqual([batchId])
      expect(await test.store.interruptBatches(NOON)).toEqual([])
      expect((await test.store.readBatch(batchId)).batch.status).toBe('interrupted')
    })

    it('is taken back without a trace: leads, turns, loads, tallies, words, keys', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada', weight: 1 }, { name: 'Tom', weight: 2 })
      await arriveOne(test, anIncomingLead({ email: 'old@x.example' }))
      const before = leadsAndMarks(test)
      const turns = (await test.store.world(NOON)).turns
      const loads = (await test.store.reps(NOON)).map((rep) => [rep.openLeads, rep.givenToday])
      const batchId = await startBatch(test)
      await test.store.setAvailability(ada!, 'away', null, null, step())
      await importLeads(test, batchId, [anIncomingLead({ email: 'old@x.example' }), anIncomingLead({ name: 'Zacharias' })])
      await importLeads(test, batchId, [anIncomingLead({}, { key: 'again' })])
      await test.store.setAvailability(ada!, 'available', null, null, step())
      await expect(test.store.undoBatch(batchId, 10, step())).rejects.toMatchObject({ data: { reason: 'import-running' } })
      await test.store.finishBatch(batchId, 'finished', null, NOON)
      expect(await test.store.undoBatch(batchId, 1, step())).toEqual({ removed: 1, kept: 0, isDone: false })
      expect((await test.store.readBatch(batchId)).batch.status).toBe('undoing')
      const last = await test.store.lastSeq()
      expect(await test.store.undoBatch(batchId, 10, step())).toEqual({ removed: 1, kept: 0, isDone: true })
      // So many leads went that a listener is told to look anew.
      expect(await test.store.changesAfter(last, 10, NOON)).toBeNull()
      expect((await test.store.snapshot(NOON)).batches[0]).toMatchObject({ id: batchId, status: 'undone' })
      expect(leadsAndMarks(test)).toEqual(before)
      expect((await test.store.world(NOON)).turns).toEqual(turns)
      expect((await test.store.reps(NOON)).map((rep) => [rep.openLeads, rep.givenToday])).toEqual(loads)
      expect((await test.store.leadPage({ text: 'zach' }, 'newest', null, 5)).leads).toEqual([])
      expect((await importLeads(test, await startBatch(test), [anIncomingLead({}, { key: 'again' })]))[0]?.outcome).toBe('added')
      await expect(test.store.undoBatch(batchId, 1, step())).rejects.toMatchObject({ data: { reason: 'already-undone' } })
    })

    it('keeps what a person has touched or moved, and whom the same person reached again', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' }, { name: 'Tom' })
      const batchId = await startBatch(test)
      const emails = ['a', 'b', 'c', 'd'].map((name) => anIncomingLead({ email: `${name}@x.example` }))
      const ids = (await importLeads(test, batchId, emails)).map((one) => one.leadId)
      await test.store.finishBatch(batchId, 'finished', null, NOON)
      await test.store.note(ids[0]!, 'called', step())
      await test.store.assign([ids[1]!], (await cardOf(test, ids[1]!)).repId === ada ? (2 as never) : ada!, true, step())
      await arriveOne(test, anIncomingLead({ email: 'c@x.example' }))
      expect(await test.store.undoBatch(batchId, 100, step())).toEqual({ removed: 1, kept: 3, isDone: true })
      expect((await test.store.leadCards(ids)).map((card) => card.id)).toEqual(ids.slice(0, 3))
      expect((await test.store.snapshot(NOON)).counts.assigned).toBe(3)
    })
  })
}
