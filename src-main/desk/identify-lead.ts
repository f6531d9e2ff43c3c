import { DeskError, type LeadDraft, type RepId } from '../contract/index.ts'
import { domainOf, emailKey, isFreeMail, isSharedAddress, parseEmail, registrableDomain } from '../lib/emails.ts'
import { fold } from '../lib/fold.ts'
import { toE164 } from '../lib/phones.ts'
import { countryCode, regionCodes, regionOfCountry, timeZoneOf } from '../lib/places.ts'
import type { IncomingLead } from '../store/port-arrivals.ts'

/** What a draft's source adds to it. */
export interface Arrival {
  key: string
  raw: string | null
  rawKind: IncomingLead['rawKind']
  line: number | null
  owner: RepId | 'unknown' | null
}

/**
 * What tells this person from others (R30). The draft must be clean already: phones E.164, e-mails lower-cased, country and region as
 * codes, where they could be read.
 */
export function identifyLead(draft: LeadDraft, arrival: Arrival): IncomingLead {
  const domain = draft.email === null ? null : domainOf(draft.email)
  const isFree = domain !== null && isFreeMail(domain)
  const host = isFree || domain === null ? draft.website : domain
  const site = host === null ? null : registrableDomain(host)
  const name = draft.name === null ? '' : fold(draft.name)
  return {
    draft,
    ...arrival,
    isFreeMail: isFree,
    emailKey: draft.email === null || !draft.email.includes('@') ? null : emailKey(draft.email),
    isSharedEmail: draft.email !== null && isSharedAddress(draft.email),
    phoneKey: draft.phone !== null && /^\+[1-9]\d{5,14}$/.test(draft.phone) ? draft.phone : null,
    nameKey: name === '' ? null : name,
    domainKey: site !== null && !isFreeMail(site) ? site : null,
    timeZone: timeZoneOf(draft.country, draft.region),
  }
}

/** A draft as a person types it, cleaned. What can't be read is refused: whoever typed it is still there to mend it. */
export function cleanTyped(draft: LeadDraft, homeCountry: string): LeadDraft {
  const country = draft.country === null ? null : (countryCode(draft.country) ?? draft.country)
  const email = draft.email === null ? null : (parseEmail(draft.email)?.address ?? null)
  if (draft.email !== null && email === null)
    throw new DeskError('bad-input', { field: 'email', reason: `“${draft.email}” is no e-mail address` })
  const home = country !== null && /^[A-Z]{2}$/.test(country) ? country : homeCountry
  const phone = draft.phone === null ? null : toE164(draft.phone, home)
  if (draft.phone !== null && phone === null)
    throw new DeskError('bad-input', { field: 'phone', reason: `“${draft.phone}” is no telephone number` })
  if (email === null && phone === null && draft.website === null)
    throw new DeskError('bad-input', { field: 'email', reason: 'an e-mail address, a telephone number or a website is needed' })
  const region =
    draft.region === null ? regionOfCountry(draft.country ?? '') : (regionCodes(draft.region, country)[0] ?? draft.region)
  const name = draft.name ?? ([draft.firstName, draft.lastName].filter((part) => part !== null).join(' ') || null)
  return { ...draft, name, country, region, email, phone }
}
