import type { MailId, MailReading, SourceId, TemplateId } from '../contract/index.ts'
import type { IncomingLead, TakenIn } from '../store/port-arrivals.ts'
import type { Desk } from './context.ts'
import { takeInOf } from './take-in-leads.ts'

export interface AcceptMailInput {
  mailId: MailId
  sourceId: SourceId
  actor: string
  route: 'now' | 'hold'
  reading: MailReading
  templateId: TemplateId | null
  /** False when a template reads it now. */
  isByHand: boolean
  leads: readonly IncomingLead[]
}

/** A mail of the tray, or one that was passed over, becomes a lead by the published rules. Answers its first. */
export async function acceptMail(desk: Desk, input: AcceptMailInput): Promise<TakenIn> {
  const { mailId, reading, templateId, isByHand, ...common } = input
  // Of no import any more: taking that back must not take what a person said.
  const batch = await takeInOf(desk, { ...common, batchId: null })
  const taken = await desk.store.acceptMail(mailId, reading, templateId, isByHand, batch)
  await desk.drain()
  return taken
}
