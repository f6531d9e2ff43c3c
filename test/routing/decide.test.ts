import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IneligibleReason, LeadFacts, RepFacts, RepId } from '../../src-main/contract/index.ts'
import { charge } from '../../src-main/routing/charge.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { recordDecision } from '../../src-main/routing/record.ts'
import { scoreLead } from '../../src-main/routing/score.ts'
import { aLeadFact, aRepFact, aWorld, compiled, NOON, sharing } from '../helpers/facts.ts'

const someRep = (id: number): fc.Arbitrary<RepFacts> =>
  fc
    .record({
      availability: fc.constantFrom('available', 'available', 'busy', 'away'),
      weight: fc.constantFrom(0, 0.5, 1, 2, 7),
      capacity: fc.option(fc.integer({ min: 0, max: 5 })),
      openLeads: fc.integer({ min: 0, max: 5 }),
      dailyCap: fc.option(fc.integer({ min: 0, max: 4 })),
      hourlyCap: fc.option(fc.integer({ min: 0, max: 3 })),
      team: fc.constantFrom('Sales', 'Enterprise', null),
      languages: fc.subarray(['de', 'en', 'fr']),
      isInHours: fc.boolean(),
      lastGivenAt: fc.option(fc.integer({ min: NOON - 5, max: NOON - 1 })),
    })
    .map((given) => aRepFact(id, given as Partial<RepFacts>))
const someTeam = fc
  .integer({ min: 0, max: 9 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => someRep(i + 1))))
const someLead: fc.Arbitrary<LeadFacts> = fc
  .record({
    id: fc.integer({ min: 1, max: 1_000 }),
    language: fc.option(fc.constantFrom('de', 'en', 'xx')),
    employees: fc.option(fc.integer({ min: 0, max: 1_000 })),
    ownerRepId: fc.option(fc.integer({ min: 1, max: 9 }).map((id) => id as RepId)),
  })
  .map((given) => aLeadFact(given))
const rules = compiled([
  {
    ...sharing({ name: 'Big', when: { field: 'employees', op: 'gte', value: 500 }, pool: { team: 'Enterprise' } }),
    otherwise: 'next',
  },
  {
    ...sharing({ name: 'Theirs', by: 'least-loaded', when: { field: 'language', op: 'isPresent' }, pool: { languages: 'lead' } }),
    otherwise: 'next',
  },
  {
    name: 'Owner',
    when: { field: 'employees', op: 'lt', value: 50 },
    then: { to: 'pool', pool: { team: 'Sales' }, by: 'round-robin', ownerFirst: true },
    otherwise: 'next',
  },
  {
    name: 'Named',
    when: { field: 'employees', op: 'lt', value: 100 },
    then: { to: 'rep', rep: 'rep1@team.example', backups: ['rep2@team.example'] },
    otherwise: 'next',
  },
  sharing({ name: 'Rest' }),
])

describe('R2 decide is pure', () => {
  it('answers the same whatever the order of the reps, and changes nothing it is given', () => {
    fc.assert(
      fc.property(someTeam, someLead, fc.infiniteStream(fc.nat()), (team, lead, order) => {
        const world = aWorld(team)
        const before = JSON.stringify([lead, team])
        const decision = decide(lead, world, rules)
        const record = recordDecision(lead, world, decision, rules)
        const shuffled = team
          .map((rep) => ({ rep, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ rep }) => rep)
        const again = decide(lead, aWorld(shuffled), rules)
        expect(again).toEqual(decision)
        expect(recordDecision(lead, aWorld(shuffled), again, rules)).toEqual(record)
        expect(JSON.stringify([lead, team])).toBe(before)
      }),
      { numRuns: 500 },
    )
  })
})

describe('R4, R10 whatever happens', () => {
  it('every lead has a place, and no rep is ever over capacity or caps', () => {
    fc.assert(
      fc.property(someTeam, fc.array(someLead, { maxLength: 40 }), (team, leads) => {
        const world = aWorld(team)
        for (const lead of leads) {
          const decision = decide(lead, world, rules)
          expect(['assigned', 'waiting']).toContain(decision.outcome)
          expect(decision.outcome === 'assigned').toBe(decision.repId !== null)
          expect(decision.outcome === 'waiting').toBe(decision.waitCode !== null)
          const rep = team.find((one) => one.id === decision.repId)
          const roomBefore = rep && (rep.capacity === null || rep.openLeads < rep.capacity)
          charge(world, decision)
          if (!rep) continue
          expect(roomBefore).toBe(true)
          expect(rep.availability).toBe('available')
          if (rep.capacity !== null) expect(rep.openLeads).toBeLessThanOrEqual(rep.capacity)
          if (rep.dailyCap !== null) expect(rep.givenToday).toBeLessThanOrEqual(rep.dailyCap)
          if (rep.hourlyCap !== null) expect(rep.givenThisHour).toBeLessThanOrEqual(rep.hourlyCap)
        }
      }),
      { numRuns: 300 },
    )
  })
  it('with no rule, it waits for a manager', () => {
    expect(decide(aLeadFact(), aWorld([aRepFact(1)]), compiled([]))).toMatchObject({
      outcome: 'waiting',
      waitCode: 'no-rule-matched',
    })
  })
})

describe('R3 the first enabled rule whose conditions hold decides', () => {
  const away = aRepFact(1, { availability: 'away' })
  const other = aRepFact(2, { team: 'Backup' })
  const first = sharing({ name: 'First', pool: { team: 'Sales' } })
  it('a disabled rule is passed over', () => {
    const ruleset = compiled([{ ...first, enabled: false }, sharing({ name: 'Second' })])
    expect(decide(aLeadFact(), aWorld([other]), ruleset).ruleName).toBe('Second')
  })
  it('yielding nobody, "next" goes on down', () => {
    const ruleset = compiled([{ ...first, otherwise: 'next' }, sharing({ name: 'Second', pool: { team: 'Backup' } })])
    expect(decide(aLeadFact(), aWorld([away, other]), ruleset)).toMatchObject({ ruleName: 'Second', repId: 2 })
  })
  it('yielding nobody, "hold" waits and says for whom', () => {
    expect(decide(aLeadFact(), aWorld([away, other]), compiled([first]))).toMatchObject({
      outcome: 'waiting',
      waitCode: 'nobody-eligible',
      detail: 'Sales',
      ruleName: 'First',
    })
  })
  it('yielding nobody, another destination takes it', () => {
    const ruleset = compiled([{ ...first, otherwise: { to: 'rep', rep: 'REP2@team.example' } }])
    expect(decide(aLeadFact(), aWorld([away, other]), ruleset)).toMatchObject({ repId: 2, method: 'named' })
  })
  it('a pool nobody is in says so', () => {
    expect(decide(aLeadFact(), aWorld([other]), compiled([first])).waitCode).toBe('pool-empty')
  })
})

describe('R9, R10 eligibility', () => {
  const pool = { skills: ['demo'], languages: 'lead', products: ['Pro'], tier: 'senior', territory: 'lead' }
  const perfect = aRepFact(1, {
    skills: ['Demo'],
    languages: ['German'],
    products: ['pro'],
    tier: 'Senior',
    territories: ['DACH'],
  })
  const lead = aLeadFact({ language: 'de', country: 'DE' })
  const reasonsOf = (rep: RepFacts, to = lead): readonly IneligibleReason[] => {
    const ruleset = compiled([sharing({ pool })])
    const world = aWorld([rep])
    return recordDecision(to, world, decide(to, world, ruleset), ruleset).pools[0]!.candidates[0]!.reasons
  }
  it('nothing stands against a rep who has all that is asked', () => {
    expect(reasonsOf(perfect)).toEqual([])
  })
  const cases: [Partial<RepFacts>, IneligibleReason][] = [
    [{ isActive: false }, 'inactive'],
    [{ isDraining: true }, 'draining'],
    [{ isPaused: true }, 'paused'],
    [{ availability: 'away' }, 'away'],
    [{ availability: 'busy', availableAgainAt: NOON + 1 }, 'busy'],
    [{ isOnTimeOff: true }, 'time-off'],
    [{ isInHours: false }, 'outside-hours'],
    [{ skills: [] }, 'missing-skill'],
    [{ languages: ['fr'] }, 'missing-language'],
    [{ products: [] }, 'missing-product'],
    [{ territories: ['Nordics'] }, 'outside-territory'],
    [{ tier: null }, 'outside-tier'],
    [{ capacity: 3, openLeads: 3 }, 'at-capacity'],
    [{ dailyCap: 0 }, 'at-daily-cap'],
    [{ hourlyCap: 2, givenThisHour: 2 }, 'at-hourly-cap'],
    [{ weight: 0 }, 'weight-zero'],
  ]
  it.each(cases)('%o is %s', (given, reason) => {
    expect(reasonsOf({ ...perfect, ...given })).toEqual([reason])
  })
  it('asked before', () => {
    expect(reasonsOf(perfect, { ...lead, alreadyOfferedTo: [1 as RepId] })).toEqual(['already-offered'])
  })
  it('all that hold are recorded, in the order of the specification', () => {
    const everything = cases.reduce((rep, [given]) => ({ ...rep, ...given }), perfect)
    expect(reasonsOf(everything)).toEqual(cases.map(([, reason]) => reason).filter((reason) => reason !== 'away'))
  })
  it('R11 an "until" that has passed is over by itself', () => {
    expect(reasonsOf({ ...perfect, availability: 'away', availableAgainAt: NOON })).toEqual([])
  })
  it('a lead that does not say its language asks for none', () => {
    expect(reasonsOf(perfect, { ...lead, language: null })).toEqual([])
  })
})

describe('R17 owner first', () => {
  const ruleset = compiled([{ name: 'Owners', then: { to: 'pool', pool: {}, by: 'round-robin', ownerFirst: true } }])
  it('the owner gets the lead and pays a turn', () => {
    const world = aWorld([aRepFact(1), aRepFact(2), aRepFact(3)])
    const decision = decide(aLeadFact({ ownerRepId: 2 as RepId }), world, ruleset)
    expect(decision).toMatchObject({ repId: 2, method: 'owner-first' })
    charge(world, decision)
    expect(world.turns.get('all')).toEqual(
      new Map([
        [1, 1],
        [2, -2],
        [3, 1],
      ]),
    )
  })
  it('never more than one round', () => {
    const world = aWorld([aRepFact(1), aRepFact(2), aRepFact(3)])
    for (let i = 0; i < 10; i++) charge(world, decide(aLeadFact({ id: i + 1, ownerRepId: 2 as RepId }), world, ruleset))
    expect(world.turns.get('all')?.get(2 as RepId)).toBeGreaterThanOrEqual(-3)
  })
  it('an owner who is away lets it go on', () => {
    const world = aWorld([aRepFact(1), aRepFact(2, { availability: 'away' })])
    expect(decide(aLeadFact({ ownerRepId: 2 as RepId }), world, ruleset)).toMatchObject({ repId: 1, method: 'round-robin' })
  })
})

describe('R32 the score', () => {
  const score = {
    attributes: [
      { name: 'Size', weight: 3, points: [{ when: { field: 'employees', op: 'gte', value: 100 }, points: 10 }] },
      {
        name: 'Reach',
        weight: 1,
        points: [
          { when: { field: 'phone', op: 'isPresent' }, points: 2 },
          { when: { field: 'email', op: 'isPresent' }, points: 2 },
        ],
      },
    ],
  }
  const ruleset = compiled([], { score })
  const cases: [Partial<LeadFacts>, number, string][] = [
    [{}, 0, 'cold'],
    [{ employees: 100 }, 75, 'warm'],
    [{ employees: 100, phone: '+1' }, 88, 'hot'],
    [{ employees: 100, phone: '+1', email: 'a@b.c' }, 100, 'hot'],
  ]
  it.each(cases)('%o is %d', (given, expected, grade) => {
    expect(scoreLead(aLeadFact(given), ruleset, aWorld([]))).toEqual({ score: expected, grade })
  })
  it('without a model it is what the lead brought', () => {
    expect(scoreLead(aLeadFact({ score: 55 }), compiled([]), aWorld([]))).toEqual({ score: 55, grade: 'warm' })
    expect(scoreLead(aLeadFact(), compiled([]), aWorld([]))).toEqual({ score: null, grade: null })
  })
})
