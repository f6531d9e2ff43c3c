import type { Command } from 'commander'
import { DeskError, type SimulationLeads, type SimulationReport } from '../../contract/index.ts'
import type { RunningDesk } from '../../start.ts'
import { addFileOptions, type FileArguments, importOptionsOf } from '../file-options.ts'
import { type PeriodArguments, readPastPeriod } from '../period.ts'
import { printJson, showProgress } from '../print.ts'
import { nameOf, readJsonFile } from '../read-file.ts'
import { namingRules } from '../rule-documents.ts'
import { tellSimulation } from '../say-simulation.ts'
import { uploadFile } from '../upload-file.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

type GivenOptions = PeriodArguments & FileArguments & { leads?: string }

export function addSimulateCommand(program: Command): void {
  const simulating = program
    .command('simulate')
    .description('try rules on leads beside the published ones, and save nothing')
    .argument('<rules.json>', 'the rules, or - for standard input')
    .option('--from <day>', "of the desk's own leads, those from this day, or moment, on; else 30 days before --to")
    .option('--to <day>', 'last day, or moment; else now')
    .option(
      '--leads <file>',
      "the leads of a CSV or Excel file, as if imported now, instead of the desk's own; - for standard input",
    )
  addFileOptions(simulating)
    .addHelpText(
      'after',
      '\nHow a file is read (--source, --map, --route, …) counts with --leads only.\n\nExamples:\n  desk simulate rules.json\n  desk simulate rules.json --leads leads.csv --json',
    )
    .action((file: string, options: GivenOptions, command: Command) => {
      if (options.leads !== undefined && (options.from !== undefined || options.to !== undefined))
        command.error('error: --from and --to choose leads of the desk: they do not go with --leads')
      if (options.leads === '-' && file === '-') command.error('error: standard input is the rules or the leads, not both')
      return withDesk(command, async (running) => {
        const document = await readJsonFile(file)
        const leads = await leadsOf(running, options)
        const report = await namingRules(nameOf(file), () => simulate(running, { document, leads }))
        await (commonOptions(command).isJson ? printJson(report) : tellSimulation(report))
      })
    })
}

async function leadsOf(running: RunningDesk, options: GivenOptions): Promise<SimulationLeads> {
  if (options.leads !== undefined) {
    const read = await importOptionsOf(options)
    return { kind: 'file', uploadId: await uploadFile(running.client(ACTOR), options.leads), options: read }
  }
  const { timeZone } = await running.desk.store.settings()
  return { kind: 'past', ...readPastPeriod(options, running.desk.clock.now(), timeZone) }
}

async function simulate(running: RunningDesk, input: { document: unknown; leads: SimulationLeads }): Promise<SimulationReport> {
  const progress = showProgress()
  try {
    for await (const update of await running.client(ACTOR).rule.simulate(input)) {
      if (update.kind === 'report') return update.report
      progress.show(update.total === 0 ? 'reading …' : `${Math.floor((100 * update.done) / update.total)} %`)
    }
  } finally {
    progress.done()
  }
  // A simulation ends with its report, or throws.
  throw new DeskError('internal', {})
}
