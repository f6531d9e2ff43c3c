import { ReportName } from '../../../src-main/contract/index.ts'
import { COMPARISONS, type Comparison, type RangeChoice, readRange, writeRange } from '../../lib/date-range.ts'

/** What the screen shows, as its address has it: `#/reports/speed/2026-10-01..2026-10-31/previous`. */
export interface ReportPlace {
  name: ReportName
  range: RangeChoice
  comparison: Comparison
}

const FIRST: ReportPlace = { name: 'overview', range: 'last-30', comparison: 'previous' }

/** What an address leaves out, or says wrongly, is as at first. */
export function readReportPlace(part: string | null): ReportPlace {
  const [name = '', range = '', comparison = ''] = (part ?? '').split('/')
  return {
    name: ReportName.safeParse(name).data ?? FIRST.name,
    range: readRange(range) ?? FIRST.range,
    comparison: COMPARISONS.find((one) => one === comparison) ?? FIRST.comparison,
  }
}

export const writeReportPlace = ({ name, range, comparison }: ReportPlace): string =>
  [name, writeRange(range), comparison].join('/')
