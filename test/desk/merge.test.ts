import { describe, expect, it } from 'vitest'
import type { LeadId, RepId } from '../../src-main/contract/index.ts'
import { assignLeads } from '../../src-main/desk/assign-leads.ts'
import { explainLead } from '../../src-main/desk/explain-lead.ts'
import { mergeLeads } from '../../src-main/desk/merge-leads.ts'
import { routeLeads } from '../../src-main/desk/route-leads.ts'
import { runClocks } from '../../src-main/desk/run-clocks.ts'
import { undoSteps } from '../../src-main/desk/undo-steps.ts'
import { addReps, aProfile, arrive, MINUTE, openTestDesk, publish, START, type TestDesk } from '../helpers/open-test-desk.ts'

const actor = 'manager'
const [one, two] = [1 as LeadId, 2 as LeadId]
const cardOf = async (test: TestDesk, leadId: LeadId) => (await test.desk.store.leadCards([leadId]))[0]!
const loads = async (test: TestDesk) => (await test.desk.store.reps(test.clock.now())).map((rep) => rep.openLeads)

async function twoLeads() {
  const test = await openTestDesk()
  const reps = (await addReps(test, aProfile('Ann'), aProfile('Bob'))) as [RepId, RepId]
  await publish(test, [
    { name: 'All', then: { to: 'pool', pool: {}, by: 'round-robin', contactWithinMinutes: 60, acceptWithinMinutes: 10 } },
  ])
  await arrive(test, [
    { phone: null, city: null },
    { phone: '+4930123456', city: 'Berlin', company: 'Acme' },
  ])
  return { test, reps }
}

describe('R30 merging', () => {
  it('edge case 11: the survivor keeps owner and clocks, and gains what it lacked', async () => {
    const { test } = await twoLeads()
    const before = await cardOf(test, one)
    test.clock.moveBy(MINUTE)
    await mergeLeads(test.desk, { leadId: one, otherId: two, actor })
    const after = await cardOf(test, one)
    expect(after).toMatchObject({
      status: before.status,
      repId: before.repId,
      dueAt: before.dueAt,
      email: before.email,
      phone: '+4930123456',
      city: 'Berlin',
      company: 'Acme',
    })
    expect(await cardOf(test, two)).toMatchObject({ status: 'duplicate', repId: null, dueAt: null, offeredTo: [] })
    expect((await loads(test)).reduce((sum, open) => sum + open, 0)).toBe(1)
    const { leads } = await test.desk.store.leadPage({ text: 'Acme' }, 'newest', null, 10)
    expect(leads.map((lead) => lead.id)).toContain(one)
  })

  it('R29 can be undone, by either of its halves, exactly', async () => {
    const { test } = await twoLeads()
    const before = [await cardOf(test, one), await cardOf(test, two)]
    const openBefore = await loads(test)
    const seqs = await mergeLeads(test.desk, { leadId: one, otherId: two, actor })
    await undoSteps(test.desk, { seqs: [seqs[1]!], actor })
    expect([await cardOf(test, one), await cardOf(test, two)]).toEqual(before)
    expect(await loads(test)).toEqual(openBefore)
    await expect(undoSteps(test.desk, { seqs: [seqs[0]!], actor })).rejects.toMatchObject({ data: { reason: 'already-undone' } })
  })

  it('R24 taken back, a clock that ran out meanwhile has run out', async () => {
    const test = await openTestDesk()
    const [ann] = await addReps(test, aProfile('Ann'))
    await publish(test, [{ name: 'All', then: { to: 'pool', pool: {}, by: 'round-robin', contactWithinMinutes: 60 } }])
    await arrive(test, [{ city: null }, { city: 'Berlin' }])
    const seqs = await mergeLeads(test.desk, { leadId: one, otherId: two, actor })
    await runClocks(test.desk, test.clock, START + 61 * MINUTE)
    await undoSteps(test.desk, { seqs, actor })
    expect(await cardOf(test, one)).toMatchObject({ repId: ann, city: null, breachedAt: START + 60 * MINUTE })
    expect(await test.desk.store.leadCount({ journey: { isBreached: true } }, 10)).toBe(1)
  })

  it('is refused with itself, and with one that is a duplicate already', async () => {
    const { test } = await twoLeads()
    await expect(mergeLeads(test.desk, { leadId: one, otherId: one, actor })).rejects.toMatchObject({
      data: { reason: 'same-lead' },
    })
    await mergeLeads(test.desk, { leadId: one, otherId: two, actor })
    await expect(mergeLeads(test.desk, { leadId: two, otherId: one, actor })).rejects.toMatchObject({
      data: { reason: 'already-merged' },
    })
    await expect(routeLeads(test.desk, { leadIds: [two], actor })).rejects.toMatchObject({ code: 'lead-not-routable' })
  })

  it('a duplicate that is dragged is a lead of its own again', async () => {
    const { test, reps } = await twoLeads()
    const seqs = await mergeLeads(test.desk, { leadId: one, otherId: two, actor })
    await assignLeads(test.desk, { leadIds: [two], repId: reps[0], actor })
    expect(await cardOf(test, two)).toMatchObject({ status: 'assigned', repId: reps[0] })
    await expect(undoSteps(test.desk, { seqs, actor })).rejects.toMatchObject({ data: { reason: 'moved-since' } })
    expect(test.clock.now()).toBe(START)
  })
})

describe('R32 score and grade', () => {
  const scored = (points: number) => ({
    score: {
      attributes: [
        {
          name: 'Size',
          points: [
            { when: { field: 'employees', op: 'gte', value: 500 }, points },
            { when: { field: 'employees', op: 'isPresent' }, points: 100 - points },
          ],
        },
      ],
    },
  })

  it('are worked out anew for open leads when the model changes', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'))
    const rule = { name: 'All', then: { to: 'pool', pool: {}, by: 'round-robin' } }
    await publish(test, [rule], scored(90))
    await arrive(test, [{ employees: 10 }, { employees: 900 }])
    expect([await cardOf(test, one), await cardOf(test, two)].map((card) => card.grade)).toEqual(['cold', 'hot'])
    await publish(test, [rule], scored(10))
    expect([await cardOf(test, one), await cardOf(test, two)].map((card) => card.grade)).toEqual(['hot', 'hot'])
    // The same model again scores nothing.
    const seq = await test.desk.store.lastSeq()
    await publish(test, [rule], scored(10))
    expect(await test.desk.store.lastSeq()).toBe(seq + 1)
  })

  it('are worked out anew when a merge fills a field, and go back with its undo', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'))
    await publish(test, [{ name: 'All', then: { to: 'pool', pool: {}, by: 'round-robin' } }], scored(50))
    await arrive(test, [{}, { employees: 900 }])
    const seqs = await mergeLeads(test.desk, { leadId: one, otherId: two, actor })
    expect((await cardOf(test, one)).grade).toBe('hot')
    await undoSteps(test.desk, { seqs, actor })
    expect((await cardOf(test, one)).grade).toBe('cold')
  })

  it('are told with their parts', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'))
    await publish(test, [{ name: 'All', then: { to: 'pool', pool: {}, by: 'round-robin' } }], scored(60))
    await arrive(test, [{ employees: 10 }])
    const why = await explainLead(test.desk, one)
    expect(why.score).toMatchObject({ score: 40, grade: 'cold', parts: [{ name: 'Size', points: 40, most: 100, adds: 40 }] })
    expect(why.score?.parts[0]?.because).toEqual([expect.stringMatching(/employees.*: \+40$/)])
  })
})
