import { describe, expect, it, vi } from 'vitest'
import type { LeadCard } from '../../src-main/contract/index.ts'
import { createDeskStore } from '../../src-renderer/state/desk-store.ts'
import { keptListsOf } from '../../src-renderer/state/kept-lists.ts'
import { createLeadList, type LeadList } from '../../src-renderer/state/lead-list.ts'
import type { LeadQuery } from '../../src-renderer/state/lead-query.ts'
import { aLead, leadId } from './helpers/builders.ts'
import { fakeDesk, type Handlers, refuse } from './helpers/fake-desk.ts'

const EVERYTHING: LeadQuery = { filter: {}, order: 'newest' }
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))
const many = (count: number): LeadCard[] => Array.from({ length: count }, (_, at) => aLead({ id: leadId(at + 1) }))

function aDesk(leads: LeadCard[] = many(3), handlers: Handlers = {}) {
  const desk = fakeDesk({ leads, handlers })
  const store = createDeskStore({ schedule: (flush) => flush() })
  store.receive({ kind: 'snapshot', snapshot: desk.snapshot() })
  desk.listen((update) => {
    store.receive(update)
  })
  const read = async (query: LeadQuery = EVERYTHING): Promise<LeadList> => {
    const list = createLeadList(desk.client, store, query)
    vi.spyOn(list, 'close')
    await settled()
    return list
  }
  return { desk, store, kept: keptListsOf(store), read }
}

describe('A list that no screen shows', () => {
  it('is there for whoever comes back, as it is by then, and theirs once they took it', async () => {
    const { desk, kept, read } = aDesk()
    const list = await read()
    kept.put('everything', list)
    desk.commit('lead-received', { leads: [aLead({ id: leadId(9) })] })
    expect(kept.peek('everything')?.getState().ids).toEqual([9, 3, 2, 1])
    expect(kept.take('everything')).toBe(list)
    expect(kept.take('everything')).toBeNull()
    expect(kept.peek('everything')).toBeNull()
    expect(list.close).not.toHaveBeenCalled()
  })

  it('is the same for every screen on a desk, and not for another desk', () => {
    const { store, kept } = aDesk()
    expect(keptListsOf(store)).toBe(kept)
    expect(aDesk().kept).not.toBe(kept)
  })

  it('gives way to the same list read anew', async () => {
    const { kept, read } = aDesk()
    const [older, newer] = [await read(), await read()]
    kept.put('everything', older)
    kept.put('everything', newer)
    expect(older.close).toHaveBeenCalledOnce()
    expect(kept.peek('everything')).toBe(newer)
  })

  it('is let go when eight others were looked at since', async () => {
    const { kept, read } = aDesk()
    const lists = await Promise.all(Array.from({ length: 9 }, () => read()))
    for (const [at, list] of lists.entries()) kept.put(`list ${at}`, list)
    expect(kept.peek('list 0')).toBeNull()
    expect(lists[0]?.close).toHaveBeenCalledOnce()
    expect(lists.map((list, at) => kept.peek(`list ${at}`) === list)).toEqual([false, ...Array(8).fill(true)])
  })

  it('is let go when everything may have changed', async () => {
    const { desk, store, kept, read } = aDesk()
    const list = await read()
    kept.put('everything', list)
    store.receive({ kind: 'snapshot', snapshot: desk.snapshot() })
    expect(kept.peek('everything')).toBeNull()
    expect(list.close).toHaveBeenCalledOnce()
  })
})

describe('Not worth keeping is', () => {
  const isKept = async ({ kept }: ReturnType<typeof aDesk>, list: LeadList): Promise<boolean> => {
    kept.put('it', list)
    const answer = kept.peek('it') === list
    expect(vi.mocked(list.close).mock.calls).toHaveLength(answer ? 0 : 1)
    return answer
  }

  it('a search, and what becomes due by time alone', async () => {
    const desk = aDesk()
    expect(await isKept(desk, await desk.read({ filter: { text: 'lead' }, order: 'newest' }))).toBe(false)
    expect(await isKept(desk, await desk.read({ filter: { due: 'soon' }, order: 'queue' }))).toBe(false)
    expect(await isKept(desk, await desk.read({ filter: { grade: ['hot'] }, order: 'queue' }))).toBe(true)
  })

  it('a list that could not be read, or is being read', async () => {
    const broken = aDesk(many(1), { 'lead.page': () => refuse({ code: 'internal', data: {} }) })
    expect(await isKept(broken, await broken.read())).toBe(false)
    const slow = aDesk(many(1), { 'lead.page': () => new Promise(() => undefined) })
    expect(await isKept(slow, await slow.read())).toBe(false)
  })

  it('a list of more than a thousand leads', async () => {
    const desk = aDesk(many(1_101))
    const list = await desk.read()
    await list.readTo(1_000)
    expect(list.getState().ids).toHaveLength(1_100)
    expect(await isKept(desk, list)).toBe(false)
  })
})
