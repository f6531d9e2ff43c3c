import { describe, expect, it } from 'vitest'
import type { LeadDraft, LeadId, RepId } from '../../src-main/contract/index.ts'
import { acceptOffer } from '../../src-main/desk/accept-offer.ts'
import { assignLeads } from '../../src-main/desk/assign-leads.ts'
import { saveRep, setAvailability } from '../../src-main/desk/change-reps.ts'
import { declineOffer } from '../../src-main/desk/decline-offer.ts'
import { emptyDraft } from '../../src-main/desk/empty-draft.ts'
import { identifyLead } from '../../src-main/desk/identify-lead.ts'
import { logTouch } from '../../src-main/desk/log-touch.ts'
import { noteLead } from '../../src-main/desk/note-lead.ts'
import { runClocks } from '../../src-main/desk/run-clocks.ts'
import { type TakeInInput, takeInLeads } from '../../src-main/desk/take-in-leads.ts'
import { undoSteps } from '../../src-main/desk/undo-steps.ts'
import {
  addReps,
  aProfile,
  arrive,
  DAY,
  HOUR,
  MINUTE,
  openTestDesk,
  publish,
  START,
  type TestDesk,
} from '../helpers/open-test-desk.ts'

const actor = 'manager'
const share = (given: Record<string, unknown>): Record<string, unknown> => ({
  name: 'Everyone',
  then: { to: 'pool', pool: {}, by: 'round-robin', ...given },
})
const cardOf = async (test: TestDesk, leadId: number) => (await test.desk.store.leadCards([leadId as LeadId]))[0]!
const repOf = async (test: TestDesk, repId: RepId) =>
  (await test.desk.store.reps(test.clock.now())).find((rep) => rep.id === repId)!
const typesOf = async (test: TestDesk, leadId: number): Promise<string[]> =>
  (await test.desk.store.eventsOf(leadId as LeadId)).map((event) => event.type)
/** Lets the desk wake up whenever something is due, as its own timer would. */
const pass = (test: TestDesk, ms: number) => runClocks(test.desk, test.clock, test.clock.now() + ms)
const OFFICE = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 9 * 60, toMinute: 17 * 60 }))

describe('R20 an offer must be accepted in time', () => {
  async function offered(given: Record<string, unknown> = {}, ...names: string[]) {
    const test = await openTestDesk()
    const reps = await addReps(test, ...(names.length > 0 ? names : ['Ann', 'Bob']).map((name) => aProfile(name)))
    await publish(test, [share({ acceptWithinMinutes: 10, ...given })])
    await arrive(test, 1)
    return { test, reps, first: (await cardOf(test, 1)).repId!, other: reps.find((id) => id !== reps[0])! }
  }

  it('shows who it is offered to and until when, and counts as pending', async () => {
    const { test, first } = await offered()
    const card = await cardOf(test, 1)
    expect(card).toMatchObject({ status: 'offered', offeredTo: [first], dueKind: 'accept', dueAt: START + 10 * MINUTE })
    expect(await repOf(test, first)).toMatchObject({ openLeads: 1, offersPending: 1, givenToday: 1 })
  })

  it('accepted, it is owned and the offer is over', async () => {
    const { test, first } = await offered()
    test.clock.moveBy(4 * MINUTE)
    await acceptOffer(test.desk, { leadId: 1 as LeadId, repId: first, actor })
    expect(await cardOf(test, 1)).toMatchObject({ status: 'assigned', repId: first, offeredTo: [], dueKind: null, dueAt: null })
    expect(await repOf(test, first)).toMatchObject({ openLeads: 1, offersPending: 0, givenToday: 1 })
    expect((await pass(test, DAY)).offersExpired).toBe(0)
  })

  it('declined, it is offered to the other at once, and the first gets the day back', async () => {
    const { test, reps, first } = await offered()
    await declineOffer(test.desk, { leadId: 1 as LeadId, repId: first, reason: 'not mine', actor })
    const second = reps.find((id) => id !== first)!
    expect(await cardOf(test, 1)).toMatchObject({ status: 'offered', repId: second })
    expect(await repOf(test, first)).toMatchObject({ openLeads: 0, offersPending: 0, givenToday: 0 })
    expect(await typesOf(test, 1)).toEqual(['lead-received', 'offer-declined', 'lead-offered'])
  })

  it('run out with everyone, it waits for a manager and says so', async () => {
    const { test, reps } = await offered()
    const run = await pass(test, 21 * MINUTE)
    expect(run.offersExpired).toBe(2)
    expect(await cardOf(test, 1)).toMatchObject({ status: 'waiting', waitCode: 'nobody-accepted', repId: null, dueAt: null })
    for (const id of reps) expect(await repOf(test, id)).toMatchObject({ openLeads: 0, offersPending: 0, givenToday: 0 })
  })

  it('after as many offers as the rule makes, its otherwise decides', async () => {
    const { test } = await offered({ maxOffers: 1 }, 'Ann', 'Bob', 'Cem')
    await pass(test, 11 * MINUTE)
    expect(await cardOf(test, 1)).toMatchObject({ status: 'waiting', waitCode: 'nobody-accepted' })
  })

  it('too late is refused, and so is what was never offered', async () => {
    const { test, first, reps } = await offered()
    const second = reps.find((id) => id !== first)!
    await expect(acceptOffer(test.desk, { leadId: 1 as LeadId, repId: second, actor })).rejects.toMatchObject({
      code: 'offer-gone',
      data: { reason: 'not-offered' },
    })
    // The clock stands behind the due time though nobody looked yet.
    test.clock.moveBy(10 * MINUTE)
    await expect(acceptOffer(test.desk, { leadId: 1 as LeadId, repId: first, actor })).rejects.toMatchObject({
      data: { reason: 'expired' },
    })
  })

  it('an attempt by whom it is offered to takes it', async () => {
    const { test, first } = await offered()
    await logTouch(test.desk, { leadId: 1 as LeadId, kind: 'attempt', actor })
    expect(await cardOf(test, 1)).toMatchObject({ status: 'assigned', repId: first, dueAt: null })
    expect(await repOf(test, first)).toMatchObject({ openLeads: 1, offersPending: 0 })
  })

  it('undoing a drag of an offered lead gives the offer its clock back (R29)', async () => {
    const { test, reps, first } = await offered()
    const second = reps.find((id) => id !== first)!
    const seqs = await assignLeads(test.desk, { leadIds: [1 as LeadId], repId: second, actor })
    expect(await cardOf(test, 1)).toMatchObject({ status: 'assigned', repId: second, offeredTo: [], dueAt: null })
    test.clock.moveBy(MINUTE)
    await undoSteps(test.desk, { seqs, actor })
    expect(await cardOf(test, 1)).toMatchObject({ status: 'offered', offeredTo: [first], dueAt: START + 10 * MINUTE })
    expect(await repOf(test, first)).toMatchObject({ openLeads: 1, offersPending: 1 })
    expect((await pass(test, 10 * MINUTE)).offersExpired).toBe(1)
  })
})

describe('R16 claim: the first to accept owns it', () => {
  async function claimed(...profiles: ReturnType<typeof aProfile>[]) {
    const test = await openTestDesk()
    const reps = await addReps(test, ...profiles)
    await publish(test, [share({ by: 'claim', acceptWithinMinutes: 10 })])
    await arrive(test, 1)
    return { test, reps }
  }

  it('is offered to all eligible, and over for the others when one accepts', async () => {
    const { test, reps } = await claimed(aProfile('Ann'), aProfile('Bob'), aProfile('Cem', { isPaused: true }))
    const [ann, bob] = reps as [RepId, RepId]
    expect(await cardOf(test, 1)).toMatchObject({ status: 'offered', repId: null, offeredTo: [ann, bob] })
    const [received] = await test.desk.store.eventsOf(1 as LeadId)
    expect(received?.data).toMatchObject({ outcome: 'offered', repIds: [ann, bob], dueAt: START + 10 * MINUTE })
    await acceptOffer(test.desk, { leadId: 1 as LeadId, repId: bob, actor })
    expect(await cardOf(test, 1)).toMatchObject({ status: 'assigned', repId: bob })
    expect(await repOf(test, ann)).toMatchObject({ openLeads: 0, offersPending: 0, givenToday: 0 })
    expect(await repOf(test, bob)).toMatchObject({ openLeads: 1, offersPending: 0, givenToday: 1 })
    await expect(acceptOffer(test.desk, { leadId: 1 as LeadId, repId: ann, actor })).rejects.toMatchObject({
      data: { reason: 'taken' },
    })
  })

  it('caps hold when it is accepted: two claims, room for one', async () => {
    const { test, reps } = await claimed(aProfile('Ann', { dailyCap: 1 }), aProfile('Bob'))
    const [ann] = reps as [RepId]
    await arrive(test, 1)
    await acceptOffer(test.desk, { leadId: 1 as LeadId, repId: ann, actor })
    await expect(acceptOffer(test.desk, { leadId: 2 as LeadId, repId: ann, actor })).rejects.toMatchObject({
      data: { reason: 'at-cap' },
    })
  })

  it('a decline leaves it to the others', async () => {
    const { test, reps } = await claimed(aProfile('Ann'), aProfile('Bob'))
    const [ann, bob] = reps as [RepId, RepId]
    await declineOffer(test.desk, { leadId: 1 as LeadId, repId: ann, reason: null, actor })
    expect(await cardOf(test, 1)).toMatchObject({ status: 'offered', offeredTo: [bob], dueAt: START + 10 * MINUTE })
    await pass(test, 11 * MINUTE)
    expect(await cardOf(test, 1)).toMatchObject({ status: 'waiting', waitCode: 'nobody-accepted' })
  })
})

describe('R22 who lets offers run out is paused', () => {
  it('after N in a row, with a notice; an acceptance in between starts anew', async () => {
    const test = await openTestDesk()
    const [ann] = (await addReps(test, aProfile('Ann'))) as [RepId]
    await publish(test, [share({ acceptWithinMinutes: 10 })], { settings: { pauseAfterMissedOffers: 2 } })
    await arrive(test, 1)
    await pass(test, 11 * MINUTE)
    await arrive(test, 1)
    await acceptOffer(test.desk, { leadId: 2 as LeadId, repId: ann, actor })
    await arrive(test, 1)
    await pass(test, 11 * MINUTE)
    expect((await repOf(test, ann)).isPaused).toBe(false)
    await arrive(test, 1)
    const run = await pass(test, 11 * MINUTE)
    expect(run.paused).toEqual([ann])
    expect(await repOf(test, ann)).toMatchObject({ isPaused: true, pauseReason: 'let 2 offers in a row run out' })
    expect(run.events.some((event) => event.type === 'rep-paused' && event.repId === ann)).toBe(true)
    await saveRep(test.desk, { repId: ann, profile: aProfile('Ann'), actor })
    expect(await repOf(test, ann)).toMatchObject({ isPaused: false, pauseReason: null })
  })
})

describe('R21 contact clocks run on the working time of who owns the lead', () => {
  it('edge case 13: a lead of Friday evening is due on Monday, by the rep’s own calendar', async () => {
    const test = await openTestDesk()
    // Friday, 27 November 2026, 16:30 in Berlin.
    test.clock.moveTo(Date.UTC(2026, 10, 27, 15, 30))
    const [ann] = (await addReps(test, aProfile('Ann', { hours: OFFICE, timeZone: 'Europe/Berlin' }))) as [RepId]
    await publish(test, [share({ contactWithinMinutes: 60, remindMinutesBefore: 15 })])
    await arrive(test, 1)
    const monday = Date.UTC(2026, 10, 30, 8, 30)
    expect(await cardOf(test, 1)).toMatchObject({ repId: ann, dueKind: 'contact', dueAt: monday, breachedAt: null })
    const early = await runClocks(test.desk, test.clock, monday - 16 * MINUTE)
    expect(early).toMatchObject({ reminders: 0, breaches: 0 })
    const late = await runClocks(test.desk, test.clock, monday)
    expect(late).toMatchObject({ reminders: 1, breaches: 1, takenBack: 0 })
    expect(await cardOf(test, 1)).toMatchObject({ status: 'assigned', repId: ann, breachedAt: monday })
  })

  it('always, when the rule says so', async () => {
    const test = await openTestDesk()
    test.clock.moveTo(Date.UTC(2026, 10, 27, 15, 30))
    await addReps(test, aProfile('Ann', { hours: OFFICE, timeZone: 'Europe/Berlin' }))
    await publish(test, [share({ contactWithinMinutes: 60, contactClock: 'always' })])
    await arrive(test, 1)
    expect((await cardOf(test, 1)).dueAt).toBe(Date.UTC(2026, 10, 27, 16, 30))
  })

  it('time off added later moves the clock, and it is put back when that goes', async () => {
    const test = await openTestDesk()
    const [ann] = (await addReps(test, aProfile('Ann'))) as [RepId]
    await publish(test, [share({ contactWithinMinutes: 60 })])
    await arrive(test, 1)
    expect((await cardOf(test, 1)).dueAt).toBe(START + HOUR)
    const step = { at: START, actor }
    const off = await test.desk.store.addTimeOff(ann, START + 30 * MINUTE, START + DAY, 'doctor', step)
    expect((await cardOf(test, 1)).dueAt).toBe(START + DAY + 30 * MINUTE)
    await test.desk.store.removeTimeOff(off, step)
    expect((await cardOf(test, 1)).dueAt).toBe(START + HOUR)
  })

  it('a touched lead is never taken back by a clock', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'), aProfile('Bob'))
    await publish(test, [share({ contactWithinMinutes: 60, ifNotContacted: 'take-back', releaseAfterMinutes: 5 })])
    await arrive(test, 1)
    const owner = (await cardOf(test, 1)).repId!
    await noteLead(test.desk, { leadId: 1 as LeadId, text: 'called', actor })
    await setAvailability(test.desk, { repId: owner, availability: 'away', until: null, reason: null, actor })
    const run = await pass(test, DAY)
    expect(run).toMatchObject({ breaches: 0, takenBack: 0, released: 0 })
    expect((await cardOf(test, 1)).repId).toBe(owner)
  })

  it('not contacted in time, it is taken back and routed again without that rep', async () => {
    const test = await openTestDesk()
    const reps = await addReps(test, aProfile('Ann'), aProfile('Bob'))
    await publish(test, [share({ contactWithinMinutes: 60, ifNotContacted: 'take-back' })])
    await arrive(test, 1)
    const first = (await cardOf(test, 1)).repId!
    const run = await pass(test, 61 * MINUTE)
    expect(run).toMatchObject({ breaches: 1, takenBack: 1 })
    const card = await cardOf(test, 1)
    expect(card.repId).toBe(reps.find((id) => id !== first))
    expect(card).toMatchObject({ dueAt: START + 2 * HOUR, breachedAt: null })
    expect(await repOf(test, first)).toMatchObject({ openLeads: 0, givenToday: 0 })
  })

  it('a pinned lead is marked and stays (R28)', async () => {
    const test = await openTestDesk()
    const [ann] = (await addReps(test, aProfile('Ann'), aProfile('Bob'))) as [RepId]
    await publish(test, [share({ contactWithinMinutes: 60, ifNotContacted: 'take-back' })])
    await arrive(test, 1)
    await assignLeads(test.desk, { leadIds: [1 as LeadId], repId: ann, actor })
    await pass(test, DAY)
    expect(await cardOf(test, 1)).toMatchObject({ status: 'assigned', repId: ann, isPinned: true })
  })
})

describe('R23 untouched leads of whoever leaves', () => {
  const rule = share({ releaseAfterMinutes: 15 })

  it('edge case 7: go to others after the grace period, with the turn given back', async () => {
    const test = await openTestDesk()
    const reps = await addReps(test, aProfile('Ann'), aProfile('Bob'))
    await publish(test, [rule])
    await arrive(test, 1)
    const first = (await cardOf(test, 1)).repId!
    await setAvailability(test.desk, { repId: first, availability: 'away', until: null, reason: null, actor })
    expect((await pass(test, 14 * MINUTE)).released).toBe(0)
    expect((await pass(test, 2 * MINUTE)).released).toBe(1)
    expect((await cardOf(test, 1)).repId).toBe(reps.find((id) => id !== first))
  })

  it('stay with who comes back in time', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'), aProfile('Bob'))
    await publish(test, [rule])
    await arrive(test, 1)
    const first = (await cardOf(test, 1)).repId!
    const to = (availability: 'away' | 'available') =>
      setAvailability(test.desk, { repId: first, availability, until: null, reason: null, actor })
    await to('away')
    await pass(test, 10 * MINUTE)
    await to('available')
    expect((await pass(test, DAY)).released).toBe(0)
    expect((await cardOf(test, 1)).repId).toBe(first)
  })

  it('the end of a shift counts, also one that a sleeping desk missed (R24)', async () => {
    const test = await openTestDesk()
    const [ann, bob] = (await addReps(
      test,
      aProfile('Ann', { hours: OFFICE, timeZone: 'UTC' }),
      aProfile('Bob', { isPaused: true }),
    )) as [RepId, RepId]
    await publish(test, [rule])
    await arrive(test, 1)
    expect((await cardOf(test, 1)).repId).toBe(ann)
    await saveRep(test.desk, { repId: bob, profile: aProfile('Bob'), actor })
    // 17:20: five minutes after the lead should have gone. Nobody was awake.
    test.clock.moveTo(Date.UTC(2026, 10, 23, 17, 20))
    await test.restart()
    expect((await cardOf(test, 1)).repId).toBe(bob)
  })

  it('busy is not gone', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'), aProfile('Bob'))
    await publish(test, [rule])
    await arrive(test, 1)
    const first = (await cardOf(test, 1)).repId!
    await setAvailability(test.desk, { repId: first, availability: 'busy', until: null, reason: null, actor })
    expect((await pass(test, DAY)).released).toBe(0)
  })
})

describe('R24 clocks survive', () => {
  it('what fell due while nobody was awake is done on start, once', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'), aProfile('Bob'))
    await publish(test, [share({ acceptWithinMinutes: 10 })])
    await arrive(test, 1)
    test.clock.moveBy(3 * HOUR)
    await test.restart()
    expect(await typesOf(test, 1)).toEqual(['lead-received', 'offer-expired', 'lead-offered'])
    expect((await cardOf(test, 1)).dueAt).toBe(START + 3 * HOUR + 10 * MINUTE)
    await test.restart()
    expect(await typesOf(test, 1)).toEqual(['lead-received', 'offer-expired', 'lead-offered'])
  })

  it('a clock that goes back changes nothing', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'))
    await publish(test, [share({ acceptWithinMinutes: 10 })])
    await arrive(test, 1)
    test.clock.moveBy(-HOUR)
    await test.restart()
    expect(await cardOf(test, 1)).toMatchObject({ status: 'offered', dueAt: START + 10 * MINUTE })
  })
})

describe('R17 the owner who is merely not here', () => {
  it('is waited for so long, and then the others decide', async () => {
    const test = await openTestDesk()
    const [ann, bob] = (await addReps(test, aProfile('Ann'), aProfile('Bob'))) as [RepId, RepId]
    await test.desk.store.importAccounts(
      [{ company: 'Acme', domains: ['acme.example'], ownerEmail: 'ann@team.example', status: 'customer' }],
      { at: START, actor },
    )
    await publish(test, [share({ ownerFirst: { ifNotHere: 'wait', waitMinutes: 30 } })])
    await setAvailability(test.desk, { repId: ann, availability: 'away', until: null, reason: null, actor })
    await arrive(test, [{ email: 'x@acme.example' }, { email: 'y@acme.example' }])
    expect(await cardOf(test, 1)).toMatchObject({ status: 'waiting', waitCode: 'waiting-for-owner', waitDetail: 'Ann' })
    await pass(test, 29 * MINUTE)
    expect((await cardOf(test, 1)).status).toBe('waiting')
    await pass(test, 2 * MINUTE)
    expect(await cardOf(test, 1)).toMatchObject({ status: 'assigned', repId: bob })
  })

  it('gets it when they come back in time', async () => {
    const test = await openTestDesk()
    const [ann] = (await addReps(test, aProfile('Ann'), aProfile('Bob'))) as [RepId]
    await test.desk.store.importAccounts(
      [{ company: 'Acme', domains: ['acme.example'], ownerEmail: 'ann@team.example', status: 'customer' }],
      { at: START, actor },
    )
    await publish(test, [share({ ownerFirst: { ifNotHere: 'wait', waitMinutes: 30 } })])
    await setAvailability(test.desk, { repId: ann, availability: 'away', until: START + 20 * MINUTE, reason: null, actor })
    await arrive(test, [{ email: 'x@acme.example' }])
    await pass(test, 21 * MINUTE)
    expect(await cardOf(test, 1)).toMatchObject({ status: 'assigned', repId: ann })
  })
})

describe('R27 leads of long ago start no clocks', () => {
  it('edge case 12: an old lead is assigned at once, and nothing falls due for it', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'))
    await publish(test, [share({ acceptWithinMinutes: 10, contactWithinMinutes: 60 })])
    await arrive(test, [{ receivedAt: START - 30 * DAY }, { receivedAt: START - DAY }])
    expect(await cardOf(test, 1)).toMatchObject({ status: 'assigned', dueAt: null })
    expect(await cardOf(test, 2)).toMatchObject({ status: 'offered', dueKind: 'accept' })
  })

  it('unless the import asks for it', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'))
    await publish(test, [share({ contactWithinMinutes: 60 })])
    await bring(test, 1, { startOldClocks: true }, { receivedAt: START - 30 * DAY })
    expect(await cardOf(test, 1)).toMatchObject({ status: 'assigned', dueAt: START + HOUR })
  })

  it('an import that trickles joins the queue bit by bit, under caps', async () => {
    const test = await openTestDesk()
    const [ann] = (await addReps(test, aProfile('Ann', { capacity: 2 }))) as [RepId]
    await publish(test, [share({})])
    await bring(test, 4, { route: 'trickle', perHour: 2 })
    // The first is due at once, and the desk has yet to wake up for it.
    expect(await cardOf(test, 1)).toMatchObject({ status: 'waiting', waitCode: 'trickling', isHeld: true })
    await pass(test, MINUTE)
    const given = async () => (await repOf(test, ann)).openLeads
    expect(await given()).toBe(1)
    await pass(test, 28 * MINUTE)
    expect(await given()).toBe(1)
    await pass(test, 2 * MINUTE)
    expect(await given()).toBe(2)
    await pass(test, DAY)
    expect(await given()).toBe(2)
    expect(await cardOf(test, 4)).toMatchObject({ status: 'waiting', waitCode: 'nobody-eligible', isHeld: false })
  })
})

/** An import of so many leads. */
async function bring(test: TestDesk, count: number, how: Partial<TakeInInput>, draft: Partial<LeadDraft> = {}): Promise<void> {
  const sourceId = await test.desk.store.openSource('File', 'file', test.clock.now())
  const leads = Array.from({ length: count }, (_, nth) => {
    const whole = { ...emptyDraft(), name: `Row ${nth}`, email: `row${nth}@file${nth}.example`, ...draft }
    return identifyLead(whole, { key: `row-${nth}`, raw: null, rawKind: 'csv', line: nth + 1, owner: null })
  })
  await takeInLeads(test.desk, { sourceId, batchId: null, actor, route: 'now', leads, ...how })
}
