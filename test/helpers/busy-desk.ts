import fc from 'fast-check'
import type { DeskError, LeadId, RepId, Seq } from '../../src-main/contract/index.ts'
import { acceptOffer } from '../../src-main/desk/accept-offer.ts'
import { assignLeads } from '../../src-main/desk/assign-leads.ts'
import { setAvailability } from '../../src-main/desk/change-reps.ts'
import { declineOffer } from '../../src-main/desk/decline-offer.ts'
import { discardLeads } from '../../src-main/desk/discard-leads.ts'
import { holdLeads } from '../../src-main/desk/hold-leads.ts'
import { logTouch } from '../../src-main/desk/log-touch.ts'
import { mergeLeads } from '../../src-main/desk/merge-leads.ts'
import { routeLeads } from '../../src-main/desk/route-leads.ts'
import { runClocks } from '../../src-main/desk/run-clocks.ts'
import { setStage } from '../../src-main/desk/set-stage.ts'
import { undoSteps } from '../../src-main/desk/undo-steps.ts'
import { addReps, aProfile, arrive, MINUTE, openTestDesk, publish, type TestDesk } from './open-test-desk.ts'

/** Desks on which everything happens that a report tells of, in any order, at whole minutes. */

const nth = fc.nat({ max: 60 })
const STAGES = ['new', 'contacted', 'qualified', 'won', 'lost'] as const
const busyStep = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('arrive' as const),
      count: fc.integer({ min: 1, max: 12 }),
      source: fc.constantFrom(null, 'Fair', 'Ads'),
      stage: fc.constantFrom('new', 'new', 'new', 'qualified', 'won' as const),
      minutesAgo: fc.constantFrom(0, 0, 30, 3 * 1_440),
      value: fc.option(fc.constantFrom(100, 250)),
      currency: fc.constantFrom('EUR', 'EUR', 'USD', null),
      country: fc.constantFrom('DE', 'XX'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('attempt', 'contact' as const), lead: nth, many: fc.nat({ max: 8 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('stage' as const),
      lead: nth,
      many: fc.nat({ max: 8 }),
      to: fc.constantFrom(...STAGES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('toggle' as const),
      rep: nth,
      to: fc.constantFrom('available', 'busy', 'away'),
      minutes: fc.option(fc.integer({ min: 5, max: 600 })),
    }),
  },
  fc.record({ do: fc.constant('assign' as const), lead: nth, rep: nth }),
  fc.record({ do: fc.constantFrom('hold', 'discard', 'again', 'route' as const), lead: nth }),
  fc.record({ do: fc.constant('merge' as const), lead: nth, other: nth }),
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('accept', 'decline' as const), lead: nth, rep: nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), step: nth }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 900 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('publish' as const), rule: nth }) },
)
export type BusyStep = typeof busyStep extends fc.Arbitrary<infer S> ? S : never

const RULES: readonly { name: string; then: Record<string, unknown> }[] = [
  { name: 'By weight', then: { to: 'pool', pool: {}, by: 'weighted', contactWithinMinutes: 90 } },
  {
    name: 'Accepted',
    then: {
      to: 'pool',
      pool: {},
      by: 'weighted',
      acceptWithinMinutes: 30,
      contactWithinMinutes: 60,
      ifNotContacted: 'take-back',
    },
  },
  { name: 'Claimed', then: { to: 'pool', pool: {}, by: 'claim', acceptWithinMinutes: 20 } },
  { name: 'Released', then: { to: 'pool', pool: {}, by: 'longest-idle', releaseAfterMinutes: 20 } },
]
/** Those that give a contact clock. */
export const CLOCK_RULES = new Set(['By weight', 'Accepted'])
const OFFICE = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 9 * 60, toMinute: 17 * 60 }))

export interface BusyDesk {
  test: TestDesk
  reps: RepId[]
  leads: LeadId[]
  steps: Seq[][]
}

const rulesWith = (then: (typeof RULES)[number]): unknown[] => [
  { name: 'Nowhere', when: { field: 'country', op: 'is', value: 'XX' }, then: { to: 'discard', reason: 'Nowhere' } },
  { ...then, otherwise: 'hold' },
]

export async function aBusyDesk(steps: readonly BusyStep[]): Promise<BusyDesk> {
  const test = await openTestDesk()
  await test.desk.store.saveSettings(
    { deskName: 'Test', timeZone: 'Europe/Berlin', country: 'DE', holidays: null, hours: OFFICE },
    { at: test.clock.now(), actor: 'test' },
  )
  const reps = await addReps(
    test,
    aProfile('Ann'),
    aProfile('Bob', { weight: 3, hours: OFFICE }),
    aProfile('Cem', { weight: 0.5 }),
  )
  await publish(test, rulesWith(RULES[0]!))
  const state: BusyDesk = { test, reps, leads: [], steps: [] }
  for (const one of steps) await take(state, one)
  return state
}

export async function take(state: BusyDesk, step: BusyStep): Promise<void> {
  const { test, reps, leads, steps } = state
  const { desk } = test
  const actor = 'manager'
  const pick = <Item>(list: readonly Item[], at: number): Item | undefined => list[at % Math.max(1, list.length)]
  const some = (at: number, many: number): LeadId[] =>
    [...new Set(Array.from({ length: many + 1 }, (_, i) => pick(leads, at + i)))].filter((one) => one !== undefined)
  const lead = 'lead' in step ? pick(leads, step.lead) : undefined
  test.clock.moveBy(MINUTE)
  switch (step.do) {
    case 'arrive': {
      const { count, source, stage, minutesAgo, value, currency, country } = step
      const receivedAt = minutesAgo === 0 ? null : test.clock.now() - minutesAgo * MINUTE
      const draft = { source, stage, value, currency, country, receivedAt, score: count * 7 }
      leads.push(
        ...(
          await arrive(
            test,
            Array.from({ length: count }, () => ({ ...draft })),
          )
        ).map(({ leadId }) => leadId),
      )
      return
    }
    case 'attempt':
    case 'contact':
      for (const leadId of some(step.lead, step.many)) steps.push(await logTouch(desk, { leadId, kind: step.do, actor }))
      return
    case 'stage':
      steps.push(await setStage(desk, { leadIds: some(step.lead, step.many), stage: step.to, actor }))
      return
    case 'toggle': {
      const until = step.minutes === null || step.to === 'available' ? null : test.clock.now() + step.minutes * MINUTE
      await setAvailability(desk, { repId: pick(reps, step.rep)!, availability: step.to, until, reason: null, actor })
      return
    }
    case 'wait':
      await runClocks(desk, test.clock, test.clock.now() + step.minutes * MINUTE)
      return
    case 'publish':
      await publish(test, rulesWith(pick(RULES, step.rule)!))
      return
    case 'undo':
      await undoSteps(desk, { seqs: pick(steps, step.step) ?? [], actor }).catch(refused('undo-refused'))
      return
    case 'assign':
      if (lead !== undefined) steps.push(await assignLeads(desk, { leadIds: [lead], repId: pick(reps, step.rep)!, actor }))
      return
    case 'hold':
      if (lead !== undefined) steps.push(await holdLeads(desk, { leadIds: [lead], reason: null, actor }))
      return
    case 'discard':
      if (lead !== undefined) steps.push(await discardLeads(desk, { leadIds: [lead], reason: 'no', actor }))
      return
    case 'route':
      if (lead === undefined) return
      await routeLeads(desk, { leadIds: [lead], actor }).catch(refused('lead-not-routable'))
      // The lead's history is where it is taken back.
      steps.push((await desk.store.eventsOf(lead)).slice(-1).map(({ seq }) => seq))
      return
    case 'again': {
      const [card] = lead === undefined ? [] : await desk.store.leadCards([lead])
      if (card) await arrive(test, [{ email: card.email, name: card.name }])
      return
    }
    case 'merge': {
      const other = pick(leads, step.other)
      if (lead === undefined || other === undefined) return
      await mergeLeads(desk, { leadId: lead, otherId: other, actor })
        .then((seqs) => steps.push(seqs))
        .catch(refused('merge-refused'))
      return
    }
    case 'accept':
    case 'decline': {
      const offered = (await desk.store.leadPage({ status: ['offered'] }, 'queue', null, 50)).leads
      const card = pick(offered, step.lead)
      if (card === undefined) return
      const answer = step.do === 'accept' ? acceptOffer : declineOffer
      await answer(desk, { leadId: card.id, repId: pick(card.offeredTo, step.rep)!, reason: null, actor }).catch(
        refused('offer-gone'),
      )
    }
  }
}

function refused(code: DeskError['code']) {
  return (error: DeskError): void => {
    if (error.code !== code) throw error
  }
}

export const busySteps = fc.array(busyStep, { minLength: 15, maxLength: 60 })
