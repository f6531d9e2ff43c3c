import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import type { Desk } from './context.ts'

/** `2026-11-22 072232`, on the desk's own clock: how files are told apart that were made by this desk. */
export async function stampOf(desk: Desk): Promise<string> {
  const { timeZone } = await desk.store.settings()
  return DateTime.fromMillis(desk.clock.now(), { zone: timeZone }).toFormat('yyyy-MM-dd HHmmss')
}

/** One file with everything, checked by opening it. By default into the data folder's `backups`, named after the moment. */
export async function backUp(desk: Desk, input: { file?: string | undefined }): Promise<{ file: string; bytes: number }> {
  if (input.file !== undefined) return desk.store.backupTo(input.file)
  const stamp = await stampOf(desk)
  const folder = join(desk.dataFolder, 'backups')
  // Where it can't be made, the backup says so with its own error.
  await mkdir(folder, { recursive: true }).catch(() => undefined)
  return desk.store.backupTo(join(folder, `Lead Desk ${stamp}.db`))
}
