import type { LeadId, Seq } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** Two people, not one: the lead is no possible duplicate any more (R30). Answers the step, for undo; none when it was none. */
export async function tellApart(desk: Desk, { leadId, actor }: { leadId: LeadId; actor: string }): Promise<Seq[]> {
  return desk.store.tellApart(leadId, { at: desk.clock.now(), actor })
}
