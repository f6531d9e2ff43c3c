import type { LeadDraft } from '../contract/index.ts'

/** A lead of which nothing is known. */
export function emptyDraft(): LeadDraft {
  return {
    name: null,
    firstName: null,
    lastName: null,
    email: null,
    email2: null,
    phone: null,
    phone2: null,
    company: null,
    title: null,
    website: null,
    industry: null,
    address: null,
    city: null,
    region: null,
    postalCode: null,
    country: null,
    language: null,
    product: null,
    message: null,
    source: null,
    owner: null,
    externalId: null,
    currency: null,
    employees: null,
    revenue: null,
    value: null,
    score: null,
    tags: [],
    stage: 'new',
    receivedAt: null,
    custom: {},
  }
}
