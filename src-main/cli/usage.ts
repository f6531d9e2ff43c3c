import { DateTime } from 'luxon'
import { InvalidArgumentError } from 'commander'
import { BatchId, InboxId, LeadId, Supposed } from '../contract/index.ts'

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

export function readInbox(text: string): InboxId {
  const found = InboxId.safeParse(Number(text.replace(/^#/, '')))
  if (!found.success) throw new InvalidArgumentError('An inbox is named by its number: 2 or #2.')
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

export function readRuleset(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A version of the rules is named by its number: 3.')
  return Number(text)
}

/** What `--if` supposes of a rep, who is named by e-mail address. */
export interface SupposedRep {
  rep: string
  is: Supposed
}

/** `rep=tom@example.com:available`; the option may come again and again. */
export function readSupposition(text: string, before: readonly SupposedRep[] = []): SupposedRep[] {
  const [, rep, state] = /^rep=([^\s:]+):(.*)$/i.exec(text) ?? []
  const states = Supposed.options.join(', ')
  if (rep === undefined)
    throw new InvalidArgumentError(`It is meant as rep=EMAIL:STATE, like rep=tom@example.com:available. States: ${states}.`)
  const is = Supposed.safeParse(state)
  if (!is.success) throw new InvalidArgumentError(`"${state}" is no state. States: ${states}.`)
  return [...before, { rep, is: is.data }]
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

/**
 * A moment that means the same wherever it is read: `2026-12-01T00:00Z`, `2026-12-01T09:30+01:00`. A day alone begins at midnight in
 * the desk's zone. Epoch milliseconds; null for anything else.
 */
export function readInstant(text: string, zone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/i.test(text)) return null
  const moment = DateTime.fromISO(text, { zone })
  return moment.isValid ? moment.toMillis() : null
}
