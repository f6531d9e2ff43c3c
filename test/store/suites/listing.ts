import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CLOSED_STAGES,
  Grade,
  type LeadCard,
  type LeadFilter,
  type LeadId,
  LeadStatus,
  type RepId,
  type RuleId,
  Stage,
  type Terms,
  WaitCode,
} from '../../../src-main/contract/index.ts'
import type { Router } from '../../../src-main/store/port-shapes.ts'
import { aRouter, anIncomingLead } from '../../helpers/desk-records.ts'
import { HOUR, MINUTE, NOON, type OpenTestStore, type TestStore, addReps, arrive, step } from '../../helpers/open-test-store.ts'

const COUNTRIES = ['DE', 'FR', null]
const SOURCES = ['fair', null]
const LEADS = 90
const RUNS = 250
const NOW = NOON + 30 * MINUTE
const SOON = 15 * MINUTE

/** Lets every fourth lead wait, offers every fifth, and gives the others with a clock. The rule has another name from time to time. */
function offeringRouter(ruleName: string): Router {
  const router = aRouter({ waitFor: (lead) => lead.id % 4 === 0 })
  return {
    ...router,
    decide: (lead, world) => {
      const decision = { ...router.decide(lead, world), ruleName }
      if (decision.repId === null) return decision
      const given = { ...decision, terms: termsOf(lead.id) }
      return lead.id % 5 === 0 ? { ...given, outcome: 'offered', repId: null, offeredTo: [decision.repId] } : given
    },
  }
}

const termsOf = (id: number): Terms => ({
  accept: id % 10 === 0 ? 35 : 90,
  contact: [20, 40, 120][id % 3] ?? null,
  isContactAlways: true,
  remindBefore: null,
  isTakenBack: false,
  release: null,
  dailyCap: null,
})

/** Leads in every place a lead can be: some late, some nearly, some touched, won, discarded or held. */
async function aCrowd(test: TestStore): Promise<LeadCard[]> {
  await addReps(test, { name: 'Ada' }, { name: 'Tom' }, { name: 'Mia' })
  const leads = Array.from({ length: LEADS }, (_, at) =>
    anIncomingLead({
      name: `Lead ${at}`,
      email: `lead${at}@x.example`,
      source: SOURCES[at % 2] ?? null,
      country: COUNTRIES[at % 3] ?? null,
      score: [null, 10, 60, 90][at % 4] ?? null,
      receivedAt: NOON - ((at * 37) % 11) * HOUR,
    }),
  )
  await arrive(test, leads.slice(0, 40), { router: offeringRouter('Everyone') })
  await arrive(test, leads.slice(40, 75), { router: offeringRouter('All of us') })
  await arrive(test, leads.slice(75), { route: 'hold' })
  for (const id of [6, 7, 13, 26]) await test.store.log(id as LeadId, 'attempt', step(NOON + MINUTE))
  await test.store.setStage([1, 2, 42] as LeadId[], 'won', step())
  await test.store.discard([3, 43, 80] as LeadId[], 'spam', step())
  test.clock.moveTo(NOW)
  await test.store.fallDue(offeringRouter('Everyone'), { most: 1_000, ms: 1_000 }, NOW)
  return allOf(test, {}, 'newest', 500)
}

async function allOf(test: TestStore, filter: LeadFilter, order: 'queue' | 'newest', limit: number): Promise<LeadCard[]> {
  const leads: LeadCard[] = []
  let after: string | null = null
  do {
    const page = await test.store.leadPage(filter, order, after, limit)
    leads.push(...page.leads)
    after = page.next
  } while (after !== null)
  return leads
}

const RANKS = ['hot', 'warm', 'cold', null]
const older = (a: LeadCard, b: LeadCard): number => a.receivedAt - b.receivedAt || a.id - b.id
const ORDERS = {
  queue: (a: LeadCard, b: LeadCard): number => RANKS.indexOf(a.grade) - RANKS.indexOf(b.grade) || older(a, b),
  newest: (a: LeadCard, b: LeadCard): number => older(b, a),
}

/** What the contract says of each part, one lead looked at by itself. */
const FITS: { [Part in keyof LeadFilter]: (card: LeadCard, part: NonNullable<LeadFilter[Part]>) => boolean } = {
  status: (card, some) => some.includes(card.status),
  repId: (card, repId) => card.repId === repId,
  repIds: (card, some) => card.repId !== null && some.includes(card.repId),
  hasOwner: (card, wanted) => (card.repId !== null) === wanted,
  offeredTo: (card, repId) => card.offeredTo.includes(repId),
  source: (card, source) => card.source === source,
  sources: (card, some) => some.includes(card.source),
  ruleId: (card, ruleId) => card.ruleId === ruleId,
  waitCode: (card, some) => card.waitCode !== null && some.includes(card.waitCode),
  country: (card, some) => card.country !== null && some.includes(card.country),
  grade: (card, some) => card.grade !== null && some.includes(card.grade),
  stage: (card, some) => some.includes(card.stage),
  isHeld: (card, wanted) => card.isHeld === wanted,
  isOpen: (card, wanted) => isOpen(card) === wanted,
  due: (card, due) => isOverdue(card) || (due === 'soon' && card.dueAt !== null && card.dueAt < NOW + SOON),
  receivedFrom: (card, from) => card.receivedAt >= from,
  receivedTo: (card, to) => card.receivedAt < to,
  leadIds: (card, some) => some.includes(card.id),
  text: (card, text) => card.name?.startsWith(text) === true,
}
const isOpen = (card: LeadCard): boolean =>
  ['waiting', 'offered', 'assigned'].includes(card.status) && !CLOSED_STAGES.includes(card.stage)
const isOverdue = (card: LeadCard): boolean => card.status === 'assigned' && card.breachedAt !== null && card.touchedAt === null

function fits(card: LeadCard, filter: LeadFilter): boolean {
  return Object.entries(filter).every(([part, value]) => {
    const fit = FITS[part as keyof LeadFilter] as (card: LeadCard, part: unknown) => boolean
    return fit(card, value)
  })
}

const someOf = <Item>(...items: Item[]) => fc.uniqueArray(fc.constantFrom(...items), { maxLength: 3 })
const aRepId = fc.integer({ min: 1, max: 4 }).map((id) => id as RepId)
const aMoment = fc.integer({ min: -1, max: 12 }).map((hours) => NOON - hours * HOUR)
const PARTS = {
  status: someOf(...LeadStatus.options),
  repId: aRepId,
  repIds: fc.uniqueArray(aRepId, { maxLength: 3 }),
  hasOwner: fc.boolean(),
  offeredTo: aRepId,
  source: fc.constantFrom('fair', 'web', 'never heard of'),
  sources: someOf('fair', 'web', 'never heard of'),
  ruleId: fc.constantFrom('everyone' as RuleId, 'nobody' as RuleId),
  waitCode: someOf(...WaitCode.options),
  country: someOf('DE', 'FR', 'US'),
  grade: someOf(...Grade.options),
  stage: someOf(...Stage.options),
  isHeld: fc.boolean(),
  isOpen: fc.boolean(),
  due: fc.constantFrom('overdue' as const, 'soon' as const),
  receivedFrom: aMoment,
  receivedTo: aMoment,
  leadIds: fc.uniqueArray(
    fc.integer({ min: 1, max: LEADS + 5 }).map((id) => id as LeadId),
    { maxLength: 40 },
  ),
  text: fc.constantFrom('Lead', 'Lead 1', 'nobody'),
}
/** Up to four parts at once: more fit nothing. */
const aFilter: fc.Arbitrary<LeadFilter> = fc
  .uniqueArray(fc.constantFrom(...(Object.keys(PARTS) as (keyof typeof PARTS)[])), { maxLength: 4 })
  .chain((parts) => fc.record(Object.fromEntries(parts.map((part) => [part, PARTS[part]])) as Partial<typeof PARTS>))

export function listingSuite(open: OpenTestStore): void {
  describe('Lists of leads', () => {
    it('have the leads a filter means and no others, in order, whatever the page, and count them', async () => {
      const test = await open()
      const everyone = await aCrowd(test)
      expect(everyone).toHaveLength(LEADS)
      const order = fc.constantFrom('queue' as const, 'newest' as const)
      await fc.assert(
        fc.asyncProperty(aFilter, order, fc.integer({ min: 1, max: 12 }), async (filter, by, limit) => {
          const expected = everyone.filter((card) => fits(card, filter)).sort(ORDERS[by])
          const listed = await allOf(test, filter, by, limit)
          // Hits of a search come newest number first; where few are looked through, in the order asked for.
          const ids = (cards: LeadCard[]): number[] => cards.map(({ id }) => id)
          if (filter.text === undefined) expect(ids(listed)).toEqual(ids(expected))
          else expect(ids(listed).sort((a, b) => a - b)).toEqual(ids(expected).sort((a, b) => a - b))
          expect(await test.store.leadCount(filter, 1_000)).toBe(expected.length)
        }),
        { numRuns: RUNS },
      )
    })

    it('have something in each part, so that the other test means something', async () => {
      const test = await open()
      const everyone = await aCrowd(test)
      const some: LeadFilter[] = [
        { due: 'overdue' },
        { due: 'soon' },
        { offeredTo: 2 as RepId },
        { waitCode: ['nobody-eligible'] },
        { waitCode: ['held-by-import'] },
        { ruleId: 'everyone' as RuleId },
        { sources: ['fair'], country: ['DE'], repIds: [1, 3] as RepId[] },
        { stage: ['won'], hasOwner: true },
        { status: ['discarded'] },
      ]
      for (const filter of some)
        expect([filter, everyone.filter((card) => fits(card, filter)).length > 1]).toEqual([filter, true])
      const soon = everyone.filter((card) => fits(card, { due: 'soon' }))
      expect(new Set(soon.map(({ dueKind }) => dueKind))).toEqual(new Set(['accept', 'contact']))
      expect(new Set(everyone.map(({ rule }) => rule))).toEqual(new Set(['Everyone', 'All of us', null]))
    })

    it('go by how far a lead has come', async () => {
      const test = await open()
      const everyone = await aCrowd(test)
      const attempted = [6, 7, 13, 26]
      const idsOf = async (filter: LeadFilter): Promise<number[]> =>
        (await allOf(test, filter, 'newest', 7)).map(({ id }) => id).sort((a, b) => a - b)
      expect(await idsOf({ journey: { isAttempted: true } })).toEqual(attempted)
      expect(await idsOf({ journey: { isAttempted: true }, repIds: [1, 2] as RepId[] })).toHaveLength(3)
      expect(await idsOf({ journey: { isAttempted: false }, leadIds: [5, 6, 7] as LeadId[] })).toEqual([5])
      const quick = everyone.filter(({ id, receivedAt }) => attempted.includes(id) && NOON - receivedAt < 5 * HOUR)
      expect(await idsOf({ journey: { attemptFromMs: MINUTE, attemptToMs: 5 * HOUR + MINUTE } })).toEqual(
        quick.map(({ id }) => id as number).sort((one, other) => one - other),
      )
      expect([0, attempted.length]).not.toContain(quick.length)
    })
  })
}
