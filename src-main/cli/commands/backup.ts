import { resolve } from 'node:path'
import type { Command } from 'commander'
import { count, printJson, printLine } from '../print.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('the whole desk in one file, checked by opening it')
    .argument('<file>', 'the file to write; it must not be there yet')
    .addHelpText('after', '\nExample:\n  desk backup friday.leaddesk')
    .action((file: string, _: object, command: Command) =>
      withDesk(command, async (running) => {
        const answer = await running.client(ACTOR).desk.backup({ file: resolve(file) })
        if (commonOptions(command).isJson) return printJson(answer)
        await printLine(`${answer.file} holds the whole desk (${count(answer.bytes)} bytes).`)
      }),
    )
}
