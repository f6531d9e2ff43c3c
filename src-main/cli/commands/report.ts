import { type Command, InvalidArgumentError } from 'commander'
import { type EpochMs, REPORTS, type Report, type ReportName } from '../../contract/index.ts'
import { csvLine } from '../../lib/csv-line.ts'
import { type PeriodArguments, readPastPeriod } from '../period.ts'
import { print, printJson, printLine, printable, table, timeSaid } from '../print.ts'
import { isReport, titleOf, valueSaid, wordOf } from '../report-words.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

interface ReportArguments extends PeriodArguments {
  compare?: true
  csv?: true
}

export function addReportCommands(program: Command): void {
  program
    .command('report')
    .description('what came in, who got it, and what came of it')
    .argument('[name]', REPORTS.join(', '), readName, 'overview')
    .option('--from <day>', 'first day, or moment; else 30 days before --to')
    .option('--to <day>', 'last day, or moment; else now')
    .option('--compare', 'beside the period before, as long')
    .option('--csv', 'as CSV, a line a number')
    .addHelpText('after', '\nExample:\n  desk report speed --from 2026-11-01 --to 2026-11-30 --compare')
    .action((name: ReportName, options: ReportArguments, command: Command) =>
      withDesk(command, async (running) => {
        const { timeZone } = await running.desk.store.settings()
        const { from, to } = readPastPeriod(options, running.desk.clock.now(), timeZone)
        const client = running.client(ACTOR)
        const read = (since: EpochMs, until: EpochMs): Promise<Report> => client.report.read({ name, from: since, to: until })
        const report = await read(from, to)
        const before = options.compare === true && from > 0 ? await read(Math.max(0, 2 * from - to), from) : null
        if (commonOptions(command).isJson) return printJson(before === null ? report : { ...report, before })
        if (options.csv === true) return print(csvOf(report, before))
        await printLine(`${name}, ${timeSaid(from, timeZone)} to ${timeSaid(to, timeZone)} (${timeZone})\n`)
        await printLine(figuresSaid(report, before))
        for (const one of report.tables) if (one.rows.length > 0) await printLine(`\n${tableSaid(report, one)}`)
      }),
    )
}

function readName(text: string): ReportName {
  if (!isReport(text)) throw new InvalidArgumentError(`There are: ${REPORTS.join(', ')}.`)
  return text
}

function figuresSaid({ name, figures, currency }: Report, before: Report | null): string {
  return table(
    ['figure', 'is', ...(before === null ? [] : ['was'])],
    figures.map(({ id, value, measure }, at) => [
      wordOf(name, id),
      valueSaid(value, measure, currency),
      ...(before === null ? [] : [valueSaid(before.figures[at]?.value ?? null, measure, before.currency)]),
    ]),
  )
}

function tableSaid({ name, currency }: Report, { id, by, columns, rows }: Report['tables'][number]): string {
  const lines = rows.map(({ key, cells }) => [
    printable(key),
    ...columns.map(({ measure }, at) => valueSaid(cells[at]?.value ?? null, measure, currency)),
  ])
  return `${titleOf(id, by)}\n${table([by, ...columns.map((column) => wordOf(name, column.id))], lines)}`
}

/** A line a number, so that one shape serves every report: durations are milliseconds, shares 0 to 1. */
function csvOf(report: Report, before: Report | null): string {
  const was = new Map(before === null ? [] : numbersOf(before).map(({ key, value }) => [key.join('\n'), value]))
  const head = ['table', 'row', 'number', 'measure', 'value', 'of', ...(before === null ? [] : ['before'])]
  const lines = numbersOf(report).map(({ key, measure, value, of }) =>
    csvLine([...key, measure, value ?? '', of ?? '', ...(before === null ? [] : [was.get(key.join('\n')) ?? ''])]),
  )
  return `\ufeff${csvLine(head)}${lines.join('')}`
}

function numbersOf({ figures, tables }: Report) {
  return [
    ...figures.map(({ id, measure, value, of }) => ({ key: ['', '', id], measure, value, of })),
    ...tables.flatMap(({ id, columns, rows }) =>
      rows.flatMap(({ key, cells }) =>
        columns.map((column, at) => ({
          key: [id, key, column.id],
          measure: column.measure,
          value: cells[at]?.value ?? null,
          of: cells[at]?.of ?? null,
        })),
      ),
    ),
  ]
}
