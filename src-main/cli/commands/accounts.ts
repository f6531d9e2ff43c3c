import type { Command } from 'commander'
import { counted, printJson, printLine, table, tell } from '../print.ts'
import { nameOf, readTextFile } from '../read-file.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

export function addAccountCommands(program: Command): void {
  const accounts = program.command('accounts').description('customers, and who owns them')
  accounts
    .command('import')
    .description('add or update accounts from an accounts.csv; a file with a problem changes nothing')
    .argument('<file>', 'the file, or - for standard input')
    .addHelpText('after', '\nColumns: company,domains,owner_email,status\n\nExample:\n  desk accounts import accounts.csv')
    .action((file: string, _: object, command: Command) =>
      withDesk(command, async (running) => {
        const answer = await running.client(ACTOR).account.import({ file: nameOf(file), text: await readTextFile(file) })
        if (commonOptions(command).isJson) return printJson(answer)
        await printLine(`${counted(answer.added, 'account')} added, ${answer.updated} updated.`)
      }),
    )
  accounts
    .command('list')
    .description('every account; with --json one JSON object a line')
    .addHelpText('after', '\nExample:\n  desk accounts list')
    .action((_: object, command: Command) =>
      withDesk(command, async (running) => {
        const list = await running.client(ACTOR).account.list()
        if (commonOptions(command).isJson) {
          for (const account of list) await printJson(account)
          return
        }
        const rows = list.map((one) => [one.company, one.domains.join(' '), one.owner, one.status])
        await printLine(table(['company', 'domains', 'owner', 'status'], rows))
        tell(counted(list.length, 'account'))
      }),
    )
}
