import { words } from '../../../src-main/desk/words.ts'
import type { LeadFacts, RepId, World } from '../../../src-main/contract/index.ts'
import { addWorkingTime, nextWorkingChange, type WorkingCalendar } from '../../../src-main/lib/working-calendar.ts'
import { hourKey, isWithinHours, localTime } from '../../../src-main/lib/working-time.ts'
import { charge } from '../../../src-main/routing/charge.ts'
import { type CompiledRuleset, compileRuleset } from '../../../src-main/routing/compile-ruleset.ts'
import { decide } from '../../../src-main/routing/decide.ts'
import { Simulation, type SimLead } from '../../../src-main/routing/simulate.ts'
import type { SimTeam } from '../../../src-main/routing/simulate-team.ts'
import { aRepFact, aRuleset, aWorld, NOON } from '../../helpers/facts.ts'
import { decideData } from '../data/rules.ts'
import { Disagreement, race, type Row } from '../measure.ts'
import { seeded } from '../random.ts'

const LEADS = 100_000
const DIFFERENT = 10_000
const REPS = 40
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const DAYS = 60
const ZONES = ['Europe/Berlin', 'America/New_York', 'UTC']
const HOURS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1050 }))

/** Two months of leads replayed by fifty rules over forty reps with hours, capacities, daily caps and contact clocks: one side. */
export async function measureSimulate(): Promise<Row[]> {
  const { conditions, leads } = decideData(50, DIFFERENT, 20_261_221)
  const then = { to: 'pool', pool: {}, by: 'weighted', contactWithinMinutes: 120 }
  const rules = conditions.map((when, i) => ({
    name: `Rule ${i + 1}`,
    when,
    then: { ...then, pool: i % 3 === 0 ? { languages: 'lead' } : {} },
  }))
  const ruleset = compileRuleset(aRuleset(rules), 1, words)
  const past = pastLeads(leads)
  const { side } = simulated(ruleset, past)
  if (side.leads !== LEADS || side.waits.leads === 0) throw new Disagreement('simulate: leads were lost, or none waited')
  const times = await race(
    [
      { name: 'simulate', ops: 1_000_000, run: () => simulated(ruleset, past) },
      { name: 'decide', ops: 1_000_000, run: () => decided(ruleset, past) },
    ],
    3,
  )
  const [own, least] = [times.get('simulate')!, times.get('decide')!]
  const { assigned, waiting, waits } = side
  console.error(
    `simulate: ${Math.round(LEADS / own.micros).toLocaleString('en')} leads a second; ${assigned} given, ${waits.leads} after waiting, ${waiting} waiting`,
  )
  return [
    {
      workload: 'simulate 100,000 leads, 50 rules',
      product: own.micros,
      floor: least.micros,
      against: 'deciding each once, no clock',
      unit: 's',
      must: null,
      aim: 3,
      noise: Math.max(own.noise, least.noise),
    },
  ]
}

function simulated(ruleset: CompiledRuleset, leads: readonly SimLead[]) {
  const simulation = new Simulation(ruleset, aTeam())
  simulation.feed(leads)
  simulation.advance(NOON + DAYS * DAY)
  return { side: simulation.side() }
}

function decided(ruleset: CompiledRuleset, leads: readonly SimLead[]): number {
  const world: World = aWorld(aTeam().reps.map((rep) => ({ ...rep, capacity: null, dailyCap: null })))
  let given = 0
  for (const { facts } of leads) {
    const decision = decide(facts, world, ruleset)
    charge(world, decision)
    if (decision.repId !== null) given++
  }
  return given
}

function pastLeads(leads: readonly LeadFacts[]): SimLead[] {
  const random = seeded(20_261_222)
  const arrivals = Array.from({ length: LEADS }, () => NOON + random.int(0, DAYS * 24 * 60) * MINUTE).sort((a, b) => a - b)
  return arrivals.map((receivedAt, i) => ({
    facts: { ...leads[i % leads.length]!, id: i + 1, receivedAt },
    attemptMs: random.chance(0.8) ? random.int(1, 600) * MINUTE : null,
    closedMs: random.chance(0.9) ? random.int(1, 5 * 24 * 60) * MINUTE : null,
  }))
}

function aTeam(): SimTeam {
  const languages = ['en', 'de', 'fr', 'it', 'es', 'nl', 'sv', 'pl', 'pt', 'da']
  const calendars = new Map<RepId, WorkingCalendar>()
  const reps = Array.from({ length: REPS }, (_, i) => {
    calendars.set((i + 1) as RepId, { hours: HOURS, zone: ZONES[i % ZONES.length]!, off: [] })
    const spoken = languages.filter((_language, at) => (at + i) % 3 === 0)
    return aRepFact(i + 1, { weight: 1 + (i % 4), capacity: 150, dailyCap: 60, languages: spoken })
  })
  return {
    reps,
    workingAt(repId, at) {
      const calendar = calendars.get(repId)!
      const until = nextWorkingChange(calendar, at)
      return { isInHours: isWithinHours(calendar.hours, calendar.zone, at), isOnTimeOff: false, hoursChangeAt: until, until }
    },
    addWorkingTime: (repId, from, ms) => addWorkingTime(calendars.get(repId)!, from, ms),
    localTime: (at, zone) => localTime(at, zone ?? 'UTC'),
    dayOf: (at) => Math.floor(at / DAY),
    hourKeyOf: (at) => hourKey(at, 'UTC'),
  }
}
