import { DeskError, type EpochMs, type LeadId, type RepId } from '../contract/index.ts'
import type { FixedClock } from '../lib/clock.ts'
import type { Drained, OpenDesk } from './open-desk.ts'

const MINUTE_MS = 60_000

/** What the clocks did on their way, and how the desk stands at its end. */
export interface ClockRun {
  from: EpochMs
  until: EpochMs
  wakeUps: number
  offersExpired: number
  reminders: number
  breaches: number
  takenBack: number
  released: number
  returned: number
  /** Leads that left the queue for a rep. */
  assigned: number
  paused: RepId[]
  /** What happened, in order. */
  events: { at: EpochMs; type: string; leadId: LeadId | null; repId: RepId | null }[]
}

/**
 * Lets the clocks run on virtual time: from thing due to thing due, as the desk would wake up, with nobody at it. For tests and
 * demonstrations; what happens is saved like anything else. `clock` is the desk's own.
 */
export async function runClocks(desk: OpenDesk, clock: FixedClock, until: EpochMs): Promise<ClockRun> {
  let seq = await desk.store.lastSeq()
  // A desk that ran ahead before goes on from there.
  const last = seq === 0 ? null : await desk.store.changesAfter((seq - 1) as typeof seq, 1, clock.now())
  clock.moveTo(Math.max(clock.now(), last?.events.at(-1)?.at ?? 0))
  if (until < clock.now())
    throw new DeskError('bad-input', { field: 'until', reason: 'it lies before what this desk already knows' })
  const run: ClockRun = {
    from: clock.now(),
    until,
    wakeUps: 0,
    offersExpired: 0,
    reminders: 0,
    breaches: 0,
    takenBack: 0,
    released: 0,
    returned: 0,
    assigned: 0,
    paused: [],
    events: [],
  }
  desk.onDrained = (done) => addUp(run, done)
  try {
    await desk.drain()
    for (;;) {
      const dueAt = await desk.store.nextDueAt(clock.now())
      if (dueAt === null || dueAt > until) break
      // What stays due after it was looked at is looked at again later, not for ever.
      clock.moveTo(dueAt > clock.now() ? dueAt : clock.now() + MINUTE_MS)
      if (clock.now() > until) break
      run.wakeUps++
      await desk.drain()
    }
    clock.moveTo(until)
    await desk.drain()
  } finally {
    desk.onDrained = null
  }
  const end = await desk.store.lastSeq()
  while (seq < end) {
    const changes = await desk.store.changesAfter(seq, Number.MAX_SAFE_INTEGER, until)
    if (changes === null) break
    for (const { at, type, leadId, repId } of changes.events) run.events.push({ at, type, leadId, repId })
    seq = changes.seq
  }
  return run
}

function addUp(run: ClockRun, done: Drained): void {
  run.offersExpired += done.offersExpired
  run.reminders += done.reminders
  run.breaches += done.breaches
  run.takenBack += done.takenBack
  run.released += done.released
  run.returned += done.returned
  run.assigned += done.assigned
  run.paused.push(...done.paused)
}
