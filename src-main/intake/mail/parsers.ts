import type { FieldReading, MailReading, MailReason, TemplateId } from '../../contract/index.ts'
import type { Mail } from './mail.ts'

/** What a parser found in a mail of its kind. */
export interface Found {
  parser: string
  version: number
  /** One list of fields a lead. */
  leads: FieldReading[][]
  /** Why a person must look at it, or why it is no lead at all (`digest`, `reply`); null when it is a lead for sure. */
  doubt: MailReason | null
}

/** Null when the mail is not its kind. */
export type Parser = (mail: Mail) => Found | null

/** What was made of a mail. */
export interface ParsedMail {
  reading: MailReading
  /** As `Found` says: one of IGNORED_REASONS means no lead, one of REVIEW_REASONS that a person must look. */
  doubt: MailReason | null
  /** The template it was read by; null without one. */
  templateId: TemplateId | null
}
