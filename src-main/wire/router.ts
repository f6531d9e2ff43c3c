import { os } from './os.ts'
import { deskTopic } from './topics/desk.ts'
import { personTopic } from './topics/person.ts'

/**
 * Every procedure of the contract. The compiler refuses one that is missing or answers something else. What a window asks first is there at
 * once; each other topic, and what it needs, is read with its first question.
 */
export const router = os.router({
  desk: deskTopic,
  person: personTopic,
  lead: os.lead.lazy(async () => ({ default: (await import('./topics/lead.ts')).leadTopic })),
  rep: os.rep.lazy(async () => ({ default: (await import('./topics/rep.ts')).repTopic })),
  rule: os.rule.lazy(async () => ({ default: (await import('./topics/rule.ts')).ruleTopic })),
  account: os.account.lazy(async () => ({ default: (await import('./topics/account.ts')).accountTopic })),
  intake: os.intake.lazy(async () => ({ default: (await import('./topics/intake.ts')).intakeTopic })),
  inbox: os.inbox.lazy(async () => ({ default: (await import('./topics/inbox.ts')).inboxTopic })),
  mail: os.mail.lazy(async () => ({ default: (await import('./topics/mail.ts')).mailTopic })),
  form: os.form.lazy(async () => ({ default: (await import('./topics/form.ts')).formTopic })),
  report: os.report.lazy(async () => ({ default: (await import('./topics/report.ts')).reportTopic })),
  view: os.view.lazy(async () => ({ default: (await import('./topics/view.ts')).viewTopic })),
  window: os.window.lazy(async () => ({ default: (await import('./topics/window.ts')).windowTopic })),
})
