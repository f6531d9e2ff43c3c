import { Option, type Command } from 'commander'
import { z } from 'zod'
import { DeskError, ImportRoute, type ImportOptions, MailImportOptions } from '../contract/index.ts'
import { readJsonFile } from './read-file.ts'
import { readDelimiter } from './usage.ts'

/** How a file of leads is to be read, as options of every command that takes one. */
export interface FileArguments {
  source?: string
  map?: string
  route: ImportRoute
  encoding?: string
  delimiter?: string
  sheet?: string
  header: boolean
}

export function addFileOptions(command: Command): Command {
  return command
    .option('--source <name>', 'name of the source; else the name of the file')
    .option('--map <map.json>', 'which column is what: { "Header": "company", "Other header": null }')
    .addOption(
      new Option('--route <how>', 'give leads out now or little by little (trickle), hold them, or follow the owner column')
        .choices(ImportRoute.options)
        .default('now'),
    )
    .option('--encoding <name>', 'utf-8, windows-1252, …; else it is found out')
    .option('--delimiter <char>', 'a character, or the word tab; else it is found out', readDelimiter)
    .option('--sheet <name>', 'of an Excel file; else the first sheet with rows')
    .option('--no-header', 'the first line is a row already; columns are then called "Column 1" …')
}

export async function importOptionsOf(given: FileArguments): Promise<ImportOptions> {
  return {
    route: given.route,
    ...(given.source === undefined ? {} : { source: given.source }),
    ...(given.map === undefined ? {} : { map: await readMap(given.map) }),
    ...(given.encoding === undefined ? {} : { encoding: given.encoding }),
    ...(given.delimiter === undefined ? {} : { delimiter: given.delimiter }),
    ...(given.sheet === undefined ? {} : { sheet: given.sheet }),
    ...(given.header ? {} : { hasHeader: false }),
  }
}

/** The options that mean something for mails; the others are refused, so that nobody believes they did. */
export function mailOptionsOf(given: FileArguments & { takes?: MailImportOptions['takes'] }): MailImportOptions {
  const { route, source, takes } = given
  if (route !== 'now' && route !== 'hold')
    throw new DeskError('bad-input', { field: '--route', reason: 'leads of mails are given out now or held' })
  for (const option of ['map', 'encoding', 'delimiter', 'sheet'] as const)
    if (given[option] !== undefined)
      throw new DeskError('bad-input', { field: `--${option}`, reason: 'it is for tables, and these are mails' })
  return MailImportOptions.parse({ route, source, takes })
}

const ColumnMap = z.record(z.string(), z.string().nullable())

async function readMap(file: string): Promise<Record<string, string | null>> {
  const found = ColumnMap.safeParse(await readJsonFile(file))
  if (!found.success) {
    throw new DeskError('bad-input', {
      field: `--map ${file}`,
      reason: 'it must be an object of headers and lead fields, like { "Firma": "company" }',
    })
  }
  return found.data
}
