import { expect, it, onTestFinished } from 'vitest'
import type { LeadId } from '../../src-main/contract/index.ts'
import { openDesk } from '../../src-main/desk/open-desk.ts'
import { systemClock } from '../../src-main/lib/clock.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { addReps, aProfile, arrive, openTestDesk, publish } from '../helpers/open-test-desk.ts'

/** The only test of the desk on real time: everything else lets a clock stand. */
it('R24 the desk wakes up by itself when an offer runs out, and looks for nothing in between', async () => {
  const test = await openTestDesk()
  test.clock.moveTo(Date.now())
  await addReps(test, aProfile('Ann'), aProfile('Bob'))
  await publish(test, [{ name: 'All', then: { to: 'pool', pool: {}, by: 'round-robin', acceptWithinMinutes: 0.02 } }])
  const { store } = test.desk
  const awake = await openDesk({ store, clock: systemClock, log: silentLog, dataFolder: test.folder, withClocks: true })
  onTestFinished(() => awake.close())
  let wakeUps = 0
  awake.onDrained = () => wakeUps++
  await awake.catchUp()
  // Taken in behind the scheduler's back: what is saved must be what arms it.
  test.clock.moveTo(Date.now())
  await arrive(test, 1)
  const typesOf = async () => (await store.eventsOf(1 as LeadId)).map((event) => event.type)
  await expect
    .poll(typesOf, { timeout: 20_000, interval: 50 })
    .toEqual(['lead-received', 'offer-expired', 'lead-offered', 'offer-expired', 'lead-waiting'])
  // One look at the start, and one for each of the two offers; one more may fall between a commit and its alarm.
  expect(wakeUps).toBeLessThanOrEqual(4)
})
