import type { Changes, DeskUpdate, LeadCard, LeadId, Snapshot } from '../../src-main/contract/index.ts'
import type { DeskState, Overlay } from './desk-state.ts'
import { repLeadsOf, withChanged } from './rep-leads.ts'

/** The batches a snapshot carries. */
const BATCHES_KEPT = 50

/** What several updates changed in all, for lists that keep their own order. */
export interface Applied {
  state: DeskState
  /** True when a snapshot replaced everything. */
  isReset: boolean
  changed: ReadonlySet<LeadId>
  removed: ReadonlySet<LeadId>
}

/** Applies updates in order and at once. Applying one twice does no harm. Pure. */
export function applyUpdates(before: DeskState, updates: readonly DeskUpdate[]): Applied {
  const lastSnapshot = updates.findLastIndex((update) => update.kind === 'snapshot')
  const start = updates[lastSnapshot]
  let state = start?.kind === 'snapshot' ? fromSnapshot(before, start.snapshot) : before
  const changes = updates.slice(lastSnapshot + 1).filter((update) => update.kind === 'changes')
  const changed = new Set<LeadId>()
  const removed = new Set<LeadId>()
  if (changes.length > 0) state = withChanges(state, changes, changed, removed)
  return { state: { ...state, overlays: pendingOverlays(state) }, isReset: lastSnapshot >= 0, changed, removed }
}

function fromSnapshot(before: DeskState, snapshot: Snapshot): DeskState {
  const { batches, ...rest } = snapshot
  const reps = byId(snapshot.reps)
  const leads = byId(snapshot.leads)
  return {
    ...rest,
    isReady: true,
    connection: before.connection,
    seat: before.seat,
    overlays: before.overlays,
    reps,
    leads,
    repLeads: repLeadsOf(leads, reps),
    leadSources: withSources(new Set(), snapshot.leads),
    queueHead: snapshot.leads.filter(({ status }) => status === 'waiting').map(({ id }) => id),
    batches: newestFirst(byId(batches)),
  }
}

function withChanges(before: DeskState, changes: readonly Changes[], changed: Set<LeadId>, removed: Set<LeadId>): DeskState {
  const leads = new Map(before.leads)
  const reps = new Map(before.reps)
  const sources = byId(before.sources)
  const batches = new Map(before.batches)
  let last: Changes | null = null
  for (const change of changes) {
    for (const lead of change.leads) {
      // Taken out first, so that the order of the map is the order of the last change: eviction takes the oldest.
      leads.delete(lead.id)
      leads.set(lead.id, lead)
      changed.add(lead.id)
      removed.delete(lead.id)
    }
    for (const id of change.removedLeads) {
      leads.delete(id)
      removed.add(id)
      changed.delete(id)
    }
    for (const rep of change.reps) reps.set(rep.id, rep)
    for (const source of change.sources) sources.set(source.id, source)
    for (const batch of change.batches) batches.set(batch.id, batch)
    last = change
  }
  if (last === null) return before
  const hasBatches = changes.some((change) => change.batches.length > 0)
  const hasLeads = changed.size + removed.size > 0
  return {
    ...before,
    ...(hasLeads ? withLeads(before, leads, changed, removed) : {}),
    queueHead: null,
    seq: last.seq,
    at: last.at,
    settings: last.settings,
    views: changes.findLast((change) => change.views !== null)?.views ?? before.views,
    counts: last.counts,
    ruleset: last.ruleset,
    isNew: last.isNew,
    reps: changes.some((change) => change.reps.length > 0) ? reps : before.reps,
    sources: changes.some((change) => change.sources.length > 0) ? [...sources.values()] : before.sources,
    batches: hasBatches ? newestFirst(batches) : before.batches,
  }
}

/** The state's leads, and what follows from them, after those changed and went. */
export function withLeads(
  before: DeskState,
  leads: ReadonlyMap<LeadId, LeadCard>,
  changed: ReadonlySet<LeadId>,
  removed: ReadonlySet<LeadId> = new Set(),
): Pick<DeskState, 'leads' | 'repLeads' | 'leadSources'> {
  const news = [...changed].flatMap((id) => leads.get(id) ?? [])
  return {
    leads,
    repLeads: withChanged(before.repLeads, before.leads, leads, [...changed, ...removed]),
    leadSources: withSources(before.leadSources, news),
  }
}

function withSources(before: ReadonlySet<string>, leads: readonly LeadCard[]): ReadonlySet<string> {
  return leads.every(({ source }) => before.has(source)) ? before : new Set([...before, ...leads.map(({ source }) => source)])
}

function pendingOverlays(state: DeskState): ReadonlyMap<string, Overlay> {
  const pending = [...state.overlays].filter(([, overlay]) => overlay.untilSeq === null || overlay.untilSeq > state.seq)
  return pending.length === state.overlays.size ? state.overlays : new Map(pending)
}

function byId<Item extends { id: number }>(items: readonly Item[]): Map<Item['id'], Item> {
  return new Map(items.map((item) => [item.id, item]))
}

function newestFirst<Id extends number, Item>(items: ReadonlyMap<Id, Item>): Map<Id, Item> {
  return new Map([...items].sort(([a], [b]) => b - a).slice(0, BATCHES_KEPT))
}
