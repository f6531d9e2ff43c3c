import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ConnectionState } from '../bridge/create-desk-client.ts'
import type { DeskEvent, DeskUpdate, LeadCard, LeadId, Seat, Seq } from '../../src-main/contract/index.ts'
import { applyUpdates, withLeads } from './apply-update.ts'
import { type DeskState, type Destination, EMPTY_DESK } from './desk-state.ts'
import { withoutForgotten } from './leads-to-keep.ts'

/** What changed by one flush. `reset`: everything may have. */
export interface LeadChanges {
  isReset: boolean
  changed: ReadonlySet<LeadId>
  removed: ReadonlySet<LeadId>
}

export interface DeskStore extends Pick<StoreApi<DeskState>, 'getState' | 'subscribe' | 'getInitialState'> {
  /** Takes an update of the stream; several within a frame are applied as one. */
  receive(update: DeskUpdate): void
  /** Applies what is received but not yet applied. */
  flush(): void
  setConnection(connection: ConnectionState): void
  /** Who sits at the window now. Somebody else knows nothing of what the one before saw. True when it is somebody else. */
  sitDown(seat: Seat): boolean
  /** Puts leads that a query answered among the others. `askedAt` is the seq when it was asked: what changed since stays. */
  remember(leads: readonly LeadCard[], askedAt: Seq): void
  /** Keeps the named leads from being forgotten while a list shows them. Answers its own undo. */
  keep(ids: () => Iterable<LeadId>): () => void
  onLeads(listener: (changes: LeadChanges) => void): () => void
  /** Told each event once, in order, when what it changed is in the state. What a snapshot stands for is not told. */
  onEvents(listener: (events: readonly DeskEvent[]) => void): () => void
  /** Shows leads in a rep's or a stage's column while the command runs. */
  showMoved(key: string, leadIds: readonly LeadId[], to: Destination): void
  /** The command answered: the overlay goes with that event. Without a seq (an error): at once. */
  settleMoved(key: string, untilSeq: Seq | null): void
}

interface StoreOptions {
  /** When to apply what came: once a frame in a page. */
  schedule?: (flush: () => void) => void
  /** Leads kept before the ones no screen shows are forgotten. */
  leadsKept?: number
}

export function createDeskStore({ schedule = onNextFrame, leadsKept = 20_000 }: StoreOptions = {}): DeskStore {
  const store = createStore<DeskState>()(() => EMPTY_DESK)
  const waiting: DeskUpdate[] = []
  const keepers = new Set<() => Iterable<LeadId>>()
  const listeners = new Set<(changes: LeadChanges) => void>()
  const eventListeners = new Set<(events: readonly DeskEvent[]) => void>()
  const changedAt = new Map<LeadId, Seq>()
  let isScheduled = false

  const flush = (): void => {
    isScheduled = false
    if (waiting.length === 0) return
    const updates = waiting.splice(0)
    const seen = store.getState().seq
    const { state, isReset, changed, removed } = applyUpdates(store.getState(), updates)
    if (isReset) changedAt.clear()
    for (const id of changed) changedAt.set(id, state.seq)
    for (const id of removed) changedAt.set(id, state.seq)
    store.setState(swept(state), true)
    if (isReset || changed.size + removed.size > 0) {
      for (const listener of listeners) listener({ isReset, changed, removed })
    }
    const events = updates.flatMap((update) => (update.kind === 'changes' ? update.events.filter(({ seq }) => seq > seen) : []))
    if (events.length > 0) for (const listener of eventListeners) listener(events)
  }

  /** The map has room to grow by half before it is swept, so that a stream of changes does not sweep at every frame. */
  const swept = (state: DeskState): DeskState => {
    if (state.leads.size <= leadsKept * 1.5) return state
    const kept = withoutForgotten(state, keepers)
    for (const id of changedAt.keys()) if (!kept.leads.has(id)) changedAt.delete(id)
    return kept
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    flush,
    receive: (update) => {
      waiting.push(update)
      // Before the first there is nothing to draw, so no frame to wait for.
      if (!store.getState().isReady) return flush()
      if (isScheduled) return
      isScheduled = true
      schedule(flush)
    },
    setConnection: (connection) => {
      store.setState({ connection })
    },
    sitDown: (seat) => {
      const { seat: before, connection } = store.getState()
      if (before !== null && isSameSeat(seat, before)) return false
      waiting.length = 0
      changedAt.clear()
      store.setState({ ...EMPTY_DESK, connection, seat }, true)
      for (const listener of listeners) listener({ isReset: true, changed: new Set(), removed: new Set() })
      return true
    },
    remember: (cards, askedAt) => {
      flush()
      const state = store.getState()
      const news = cards.filter((card) => (changedAt.get(card.id) ?? 0) <= askedAt)
      if (news.length === 0) return
      const leads = new Map(state.leads)
      for (const card of news) leads.set(card.id, card)
      store.setState(swept({ ...state, ...withLeads(state, leads, new Set(news.map(({ id }) => id))) }), true)
    },
    keep: (ids) => {
      keepers.add(ids)
      return () => keepers.delete(ids)
    },
    onLeads: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onEvents: (listener) => {
      eventListeners.add(listener)
      return () => eventListeners.delete(listener)
    },
    showMoved: (key, leadIds, to) => {
      store.setState(({ overlays }) => ({ overlays: new Map(overlays).set(key, { leadIds, to, untilSeq: null }) }))
    },
    settleMoved: (key, untilSeq) => {
      store.setState(({ overlays, seq }) => {
        const overlay = overlays.get(key)
        if (overlay === undefined) return {}
        const next = new Map(overlays)
        if (untilSeq === null || untilSeq <= seq) next.delete(key)
        else next.set(key, { ...overlay, untilSeq })
        return { overlays: next }
      })
    },
  }
}

const isSameSeat = (one: Seat, other: Seat): boolean =>
  one.repId === other.repId && one.role === other.role && one.isLocked === other.isLocked

function onNextFrame(flush: () => void): void {
  // A hidden page gets no frames, and still has to keep up.
  if (typeof document === 'undefined' || document.hidden) setTimeout(flush, 100)
  else requestAnimationFrame(flush)
}
