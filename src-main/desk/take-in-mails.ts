import type { BatchId, InboxId, SourceId } from '../contract/index.ts'
import type { IncomingMail, InboxMark, MailsTakeIn, MailTaken } from '../store/port-arrivals.ts'
import type { Desk } from './context.ts'
import { takeInOf } from './take-in-leads.ts'

export interface TakeInMailsInput {
  sourceId: SourceId
  inboxId: InboxId | null
  batchId: BatchId | null
  actor: string
  route: 'now' | 'hold'
  startOldClocks?: boolean
  mails: readonly IncomingMail[]
  mark?: InboxMark
  toMark?: boolean
  progress?: NonNullable<MailsTakeIn['progress']>
}

/**
 * Keeps mails with their verdicts and takes in the leads of those that are, by the published rules; all or none, each mail once (R31). What the
 * answer names is saved, and may be marked on its server.
 */
export async function takeInMails(desk: Desk, input: TakeInMailsInput): Promise<MailTaken[]> {
  const { mails, inboxId, mark, toMark, ...common } = input
  const { leads: _, ...batch } = await takeInOf(desk, { ...common, leads: [] })
  return desk.store.takeInMails({
    ...batch,
    inboxId,
    mails,
    ...(mark === undefined ? {} : { mark }),
    ...(toMark === undefined ? {} : { toMark }),
  })
}
