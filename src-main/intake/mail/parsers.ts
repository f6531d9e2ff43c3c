import type { MailReading, MailReason } from '../../contract/index.ts'
import type { Mail } from './mail.ts'

/** What a parser says of a mail: null when it is not its kind. */
export interface ParsedMail {
  reading: MailReading
  /** Why a person must look at it; null when it is a lead for sure. */
  doubt: MailReason | null
}

export type Parser = (mail: Mail) => ParsedMail | null
