import type { Decision, RepId, World } from '../contract/index.ts'

/**
 * Brings a world up to date after a decision, for the next lead of the batch: numbers, loads, caps, last given, and what rules count.
 * The one file of this folder that changes what it is given.
 */
export function charge(world: World, decision: Decision): void {
  chargeTurn(world, decision)
  if (decision.outcome !== 'assigned' && decision.outcome !== 'offered') return
  if (decision.repId === null) {
    // A claim weighs on everyone who may take it, and is given to nobody yet.
    for (const rep of world.reps) if (decision.offeredTo.includes(rep.id)) rep.openLeads += 1
    return
  }
  const rep = world.reps.find((one) => one.id === decision.repId)
  if (!rep) return
  rep.openLeads += 1
  rep.givenToday += 1
  rep.givenThisHour += 1
  rep.lastGivenAt = world.at
  if (decision.tally !== null) countForRule(world, decision.tally, rep.id)
}

function chargeTurn({ turns }: World, { turn }: Decision): void {
  if (!turn) return
  let numbers = turns.get(turn.pool) as Map<RepId, number> | undefined
  if (!numbers) (turns as Map<string, Map<RepId, number>>).set(turn.pool, (numbers = new Map()))
  for (const { repId, after } of turn.changes) numbers.set(repId, after)
}

function countForRule(world: World, ruleId: NonNullable<Decision['tally']>, repId: RepId): void {
  const tallies = world.tallies as Map<typeof ruleId, Map<RepId, Map<number, number>>>
  let byRep = tallies.get(ruleId)
  if (!byRep) tallies.set(ruleId, (byRep = new Map()))
  let byDay = byRep.get(repId)
  if (!byDay) byRep.set(repId, (byDay = new Map()))
  byDay.set(world.today, (byDay.get(world.today) ?? 0) + 1)
}
