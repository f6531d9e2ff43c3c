import { describe, expect, it } from 'vitest'
import { assignLeads } from '../../src-main/desk/assign-leads.ts'
import { discardLeads } from '../../src-main/desk/discard-leads.ts'
import { explainLead } from '../../src-main/desk/explain-lead.ts'
import { holdLeads } from '../../src-main/desk/hold-leads.ts'
import { logTouch } from '../../src-main/desk/log-touch.ts'
import { noteLead } from '../../src-main/desk/note-lead.ts'
import { undoSteps } from '../../src-main/desk/undo-steps.ts'
import { unpinLeads } from '../../src-main/desk/unpin-leads.ts'
import type { LeadId, RepId } from '../../src-main/contract/index.ts'
import { addReps, aProfile, arrive, EVERYONE, MINUTE, openTestDesk, publish, type TestDesk } from '../helpers/open-test-desk.ts'

const actor = 'manager'
const card = async (test: TestDesk, leadId: LeadId) => (await test.desk.store.leadCards([leadId]))[0]!
const numbers = async (test: TestDesk): Promise<Record<string, number>> =>
  Object.fromEntries((await test.desk.store.world(test.clock.now())).turns.get('all') ?? [])
const loads = async (test: TestDesk): Promise<number[]> =>
  (await test.desk.store.reps(test.clock.now())).map((rep) => rep.openLeads)

async function threeReps(): Promise<TestDesk & { reps: RepId[] }> {
  const test = await openTestDesk()
  const reps = await addReps(test, aProfile('Ann', { capacity: 1 }), aProfile('Bob'), aProfile('Cem'))
  await publish(test)
  return Object.assign(test, { reps })
}

describe('R28 a drag wins', () => {
  it('over capacity, and pins the lead', async () => {
    const test = await threeReps()
    const [ann] = test.reps
    const taken = await arrive(test, 3)
    const others = taken.filter((one) => one.outcome === 'added' && one.repId !== ann).map((one) => one.leadId)
    await assignLeads(test.desk, { leadIds: others, repId: ann!, actor })
    for (const leadId of others) expect(await card(test, leadId)).toMatchObject({ repId: ann, isPinned: true })
    expect(await loads(test)).toEqual([3, 0, 0])
    await unpinLeads(test.desk, { leadIds: others, actor })
    for (const leadId of others) expect(await card(test, leadId)).toMatchObject({ repId: ann, isPinned: false })
  })
  it('charges the receiver a turn and refunds the giver', async () => {
    const test = await threeReps()
    const [taken] = await arrive(test, 1)
    const before = await numbers(test)
    const { repId: giver } = await card(test, taken!.leadId)
    const receiver = test.reps.find((repId) => repId !== giver && repId !== test.reps[0])!
    await assignLeads(test.desk, { leadIds: [taken!.leadId], repId: receiver, actor })
    const after = await numbers(test)
    expect(after[String(receiver)]).toBeLessThan(before[String(receiver)] ?? 0)
    expect(after[String(giver)]).toBeGreaterThan(before[String(giver)]!)
    expect(Object.values(after).reduce((sum, number) => sum + number, 0)).toBeCloseTo(0)
  })
})

describe('R29 undo', () => {
  it.each(['assign', 'hold', 'discard'] as const)('of %s restores owner, numbers, clocks and queue place', async (what) => {
    const test = await threeReps()
    const taken = await arrive(test, 4)
    const leadIds = taken.map((one) => one.leadId)
    const before = { cards: await test.desk.store.leadCards(leadIds), numbers: await numbers(test), loads: await loads(test) }
    test.clock.moveBy(MINUTE)
    const seqs =
      what === 'assign'
        ? await assignLeads(test.desk, { leadIds, repId: test.reps[1]!, actor })
        : what === 'hold'
          ? await holdLeads(test.desk, { leadIds, reason: 'later', actor })
          : await discardLeads(test.desk, { leadIds, reason: 'spam', actor })
    expect(await test.desk.store.leadCards(leadIds)).not.toEqual(before.cards)
    await undoSteps(test.desk, { seqs, actor })
    expect({ cards: await test.desk.store.leadCards(leadIds), numbers: await numbers(test), loads: await loads(test) }).toEqual(
      before,
    )
    const { timeline } = await test.desk.store.leadDetail(leadIds[0]!)
    expect(timeline.map((entry) => entry.type)).toContain('step-undone')
  })

  it('refuses, saying why, when the lead has been touched since', async () => {
    const test = await threeReps()
    const [taken] = await arrive(test, 1)
    const seqs = await assignLeads(test.desk, { leadIds: [taken!.leadId], repId: test.reps[2]!, actor })
    test.clock.moveBy(MINUTE)
    await logTouch(test.desk, { leadId: taken!.leadId, kind: 'attempt', actor })
    await expect(undoSteps(test.desk, { seqs, actor })).rejects.toMatchObject({
      code: 'undo-refused',
      data: { reason: 'touched-since' },
    })
  })

  it('refuses twice, and after another move', async () => {
    const test = await threeReps()
    const [taken] = await arrive(test, 1)
    const leadIds = [taken!.leadId]
    const { repId: home } = await card(test, leadIds[0]!)
    const [first, second] = test.reps.filter((repId) => repId !== home)
    const one = await assignLeads(test.desk, { leadIds, repId: first!, actor })
    const two = await assignLeads(test.desk, { leadIds, repId: second!, actor })
    await expect(undoSteps(test.desk, { seqs: one, actor })).rejects.toMatchObject({ data: { reason: 'moved-since' } })
    await undoSteps(test.desk, { seqs: two, actor })
    await undoSteps(test.desk, { seqs: one, actor })
    await expect(undoSteps(test.desk, { seqs: one, actor })).rejects.toMatchObject({ data: { reason: 'already-undone' } })
    expect((await card(test, leadIds[0]!)).repId).toBe(home)
  })
})

describe('R33 why', () => {
  it('of a lead given by a rule, as it was stored', async () => {
    const test = await threeReps()
    await arrive(test, 1)
    const [taken] = await arrive(test, 1)
    const why = await explainLead(test.desk, taken!.leadId)
    expect(why).toMatchObject({
      outcome: 'assigned',
      isStored: true,
      byHand: false,
      rule: 'Everyone',
      method: 'weighted',
      ruleset: 1,
    })
    expect(why.candidates).toHaveLength(3)
    expect(why.candidates.find((one) => one.name === 'Ann')).toBeDefined()
    // The story stays what it was when rules and names have moved on.
    await publish(test, [{ ...EVERYONE, name: 'Renamed' }])
    expect(await explainLead(test.desk, taken!.leadId)).toEqual(why)
  })
  it('of a lead that waits, as it is now', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann', { capacity: 0 }))
    await publish(test)
    const [taken] = await arrive(test, 1)
    expect(await explainLead(test.desk, taken!.leadId)).toMatchObject({
      outcome: 'waiting',
      isStored: false,
      sentence: 'Rule “Everyone” matched, but nobody in everyone can take it now. Ann is at capacity (0 of 0).',
    })
  })
  it('of a lead moved by hand', async () => {
    const test = await threeReps()
    const [taken] = await arrive(test, 1)
    await assignLeads(test.desk, { leadIds: [taken!.leadId], repId: test.reps[2]!, actor })
    const why = await explainLead(test.desk, taken!.leadId)
    expect(why.byHand).toBe(true)
    expect(why.sentence).toContain('Cem was given this by hand.')
  })
  it('of a lead nobody knows is an error that names it', async () => {
    const test = await openTestDesk()
    await expect(explainLead(test.desk, 99 as LeadId)).rejects.toMatchObject({ code: 'lead-not-found', data: { lead: '99' } })
  })
})

describe('notes', () => {
  it('a note can be searched', async () => {
    const test = await threeReps()
    const [taken] = await arrive(test, 3)
    await noteLead(test.desk, { leadId: taken!.leadId, text: 'prefers Thursdays', actor })
    const { leads } = await test.desk.store.leadPage({ text: 'thursd' }, 'newest', null, 10)
    expect(leads.map((lead) => lead.id)).toEqual([taken!.leadId])
  })
})
