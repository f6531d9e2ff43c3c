import { DeskError, type DeskSettings } from '../contract/index.ts'
import { isTimeZone } from '../lib/working-time.ts'
import { checkHolidays } from './change-reps.ts'
import type { Desk } from './context.ts'

export async function saveSettings(desk: Desk, input: { settings: DeskSettings; actor: string }): Promise<void> {
  const { settings } = input
  if (!isTimeZone(settings.timeZone))
    throw new DeskError('bad-input', { field: 'timeZone', reason: `there is no time zone “${settings.timeZone}”` })
  checkHolidays(settings.holidays)
  await desk.store.saveSettings(settings, { at: desk.clock.now(), actor: input.actor })
  await desk.drain()
}
