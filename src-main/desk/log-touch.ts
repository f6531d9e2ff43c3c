import type { LeadId, Seq } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** Logs that a rep tried to reach a lead, or did. Who does so with an offer has accepted it, and that is not taken back. */
export async function logTouch(
  desk: Desk,
  input: { leadId: LeadId; kind: 'attempt' | 'contact'; actor: string },
): Promise<Seq[]> {
  return desk.store.log(input.leadId, input.kind, { at: desk.clock.now(), actor: input.actor })
}
