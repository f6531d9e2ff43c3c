import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LeadId } from '../../src-main/contract/index.ts'
import { acceptOffer } from '../../src-main/desk/accept-offer.ts'
import { assignLeads } from '../../src-main/desk/assign-leads.ts'
import { declineOffer } from '../../src-main/desk/decline-offer.ts'
import { mergeLeads } from '../../src-main/desk/merge-leads.ts'
import { routeLeads } from '../../src-main/desk/route-leads.ts'
import { runClocks } from '../../src-main/desk/run-clocks.ts'
import { undoSteps } from '../../src-main/desk/undo-steps.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { REROUTED, ROUTED, endingCode } from '../../src-main/store/codes.ts'
import { migrate } from '../../src-main/store/migrate.ts'
import { migrations } from '../../src-main/store/migrations/index.ts'
import { MOVED_FLAGS } from '../../src-main/store/queries/journey.ts'
import { aBusyDesk, busySteps } from '../helpers/busy-desk.ts'
import { addReps, aProfile, arrive, MINUTE, openTestDesk, publish, type TestDesk } from '../helpers/open-test-desk.ts'
import { aFolder } from '../helpers/open-test-store.ts'

const BEFORE = 3
const actor = 'manager'

/** The same desk as version 3 would have kept it: without what version 4 added. */
function asBefore(file: string): Database {
  const old = join(aFolder(), 'desk.db')
  const db = new Sqlite(old)
  migrate(db, old, migrations.slice(0, BEFORE), silentLog)
  db.exec(`attach '${file}' as now`)
  const tables = db
    .prepare<[], string>("select name from main.sqlite_schema where type = 'table' and sql not like '%virtual%'")
    .pluck()
  for (const table of tables.all()) {
    if (table.startsWith('leads_words') || table.startsWith('sqlite_')) continue
    const columns = db.prepare<[], string>(`select name from pragma_table_info('${table}', 'main')`).pluck().all().join(', ')
    db.exec(`delete from main.${table}; insert into main.${table} (${columns}) select ${columns} from now.${table}`)
  }
  db.exec(`detach now; update leads set flags = flags & ~${MOVED_FLAGS}`)
  return db
}

const LEADS = 'select id, contact_ms, qualified_ms, closed_ms, breached_rep_id, flags from leads order by id'
const OFFERS = 'select offered_at, lead_id, rep_id, rule_no, ending from offers order by 1, 2, 3'

/** Both as they were kept and as they are worked out, which must be the same. Answers what was kept. */
async function sameAsKept({ folder }: TestDesk): Promise<{ leads: unknown[]; offers: unknown[] }> {
  const file = join(folder, 'desk.db')
  const kept = new Sqlite(file, { readonly: true })
  const old = asBefore(file)
  migrate(old, old.name, migrations, silentLog)
  const [leads, offers] = [kept.prepare(LEADS).all(), kept.prepare(OFFERS).all()]
  expect(old.prepare(LEADS).all()).toEqual(leads)
  expect(old.prepare(OFFERS).all()).toEqual(offers)
  old.close()
  kept.close()
  return { leads, offers }
}

describe('what an older desk did not keep for reports is worked out of its history as it would have been kept', () => {
  it(
    'whatever happened on it',
    async () => {
      await fc.assert(
        fc.asyncProperty(busySteps, async (steps) => {
          await using test = (await aBusyDesk(steps)).test
          await sameAsKept(test)
        }),
        { numRuns: Number(process.env.LEAD_DESK_REPORT_DESKS ?? 12) },
      )
    },
    10 * 60_000,
  )

  const [one, two] = [1 as LeadId, 2 as LeadId]
  const leadIds = [one]
  async function oneLead(then: Record<string, unknown>) {
    const test = await openTestDesk()
    const reps = await addReps(test, aProfile('Ann'), aProfile('Bob'))
    await publish(test, [{ name: 'All', then: { to: 'pool', pool: {}, by: 'round-robin', ...then } }])
    await arrive(test, 1)
    test.clock.moveBy(MINUTE)
    const [card] = await test.desk.store.leadCards(leadIds)
    const repId = card!.offeredTo[0] ?? card!.repId!
    return { test, desk: test.desk, repId, other: reps.find((one) => one !== repId)! }
  }
  const pass = (test: TestDesk, minutes: number) => runClocks(test.desk, test.clock, test.clock.now() + minutes * MINUTE)

  it('a lead given by hand to one of those it was offered to went no further', async () => {
    const { test, desk, repId } = await oneLead({ by: 'claim', acceptWithinMinutes: 20 })
    await assignLeads(desk, { leadIds, repId, actor })
    expect(await sameAsKept(test)).toMatchObject({ leads: [{ flags: ROUTED }] })
  })

  it('a lead given by hand to one who had declined it went further', async () => {
    const { test, desk, repId } = await oneLead({ by: 'claim', acceptWithinMinutes: 20 })
    await declineOffer(desk, { leadId: one, repId, reason: null, actor })
    await assignLeads(desk, { leadIds, repId, actor })
    expect(await sameAsKept(test)).toMatchObject({ leads: [{ flags: ROUTED | REROUTED }] })
  })

  it.each(['accepted', 'expired'] as const)(
    'an offer that a step took away, and its undoing gave back, was %s',
    async (ending) => {
      const { test, desk, repId, other } = await oneLead({ acceptWithinMinutes: 20 })
      await undoSteps(desk, { seqs: await assignLeads(desk, { leadIds, repId: other, actor }), actor })
      if (ending === 'accepted') await acceptOffer(desk, { leadId: one, repId, actor })
      else await pass(test, 20)
      const { offers } = await sameAsKept(test)
      expect(offers[0]).toMatchObject({ rep_id: repId, ending: endingCode.number(ending) })
    },
  )

  it('a clock that ran out before a merge was taken back has run out', async () => {
    const { test, desk, repId } = await oneLead({ contactWithinMinutes: 60 })
    await arrive(test, 1)
    const seqs = await mergeLeads(desk, { leadId: one, otherId: two, actor })
    await pass(test, 60)
    await undoSteps(desk, { seqs, actor })
    const { leads } = await sameAsKept(test)
    expect(leads[0]).toMatchObject({ breached_rep_id: repId })
  })

  it('a clock that ran out under a routing that was taken back has not', async () => {
    const { test, desk } = await oneLead({ contactWithinMinutes: 60 })
    await pass(test, 30)
    await publish(test, [{ name: 'All', then: { to: 'pool', pool: {}, by: 'round-robin', contactWithinMinutes: 10 } }])
    await routeLeads(desk, { leadIds, actor })
    await pass(test, 10)
    const routed = (await desk.store.eventsOf(one)).findLast(({ type }) => type === 'lead-assigned')!
    await undoSteps(desk, { seqs: [routed.seq], actor })
    expect(await sameAsKept(test)).toMatchObject({ leads: [{ breached_rep_id: null }] })
  })
})
