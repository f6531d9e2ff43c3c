import {
  type Changes,
  contract,
  DeskUpdate,
  type EventType,
  type LeadCard,
  type LeadFilter,
  type LeadId,
  type LeadOrder,
  type RepCard,
  type RepProfile,
  type SavedView,
  type Seq,
  type Snapshot,
  Stage,
  type TimelineEntry,
  type ViewId,
} from '../../../src-main/contract/index.ts'
import type { DeskClient } from '../../../src-renderer/bridge/create-desk-client.ts'
import { DeskFault, type Fault } from '../../../src-renderer/bridge/fault.ts'
import { orderOf } from '../../../src-renderer/state/lead-query.ts'
import { isOpen, newestFirst, queueOrder } from '../../../src-renderer/state/selectors.ts'
import { countsOf, NOON, someFields } from './builders.ts'
import { type Calls, clientOf, type Handlers } from './fake-client.ts'
import { fits } from './fits.ts'

export type { Handlers } from './fake-client.ts'

interface CommitParts {
  leads?: LeadCard[]
  removed?: LeadId[]
  reps?: RepCard[]
  /** What each event carries. */
  data?: Record<string, unknown>
  views?: readonly SavedView[]
  isHidden?: boolean
}

export interface FakeDesk {
  client: DeskClient
  /** Every call, in order. */
  calls: Calls
  snapshot: () => Snapshot
  /** Changes leads and reps as an event would, and tells the listeners. */
  commit: (type: EventType, parts: CommitParts) => Changes
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
  const calls: Calls = []
  const before = new Map<Seq, LeadCard>()
  let seq = 0
  let views: readonly SavedView[] = []

  const withLoad = (): RepCard[] =>
    [...repById.values()].map((rep) => ({
      ...rep,
      // As the desk counts: offers pending are among them.
      openLeads: [...leadById.values()].filter((lead) => lead.repId === rep.id && isOpen(lead)).length + rep.offersPending,
    }))
  const shared = () => ({
    seq: seq as Seq,
    at: NOON + seq,
    counts: countsOf(leadById.values()),
    ruleset: { version: 1, rules: 1 },
    settings: { deskName: 'Test desk', timeZone: 'UTC', country: 'DE', holidays: null, hours: null },
    isNew,
  })
  const snapshot = (): Snapshot => {
    const all = [...leadById.values()]
    const waiting = all.filter((lead) => lead.status === 'waiting').sort(queueOrder)
    const owned = [...repById.keys()].flatMap((id) =>
      all
        .filter((lead) => lead.repId === id && isOpen(lead))
        .sort(newestFirst)
        .slice(0, 20),
    )
    return {
      ...shared(),
      reps: withLoad(),
      sources: [],
      batches: [],
      views: [...views],
      leads: [...waiting.slice(0, 200), ...owned],
    }
  }
  const commit: FakeDesk['commit'] = (
    type,
    { leads: changed = [], removed = [], reps: changedReps = [], data = {}, views: saved, isHidden = false },
  ) => {
    const event = (leadId: LeadId | null, repId: RepCard['id'] | null) => {
      seq += 1
      return { seq: seq as Seq, at: NOON + seq, type, actor: 'manager', leadId, repId, data }
    }
    const ids = [...changed.map((lead) => lead.id), ...removed]
    const events =
      ids.length === 0
        ? (changedReps.length === 0 ? [null] : changedReps.map((rep) => rep.id)).map((id) => event(null, id))
        : ids.map((id) => {
            const was = leadById.get(id)
            if (was !== undefined) before.set((seq + 1) as Seq, was)
            return event(id, null)
          })
    for (const lead of changed) leadById.set(lead.id, lead)
    for (const id of removed) leadById.delete(id)
    for (const rep of changedReps) repById.set(rep.id, rep)
    const update: Changes = {
      ...shared(),
      kind: 'changes',
      views: saved === undefined ? null : [...saved],
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
    { seq: 1 as Seq, at: lead(id).receivedAt, type: 'lead-received', actor: 'desk', data: {}, canUndo: false, repId: null },
  ]

  const own: Record<string, (input: never) => unknown> = {
    'lead.page': ({ filter, order, after, limit }: { filter: LeadFilter; order: LeadOrder; after?: string; limit: number }) => {
      const start = Number(after ?? 0)
      const found = [...leadById.values()].filter((item) => fits(item, filter)).sort(orderOf({ filter, order }))
      const end = start + limit
      return { leads: found.slice(start, end), next: end < found.length ? String(end) : null }
    },
    'lead.count': ({ filter }: { filter: LeadFilter }) => ({
      count: [...leadById.values()].filter((item) => fits(item, filter)).length,
      isMore: false,
    }),
    'view.save': ({ viewId, isShared, ...view }: Omit<SavedView, 'id' | 'repId'> & { viewId?: ViewId; isShared: boolean }) => {
      const id = viewId ?? ((views.length + 1) as ViewId)
      const saved = { ...view, id, repId: isShared ? null : (1 as RepCard['id']) }
      views = views.some((one) => one.id === id) ? views.map((one) => (one.id === id ? saved : one)) : [...views, saved]
      commit('view-saved', { views })
      return { viewId: id }
    },
    'view.remove': ({ viewId }: { viewId: ViewId }) => {
      views = views.filter(({ id }) => id !== viewId)
      commit('view-removed', { views })
    },
    'rule.read': () => ({ ruleset: 1, publishedAt: 0, publishedBy: null, findings: [], document: { rules: [] } }),
    'lead.read': ({ leadId }: { leadId: LeadId }) => ({
      card: lead(leadId),
      fields: someFields({ name: lead(leadId).name, email: lead(leadId).email, company: lead(leadId).company }),
      sourceId: 1,
      raw: 'Name,Email\nAda,ada@example.com',
      rawKind: 'csv',
      batchFile: 'leads.csv',
      line: 2,
      mails: [],
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
    'lead.setStage': ({ leadIds, stage }: { leadIds: LeadId[]; stage: LeadCard['stage'] }) =>
      change('lead-stage-changed', leadIds, () => ({ stage })),
    'lead.log': ({ leadId }: { leadId: LeadId }) => change('lead-attempted', [leadId], () => ({ touchedAt: NOON })),
    'lead.note': ({ leadId }: { leadId: LeadId }) => change('lead-noted', [leadId], () => ({ touchedAt: NOON })),
    'lead.accept': ({ leadId, repId }: { leadId: LeadId; repId: RepCard['id'] }) => {
      change('offer-accepted', [leadId], () => ({ repId, status: 'assigned', offeredTo: [], dueKind: null, dueAt: null }))
    },
    'lead.decline': ({ leadId, repId }: { leadId: LeadId; repId: RepCard['id'] }) => {
      change('offer-declined', [leadId], ({ offeredTo }) => {
        const left = offeredTo.filter((id) => id !== repId)
        return left.length > 0
          ? { offeredTo: left }
          : { offeredTo: [], status: 'waiting', waitCode: 'nobody-accepted', dueKind: null, dueAt: null }
      })
    },
    'lead.merge': ({ leadId, otherId }: { leadId: LeadId; otherId: LeadId }) =>
      change('lead-merged', [otherId], () => ({ repId: null, status: 'duplicate', possibleDuplicateOf: leadId })),
    'lead.stageTotals': ({ filter }: { filter: LeadFilter }) =>
      Stage.options.map((stage) => {
        const found = [...leadById.values()].filter(
          (item) => item.status === 'assigned' && item.stage === stage && fits(item, filter),
        )
        const sums = new Map<string | null, number>()
        for (const { currency, value } of found) if (value !== null) sums.set(currency, (sums.get(currency) ?? 0) + value)
        return { stage, count: found.length, isMore: false, sums: [...sums].map(([currency, value]) => ({ currency, value })) }
      }),
    'rule.nextInTurn': () => [],
    'inbox.list': () => [],
    'form.list': () => [],
    'form.door': () => ({ isOn: false, port: 4816, isOpen: false, addresses: [], problem: null }),
    'intake.suspicions': () => [],
    'rep.read': ({ repId }: { repId: RepCard['id'] }) => ({
      card: withLoad().find((rep) => rep.id === repId),
      timeOff: [],
      calendars: [],
      spells: [],
      toHandOver: { untouched: 0, touched: 0 },
    }),
    'rep.save': ({ repId, ...profile }: RepProfile & { repId: RepCard['id'] }) => {
      const rep = repById.get(repId)
      if (rep === undefined) throw new DeskFault({ code: 'rep-not-found', data: { rep: String(repId) } })
      commit('rep-changed', { reps: [{ ...rep, ...profile, pauseReason: profile.isPaused ? rep.pauseReason : null }] })
    },
    'rep.holidayRegions': () => [
      { code: 'DE-BY', name: 'Germany, Bavaria' },
      { code: 'AT', name: 'Austria' },
    ],
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
