import { DeskError, type EpochMs, type OverviewReport } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** The figures of a period, its end not included. */
export async function readReport(desk: Desk, input: { from: EpochMs; to: EpochMs }): Promise<OverviewReport> {
  if (input.from >= input.to) throw new DeskError('bad-input', { field: 'to', reason: 'the period ends before it begins' })
  return desk.store.overview(input.from, input.to)
}
