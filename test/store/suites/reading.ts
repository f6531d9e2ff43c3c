import { describe, expect, it } from 'vitest'
import type { LeadCard, LeadFilter, LeadOrder, ReportName } from '../../../src-main/contract/index.ts'
import { aRepProfile, aRouter, anIncomingLead } from '../../helpers/desk-records.ts'
import {
  DAY,
  HOUR,
  MINUTE,
  NOON,
  type OpenTestStore,
  type TestStore,
  addReps,
  arrive,
  arriveOne,
  step,
} from '../../helpers/open-test-store.ts'

async function allPages(test: TestStore, filter: LeadFilter, order: LeadOrder, limit: number): Promise<LeadCard[]> {
  const leads: LeadCard[] = []
  let after: string | null = null
  do {
    const page = await test.store.leadPage(filter, order, after, limit)
    leads.push(...page.leads)
    after = page.next
  } while (after !== null)
  return leads
}

/** Leads of every grade, place and age. */
async function aCrowd(test: TestStore): Promise<void> {
  await addReps(test, { name: 'Ada' }, { name: 'Tom' })
  const leads = Array.from({ length: 60 }, (_, at) =>
    anIncomingLead({
      name: `Lead ${at}`,
      email: `lead${at}@x${at % 7}.example`,
      phone: at % 9 === 0 ? `+4930${100_000 + at}` : null,
      source: at % 2 === 0 ? 'fair' : null,
      score: [null, 10, 60, 90][at % 4] ?? null,
      receivedAt: NOON - ((at * 37) % 11) * HOUR,
    }),
  )
  await arrive(test, leads.slice(0, 40), { router: aRouter({ waitFor: (lead) => lead.id % 3 === 0 }) })
  await arrive(test, leads.slice(40), { route: 'hold' })
  await test.store.setStage(
    [1, 2].map((id) => id as never),
    'won',
    step(),
  )
  await test.store.discard([4 as never], 'spam', step())
}

const RANKS = ['hot', 'warm', 'cold', null]
const ORDERS: Record<Exclude<LeadOrder, 'due'>, (a: LeadCard, b: LeadCard) => number> = {
  queue: (a, b) => RANKS.indexOf(a.grade) - RANKS.indexOf(b.grade) || a.receivedAt - b.receivedAt || a.id - b.id,
  newest: (a, b) => b.receivedAt - a.receivedAt || b.id - a.id,
}
const FILTERS: { filter: LeadFilter; fits: (card: LeadCard) => boolean }[] = [
  { filter: {}, fits: () => true },
  { filter: { status: ['waiting'] }, fits: (card) => card.status === 'waiting' },
  { filter: { status: ['waiting'], isHeld: false }, fits: (card) => card.status === 'waiting' && !card.isHeld },
  {
    filter: { status: ['waiting'], grade: ['hot', 'cold'] },
    fits: (card) => card.status === 'waiting' && /hot|cold/.test(`${card.grade}`),
  },
  { filter: { repId: 1 as never, isOpen: true }, fits: (card) => card.repId === 1 && !/won|lost/.test(card.stage) },
  { filter: { repId: 2 as never }, fits: (card) => card.repId === 2 },
  {
    filter: { source: 'fair', status: ['assigned', 'discarded'] },
    fits: (card) => card.source === 'fair' && card.status !== 'waiting',
  },
  { filter: { stage: ['won'] }, fits: (card) => card.stage === 'won' },
  {
    filter: { status: ['assigned'], stage: ['won', 'new'], repIds: [1 as never, 2 as never] },
    fits: (card) => card.status === 'assigned' && (card.stage === 'won' || card.stage === 'new'),
  },
  { filter: { isOpen: false }, fits: (card) => card.stage === 'won' || card.status === 'discarded' },
  { filter: { source: 'never heard of' }, fits: () => false },
]

export function readingSuite(open: OpenTestStore): void {
  describe('reading', () => {
    it('R25 pages through any list in order, each lead once, whatever the page', async () => {
      const test = await open()
      await aCrowd(test)
      const everyone = await allPages(test, {}, 'newest', 500)
      expect(everyone).toHaveLength(60)
      for (const order of ['queue', 'newest'] as const) {
        for (const { filter, fits } of FILTERS) {
          const expected = everyone.filter(fits).sort(ORDERS[order])
          for (const limit of [1, 7, 100]) {
            const ids = (await allPages(test, filter, order, limit)).map((card) => card.id)
            expect([filter, order, limit, ids]).toEqual([filter, order, limit, expected.map((card) => card.id)])
          }
        }
      }
    })

    it('goes on where it was, though leads came and went', async () => {
      const test = await open()
      await aCrowd(test)
      const first = await test.store.leadPage({ status: ['waiting'] }, 'queue', null, 5)
      const last = first.leads.at(-1)!
      await test.store.discard([last.id], 'gone', step())
      const second = await test.store.leadPage({ status: ['waiting'] }, 'queue', first.next, 5)
      expect(second.leads.every((card) => ORDERS.queue(last, card) < 0)).toBe(true)
      await expect(test.store.leadPage({}, 'queue', 'nonsense', 5)).rejects.toMatchObject({ code: 'bad-input' })
    })

    it('finds leads by the beginnings of words, of e-mails and telephone numbers', async () => {
      const test = await open()
      const leadId = await arriveOne(
        test,
        anIncomingLead({
          name: 'Zoë Müller-Lüdenscheidt',
          company: 'Ärzte & Co',
          email: 'z.mueller@praxis.example',
          phone: '+493055512345',
        }),
      )
      await aCrowd(test)
      const found = ['zoe', 'lud', 'MULL arz', 'praxis', 'z.mueller@praxis.example', '+49 30 555', '030 555 123', '305551']
      for (const text of found) {
        for (const order of ['newest', 'queue'] as const) {
          const page = await test.store.leadPage({ text }, order, null, 10)
          expect([text, page.leads.map((card) => card.id)]).toEqual([text, [leadId]])
        }
      }
      for (const text of ['oe', '"', '???', 'zoe lead', '* OR 1', 'NEAR(']) {
        expect([text, (await test.store.leadPage({ text }, 'newest', null, 10)).leads]).toEqual([text, []])
      }
      const waiting = await allPages(test, { text: 'lead', status: ['waiting'] }, 'queue', 7)
      const queue = await allPages(test, { status: ['waiting'] }, 'queue', 100)
      expect(waiting).toEqual(queue.filter((card) => card.id !== leadId))
      expect(await allPages(test, { text: 'lead' }, 'newest', 7)).toHaveLength(60)
    })

    it('counts what reps have in each stage, and what it is worth in each currency', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada' }, { name: 'Tom' })
      const worth = [
        { value: 100, currency: 'EUR' },
        { value: 250, currency: 'EUR' },
        { value: 900, currency: 'USD' },
        { value: 5, currency: null },
        {},
      ]
      await arrive(
        test,
        worth.map((draft, at) => anIncomingLead({ name: `Lead ${at}`, source: at < 2 ? 'fair' : null, ...draft })),
      )
      const { leads } = await test.store.leadPage({ status: ['assigned'] }, 'newest', null, 10)
      expect(leads).toHaveLength(5)
      await test.store.setStage(
        leads.filter((card) => card.currency === 'USD').map((card) => card.id),
        'won',
        step(),
      )
      const [fresh, contacted, , won] = await test.store.stageTotals({})
      expect(fresh).toEqual({
        stage: 'new',
        count: 4,
        isMore: false,
        sums: [
          { currency: 'EUR', value: 350 },
          { currency: null, value: 5 },
        ],
      })
      expect(contacted).toEqual({ stage: 'contacted', count: 0, isMore: false, sums: [] })
      expect(won).toMatchObject({ count: 1, sums: [{ currency: 'USD', value: 900 }] })
      expect((await test.store.stageTotals({ source: 'fair' })).map(({ count }) => count)).toEqual([2, 0, 0, 0, 0])
      expect((await test.store.stageTotals({ text: 'lead 3' })).map(({ count }) => count)).toEqual([1, 0, 0, 0, 0])
      expect((await test.store.stageTotals({ source: 'never heard of' })).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0])
    })

    it('exports every lead that fits, by id', async () => {
      const test = await open()
      await aCrowd(test)
      const ids = []
      for await (const page of test.store.eachLead({ status: ['waiting'], text: 'lead' }))
        ids.push(...page.map((lead) => lead.id))
      const expected = await allPages(test, { status: ['waiting'] }, 'newest', 100)
      expect(ids).toEqual(expected.map((card) => card.id).sort((a, b) => a - b))
    })

    it('a snapshot and all events after it say the same as the next snapshot', async () => {
      const test = await open()
      expect((await test.store.snapshot(NOON)).isNew).toBe(true)
      const first = await test.store.snapshot(NOON)
      await aCrowd(test)
      const changes = await test.store.changesAfter(first.seq, 1_000, NOON)
      const second = await test.store.snapshot(NOON)
      expect(changes).toMatchObject({
        seq: second.seq,
        counts: second.counts,
        reps: second.reps,
        sources: second.sources,
        isNew: false,
      })
      expect(changes?.events.map((event) => event.seq)).toEqual(
        Array.from({ length: second.seq - first.seq }, (_, at) => first.seq + at + 1),
      )
      const cards = new Map(changes?.leads.map((card) => [card.id, card]))
      for (const card of second.leads) expect(cards.get(card.id)).toEqual(card)
      expect(await test.store.changesAfter(first.seq, 3, NOON)).toBeNull()
      expect((await test.store.changesAfter(second.seq, 3, NOON))?.events).toEqual([])
    })

    it('R1 does what is asked for at once one after the other, and shows nothing half done', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada' }, { name: 'Tom' })
      const asked: Promise<unknown>[] = []
      const seen: Promise<{ leads: number; events: number }>[] = []
      for (let at = 0; at < 20; at++) {
        asked.push(test.store.importReps([{ email: `new${at}@desk.example` }, { email: `newer${at}@desk.example` }], step()))
        asked.push(arrive(test, [anIncomingLead(), anIncomingLead()]))
        seen.push(test.store.snapshot(NOON).then(({ counts, seq }) => ({ leads: counts.assigned, events: seq })))
      }
      asked.push(test.store.addRep(aRepProfile({ name: 'Ada' }), step()).catch((error: unknown) => error))
      await Promise.all(asked)
      for (const { leads, events } of await Promise.all(seen)) expect([leads % 2, events % 2]).toEqual([0, 0])
      const { reps, counts, seq } = await test.store.snapshot(NOON)
      expect([reps.length, counts.assigned, seq]).toEqual([42, 40, 82])
      expect(reps.reduce((sum, rep) => sum + rep.openLeads, 0)).toBe(40)
    })

    it('tells listeners after each commit that wrote events, and no more once they left', async () => {
      const test = await open()
      let heard = 0
      const leave = test.store.onCommit(() => heard++)
      await addReps(test, { name: 'Ada' })
      await test.store.openSource('quiet', 'form', NOON)
      expect(heard).toBe(1)
      leave()
      await addReps(test, { name: 'Tom' })
      expect(heard).toBe(1)
    })

    it('reports speed and who got what', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada', weight: 1 }, { name: 'Tom', weight: 2 })
      const ids = (
        await arrive(
          test,
          Array.from({ length: 6 }, () => anIncomingLead({ source: 'fair' })),
        )
      ).map((one) => one.leadId)
      await arrive(test, [anIncomingLead({ email: 'a@x.example' }), anIncomingLead({ email: 'a@x.example' })], { route: 'hold' })
      await arriveOne(test, anIncomingLead(), { at: NOON - 3 * DAY })
      for (const [at, id] of ids.entries()) await test.store.log(id, 'attempt', step(NOON + (at + 1) * MINUTE))
      await test.store.setStage([ids[0]!], 'won', step())
      await test.store.setStage([ids[1]!], 'lost', step())
      const read = async (name: ReportName) => {
        const { figures, tables } = await test.store.report(name, NOON - DAY, NOON + 1, NOON)
        const rows = tables.map(({ id, columns, rows: own }) => [
          id,
          own.map(({ key, cells }) => ({ key, ...Object.fromEntries(columns.map((one, at) => [one.id, cells[at]!.value])) })),
        ])
        return { ...Object.fromEntries(figures.map(({ id, value }) => [id, value])), ...Object.fromEntries(rows) } as Record<
          string,
          unknown
        >
      }
      const speed = await read('speed')
      expect(speed).toMatchObject({ assignP50: 0, speedP50: 3.5 * MINUTE, speedP95: 5.75 * MINUTE, notTried: 1 })
      expect(speed['speedByRep']).toMatchObject([
        { key: 'Ada', leads: 2, attempted: 2 },
        { key: 'Tom', leads: 4, attempted: 4 },
      ])
      expect(speed['speedByRule']).toMatchObject([{ key: 'Everyone', leads: 6 }])
      expect(await read('intake')).toMatchObject({ arrivals: 8, matched: 1 })
      expect((await read('conversion'))['conversionBySource']).toMatchObject([
        { key: 'fair', received: 6 },
        { key: 'web', received: 1 },
      ])
      expect((await read('overview'))['overviewByDay']).toEqual([
        { key: '2026-11-22', received: 0, assigned: 0, attempted: 0, won: 0 },
        { key: '2026-11-23', received: 7, assigned: 6, attempted: 6, won: 1 },
      ])
    })
  })
}
