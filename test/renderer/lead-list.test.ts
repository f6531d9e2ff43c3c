import { describe, expect, it } from 'vitest'
import type { LeadCard } from '../../src-main/contract/index.ts'
import { createDeskStore } from '../../src-renderer/state/desk-store.ts'
import { createLeadList } from '../../src-renderer/state/lead-list.ts'
import type { LeadQuery } from '../../src-renderer/state/lead-query.ts'
import { aLead, aRep, leadId, NOON, repId } from './helpers/builders.ts'
import { fakeDesk, type Handlers, refuse } from './helpers/fake-desk.ts'

const WAITING: LeadQuery = { filter: { status: ['waiting'], isHeld: false }, order: 'queue' }
const NEWEST: LeadQuery = { filter: {}, order: 'newest' }

async function aList(query: LeadQuery, leads: LeadCard[], handlers: Handlers = {}) {
  const desk = fakeDesk({ leads, reps: [aRep()], handlers })
  const store = createDeskStore({ schedule: (flush) => flush() })
  store.receive({ kind: 'snapshot', snapshot: desk.snapshot() })
  desk.listen((update) => {
    store.receive(update)
  })
  const list = createLeadList(desk.client, store, query)
  await settled()
  return { desk, store, list, ids: () => list.getState().ids.map(Number) }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))
const many = (count: number): LeadCard[] => Array.from({ length: count }, (_, at) => aLead({ id: leadId(at + 1) }))

describe('A list of leads', () => {
  it('reads page by page to the end', async () => {
    const { list, ids } = await aList(NEWEST, many(700))
    expect(ids().length).toBe(100)
    list.readMore()
    await settled()
    expect(ids().length).toBe(600)
    list.readMore()
    await settled()
    expect({ count: ids().length, first: ids()[0], last: ids().at(-1), hasMore: list.getState().hasMore }).toEqual({
      count: 700,
      first: 700,
      last: 1,
      hasMore: false,
    })
  })

  it('is the head of the queue at once, as the snapshot has it, and asks for more when somebody looks further', async () => {
    const asked: unknown[] = []
    const leads = many(150)
    const desk = fakeDesk({
      leads,
      handlers: {
        'lead.page': (input: unknown) => {
          asked.push(input)
          return { leads, next: null }
        },
      },
    })
    const store = createDeskStore({ schedule: (flush) => flush() })
    store.receive({ kind: 'snapshot', snapshot: { ...desk.snapshot(), leads: leads.slice(0, 100) } })
    const list = createLeadList(desk.client, store, WAITING)
    expect(list.getState()).toMatchObject({ isReady: true, hasMore: true, ids: leads.slice(0, 100).map(({ id }) => id) })
    await settled()
    expect(asked).toEqual([])
    list.readMore()
    await settled()
    expect(list.getState()).toMatchObject({ hasMore: false, ids: leads.map(({ id }) => id) })
  })

  it('asks where something has changed since the snapshot, or what it is narrowed by stands on no card', async () => {
    const { desk, store } = await aList(NEWEST, many(2))
    desk.commit('lead-received', { leads: [aLead({ id: leadId(9) })] })
    expect(createLeadList(desk.client, store, WAITING).getState()).toMatchObject({ isReady: false, isLoading: true })
    store.receive({ kind: 'snapshot', snapshot: desk.snapshot() })
    const searched = { ...WAITING, filter: { ...WAITING.filter, text: 'ada' } }
    expect(createLeadList(desk.client, store, searched).getState()).toMatchObject({ isReady: false, isLoading: true })
    expect(createLeadList(desk.client, store, WAITING).getState()).toMatchObject({ isReady: true, isLoading: false })
  })

  it('takes in a new lead at its place: a hot one before the warm ones', async () => {
    const { desk, ids } = await aList(WAITING, [aLead({ id: leadId(1), grade: 'warm' }), aLead({ id: leadId(2), grade: 'cold' })])
    desk.commit('lead-received', { leads: [aLead({ id: leadId(3), grade: 'hot' }), aLead({ id: leadId(4), grade: 'warm' })] })
    expect(ids()).toEqual([3, 1, 4, 2])
  })

  it('moves a lead to its new place when it was touched, where the list goes by what is due', async () => {
    const own = many(3).map((lead) => ({ ...lead, repId: repId(1), status: 'assigned' as const }))
    const { desk, ids } = await aList({ filter: { repId: repId(1), isOpen: true }, order: 'due' }, own)
    expect(ids()).toEqual([1, 2, 3])
    desk.commit('lead-attempted', { leads: [{ ...own[0]!, touchedAt: NOON }] })
    expect(ids()).toEqual([2, 3, 1])
  })

  it('drops a lead that no longer belongs, and one that was removed', async () => {
    const { desk, ids } = await aList(WAITING, many(3))
    desk.commit('lead-assigned', { leads: [aLead({ id: leadId(2), repId: repId(1) })] })
    desk.commit('import-undone', { removed: [leadId(3)] })
    expect(ids()).toEqual([1])
  })

  it('leaves a lead that sorts behind the rows read so far to its page, and shows it once', async () => {
    const { desk, list, ids } = await aList(NEWEST, many(150))
    desk.commit('lead-received', { leads: [aLead({ id: leadId(500), receivedAt: NOON - 5_000 })] })
    expect(ids()).not.toContain(500)
    list.readMore()
    await settled()
    expect(ids().filter((id) => id === 500)).toEqual([500])
    expect(ids().at(-1)).toBe(500)
  })

  it('shows a new lead to a search when its name begins with the words', async () => {
    const { desk, ids } = await aList({ filter: { text: 'Özil' }, order: 'newest' }, [])
    desk.commit('lead-received', {
      leads: [aLead({ id: leadId(1), name: 'Mesut Ozil' }), aLead({ id: leadId(2), name: 'Tom Berg' })],
    })
    expect(ids()).toEqual([1])
  })

  it('ends at the time it was asked for', async () => {
    const { list, ids } = await aList({ ...NEWEST, filter: { receivedFrom: NOON + 600_000 } }, many(700))
    list.readMore()
    await settled()
    expect({ last: ids().at(-1), hasMore: list.getState().hasMore }).toEqual({ last: 600, hasMore: false })
  })

  it('reads anew after a snapshot', async () => {
    const { desk, store, ids } = await aList(WAITING, many(3))
    desk.commit('import-undone', { removed: [leadId(1)], isHidden: true })
    store.receive({ kind: 'snapshot', snapshot: desk.snapshot() })
    await settled()
    expect(ids()).toEqual([2, 3])
  })

  it('says why it could not be read, and reads when asked again', async () => {
    let isBroken = true
    const { list } = await aList(NEWEST, many(1), {
      'lead.page': () => (isBroken ? refuse({ code: 'internal', data: {} }) : { leads: [aLead()], next: null }),
    })
    expect(list.getState().fault?.code).toBe('internal')
    isBroken = false
    list.readMore()
    await settled()
    expect(list.getState()).toMatchObject({ ids: [1], fault: null, isReady: true })
  })
})
