import type { LeadId, Seq } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** Logs that a rep tried to reach a lead, or did. */
export async function logTouch(
  desk: Desk,
  input: { leadId: LeadId; kind: 'attempt' | 'contact'; actor: string },
): Promise<Seq[]> {
  return [await desk.store.log(input.leadId, input.kind, { at: desk.clock.now(), actor: input.actor })]
}
