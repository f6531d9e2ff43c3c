import type { Seq } from '../contract/index.ts'
import type { Desk } from './context.ts'

/**
 * Takes steps back, all or none (R29). Nothing is drained after: what the undo put back into the queue would leave it again at
 * once, and the person who undid it would not see it happen.
 */
export async function undoSteps(desk: Desk, input: { seqs: readonly Seq[]; actor: string }): Promise<void> {
  await desk.store.undo(input.seqs, { at: desk.clock.now(), actor: input.actor })
}
