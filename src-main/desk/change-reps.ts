import { type Availability, DeskError, type EpochMs, type RepDetail, type RepId, type RepProfile } from '../contract/index.ts'
import { isHolidayRegion } from '../lib/holidays.ts'
import { isTimeZone } from '../lib/working-time.ts'
import type { ImportedRep } from '../store/port-shapes.ts'
import type { Desk } from './context.ts'

export async function addRep(desk: Desk, input: { profile: RepProfile; actor: string }): Promise<RepId> {
  checkProfile(input.profile)
  const repId = await desk.store.addRep(input.profile, { at: desk.clock.now(), actor: input.actor })
  await desk.drain()
  return repId
}

export async function saveRep(desk: Desk, input: { repId: RepId; profile: RepProfile; actor: string }): Promise<void> {
  checkProfile(input.profile)
  await desk.store.saveRep(input.repId, input.profile, { at: desk.clock.now(), actor: input.actor })
  await desk.drain()
}

export async function importReps(
  desk: Desk,
  input: { reps: readonly ImportedRep[]; actor: string },
): Promise<{ added: number; updated: number }> {
  const counts = await desk.store.importReps(input.reps, { at: desk.clock.now(), actor: input.actor })
  await desk.drain()
  return counts
}

/** The toggle (R11). Routing follows at once: waiting leads go to whoever appears. */
export async function setAvailability(
  desk: Desk,
  input: { repId: RepId; availability: Availability; until: EpochMs | null; reason: string | null; actor: string },
): Promise<void> {
  const at = desk.clock.now()
  if (input.until !== null && input.availability === 'available')
    throw new DeskError('bad-input', { field: 'until', reason: 'only busy and away have an end' })
  if (input.until !== null && input.until <= at)
    throw new DeskError('bad-input', { field: 'until', reason: 'it lies in the past' })
  await desk.store.setAvailability(input.repId, input.availability, input.until, input.reason, { at, actor: input.actor })
  await desk.drain()
}

/** Everything about the rep that takes them off, for the reps screen. */
export async function readRep(desk: Desk, input: { repId: RepId }): Promise<RepDetail> {
  return desk.store.repDetail(input.repId, desk.clock.now())
}

function checkProfile({ timeZone, holidays }: RepProfile): void {
  if (timeZone !== null && !isTimeZone(timeZone))
    throw new DeskError('bad-input', { field: 'timeZone', reason: `there is no time zone “${timeZone}”` })
  if (holidays !== 'none') checkHolidays(holidays)
}

/** Refuses a region whose holidays nobody knows; null is none. */
export function checkHolidays(region: string | null): void {
  if (region !== null && !isHolidayRegion(region))
    throw new DeskError('bad-input', { field: 'holidays', reason: `there is no region “${region}”; write one like DE-BY` })
}
