import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeskUpdate, LeadCard, RepCard } from '../../src-main/contract/index.ts'
import { applyUpdates } from '../../src-renderer/state/apply-update.ts'
import { type DeskState, EMPTY_DESK } from '../../src-renderer/state/desk-state.ts'
import { createDeskStore } from '../../src-renderer/state/desk-store.ts'
import { repsInOrder, waitingLeads } from '../../src-renderer/state/selectors.ts'
import { aLead, aRep, leadId, NOON, repId } from './helpers/builders.ts'
import { fakeDesk } from './helpers/fake-desk.ts'

/** What the screens show: closed leads may linger in memory, no list of the state shows them. */
function shown(state: DeskState) {
  return {
    waiting: waitingLeads(state),
    held: [...state.leads.values()].filter((lead) => lead.status === 'waiting' && lead.isHeld).sort((a, b) => a.id - b.id),
    open: [...state.repLeads.open].filter(([, ids]) => ids.length > 0).sort(([a], [b]) => a - b),
    reps: repsInOrder(state),
    counts: state.counts,
    seq: state.seq,
    at: state.at,
    isNew: state.isNew,
    settings: state.settings,
  }
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant('receive' as const),
    grade: fc.constantFrom('hot' as const, 'warm' as const, 'cold' as const, null),
  }),
  fc.record({ kind: fc.constant('assign' as const), lead: fc.nat(30), rep: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('hold' as const), lead: fc.nat(30) }),
  fc.record({ kind: fc.constant('close' as const), lead: fc.nat(30) }),
  fc.record({ kind: fc.constant('remove' as const), lead: fc.nat(30) }),
  fc.record({ kind: fc.constant('switch' as const), rep: fc.integer({ min: 1, max: 3 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

function play(steps: readonly Step[]): { first: DeskUpdate; updates: DeskUpdate[]; fresh: DeskUpdate } {
  const desk = fakeDesk({
    reps: [1, 2, 3].map((id) => aRep({ id: repId(id) })),
    leads: [aLead({ id: leadId(1) }), aLead({ id: leadId(2), repId: repId(1) })],
  })
  const first: DeskUpdate = { kind: 'snapshot', snapshot: desk.snapshot() }
  const updates: DeskUpdate[] = []
  let lastId = 2
  for (const one of steps) updates.push(...taken(one))
  return { first, updates, fresh: { kind: 'snapshot', snapshot: desk.snapshot() } }

  function existing(id: number): LeadCard[] {
    try {
      return [desk.lead((id % lastId) + 1)]
    } catch {
      return []
    }
  }
  function taken(one: Step): DeskUpdate[] {
    switch (one.kind) {
      case 'receive':
        lastId += 1
        return [desk.commit('lead-received', { leads: [aLead({ id: leadId(lastId), grade: one.grade })] })]
      case 'assign':
        return existing(one.lead).map((lead) =>
          desk.commit('lead-assigned', { leads: [{ ...lead, status: 'assigned', isHeld: false, repId: repId(one.rep) }] }),
        )
      case 'hold':
        return existing(one.lead).map((lead) =>
          desk.commit('lead-held', { leads: [{ ...lead, status: 'waiting', isHeld: true, repId: null }] }),
        )
      case 'close':
        return existing(one.lead).map((lead) => desk.commit('lead-stage-changed', { leads: [{ ...lead, stage: 'won' }] }))
      case 'remove':
        return existing(one.lead).map((lead) => desk.commit('import-undone', { removed: [lead.id] }))
      case 'switch': {
        const rep = desk.snapshot().reps.find(({ id }) => id === one.rep) as RepCard
        return [desk.commit('rep-availability-changed', { reps: [{ ...rep, availability: 'busy' }] })]
      }
    }
  }
}

describe('The store of the page', () => {
  it('shows after a snapshot and all changes what a fresh snapshot shows, however they are cut into bursts', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.array(fc.integer({ min: 1, max: 9 })), (steps, cuts) => {
        const { first, updates, fresh } = play(steps)
        let state = applyUpdates(EMPTY_DESK, [first]).state
        const rest = [...updates]
        for (const cut of [...cuts, Infinity]) state = applyUpdates(state, rest.splice(0, cut)).state
        expect(shown(state)).toEqual(shown(applyUpdates(EMPTY_DESK, [fresh]).state))
      }),
    )
  })

  it('is the same when updates are applied twice', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { first, updates, fresh } = play(steps)
        const state = applyUpdates(EMPTY_DESK, [first, ...updates, ...updates]).state
        expect(shown(state)).toEqual(shown(applyUpdates(EMPTY_DESK, [fresh]).state))
      }),
    )
  })

  it('forgets everything before a snapshot that comes in a burst', () => {
    const { first, updates, fresh } = play([
      { kind: 'receive', grade: 'hot' },
      { kind: 'remove', lead: 0 },
    ])
    const state = applyUpdates(EMPTY_DESK, [first, ...updates, fresh]).state
    expect(state.leads).toEqual(applyUpdates(EMPTY_DESK, [fresh]).state.leads)
  })

  it('knows what a rep has without a gap, as far as the snapshot told of it', () => {
    const many = Array.from({ length: 25 }, (_, at) => aLead({ id: leadId(at + 1), repId: repId(1), receivedAt: NOON + at }))
    const older = aLead({ id: leadId(90), receivedAt: NOON - 9_000 })
    const desk = fakeDesk({ reps: [aRep(), aRep({ id: repId(2) })], leads: [...many, older] })
    const first = applyUpdates(EMPTY_DESK, [{ kind: 'snapshot', snapshot: desk.snapshot() }]).state
    const newest = many.slice(5).map(({ id }) => id)
    expect(first.repLeads.open.get(repId(1))).toEqual(newest.toReversed())
    const [gone, ...rest] = newest.toReversed()
    const moved = desk.commit('lead-assigned', {
      leads: [
        { ...desk.lead(gone ?? 0), repId: repId(2) },
        { ...older, status: 'assigned', repId: repId(1) },
      ],
    })
    const { open } = applyUpdates(first, [moved]).state.repLeads
    expect([open.get(repId(1)), open.get(repId(2))]).toEqual([rest, [gone]])
  })

  it('forgets the older leads of a rep, and keeps none beyond a gap', () => {
    const store = createDeskStore({ schedule: () => undefined, leadsKept: 100 })
    const desk = fakeDesk({ reps: [aRep()] })
    const at = (from: number, many: number) =>
      Array.from({ length: many }, (_, i) => aLead({ id: leadId(from + i), repId: repId(1), receivedAt: NOON + from + i }))
    store.receive({ kind: 'snapshot', snapshot: desk.snapshot() })
    store.receive(desk.commit('lead-assigned', { leads: at(1_000, 200) }))
    store.flush()
    const last = at(1_100, 100).map(({ id }) => id)
    expect(store.getState().repLeads.open.get(repId(1))).toEqual(last.toReversed())
    store.receive(desk.commit('lead-assigned', { leads: at(500, 3) }))
    store.flush()
    expect(store.getState().repLeads.open.get(repId(1))).toEqual(last.toReversed())
    expect([...store.getState().leadSources]).toEqual([aLead().source])
  })

  it('applies a burst in one change', () => {
    const flushes: (() => void)[] = []
    const store = createDeskStore({ schedule: (flush) => flushes.push(flush) })
    const { first, updates } = play(Array.from({ length: 20 }, () => ({ kind: 'receive' as const, grade: null })))
    // Nothing is drawn before the first: it waits for no frame.
    store.receive(first)
    expect({ isReady: store.getState().isReady, flushes: flushes.length }).toEqual({ isReady: true, flushes: 0 })
    let changes = 0
    store.subscribe(() => {
      changes += 1
    })
    for (const update of updates) store.receive(update)
    for (const flush of flushes) flush()
    expect({ changes, flushes: flushes.length }).toEqual({ changes: 1, flushes: 1 })
  })

  it('keeps a lead that changed after a page was asked for, and takes the others from the page', () => {
    const store = createDeskStore({ schedule: () => undefined })
    const desk = fakeDesk({ leads: [aLead({ id: leadId(1) }), aLead({ id: leadId(2) })], reps: [aRep()] })
    store.receive({ kind: 'snapshot', snapshot: desk.snapshot() })
    store.flush()
    const askedAt = store.getState().seq
    store.receive(desk.commit('lead-assigned', { leads: [aLead({ id: leadId(1), repId: repId(1) })] }))
    store.remember([aLead({ id: leadId(1), name: 'stale' }), aLead({ id: leadId(2), name: 'read' })], askedAt)
    const { leads } = store.getState()
    expect([leads.get(leadId(1))?.repId, leads.get(leadId(2))?.name]).toEqual([1, 'read'])
  })

  it('forgets leads no screen shows when there are too many, and keeps those a list holds', () => {
    const store = createDeskStore({ schedule: () => undefined, leadsKept: 100 })
    const desk = fakeDesk()
    store.receive({ kind: 'snapshot', snapshot: desk.snapshot() })
    store.keep(() => [leadId(7)])
    store.receive(
      desk.commit('lead-received', {
        leads: Array.from({ length: 400 }, (_, at) => aLead({ id: leadId(at + 1), status: 'discarded' })),
      }),
    )
    store.flush()
    expect([...store.getState().leads.keys()]).toEqual([7])
  })
})

describe('A dragged card', () => {
  const moved = () => {
    const store = createDeskStore({ schedule: () => undefined })
    const desk = fakeDesk({ leads: [aLead()], reps: [aRep()] })
    store.receive({ kind: 'snapshot', snapshot: desk.snapshot() })
    store.flush()
    store.showMoved('a', [leadId(1)], { repId: repId(1) })
    return { store, desk }
  }

  it('stays where it was dropped until its event has come', () => {
    const { store, desk } = moved()
    const changes = desk.commit('lead-assigned', { leads: [aLead({ repId: repId(1) })] })
    store.settleMoved('a', changes.seq)
    expect(store.getState().overlays.size).toBe(1)
    store.receive(changes)
    store.flush()
    expect(store.getState().overlays.size).toBe(0)
  })

  it('goes back at once when the command failed', () => {
    const { store } = moved()
    store.settleMoved('a', null)
    expect(store.getState().overlays.size).toBe(0)
  })

  it('needs no overlay when its event was faster than the answer', () => {
    const { store, desk } = moved()
    const changes = desk.commit('lead-assigned', { leads: [aLead({ repId: repId(1) })] })
    store.receive(changes)
    store.flush()
    store.settleMoved('a', changes.seq)
    expect(store.getState().overlays.size).toBe(0)
  })
})
