import fc from 'fast-check'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { assignLeads } from '../../src-main/desk/assign-leads.ts'
import { addLead } from '../../src-main/desk/add-lead.ts'
import { addRep, saveRep, setAvailability } from '../../src-main/desk/change-reps.ts'
import { type OpenDesk, openDesk } from '../../src-main/desk/open-desk.ts'
import { routeLeads } from '../../src-main/desk/route-leads.ts'
import { holdLeads } from '../../src-main/desk/hold-leads.ts'
import { setStage } from '../../src-main/desk/set-stage.ts'
import { undoSteps } from '../../src-main/desk/undo-steps.ts'
import { editFields } from '../../src-main/intake/edit-fields.ts'
import { DeskError, type LeadCard, type LeadId, type RepId, type Seq } from '../../src-main/contract/index.ts'
import type { Router } from '../../src-main/store/port-shapes.ts'
import { addReps, aProfile, arrive, DAY, HOUR, MINUTE, openTestDesk, publish, type TestDesk } from '../helpers/open-test-desk.ts'
import { expectToWaitInVain } from '../helpers/waits-in-vain.ts'

const actor = 'manager'
const WAITING = 40
const toTeam = (team: string) => ({ to: 'pool', pool: { team }, by: 'weighted' })
/** German leads are for Eve's team; what else comes is anybody's of Sales. */
const RULES = [
  {
    name: 'German',
    when: { all: [{ field: 'country', op: 'is', value: 'DE' }] },
    then: toTeam('German'),
    otherwise: 'hold',
  },
  { name: 'Rest', then: toTeam('Sales'), otherwise: 'hold' },
]

/** A desk that counts the leads its drains try. */
async function watched(test: TestDesk): Promise<{ desk: OpenDesk; tried: () => number }> {
  let count = 0
  const counting = new WeakMap<Router, Router>()
  const { store, clock, log, dataFolder } = test.desk
  const drainWaiting: typeof store.drainWaiting = (router, ...rest) => {
    let same = counting.get(router)
    if (same === undefined) {
      same = {
        ...router,
        decide(lead, world) {
          count++
          return router.decide(lead, world)
        },
      }
      counting.set(router, same)
    }
    return store.drainWaiting(same, ...rest)
  }
  const desk = await openDesk({ store: { ...store, drainWaiting }, clock, log, dataFolder, withClocks: false })
  onTestFinished(() => desk.close())
  const tried = (): number => {
    const since = count
    count = 0
    return since
  }
  await desk.drain()
  tried()
  return { desk, tried }
}

describe('R1, R25 a drain tries whom what changed may serve', () => {
  let test: TestDesk
  let [ann, bob, eve]: RepId[] = []
  let own: LeadId[]
  let waiting: LeadId[]
  beforeEach(async () => {
    test = await openTestDesk()
    ;[ann, bob, eve] = await addReps(
      test,
      aProfile('Ann'),
      aProfile('Bob', { capacity: 2 }),
      aProfile('Eve', { team: 'German', capacity: 3 }),
    )
    await setAvailability(test.desk, { repId: eve!, availability: 'away', until: null, reason: null, actor })
    await publish(test, RULES)
    own = (await arrive(test, 4)).map(({ leadId }) => leadId)
    waiting = (
      await arrive(
        test,
        Array.from({ length: WAITING }, () => ({ country: 'DE' })),
      )
    ).map(({ leadId }) => leadId)
  })
  const cardOf = async (leadId: LeadId) => (await test.desk.store.leadCards([leadId]))[0]!

  it('none when a lead goes to a rep, moves on, or leaves a rep room who had it', async () => {
    const { desk, tried } = await watched(test)
    await assignLeads(desk, { leadIds: [waiting[0]!], repId: ann!, actor })
    await assignLeads(desk, { leadIds: [waiting[1]!, own[0]!], repId: bob!, actor })
    await setStage(desk, { leadIds: own, stage: 'contacted', actor })
    expect(tried()).toBe(0)
  })

  it('all when a rep gains room, is back, or is another by profile, until they are full again', async () => {
    const { desk, tried } = await watched(test)
    await setAvailability(desk, { repId: eve!, availability: 'available', until: null, reason: null, actor })
    // Three of the queue, and whoever is behind them waits as before.
    expect(tried()).toBe(3)
    await setStage(desk, { leadIds: [waiting[0]!], stage: 'won', actor })
    expect(tried()).toBe(1)
    expect(await cardOf(waiting[3]!)).toMatchObject({ status: 'assigned', repId: eve })
    await setAvailability(desk, { repId: ann!, availability: 'away', until: null, reason: null, actor })
    await setAvailability(desk, { repId: ann!, availability: 'available', until: null, reason: null, actor })
    // All of them were tried with Ann before she went.
    expect(tried()).toBe(0)
    await addRep(desk, { profile: aProfile('Cem'), actor })
    expect(tried()).toBe(WAITING - 4)
    await setAvailability(desk, { repId: ann!, availability: 'away', until: null, reason: null, actor })
    await addLead(desk, { draft: { name: 'Newcomer', email: 'new@comer.example', country: 'DE' }, route: 'now', actor })
    expect(tried()).toBe(1)
    await setAvailability(desk, { repId: ann!, availability: 'available', until: null, reason: null, actor })
    expect(tried()).toBe(WAITING - 3)
    await saveRep(desk, { repId: ann!, profile: aProfile('Ann', { team: 'German' }), actor })
    expect(tried()).toBe(WAITING - 3)
    expect(await cardOf(waiting.at(-1)!)).toMatchObject({ status: 'assigned', repId: ann })
  })

  it('one that is new in the queue, was changed there, or was put back there by an undo', async () => {
    const { desk, tried } = await watched(test)
    await addLead(desk, { draft: { name: 'Newcomer', email: 'new@comer.example', country: 'DE' }, route: 'now', actor })
    expect(tried()).toBe(1)
    const seqs = await assignLeads(desk, { leadIds: [waiting[0]!], repId: ann!, actor })
    await undoSteps(desk, { seqs, actor })
    expect(tried()).toBe(0)
    await assignLeads(desk, { leadIds: [waiting[1]!], repId: ann!, actor })
    expect(tried()).toBe(1)
    expect(await cardOf(waiting[0]!)).toMatchObject({ status: 'waiting' })
    await editFields(desk, { leadId: waiting[0]!, fields: { country: 'FR' }, actor })
    await assignLeads(desk, { leadIds: [waiting[2]!], repId: ann!, actor })
    expect(tried()).toBe(1)
    expect(await cardOf(waiting[0]!)).toMatchObject({ status: 'assigned' })
  })

  it('whoever waits for a rule that has room for a rep again', async () => {
    await publish(test, [{ ...NARROW[1] }, RULES[1]])
    // Bob is full, and Ann has had her one of the day.
    const [first, second] = await arrive(test, [{ country: 'US' }, { country: 'US' }])
    const { desk } = await watched(test)
    expect(await cardOf(second!.leadId)).toMatchObject({ status: 'waiting' })
    await editFields(desk, { leadId: first!.leadId, fields: { country: 'FR' }, actor })
    await routeLeads(desk, { leadIds: [first!.leadId], actor })
    expect(await cardOf(second!.leadId)).toMatchObject({ status: 'assigned', repId: ann })
  })

  it('again those who wait for their own owner, and all of them on another day', async () => {
    await publish(test, [
      { ...RULES[0], then: { ...toTeam('German'), ownerFirst: { ifNotHere: 'wait', waitMinutes: 60 } } },
      RULES[1],
    ])
    await test.desk.store.importAccounts(
      [{ company: 'Acme', domains: ['acme.example'], ownerEmail: 'eve@team.example', status: 'customer' }],
      { at: test.clock.now(), actor },
    )
    const [owned] = await arrive(test, [{ country: 'DE', email: 'kim@acme.example' }])
    const { desk, tried } = await watched(test)
    expect(await cardOf(owned!.leadId)).toMatchObject({ waitCode: 'waiting-for-owner' })
    test.clock.moveBy(MINUTE)
    await assignLeads(desk, { leadIds: [waiting[0]!], repId: ann!, actor })
    expect(tried()).toBe(1)
    test.clock.moveBy(HOUR)
    await desk.drain()
    expect(tried()).toBe(1)
    expect(await cardOf(owned!.leadId)).toMatchObject({ waitCode: 'nobody-eligible' })
    test.clock.moveBy(DAY)
    await desk.drain()
    expect(tried()).toBe(WAITING)
  })
})

/** How many sequences; a nightly run sets more. */
const RUNS = Number(process.env.LEAD_DESK_SEQUENCES ?? 20)
const nth = fc.nat({ max: 12 })
const country = fc.constantFrom('DE', 'FR', 'US')
const aStep = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('arrive' as const), country, kim: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('toggle' as const), rep: nth, isHere: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('assign' as const), lead: nth, rep: nth }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), step: nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('hold', 'win', 'route' as const), lead: nth }) },
  fc.record({ do: fc.constant('edit' as const), lead: nth, country }),
  fc.record({ do: fc.constant('profile' as const), rep: nth, team: fc.constantFrom('German', 'Sales') }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(5, 45, 1_000) }),
)
const refused =
  (code: DeskError['code']) =>
  (thrown: unknown): void => {
    if (!(thrown instanceof DeskError) || thrown.code !== code) throw thrown
  }

/** Narrow rules, so that leads wait while others have room; Americans wait for the rest of the day after the first two. */
const NARROW = [
  { ...RULES[0], then: { ...toTeam('German'), ownerFirst: { ifNotHere: 'wait', waitMinutes: 60 } }, otherwise: 'next' },
  {
    name: 'American',
    when: { all: [{ field: 'country', op: 'is', value: 'US' }] },
    then: { ...toTeam('Sales'), dailyCapPerRep: 1 },
    otherwise: 'hold',
  },
  { name: 'Ann', then: { to: 'rep', rep: 'ann@team.example' }, otherwise: 'hold' },
]

it('R25 whatever happens, nobody is passed over who could be given', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 5, maxLength: 30 }), async (steps) => {
      await using test = await openTestDesk()
      const profiles = [aProfile('Ann', { capacity: 2 }), aProfile('Bob'), aProfile('Eve', { team: 'German', capacity: 1 })]
      const reps = await addReps(test, ...profiles)
      await publish(test, NARROW)
      await test.desk.store.importAccounts(
        [{ company: 'Acme', domains: ['acme.example'], ownerEmail: 'bob@team.example', status: 'customer' }],
        { at: test.clock.now(), actor },
      )
      const [leads, done]: [LeadId[], Seq[][]] = [[], []]
      const { desk, clock } = test
      for (const one of steps) {
        clock.moveBy(MINUTE)
        const leadIds = 'lead' in one && leads.length > 0 ? [leads[one.lead % leads.length]!] : []
        const at = 'rep' in one ? one.rep % reps.length : 0
        if (one.do === 'arrive') {
          const email = one.kim ? { email: `kim${leads.length}@acme.example` } : {}
          leads.push(...(await arrive(test, [{ country: one.country, ...email }])).map(({ leadId }) => leadId))
        } else if (one.do === 'toggle')
          await setAvailability(desk, {
            repId: reps[at]!,
            availability: one.isHere ? 'available' : 'busy',
            until: null,
            reason: null,
            actor,
          })
        else if (one.do === 'assign') done.push(await assignLeads(desk, { leadIds, repId: reps[at]!, actor }))
        else if (one.do === 'hold') done.push(await holdLeads(desk, { leadIds, reason: null, actor }))
        else if (one.do === 'route') await routeLeads(desk, { leadIds, actor }).catch(refused('lead-not-routable'))
        else if (one.do === 'win') done.push(await setStage(desk, { leadIds, stage: 'won', actor }))
        else if (one.do === 'edit' && leadIds[0] !== undefined)
          done.push(await editFields(desk, { leadId: leadIds[0], fields: { country: one.country }, actor }))
        else if (one.do === 'profile')
          await saveRep(desk, { repId: reps[at]!, profile: { ...profiles[at]!, team: one.team }, actor })
        else if (one.do === 'wait') clock.moveBy(one.minutes * MINUTE)
        else if (one.do === 'undo' && done.length > 0)
          await undoSteps(desk, { seqs: done[one.step % done.length]!, actor }).catch(refused('undo-refused'))
        // A step that drains nothing itself is followed by one that does.
        await desk.drain()
        const cards: LeadCard[] = leads.length === 0 ? [] : await desk.store.leadCards(leads)
        await expectToWaitInVain(desk, cards)
      }
    }),
    { numRuns: RUNS },
  )
}, 600_000)
