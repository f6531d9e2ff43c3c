import { AsyncIteratorClass } from '@orpc/server'
import type { DeskUpdate, SavedView, Seq } from '../contract/index.ts'
import type { Sitting } from '../desk/seats.ts'
import { changesFor, snapshotFor } from './rep-sight.ts'
import { eyesOf, sittingAt } from './seat.ts'
import type { WireContext } from './served-desk.ts'
import { watchDesk } from './watch-desk.ts'

/**
 * `watchDesk` as the one who sits there may see it. It ends when somebody else does, or the window is locked, before anything more is told: the page
 * then asks who it is, and begins anew.
 */
export function watchSeat(
  context: WireContext,
  sitting: Sitting,
  after: Seq | undefined,
  signal?: AbortSignal,
): AsyncIteratorObject<DeskUpdate, undefined> {
  const { desk, seats } = context.served
  const end = new AbortController()
  const ends = signal === undefined ? end.signal : AbortSignal.any([signal, end.signal])
  // A rep opens on their own leads.
  const updates = watchDesk(desk, after, ends, { queueFirst: eyesOf(sitting) === null })
  const isStill = async (): Promise<boolean> => isSame(await sittingAt(context), sitting)
  const stopListening = seats.onChange(() => {
    void isStill().then(
      (still) => still || end.abort(),
      // A desk that can't say who sits here tells nothing more.
      () => end.abort(),
    )
  })
  signal?.addEventListener('abort', stopListening, { once: true })
  return new AsyncIteratorClass<DeskUpdate, undefined>(
    async () => {
      const told = await updates.next()
      if (told.done === true || !(await isStill()) || end.signal.aborted) return { done: true, value: undefined }
      return { done: false, value: await updateFor(context, sitting, told.value) }
    },
    async () => {
      stopListening()
      end.abort()
      await updates.return?.()
    },
  )
}

const isSame = (one: Sitting, other: Sitting): boolean =>
  one.repId === other.repId && one.role === other.role && one.isLocked === other.isLocked

async function updateFor({ served }: WireContext, sitting: Sitting, update: DeskUpdate): Promise<DeskUpdate> {
  const eyes = eyesOf(sitting)
  if (update.kind === 'snapshot') {
    const snapshot = { ...update.snapshot, views: viewsFor(update.snapshot.views, sitting) }
    return { kind: 'snapshot', snapshot: eyes === null ? snapshot : await snapshotFor(served.desk.store, eyes, snapshot) }
  }
  const changes = { ...update, views: update.views === null ? null : viewsFor(update.views, sitting) }
  return eyes === null ? changes : changesFor(changes, eyes)
}

/** Everybody's, and one's own. */
export const viewsFor = (views: readonly SavedView[], { repId }: Sitting): SavedView[] =>
  views.filter((view) => view.repId === null || view.repId === repId)
