import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DeskError, type LeadCard, type LeadId, type RepId, type Seq } from '../../src-main/contract/index.ts'
import { assignLeads } from '../../src-main/desk/assign-leads.ts'
import { acceptOffer } from '../../src-main/desk/accept-offer.ts'
import { saveRep, setAvailability } from '../../src-main/desk/change-reps.ts'
import { declineOffer } from '../../src-main/desk/decline-offer.ts'
import { holdLeads } from '../../src-main/desk/hold-leads.ts'
import { logTouch } from '../../src-main/desk/log-touch.ts'
import { mergeLeads } from '../../src-main/desk/merge-leads.ts'
import { noteLead } from '../../src-main/desk/note-lead.ts'
import { routeLeads } from '../../src-main/desk/route-leads.ts'
import { runClocks } from '../../src-main/desk/run-clocks.ts'
import { setStage } from '../../src-main/desk/set-stage.ts'
import { addTimeOff } from '../../src-main/desk/time-off.ts'
import { undoSteps } from '../../src-main/desk/undo-steps.ts'
import { editFields } from '../../src-main/intake/edit-fields.ts'
import {
  addReps,
  aProfile,
  arrive,
  EVERYONE,
  HOUR,
  MINUTE,
  openTestDesk,
  publish,
  type TestDesk,
} from '../helpers/open-test-desk.ts'
import { expectToWaitInVain } from '../helpers/waits-in-vain.ts'

/** How many sequences; a nightly run sets more. */
const RUNS = Number(process.env.LEAD_DESK_SEQUENCES ?? 500)

const nth = fc.nat({ max: 30 })
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('arrive' as const), count: fc.integer({ min: 1, max: 5 }), score: fc.option(nth) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('toggle' as const), rep: nth, to: fc.constantFrom('available', 'busy', 'away') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('assign' as const), lead: nth, rep: nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), step: nth }) },
  fc.record({ do: fc.constantFrom('hold', 'route', 'touch', 'note', 'win', 'reopen' as const), lead: nth }),
  fc.record({ do: fc.constant('edit' as const), lead: nth, other: nth }),
  fc.record({ do: fc.constant('capacity' as const), rep: nth, to: fc.option(fc.integer({ min: 0, max: 4 })) }),
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('accept', 'decline' as const), lead: nth, rep: nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 1_500 }) }) },
  fc.record({ do: fc.constant('merge' as const), lead: nth, other: nth }),
  fc.record({ do: fc.constant('time-off' as const), rep: nth, hours: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ do: fc.constant('publish' as const), rules: nth }),
  fc.record({ do: fc.constant('restart' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Every method, and every clock, in some rule. */
const PUBLISHED: readonly Record<string, unknown>[] = [
  { to: 'pool', pool: {}, by: 'weighted' },
  { to: 'pool', pool: {}, by: 'least-loaded', contactWithinMinutes: 90, remindMinutesBefore: 30, releaseAfterMinutes: 20 },
  { to: 'pool', pool: {}, by: 'longest-idle', acceptWithinMinutes: 15, contactWithinMinutes: 60, ifNotContacted: 'take-back' },
  { to: 'pool', pool: {}, by: 'claim', acceptWithinMinutes: 15, dailyCapPerRep: 2, contactWithinMinutes: 30 },
  { to: 'pool', pool: {}, by: 'share', shares: { 'ann@team.example': 50 }, maxWaitMinutes: 45, dailyCapPerRep: 3 },
  { to: 'pool', pool: {}, by: 'tiers', tiers: [{ tier: 'A' }, { tier: 'B' }], acceptWithinMinutes: 5, maxOffers: 2 },
  { to: 'pool', pool: {}, by: 'top-performer', ownerFirst: { ifNotHere: 'wait', waitMinutes: 30 }, releaseAfterMinutes: 0 },
  { to: 'rep', rep: 'ann@team.example', backups: ['cem@team.example'], acceptWithinMinutes: 20 },
  { to: 'pool', pool: { tier: 'A' }, by: 'weighted', dailyCapPerRep: 2 },
]

/** R4, R10: at every moment each lead has one place, every count is what counting says, and only a hand exceeds a cap. */
it(
  'R4 conservation: arrivals, toggles, drags, undos, edits and restarts never lose a lead or break a cap',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        await using test = await openTestDesk()
        const reps = await addReps(
          test,
          aProfile('Ann', { capacity: 2, tier: 'A' }),
          aProfile('Bob', { weight: 3, dailyCap: 4, tier: 'B', hours: OFFICE }),
          aProfile('Cem', { tier: 'B' }),
        )
        await publish(test)
        const desk: State = { test, reps, leads: [], steps: [], handled: new Set() }
        for (const one of steps) {
          await take(desk, one)
          await checkPlaces(desk)
        }
      }),
      { numRuns: RUNS },
    )
  },
  90 * 60_000,
)

const OFFICE = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 9 * 60, toMinute: 17 * 60 }))

interface State {
  test: TestDesk
  reps: RepId[]
  leads: LeadId[]
  steps: Seq[][]
  /** Reps whom a hand gave a lead, or whose capacity was changed under them: these may be above it. */
  handled: Set<RepId>
}

async function take(state: State, step: Step): Promise<void> {
  const { test, reps, leads, steps } = state
  const { desk } = test
  const actor = 'manager'
  const pick = <Item>(list: readonly Item[], at: number): Item | undefined => list[at % Math.max(1, list.length)]
  const lead = 'lead' in step ? pick(leads, step.lead) : undefined
  const leadIds = lead === undefined ? [] : [lead]
  test.clock.moveBy(MINUTE)
  switch (step.do) {
    case 'arrive': {
      const taken = await arrive(
        test,
        Array.from({ length: step.count }, () => ({ score: step.score === null ? null : step.score * 3 })),
      )
      leads.push(...taken.map((one) => one.leadId))
      return
    }
    case 'toggle': {
      const until = step.to === 'available' ? null : test.clock.now() + HOUR
      await setAvailability(desk, { repId: pick(reps, step.rep)!, availability: step.to, until, reason: null, actor })
      return
    }
    case 'assign': {
      const repId = pick(reps, step.rep)!
      if (lead === undefined) return
      state.handled.add(repId)
      steps.push(await assignLeads(desk, { leadIds, repId, actor }))
      return
    }
    case 'undo': {
      const seqs = pick(steps, step.step)
      if (!seqs || seqs.length === 0) return
      // What an undo gives back may fill a rep above the cap, as the hand that is undone did.
      for (const repId of reps) state.handled.add(repId)
      await undoSteps(desk, { seqs, actor }).catch(refused('undo-refused'))
      return
    }
    case 'capacity': {
      const at = step.rep % reps.length
      state.handled.add(reps[at]!)
      await saveRep(desk, {
        repId: reps[at]!,
        profile: aProfile(['Ann', 'Bob', 'Cem'][at]!, { tier: at === 0 ? 'A' : 'B', capacity: step.to }),
        actor,
      })
      return
    }
    case 'wait':
      await runClocks(desk, test.clock, test.clock.now() + step.minutes * MINUTE)
      return
    case 'restart':
      await test.restart()
      return
    case 'publish':
      await publish(test, [{ ...EVERYONE, name: `By ${step.rules % PUBLISHED.length}`, then: pick(PUBLISHED, step.rules) }])
      return
    case 'accept':
    case 'decline': {
      // Of those it is offered to, when it is offered; else whoever: then it must be refused, and change nothing.
      const [card] = lead === undefined ? [] : await desk.store.leadCards([lead])
      const repId = card && card.offeredTo.length > 0 ? pick(card.offeredTo, step.rep)! : pick(reps, step.rep)!
      if (lead === undefined) return
      const answer = step.do === 'accept' ? acceptOffer : declineOffer
      await answer(desk, { leadId: lead, repId, reason: null, actor }).catch(refused('offer-gone'))
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
    case 'time-off': {
      const from = test.clock.now()
      await addTimeOff(desk, { repId: pick(reps, step.rep)!, from, to: from + step.hours * HOUR, reason: null, actor })
      return
    }
    case 'hold':
      if (lead !== undefined) steps.push(await holdLeads(desk, { leadIds, reason: null, actor }))
      return
    case 'route':
      if (lead !== undefined) await routeLeads(desk, { leadIds, actor }).catch(refused('lead-not-routable'))
      return
    case 'touch':
      if (lead !== undefined) steps.push(await logTouch(desk, { leadId: lead, kind: 'attempt', actor }))
      return
    case 'note':
      if (lead !== undefined) steps.push(await noteLead(desk, { leadId: lead, text: 'a note', actor }))
      return
    case 'edit': {
      // The address of another one, sometimes: shown as a possible duplicate, and moved nowhere.
      if (lead === undefined) return
      const email = `lead${step.other}@edited.example`
      steps.push(await editFields(desk, { leadId: lead, fields: { email, score: step.other * 3 }, actor }))
      return
    }
    case 'win':
    case 'reopen':
      if (lead !== undefined) {
        // A lead that is opened again counts again, whatever the room.
        const [card] = await desk.store.leadCards(leadIds)
        if (step.do === 'reopen' && card?.repId) state.handled.add(card.repId)
        steps.push(await setStage(desk, { leadIds, stage: step.do === 'win' ? 'won' : 'new', actor }))
      }
  }
}

function refused(code: DeskError['code']) {
  return (error: unknown): void => {
    if (!(error instanceof DeskError) || error.code !== code) throw error
  }
}

async function checkPlaces({ test, leads, handled }: State): Promise<void> {
  const { desk } = test
  const { store, clock } = desk
  // Whatever fell due was done (R24).
  await desk.drain()
  expect((await store.nextDueAt(clock.now())) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(clock.now())
  const cards = leads.length === 0 ? [] : await store.leadCards(leads)
  expect(cards).toHaveLength(leads.length)
  const { counts } = await store.snapshot(clock.now())
  for (const card of cards) {
    expect(['waiting', 'offered', 'assigned', 'duplicate']).toContain(card.status)
    if (card.status === 'assigned') expect(card.repId).not.toBeNull()
    if (card.status === 'waiting') expect(card.repId).toBeNull()
    expect(card.status === 'waiting').toBe(card.waitCode !== null)
    expect(card.status === 'offered').toBe(card.offeredTo.length > 0)
    expect(card.status === 'offered').toBe(card.dueKind === 'accept')
    expect(card.dueKind === null).toBe(card.dueAt === null)
  }
  expect(counts.assigned).toBe(cards.filter((card) => card.status === 'assigned').length)
  expect(counts.waiting + counts.held).toBe(cards.filter((card) => card.status === 'waiting').length)
  await expectToWaitInVain(desk, cards)
  for (const rep of await store.reps(clock.now())) {
    const open = cards.filter((card) => card.stage !== 'won' && card.stage !== 'lost' && isWith(card, rep.id))
    expect(rep.openLeads).toBe(open.length)
    expect(rep.offersPending).toBe(cards.filter((card) => card.offeredTo.includes(rep.id)).length)
    if (!handled.has(rep.id) && rep.capacity !== null) expect(rep.openLeads).toBeLessThanOrEqual(rep.capacity)
    if (!handled.has(rep.id) && rep.dailyCap !== null) expect(rep.givenToday).toBeLessThanOrEqual(rep.dailyCap)
  }
}

const isWith = (card: LeadCard, repId: RepId): boolean =>
  card.status === 'assigned' ? card.repId === repId : card.offeredTo.includes(repId)
