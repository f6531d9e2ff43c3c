import type { BatchId, MailImportOptions } from '../../../src-main/contract/index.ts'
import type { DeskClient } from '../../bridge/create-desk-client.ts'
import type { DeskStore } from '../../state/desk-store.ts'
import { unreadOf } from './take-files.ts'
import type { Uploaded, WizardAction } from './wizard-state.ts'

/** Brings in the mails of several files, one file after another. One that is refused is told, and the next has its turn. */
export async function importMails(
  { client, store }: { client: DeskClient; store: DeskStore },
  files: readonly Uploaded[],
  options: MailImportOptions,
  tell: (action: WizardAction) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const { name, uploadId } of files) {
    try {
      const { batchId } = await client.intake.importMails({ uploadId, options }, { signal })
      tell({ type: 'started', batchId })
      await batchEnded(store, batchId, signal)
    } catch (thrown) {
      signal.throwIfAborted()
      if (files.length === 1) throw thrown
      tell({ type: 'file-unread', unread: unreadOf(name, thrown) })
    }
  }
}

/** Waits until the store knows that an import runs no more. */
function batchEnded(store: DeskStore, batchId: BatchId, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      forget()
      signal.removeEventListener('abort', giveUp)
    }
    const look = (): void => {
      const status = store.getState().batches.get(batchId)?.status
      if (status === undefined || status === 'running') return
      stop()
      resolve()
    }
    const giveUp = (): void => {
      stop()
      reject(new DOMException('stopped', 'AbortError'))
    }
    const forget = store.subscribe(look)
    signal.addEventListener('abort', giveUp)
    look()
  })
}
