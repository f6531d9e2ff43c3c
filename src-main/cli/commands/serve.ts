import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { pageFolder } from '../../lib/program-folder.ts'
import { printJson, printLine, tell } from '../print.ts'
import { readPort } from '../usage.ts'
import { commonOptions, openLog } from '../with-desk.ts'

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the desk to a browser on this machine, until Ctrl-C')
    .option('--port <n>', 'the port; else any free one', readPort)
    .option('--demo', 'a throw-away desk with a sample team and leads')
    .addHelpText('after', '\nThe address carries a key: whoever has it has the desk.\n\nExample:\n  desk serve --port 4321')
    .action(async (options: { port?: number; demo?: boolean }, command: Command) => {
      const { isJson, ...common } = commonOptions(command)
      const isDemo = options.demo === true
      const dataFolder = isDemo ? await mkdtemp(join(tmpdir(), 'lead-desk-demo-')) : common.dataFolder
      try {
        await serve({ dataFolder, isDemo, isJson, ...(options.port === undefined ? {} : { port: options.port }) })
      } finally {
        if (isDemo) await rm(dataFolder, { recursive: true, force: true })
      }
    })
}

async function serve(wanted: { dataFolder: string; isDemo: boolean; isJson: boolean; port?: number }): Promise<void> {
  // Listened for before anything is opened: an early Ctrl-C must close it again.
  const ending = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
  const log = await openLog(wanted.dataFolder)
  try {
    const { startDesk } = await import('../../start.ts')
    const running = await startDesk({ dataFolder: wanted.dataFolder, log, isDemo: wanted.isDemo })
    try {
      const server = await running.serve({ pageFolder, ...(wanted.port === undefined ? {} : { port: wanted.port }) })
      if (!existsSync(pageFolder)) tell('The page is not built yet (npm run build): only /wire and /api answer.')
      if (wanted.isJson) await printJson({ url: server.url, data: wanted.dataFolder })
      else await printLine(`Lead Desk is open at ${server.url}`)
      await ending
      await server.close()
    } finally {
      await running.close()
    }
  } finally {
    log.close?.()
  }
}
