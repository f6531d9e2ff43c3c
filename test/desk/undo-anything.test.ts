import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeskError, type LeadId, type RepId, type Seq } from '../../src-main/contract/index.ts'
import { assignLeads } from '../../src-main/desk/assign-leads.ts'
import { setAvailability } from '../../src-main/desk/change-reps.ts'
import { discardLeads } from '../../src-main/desk/discard-leads.ts'
import { holdLeads } from '../../src-main/desk/hold-leads.ts'
import { logTouch } from '../../src-main/desk/log-touch.ts'
import { mergeLeads } from '../../src-main/desk/merge-leads.ts'
import { noteLead } from '../../src-main/desk/note-lead.ts'
import { setStage } from '../../src-main/desk/set-stage.ts'
import { undoSteps } from '../../src-main/desk/undo-steps.ts'
import { editFields } from '../../src-main/intake/edit-fields.ts'
import { readTables } from '../helpers/open-test-store.ts'
import {
  addReps,
  aProfile,
  arrive,
  HOUR,
  MINUTE,
  openTestDesk,
  publish,
  SECOND,
  type TestDesk,
} from '../helpers/open-test-desk.ts'

/** How many sequences; a nightly run sets more. */
const RUNS = Number(process.env.LEAD_DESK_SEQUENCES ?? 25)
const actor = 'manager'
const nth = fc.nat({ max: 5 })

const EDITS = [
  { phone: '030 9 876 54-32', city: 'Köln' },
  { email: 'Shared@Customer.example' },
  { phone: '+49 30 1234567' },
  { name: 'Zoltan', company: 'Zebra', custom: { Budget: '12 Zloty' } },
  { country: 'Frankreich', employees: 900, score: 95 },
  { source: 'Messe', tags: ['vip'], message: 'Wants a zeppelin', language: null },
  { name: null, company: null, city: null },
  { city: 'Berlin' },
]
const step = fc.record({
  do: fc.constantFrom('edit', 'edit', 'attempt', 'contact', 'note', 'stage', 'assign', 'hold', 'discard', 'merge'),
  lead: nth,
  other: nth,
  wait: fc.integer({ min: 0, max: 120 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const RULES = [
  {
    name: 'On the clock',
    when: { field: 'country', op: 'is', value: 'DE' },
    then: { to: 'pool', pool: {}, by: 'weighted', contactWithinMinutes: 90, remindMinutesBefore: 15, releaseAfterMinutes: 60 },
    otherwise: 'next',
  },
  { name: 'The rest', then: { to: 'pool', pool: {}, by: 'round-robin' } },
]
const OFFICE = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 9 * 60, toMinute: 17 * 60 }))

async function aScene(): Promise<{ test: TestDesk; reps: RepId[]; leads: LeadId[] }> {
  const test = await openTestDesk()
  const reps = await addReps(test, aProfile('Ann', { hours: OFFICE }), aProfile('Bob'), aProfile('Cem', { weight: 3 }))
  await publish(test, RULES, {
    score: {
      attributes: [
        {
          name: 'Size',
          weight: 1,
          points: [{ when: { field: 'employees', op: 'gte', value: 500 }, points: 90 }],
        },
      ],
    },
  })
  const taken = [
    ...(await arrive(test, [{ country: 'DE' }, { country: 'DE', phone: '+49301234567' }, { country: 'FR' }])),
    ...(await arrive(test, [{ country: 'DE', email: 'shared@customer.example', name: 'Sam' }, {}], 'hold')),
  ]
  // One who is gone has leads whose release runs.
  await setAvailability(test.desk, { repId: reps[1]!, availability: 'away', until: null, reason: null, actor })
  test.clock.moveBy(5 * MINUTE)
  return { test, reps, leads: taken.map((one) => one.leadId) }
}

const WORDS = ['zeb', 'zol', 'zepp', 'koln', 'berlin', 'lead', 'shared', '9876543', 'remember']

/** All that is saved of leads and reps, and what a search finds. */
async function everything({ desk, folder }: TestDesk): Promise<unknown> {
  const found: Record<string, LeadId[]> = {}
  for (const text of WORDS)
    found[text] = (await desk.store.leadPage({ text }, 'newest', null, 50)).leads.map((lead) => lead.id).sort((a, b) => a - b)
  const { counts } = await desk.store.snapshot(desk.clock.now())
  return { tables: readTables(join(folder, 'desk.db')), found, counts }
}

async function take({ desk }: TestDesk, reps: RepId[], leads: LeadId[], one: Step): Promise<Seq[]> {
  const leadId = leads[one.lead % leads.length]!
  const leadIds = [leadId]
  switch (one.do) {
    case 'edit':
      return editFields(desk, { leadId, fields: EDITS[one.other % EDITS.length]!, actor }).catch(refused('bad-input'))
    case 'attempt':
    case 'contact':
      return logTouch(desk, { leadId, kind: one.do, actor })
    case 'note':
      return noteLead(desk, { leadId, text: `Remember the ${WORDS[one.other % 3]}`, actor })
    case 'stage':
      return setStage(desk, { leadIds, stage: (['contacted', 'won', 'new'] as const)[one.other % 3]!, actor })
    case 'assign':
      return assignLeads(desk, { leadIds, repId: reps[one.other % reps.length]!, actor })
    case 'hold':
      return holdLeads(desk, { leadIds, reason: 'later', actor })
    case 'discard':
      return discardLeads(desk, { leadIds, reason: 'spam', actor })
    default:
      return mergeLeads(desk, { leadId, otherId: leads[one.other % leads.length]!, actor }).catch(refused('merge-refused'))
  }
}

function refused(code: DeskError['code']) {
  return (error: unknown): Seq[] => {
    if (error instanceof DeskError && error.code === code) return []
    throw error
  }
}

describe('R29 whatever a person does to leads', () => {
  it(
    'is undone newest first without a trace: rows, keys, clocks, loads, counts and what a search finds',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), fc.boolean(), async (steps, restarts) => {
          const scene = await aScene()
          await using test = scene.test
          const { reps, leads } = scene
          const states: unknown[] = []
          const taken: Seq[][] = []
          for (const one of steps) {
            const before = await everything(test)
            const seqs = await take(test, reps, leads, one)
            if (seqs.length > 0) {
              states.push(before)
              taken.push(seqs)
            }
            test.clock.moveBy(one.wait * SECOND)
          }
          if (restarts) await test.restart()
          for (const seqs of taken.toReversed()) {
            await undoSteps(test.desk, { seqs, actor })
            expect(await everything(test)).toEqual(states.pop())
          }
        }),
        { numRuns: RUNS },
      )
    },
    HOUR,
  )
})
