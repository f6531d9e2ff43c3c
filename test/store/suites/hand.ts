import { describe, expect, it } from 'vitest'
import { anIncomingLead } from '../../helpers/desk-records.ts'
import {
  HOUR,
  MINUTE,
  NOON,
  type OpenTestStore,
  type TestStore,
  addReps,
  arriveOne,
  cardOf,
  step,
} from '../../helpers/open-test-store.ts'

async function numbers(test: TestStore): Promise<number[]> {
  const { turns, reps } = await test.store.world(NOON)
  return reps.map((rep) => turns.get('everyone')?.get(rep.id) ?? 0)
}

export function handSuite(open: OpenTestStore): void {
  describe("the manager's hand", () => {
    it('R28 a drag wins over caps, pins, and says from whom', async () => {
      const test = await open()
      const [ada, tom] = await addReps(test, { name: 'Ada' }, { name: 'Tom', capacity: 0 })
      const leadId = await arriveOne(test, anIncomingLead())
      const [seq] = await test.store.assign([leadId], tom!, false, step(NOON + MINUTE))
      expect(await cardOf(test, leadId)).toMatchObject({ repId: tom, isPinned: true, placedAt: NOON + MINUTE, rule: null })
      const event = (await test.store.eventsOf(leadId)).at(-1)
      expect(event).toMatchObject({ seq, type: 'lead-assigned', actor: 'manager', repId: tom, data: { by: 'hand', from: ada } })
      expect((await test.store.reps(NOON)).map((rep) => [rep.openLeads, rep.givenToday])).toEqual([
        [0, 1],
        [1, 1],
      ])
      expect((await test.store.decisionOf(leadId))?.byHand).toBe(true)
    })

    it('passes leads over that are there already', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const leadId = await arriveOne(test, anIncomingLead())
      expect(await test.store.assign([leadId, leadId], ada!, true, step())).toEqual([])
    })

    it('R28 charges the receiver a turn and gives an untouched giver theirs back; the sum stays', async () => {
      const test = await open()
      const [ada, tom] = await addReps(test, { name: 'Ada', weight: 1 }, { name: 'Tom', weight: 2 }, { name: 'Kim', weight: 3 })
      const leadId = await arriveOne(test, anIncomingLead())
      expect(await numbers(test)).toEqual([1, 2, -3])
      await test.store.assign([leadId], ada!, true, step())
      expect(await numbers(test)).toEqual([-5, 2, 3])
      await test.store.assign([leadId], tom!, true, step())
      expect(await numbers(test)).toEqual([1, -4, 3])
    })

    it('R28 a giver who had touched the lead has had their turn', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada', weight: 1 }, { name: 'Tom', weight: 2 })
      const leadId = await arriveOne(test, anIncomingLead())
      await test.store.log(leadId, 'attempt', step(NOON + MINUTE))
      await test.store.assign([leadId], ada!, true, step(NOON + HOUR))
      const after = await numbers(test)
      expect(after).toEqual([-1, 1])
    })

    it('charges nothing for a lead no pool was asked for, or without the setting', async () => {
      const test = await open()
      const [ada, tom] = await addReps(test, { name: 'Ada' }, { name: 'Tom' })
      const held = await arriveOne(test, anIncomingLead(), { route: 'hold' })
      await test.store.assign([held], ada!, true, step())
      expect(await numbers(test)).toEqual([0, 0])
      const routed = await arriveOne(test, anIncomingLead())
      const before = await numbers(test)
      await test.store.assign([routed], tom!, false, step())
      await test.store.assign([routed], ada!, false, step())
      expect(await numbers(test)).toEqual(before)
    })

    it('holds and discards with a reason, and counts them where they are', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const [one, two] = [await arriveOne(test, anIncomingLead()), await arriveOne(test, anIncomingLead())]
      await test.store.hold([one], 'call back in May', step(NOON + MINUTE))
      await test.store.discard([two], 'spam', step(NOON + MINUTE))
      expect(await cardOf(test, one)).toMatchObject({ status: 'waiting', isHeld: true, waitCode: 'held-by-hand', repId: null })
      expect(await cardOf(test, two)).toMatchObject({ status: 'discarded', waitDetail: 'spam', repId: null })
      const { counts, reps } = await test.store.snapshot(NOON)
      expect(counts).toMatchObject({ waiting: 0, held: 1, discarded: 1, assigned: 0 })
      expect(reps[0]).toMatchObject({ id: ada, openLeads: 0 })
    })

    it('a closed lead no longer counts against its rep, until it is opened again', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada' })
      const leadId = await arriveOne(test, anIncomingLead())
      await test.store.setStage([leadId], 'lost', step())
      expect((await test.store.reps(NOON))[0]?.openLeads).toBe(0)
      await test.store.setStage([leadId], 'qualified', step())
      expect((await test.store.reps(NOON))[0]?.openLeads).toBe(1)
      expect((await test.store.eventsOf(leadId)).at(-1)?.data).toEqual({ from: 'lost', to: 'qualified' })
    })

    it('unpins, notes and logs; notes are found', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const leadId = await arriveOne(test, anIncomingLead({ name: 'Jo' }), { route: 'hold' })
      await test.store.assign([leadId], ada!, false, step())
      await test.store.unpin([leadId], step())
      expect(await test.store.unpin([leadId], step())).toEqual([])
      await test.store.note(leadId, 'Wants the blue Zeppelin', step(NOON + MINUTE))
      await test.store.log(leadId, 'contact', step(NOON + HOUR))
      expect(await cardOf(test, leadId)).toMatchObject({ isPinned: false, touchedAt: NOON + HOUR })
      for (const text of ['zepp', 'jo bl']) {
        expect((await test.store.leadPage({ text }, 'newest', null, 5)).leads.map((lead) => lead.id)).toEqual([leadId])
      }
      const types = (await test.store.leadDetail(leadId)).timeline.map((entry) => entry.type)
      expect(types).toEqual(['lead-contacted', 'lead-noted', 'lead-unpinned', 'lead-assigned', 'lead-received'])
    })

    it('refuses who and what it does not know, and then has done nothing', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const leadId = await arriveOne(test, anIncomingLead(), { route: 'hold' })
      const before = test.tables()
      await expect(test.store.assign([leadId], 9 as never, true, step())).rejects.toMatchObject({ code: 'rep-not-found' })
      await expect(test.store.assign([leadId, 9 as never], ada!, true, step())).rejects.toMatchObject({ code: 'lead-not-found' })
      for (const verb of ['note', 'leadDetail', 'leadFacts', 'decisionOf'] as const) {
        await expect(test.store[verb](9 as never, 'text', step())).rejects.toMatchObject({
          code: 'lead-not-found',
          data: { lead: '9' },
        })
      }
      expect(test.tables()).toEqual(before)
    })
  })
}
