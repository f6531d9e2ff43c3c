import type { BatchId } from '../../contract/index.ts'
import type { Desk } from '../../desk/context.ts'
import { breathe } from '../../lib/breathe.ts'
import { Pace } from '../../lib/pace.ts'

/** Takes a whole import back: its leads, their turns, and what it added to others. Leads a person has worked on stay. */
export async function undoImport(
  desk: Desk,
  input: { batchId: BatchId; actor: string },
): Promise<{ removed: number; kept: number }> {
  const sum = { removed: 0, kept: 0 }
  const pace = new Pace(false)
  for (;;) {
    const [leads, begun] = [pace.rows, performance.now()]
    const step = await desk.store.undoBatch(input.batchId, leads, { at: desk.clock.now(), actor: input.actor })
    pace.learn(leads, performance.now() - begun)
    sum.removed += step.removed
    sum.kept += step.kept
    if (step.isDone) break
    await breathe()
  }
  // Capacity is free again.
  await desk.drain()
  return sum
}
