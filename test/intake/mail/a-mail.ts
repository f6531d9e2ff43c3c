import type { FieldReading, MailTemplate } from '../../../src-main/contract/index.ts'
import { draftOfReading, type MailHabits } from '../../../src-main/intake/mail/draft-of-reading.ts'
import type { Mail } from '../../../src-main/intake/mail/mail.ts'
import { parseMail } from '../../../src-main/intake/mail/parse-mail.ts'
import type { ParsedMail } from '../../../src-main/intake/mail/parsers.ts'
import { readMail } from '../../../src-main/intake/mail/read-mail.ts'

/** A mail's bytes from its headers and body, as a server hands them over. */
export function rawMail(headers: Readonly<Record<string, string>>, body: string, type = 'text/plain'): Buffer {
  const all = {
    From: 'Website <noreply@site.example>',
    To: 'sales@firm.example',
    'Content-Type': `${type}; charset=utf-8`,
    ...headers,
  }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${head.join('\r\n')}\r\nMIME-Version: 1.0\r\n\r\n${body.replaceAll('\n', '\r\n')}`)
}

export const aReadMail = (headers: Readonly<Record<string, string>>, body: string, type?: string): Promise<Mail> =>
  readMail(rawMail(headers, body, type))

export async function parsed(
  headers: Readonly<Record<string, string>>,
  body: string,
  options: { type?: string; templates?: readonly MailTemplate[] } = {},
): Promise<ParsedMail | null> {
  return parseMail(await aReadMail(headers, body, options.type), options.templates ?? [])
}

/** Field and value of each thing that stands in the mail, of one lead: without what its words were found to be. */
export function read(found: ParsedMail | null, lead = 0): Record<string, string> {
  const fields = found?.reading.leads[lead]?.filter(({ where }) => where !== 'the words of the message') ?? []
  return Object.fromEntries(fields.map(({ field, value }) => [field, value]))
}

export function fieldIn(found: ParsedMail | null, field: string): FieldReading | undefined {
  return found?.reading.leads[0]?.find((one) => one.field === field)
}

export const HABITS: MailHabits = { country: 'US', timeZone: 'America/Chicago', now: Date.UTC(2026, 10, 23, 12), sentAt: null }

export const draftOf = (found: ParsedMail | null, habits: MailHabits = HABITS): ReturnType<typeof draftOfReading> =>
  draftOfReading(found?.reading.leads[0] ?? [], habits)
