import { describe, expect, it, onTestFinished } from 'vitest'
import { addLead } from '../../src-main/desk/add-lead.ts'
import { saveRep, setAvailability } from '../../src-main/desk/change-reps.ts'
import { holdLeads } from '../../src-main/desk/hold-leads.ts'
import { openDesk } from '../../src-main/desk/open-desk.ts'
import { routeLeads } from '../../src-main/desk/route-leads.ts'
import { setStage } from '../../src-main/desk/set-stage.ts'
import { takeInLeads } from '../../src-main/desk/take-in-leads.ts'
import { emptyDraft } from '../../src-main/desk/empty-draft.ts'
import { identifyLead } from '../../src-main/desk/identify-lead.ts'
import type { RepId } from '../../src-main/contract/index.ts'
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
async function owners(test: TestDesk): Promise<(number | null)[]> {
  const { leads } = await test.desk.store.leadPage({}, 'newest', null, 500)
  return leads.sort((a, b) => a.id - b.id).map((lead) => lead.repId)
}
const setTo = (test: TestDesk, repId: RepId, availability: 'available' | 'busy' | 'away', until: number | null = null) =>
  setAvailability(test.desk, { repId, availability, until, reason: null, actor })

describe('R1 routing happens once for each lead', () => {
  it('edge case 1: two imports at once never give one turn twice', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'), aProfile('Bob'), aProfile('Cem'))
    await publish(test)
    const sources = await Promise.all(['a', 'b'].map((name) => test.desk.store.openSource(name, 'file', START)))
    await Promise.all(
      sources.flatMap((sourceId, s) =>
        Array.from({ length: 15 }, (_, i) => {
          const leads = Array.from({ length: 2 }, (__, j) => {
            const name = `${s}-${i}-${j}`
            const draft = { ...emptyDraft(), name, email: `${name}@x${name}.example` }
            return identifyLead(draft, { key: name, raw: null, rawKind: 'csv', line: j + 1, owner: null })
          })
          return takeInLeads(test.desk, { sourceId, batchId: null, actor, route: 'now', leads })
        }),
      ),
    )
    const given = await owners(test)
    expect(given).toHaveLength(60)
    for (const id of [1, 2, 3]) expect(given.filter((owner) => owner === id)).toHaveLength(20)
    // Turn by turn too: every three in a row went to three.
    for (let i = 0; i < 60; i += 3) expect(new Set(given.slice(i, i + 3)).size).toBe(3)
  })
})

describe('R12 what counts is what holds at the moment of the pick', () => {
  it('a toggle counts for the very next lead, also when both come at once', async () => {
    const test = await openTestDesk()
    const [ann, bob] = await addReps(test, aProfile('Ann'), aProfile('Bob', { weight: 9 }))
    await publish(test)
    await test.desk.router()
    const away = setTo(test, bob!, 'away')
    const during = arrive(test, 3)
    await Promise.all([away, during])
    expect(await owners(test)).toEqual([ann, ann, ann])
    await setTo(test, bob!, 'available')
    await arrive(test, 1)
    expect((await owners(test)).at(-1)).toBe(bob)
  })
})

describe('R27 imports say what happens to their leads', () => {
  it('route now, hold, or keep the owner column, whose unknown owners are held and said', async () => {
    const test = await openTestDesk()
    const [ann, bob] = await addReps(test, aProfile('Ann'), aProfile('Bob', { weight: 0 }))
    await publish(test)
    const sourceId = await test.desk.store.openSource('file.csv', 'file', START)
    const takeAll = (route: 'now' | 'hold' | 'owner-column') => {
      const leads = [bob!, 'unknown' as const, null].map((owner, i) => {
        const draft = {
          ...emptyDraft(),
          name: `${route} ${i}`,
          email: `${route}${i}@x.example`,
          owner: owner === 'unknown' ? 'Zed' : null,
        }
        return identifyLead(draft, { key: `${route}${i}`, raw: null, rawKind: 'csv', line: i + 2, owner })
      })
      return takeInLeads(test.desk, { sourceId, batchId: null, actor, route, leads })
    }
    await takeAll('now')
    await takeAll('hold')
    await takeAll('owner-column')
    const { leads } = await test.desk.store.leadPage({}, 'newest', null, 50)
    const places = leads.sort((a, b) => a.id - b.id).map((lead) => [lead.repId, lead.isHeld, lead.waitCode, lead.waitDetail])
    expect(places).toEqual([
      ...Array.from({ length: 3 }, () => [ann, false, null, null]),
      ...Array.from({ length: 3 }, () => [null, true, 'held-by-import', null]),
      [bob, false, null, null],
      [null, true, 'unknown-owner', 'Zed'],
      [null, true, 'unknown-owner', null],
    ])
  })
})

describe('R25 the waiting queue', () => {
  it('drains, best grade first, then oldest, as soon as somebody appears', async () => {
    const test = await openTestDesk()
    const [ann] = await addReps(test, aProfile('Ann', { capacity: 2 }))
    await setTo(test, ann!, 'away')
    await publish(test)
    await arrive(test, [{ score: 10 }])
    test.clock.moveBy(MINUTE)
    await arrive(test, [{ score: 90 }])
    test.clock.moveBy(MINUTE)
    await arrive(test, [{ score: 90 }, { score: 60 }])
    expect(await owners(test)).toEqual([null, null, null, null])
    await setTo(test, ann!, 'available')
    expect(await owners(test)).toEqual([null, ann, ann, null])
  })

  it('drains when room appears: a lead is closed', async () => {
    const test = await openTestDesk()
    const [ann] = await addReps(test, aProfile('Ann', { capacity: 1 }))
    await publish(test)
    const [first, second] = await arrive(test, 2)
    expect(await owners(test)).toEqual([ann, null])
    await setStage(test.desk, { leadIds: [first!.leadId], stage: 'won', actor })
    expect(await owners(test)).toEqual([ann, ann])
    expect(second!.leadId).toBe(2)
  })

  it('drains when rules are published', async () => {
    const test = await openTestDesk()
    const [ann] = await addReps(test, aProfile('Ann'))
    await arrive(test, 3)
    expect(await owners(test)).toEqual([null, null, null])
    await publish(test)
    expect(await owners(test)).toEqual([ann, ann, ann])
  })

  it('drains when a rep is changed, and when one is added by a file', async () => {
    const test = await openTestDesk()
    const [ann] = await addReps(test, aProfile('Ann', { isPaused: true }))
    await publish(test)
    await arrive(test, 1)
    expect(await owners(test)).toEqual([null])
    await saveRep(test.desk, { repId: ann!, profile: aProfile('Ann'), actor })
    expect(await owners(test)).toEqual([ann])
  })

  it('is drained in steps while people are at the desk, each lead to whom it would go at once', async () => {
    const [alone, watched] = [await openTestDesk(), await openTestDesk()]
    const given: (number | null)[][] = []
    for (const test of [alone, watched]) {
      await addReps(test, aProfile('Ann', { capacity: 100 }), aProfile('Bob', { capacity: 150, weight: 2 }))
      await arrive(
        test,
        Array.from({ length: 400 }, (_, i) => ({ score: (i * 37) % 100 })),
      )
    }
    await publish(alone)
    given.push(await owners(alone))
    const { store, clock, log, dataFolder } = watched.desk
    const steps: number[] = []
    const drainWaiting: typeof store.drainWaiting = (router, stretch, cursor, at) => {
      steps.push(stretch.most)
      return store.drainWaiting(router, stretch, cursor, at)
    }
    const open = await openDesk({ store: { ...store, drainWaiting }, clock, log, dataFolder, withClocks: true })
    onTestFinished(() => open.close())
    await publish({ ...watched, desk: open })
    given.push(await owners(watched))
    expect(steps.length).toBeGreaterThan(1)
    expect(Math.max(...steps)).toBeLessThan(400)
    expect(given[0]!.filter((owner) => owner !== null)).toHaveLength(250)
    expect(given[1]).toEqual(given[0])
  })

  it('passes over leads held on purpose', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'))
    await publish(test)
    const [held] = await arrive(test, 1, 'hold')
    await test.desk.drain()
    expect(await owners(test)).toEqual([null])
    expect(await routeLeads(test.desk, { leadIds: [held!.leadId], actor })).toEqual({ assigned: 1, waiting: 0 })
    await holdLeads(test.desk, { leadIds: [held!.leadId], reason: 'call back', actor })
    await test.desk.drain()
    expect(await owners(test)).toEqual([null])
  })
})

describe('R11, R24 availability', () => {
  it('with an "until" comes back by itself, also over a restart', async () => {
    const test = await openTestDesk()
    const [ann] = await addReps(test, aProfile('Ann'))
    await publish(test)
    await setTo(test, ann!, 'busy', START + HOUR)
    await arrive(test, 1)
    expect(await test.desk.store.nextDueAt(START)).toBe(START + HOUR)
    expect(await owners(test)).toEqual([null])
    test.clock.moveBy(HOUR)
    await test.restart()
    expect(await owners(test)).toEqual([ann])
    const [rep] = await test.desk.store.reps(test.clock.now())
    expect(rep).toMatchObject({ availability: 'available', availableAgainAt: null })
  })

  it('an "until" in the past, or for somebody available, is refused with field and reason', async () => {
    const test = await openTestDesk()
    const [ann] = await addReps(test, aProfile('Ann'))
    await expect(setTo(test, ann!, 'busy', START)).rejects.toMatchObject({ code: 'bad-input', data: { field: 'until' } })
    await expect(setTo(test, ann!, 'available', START + 1)).rejects.toMatchObject({ code: 'bad-input', data: { field: 'until' } })
  })

  it("reads working hours in the rep's own zone, and gives waiting leads out when they begin", async () => {
    const test = await openTestDesk()
    // Monday 12:00 UTC is 07:00 in New York.
    const hours = [{ weekday: 1, fromMinute: 8 * 60, toMinute: 12 * 60 }]
    const [ann] = await addReps(test, aProfile('Ann', { timeZone: 'America/New_York', hours }))
    await publish(test)
    await arrive(test, 1)
    expect(await owners(test)).toEqual([null])
    expect(await test.desk.store.nextDueAt(START)).toBe(START + HOUR)
    test.clock.moveBy(HOUR)
    await test.desk.drain()
    expect(await owners(test)).toEqual([ann])
  })

  it('a cap for the day is read anew each day of the desk', async () => {
    const test = await openTestDesk()
    const [ann] = await addReps(test, aProfile('Ann', { dailyCap: 1 }))
    await publish(test)
    await arrive(test, 2)
    expect(await owners(test)).toEqual([ann, null])
    test.clock.moveBy(DAY)
    await test.desk.drain()
    expect(await owners(test)).toEqual([ann, ann])
  })
})

describe('a lead by hand', () => {
  it('is cleaned, routed, and matched to one that is there', async () => {
    const test = await openTestDesk()
    const [ann] = await addReps(test, aProfile('Ann'))
    await publish(test)
    const draft = {
      name: 'Eve Adler',
      email: ' Eve@Adler.EXAMPLE ',
      phone: '089 123456',
      country: 'Deutschland',
      region: 'Bayern',
    }
    const first = await addLead(test.desk, { draft, route: 'now', actor })
    expect(first.outcome).toBe('added')
    const { card } = await test.desk.store.leadDetail(first.leadId)
    expect(card).toMatchObject({ email: 'eve@adler.example', phone: '+4989123456', country: 'DE', region: 'DE-BY', repId: ann })
    expect(await addLead(test.desk, { draft: { email: 'EVE@adler.example' }, route: 'now', actor })).toEqual({
      leadId: first.leadId,
      outcome: 'matched',
    })
  })

  it.each([
    [{ email: 'eve at adler' }, 'email'],
    [{ phone: 'call me' }, 'phone'],
    [{ name: 'Eve' }, 'email'],
  ])('%o is refused', async (draft, field) => {
    const test = await openTestDesk()
    await expect(addLead(test.desk, { draft, route: 'now', actor })).rejects.toMatchObject({ code: 'bad-input', data: { field } })
  })
})
