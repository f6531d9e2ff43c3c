import type { OverviewReport } from '../../../src-main/contract/index.ts'
import { csvText } from '../../lib/csv-text.ts'
import { reportsText } from '../../text/reports.ts'

export type TableName = keyof typeof reportsText.exports

const { columns } = reportsText

/** A part of the report as a file, with the numbers as they are. */
export function tableCsv(report: OverviewReport, table: TableName): string {
  switch (table) {
    case 'rep':
      return csvText(
        [columns.rep, columns.email, columns.weight, columns.assigned, columns.attempted, columns.won, columns.open],
        report.byRep.map((row) => [row.name, row.rep, row.weight, row.assigned, row.attempted, row.won, row.open]),
      )
    case 'source':
      return csvText(
        [columns.source, columns.received, columns.assigned, columns.won],
        report.bySource.map((row) => [row.source, row.received, row.assigned, row.won]),
      )
    case 'rule':
      return csvText(
        [columns.rule, columns.leads],
        report.byRule.map((row) => [row.rule, row.leads]),
      )
    case 'day':
      return csvText(
        [columns.day, columns.received, columns.assigned],
        report.byDay.map((row) => [row.day, row.received, row.assigned]),
      )
  }
}

/** Each rep's share beside what the weights alone would give, most first. */
export function repShares(report: OverviewReport): (OverviewReport['byRep'][number] & { share: number; byWeight: number })[] {
  const assigned = report.byRep.reduce((sum, row) => sum + row.assigned, 0)
  const weights = report.byRep.reduce((sum, row) => sum + row.weight, 0)
  return report.byRep
    .map((row) => ({
      ...row,
      share: assigned === 0 ? 0 : row.assigned / assigned,
      byWeight: weights === 0 ? 0 : row.weight / weights,
    }))
    .sort((a, b) => b.assigned - a.assigned || a.name.localeCompare(b.name))
}
