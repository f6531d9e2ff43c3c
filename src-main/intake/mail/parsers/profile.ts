import { domainOf } from '../../../lib/emails.ts'
import type { Mail } from '../mail.ts'
import type { Found } from '../parsers.ts'

/** A sender whose mails are known better than by their labels. Chosen by its domain alone, never by words of the body. */
export interface Profile {
  /** Told as the mail's parser. */
  name: string
  version: number
  /** Of From; their subdomains too. */
  domains: readonly string[]
  /** Null for a mail that is none of those it knows: labels may still tell. */
  read(mail: Mail): Pick<Found, 'leads' | 'doubt'> | null
}

export function isOf(profile: Profile, mail: Mail): boolean {
  if (mail.from === null) return false
  const domain = domainOf(mail.from.address)
  return profile.domains.some((one) => domain === one || domain.endsWith(`.${one}`))
}

/** What stands in a text behind one piece and before another, which may be its end (null). Plain search, so that no text can slow it. */
export function between(text: string, before: string, after: string | null): string | null {
  const lower = text.toLowerCase()
  const at = before === '' ? 0 : lower.indexOf(before.toLowerCase())
  if (at < 0) return null
  const from = at + before.length
  const to = after === null ? text.length : lower.indexOf(after.toLowerCase(), from)
  return to < from ? null : text.slice(from, to).trim() || null
}
