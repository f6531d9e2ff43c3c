import { formatNumber } from './formats.ts'
import { inLanguage } from './language.ts'

/** The review tray: mails that a person must look at. */
export const reviewText = inLanguage('reviewText', {
  title: 'Review',
  segments: { label: 'Which mails', review: 'To review', ignored: 'No leads', lead: 'Became leads', templates: 'Templates' },
  list: 'Mails',
  empty: {
    review: {
      title: 'Nothing to review',
      hint: 'Mails that may be leads but are not certain wait here until someone has looked at them. None does now.',
    },
    ignored: {
      title: 'No mail was put aside',
      hint: 'Bounces, newsletters, automatic answers and the like are listed here for 30 days, with the reason.',
    },
    lead: { title: 'No lead came by mail yet', hint: 'Connect an inbox under Intake, or drop mail files there.' },
    templates: {
      title: 'No templates yet',
      hint: 'When you correct a mail, tick “Read mails of this sender like this”. The next ones are then read by themselves.',
    },
  },
  choose: 'Choose a mail to read it.',
  more: 'Show older mails',
  noSubject: 'No subject',
  noSender: 'No sender',
  from: 'From',
  to: 'To',
  replyTo: 'Reply to',
  readAs: (parser: string) => `Read as: ${parser}`,
  language: (name: string) => `written in ${name}`,
  asText: 'Mail',
  raw: 'Source',
  rawCut: 'The mail is longer; this is its first megabyte.',
  forgotten: 'What this mail said was let go after 30 days.',
  noText: 'This mail holds no text.',
  attachments: 'Attachments',
  attachment: (name: string | null, type: string, kilobytes: number) => `${name ?? type}, ${formatNumber(kilobytes)} kB`,
  lead: 'The lead it would be',
  leads: (count: number) => `This mail holds ${formatNumber(count)} leads. Taking it as one keeps the first; correct it here.`,
  addField: 'Add a field',
  unmatched: 'Without a field of its own',
  notRead: 'not read in the mail',
  readAt: (certainty: string, where: string) => `${certainty}: ${where}`,
  keepTemplate: (sender: string) => `Read mails of ${sender} like this from now on`,
  keepTemplateHint: 'Those of the same sender that wait here are read again at once.',
  accept: 'Make it a lead',
  dismiss: 'No lead',
  reopen: 'Back to the tray',
  openLead: (id: number) => `Open lead ${id}`,
  accepted: { added: 'A new lead', matched: 'Joined to a lead that was there' },
  others: (count: number) =>
    count === 0
      ? ''
      : count === 1
        ? ' One more mail of this sender became a lead.'
        : ` ${formatNumber(count)} more mails of this sender became leads.`,
  dismissed: 'Put away as no lead',
  reopened: 'Back in the tray',
  templates: {
    sender: 'Sender',
    subject: 'Subjects that begin with',
    any: 'any',
    fields: 'Fields read',
    uses: 'Used',
    made: 'Made',
    remove: 'Forget this template',
    removed: (sender: string) => `Mails of ${sender} are read as before the template`,
  },
})
