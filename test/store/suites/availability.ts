import { describe, expect, it } from 'vitest'
import type { RepCard, RepId } from '../../../src-main/contract/index.ts'
import { isWorking } from '../../../src-main/lib/working-calendar.ts'
import type { CalendarToSave } from '../../../src-main/store/port-shapes.ts'
import { aRepProfile, aRouter, anIncomingLead } from '../../helpers/desk-records.ts'
import {
  DAY,
  HOUR,
  MINUTE,
  NOON,
  type OpenTestStore,
  type TestStore,
  addReps,
  arriveOne,
  step,
} from '../../helpers/open-test-store.ts'

/** Monday to Friday, nine to five. */
const OFFICE = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 9 * 60, toMinute: 17 * 60 }))
const SETTINGS = { deskName: 'Desk', timeZone: 'UTC', country: 'DE', holidays: null, hours: null }
/** Friday in Germany, all day. */
const CHRISTMAS = Date.UTC(2026, 11, 25, 12)

const aCalendar = (repId: RepId, given: Partial<CalendarToSave> = {}): CalendarToSave => ({
  calendarId: null,
  repId,
  name: 'Private',
  address: null,
  busy: [{ from: NOON + HOUR, to: NOON + 2 * HOUR, summary: 'Dentist' }],
  problem: null,
  readAgainAt: null,
  ...given,
})

async function cardAt(test: TestStore, repId: RepId, at: number): Promise<RepCard> {
  const card = (await test.store.reps(at)).find((rep) => rep.id === repId)
  return card ?? expect.fail('no such rep')
}

const layers = ({ isInHours, isOnTimeOff, hoursChangeAt }: RepCard): [boolean, boolean, number | null] => [
  isInHours,
  isOnTimeOff,
  hoursChangeAt,
]

export function availabilitySuite(open: OpenTestStore): void {
  describe('when reps work', () => {
    it('R11 hours are by the clock of the rep, and follow the desk where the rep has none', async () => {
      const test = await open()
      await test.store.saveSettings(SETTINGS, step())
      const [ada, kim] = await addReps(
        test,
        { name: 'Ada', hours: OFFICE, timeZone: 'America/New_York' },
        { name: 'Kim', hours: OFFICE },
      )
      // 12:00 UTC is 7:00 in New York.
      expect(layers(await cardAt(test, ada!, NOON))).toEqual([false, false, NOON + 2 * HOUR])
      expect(layers(await cardAt(test, kim!, NOON))).toEqual([true, false, NOON + 5 * HOUR])
      await test.store.saveSettings({ ...SETTINGS, timeZone: 'Asia/Tokyo' }, step())
      expect(layers(await cardAt(test, kim!, NOON))).toEqual([false, false, NOON + 12 * HOUR])
      expect(layers(await cardAt(test, ada!, NOON))).toEqual([false, false, NOON + 2 * HOUR])
    })

    it('R11 time off counts whatever the hours, and working time is both together', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada', hours: OFFICE })
      await test.store.addTimeOff(ada!, NOON - HOUR, NOON + 24 * HOUR, 'training', step())
      expect(layers(await cardAt(test, ada!, NOON))).toEqual([true, true, NOON + 24 * HOUR])
      // In the evening it is both: hours end at five, and work goes on after the training.
      expect(layers(await cardAt(test, ada!, NOON + 6 * HOUR))).toEqual([false, true, NOON + 24 * HOUR])
      expect(layers(await cardAt(test, ada!, NOON + 24 * HOUR))).toEqual([true, false, NOON + 29 * HOUR])
      const world = await test.store.world(NOON)
      expect(world.reps[0]).toMatchObject({ isOnTimeOff: true, isInHours: true })
    })

    it('R11 time off is recorded, shown, and taken away again', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const before = await test.store.lastSeq()
      const id = await test.store.addTimeOff(ada!, NOON, NOON + DAY, 'ill', step())
      expect((await test.store.repDetail(ada!, NOON)).timeOff).toEqual([
        { id, repId: ada, from: NOON, to: NOON + DAY, reason: 'ill' },
      ])
      await test.reopen()
      expect(await cardAt(test, ada!, NOON)).toMatchObject({ isOnTimeOff: true })
      await test.store.removeTimeOff(id, step())
      expect(await cardAt(test, ada!, NOON)).toMatchObject({ isOnTimeOff: false, hoursChangeAt: null })
      const changes = await test.store.changesAfter(before, 10, NOON)
      expect(changes?.events.map((event) => [event.type, event.repId, event.data])).toEqual([
        ['rep-changed', ada, { fields: ['timeOff'] }],
        ['rep-changed', ada, { fields: ['timeOff'] }],
      ])
      expect(changes?.reps.map((rep) => rep.id)).toEqual([ada])
      await expect(test.store.removeTimeOff(id, step())).rejects.toMatchObject({ code: 'time-off-not-found', data: { id } })
      await expect(test.store.addTimeOff(ada!, NOON, NOON, null, step())).rejects.toMatchObject({
        code: 'bad-input',
        data: { field: 'to' },
      })
      await expect(test.store.addTimeOff(9 as RepId, NOON, NOON + 1, null, step())).rejects.toMatchObject({
        code: 'rep-not-found',
      })
    })

    it('R11 holidays are those of the rep, else of the desk, by the midnights of the rep', async () => {
      const test = await open()
      const [ada, kim, tom, ivy] = await addReps(
        test,
        { name: 'Ada' },
        { name: 'Kim', holidays: 'none' },
        { name: 'Tom', holidays: 'US', timeZone: 'America/New_York' },
        { name: 'Ivy', timeZone: 'Pacific/Auckland' },
      )
      expect(await cardAt(test, ada!, CHRISTMAS)).toMatchObject({ isOnTimeOff: false })
      await test.store.saveSettings({ ...SETTINGS, holidays: 'DE-BY' }, step())
      const isOff = async (at: number) =>
        Promise.all([ada, kim, tom, ivy].map(async (rep) => (await cardAt(test, rep!, at)).isOnTimeOff))
      // In Auckland it is the 26th already, a holiday in Germany too but not in the United States.
      expect(await isOff(CHRISTMAS)).toEqual([true, false, true, true])
      expect(await isOff(CHRISTMAS + DAY)).toEqual([true, false, false, false])
      expect(await isOff(CHRISTMAS - DAY)).toEqual([false, false, false, true])
      const { spells } = await test.store.repDetail(tom!, CHRISTMAS - DAY)
      expect(spells[0]).toEqual({
        from: Date.UTC(2026, 11, 25, 5),
        to: Date.UTC(2026, 11, 26, 5),
        name: 'Christmas Day',
        kind: 'holiday',
      })
      expect(await cardAt(test, kim!, NOON)).toMatchObject({ holidays: 'none', hoursChangeAt: null })
    })

    it('R11 busy spells of a calendar are time off; a new reading replaces them, a failed one keeps them', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const calendarId = await test.store.saveCalendar(aCalendar(ada!), step())
      expect(layers(await cardAt(test, ada!, NOON))).toEqual([true, false, NOON + HOUR])
      expect(layers(await cardAt(test, ada!, NOON + HOUR))).toEqual([true, true, NOON + 2 * HOUR])
      const seq = await test.store.lastSeq()
      await test.store.saveCalendar(aCalendar(ada!, { calendarId }), step(NOON + MINUTE))
      expect(await test.store.lastSeq()).toBe(seq)
      const failed = aCalendar(ada!, { calendarId, busy: null, problem: 'the server answered 404' })
      await test.store.saveCalendar(failed, step(NOON + 2 * MINUTE))
      expect(await cardAt(test, ada!, NOON + HOUR)).toMatchObject({ isOnTimeOff: true })
      const { calendars, spells } = await test.store.repDetail(ada!, NOON)
      expect(calendars).toEqual([
        {
          id: calendarId,
          repId: ada,
          name: 'Private',
          address: null,
          readAt: NOON + 2 * MINUTE,
          busy: 1,
          problem: 'the server answered 404',
        },
      ])
      expect(spells).toEqual([{ from: NOON + HOUR, to: NOON + 2 * HOUR, name: 'Dentist', kind: 'calendar' }])
      await test.store.saveCalendar(aCalendar(ada!, { calendarId, busy: [] }), step())
      expect(layers(await cardAt(test, ada!, NOON + HOUR))).toEqual([true, false, null])
      await test.store.removeCalendar(calendarId, step())
      expect((await test.store.repDetail(ada!, NOON)).calendars).toEqual([])
      await expect(test.store.removeCalendar(calendarId, step())).rejects.toMatchObject({ code: 'calendar-not-found' })
      await expect(test.store.saveCalendar(aCalendar(ada!, { calendarId }), step())).rejects.toMatchObject({
        code: 'calendar-not-found',
      })
    })

    it('R24 calendars with an address are handed out once when their hour has come', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const address = 'https://calendar.example/ada.ics'
      await test.store.saveCalendar(aCalendar(ada!), step())
      expect(await test.store.nextCalendarAt()).toBeNull()
      const id = await test.store.saveCalendar(aCalendar(ada!, { address, readAgainAt: NOON + HOUR }), step())
      expect(await test.store.nextCalendarAt()).toBe(NOON + HOUR)
      expect(await test.store.calendarsDue(NOON)).toEqual([])
      expect(await test.store.calendarsDue(NOON + HOUR)).toEqual([{ id, repId: ada, name: 'Private', address }])
      expect(await test.store.calendarsDue(NOON + HOUR)).toEqual([])
      expect(await test.store.nextCalendarAt()).toBe(NOON + 2 * HOUR)
    })

    it('R18 a ramp counts a share of the weight until its end, and for good without one', async () => {
      const test = await open()
      const ramp = { weight: 4, rampPercent: 25, rampUntil: NOON + HOUR }
      const [ada, kim] = await addReps(test, { name: 'Ada', ...ramp }, { name: 'Kim', ...ramp, rampUntil: null })
      const weights = async (at: number) => (await test.store.world(at)).reps.map((rep) => rep.weight)
      expect(await weights(NOON)).toEqual([1, 1])
      expect(await weights(NOON + HOUR)).toEqual([4, 1])
      expect(await cardAt(test, ada!, NOON)).toMatchObject({ weight: 4, effectiveWeight: 1 })
      await test.store.saveRep(kim!, aRepProfile({ name: 'Kim', weight: 4, rampPercent: 0 }), step())
      expect(await cardAt(test, kim!, NOON)).toMatchObject({ effectiveWeight: 0 })
      await arriveOne(test, anIncomingLead(), { router: aRouter({ waitFor: () => true }) })
      expect(await test.store.nextDueAt(NOON)).toBe(NOON + HOUR)
      expect(await test.store.nextDueAt(NOON + HOUR)).toBeNull()
    })

    it('R25 while leads wait, the end of time off is a moment to look again', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      await test.store.addTimeOff(ada!, NOON - HOUR, NOON + 3 * HOUR, null, step())
      expect(await test.store.nextDueAt(NOON)).toBeNull()
      await arriveOne(test, anIncomingLead())
      expect(await test.store.nextDueAt(NOON)).toBe(NOON + 3 * HOUR)
      expect(await test.store.drainWaiting(aRouter(), { most: 10, ms: 5 }, null, NOON + 3 * HOUR)).toMatchObject({ assigned: 1 })
    })

    it('R23 leads in hand are listed once their rep is not here', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const [first] = [await arriveOne(test, anIncomingLead()), await arriveOne(test, anIncomingLead())]
      await test.store.log(first, 'attempt', step())
      const listed = async () => (await test.store.repDetail(ada!, NOON)).toHandOver
      await test.store.setAvailability(ada!, 'busy', null, null, step())
      expect(await listed()).toEqual({ untouched: 0, touched: 0 })
      await test.store.setAvailability(ada!, 'away', null, null, step())
      expect(await listed()).toEqual({ untouched: 1, touched: 1 })
      await expect(test.store.repDetail(9 as RepId, NOON)).rejects.toMatchObject({ code: 'rep-not-found' })
    })

    it('R35 tells everyone’s working time over any period', async () => {
      const test = await open()
      const [ada, kim] = await addReps(test, { name: 'Ada', hours: OFFICE }, { name: 'Kim', holidays: 'DE' })
      const past = NOON - 700 * DAY
      await test.store.addTimeOff(ada!, past, past + DAY, null, step())
      const calendars = await test.store.workingCalendars(past, past + 2 * DAY)
      expect(calendars.get(ada!)).toEqual({ hours: OFFICE, zone: 'UTC', off: [{ from: past, to: past + DAY }] })
      // New Year 2025, a month after the period.
      const newYear = Date.UTC(2025, 0, 1, 12)
      const kims = (await test.store.workingCalendars(newYear - 20 * DAY, newYear - 10 * DAY)).get(kim!)
      expect([isWorking(kims!, newYear - DAY), isWorking(kims!, newYear)]).toEqual([true, false])
    })
  })

  describe('a draft of rules', () => {
    it('is one, kept as it is, over a restart, until it is dropped', async () => {
      const test = await open()
      expect(await test.store.readDraft()).toBeNull()
      await test.store.saveDraft({ rules: 'not even a list' }, 0, step())
      await test.store.saveDraft([1, { name: 'Ä' }], 3, step(NOON + MINUTE, 'ada'))
      await test.reopen()
      const draft = { document: [1, { name: 'Ä' }], basedOn: 3, savedAt: NOON + MINUTE, savedBy: 'ada' }
      expect(await test.store.readDraft()).toEqual(draft)
      const large = test.store.saveDraft('x'.repeat(20_000_000), 3, step())
      await expect(large).rejects.toMatchObject({ code: 'bad-input', data: { field: 'document' } })
      await expect(test.store.saveDraft(undefined, 3, step())).rejects.toMatchObject({ code: 'bad-input' })
      expect(await test.store.readDraft()).toEqual(draft)
      await test.store.dropDraft(step())
      expect(await test.store.readDraft()).toBeNull()
    })
  })
}
