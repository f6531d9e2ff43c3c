import { describe, expect, it } from 'vitest'
import { aRouter, anIncomingLead } from '../../helpers/desk-records.ts'
import {
  DAY,
  HOUR,
  MINUTE,
  NOON,
  type OpenTestStore,
  type TestStore,
  addReps,
  arrive,
  arriveOne,
  cardOf,
  step,
} from '../../helpers/open-test-store.ts'

const TEN = { most: 10, ms: Number.POSITIVE_INFINITY }

const drainAll = async (test: TestStore, at: number, limit = 100): Promise<number> => {
  let [assigned, cursor]: [number, string | null] = [0, null]
  do {
    const stretch: { assigned: number; next: string | null } = await test.store.drainWaiting(
      aRouter(),
      { most: limit, ms: 5 },
      cursor,
      at,
    )
    assigned += stretch.assigned
    cursor = stretch.next
  } while (cursor !== null)
  return assigned
}

export function waitingSuite(open: OpenTestStore): void {
  describe('waiting', () => {
    it('R25 drains best grade first, then oldest, under caps', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada', capacity: 3 })
      await test.store.setAvailability(ada!, 'away', null, null, step())
      for (const [at, score] of [10, null, 60, 95, 90, 20].entries()) {
        await arriveOne(test, anIncomingLead({ name: `${score}`, score, receivedAt: NOON - at * MINUTE }))
      }
      expect(await drainAll(test, NOON)).toBe(0)
      await test.store.setAvailability(ada!, 'available', null, null, step())
      expect(await drainAll(test, NOON + HOUR, 2)).toBe(3)
      const owned = await test.store.leadPage({ repId: ada! }, 'queue', null, 10)
      expect(owned.leads.map((lead) => lead.name)).toEqual(['90', '95', '60'])
      const left = await test.store.leadPage({ status: ['waiting'] }, 'queue', null, 10)
      expect(left.leads.map((lead) => lead.name)).toEqual(['20', '10', 'null'])
    })

    it('passes held leads over', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada' })
      const held = await arriveOne(test, anIncomingLead(), { route: 'hold' })
      expect(await drainAll(test, NOON)).toBe(0)
      expect((await cardOf(test, held)).status).toBe('waiting')
    })

    it('writes a lead that still waits only when its reason changed', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada' })
      const nobody = aRouter({ waitFor: () => true })
      const leadId = await arriveOne(test, anIncomingLead(), { router: nobody })
      const seq = await test.store.lastSeq()
      await test.store.drainWaiting(nobody, TEN, null, NOON)
      expect(await test.store.lastSeq()).toBe(seq)
      const full = { ...nobody, decide: () => ({ ...nobody.decide({} as never, { reps: [] } as never), detail: 'Enterprise' }) }
      await test.store.drainWaiting(full, TEN, null, NOON)
      expect((await test.store.eventsOf(leadId)).at(-1)).toMatchObject({ type: 'lead-waiting', data: { detail: 'Enterprise' } })
      expect(await cardOf(test, leadId)).toMatchObject({ waitDetail: 'Enterprise', placedAt: NOON })
    })

    it('does not begin when nobody is eligible at all', async () => {
      const test = await open()
      await arrive(test, [anIncomingLead(), anIncomingLead()])
      const router = { ...aRouter(), decide: () => expect.unreachable('it was asked'), roomOf: () => 0 as const }
      expect(await test.store.drainWaiting(router, TEN, null, NOON)).toEqual({ assigned: 0, next: null })
    })

    it('R1 routes leads anew: unpins, unholds, and gives an untouched turn back', async () => {
      const test = await open()
      const [ada, tom] = await addReps(test, { name: 'Ada' }, { name: 'Tom' })
      const leadId = await arriveOne(test, anIncomingLead())
      const first = (await cardOf(test, leadId)).repId
      const level = (await test.store.world(NOON)).turns
      expect(await test.store.routeLeads([leadId], aRouter(), step(NOON + MINUTE))).toEqual({ assigned: 1, waiting: 0 })
      expect((await cardOf(test, leadId)).repId).toBe(first)
      expect((await test.store.world(NOON)).turns).toEqual(level)
      await test.store.assign([leadId], first === ada ? tom! : ada!, false, step(NOON + MINUTE))
      await test.store.routeLeads([leadId], aRouter(), step(NOON + 2 * MINUTE))
      expect(await cardOf(test, leadId)).toMatchObject({ isPinned: false, isHeld: false, status: 'assigned' })
      const loads = await test.store.reps(NOON)
      expect(loads.reduce((sum, rep) => sum + rep.openLeads, 0)).toBe(1)
    })

    it('will not route what is closed', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada' })
      const leadId = await arriveOne(test, anIncomingLead())
      await test.store.setStage([leadId], 'won', step())
      await expect(test.store.routeLeads([leadId], aRouter(), step())).rejects.toMatchObject({ code: 'lead-not-routable' })
      await expect(test.store.routeLeads([99 as never], aRouter(), step())).rejects.toMatchObject({ code: 'lead-not-found' })
    })

    it('R11 knows when something next falls due by itself', async () => {
      const test = await open()
      const [ada] = await addReps(
        test,
        { name: 'Ada', dailyCap: 1 },
        {
          name: 'Tom',
          isActive: true,
          hours: [{ weekday: 2, fromMinute: 9 * 60, toMinute: 17 * 60 }],
        },
      )
      expect(await test.store.nextDueAt(NOON)).toBeNull()
      await test.store.setAvailability(ada!, 'busy', NOON + HOUR, 'on the phone', step())
      expect(await test.store.nextDueAt(NOON)).toBe(NOON + HOUR)
      await arriveOne(test, anIncomingLead())
      expect(await test.store.nextDueAt(NOON + HOUR)).toBe(NOON + HOUR)
      expect(await test.store.returnReps(NOON + HOUR)).toEqual([ada])
      expect(await test.store.nextDueAt(NOON + HOUR)).toBe(Date.UTC(2026, 10, 24, 9))
      expect((await test.store.reps(NOON + DAY))[0]).toMatchObject({ availability: 'available', availableAgainAt: null })
    })
  })
}
