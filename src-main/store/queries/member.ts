import type { Availability, EpochMs, RepCard, RepFacts, RepId, RepProfile } from '../../contract/index.ts'
import type { Load } from './loads.ts'

/** A rep as the team remembers them between transactions. */
export interface Member {
  id: RepId
  profile: RepProfile
  availability: Availability
  availabilityReason: string | null
  availableAgainAt: EpochMs | null
  /** Why the desk paused them; null when it did not. */
  pauseReason: string | null
  hasPin: boolean
  /** What decisions see; brought up to date by `Team.open`. */
  facts: RepFacts
  /** Between these moments hours and time off need no new look. */
  lookedFrom: EpochMs
  lookedUntil: EpochMs
}

export interface MemberRow {
  id: RepId
  profile: string
  availability: Availability
  availabilityReason: string | null
  availableAgainAt: EpochMs | null
  pauseReason: string | null
  hasPin: 0 | 1
}

/** What profiles saved by older versions lack. */
const LATER_FIELDS: Pick<RepProfile, 'rampPercent' | 'rampUntil' | 'holidays'> = {
  rampPercent: null,
  rampUntil: null,
  holidays: null,
}

export function memberOf(row: MemberRow): Member {
  const profile = { ...LATER_FIELDS, ...(JSON.parse(row.profile) as RepProfile) }
  return {
    id: row.id,
    profile,
    availability: row.availability,
    availabilityReason: row.availabilityReason,
    availableAgainAt: row.availableAgainAt,
    pauseReason: row.pauseReason,
    hasPin: row.hasPin === 1,
    facts: {
      id: row.id,
      name: profile.name,
      email: profile.email,
      team: profile.team,
      tier: profile.tier,
      skills: profile.skills,
      languages: profile.languages,
      products: profile.products,
      territories: profile.territories,
      weight: profile.weight,
      isActive: profile.isActive,
      isDraining: profile.isDraining,
      isPaused: profile.isPaused,
      availability: row.availability,
      availableAgainAt: row.availableAgainAt,
      isOnTimeOff: false,
      isInHours: true,
      hoursChangeAt: null,
      capacity: profile.capacity,
      openLeads: 0,
      dailyCap: profile.dailyCap,
      givenToday: 0,
      hourlyCap: profile.hourlyCap,
      givenThisHour: 0,
      lastGivenAt: null,
      wonLately: 0,
      closedLately: 0,
    },
    lookedFrom: Number.POSITIVE_INFINITY,
    lookedUntil: Number.NEGATIVE_INFINITY,
  }
}

/** Weight times ramp (R18). A ramp without an end goes on. */
export function effectiveWeight({ weight, rampPercent, rampUntil }: RepProfile, at: EpochMs): number {
  const isRamping = rampPercent !== null && (rampUntil === null || at < rampUntil)
  return isRamping ? (weight * rampPercent) / 100 : weight
}

/** `facts` must be up to date. */
export function cardOf({ profile, facts, ...member }: Member, load: Load): RepCard {
  return {
    ...profile,
    id: member.id,
    availability: facts.availability,
    availabilityReason: facts.availability === 'available' ? null : member.availabilityReason,
    availableAgainAt: facts.availableAgainAt,
    openLeads: facts.openLeads,
    givenToday: facts.givenToday,
    givenThisHour: facts.givenThisHour,
    lastGivenAt: facts.lastGivenAt,
    isInHours: facts.isInHours,
    hoursChangeAt: facts.hoursChangeAt,
    isOnTimeOff: facts.isOnTimeOff,
    effectiveWeight: facts.weight,
    pauseReason: profile.isPaused ? member.pauseReason : null,
    offersPending: load.offersPending,
    hasPin: member.hasPin,
  }
}
