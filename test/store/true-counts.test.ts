import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type BatchId, DeskError, type LeadId, type RepId, type Seq } from '../../src-main/contract/index.ts'
import { FixedClock } from '../../src-main/lib/clock.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { openSqliteStore } from '../../src-main/store/open-sqlite.ts'
import { aRouter, anIncomingLead } from '../helpers/desk-records.ts'
import { HOUR, NOON, type TestStore, addReps, arrive, readTables, step } from '../helpers/open-test-store.ts'
import { expectTrueCounts } from './suites/true-counts.ts'

const RUNS = Number(process.env['LEAD_DESK_SEQUENCES'] ?? 100)

const nth = fc.nat({ max: 40 })
const leads = fc.array(nth, { minLength: 1, maxLength: 3 })
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('arrive' as const), emails: fc.array(nth, { maxLength: 5 }), waits: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('import' as const), emails: fc.array(nth, { maxLength: 5 }), hold: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('assign' as const), leads, rep: nth, charge: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), nth }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('hold', 'discard', 'unpin', 'route', 'win', 'reopen', 'note', 'log' as const),
      leads,
    }),
  },
  fc.record({ do: fc.constant('undo-import' as const), nth }),
  fc.record({ do: fc.constant('drain' as const), away: fc.option(nth) }),
  fc.record({ do: fc.constantFrom('fail', 'reopen-desk' as const) }),
)
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

it(
  'what is kept beside the leads is what counting says, after whatever people did',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 25 }), async (acts) => {
        const folder = mkdtempSync(join(tmpdir(), 'lead-desk-counts-'))
        const open = () => openSqliteStore({ folder, log: silentLog })
        const tables = () => readTables(join(folder, 'desk.db'))
        const test: TestStore = { store: await open(), clock: new FixedClock(NOON), tables, reopen: async () => {} }
        test.reopen = async () => {
          await test.store.close()
          test.store = await open()
        }
        try {
          const reps = await addReps(test, { name: 'Ada', capacity: 3 }, { name: 'Tom', weight: 2 }, { name: 'Kim', weight: 0.1 })
          const scene: Scene = { test, reps, ids: [], steps: [], batches: [], at: NOON }
          for (const one of acts) {
            scene.at += HOUR
            await perform(scene, one).catch((cause: unknown) => {
              if (!(cause instanceof DeskError) || !/undo-refused|lead-not-routable|lead-not-found/.test(cause.code)) throw cause
            })
          }
          await expectTrueCounts(test, tables())
          const { counts } = await test.store.snapshot(scene.at)
          await test.reopen()
          expect((await test.store.snapshot(scene.at)).counts).toEqual(counts)
        } finally {
          await test.store.close()
          rmSync(folder, { recursive: true, force: true })
        }
      }),
      { numRuns: RUNS },
    )
  },
  10 * 60_000,
)

interface Scene {
  test: TestStore
  reps: RepId[]
  ids: LeadId[]
  steps: Seq[][]
  batches: BatchId[]
  at: number
}

const incoming = (emails: number[]) =>
  emails.map((email) => anIncomingLead({ name: `Lead ${email}`, email: `lead${email}@x.example` }))
const nthOf = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % Math.max(1, items.length)]

async function perform(scene: Scene, one: Act): Promise<void> {
  const { test, reps, ids, steps, batches, at } = scene
  const { store } = test
  const picked = 'leads' in one ? one.leads.flatMap((place) => nthOf(ids, place) ?? []) : []
  const by = step(at)
  switch (one.do) {
    case 'arrive': {
      const router = one.waits ? aRouter({ waitFor: (lead) => lead.id % 2 === 0 }) : aRouter()
      ids.push(...(await arrive(test, incoming(one.emails), { at, router })).map((taken) => taken.leadId))
      return
    }
    case 'import': {
      const sourceId = await store.openSource('leads.csv', 'file', at)
      const batchId = await store.startBatch({
        sourceId,
        file: 'leads.csv',
        bytes: 1,
        ...by,
        encoding: '',
        delimiter: ',',
        columns: [],
      })
      batches.push(batchId)
      const how = { at, batchId, sourceId, route: one.hold ? ('hold' as const) : ('now' as const) }
      ids.push(...(await arrive(test, incoming(one.emails), how)).map((taken) => taken.leadId))
      return store.finishBatch(batchId, 'finished', null, at)
    }
    case 'assign':
      steps.push(await store.assign(picked, nthOf(reps, one.rep)!, one.charge, by))
      return
    case 'undo':
      return store.undo(nthOf(steps, one.nth) ?? [], by)
    case 'undo-import': {
      const batchId = nthOf(batches, one.nth)
      while (batchId !== undefined && !(await store.undoBatch(batchId, 2, by)).isDone);
      return
    }
    case 'hold':
    case 'discard':
    case 'unpin':
      steps.push(one.do === 'unpin' ? await store.unpin(picked, by) : await store[one.do](picked, 'because', by))
      return
    case 'route':
      await store.routeLeads(picked, aRouter(), by)
      return
    case 'win':
    case 'reopen':
      steps.push(await store.setStage(picked, one.do === 'win' ? 'won' : 'new', by))
      return
    case 'note':
    case 'log':
      for (const id of picked) await (one.do === 'note' ? store.note(id, 'a note', by) : store.log(id, 'attempt', by))
      return
    case 'drain': {
      const away = one.away === null ? undefined : nthOf(reps, one.away)
      if (away !== undefined) await store.setAvailability(away, at % 2 === 0 ? 'away' : 'available', null, null, by)
      await store.drainWaiting(aRouter(), { most: 50, ms: 5 }, null, at)
      return
    }
    case 'fail': {
      const router = { ...aRouter(), decide: () => expect.fail('the rules are broken') }
      await arrive(test, incoming([99]), { at, router }).catch(() => {})
      return
    }
    case 'reopen-desk':
      return test.reopen()
  }
}
