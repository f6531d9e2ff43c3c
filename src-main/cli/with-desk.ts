import { resolve } from 'node:path'
import type { Command } from 'commander'
import { defaultDataFolder } from '../lib/data-folder.ts'
import { silentLog, type Log } from '../lib/log.ts'
import type { RunningDesk } from '../start.ts'

/** How events name what was done from here. */
export const ACTOR = 'command line'

export interface CommonOptions {
  data?: string
  json?: boolean
}

export function commonOptions(command: Command): { dataFolder: string; isJson: boolean } {
  const { data, json } = command.optsWithGlobals<CommonOptions>()
  return { dataFolder: resolve(data ?? defaultDataFolder()), isJson: json === true }
}

/** Opens the desk of `--data`, works, and closes it again whatever happens. */
export async function withDesk<Answer>(command: Command, work: (running: RunningDesk) => Promise<Answer>): Promise<Answer> {
  const { dataFolder } = commonOptions(command)
  const log = await openLog(dataFolder)
  try {
    // Loaded only now: wrong usage and --help are answered without a desk, and at once.
    const { startDesk } = await import('../start.ts')
    const running = await startDesk({ dataFolder, log, withClocks: false })
    try {
      return await work(running)
    } finally {
      await running.close()
    }
  } finally {
    log.close?.()
  }
}

/** Into the data folder; where that can't be written, opening the desk says so better. */
export async function openLog(dataFolder: string): Promise<Log & { close?(): void }> {
  try {
    const { openLogFile } = await import('../lib/log-file.ts')
    return openLogFile(resolve(dataFolder, 'logs'))
  } catch {
    return silentLog
  }
}
