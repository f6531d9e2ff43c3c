import type { LeadId, Seq } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** Writes a note; it is a touch, and can be searched. */
export async function noteLead(desk: Desk, input: { leadId: LeadId; text: string; actor: string }): Promise<Seq[]> {
  return [await desk.store.note(input.leadId, input.text, { at: desk.clock.now(), actor: input.actor })]
}
