import { os } from './os.ts'
import { accountTopic } from './topics/account.ts'
import { deskTopic } from './topics/desk.ts'
import { formTopic } from './topics/form.ts'
import { inboxTopic } from './topics/inbox.ts'
import { intakeTopic } from './topics/intake.ts'
import { leadTopic } from './topics/lead.ts'
import { mailTopic } from './topics/mail.ts'
import { personTopic } from './topics/person.ts'
import { repTopic } from './topics/rep.ts'
import { reportTopic } from './topics/report.ts'
import { ruleTopic } from './topics/rule.ts'
import { viewTopic } from './topics/view.ts'
import { windowTopic } from './topics/window.ts'

/** Every procedure of the contract. The compiler refuses one that is missing or answers something else. */
export const router = os.router({
  desk: deskTopic,
  lead: leadTopic,
  rep: repTopic,
  rule: ruleTopic,
  account: accountTopic,
  intake: intakeTopic,
  inbox: inboxTopic,
  mail: mailTopic,
  form: formTopic,
  report: reportTopic,
  person: personTopic,
  view: viewTopic,
  window: windowTopic,
})
