import { stampOf } from './back-up.ts'
import type { Desk } from './context.ts'

/** A copy of a backup, in the data folder. */
interface BackupCopy {
  path: string
  /** As the person calls it. */
  name: string
}

/** Puts a backup in the place of this desk when it next opens. Answers where the desk of now will then be kept. */
export async function restoreDesk(desk: Desk, { path, name }: BackupCopy): Promise<{ kept: string }> {
  const kept = await desk.store.stageBackup(path, name, await stampOf(desk))
  desk.log.info('a backup takes the place of the desk when it next opens')
  return { kept }
}
