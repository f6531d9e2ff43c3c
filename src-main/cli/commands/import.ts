import { mkdtemp, rm } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { DeskError, type ImportReport, MailImportOptions } from '../../contract/index.ts'
import type { RunningDesk } from '../../start.ts'
import { addFileOptions, type FileArguments, importOptionsOf, mailOptionsOf } from '../file-options.ts'
import { count, counted, printJson, printLine, showProgress, table, tell } from '../print.ts'
import { nameOf } from '../read-file.ts'
import { placedSaid, sayMails } from '../say-mails.ts'
import { readBatch } from '../usage.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

interface GivenOptions extends FileArguments {
  dryRun?: boolean
  takes?: MailImportOptions['takes']
}

/** Problems a person reads at once; the rest is counted. */
const PROBLEMS_SHOWN = 20

export function addImportCommands(program: Command): void {
  const importing = program
    .command('import')
    .description('take in leads from a CSV or Excel file, or from mails; what is wrong is told, and nothing is lost')
    .argument('<file>', 'the file, or - for standard input; of mails an .eml, an .mbox or a folder')
    .option('--dry-run', 'say what would happen and save nothing')
  addFileOptions(importing)
    .addOption(
      new Option(
        '--takes <which>',
        'of mails: lead mails of forms and portals, those of people too, or none before a person looked',
      ).choices(MailImportOptions.shape.takes.unwrap().options),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  desk import leads.csv --dry-run\n  desk import leads.csv --source "Fair in Cologne" --route hold\n  desk import inbox.mbox --takes people\n  curl … | desk import - --json',
    )
    .action((file: string, options: GivenOptions, command: Command) =>
      withDesk(command, (running) => importLeads(running, file, options, commonOptions(command).isJson)),
    )

  program
    .command('undo')
    .description('take a whole import back; leads someone has touched since stay')
    .argument('<batch>', 'number of the import', readBatch)
    .addHelpText('after', '\nExample:\n  desk undo 3')
    .action((batchId: ReturnType<typeof readBatch>, _: object, command: Command) =>
      withDesk(command, async (running) => {
        const answer = await running.client(ACTOR).intake.undo({ batchId })
        if (commonOptions(command).isJson) return printJson({ batch: batchId, ...answer })
        const kept = answer.kept === 0 ? '' : ` ${counted(answer.kept, 'lead')} stayed: someone has worked on them since.`
        await printLine(`${counted(answer.removed, 'lead')} of import ${batchId} taken back.${kept}`)
      }),
    )
}

async function importLeads(running: RunningDesk, file: string, given: GivenOptions, isJson: boolean): Promise<void> {
  const interrupted = new AbortController()
  const onInterrupt = (): void => interrupted.abort()
  process.once('SIGINT', onInterrupt)
  process.once('SIGTERM', onInterrupt)
  const progress = showProgress()
  const name = file === '-' ? nameOf(file) : basename(resolve(file))
  try {
    const { report, isMails } = await withPath(file, async (path) => {
      const isMails = (await running.intake.kindOfFile({ path, name })) === 'mails'
      const common = {
        file: { path, name },
        actor: ACTOR,
        signal: interrupted.signal,
        onProgress: ({ rows, bytesRead, bytes }: { rows: number; bytesRead: number; bytes: number }) =>
          progress.show(
            `${count(rows)} ${isMails ? 'mails' : 'rows'}${bytes > 0 ? `, ${Math.floor((100 * bytesRead) / bytes)} %` : ''}`,
          ),
      }
      return { report: await importEither(running, common, given, isMails), isMails }
    })
    progress.done()
    if (isMails) await sayMails(report, name, given.dryRun === true, isJson)
    else await sayReport(report, nameOf(file), given.dryRun === true, isJson)
    if (interrupted.signal.aborted) throw new DeskError('import-cancelled', {})
  } finally {
    progress.done()
    process.off('SIGINT', onInterrupt)
    process.off('SIGTERM', onInterrupt)
  }
}

async function importEither(
  { intake }: RunningDesk,
  common: Omit<Parameters<RunningDesk['intake']['importFile']>[0], 'options'>,
  given: GivenOptions,
  isMails: boolean,
): Promise<ImportReport> {
  const isDryRun = given.dryRun === true
  if (!isMails) {
    const input = { ...common, options: await importOptionsOf(given) }
    return isDryRun ? intake.rehearseImport(input) : intake.importFile(input)
  }
  const input = { ...common, options: mailOptionsOf(given) }
  return isDryRun ? intake.rehearseMails(input) : intake.importMails(input)
}

async function sayReport(report: ImportReport, file: string, isDryRun: boolean, isJson: boolean): Promise<void> {
  const { rows, added, matched, leftOut, assigned, waiting, columns, encoding, delimiter, batch } = report
  if (isJson) {
    const problems = report.problems.map(({ line, field, code, message }) => ({ line, field, code, message }))
    return printJson({ rows, added, matched, leftOut, assigned, waiting, problems, columns, encoding, delimiter, batch })
  }
  await printLine(
    `${file}: ${counted(rows, 'row')}. ${isDryRun ? 'Would add' : 'Added'} ${count(added)}, matched ${count(matched)} that were there already, ` +
      `left out ${count(leftOut)}. ${placedSaid(report, isDryRun)}`,
  )
  const byRep = Object.entries(report.byRep).sort(([, a], [, b]) => b - a)
  if (byRep.length > 0) await printLine(`\n${table(['rep', 'leads'], byRep)}`)
  const ignored = columns.filter(({ field }) => field === null).map(({ header }) => header)
  if (ignored.length > 0) tell(`Columns not used: ${ignored.join(', ')}.`)
  for (const { line, field, message, leftOut } of report.problems.slice(0, PROBLEMS_SHOWN)) {
    tell(`line ${line}${field === null ? '' : `, ${field}`}: ${message}${leftOut ? ' (left out)' : ''}`)
  }
  if (report.problems.length > PROBLEMS_SHOWN)
    tell(`… and ${counted(report.problems.length - PROBLEMS_SHOWN, 'problem')} more; see all with --json.`)
  if (batch !== null) tell(`This was import ${batch}; "undo ${batch}" takes it back.`)
}

/** An import reads its file more than once; standard input can be read once, so it is put into a file for the while. */
async function withPath<Answer>(file: string, work: (path: string) => Promise<Answer>): Promise<Answer> {
  if (file !== '-') return work(file)
  const folder = await mkdtemp(join(tmpdir(), 'lead-desk-'))
  try {
    const path = join(folder, 'standard-input.csv')
    await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 }))
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
