import type { EventType, TimelineEntry, WaitCode } from '../../src-main/contract/index.ts'
import { formatList, formatWhen } from './formats.ts'
import { historyText } from './history-text.ts'
import { waits } from './reasons.ts'
import { capital } from './rule-fields.ts'
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
  changes?: readonly { field: string }[]
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

const said = historyText
const given = (text: string | null | undefined): string | null => (text === undefined || text === '' ? null : text)
const itWaits = ({ waitCode, detail }: Facts): string => waits(waitCode ?? null, detail ?? null)
const until = (at: number | null | undefined): string | null => (typeof at === 'number' ? formatWhen(at) : null)
/** "Mia", "Mia and Tom", "5 reps". */
const namesOf = ({ repIds = [], repId }: Facts, name: Name): string => {
  const names = (repIds.length === 0 ? [repId] : repIds).map((id) => name(id) ?? said.someRep)
  return names.length > 3 ? said.reps(names.length) : formatList(names)
}
const fieldsOf = (fields: readonly string[] = []): string | null =>
  fields.length === 0 ? null : formatList(fields.map((field) => fieldOf(field)))

const sentences: Partial<Record<EventType, (facts: Facts, name: Name) => string>> = {
  'lead-received': received,
  'lead-matched': ({ by, name, fields }) => said.matched(given(name), by === 'phone', fieldsOf(fields)),
  'lead-assigned': (facts, name) => {
    const who = name(facts.repId) ?? said.someRep
    return said.assigned(who, name(facts.from), facts.by === 'hand' ? 'hand' : { rule: given(facts.rule) })
  },
  'lead-waiting': (facts) => capital(itWaits(facts)),
  'lead-held': (facts, name) => said.held(name(facts.from), given(facts.reason)),
  'lead-discarded': (facts) => said.discarded(facts.by === 'rule', given(facts.reason)),
  'lead-edited': ({ changes = [] }) => said.edited(formatList(changes.map(({ field }) => fieldOf(field)))),
  'lead-pinned': () => said.pinned,
  'lead-unpinned': () => said.unpinned,
  'lead-noted': () => said.noted,
  'lead-attempted': () => said.attempted,
  'lead-contacted': () => said.contacted,
  'lead-stage-changed': (facts) => said.stage(stageOf(facts.from), stageOf(facts.to)),
  'lead-offered': (facts, name) => said.offered(namesOf(facts, name), given(facts.rule), until(facts.dueAt)),
  'offer-accepted': (facts, name) => said.accepted(name(facts.repId)),
  'offer-declined': (facts, name) => said.declined(name(facts.repId), given(facts.reason)),
  'offer-expired': (facts, name) => said.expired(namesOf(facts, name)),
  'contact-due-soon': (facts) => said.dueSoon(until(facts.dueAt)),
  'contact-breached': () => said.breached,
  'lead-taken-back': (facts, name) => said.takenBack(name(facts.from)),
  'lead-released': (facts, name) => said.released(name(facts.from), releasedBecause(given(facts.reason))),
  'lead-merged': ({ intoId, otherId, fields }) =>
    intoId === undefined ? said.merged(String(otherId ?? ''), fieldsOf(fields)) : said.mergedInto(intoId),
  'lead-told-apart': ({ otherId }) => said.toldApart(String(otherId ?? '')),
  'step-undone': ({ type = '' }) => said.undone(said.steps[type] ?? said.aStep),
}

function received(facts: Facts, name: Name): string {
  const rule = given(facts.rule)
  if (facts.outcome === 'assigned') {
    const who = name(facts.repId) ?? said.someRep
    return facts.by === 'owner-column' ? said.receivedForOwner(who) : said.receivedFor(who, rule)
  }
  if (facts.outcome === 'offered') return said.receivedOffered(namesOf(facts, name), rule, until(facts.dueAt))
  if (facts.outcome === 'discarded') return said.receivedDiscarded(rule, given(facts.detail))
  return said.receivedWaits(itWaits(facts))
}

/** `postal_code`, as the store names it, is "postal code". */
const fieldOf = (column: string): string => {
  const field = column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  if (column.startsWith('custom.')) return `“${column.slice('custom.'.length)}”`
  return Object.hasOwn(fieldWords, field) ? said.field(fieldWords[field as keyof typeof fieldWords]) : column
}

const releasedBecause = (reason: string | null): string | null => (reason === null ? null : (said.releases[reason] ?? reason))

function stageOf(stage: unknown): string {
  return typeof stage === 'string' && Object.hasOwn(stageWords, stage) ? stageWords[stage as keyof typeof stageWords] : '–'
}

/** One line of a lead's history. `nameOf` answers a rep's name. */
export function happened(entry: TimelineEntry, repId: unknown, nameOf: Name): string {
  const sentence = Object.hasOwn(sentences, entry.type) ? sentences[entry.type as EventType] : undefined
  return sentence?.({ ...entry.data, repId } as Facts, nameOf) ?? entry.type
}
