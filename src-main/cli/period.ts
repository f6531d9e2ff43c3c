import { DeskError, type EpochMs } from '../contract/index.ts'
import { readEdge } from './usage.ts'

export interface PeriodArguments {
  from?: string
  to?: string
}

/**
 * The stretch that `--from` and `--to` name, half-open, in a zone. A last day is meant with its evening. What is left out is null;
 * refused with `bad-input` when an end can't be read or nothing lies between them.
 */
export function readPeriod(
  { from, to }: PeriodArguments,
  now: EpochMs,
  zone: string,
): { from: EpochMs | null; to: EpochMs | null } {
  const edge = (field: string, text: string | undefined, isEnd: boolean): EpochMs | null => {
    if (text === undefined) return null
    const at = readEdge(text, isEnd, now, zone)
    if (at === null) throw new DeskError('bad-input', { field, reason: `"${text}" is no day like 2026-11-01` })
    if (at < 0) throw new DeskError('bad-input', { field, reason: `"${text}" lies before 1970` })
    return at
  }
  const period = { from: edge('--from', from, false), to: edge('--to', to, true) }
  if (period.from !== null && period.to !== null) ordered(period.from, period.to)
  return period
}

const DEFAULT_MS = 30 * 86_400_000

/** A period of the past: what is left out is now, and 30 days before the end. */
export function readPastPeriod(given: PeriodArguments, now: EpochMs, zone: string): { from: EpochMs; to: EpochMs } {
  const period = readPeriod(given, now, zone)
  const to = period.to ?? now
  const from = period.from ?? Math.max(0, to - DEFAULT_MS)
  ordered(from, to)
  return { from, to }
}

function ordered(from: EpochMs, to: EpochMs): void {
  if (from >= to) throw new DeskError('bad-input', { field: '--from', reason: 'it must lie before --to' })
}
