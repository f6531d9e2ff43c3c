import { breathe } from '../lib/breathe.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { localTime } from '../lib/working-time.ts'
import type { FallenDue, Router, Stretch } from '../store/port-shapes.ts'
import type { DeskStore } from '../store/port.ts'
import type { Desk } from './context.ts'
import { digestDecisions } from './digest-decisions.ts'
import { forgetMails } from './forget-mails.ts'
import { refreshCalendars } from './rep-calendars.ts'

/** What a drain does in one transaction: with what ends it, nothing a window notices; alone, so much that commits cost little. */
const STRETCH: Stretch = { most: 300, ms: 5 }
const ALONE: Stretch = { most: 5_000, ms: Number.POSITIVE_INFINITY }
const DAY_MS = 24 * 60 * 60 * 1_000
/** Commits come in bursts; the next due time is looked up once for all of one. */
const REARM_AFTER_MS = 20
/** A longer wait looks again on the way: timers don't notice that the machine's clock was set, or that it slept. */
const LONGEST_SLEEP_MS = 15 * 60 * 1_000
/** A desk that goes on working catches up when whoever opened it has seen its leads. */
const WAKE_MS = 400
/** Nobody works when nothing was saved for so long: then decisions are added up for reports. */
const IDLE_MS = 3_000

/** Read with the first lead that is routed, which need not be before a window has its rows. */
const engine = async () => ({
  ...(await import('../routing/compile-ruleset.ts')),
  ...(await import('../routing/router.ts')),
  ...(await import('./words.ts')),
})

export interface OpenDesk extends Desk {
  /**
   * What fell due while no desk was open: reps return, clocks ring, interrupted imports are said so, waiting leads are tried (R24). With clocks,
   * all but the imports in a moment, and not awaited.
   */
  catchUp(): Promise<void>
  /** Looks anew when the next thing falls due. */
  rearm(): Promise<void>
  /** Told what each wake-up did, for runs on virtual time. */
  onDrained: ((done: Drained) => void) | null
}

/** What one wake-up did: the clocks, the reps who came back, and the leads that left the queue. */
export interface Drained extends Omit<FallenDue, 'isMore'> {
  returned: number
  assigned: number
}

/**
 * A desk over a store. With `withClocks`, it sleeps until the next thing is due and then does it; without (a command that runs and
 * ends), `catchUp` is all there is.
 */
export async function openDesk(parts: {
  store: DeskStore
  clock: Clock
  log: Log
  dataFolder: string
  withClocks: boolean
}): Promise<OpenDesk> {
  const { store, clock, log } = parts
  const stretch = parts.withClocks ? STRETCH : ALONE
  let compiled: { zone: string; router: Router } | null = null
  let timer: NodeJS.Timeout | null = null
  let isClosing = false
  let isAsleep = false
  const closing = new AbortController()
  let draining: Promise<void> | null = null
  let drainAgain = false
  let reading: Promise<void> | null = null
  let forgotAt = 0
  let waking: NodeJS.Timeout | undefined

  async function router(): Promise<Router> {
    const [published, { timeZone }] = [await store.publishedRuleset(), await store.settings()]
    if (compiled?.router.ruleset !== published.ruleset || compiled.zone !== timeZone) {
      const { compileRuleset, routerOf, words } = await engine()
      const ruleset = compileRuleset(published.document, published.ruleset, words)
      compiled = { zone: timeZone, router: routerOf(ruleset, (at, zone) => localTime(at, zone ?? timeZone)) }
    }
    return compiled.router
  }

  async function drainOnce(): Promise<void> {
    if (clock.now() - forgotAt >= DAY_MS) {
      forgotAt = clock.now()
      await forgetMails({ store, clock })
    }
    const returned = await store.returnReps(clock.now())
    const using = await router()
    const done: Drained = { ...(await answerAlarms(using)), returned: returned.length, assigned: 0 }
    let cursor: string | null = null
    do {
      const step: { assigned: number; next: string | null } = await store.drainWaiting(using, stretch, cursor, clock.now())
      done.assigned += step.assigned
      cursor = step.next
      await breathe()
    } while (cursor !== null && !isClosing)
    desk.onDrained?.(done)
  }

  /** Before the queue is tried: what they take from reps may go to others at once (R20–R24). */
  async function answerAlarms(using: Router): Promise<Omit<FallenDue, 'isMore'>> {
    const sums = { offersExpired: 0, reminders: 0, breaches: 0, takenBack: 0, released: 0, paused: [] as FallenDue['paused'] }
    for (;;) {
      const { isMore, paused, ...counts } = await store.fallDue(using, stretch, clock.now())
      for (const key of Object.keys(counts) as (keyof typeof counts)[]) sums[key] += counts[key]
      sums.paused.push(...paused)
      if (!isMore || isClosing) return sums
      await breathe()
    }
  }

  function drain(): Promise<void> {
    if (isAsleep) return Promise.resolve()
    if (draining) {
      drainAgain = true
      return draining
    }
    draining = (async () => {
      do {
        drainAgain = false
        await drainOnce()
      } while (drainAgain && !isClosing)
    })().finally(() => {
      draining = null
    })
    return draining.then(rearm)
  }

  /** One at a time, and never in the way of the clocks: an address may take long to answer. */
  function readCalendars(): void {
    reading ??= (async () => {
      if ((await refreshCalendars(desk, closing.signal)) > 0) await drain()
    })()
      .catch((error: unknown) => log.error('calendars could not be read again', error))
      .finally(() => {
        reading = null
        if (!isClosing) void rearm()
      })
  }

  async function rearm(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    if (!parts.withClocks || isClosing || isAsleep) return
    const [dueAt, calendarAt] = [await store.nextDueAt(clock.now()), reading ? null : await store.nextCalendarAt()]
    if (isClosing || isAsleep) return
    const next = Math.min(dueAt ?? Number.POSITIVE_INFINITY, calendarAt ?? Number.POSITIVE_INFINITY)
    if (next === Number.POSITIVE_INFINITY) return
    const sleep = Math.min(Math.max(0, next - clock.now()), LONGEST_SLEEP_MS)
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => {
      if (calendarAt !== null && calendarAt <= clock.now()) readCalendars()
      drain().catch((error: unknown) => log.error('what fell due could not be done', error))
    }, sleep)
    timer.unref()
  }

  // Whatever is saved may have set a clock: a lead taken in with an offer, as much as a step of a person.
  let arming: NodeJS.Timeout | null = null
  let [idling, savedAt, digesting]: [NodeJS.Timeout | null, number, Promise<void> | null] = [null, 0, null]
  function digestWhenIdle(): void {
    if (!parts.withClocks || isClosing || idling) return
    idling = setTimeout(() => {
      idling = null
      if (performance.now() - savedAt < IDLE_MS) return digestWhenIdle()
      const isBusy = (): boolean => isClosing || performance.now() - savedAt < IDLE_MS
      digesting = digestDecisions(desk, isBusy).catch((error: unknown) => log.error('decisions could not be added up', error))
    }, IDLE_MS)
    idling.unref()
  }
  const stopListening = store.onCommit(() => {
    savedAt = performance.now()
    digestWhenIdle()
    if (!parts.withClocks || arming || isClosing) return
    arming = setTimeout(() => {
      arming = null
      rearm().catch((error: unknown) => log.error('the next due time could not be read', error))
    }, REARM_AFTER_MS)
    arming.unref()
  })

  const desk: OpenDesk = {
    store,
    clock,
    log,
    dataFolder: parts.dataFolder,
    onDrained: null,
    router,
    drain,
    rearm,
    async whileAsleep(work) {
      await draining
      isAsleep = true
      if (timer) clearTimeout(timer)
      try {
        return await work()
      } finally {
        isAsleep = false
        await drain()
      }
    },
    async catchUp() {
      const interrupted = await store.interruptBatches(clock.now())
      if (interrupted.length > 0) log.warn('imports were interrupted', { batches: interrupted })
      if (!parts.withClocks) return drain()
      // With many leads that wait, a window would stand empty meanwhile.
      waking = setTimeout(() => {
        drain().catch((error: unknown) => log.error('what fell due could not be done', error))
      }, WAKE_MS)
    },
    async close() {
      isClosing = true
      closing.abort()
      stopListening()
      clearTimeout(waking)
      if (timer) clearTimeout(timer)
      if (arming) clearTimeout(arming)
      if (idling) clearTimeout(idling)
      await digesting
      await draining
      await reading
    },
  }
  digestWhenIdle()
  return desk
}
