import { z } from './zod.ts'
import { RepId, ViewId } from './ids.ts'
import { LeadFilter, LeadOrder } from './lead.ts'

/** A list of leads with a name: filters that somebody wanted to keep. */
export const SavedView = z.object({
  id: ViewId,
  name: z.string().trim().min(1).max(60),
  filter: LeadFilter,
  order: LeadOrder,
  /** Whose it is; null is everybody's. */
  repId: RepId.nullable(),
})
export type SavedView = z.infer<typeof SavedView>
