import type { MailReason, MailVerdict } from '../../src-main/contract/index.ts'
import { inLanguage } from './language.ts'

/** What a mail is taken for. */
export const verdictWords = inLanguage<Record<MailVerdict, string>>('verdictWords', {
  lead: 'Lead',
  review: 'To the review tray',
  ignored: 'No lead',
})

/** Why a mail is no lead, or why a person must look. */
export const mailReasonWords = inLanguage<Record<MailReason, string>>('mailReasonWords', {
  bounce: 'could not be delivered',
  'auto-reply': 'automatic answer',
  'auto-generated': 'written by a program',
  newsletter: 'newsletter',
  list: 'mailing list',
  calendar: 'invitation',
  receipt: 'read or delivery receipt',
  'abuse-report': 'abuse report',
  spam: 'marked as spam',
  'own-mail': "the team's own",
  digest: 'summary of several leads',
  reply: 'part of a conversation',
  'by-hand': 'put away by hand',
  'no-contact': 'no e-mail address or number found',
  unsure: 'read with too little certainty',
  person: 'plain mail of a person',
  forwarded: 'forwarded by somebody',
  'several-leads': 'several leads in one mail',
  'empty-form': 'form without answers',
  unreadable: 'could not be read',
  'too-large': 'too large to read whole',
  wanted: 'this inbox shows you everything first',
})

export const parserWords = inLanguage<Partial<Record<string, string>>>('parserWords', {
  adf: 'ADF',
  'meta-tags': 'lead tags in the mail',
  template: 'your template',
  labels: 'lines with labels',
  person: 'a mail of a person',
})
/** How a mail was read: "ADF", "lines with labels", "zillow". */
export const parserWord = (parser: string): string => parserWords[parser] ?? parser

/** Where in a mail a value stood, as its parser has it: `line 4, "Phone"`. */
export const mailPlaceText = inLanguage('mailPlaceText', { said: (where: string): string => where })

export type Certainty = 'sure' | 'likely' | 'guess'
export const certaintyWords = inLanguage<Record<Certainty, string>>('certaintyWords', {
  sure: 'certain',
  likely: 'likely',
  guess: 'a guess',
})

/** In words, for a number of the parser's says nothing to a person. */
export function certaintyOf(confidence: number): Certainty {
  if (confidence >= 0.9) return 'sure'
  return confidence >= 0.5 ? 'likely' : 'guess'
}
