import { join } from 'node:path'
import { DateTime } from 'luxon'
import type { Desk } from './context.ts'

/** One file with everything, checked by opening it. By default into the data folder's `backups`, named after the moment. */
export async function backUp(desk: Desk, input: { file?: string | undefined }): Promise<{ file: string; bytes: number }> {
  const { timeZone } = await desk.store.settings()
  const stamp = DateTime.fromMillis(desk.clock.now(), { zone: timeZone }).toFormat('yyyy-MM-dd HHmmss')
  return desk.store.backupTo(input.file ?? join(desk.dataFolder, 'backups', `Lead Desk ${stamp}.db`))
}
