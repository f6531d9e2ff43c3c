import { setImmediate as immediate, setTimeout as pause } from 'node:timers/promises'
import { AsyncIteratorClass } from '@orpc/server'
import type { DeskUpdate, LeadCard, Seq } from '../contract/index.ts'
import type { Desk } from '../desk/context.ts'

/** Commits this close together are told in one update: an import makes dozens a second, and a screen draws sixty. */
const GATHER_MS = 30
/** By then a window has drawn the queue it was told first. */
const FIRST_ROWS_MS = 120
/** More events than this at once are told as a snapshot. */
const MOST_EVENTS = 500
/** A listener that stays far behind gets a snapshot at most this often. */
const SNAPSHOT_EVERY_MS = 500
/**
 * While commits follow each other without a pause, after an update that took long to get at, as many times as long nothing is told: a desk
 * at work, an import for one, has other things to do than to say so. What happens by itself is told at once.
 */
const REST_TIMES = 20
const LONGEST_REST_MS = 400

/**
 * Tells what happens at the desk from now on, in order and without gaps. Begins with a snapshot, or behind `after` when given
 * and still near enough. Ends when `signal` fires or the iterator is returned; then nothing of it is left. `queueFirst` tells a first snapshot
 * with the head of the queue alone, and at once behind it, as changes, the leads of reps: a window has rows before those are read.
 */
export function watchDesk(
  desk: Pick<Desk, 'store' | 'clock'>,
  after: Seq | undefined,
  signal?: AbortSignal,
  { queueFirst = false }: { queueFirst?: boolean } = {},
): AsyncIteratorObject<DeskUpdate, undefined> {
  const bell = new Bell()
  const stopListening = desk.store.onCommit(() => bell.ring())
  const end = new AbortController()
  const finish = (): void => {
    stopListening()
    signal?.removeEventListener('abort', finish)
    end.abort()
    bell.ring()
  }
  if (signal?.aborted) finish()
  else signal?.addEventListener('abort', finish)

  let seq: Seq | null = after ?? null
  let isFirst = true
  let isHalfTold = false
  let begunAt = 0
  let spentMs = 0
  let snapshotAt = Number.NEGATIVE_INFINITY

  const read = async (): Promise<DeskUpdate | null> => {
    // A number from another life of this desk (a backup was put back): nothing to resume from.
    if (isFirst && seq !== null && seq > (await desk.store.lastSeq())) seq = null
    isFirst = false
    if (seq !== null) {
      const changes = await desk.store.changesAfter(seq, MOST_EVENTS, desk.clock.now())
      if (changes !== null) {
        if (changes.seq === seq && !isHalfTold) return null
        seq = changes.seq
        if (!isHalfTold) return changes
        isHalfTold = false
        return { ...changes, leads: together(await desk.store.leadsOfReps(), changes.leads) }
      }
    }
    await rest(SNAPSHOT_EVERY_MS - (performance.now() - snapshotAt), end.signal)
    if (end.signal.aborted) return null
    snapshotAt = begunAt = performance.now()
    isHalfTold = queueFirst && seq === null
    const snapshot = await desk.store.snapshot(desk.clock.now())
    seq = snapshot.seq
    if (isHalfTold) return { kind: 'snapshot', snapshot }
    return { kind: 'snapshot', snapshot: { ...snapshot, leads: together(snapshot.leads, await desk.store.leadsOfReps()) } }
  }

  let hasRead = false
  return new AsyncIteratorClass<DeskUpdate, undefined>(
    async () => {
      for (;;) {
        if (isHalfTold) await rest(FIRST_ROWS_MS, end.signal)
        else if (hasRead) {
          const isBusy = bell.hasRung
          await bell.rung()
          await rest(isBusy ? Math.max(GATHER_MS, Math.min(spentMs * REST_TIMES, LONGEST_REST_MS)) : GATHER_MS, end.signal)
        }
        if (end.signal.aborted) return { done: true, value: undefined }
        hasRead = true
        bell.still()
        begunAt = performance.now()
        const update = await read()
        spentMs = performance.now() - begunAt
        // To read it and to write it out are two stretches of work.
        await immediate()
        if (end.signal.aborted) return { done: true, value: undefined }
        if (update !== null) return { done: false, value: update }
      }
    },
    async () => finish(),
  )
}

/** Of a lead that is in both, the later card. */
const together = (some: readonly LeadCard[], others: readonly LeadCard[]): LeadCard[] => [
  ...new Map([...some, ...others].map((card) => [card.id, card])).values(),
]

/** Rung by any commit, heard once: what rings while nobody listens is heard at the next turn. */
class Bell {
  hasRung = false
  #hear: (() => void) | null = null
  ring(): void {
    this.hasRung = true
    this.#hear?.()
  }
  still(): void {
    this.hasRung = false
  }
  rung(): Promise<void> {
    if (this.hasRung) return Promise.resolve()
    return new Promise((resolve) => {
      this.#hear = resolve
    })
  }
}

/** Waits, but not past the end. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return
  await pause(ms, undefined, { signal }).catch(() => {})
}
