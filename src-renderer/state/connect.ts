import type { DeskConnection } from '../bridge/create-desk-client.ts'
import type { Seat, Seq } from '../../src-main/contract/index.ts'
import type { DeskStore } from './desk-store.ts'
import { askSeat, hasToken } from './seat.ts'

const PAUSE_MS = 500
/** A locked window asks so often whether it still is: the PIN may be taken away elsewhere. */
const LOCKED_PAUSE_MS = 5_000

/**
 * Fills the store from `desk.watch` for as long as the page lives, and resumes behind the last event seen. For somebody else at the window it
 * begins anew; while it is locked there is nothing to watch.
 */
export function connect({ client, onState }: DeskConnection, store: DeskStore): () => void {
  const stopped = new AbortController()
  const forget = onState((state) => {
    store.setConnection(state)
  })
  const { signal } = stopped
  const seated = (): Seat | null => store.getState().seat
  const watch = async (): Promise<void> => {
    let after: Seq | undefined
    let watching = seated()
    let isFirst = true
    while (!signal.aborted) {
      let pauseMs = PAUSE_MS
      try {
        const before = seated()
        const asking = askSeat(client)
        // At once, where nobody has to be let in again first: while the page draws itself for whoever sits here, their leads are read.
        const early = isFirst && !hasToken() ? client.desk.watch({}, { signal }) : null
        // Refused at a locked window, which its seat tells.
        early?.catch(() => undefined)
        isFirst = false
        const answer = await asking
        // Somebody may have sat down while it was asked.
        if (seated() === before) store.sitDown(answer)
        const seat = seated()
        if (seat !== watching) after = undefined
        watching = seat
        if (seat === null || seat.isLocked) pauseMs = LOCKED_PAUSE_MS
        else {
          const updates = await (early ?? client.desk.watch(after === undefined ? {} : { after }, { signal }))
          for await (const update of updates) {
            // Told to the one who sat here before.
            if (seated() !== seat) break
            after = update.kind === 'snapshot' ? update.snapshot.seq : update.seq
            store.receive(update)
          }
        }
      } catch {
        // The connection or the desk is gone for a moment: the banner says so, and the next turn tries again.
      }
      if (!signal.aborted) await pause(store, watching, pauseMs)
    }
  }
  void watch()
  return () => {
    stopped.abort()
    forget()
  }
}

/** Until the time is over, or somebody else sits at the window. */
function pause(store: DeskStore, watching: Seat | null, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      stopListening()
      resolve()
    }
    const timer = setTimeout(end, ms)
    const stopListening = store.subscribe((state) => {
      if (state.seat !== watching) end()
    })
    if (store.getState().seat !== watching) end()
  })
}
