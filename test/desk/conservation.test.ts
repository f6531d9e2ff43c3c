import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DeskError, type LeadId, type RepId, type Seq } from '../../src-main/contract/index.ts'
import { assignLeads } from '../../src-main/desk/assign-leads.ts'
import { saveRep, setAvailability } from '../../src-main/desk/change-reps.ts'
import { holdLeads } from '../../src-main/desk/hold-leads.ts'
import { logTouch } from '../../src-main/desk/log-touch.ts'
import { routeLeads } from '../../src-main/desk/route-leads.ts'
import { setStage } from '../../src-main/desk/set-stage.ts'
import { undoSteps } from '../../src-main/desk/undo-steps.ts'
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

/** How many sequences; a nightly run sets more. */
const RUNS = Number(process.env.LEAD_DESK_SEQUENCES ?? 60)

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
  fc.record({ do: fc.constantFrom('hold', 'route', 'touch', 'win', 'reopen' as const), lead: nth }),
  fc.record({ do: fc.constant('capacity' as const), rep: nth, to: fc.option(fc.integer({ min: 0, max: 4 })) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 3_000 }) }),
  fc.record({ do: fc.constantFrom('restart', 'publish' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** R4, R10: at every moment each lead has one place, every count is what counting says, and only a hand exceeds a cap. */
it(
  'R4 conservation: arrivals, toggles, drags, undos, edits and restarts never lose a lead or break a cap',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const test = await openTestDesk({ folder: mkdtempSync(join(tmpdir(), 'lead-desk-test-')) })
        const reps = await addReps(
          test,
          aProfile('Ann', { capacity: 2 }),
          aProfile('Bob', { weight: 3, dailyCap: 4 }),
          aProfile('Cem'),
        )
        await publish(test)
        const desk: State = { test, reps, leads: [], steps: [], handled: new Set() }
        for (const one of steps) {
          await take(desk, one)
          await checkPlaces(desk)
        }
        await test.desk.close()
        await test.desk.store.close()
      }),
      { numRuns: RUNS },
    )
  },
  10 * 60_000,
)

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
      await undoSteps(desk, { seqs, actor }).catch((error: unknown) => {
        if (!(error instanceof DeskError) || error.code !== 'undo-refused') throw error
      })
      return
    }
    case 'capacity': {
      const at = step.rep % reps.length
      state.handled.add(reps[at]!)
      await saveRep(desk, { repId: reps[at]!, profile: aProfile(['Ann', 'Bob', 'Cem'][at]!, { capacity: step.to }), actor })
      return
    }
    case 'wait':
      test.clock.moveBy(step.minutes * MINUTE)
      await desk.drain()
      return
    case 'restart':
      await test.restart()
      return
    case 'publish':
      await publish(test, [{ ...EVERYONE, name: 'Edited', then: { to: 'pool', pool: {}, by: 'least-loaded' } }])
      return
    case 'hold':
      if (lead !== undefined) steps.push(await holdLeads(desk, { leadIds, reason: null, actor }))
      return
    case 'route':
      if (lead !== undefined) await routeLeads(desk, { leadIds, actor })
      return
    case 'touch':
      if (lead !== undefined) await logTouch(desk, { leadId: lead, kind: 'attempt', actor })
      return
    case 'win':
    case 'reopen':
      if (lead !== undefined) {
        // A lead that is opened again counts again, whatever the room.
        const [card] = await desk.store.leadCards(leadIds)
        if (step.do === 'reopen' && card?.repId) state.handled.add(card.repId)
        await setStage(desk, { leadIds, stage: step.do === 'win' ? 'won' : 'new', actor })
      }
  }
}

async function checkPlaces({ test, leads, handled }: State): Promise<void> {
  const { store, clock } = test.desk
  const cards = leads.length === 0 ? [] : await store.leadCards(leads)
  expect(cards).toHaveLength(leads.length)
  const { counts } = await store.snapshot(clock.now())
  for (const card of cards) {
    expect(['waiting', 'assigned']).toContain(card.status)
    expect(card.status === 'assigned').toBe(card.repId !== null)
    expect(card.status === 'waiting').toBe(card.waitCode !== null)
  }
  expect(counts.assigned).toBe(cards.filter((card) => card.status === 'assigned').length)
  expect(counts.waiting + counts.held).toBe(cards.filter((card) => card.status === 'waiting').length)
  for (const rep of await store.reps(clock.now())) {
    const open = cards.filter((card) => card.repId === rep.id && card.stage !== 'won' && card.stage !== 'lost')
    expect(rep.openLeads).toBe(open.length)
    if (!handled.has(rep.id) && rep.capacity !== null) expect(rep.openLeads).toBeLessThanOrEqual(rep.capacity)
    if (!handled.has(rep.id) && rep.dailyCap !== null) expect(rep.givenToday).toBeLessThanOrEqual(rep.dailyCap)
  }
}
