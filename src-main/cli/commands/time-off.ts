import { basename } from 'node:path'
import type { Command } from 'commander'
import { DeskError, type EpochMs } from '../../contract/index.ts'
import { type PeriodArguments, readPeriod } from '../period.ts'
import { counted, printJson, printLine, tell, timeSaid } from '../print.ts'
import { nameOf, readTextFile } from '../read-file.ts'
import { repOf } from '../team.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

interface CalendarArguments {
  file?: string
  address?: string
}

/** What takes a rep off beside their hours. */
export function addTimeOffCommands(reps: Command): void {
  reps
    .command('time-off')
    .description('a rep is off from a day, or moment, to another; days are those where the rep is')
    .argument('<email>', 'e-mail address of the rep')
    .requiredOption('--from <day>', 'first day, or moment: 2026-12-24 or 2026-12-24T14:00')
    .requiredOption('--to <day>', 'last day, or moment')
    .option('--reason <text>', 'why')
    .addHelpText('after', '\nExample:\n  desk reps time-off mia@example.com --from 2026-12-24 --to 2026-12-26 --reason Christmas')
    .action((email: string, options: PeriodArguments & { reason?: string }, command: Command) =>
      withDesk(command, async (running) => {
        const rep = await repOf(running, email)
        const zone = rep.timeZone ?? (await running.desk.store.settings()).timeZone
        const { from, to } = readPeriod(options, running.desk.clock.now(), zone) as { from: EpochMs; to: EpochMs }
        const reason = options.reason === undefined ? {} : { reason: options.reason }
        const { timeOffId } = await running.client(ACTOR).rep.addTimeOff({ repId: rep.id, from, to, ...reason })
        if (commonOptions(command).isJson) return printJson({ rep: rep.email, timeOff: timeOffId, from, to })
        await printLine(`${rep.name} is off from ${timeSaid(from, zone)} to ${timeSaid(to, zone)} (${zone}).`)
      }),
    )
  reps
    .command('calendar')
    .description("a rep's calendar, whose busy times count as time off; one of the same name or address is read anew")
    .argument('<email>', 'e-mail address of the rep')
    .option('--file <file.ics>', 'the file, or - for standard input')
    .option('--address <https://…>', 'read now, and every hour while the desk is open')
    .addHelpText('after', '\nExample:\n  desk reps calendar mia@example.com --file mia.ics')
    .action((email: string, options: CalendarArguments, command: Command) => {
      if ((options.file === undefined) === (options.address === undefined))
        command.error('error: a calendar is a --file or an --address, one of them')
      return withDesk(command, async (running) => {
        const rep = await repOf(running, email)
        const calendar = await calendarOf(options)
        const answer = await running.client(ACTOR).rep.addCalendar({ repId: rep.id, ...calendar })
        const { calendarId, busy, problems } = answer
        if (commonOptions(command).isJson) return printJson({ rep: rep.email, calendar: calendarId, busy, problems })
        await printLine(`${rep.name} has ${counted(busy, 'busy time')} in ${calendar.name}.`)
        for (const problem of problems) tell(problem)
      })
    })
}

async function calendarOf({
  file,
  address = '',
}: CalendarArguments): Promise<{ name: string; text: string } | { name: string; address: string }> {
  if (file !== undefined) return { name: basename(nameOf(file)).replace(/\.ics$/i, ''), text: await readTextFile(file) }
  if (!URL.canParse(address))
    throw new DeskError('bad-input', { field: '--address', reason: `"${address}" is no address like https://…` })
  return { name: new URL(address).hostname, address }
}
