import { createRequire } from 'node:module'
import { domainOf } from '../../../lib/emails.ts'

const requireFrom = createRequire(import.meta.url)

/**
 * Domains whose addresses stand for a person's only while a portal passes mails on: they never name the person, and two people may
 * get the same one. Addresses a person hides behind by choice (Apple, Firefox, DuckDuckGo) are theirs and not among them.
 */
const RELAYS = [
  'convo.zillow.com',
  'email.realtor.com',
  'realtorpro.io',
  'followupboss.com',
  'guest.booking.com',
  'guest.airbnb.com',
  'reply.airbnb.com',
  'messaging.yelp.com',
  'craigslist.org',
  'members.ebay.com',
  'mail.kleinanzeigen.de',
  'marketplace.amazon.com',
]
/** `reply.portal.example`, `bounces.shop.example`: machines that read replies, whoever's they are. */
const RELAY_HOST = /^(?:reply|replies|relay|convo|notify|notifications?|bounces?|mailer|mailings?|no-?reply|msg|messaging)\./

let noReply: ReadonlySet<string> | undefined

/** True for an address nobody reads: `noreply@`, `do-not-reply@` and their kind, by a list that is kept. */
export function isNoReply(address: string): boolean {
  noReply ??= new Set(requireFrom('reserved-email-addresses-list/no-reply-list.json') as string[])
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase()
  // `noreply+ab12@`, `no-reply-kunden@`.
  return noReply.has(local) || local.split(/[+._=]/).some((part) => noReply?.has(part)) || /^(?:no|do-?not)-?reply/.test(local)
}

/** True for an address that is a machine's and never a prospect's. */
export function isRelay(address: string): boolean {
  const domain = domainOf(address)
  return isNoReply(address) || RELAYS.some((relay) => domain === relay || domain.endsWith(`.${relay}`)) || RELAY_HOST.test(domain)
}

/** True for a number or address that a portal shows only in part, or that stands there for none: `619-555-XXXX`, `d***@x.de`, `9999999999`. */
export function isMasked(text: string): boolean {
  if (/[•●∗＊]|\*{2}|\*@/.test(text)) return true
  if (/[@a-wyz]/i.test(text)) return false
  const digits = text.replaceAll(/\D/g, '')
  return /x{3}|#{3}|_{3}/i.test(text) || (digits.length >= 7 && /^(\d)\1{6}$/.test(digits.slice(-7)))
}
