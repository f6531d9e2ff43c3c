import type { Counts, LeadCard, LeadDraft, LeadId, RepCard, RepId } from '../../../src-main/contract/index.ts'
import { isOpen } from '../../../src-renderer/state/selectors.ts'

/** Noon on 2 November 2026, UTC. */
export const NOON = Date.UTC(2026, 10, 2, 12)

export const leadId = (id: number): LeadId => id as LeadId
export const repId = (id: number): RepId => id as RepId

/** A waiting lead of the web form, unless told otherwise. */
export function aLead(parts: Partial<LeadCard> = {}): LeadCard {
  const id = parts.id ?? leadId(1)
  return {
    id,
    name: `Lead ${id}`,
    company: `Company ${id}`,
    email: `lead${id}@example.com`,
    phone: null,
    country: 'DE',
    region: null,
    city: null,
    source: 'Web form',
    score: null,
    grade: null,
    value: null,
    currency: null,
    status: parts.repId === undefined || parts.repId === null ? 'waiting' : 'assigned',
    stage: 'new',
    repId: null,
    ruleId: null,
    rule: null,
    waitCode: null,
    waitDetail: null,
    isHeld: false,
    isPinned: false,
    possibleDuplicateOf: null,
    receivedAt: NOON + id * 1_000,
    placedAt: NOON + id * 1_000,
    touchedAt: null,
    offeredTo: [],
    dueKind: null,
    dueAt: null,
    breachedAt: null,
    batchId: null,
    ...parts,
  }
}

export function aRep(parts: Partial<RepCard> = {}): RepCard {
  const id = parts.id ?? repId(1)
  return {
    id,
    name: `Rep ${id}`,
    email: `rep${id}@example.com`,
    role: 'rep',
    team: 'Sales',
    skills: [],
    languages: [],
    products: [],
    tier: null,
    territories: [],
    weight: 1,
    capacity: null,
    dailyCap: null,
    hourlyCap: null,
    timeZone: null,
    hours: null,
    rampPercent: null,
    rampUntil: null,
    holidays: null,
    isActive: true,
    isDraining: false,
    isPaused: false,
    availability: 'available',
    availabilityReason: null,
    availableAgainAt: null,
    openLeads: 0,
    givenToday: 0,
    givenThisHour: 0,
    lastGivenAt: null,
    isInHours: true,
    hoursChangeAt: null,
    isOnTimeOff: false,
    effectiveWeight: parts.weight ?? 1,
    pauseReason: null,
    offersPending: 0,
    hasPin: false,
    ...parts,
  }
}

export function someFields(parts: Partial<LeadDraft> = {}): LeadDraft {
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
    ...parts,
  }
}

export function countsOf(leads: Iterable<LeadCard>): Counts {
  const counts: Counts = {
    waiting: 0,
    held: 0,
    offered: 0,
    assigned: 0,
    partner: 0,
    nurture: 0,
    duplicate: 0,
    discarded: 0,
    review: 0,
    overdue: 0,
    receivedToday: 0,
    assignedToday: 0,
    oldestWaitingAt: null,
  }
  for (const lead of leads) {
    if (lead.status === 'waiting' && lead.isHeld) counts.held += 1
    else counts[lead.status] += 1
    counts.receivedToday += 1
    if (isOpen(lead)) counts.assignedToday += 1
    if (lead.status === 'waiting' && !lead.isHeld) {
      counts.oldestWaitingAt = Math.min(counts.oldestWaitingAt ?? Infinity, lead.receivedAt)
    }
  }
  return counts
}
