import type { LeadId, Seq, Stage } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** Moves leads along. A won or lost one no longer counts against its rep's capacity, so somebody may get a waiting lead. */
export async function setStage(desk: Desk, input: { leadIds: readonly LeadId[]; stage: Stage; actor: string }): Promise<Seq[]> {
  const seqs = await desk.store.setStage(input.leadIds, input.stage, { at: desk.clock.now(), actor: input.actor })
  await desk.drain()
  return seqs
}
