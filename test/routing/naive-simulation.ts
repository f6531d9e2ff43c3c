import type { Decision, LeadFacts, RepId, World } from '../../src-main/contract/index.ts'
import { charge } from '../../src-main/routing/charge.ts'
import type { CompiledRuleset } from '../../src-main/routing/compile-ruleset.ts'
import { decide } from '../../src-main/routing/decide.ts'
import type { SimLead } from '../../src-main/routing/simulate.ts'
import { whoAccepts } from '../../src-main/routing/simulate-side.ts'
import type { SimTeam } from '../../src-main/routing/simulate-team.ts'
import { scoreLead } from '../../src-main/routing/score.ts'

const HOUR = 3_600_000

/**
 * What a simulation has to come to, by the simplest means: at every moment at which anything happens all the facts are looked up
 * anew, and the whole queue is tried from its head.
 */
export function naiveSimulation(
  ruleset: CompiledRuleset,
  team: SimTeam,
  leads: readonly SimLead[],
  until: number,
): (RepId | null)[] {
  const reps = team.reps.map((rep) => ({ ...rep, openLeads: 0, givenToday: 0, givenThisHour: 0, lastGivenAt: null }))
  const world: World & { at: number; today: number } = {
    at: 0,
    reps,
    turns: new Map(),
    today: 0,
    tallies: new Map(),
    localTime: team.localTime,
  }
  const repOf: (RepId | null)[] = leads.map(() => null)
  const closes: { at: number; repId: RepId }[] = []
  let waiting: { index: number; facts: LeadFacts }[] = []
  const retries = new Map<number, number>()
  let [hour, day] = ['', Number.NaN]

  const look = (at: number): void => {
    world.at = at
    world.today = team.dayOf(at)
    for (const rep of reps) {
      Object.assign(rep, team.workingAt(rep.id, at))
      if (team.hourKeyOf(at) !== hour) rep.givenThisHour = 0
      if (world.today !== day) rep.givenToday = 0
    }
    hour = team.hourKeyOf(at)
    day = world.today
  }
  const settle = (index: number, facts: LeadFacts, decision: Decision): boolean => {
    if (decision.outcome === 'waiting') {
      facts.waitingSince ??= world.at
      if (decision.retryAt !== null) retries.set(index, decision.retryAt)
      return false
    }
    const repId = whoAccepts(decision, (id) => reps.find((rep) => rep.id === id)!)
    if (repId === null) return true
    charge(world, { ...decision, outcome: 'assigned', repId, offeredTo: [] })
    repOf[index] = repId
    const { closedMs } = leads[index]!
    if (closedMs !== null) closes.push({ at: Math.max(world.at, facts.receivedAt + closedMs), repId })
    return true
  }
  const drain = (): void => {
    const rank = (facts: LeadFacts): number => (facts.grade === null ? 3 : ['hot', 'warm', 'cold'].indexOf(facts.grade))
    waiting.sort((a, b) => rank(a.facts) - rank(b.facts) || a.facts.receivedAt - b.facts.receivedAt || a.index - b.index)
    waiting = waiting.filter(({ index, facts }) => !settle(index, facts, decide(facts, world, ruleset)))
  }
  const runTo = (end: number): void => {
    for (;;) {
      const changes = reps.flatMap((rep) => team.workingAt(rep.id, world.at).until ?? [])
      const nextHour = (Math.floor(world.at / HOUR) + 1) * HOUR
      const due = [...changes, ...closes.map(({ at }) => at), ...[...retries.values()].filter((at) => at > world.at), nextHour]
      const next = Math.min(...due.map((at) => Math.max(at, world.at)))
      const closing = closes.some(({ at }) => at <= world.at)
      if (next > end || (next === world.at && !closing)) break
      look(next)
      for (const { repId } of closes.filter(({ at }) => at <= next)) reps.find((rep) => rep.id === repId)!.openLeads--
      closes.splice(0, closes.length, ...closes.filter(({ at }) => at > next))
      drain()
    }
    look(end)
  }

  leads.forEach((lead, index) => {
    if (index === 0) look(lead.facts.receivedAt)
    runTo(lead.facts.receivedAt)
    const facts: LeadFacts = { ...lead.facts, ...scoreLead(lead.facts, ruleset, world) }
    if (!settle(index, facts, decide(facts, world, ruleset))) waiting.push({ index, facts })
  })
  runTo(until)
  return repOf
}
