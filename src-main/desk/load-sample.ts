import { DeskError, type EpochMs, type Language, type LeadFilter } from '../contract/index.ts'
import { FixedClock } from '../lib/clock.ts'
import { importReps } from './change-reps.ts'
import type { Desk } from './context.ts'
import { digestDecisions } from './digest-decisions.ts'
import { openDesk } from './open-desk.ts'
import { publishRules } from './rules.ts'
import { readSample, type Sample } from './sample/read-sample.ts'
import { sampleSteps } from './sample/sample-steps.ts'
import { saveView } from './views.ts'

const MINUTE_MS = 60_000
/** The team is there before its first lead. */
const SET_UP_MS = 60 * MINUTE_MS

export interface SampleOptions {
  actor: string
  /** That its people write in. */
  language: Language
}

/**
 * A team of six with rules and two months of leads, to play with. All of it happens by the desk's own commands at its own time, so that
 * ages, clocks, turns and reports are those of a team at work. Only on a desk that is new: what happens later must not stand before it.
 */
export async function loadSample(desk: Desk, input: SampleOptions): Promise<void> {
  const now = desk.clock.now()
  if (!(await desk.store.snapshot(now)).isNew)
    throw new DeskError('bad-input', {
      field: '',
      reason: 'the sample is for a desk that is new, and this one has reps or leads',
    })
  const sample = await readSample(input.language)
  const oldest = Math.max(...sample.leads.map(({ minutesAgo }) => minutesAgo))
  const clock = new FixedClock(now - oldest * MINUTE_MS - SET_UP_MS)
  await desk.whileAsleep(async () => {
    const past = await openDesk({ store: desk.store, log: desk.log, dataFolder: desk.dataFolder, clock, withClocks: false })
    try {
      await desk.store.inPieces(() => relive(past, clock, sample, { now, actor: input.actor }))
      // Waits for the disk, and for all before.
      await keepViews(past, sample, input.actor)
    } finally {
      await past.close()
    }
  })
  await digestDecisions(desk, () => false)
}

async function relive(desk: Desk, clock: FixedClock, sample: Sample, by: { now: EpochMs; actor: string }): Promise<void> {
  await importReps(desk, { reps: sample.reps, actor: by.actor })
  await publishRules(desk, { document: sample.rules, note: sample.say('sample rules'), actor: by.actor, file: null })
  for (const step of await sampleSteps(desk, sample, by)) {
    await letClocksRun(desk, clock, step.at)
    await step.take()
  }
  await letClocksRun(desk, clock, by.now)
}

async function keepViews(desk: Desk, { say }: Sample, actor: string): Promise<void> {
  const common = { order: 'queue', isShared: true, repId: null, actor } as const
  const hot: LeadFilter = { grade: ['hot'], status: ['waiting', 'offered'] }
  await saveView(desk, { ...common, name: say('Hot and waiting'), filter: hot })
  const reps = await desk.store.reps(desk.clock.now())
  const teams = new Set(reps.filter(({ role }) => role === 'manager').map(({ team }) => team))
  const repIds = reps.filter(({ team }) => teams.has(team)).map(({ id }) => id)
  await saveView(desk, { ...common, name: say('My team’s overdue'), filter: { due: 'overdue', repIds } })
}

/** What falls due on the way to `at` is done at its own time. */
async function letClocksRun(desk: Desk, clock: FixedClock, at: EpochMs): Promise<void> {
  for (;;) {
    const dueAt = await desk.store.nextDueAt(clock.now())
    if (dueAt === null || dueAt > at) break
    // What stays due after it was looked at is looked at again a little later, not for ever.
    clock.moveTo(dueAt > clock.now() ? dueAt : clock.now() + MINUTE_MS)
    if (clock.now() > at) break
    await desk.drain()
  }
  clock.moveTo(at)
}
