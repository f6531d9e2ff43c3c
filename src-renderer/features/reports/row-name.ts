import type { ReportTable } from '../../../src-main/contract/index.ts'
import { mailReasonWords } from '../../text/mail-words.ts'
import { dayLong } from '../../text/report-figures.ts'
import { reportsText } from '../../text/reports.ts'

type Row = ReportTable['rows'][number]

/** What a row is about, as a person calls it. */
export function rowName(by: ReportTable['by'], row: Row): string {
  switch (by) {
    case 'day':
      return dayLong(row.key)
    case 'band':
      return wordIn(reportsText.bands, row.key)
    case 'reason':
      return wordIn({ ...mailReasonWords, ...reportsText.reroutes }, row.key)
    case 'rule':
      return row.key === '' ? reportsText.noRule : row.key
    case 'rep':
      return row.key === '' ? reportsText.noRep : row.key
    case 'source':
      return row.key
  }
}

const wordIn = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key
