import type { Command } from 'commander'
import { printJson, printLine } from '../print.ts'
import { readSecret } from '../read-secret.ts'
import { repOf } from '../team.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

/** The way back in for a manager who forgot it: whoever has the folder has the desk. */
export function addPinCommand(reps: Command): void {
  reps
    .command('pin')
    .description('set the PIN a person signs in with at a window, or take it away; close the program first')
    .argument('<email>', 'e-mail address of the person')
    .option('--set', 'ask for the new PIN, four to twelve digits: typed, from standard input, or in LEAD_DESK_PIN')
    .option('--clear', 'take it away')
    .addHelpText('after', '\nExamples:\n  desk reps pin mia@example.com --set\n  desk reps pin mia@example.com --clear')
    .action((email: string, options: { set?: true; clear?: true }, command: Command) => {
      if ((options.set === true) === (options.clear === true)) command.error('error: say either --set or --clear')
      return withDesk(command, async (running) => {
        const { id: repId, name, email: address } = await repOf(running, email)
        const pin =
          options.clear === true ? null : await readSecret(`New PIN of ${name}: `, { field: 'PIN', variable: 'LEAD_DESK_PIN' })
        await running.client(ACTOR).person.setPin({ repId, pin })
        if (commonOptions(command).isJson) return printJson({ rep: address, hasPin: pin !== null })
        await printLine(pin === null ? `${name} has no PIN any more.` : `The PIN of ${name} is set.`)
      })
    })
}
