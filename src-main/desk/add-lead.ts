import { randomUUID } from 'node:crypto'
import type { LeadDraft, LeadId } from '../contract/index.ts'
import type { Desk } from './context.ts'
import { emptyDraft } from './empty-draft.ts'
import { cleanTyped, identifyLead } from './identify-lead.ts'
import { takeInLeads } from './take-in-leads.ts'

/** A lead written down by hand. Answers it, or the one it matched. */
export async function addLead(
  desk: Desk,
  input: { draft: Partial<LeadDraft>; route: 'now' | 'hold'; actor: string },
): Promise<{ leadId: LeadId; outcome: 'added' | 'matched' }> {
  const { country } = await desk.store.settings()
  const draft = cleanTyped({ ...emptyDraft(), ...input.draft }, country)
  const sourceId = await desk.store.openSource('By hand', 'hand', desk.clock.now())
  // Nothing tells a second typing from a second click but the person; matching sees to both.
  const arrival = { key: randomUUID(), raw: null, rawKind: 'hand' as const, line: null, owner: null }
  const [taken] = await takeInLeads(desk, {
    sourceId,
    batchId: null,
    actor: input.actor,
    route: input.route,
    leads: [identifyLead(draft, arrival)],
  })
  if (!taken) throw new Error('the store answered for no lead')
  await desk.drain()
  return { leadId: taken.leadId, outcome: taken.outcome }
}
