import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { localTime } from '../lib/working-time.ts'
import { compileRuleset } from '../routing/compile-ruleset.ts'
import { routerOf } from '../routing/router.ts'
import type { DeskStore, Router } from '../store/port.ts'
import type { Desk } from './context.ts'
import { words } from './words.ts'

/** Leads a drain tries in one transaction: short enough that a click never waits long behind it. */
const DRAIN_STEP = 1_000
/** `setTimeout` overflows past 24.8 days; a longer wait looks again on the way. */
const LONGEST_SLEEP_MS = 24 * 60 * 60 * 1_000

export interface OpenDesk extends Desk {
  /** What fell due while no desk was open: reps return, interrupted imports are said so, waiting leads are tried (R24). */
  catchUp(): Promise<void>
  /** Looks anew when the next thing falls due. */
  rearm(): Promise<void>
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
  let compiled: { zone: string; router: Router } | null = null
  let timer: NodeJS.Timeout | null = null
  let isClosing = false
  let draining: Promise<void> | null = null
  let drainAgain = false

  async function router(): Promise<Router> {
    const [published, { timeZone }] = [await store.publishedRuleset(), await store.settings()]
    if (compiled?.router.ruleset !== published.ruleset || compiled.zone !== timeZone) {
      const ruleset = compileRuleset(published.document, published.ruleset, words)
      compiled = { zone: timeZone, router: routerOf(ruleset, (at, zone) => localTime(at, zone ?? timeZone)) }
    }
    return compiled.router
  }

  async function drainOnce(): Promise<void> {
    await store.returnReps(clock.now())
    const using = await router()
    let cursor: string | null = null
    do {
      const step: { assigned: number; next: string | null } = await store.drainWaiting(using, DRAIN_STEP, cursor, clock.now())
      cursor = step.next
      // Between two steps clicks get their turn.
      await new Promise((resolve) => setImmediate(resolve))
    } while (cursor !== null && !isClosing)
  }

  function drain(): Promise<void> {
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

  async function rearm(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    if (!parts.withClocks || isClosing) return
    const dueAt = await store.nextDueAt(clock.now())
    if (dueAt === null || isClosing) return
    const sleep = Math.min(Math.max(0, dueAt - clock.now()), LONGEST_SLEEP_MS)
    timer = setTimeout(() => {
      drain().catch((error: unknown) => log.error('what fell due could not be done', error))
    }, sleep)
    timer.unref()
  }

  return {
    store,
    clock,
    log,
    dataFolder: parts.dataFolder,
    router,
    drain,
    rearm,
    async catchUp() {
      const interrupted = await store.interruptBatches(clock.now())
      if (interrupted.length > 0) log.warn('imports were interrupted', { batches: interrupted })
      await drain()
    },
    async close() {
      isClosing = true
      if (timer) clearTimeout(timer)
      await draining
    },
  }
}
