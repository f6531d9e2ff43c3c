import type { EventType, TimelineEntry, WaitCode } from '../../src-main/contract/index.ts'
import { formatList, formatWhen, plural } from './formats.ts'
import { waits } from './reasons.ts'
import { fieldWords, stageWords } from './words.ts'

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
  repIds?: readonly unknown[]
  dueAt?: number | null
  otherId?: number
  name?: string
  intoId?: number
  missed?: number
}

type Name = (repId: unknown) => string | null

const because = (reason: string | null | undefined): string =>
  reason === null || reason === undefined || reason === '' ? '' : `: ${reason}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const itWaits = ({ waitCode, detail }: Facts): string => waits(waitCode ?? null, detail ?? null)
/** "Mia", "Mia and Tom", "5 reps". */
const namesOf = ({ repIds = [], repId }: Facts, name: Name): string => {
  const names = (repIds.length === 0 ? [repId] : repIds).map((id) => name(id) ?? 'a rep')
  return names.length > 3 ? plural(names.length, 'rep', 'reps') : formatList(names)
}
const until = (at: number | null | undefined): string => (typeof at === 'number' ? `, until ${formatWhen(at)}` : '')
const byRule = (facts: Facts): string => (facts.rule === null || facts.rule === undefined ? '' : ` by rule “${facts.rule}”`)

const sentences: Partial<Record<EventType, (facts: Facts, name: Name) => string>> = {
  'lead-received': (facts, name) => {
    const who = name(facts.repId)
    if (facts.outcome === 'assigned') {
      return `Came in; given to ${who ?? 'a rep'}${facts.by === 'owner-column' ? ' by its owner column' : byRule(facts)}`
    }
    if (facts.outcome === 'offered') return `Came in; offered to ${namesOf(facts, name)}${byRule(facts)}${until(facts.dueAt)}`
    if (facts.outcome === 'discarded') return `Came in; discarded${byRule(facts)}${because(facts.detail)}`
    return `Came in; ${itWaits(facts)}`
  },
  'lead-matched': ({ by, name, fields = [] }) => {
    const under = name === undefined || name === '' ? '' : ` as ${name}`
    const brought = fields.length === 0 ? '' : `; brought ${formatList(fields.map(fieldOf))}`
    return `Came in again${under}, known by ${by === 'phone' ? 'phone number' : 'e-mail'}${brought}`
  },
  'lead-assigned': (facts, name) => {
    const who = name(facts.repId) ?? 'a rep'
    const from = name(facts.from)
    const way = facts.by === 'hand' ? ' by hand' : byRule(facts)
    return from === null ? `Given to ${who}${way}` : `Moved from ${from} to ${who}${way}`
  },
  'lead-waiting': (facts) => capital(itWaits(facts)),
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
  'lead-offered': (facts, name) => `Offered to ${namesOf(facts, name)}${byRule(facts)}${until(facts.dueAt)}`,
  'offer-accepted': (facts, name) => `${name(facts.repId) ?? 'A rep'} accepted it`,
  'offer-declined': (facts, name) => `${name(facts.repId) ?? 'A rep'} declined it${because(facts.reason)}`,
  'offer-expired': (facts, name) => `The offer to ${namesOf(facts, name)} ran out`,
  'contact-due-soon': (facts) => `First contact is due soon${until(facts.dueAt)}`,
  'contact-breached': () => 'Not contacted in time',
  'lead-taken-back': (facts, name) => `Taken back from ${name(facts.from) ?? 'its rep'}: not contacted in time`,
  'lead-released': (facts, name) => `Released by ${name(facts.from) ?? 'its rep'}${because(releasedBecause(facts.reason))}`,
  'lead-merged': (facts) =>
    facts.intoId === undefined
      ? `Lead ${facts.otherId ?? ''} was merged into this one${gained(facts.fields)}`
      : `Merged into lead ${facts.intoId}`,
  'lead-told-apart': (facts) => `Told apart from lead ${facts.otherId ?? ''}: two people`,
  'step-undone': (facts) => `Taken back: ${nounOf(facts.type)}`,
}

const gained = (fields: readonly string[] = []): string =>
  fields.length === 0 ? '' : `, which gained ${formatList(fields.map((field) => fieldOf(field)))}`
/** `postal_code`, as the store names it, is "postal code". */
const fieldOf = (column: string): string => {
  const field = column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return Object.hasOwn(fieldWords, field) ? fieldWords[field as keyof typeof fieldWords].toLowerCase() : column
}

const nouns: Partial<Record<string, string>> = {
  'lead-assigned': 'the assignment',
  'lead-held': 'the hold',
  'lead-discarded': 'the discarding',
  'lead-waiting': 'the move',
  'lead-received': 'its arrival',
  'lead-merged': 'the merge',
  'lead-told-apart': 'the telling apart',
}
const releases: Partial<Record<string, string>> = {
  away: 'the rep is away',
  'outside-hours': 'the rep is off shift',
  'off-shift': 'the rep is off shift',
  'time-off': 'the rep is on time off',
  inactive: 'the rep no longer works here',
}
const releasedBecause = (reason: string | null | undefined): string | null =>
  reason === null || reason === undefined ? null : (releases[reason] ?? reason)
const nounOf = (type: string | undefined): string => nouns[type ?? ''] ?? 'a step'

function stageOf(stage: unknown): string {
  return typeof stage === 'string' && Object.hasOwn(stageWords, stage) ? stageWords[stage as keyof typeof stageWords] : '–'
}

/** One line of a lead's history. `nameOf` answers a rep's name. */
export function happened(entry: TimelineEntry, repId: unknown, nameOf: Name): string {
  const sentence = Object.hasOwn(sentences, entry.type) ? sentences[entry.type as EventType] : undefined
  return sentence?.({ ...entry.data, repId } as Facts, nameOf) ?? entry.type
}
