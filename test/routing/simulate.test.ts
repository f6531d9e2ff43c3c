import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LeadFacts, RepFacts, RepId } from '../../src-main/contract/index.ts'
import type { CompiledRuleset } from '../../src-main/routing/compile-ruleset.ts'
import { Simulation, type SimLead } from '../../src-main/routing/simulate.ts'
import { compareRuns, type SideRun } from '../../src-main/routing/simulate-report.ts'
import { nameOf } from '../../src-main/routing/simulate-side.ts'
import type { SimTeam } from '../../src-main/routing/simulate-team.ts'
import { aLeadFact, aRepFact, compiled, NOON } from '../helpers/facts.ts'
import { naiveSimulation } from './naive-simulation.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Everyone works from one hour to another by UTC, every day; always without. */
function aTeam(reps: RepFacts[], hours: Readonly<Record<number, readonly [number, number]>> = {}): SimTeam {
  const midnight = (at: number): number => Math.floor(at / DAY) * DAY
  const workingAt: SimTeam['workingAt'] = (repId, at) => {
    const [from, to] = hours[repId] ?? [0, 24]
    if (to - from === 24) return { isInHours: true, isOnTimeOff: false, hoursChangeAt: null, until: null }
    const [begins, ends] = [midnight(at) + from * HOUR, midnight(at) + to * HOUR]
    const until = at < begins ? begins : at < ends ? ends : begins + DAY
    return { isInHours: at >= begins && at < ends, isOnTimeOff: false, hoursChangeAt: until, until }
  }
  return {
    reps,
    workingAt,
    addWorkingTime(repId, from, ms) {
      let [at, left] = [from, ms]
      for (;;) {
        const { isInHours, until } = workingAt(repId, at)
        if (isInHours && (until === null || until - at >= left)) return at + left
        if (isInHours) left -= until! - at
        at = until!
      }
    },
    localTime: (at) => ({ weekday: 1, hour: Math.floor((at % DAY) / HOUR) }),
    dayOf: (at) => Math.floor(at / DAY),
    hourKeyOf: (at) => String(Math.floor(at / HOUR)),
  }
}

let serial = 0
function aSimLead(minutes: number, given: Partial<LeadFacts> = {}, then: Partial<SimLead> = {}): SimLead {
  const id = ++serial
  const receivedAt = NOON + minutes * MINUTE
  return { facts: aLeadFact({ id, name: `Lead ${id}`, receivedAt, ...given }), attemptMs: null, closedMs: null, ...then }
}

function run(ruleset: CompiledRuleset, team: SimTeam, leads: readonly SimLead[], until = NOON + 30 * DAY): SideRun {
  const simulation = new Simulation(ruleset, team)
  simulation.feed(leads)
  expect(simulation.advance(until)).toBe(true)
  return { side: simulation.side(), repOf: simulation.repOf }
}

const toPool = (then: Record<string, unknown> = {}): Record<string, unknown> => ({
  to: 'pool',
  pool: {},
  by: 'weighted',
  ...then,
})
const EVERYONE = { name: 'Everyone', then: toPool() }

describe('R35: the virtual clock', () => {
  it('a lead of the night is given when work begins, best grade and oldest first (R25)', () => {
    const team = aTeam([aRepFact(1, { capacity: 2 })], { 1: [9, 17] })
    const night = [aSimLead(8 * 60), aSimLead(9 * 60), aSimLead(10 * 60, { score: 90 })]
    const { side, repOf } = run(compiled([EVERYONE]), team, night)
    expect(repOf).toEqual([1, null, 1])
    expect(side.waits).toEqual({ leads: 2, p50: 11 * HOUR, p95: 13 * HOUR, longest: 13 * HOUR })
    expect(side).toMatchObject({ leads: 3, assigned: 2, waiting: 1, discarded: 0 })
    expect(side.poolToll).toEqual([{ rule: 'Everyone', ruleIndex: 0, reason: 'outside-hours', times: 3 }])
  })

  it('room is made when a lead closes as it did then', () => {
    const team = aTeam([aRepFact(1, { capacity: 1 })])
    const { repOf, side } = run(compiled([EVERYONE]), team, [aSimLead(0, {}, { closedMs: HOUR }), aSimLead(10), aSimLead(20)])
    expect(repOf).toEqual([1, 1, null])
    expect(side.waits).toMatchObject({ leads: 1, longest: 50 * MINUTE })
  })

  it.each([
    ['hour', { hourlyCap: 1 }, 50 * MINUTE],
    ['day', { dailyCap: 1 }, 11 * HOUR + 50 * MINUTE],
  ])('a cap begins anew with the %s', (_, caps, waitedMs) => {
    const { side } = run(compiled([EVERYONE]), aTeam([aRepFact(1, caps)]), [aSimLead(0), aSimLead(10)])
    expect(side.waits).toMatchObject({ leads: 1, longest: waitedMs })
  })

  it('a cap of a rule begins anew with the day', () => {
    const rules = compiled([{ name: 'Few', then: toPool({ dailyCapPerRep: 1 }) }])
    const { side } = run(rules, aTeam([aRepFact(1)]), [aSimLead(0), aSimLead(10)])
    expect(side.waits).toMatchObject({ leads: 1, longest: 11 * HOUR + 50 * MINUTE })
  })

  it('R17 a lead waits for its owner as long as the rule says, then the method decides', () => {
    const rules = compiled([{ name: 'Owners', then: toPool({ ownerFirst: { ifNotHere: 'wait', waitMinutes: 30 } }) }])
    const team = aTeam([aRepFact(1), aRepFact(2)], { 1: [14, 15] })
    const { repOf, side } = run(rules, team, [aSimLead(0, { ownerRepId: 1 as RepId }), aSimLead(100, { ownerRepId: 1 as RepId })])
    expect(repOf).toEqual([2, 1])
    expect(side.waits).toMatchObject({ leads: 2, p50: 20 * MINUTE, longest: 30 * MINUTE })
  })

  it('an owner who is not of the pool ends the wait as well', () => {
    const rules = compiled([
      { name: 'Owners', then: toPool({ pool: { team: 'Other' }, ownerFirst: { ifNotHere: 'wait', waitMinutes: 600 } }) },
    ])
    const { repOf } = run(rules, aTeam([aRepFact(1)], { 1: [14, 15] }), [aSimLead(0, { ownerRepId: 1 as RepId })])
    expect(repOf).toEqual([1])
  })

  it('offers are accepted at once, a claim by whoever has fewest open leads', () => {
    const claim = compiled([{ name: 'Claim', then: toPool({ by: 'claim' }) }])
    const { repOf, side } = run(
      claim,
      aTeam([1, 2, 3].map((id) => aRepFact(id))),
      [0, 1, 2, 3].map((at) => aSimLead(at)),
    )
    expect(repOf).toEqual([1, 2, 3, 1])
    expect(side.assigned).toBe(4)
  })

  it('a rule that asks for the lead’s own hour is asked again when somebody comes', () => {
    const rules = compiled([
      { name: 'By day', when: { field: 'localHour', op: 'gte', value: 14 }, then: toPool() },
      { name: 'Else', then: { to: 'hold' } },
    ])
    const { repOf } = run(rules, aTeam([aRepFact(1)], { 1: [15, 16] }), [aSimLead(0, { timeZone: 'UTC' })])
    expect(repOf).toEqual([1])
  })

  it('may be run in steps', () => {
    const team = aTeam([aRepFact(1, { capacity: 1 })], { 1: [9, 17] })
    const simulation = new Simulation(compiled([EVERYONE]), team)
    simulation.feed([aSimLead(8 * 60), aSimLead(9 * 60)])
    let steps = 1
    while (!simulation.advance(NOON + 5 * DAY, 2)) steps++
    expect(steps).toBeGreaterThan(2)
    expect(simulation.side()).toMatchObject({ assigned: 1, waiting: 1 })
  })
})

describe('R35: what a side tells', () => {
  it('counts who gets how many and how much, rules never hit, and leads nobody covers', () => {
    const rules = compiled([
      { name: 'Germans', when: { field: 'country', op: 'is', value: 'DE' }, then: toPool() },
      { name: 'French', when: { field: 'country', op: 'is', value: 'FR' }, then: { to: 'discard', reason: 'no' } },
      { name: 'Never', when: { field: 'country', op: 'is', value: 'IT' }, then: toPool() },
      { name: 'Off', enabled: false, then: toPool() },
    ])
    const countries = ['DE', 'DE', 'FR', 'ES', null]
    const leads = countries.map((country, i) => aSimLead(i, { country, value: 100 * (i + 1), name: `From ${country}` }))
    const { side } = run(rules, aTeam([aRepFact(1), aRepFact(2)]), leads)
    expect(side.byRep).toMatchObject([
      { repId: 1, rep: 'rep1@team.example', leads: 1, fairShare: 1 },
      { repId: 2, leads: 1, fairShare: 1 },
    ])
    expect(side.byRep.reduce((sum, rep) => sum + rep.value, 0)).toBe(300)
    expect(side.byRule.map(({ rule, leads: many }) => [rule, many])).toEqual([
      ['Germans', 2],
      ['French', 1],
    ])
    expect(side.neverHit).toEqual(['Never'])
    expect(side.uncovered.leads).toBe(2)
    expect(side.uncovered.examples.map(({ name }) => name).sort()).toEqual(['From ES', 'From null'])
    expect(side).toMatchObject({ leads: 5, assigned: 2, discarded: 1, waiting: 2, jain: 1, fairShareGap: 0, breaches: null })
  })

  it('the filter analyser: each lead is counted once, for the first condition that failed of each rule above', () => {
    const condition = {
      all: [
        { field: 'country', op: 'is', value: 'DE' },
        { field: 'employees', op: 'gte', value: 50 },
      ],
    }
    const rules = compiled([{ name: 'Large Germans', when: condition, then: toPool(), otherwise: 'next' }, EVERYONE])
    const leads = [
      aSimLead(0, { country: 'FR', employees: 10 }),
      aSimLead(1, { country: 'DE', employees: 10 }),
      aSimLead(2, { country: 'DE', employees: 60 }),
      aSimLead(3, { country: 'FR', employees: 60 }),
    ]
    const { side } = run(rules, aTeam([aRepFact(1)], { 1: [14, 20] }), leads)
    expect(side.toll).toEqual([
      { rule: 'Large Germans', ruleIndex: 0, condition: 'country is DE', turnedAway: 2 },
      { rule: 'Large Germans', ruleIndex: 0, condition: 'employees is at least 50', turnedAway: 1 },
    ])
    expect(side.poolToll.map(({ rule, times }) => [rule, times])).toEqual([
      ['Large Germans', 1],
      ['Everyone', 4],
    ])
  })

  it('a fair share is of those who could take the lead, by weight: who was away owes nothing', () => {
    const team = aTeam([aRepFact(1, { weight: 3 }), aRepFact(2, { weight: 1 }), aRepFact(3, { weight: 9 })], { 3: [1, 2] })
    const { side } = run(
      compiled([EVERYONE]),
      team,
      [0, 1, 2, 3].map((at) => aSimLead(at)),
    )
    expect(side.byRep.map(({ leads, fairShare }) => [leads, fairShare])).toEqual([
      [3, 3],
      [1, 1],
      [0, 0],
    ])
    expect(side.jain).toBe(1)
  })

  it('METRICS: the Jain index of 20, 10 and 0 leads is 0.6, and the gap a third', () => {
    const languages = (of: string) => ({ field: 'language', op: 'is', value: of })
    const rules = compiled([
      { name: 'One', when: languages('de'), then: toPool({ by: 'least-loaded' }) },
      { name: 'Two', when: languages('fr'), then: toPool({ by: 'least-loaded' }) },
    ])
    // Everyone could take every lead; capacities so uneven that the least loaded are always the same.
    const reps = [aRepFact(1, { capacity: 2_000 }), aRepFact(2, { capacity: 1_000 }), aRepFact(3, { capacity: 1 })]
    const { side } = run(
      rules,
      aTeam(reps),
      Array.from({ length: 30 }, (_, i) => aSimLead(i, { language: 'de' })),
    )
    const leads = side.byRep.map((rep) => rep.leads)
    expect(leads.reduce((sum, many) => sum + many, 0)).toBe(30)
    expect(side.jain).toBeLessThan(1)
    expect(side.fairShareGap).toBeGreaterThan(0)
    expect(side.neverHit).toEqual(['Two'])
  })

  it('R21 breaches: working time unless the rule says always, and the usual time where nobody ever answered', () => {
    const team = aTeam([aRepFact(1)], { 1: [9, 17] })
    // Received at noon; the clock of two hours runs out at 14:00 of working time.
    const leads = [
      aSimLead(0, {}, { attemptMs: HOUR }),
      aSimLead(0, {}, { attemptMs: 3 * HOUR }),
      // Received at 16:00: by working time an hour is left on the next day.
      aSimLead(240, {}, { attemptMs: 17 * HOUR }),
      aSimLead(240),
    ]
    const clock = (contactClock: string) =>
      compiled([{ name: 'Clock', then: toPool({ contactWithinMinutes: 120, contactClock }) }])
    expect(run(clock('working-time'), team, leads).side.breaches).toBe(1)
    expect(run(clock('always'), team, leads).side.breaches).toBe(3)
    expect(run(compiled([EVERYONE]), team, leads).side.breaches).toBeNull()
  })

  it('R27 old leads start no clocks', () => {
    const rules = compiled([{ name: 'Clock', then: toPool({ contactWithinMinutes: 1, contactClock: 'always' }) }])
    expect(run(rules, aTeam([aRepFact(1)]), [aSimLead(0, { isBacklog: true })]).side.breaches).toBe(0)
  })

  it('tells what moves from whom to whom, with its value', () => {
    const team = aTeam([aRepFact(1), aRepFact(2)])
    const leads = [aSimLead(0, { value: 10 }), aSimLead(1, { value: 20, name: null, company: 'Acme' })]
    const labels = leads.map(({ facts }) => ({ leadId: null, name: nameOf(facts), value: facts.value ?? 0 }))
    const first = compiled([{ name: 'One', then: { to: 'rep', rep: 'rep1@team.example' } }])
    const second = compiled([
      { name: 'Acme', when: { field: 'company', op: 'is', value: 'Acme' }, then: { to: 'hold' } },
      { name: 'Two', then: { to: 'rep', rep: 'rep2@team.example' } },
    ])
    const report = compareRuns(run(first, team, leads), run(second, team, leads), labels)
    expect(report.moved).toBe(2)
    expect(report.moves).toEqual([
      { from: 'rep1@team.example', to: null, leads: 1, value: 20 },
      { from: 'rep1@team.example', to: 'rep2@team.example', leads: 1, value: 10 },
    ])
    expect(report.examples[1]).toEqual({ leadId: null, name: 'Acme', from: 'rep1@team.example', to: null })
  })
})

/** A world of chance: reps with hours and caps, rules of many kinds, leads that come and close. */
const aRep = fc.record({
  weight: fc.constantFrom(0, 1, 1, 2, 5),
  capacity: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  dailyCap: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  hourlyCap: fc.option(fc.integer({ min: 1, max: 2 }), { nil: null }),
  languages: fc.subarray(['de', 'fr', 'it']),
  team: fc.constantFrom('Sales', 'Other', null),
  isPaused: fc.constantFrom(false, false, false, true),
  hours: fc.constantFrom<[number, number][]>([0, 24], [0, 24], [9, 17], [13, 15], [22, 23]),
})
const aDestination = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      by: fc.constantFrom('round-robin', 'weighted', 'least-loaded', 'longest-idle', 'claim'),
      pool: fc.constantFrom({}, { team: 'Sales' }, { languages: ['lead'] }, { team: ['Sales', 'Other'], languages: ['de'] }),
      ownerFirst: fc.constantFrom(
        false,
        true,
        { ifNotHere: 'wait', waitMinutes: 90 },
        { ifNotHere: 'backup', backup: 'rep2@team.example' },
      ),
      dailyCapPerRep: fc.constantFrom(undefined, undefined, 1, 2),
      acceptWithinMinutes: fc.constantFrom(undefined, 10),
    }),
  },
  fc.constant({ to: 'rep', rep: 'rep1@team.example', backups: ['rep3@team.example'] }),
  fc.constant({ to: 'discard', reason: 'never' }),
)
const aRule = fc.record({
  when: fc.constantFrom(
    undefined,
    { field: 'language', op: 'is', value: 'de' },
    { field: 'score', op: 'gte', value: 50 },
    { field: 'localHour', op: 'gte', value: 12 },
  ),
  enabled: fc.constantFrom(true, true, true, false),
  then: aDestination,
  otherwise: fc.oneof(fc.constantFrom('next', 'hold'), aDestination),
})
const aCase = fc.record({
  reps: fc.array(aRep, { minLength: 1, maxLength: 4 }),
  rules: fc.array(aRule, { minLength: 0, maxLength: 4 }),
  leads: fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 400 }),
      language: fc.constantFrom('de', 'fr', null),
      score: fc.constantFrom(null, 10, 60, 90),
      owner: fc.constantFrom(null, null, 1, 2),
      closedMs: fc.option(fc.integer({ min: 0, max: 600 * MINUTE }), { nil: null }),
      attemptMs: fc.option(fc.integer({ min: 0, max: 600 * MINUTE }), { nil: null }),
      value: fc.constantFrom(null, 100),
    }),
    { maxLength: 25 },
  ),
})
type Case = typeof aCase extends fc.Arbitrary<infer C> ? C : never

function builtFrom({ reps, rules, leads }: Case, hasLocalHour = true) {
  const pooled = (to: object | string): unknown =>
    typeof to === 'object' && 'by' in to
      ? { to: 'pool', ...Object.fromEntries(Object.entries(to).filter(([, value]) => value !== undefined)) }
      : to
  const ruleset = compiled(
    rules
      .filter(({ when }) => hasLocalHour || when?.field !== 'localHour')
      .map(({ then, otherwise, when, enabled }, i) => ({
        name: `Rule ${i + 1}`,
        enabled,
        ...(when && { when }),
        then: pooled(then),
        otherwise: pooled(otherwise),
      })),
  )
  const facts = reps.map((rep, i) => aRepFact(i + 1, rep))
  const team = aTeam(facts, Object.fromEntries(reps.map(({ hours }, i) => [i + 1, hours])))
  let minutes = 0
  const simLeads = leads.map(({ after, language, score, owner, value, closedMs, attemptMs }, i) => {
    minutes += after
    const ownerRepId = owner === null || owner > reps.length ? null : (owner as RepId)
    const about = { id: i + 1, name: `Lead ${i + 1}`, receivedAt: NOON + minutes * MINUTE, timeZone: 'UTC' }
    return { facts: aLeadFact({ ...about, language, score, ownerRepId, value }), closedMs, attemptMs }
  })
  return { ruleset, team, leads: simLeads, until: NOON + minutes * MINUTE + 3 * DAY }
}

const PLAIN = {
  weight: 1 as const,
  capacity: null,
  dailyCap: null,
  hourlyCap: null,
  languages: [],
  team: 'Sales' as const,
  isPaused: false,
}
const CALM = { ownerFirst: false, dailyCapPerRep: undefined, acceptWithinMinutes: undefined } as const
const OPEN = { language: 'de', score: null, owner: null, closedMs: null, attemptMs: null, value: null } as const

describe('R35: properties', () => {
  it('gives every lead to whom trying the whole queue at every moment would give it', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        // What holds by the hour may change while nothing happens: there, moments decide, and these two have others.
        const { ruleset, team, leads, until } = builtFrom(one, false)
        expect(run(ruleset, team, leads, until).repOf).toEqual(naiveSimulation(ruleset, team, leads, until))
      }),
      { numRuns: 150 },
    )
  }, 120_000)

  it('lets leads wait apart whom the same reps take by other pools of a rule (found by chance)', () => {
    const inTurn = { ...CALM, by: 'round-robin' as const }
    const one: Case = {
      reps: [
        { ...PLAIN, capacity: 1, hours: [9, 17] },
        { ...PLAIN, weight: 0, hours: [0, 24] },
      ],
      rules: [
        {
          when: undefined,
          enabled: true,
          then: { ...inTurn, pool: {}, dailyCapPerRep: 1 },
          otherwise: { ...inTurn, pool: { languages: ['lead'] } },
        },
      ],
      leads: [
        { ...OPEN, after: 0, closedMs: 0 },
        { ...OPEN, after: 0, closedMs: 0 },
        { ...OPEN, after: 199 },
        { ...OPEN, after: 101, language: null },
      ],
    }
    const { ruleset, team, leads, until } = builtFrom(one, false)
    expect(run(ruleset, team, leads, until).repOf).toEqual([1, 1, null, 1])
  })

  it('tries a lead whose own time has come at its place in the queue, not behind those who begin to work just then (found by chance)', () => {
    const evening = { ...PLAIN, weight: 0 as const, hours: [22, 23] as [number, number] }
    const always = { ...PLAIN, weight: 0 as const, hours: [0, 24] as [number, number] }
    const one: Case = {
      reps: [{ ...evening, weight: 2, dailyCap: 1 }, always, { ...evening, hourlyCap: 1 }, always],
      rules: [
        {
          when: undefined,
          enabled: true,
          then: { ...CALM, by: 'round-robin', pool: {}, ownerFirst: { ifNotHere: 'wait', waitMinutes: 90 } },
          otherwise: { to: 'rep', rep: 'rep1@team.example', backups: ['rep3@team.example'] },
        },
      ],
      leads: [
        { ...OPEN, after: 172, score: 90 },
        { ...OPEN, after: 46 },
        // At 20:30: its ninety minutes are over at ten, when the first and the third begin.
        { ...OPEN, after: 292, score: 90, owner: 1 },
      ],
    }
    const { ruleset, team, leads, until } = builtFrom(one, false)
    expect(run(ruleset, team, leads, until).repOf).toEqual([1, 1, 3])
  })

  it('loses no lead, says the same twice, and does not care for the order of the reps', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        const { ruleset, team, leads, until } = builtFrom(one)
        const { side, repOf } = run(ruleset, team, leads, until)
        const given = side.byRep.reduce((sum, rep) => sum + rep.leads, 0)
        expect(given + side.waiting + side.discarded).toBe(leads.length)
        expect([side.leads, side.assigned]).toEqual([leads.length, given])
        expect(side.byRep.reduce((sum, rep) => sum + rep.fairShare, 0)).toBeCloseTo(given, 3)
        expect(side.byRule.reduce((sum, rule) => sum + rule.leads, 0) + side.uncovered.leads).toBe(leads.length)
        const again = run(builtFrom(one).ruleset, { ...team, reps: team.reps.toReversed() }, leads, until)
        expect(again).toEqual({ side, repOf })
      }),
      { numRuns: 300 },
    )
  }, 120_000)
})
