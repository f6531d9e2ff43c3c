import type { EpochMs, MailImportOptions, MailTemplate } from '../../contract/index.ts'
import type { IncomingMail } from '../incoming.ts'

/** What one needs to know to judge and read a mail. */
export interface MailContext {
  /** Whose telephone numbers are meant without a prefix; ISO alpha-2. */
  homeCountry: string
  /** Of dates that name no zone; IANA. */
  timeZone: string
  now: EpochMs
  takes: MailImportOptions['takes']
  /** Addresses and domains of the team. */
  ownAddresses: readonly string[]
  templates: readonly MailTemplate[]
  /** Part of each mail's key: the same mail in two inboxes is two arrivals. */
  mailbox: string
}

/** Reads, judges and parses one mail. Whatever its bytes, it answers; a mail that can't be read goes to the tray as `unreadable`. */
export type ReadIncoming = (
  raw: Buffer,
  context: MailContext,
  where: { uid: number | null; place: string | null },
) => Promise<IncomingMail>
