import { resolve } from 'node:path'
import type { Command } from 'commander'
import { defaultDataFolder } from '../lib/data-folder.ts'
import { silentLog, type Log } from '../lib/log.ts'
import type { RunningDesk, VirtualDesk } from '../start.ts'

/** How events name what was done from here. */
export const ACTOR = 'command line'

interface CommonOptions {
  data?: string
  json?: boolean
}

/** May stand before a command and behind it; behind it counts. */
export function addCommonOptions(command: Command): Command {
  return command
    .option('-d, --data <folder>', "the desk's folder; else the one the window uses")
    .option('-j, --json', 'answer in JSON, for programs')
}

export function commonOptions(command: Command): { dataFolder: string; isJson: boolean } {
  const { data, json } = { ...command.optsWithGlobals<CommonOptions>(), ...command.opts<CommonOptions>() }
  return { dataFolder: resolve(data ?? defaultDataFolder()), isJson: json === true }
}

type Start = typeof import('../start.ts')

/** Opens the desk of `--data`, works, and closes it again whatever happens. */
export async function withDesk<Answer>(command: Command, work: (running: RunningDesk) => Promise<Answer>): Promise<Answer> {
  return withStarted(command, ({ startDesk }, options) => startDesk({ ...options, withClocks: false }), work)
}

/** The same with a desk whose time passes only when it is run. */
export async function withVirtualDesk<Answer>(
  command: Command,
  work: (running: VirtualDesk) => Promise<Answer>,
): Promise<Answer> {
  return withStarted(command, ({ startVirtualDesk }, options) => startVirtualDesk(options), work)
}

async function withStarted<Running extends RunningDesk, Answer>(
  command: Command,
  begin: (start: Start, options: { dataFolder: string; log: Log }) => Promise<Running>,
  work: (running: Running) => Promise<Answer>,
): Promise<Answer> {
  const { dataFolder } = commonOptions(command)
  const log = await openLog(dataFolder)
  try {
    // Loaded only now: wrong usage and --help are answered without a desk, and at once.
    const running = await begin(await import('../start.ts'), { dataFolder, log })
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
