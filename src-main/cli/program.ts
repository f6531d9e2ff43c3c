import { Command, CommanderError } from 'commander'
import { VERSION } from '../lib/version.ts'
import { addAccountCommands } from './commands/accounts.ts'
import { addBackupCommand } from './commands/backup.ts'
import { addFormCommands } from './commands/form.ts'
import { addImportCommands } from './commands/import.ts'
import { addInboxCommands } from './commands/inbox.ts'
import { addLeadCommands } from './commands/leads.ts'
import { addMailCommands } from './commands/mails.ts'
import { addOfferCommands } from './commands/offers.ts'
import { addRepCommands } from './commands/reps.ts'
import { addReportCommands } from './commands/report.ts'
import { addRestoreCommand } from './commands/restore.ts'
import { addRuleCommands } from './commands/rules.ts'
import { addRunCommand } from './commands/run.ts'
import { addServeCommand } from './commands/serve.ts'
import { addSimulateCommand } from './commands/simulate.ts'
import { addWhyCommand } from './commands/why.ts'
import { tell, tellError } from './print.ts'
import { faultOf } from './sentences.ts'
import { addCommonOptions, commonOptions, openLog } from './with-desk.ts'

export const DONE = 0
export const REFUSED = 1
export const WRONG_USAGE = 2

export function createProgram(): Command {
  const program = new Command('desk')
    .description('Lead Desk without its window.')
    .version(VERSION, '-V, --version')
    // Each command reads its own options, so that --version may mean something there.
    .enablePositionalOptions()
    .showHelpAfterError('(add --help for how it is meant)')
    .addHelpText('after', '\nExit codes: 0 done, 1 refused by the desk, 2 wrong usage. What went wrong is on standard error.')
    .exitOverride()
  addImportCommands(program)
  addLeadCommands(program)
  addMailCommands(program)
  addWhyCommand(program)
  addOfferCommands(program)
  addRepCommands(program)
  addRuleCommands(program)
  addSimulateCommand(program)
  addRunCommand(program)
  addAccountCommands(program)
  addInboxCommands(program)
  addFormCommands(program)
  addReportCommands(program)
  addBackupCommand(program)
  addRestoreCommand(program)
  addServeCommand(program)
  passOn(program)
  return program
}

/** Commander passes on what is set before a subcommand is made, and these are wanted in every one. */
function passOn(command: Command): void {
  addCommonOptions(command)
  for (const sub of command.commands) {
    sub.copyInheritedSettings(command)
    passOn(sub)
  }
}

/** Runs one command line; answers the exit code. */
export async function runProgram(args: readonly string[]): Promise<number> {
  const program = createProgram()
  let running: Command = program
  program.hook('preAction', (_, command) => {
    running = command
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return process.exitCode === undefined ? DONE : Number(process.exitCode)
  } catch (thrown) {
    if (thrown instanceof CommanderError) {
      if (thrown.exitCode === 0) return DONE
      if (args.includes('--json') || args.includes('-j')) tellUsage(thrown.message)
      return WRONG_USAGE
    }
    const { dataFolder, isJson } = commonOptions(running)
    tellError(thrown, isJson)
    if (faultOf(thrown).code === 'internal') await noteCause(dataFolder, thrown)
    return REFUSED
  }
}

/** Commander has said it in words already. */
function tellUsage(message: string): void {
  const reason = message.replace(/^error: /, '')
  tell(JSON.stringify({ error: { code: 'bad-input', data: { field: 'command line', reason }, message: reason } }))
}

async function noteCause(dataFolder: string, thrown: unknown): Promise<void> {
  const log = await openLog(dataFolder)
  log.error('a command failed', thrown)
  log.close?.()
}
