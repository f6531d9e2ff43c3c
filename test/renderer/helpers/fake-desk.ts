import {
  type Changes,
  type contract as Contract,
  contract,
  DeskUpdate,
  type EventType,
  type LeadCard,
  type LeadFilter,
  type LeadId,
  type RepCard,
  type Seq,
  type Snapshot,
  type TimelineEntry,
} from '../../../src-main/contract/index.ts'
import type { DeskClient } from '../../../src-renderer/bridge/create-desk-client.ts'
import { DeskFault, type Fault } from '../../../src-renderer/bridge/fault.ts'
import { isOpen, newestFirst, queueOrder } from '../../../src-renderer/state/selectors.ts'
import { countsOf, NOON, someFields } from './builders.ts'

type Handler = (input: never) => unknown
/** Answers by name: `{ 'rep.add': ({ name }) => ({ repId: 7 }) }`. They take the place of the fake's own. */
export type Handlers = Record<string, Handler>

export interface FakeDesk {
  client: DeskClient
  /** Every call, in order. */
  calls: { name: string; input: unknown }[]
  snapshot: () => Snapshot
  /** Changes leads and reps as an event would, and tells the listeners. */
  commit: (type: EventType, parts: { leads?: LeadCard[]; removed?: LeadId[]; reps?: RepCard[]; isHidden?: boolean }) => Changes
  listen: (listener: (update: DeskUpdate) => void) => () => void
  lead: (id: number) => LeadCard
}

interface FakeOptions {
  leads?: LeadCard[]
  reps?: RepCard[]
  handlers?: Handlers
  isNew?: boolean
}

/** A small desk in memory. It keeps the shapes of the contract: every input and answer is read by the contract's own schema. */
export function fakeDesk({ leads = [], reps = [], handlers = {}, isNew = false }: FakeOptions = {}): FakeDesk {
  const leadById = new Map(leads.map((lead) => [lead.id, lead]))
  const repById = new Map(reps.map((rep) => [rep.id, rep]))
  const listeners = new Set<(update: DeskUpdate) => void>()
  const calls: FakeDesk['calls'] = []
  const before = new Map<Seq, LeadCard>()
  let seq = 0

  const withLoad = (): RepCard[] =>
    [...repById.values()].map((rep) => ({
      ...rep,
      openLeads: [...leadById.values()].filter((lead) => lead.repId === rep.id && isOpen(lead)).length,
    }))
  const shared = () => ({
    seq: seq as Seq,
    at: NOON + seq,
    counts: countsOf(leadById.values()),
    ruleset: { version: 1, rules: 1 },
    settings: { deskName: 'Test desk', timeZone: 'UTC', country: 'DE' },
    isNew,
  })
  const snapshot = (): Snapshot => {
    const all = [...leadById.values()]
    const waiting = all.filter((lead) => lead.status === 'waiting').sort(queueOrder)
    const owned = [...repById.keys()].flatMap((id) =>
      all
        .filter((lead) => lead.repId === id && isOpen(lead))
        .sort(newestFirst)
        .slice(0, 50),
    )
    return { ...shared(), reps: withLoad(), sources: [], batches: [], leads: [...waiting.slice(0, 200), ...owned] }
  }
  const commit: FakeDesk['commit'] = (type, { leads: changed = [], removed = [], reps: changedReps = [], isHidden = false }) => {
    const events = [...changed.map((lead) => lead.id), ...removed].map((id) => {
      seq += 1
      const was = leadById.get(id)
      if (was !== undefined) before.set(seq as Seq, was)
      return { seq: seq as Seq, at: NOON + seq, type, actor: 'manager', leadId: id, repId: null, data: {} }
    })
    if (events.length === 0) seq += 1
    for (const lead of changed) leadById.set(lead.id, lead)
    for (const id of removed) leadById.delete(id)
    for (const rep of changedReps) repById.set(rep.id, rep)
    const update: Changes = {
      ...shared(),
      kind: 'changes',
      events,
      leads: changed,
      removedLeads: removed,
      reps: withLoad(),
      sources: [],
      batches: [],
    }
    DeskUpdate.parse(update)
    if (!isHidden) for (const listener of listeners) listener(update)
    return update
  }
  const lead = (id: number): LeadCard => {
    const found = leadById.get(id as LeadId)
    if (found === undefined) throw new DeskFault({ code: 'lead-not-found', data: { lead: String(id) } })
    return found
  }
  const change = (type: EventType, ids: readonly number[], parts: (lead: LeadCard) => Partial<LeadCard>) => {
    const changes = commit(type, { leads: ids.map((id) => ({ ...lead(id), ...parts(lead(id)) })) })
    return { seqs: changes.events.map((event) => event.seq) }
  }
  const timeline = (id: LeadId): TimelineEntry[] => [
    { seq: 1 as Seq, at: lead(id).receivedAt, type: 'lead-received', actor: 'desk', data: {}, canUndo: false },
  ]

  const own: Record<string, (input: never) => unknown> = {
    'lead.page': ({
      filter,
      order,
      after,
      limit,
    }: {
      filter: LeadFilter
      order: 'queue' | 'newest'
      after?: string
      limit: number
    }) => {
      const start = Number(after ?? 0)
      const found = [...leadById.values()].filter((item) => fits(item, filter)).sort(order === 'queue' ? queueOrder : newestFirst)
      const end = start + limit
      return { leads: found.slice(start, end), next: end < found.length ? String(end) : null }
    },
    'lead.read': ({ leadId }: { leadId: LeadId }) => ({
      card: lead(leadId),
      fields: someFields({ name: lead(leadId).name, email: lead(leadId).email, company: lead(leadId).company }),
      sourceId: 1,
      raw: 'Name,Email\nAda,ada@example.com',
      rawKind: 'csv',
      batchFile: 'leads.csv',
      line: 2,
      timeline: timeline(leadId),
    }),
    'lead.assign': ({ leadIds, repId }: { leadIds: LeadId[]; repId: RepCard['id'] }) =>
      change('lead-assigned', leadIds, () => ({ repId, status: 'assigned', isPinned: true, isHeld: false, waitCode: null })),
    'lead.hold': ({ leadIds, reason }: { leadIds: LeadId[]; reason?: string }) =>
      change('lead-held', leadIds, () => ({
        repId: null,
        status: 'waiting',
        isHeld: true,
        waitCode: 'held-by-hand',
        waitDetail: reason ?? null,
      })),
    'lead.discard': ({ leadIds, reason }: { leadIds: LeadId[]; reason: string }) =>
      change('lead-discarded', leadIds, () => ({ repId: null, status: 'discarded', waitDetail: reason })),
    'lead.undo': ({ seqs }: { seqs: Seq[] }) => {
      commit('step-undone', { leads: seqs.flatMap((step) => before.get(step) ?? []) })
    },
    'lead.route': () => ({ assigned: 0, waiting: 1 }),
    'lead.unpin': ({ leadIds }: { leadIds: LeadId[] }) => {
      change('lead-unpinned', leadIds, () => ({ isPinned: false }))
    },
    'lead.setStage': ({ leadIds, stage }: { leadIds: LeadId[]; stage: LeadCard['stage'] }) => {
      change('lead-stage-changed', leadIds, () => ({ stage }))
    },
    'lead.log': ({ leadId }: { leadId: LeadId }) => {
      change('lead-attempted', [leadId], () => ({ touchedAt: NOON }))
    },
    'lead.note': () => undefined,
    'rep.setAvailability': ({
      repId,
      availability,
      until,
    }: {
      repId: RepCard['id']
      availability: RepCard['availability']
      until?: number
    }) => {
      const rep = repById.get(repId)
      if (rep === undefined) throw new DeskFault({ code: 'rep-not-found', data: { rep: String(repId) } })
      commit('rep-availability-changed', { reps: [{ ...rep, availability, availableAgainAt: until ?? null }] })
    },
  }

  return {
    client: clientOf(contract, { ...own, ...handlers }, calls),
    calls,
    snapshot,
    commit,
    lead,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Throws a fault of the contract as a command that refuses would. */
export function refuse(fault: Fault): never {
  throw new DeskFault(fault)
}

function fits(lead: LeadCard, filter: LeadFilter): boolean {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const text = [lead.name, lead.company, lead.email, lead.phone].join(' ').toLowerCase()
  return (
    (filter.status === undefined || filter.status.includes(lead.status)) &&
    (filter.repId === undefined || filter.repId === lead.repId) &&
    (filter.source === undefined || filter.source === lead.source) &&
    (filter.grade === undefined || (lead.grade !== null && filter.grade.includes(lead.grade))) &&
    (filter.stage === undefined || filter.stage.includes(lead.stage)) &&
    (filter.isHeld === undefined || filter.isHeld === lead.isHeld) &&
    (filter.isOpen === undefined || filter.isOpen === isOpen(lead)) &&
    words.every((word) => text.split(/[\s@.]+/).some((part) => part.startsWith(word)))
  )
}

interface Schema {
  parse: (value: unknown) => unknown
}

/** A client whose every input and answer goes through the schemas of the contract. */
function clientOf(table: typeof Contract, handlers: Handlers, calls: FakeDesk['calls']): DeskClient {
  const client: Record<string, Record<string, unknown>> = {}
  for (const [topic, verbs] of Object.entries(table)) {
    const made: Record<string, unknown> = {}
    for (const [verb, procedure] of Object.entries(verbs)) {
      const name = `${topic}.${verb}`
      const { inputSchema, outputSchema } = procedure['~orpc'] as { inputSchema?: Schema; outputSchema?: Schema }
      made[verb] = async (input: unknown) => {
        const read = inputSchema?.parse(input) ?? input
        calls.push({ name, input: read })
        const handler = handlers[name]
        if (handler === undefined) throw new Error(`The fake desk has no ${name}: give it a handler`)
        await Promise.resolve()
        const answer = await handler(read as never)
        return outputSchema?.parse(answer) ?? answer
      }
    }
    client[topic] = made
  }
  return client as unknown as DeskClient
}
