import { z } from './zod.ts'
import { SourceId } from './ids.ts'
import { LeadCard, LeadDraft, TimelineEntry } from './lead.ts'
import { MailCard } from './mail.ts'

export const LeadDetail = z.object({
  card: LeadCard,
  fields: LeadDraft,
  sourceId: SourceId,
  /** The row or form as received; mails are read by `mail.read`. */
  raw: z.string().nullable(),
  rawKind: z.enum(['csv', 'mail', 'form', 'hand']).nullable(),
  batchFile: z.string().nullable(),
  line: z.int().nullable(),
  timeline: z.array(TimelineEntry),
  /** The mails that brought it or came for it later, newest first. */
  mails: z.array(MailCard),
})
export type LeadDetail = z.infer<typeof LeadDetail>
