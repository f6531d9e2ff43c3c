import type { BatchId } from '../../../src-main/contract/index.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useCommand } from '../../state/hooks.ts'
import { intakeText } from '../../text/intake.ts'
import { showNotice } from '../../ui/undo-notice.tsx'

export interface BatchActions {
  stop(batchId: BatchId): Promise<void>
  download(batchId: BatchId): Promise<void>
  /** Answers the sentence of what came of it; null when it was refused (which was told). */
  undo(batchId: BatchId): Promise<string | null>
}

/** What a person can do with an import. */
export function useBatchActions(): BatchActions {
  const run = useCommand()
  return {
    stop: async (batchId) => {
      const answer = await run((client) => client.intake.cancel({ batchId }))
      if (answer.ok) showNotice(intakeText.stopped)
    },
    download: async (batchId) => {
      const answer = await run((client) => client.intake.leftOut({ batchId }))
      if (answer.ok) saveFile(answer.value.name, answer.value.text)
    },
    undo: async (batchId) => {
      const answer = await run((client) => client.intake.undo({ batchId }))
      if (!answer.ok) return null
      const said = intakeText.undo.done(answer.value.removed, answer.value.kept)
      showNotice(said)
      return said
    },
  }
}
