import type { EpochMs } from '../../contract/index.ts'

/** A mail as read from its bytes: what judging and every parser sees. Nothing in it is trusted. */
export interface Mail {
  /** As received. */
  raw: Buffer
  /** With its angle brackets; null when it has none. */
  messageId: string | null
  /** Of the Date header, when it is one; impossible zones and days are null. */
  sentAt: EpochMs | null
  from: MailAddress | null
  sender: MailAddress | null
  replyTo: readonly MailAddress[]
  to: readonly MailAddress[]
  cc: readonly MailAddress[]
  /** '' for the null path of bounces; null when the header is absent. */
  returnPath: string | null
  subject: string | null
  /** Lower-cased names; unfolded, encoded words decoded, in order. */
  headers: ReadonlyMap<string, readonly string[]>
  /** The main content type, lower-cased, with its parameters: `multipart/report`, `report-type`. */
  type: { value: string; parameters: Readonly<Record<string, string>> }
  /** The plain text: its text part, or the HTML turned into text when there is none. LF line ends. */
  text: string
  /** The HTML part as received: parsed for meta tags and tables, never shown, run or followed. */
  html: string | null
  /** Everything attached; parts of a winmail.dat stand here as if they had been attached themselves. */
  attachments: readonly MailPart[]
  /** Mails inside the mail (message/rfc822): forwarded ones, or the one a bounce gives back. */
  enclosed: readonly Mail[]
  /** What could not be read, in words; empty when all could. */
  problems: readonly string[]
}

export interface MailAddress {
  name: string | null
  /** Lower-cased; '' where only a name stands (`MAILER-DAEMON <>`). */
  address: string
}

export interface MailPart {
  name: string | null
  /** Lower-cased, without parameters. */
  type: string
  content: Buffer
}
