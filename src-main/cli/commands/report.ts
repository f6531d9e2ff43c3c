import type { Command } from 'commander'
import { type PeriodArguments, readPastPeriod } from '../period.ts'
import { count, printJson, printLine, table } from '../print.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

export function addReportCommands(program: Command): void {
  program
    .command('report')
    .description('what came in, who got it, and what came of it')
    .argument('[which]', 'overview', 'overview')
    .option('--from <day>', 'first day, or moment; else 30 days before --to')
    .option('--to <day>', 'last day, or moment; else now')
    .addHelpText('after', '\nExample:\n  desk report --from 2026-11-01 --to 2026-11-30')
    .action((which: string, options: PeriodArguments, command: Command) => {
      if (which !== 'overview') command.error(`error: there is no report "${which}"; try: report overview`)
      return withDesk(command, async (running) => {
        const now = running.desk.clock.now()
        const { timeZone } = await running.desk.store.settings()
        const { from, to } = readPastPeriod(options, now, timeZone)
        const report = await running.client(ACTOR).report.overview({ from, to })
        if (commonOptions(command).isJson) return printJson(report)
        const totals: [string, number][] = [
          ['received', report.received],
          ['matched', report.matched],
          ['assigned', report.assigned],
          ['waiting', report.waiting],
          ['won', report.won],
          ['lost', report.lost],
        ]
        await printLine(totals.map(([what, n]) => `${count(n)} ${what}`).join(', '))
        const byRep = report.byRep.map((one) => [one.rep, one.name, one.assigned, one.attempted, one.won, one.open])
        if (byRep.length > 0) await printLine(`\n${table(['rep', 'name', 'assigned', 'attempted', 'won', 'open'], byRep)}`)
        const bySource = report.bySource.map((one) => [one.source, one.received, one.assigned, one.won])
        if (bySource.length > 0) await printLine(`\n${table(['source', 'received', 'assigned', 'won'], bySource)}`)
        const byRule = report.byRule.map((one) => [one.rule, one.leads])
        if (byRule.length > 0) await printLine(`\n${table(['rule', 'leads'], byRule)}`)
      })
    })
}
