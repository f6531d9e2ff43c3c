import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { DeskError } from '../../contract/index.ts'
import { counted, printable, printJson, printLine, tell } from '../print.ts'
import { fileError } from '../read-file.ts'
import { commonOptions, openLog } from '../with-desk.ts'

export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('puts a backup in the place of the desk; the desk of now is kept beside it')
    .argument('<file>', 'a backup made by "desk backup" or in the settings')
    .option('-y, --yes', 'do not ask')
    .addHelpText(
      'after',
      '\nThe backup is checked by opening a copy of it. Passwords of inboxes are in no backup: those of accounts the backup does not name are forgotten.\nExample:\n  desk restore friday.db',
    )
    .action(async (file: string, { yes }: { yes?: boolean }, command: Command) => {
      const { dataFolder, isJson } = commonOptions(command)
      const log = await openLog(dataFolder)
      try {
        const { restoreBackup } = await import('../../start.ts')
        const kept = await restoreBackup({ dataFolder, log }, resolve(file), async ({ deskName, leads, reps }) => {
          tell(`${file} holds the desk "${printable(deskName)}": ${counted(leads, 'lead')}, ${counted(reps, 'rep')}.`)
          return yes === true || (await isConfirmed())
        }).catch((cause: unknown) => {
          throw cause instanceof DeskError ? cause : fileError(file, cause)
        })
        if (isJson) return await printJson({ isRestored: kept !== null, kept })
        await printLine(kept === null ? 'Nothing was changed.' : `Restored. The desk of before is kept: ${kept}`)
      } finally {
        log.close?.()
      }
    })
}

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new DeskError('bad-input', { field: '--yes', reason: 'say it, as there is nobody to ask' })
  const asked = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(es)?$/i.test((await asked.question('Put it in the place of the desk of now? [y/N] ')).trim())
  } finally {
    asked.close()
  }
}
