import type { DeskConnection } from '../bridge/create-desk-client.ts'
import type { Seq } from '../../src-main/contract/index.ts'
import type { DeskStore } from './desk-store.ts'

const PAUSE_MS = 500

/** Fills the store from `desk.watch` for as long as the page lives, and resumes behind the last event seen. */
export function connect({ client, onState }: DeskConnection, store: DeskStore): () => void {
  const stopped = new AbortController()
  const forget = onState((state) => {
    store.setConnection(state)
  })
  const { signal } = stopped
  const watch = async (): Promise<void> => {
    let after: Seq | undefined
    while (!signal.aborted) {
      try {
        const updates = await client.desk.watch(after === undefined ? {} : { after }, { signal })
        for await (const update of updates) {
          after = update.kind === 'snapshot' ? update.snapshot.seq : update.seq
          store.receive(update)
        }
      } catch {
        // The connection or the desk is gone for a moment: the banner says so, and the next turn tries again.
      }
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
  void watch()
  return () => {
    stopped.abort()
    forget()
  }
}
