import { Option, type Command } from 'commander'
import { Availability, DeskError } from '../../contract/index.ts'
import { counted, printJson, printLine, table, tell, timeSaid } from '../print.ts'
import { nameOf, readTextFile } from '../read-file.ts'
import { repOf, repsOf } from '../team.ts'
import { readMoment } from '../usage.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'
import { addPinCommand } from './pin.ts'
import { addTimeOffCommands } from './time-off.ts'

export function addRepCommands(program: Command): void {
  const reps = program.command('reps').description('the team')
  reps
    .command('import')
    .description('add or update reps from a reps.csv; a file with a problem changes nothing')
    .argument('<file>', 'the file, or - for standard input')
    .addHelpText(
      'after',
      '\nColumns: name,email,role,team,skills,languages,products,tier,territories,weight,capacity,daily_cap,time_zone,hours,\n' +
        'hourly_cap,ramp_percent,ramp_until,holidays\n' +
        '(lists with |; hours as "Mon-Fri 09:00-17:30; Sat 10:00-14:00"; ramp_until as 2026-12-31; holidays as DE-BY, or none)\n\nExample:\n  desk reps import reps.csv',
    )
    .action((file: string, _: object, command: Command) =>
      withDesk(command, async (running) => {
        const answer = await running.client(ACTOR).rep.import({ file: nameOf(file), text: await readTextFile(file) })
        if (commonOptions(command).isJson) return printJson(answer)
        await printLine(`${counted(answer.added, 'rep')} added, ${answer.updated} updated.`)
      }),
    )
  reps
    .command('list')
    .description('every rep with what they have and whether they are there; with --json one JSON object a line')
    .addHelpText('after', '\nExample:\n  desk reps list')
    .action((_: object, command: Command) =>
      withDesk(command, async (running) => {
        const team = await repsOf(running)
        if (commonOptions(command).isJson) {
          for (const rep of team) await printJson(rep)
          return
        }
        const rows = team.map((rep) => [
          rep.email,
          rep.name,
          rep.team,
          rep.availability,
          rep.openLeads,
          rep.capacity,
          rep.givenToday,
          rep.weight,
        ])
        await printLine(table(['rep', 'name', 'team', 'is', 'open', 'capacity', 'today', 'weight'], rows))
        tell(counted(team.length, 'rep'))
      }),
    )
  reps
    .command('set')
    .description('say that a rep is available, busy or away; routing follows at once')
    .argument('<email>', 'e-mail address of the rep')
    .addOption(new Option('--status <status>').choices(Availability.options).makeOptionMandatory())
    .option('--until <time>', 'when they come back by themselves: 14:30, 30m, 2h, or 2026-11-21T14:30')
    .option('--reason <text>', 'why')
    .addHelpText('after', '\nExample:\n  desk reps set mia@example.com --status busy --until 14:30')
    .action((email: string, options: { status: Availability; until?: string; reason?: string }, command: Command) =>
      withDesk(command, async (running) => {
        const rep = await repOf(running, email)
        const { timeZone } = await running.desk.store.settings()
        const until = options.until === undefined ? null : readMoment(options.until, running.desk.clock.now(), timeZone)
        if (options.until !== undefined && until === null) {
          throw new DeskError('bad-input', {
            field: '--until',
            reason: `"${options.until}" is no time like 14:30, 30m, 2h or 2026-11-21T14:30`,
          })
        }
        await running.client(ACTOR).rep.setAvailability({
          repId: rep.id,
          availability: options.status,
          ...(until === null ? {} : { until }),
          ...(options.reason === undefined ? {} : { reason: options.reason }),
        })
        if (commonOptions(command).isJson) return printJson({ rep: rep.email, status: options.status, until })
        await printLine(`${rep.name} is ${options.status}${until === null ? '' : ` until ${timeSaid(until, timeZone)}`}.`)
      }),
    )
  addPinCommand(reps)
  addTimeOffCommands(reps)
}
