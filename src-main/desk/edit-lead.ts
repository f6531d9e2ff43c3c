import type { LeadDraft, LeadId, Seq } from '../contract/index.ts'
import type { IncomingLead } from '../store/port-arrivals.ts'
import type { Desk } from './context.ts'
import { DAY_MS } from './take-in-leads.ts'

/** What a person says is otherwise: of the fields and of `custom` those named, and no others. */
export type EditedFields = { readonly [Field in keyof Omit<LeadDraft, 'stage' | 'receivedAt'>]?: LeadDraft[Field] | undefined }

export interface EditLeadInput {
  leadId: LeadId
  /** Answers the lead as it is to stand, cleaned and with its keys, of what stands there now. */
  change: (present: LeadDraft) => IncomingLead
  actor: string
}

/**
 * Rewrites what is known of a lead, with its score and whom it may double. It stays where it is, whatever the rules would say of it now.
 * Answers no step when nothing is otherwise.
 */
export async function editLead(desk: Desk, { leadId, change, actor }: EditLeadInput): Promise<Seq[]> {
  const { document } = await desk.store.publishedRuleset()
  const by = { router: await desk.router(), duplicateWindowMs: document.settings.duplicateWindowDays * DAY_MS }
  return desk.store.editLead(leadId, change, by, { at: desk.clock.now(), actor })
}
