import type { EpochMs, RepId, TimeOffId } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** From and to in epoch ms, half-open; refused with `bad-input` when it is empty. Waiting leads and clocks follow at once. */
export async function addTimeOff(
  desk: Desk,
  input: { repId: RepId; from: EpochMs; to: EpochMs; reason: string | null; actor: string },
): Promise<TimeOffId> {
  const { repId, from, to, reason, actor } = input
  const timeOffId = await desk.store.addTimeOff(repId, from, to, reason?.trim() || null, { at: desk.clock.now(), actor })
  await desk.drain()
  return timeOffId
}

export async function removeTimeOff(desk: Desk, input: { timeOffId: TimeOffId; actor: string }): Promise<void> {
  await desk.store.removeTimeOff(input.timeOffId, { at: desk.clock.now(), actor: input.actor })
  await desk.drain()
}
