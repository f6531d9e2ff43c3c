import { DateTime } from 'luxon'
import { InvalidArgumentError } from 'commander'
import { LeadId, BatchId } from '../contract/index.ts'

/** Readers of arguments. A value that can't be meant is wrong usage: exit code 2, before any desk is opened. */

export function readLead(text: string): LeadId {
  const found = LeadId.safeParse(Number(text.replace(/^#/, '')))
  if (!found.success) throw new InvalidArgumentError('A lead is named by its number: 12 or #12.')
  return found.data
}

export function readBatch(text: string): BatchId {
  const found = BatchId.safeParse(Number(text.replace(/^#/, '')))
  if (!found.success) throw new InvalidArgumentError('An import is named by its number: 3 or #3.')
  return found.data
}

export function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535; 0 is any free one.')
  return port
}

export function readDelimiter(text: string): string {
  const delimiter = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' }[text.toLowerCase()] ?? text
  if (delimiter.length !== 1) throw new InvalidArgumentError('A delimiter is one character, or the word tab.')
  return delimiter
}

const SPAN_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `2026-11-21T14:30`, `14:30` (the next time it is that), `30m`, `2h`, `3d`. In the desk's zone; answers epoch milliseconds. */
export function readMoment(text: string, now: number, zone: string): number | null {
  const span = /^(\d+(?:\.\d+)?)\s*(m|h|d)$/i.exec(text)
  if (span?.[1] !== undefined && span[2] !== undefined) {
    const unit = SPAN_MS[span[2].toLowerCase()] ?? 0
    return Math.round(now + Number(span[1]) * unit)
  }
  const time = /^(\d{1,2}):(\d{2})$/.exec(text)
  if (time !== null) {
    const today = DateTime.fromMillis(now, { zone }).set({
      hour: Number(time[1]),
      minute: Number(time[2]),
      second: 0,
      millisecond: 0,
    })
    if (!today.isValid || Number(time[1]) > 23 || Number(time[2]) > 59) return null
    return (today.toMillis() > now ? today : today.plus({ days: 1 })).toMillis()
  }
  const moment = DateTime.fromISO(text, { zone })
  return moment.isValid ? moment.toMillis() : null
}

/** A day (`2026-11-21`) begins, or with `isEnd` ends, in the desk's zone; anything else is a moment. */
export function readEdge(text: string, isEnd: boolean, now: number, zone: string): number | null {
  const at = readMoment(text, now, zone)
  if (at === null || !isEnd || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return at
  return DateTime.fromMillis(at, { zone }).plus({ days: 1 }).toMillis()
}
