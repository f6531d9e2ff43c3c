import { DeskError, type EpochMs, type Report, type ReportName } from '../contract/index.ts'
import type { Desk } from './context.ts'
import { digestDecisions } from './digest-decisions.ts'

const TELLS_SHARES: ReadonlySet<ReportName> = new Set(['overview', 'fairness'])

interface Wanted {
  name: ReportName
  from: EpochMs
  to: EpochMs
}

/** One report of a period, its end not included. */
export async function readReport(desk: Desk, input: Wanted, signal?: AbortSignal): Promise<Report> {
  if (input.from >= input.to) throw new DeskError('bad-input', { field: 'to', reason: 'the period ends before it begins' })
  if (TELLS_SHARES.has(input.name)) await digestDecisions(desk)
  return desk.store.report(input.name, input.from, input.to, desk.clock.now(), signal)
}
