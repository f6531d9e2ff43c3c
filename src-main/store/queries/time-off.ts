import { DeskError, type EpochMs, type RepId, type TimeOffId } from '../../contract/index.ts'
import type { Ground } from '../ground.ts'
import type { Step } from '../port-shapes.ts'
import { reclock } from './clocks.ts'
import { memberOf } from './reps.ts'

export async function addTimeOff(
  ground: Ground,
  repId: RepId,
  from: EpochMs,
  to: EpochMs,
  reason: string | null,
  step: Step,
): Promise<TimeOffId> {
  memberOf(ground, repId)
  if (to <= from) throw new DeskError('bad-input', { field: 'to', reason: 'it is not after the beginning' })
  const { insertId } = await ground.kysely
    .insertInto('time_off')
    .values({ rep_id: repId, from_at: from, to_at: to, reason })
    .executeTakeFirstOrThrow()
  timesChanged(ground, repId, 'timeOff', step)
  return Number(insertId) as TimeOffId
}

export async function removeTimeOff(ground: Ground, timeOffId: TimeOffId, step: Step): Promise<void> {
  const row = await ground.kysely.deleteFrom('time_off').where('id', '=', timeOffId).returning('rep_id').executeTakeFirst()
  if (row === undefined) throw new DeskError('time-off-not-found', { id: timeOffId })
  timesChanged(ground, row.rep_id, 'timeOff', step)
}

/** A rep now works at other times: contact clocks are set anew, and whoever watches sees the rep anew. */
export function timesChanged(ground: Ground, repId: RepId, what: 'timeOff' | 'calendars', step: Step): void {
  ground.team.forgetTimeOff()
  reclock(ground, [repId], step.at)
  ground.events.append({ type: 'rep-changed', ...step, repId, data: { fields: [what] } })
}
