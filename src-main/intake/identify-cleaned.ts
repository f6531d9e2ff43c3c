import type { LeadDraft } from '../contract/index.ts'
import { type Arrival, identifyLead } from '../desk/identify-lead.ts'
import { fold } from '../lib/fold.ts'
import { countryOfPhone } from '../lib/phones.ts'
import { timeZoneOf } from '../lib/places.ts'
import type { IncomingLead } from './incoming.ts'

/**
 * What tells this lead from others, of a draft out of a file or mail, where something may stand as it was written. `isEmailReadable`: whether its
 * `email` is an address.
 */
export function identifyCleaned(draft: LeadDraft, isEmailReadable: boolean, arrival: Arrival): IncomingLead {
  const lead = identifyLead(isEmailReadable || draft.email === null ? draft : { ...draft, email: null }, arrival)
  lead.draft = draft
  // Two firms on one telephone are told apart as two people are.
  if (lead.nameKey === null && draft.company !== null) lead.nameKey = fold(draft.company)
  if (lead.timeZone === null && lead.phoneKey !== null) lead.timeZone = timeZoneOf(countryOfPhone(lead.phoneKey), draft.region)
  return lead
}
