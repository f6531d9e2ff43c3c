import type { ImportReport } from '../contract/index.ts'
import { count, counted, printJson, printLine, table, tell } from './print.ts'

/** Ignored mails a person reads at once; the rest is counted. */
const IGNORED_SHOWN = 20

/** What became of the mails of a file or folder. */
export async function sayMails(report: ImportReport, name: string, isDryRun: boolean, isJson: boolean): Promise<void> {
  const { rows, added, matched, leftOut, review, ignored, assigned, waiting, ignoredMails, encoding, delimiter, batch } = report
  if (isJson) {
    const { columns } = report
    const problems = report.problems.map(({ line, field, code, message }) => ({ line, field, code, message }))
    const counts = { rows, added, matched, leftOut, review, assigned, waiting }
    return printJson({ ...counts, ignored: ignoredMails, problems, columns, encoding, delimiter, batch })
  }
  await printLine(
    `${name}: ${counted(rows, 'mail')}. ${isDryRun ? 'Would add' : 'Added'} ${counted(added, 'lead')}, matched ${count(matched)} that were there already; ` +
      `${count(review)} ${isDryRun ? 'would wait' : waits(review)} for a person in the review tray, ${count(ignored)} ${ignored === 1 ? 'is no lead' : 'are no leads'}. ` +
      placedSaid(report, isDryRun),
  )
  const byRep = Object.entries(report.byRep).sort(([, a], [, b]) => b - a)
  if (byRep.length > 0) await printLine(`\n${table(['rep', 'leads'], byRep)}`)
  for (const { message, reason } of ignoredMails.slice(0, IGNORED_SHOWN)) tell(`${message}: ${reason} (no lead)`)
  if (ignored > IGNORED_SHOWN) tell(`… and ${counted(ignored - IGNORED_SHOWN, 'mail')} more; see all with --json.`)
  if (batch !== null) tell(`This was import ${batch}; "undo ${batch}" takes it back.`)
}

/** Where the new leads of an import are. */
export function placedSaid({ assigned, waiting }: Pick<ImportReport, 'assigned' | 'waiting'>, isDryRun: boolean): string {
  if (isDryRun) return `${count(assigned)} would be assigned, ${count(waiting)} would wait.`
  return `${count(assigned)} ${assigned === 1 ? 'was' : 'were'} assigned, ${count(waiting)} ${waits(waiting)}.`
}

const waits = (number: number): string => (number === 1 ? 'waits' : 'wait')
