import type { EventType, TimelineEntry, WaitCode } from '../../src-main/contract/index.ts'
import { waitReason } from './reasons.ts'
import { stageWords } from './words.ts'

/** What an event carries, as far as a line of the timeline tells it. */
interface Facts {
  by?: string
  outcome?: string
  rule?: string | null
  waitCode?: WaitCode | null
  detail?: string | null
  reason?: string | null
  from?: unknown
  to?: unknown
  text?: string
  type?: string
  fields?: string[]
  batchId?: number | null
  line?: number | null
  repId?: number | null
}

type Name = (repId: unknown) => string | null

const because = (reason: string | null | undefined): string =>
  reason === null || reason === undefined || reason === '' ? '' : `: ${reason}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** "waits: nobody in Enterprise is free", "held by a rule: …". */
const waits = ({ waitCode, detail }: Facts): string => {
  const reason = waitReason(waitCode ?? null, detail ?? null)
  return waitCode?.startsWith('held-') === true ? reason : `waits: ${reason}`
}
const byRule = (facts: Facts): string => (facts.rule === null || facts.rule === undefined ? '' : ` by rule “${facts.rule}”`)

const sentences: Partial<Record<EventType, (facts: Facts, name: Name) => string>> = {
  'lead-received': (facts, name) => {
    const who = name(facts.repId)
    if (facts.outcome === 'assigned') {
      return `Came in; given to ${who ?? 'a rep'}${facts.by === 'owner-column' ? ' by its owner column' : byRule(facts)}`
    }
    if (facts.outcome === 'discarded') return `Came in; discarded${byRule(facts)}${because(facts.detail)}`
    return `Came in; ${waits(facts)}`
  },
  'lead-matched': (facts) => `Came in again, known by ${facts.by === 'phone' ? 'phone number' : 'e-mail'}`,
  'lead-assigned': (facts, name) => {
    const who = name(facts.repId) ?? 'a rep'
    const from = name(facts.from)
    const way = facts.by === 'hand' ? ' by hand' : byRule(facts)
    return from === null ? `Given to ${who}${way}` : `Moved from ${from} to ${who}${way}`
  },
  'lead-waiting': (facts) => capital(waits(facts)),
  'lead-held': (facts, name) => {
    const from = name(facts.from)
    return `Held${from === null ? '' : `, taken from ${from}`}${because(facts.reason)}`
  },
  'lead-discarded': (facts) => `Discarded${facts.by === 'rule' ? ' by a rule' : ''}${because(facts.reason)}`,
  'lead-edited': (facts) => `Edited: ${(facts.fields ?? []).join(', ')}`,
  'lead-pinned': () => 'Pinned: routing leaves it alone',
  'lead-unpinned': () => 'Back under the rules',
  'lead-noted': () => 'Note',
  'lead-attempted': () => 'Contact attempted',
  'lead-contacted': () => 'Contact made',
  'lead-stage-changed': (facts) => `Stage: ${stageOf(facts.from)} → ${stageOf(facts.to)}`,
  'step-undone': (facts) => `Taken back: ${nounOf(facts.type)}`,
}

const nouns: Partial<Record<string, string>> = {
  'lead-assigned': 'the assignment',
  'lead-held': 'the hold',
  'lead-discarded': 'the discarding',
  'lead-waiting': 'the move',
  'lead-received': 'its arrival',
}
const nounOf = (type: string | undefined): string => nouns[type ?? ''] ?? 'a step'

function stageOf(stage: unknown): string {
  return typeof stage === 'string' && Object.hasOwn(stageWords, stage) ? stageWords[stage as keyof typeof stageWords] : '–'
}

/** One line of a lead's history. `nameOf` answers a rep's name. */
export function happened(entry: TimelineEntry, repId: unknown, nameOf: Name): string {
  const sentence = Object.hasOwn(sentences, entry.type) ? sentences[entry.type as EventType] : undefined
  return sentence?.({ ...entry.data, repId } as Facts, nameOf) ?? entry.type
}
