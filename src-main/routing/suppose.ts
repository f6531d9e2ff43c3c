import type { DecisionRecord, LeadFacts, RepFacts, RepId, RuleId, Supposition, World } from '../contract/index.ts'

/**
 * What a decision saw, put together again from its record (R34). What the record says of a candidate counts; labels, and the reps no
 * pool asked, are as `now` has them. `before` decided by it gives the decision that was made.
 */
export function factsOfRecord(record: DecisionRecord, lead: LeadFacts, now: World): { lead: LeadFacts; world: World } {
  const { decision } = record
  const candidates = Map.groupBy(
    record.pools.flatMap((pool) => pool.candidates),
    (candidate) => candidate.repId,
  )
  const tied = new Set(record.pools.at(-1)?.tied ?? [])
  const reps = now.reps.map((rep): RepFacts => {
    // Who was given leads since must not look as if they had had them then.
    const lastGivenAt = rep.lastGivenAt === null ? null : Math.min(rep.lastGivenAt, record.at - 1)
    const seen = candidates.get(rep.id)
    if (!seen) return { ...rep, lastGivenAt }
    const reasons = new Set(seen.flatMap((candidate) => candidate.reasons))
    const { weight, openLeads, capacity, until } = seen[0]!
    const availability = reasons.has('away') ? 'away' : reasons.has('busy') ? 'busy' : 'available'
    return {
      ...rep,
      weight,
      openLeads,
      capacity,
      isActive: !reasons.has('inactive'),
      isDraining: reasons.has('draining'),
      isPaused: reasons.has('paused'),
      availability,
      availableAgainAt: availability === 'available' ? null : until,
      isOnTimeOff: reasons.has('time-off'),
      isInHours: !reasons.has('outside-hours'),
      ...(reasons.has('at-daily-cap') ? { dailyCap: 1, givenToday: 1 } : { givenToday: 0 }),
      ...(reasons.has('at-hourly-cap') ? { hourlyCap: 1, givenThisHour: 1 } : { givenThisHour: 0 }),
      // Ties broke for the one who got it.
      lastGivenAt: tied.has(rep.id) ? (rep.id === decision.repId ? null : record.at - 1) : lastGivenAt,
    }
  })
  const turns = new Map([...now.turns].map(([pool, numbers]) => [pool, new Map(numbers)]))
  for (const { pool, candidates: asked } of record.pools)
    if (pool !== null) turns.set(pool, new Map(asked.map(({ repId, number }) => [repId, number])))
  const isAsked = (repId: RepId): boolean =>
    candidates.get(repId)?.some(({ reasons }) => reasons.includes('already-offered')) ?? false
  return {
    lead: {
      ...lead,
      score: record.score,
      grade: record.grade,
      alreadyOfferedTo: [...candidates.keys()].filter(isAsked),
      waitingSince: record.at > lead.receivedAt ? lead.receivedAt : null,
    },
    world: { ...now, at: record.at, reps, turns, tallies: new Map<RuleId, never>() },
  }
}

/** The world with things otherwise; the one given stays as it is. */
export function suppose(world: World, suppositions: readonly Supposition[]): World {
  const reps = world.reps.map((rep) =>
    suppositions.filter(({ repId }) => repId === rep.id).reduce((facts, { is }) => supposed(facts, is), rep),
  )
  return { ...world, reps }
}

function supposed(rep: RepFacts, is: Supposition['is']): RepFacts {
  const here = {
    availability: 'available' as const,
    availableAgainAt: null,
    isPaused: false,
    isOnTimeOff: false,
    isInHours: true,
  }
  switch (is) {
    case 'available':
      return { ...rep, ...here }
    case 'free':
      return {
        ...rep,
        ...here,
        openLeads: rep.capacity === null ? rep.openLeads : Math.min(rep.openLeads, Math.max(0, rep.capacity - 1)),
        givenToday: 0,
        givenThisHour: 0,
      }
    case 'busy':
    case 'away':
      return { ...rep, availability: is, availableAgainAt: null }
    case 'paused':
      return { ...rep, isPaused: true }
    case 'inactive':
      return { ...rep, isActive: false }
    case 'off-shift':
      return { ...rep, isInHours: false }
    case 'full':
      return { ...rep, capacity: rep.openLeads }
  }
}
