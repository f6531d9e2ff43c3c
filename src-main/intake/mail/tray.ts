import type {
  InboxId,
  LeadDraft,
  LeadId,
  MailDetail,
  MailId,
  MailPage,
  MailTemplate,
  MailVerdict,
  TemplateId,
} from '../../contract/index.ts'
import type { Desk } from '../../desk/context.ts'

/** Mails as a person goes through them: those that wait, and what became of the others. */
export interface MailTray {
  page(input: { verdict?: MailVerdict; inboxId?: InboxId; after?: string; limit: number }): Promise<MailPage>
  read(input: { mailId: MailId }): Promise<MailDetail>
  accept(input: AcceptInput): Promise<Accepted>
  dismiss(input: { mailIds: readonly MailId[]; actor: string }): Promise<void>
  reopen(input: { mailIds: readonly MailId[]; actor: string }): Promise<void>
  templates(): Promise<MailTemplate[]>
  removeTemplate(input: { templateId: TemplateId; actor: string }): Promise<void>
}

export interface AcceptInput {
  mailId: MailId
  /** What the person says; what they don't say is as the mail was read. */
  lead: Partial<LeadDraft>
  keepTemplate: boolean
  actor: string
}
export interface Accepted {
  leadId: LeadId
  outcome: 'added' | 'matched'
  templateId: TemplateId | null
  others: number
}

export function openTray(desk: Desk): MailTray {
  const stepOf = (actor: string): { at: number; actor: string } => ({ at: desk.clock.now(), actor })
  return {
    page: ({ after, limit, ...filter }) => desk.store.mailPage(filter, after ?? null, limit),
    // What reads mails is read with the first one.
    read: async ({ mailId }) => (await import('./tray-mail.ts')).readTrayMail(desk, mailId),
    accept: async (input) => (await import('./tray-mail.ts')).acceptTrayMail(desk, input),
    dismiss: ({ mailIds, actor }) => desk.store.dismissMails(mailIds, stepOf(actor)),
    reopen: ({ mailIds, actor }) => desk.store.reopenMails(mailIds, stepOf(actor)),
    templates: () => desk.store.templates(),
    removeTemplate: ({ templateId, actor }) => desk.store.removeTemplate(templateId, stepOf(actor)),
  }
}
