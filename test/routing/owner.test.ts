import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LeadFacts, RepFacts, World } from '../../src-main/contract/index.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { recordDecision } from '../../src-main/routing/record.ts'
import { explain } from '../../src-main/routing/explain.ts'
import { aLeadFact, aRepFact, aWorld, compiled, NOON } from '../helpers/facts.ts'
import { countsOf, idOf, routeLeads } from '../helpers/route-leads.ts'

const MINUTE = 60_000
const owned = (ownerFirst: unknown, rest: Record<string, unknown> = {}) =>
  compiled([{ name: 'Owners', then: { to: 'pool', pool: {}, by: 'weighted', ownerFirst, ...rest } }])
const OWNER = idOf(2)
const withOwner = (given: Partial<RepFacts>): World => aWorld([aRepFact(1), aRepFact(2, { name: 'Tom', ...given }), aRepFact(3)])
const lead = (given: Partial<LeadFacts> = {}): LeadFacts => aLeadFact({ ownerRepId: OWNER, ...given })
const NOT_HERE: [string, Partial<RepFacts>][] = [
  ['away', { availability: 'away' }],
  ['busy', { availability: 'busy' }],
  ['on time off', { isOnTimeOff: true }],
  ['outside hours', { isInHours: false }],
  ['all of these', { availability: 'away', isOnTimeOff: true, isInHours: false }],
]
const CANNOT: [string, Partial<RepFacts>][] = [
  ['inactive', { isActive: false }],
  ['draining', { isDraining: true }],
  ['paused', { isPaused: true }],
  ['at capacity', { capacity: 1, openLeads: 1 }],
  ['at the daily cap', { dailyCap: 0 }],
  ['at the hourly cap', { hourlyCap: 0 }],
  ['not in rotation', { weight: 0 }],
  ['away and at capacity', { availability: 'away', capacity: 0 }],
]

describe('R17 the owner first', () => {
  it.each(['round-robin', 'weighted', 'least-loaded', 'longest-idle', 'top-performer', 'tiers', 'claim', 'share'])(
    'R17 before the method %s, whatever it would say',
    (by) => {
      const world = withOwner({ openLeads: 9, lastGivenAt: NOON, wonLately: 0, closedLately: 50 })
      for (let id = 1; id <= 20; id++)
        expect(decide(lead({ id }), world, owned(true, { by }))).toMatchObject({ repId: 2, method: 'owner-first' })
    },
  )
  it('R17 also when the owner is not of the pool, or lacks what the pool asks', () => {
    expect(decide(lead(), withOwner({ team: 'Else' }), owned(true, { pool: { team: 'Sales', skills: ['demo'] } })).repId).toBe(2)
  })
  it('R17 not unless the rule says so', () => {
    for (const ownerFirst of [undefined, false]) {
      const methods = Array.from({ length: 9 }, (_, id) => decide(lead({ id }), withOwner({}), owned(ownerFirst)).method)
      expect(new Set(methods)).toEqual(new Set(['weighted']))
    }
  })
  it('R20 may be an offer, and goes on once declined', () => {
    const ruleset = owned(true, { acceptWithinMinutes: 5 })
    expect(decide(lead(), withOwner({}), ruleset)).toMatchObject({ outcome: 'offered', offeredTo: [2], method: 'owner-first' })
    const after = decide(lead({ alreadyOfferedTo: [OWNER] }), withOwner({}), ruleset)
    expect(after).toMatchObject({ outcome: 'offered', method: 'weighted' })
    expect(after.repId).not.toBe(2)
  })
  it.each(CANNOT)('R17 an owner who is %s: the method decides, whatever the rule says of absence', (_, given) => {
    for (const ifNotHere of ['go-on', 'wait', 'backup']) {
      const decision = decide(lead(), withOwner(given), owned({ ifNotHere, waitMinutes: 60, backup: 'rep3@team.example' }))
      expect(decision).toMatchObject({ outcome: 'assigned', method: 'weighted' })
      expect(decision.repId).not.toBe(2)
    }
  })
  it('R17 an owner the desk no longer has: the method decides', () => {
    expect(decide(lead({ ownerRepId: idOf(99) }), withOwner({}), owned(true)).method).toBe('weighted')
  })
})

describe('R17 an owner who is merely not here', () => {
  it.each(NOT_HERE)('R17 %s, go on: the method decides at once', (_, given) => {
    for (const ownerFirst of [true, { ifNotHere: 'go-on' }])
      expect(decide(lead(), withOwner(given), owned(ownerFirst))).toMatchObject({ outcome: 'assigned', method: 'weighted' })
  })
  it.each(NOT_HERE)('R17 %s, wait: up to so many minutes, then the method decides', (_, given) => {
    const ruleset = owned({ ifNotHere: 'wait', waitMinutes: 30 })
    const world = withOwner(given)
    expect(decide(lead(), world, ruleset)).toMatchObject({
      outcome: 'waiting',
      waitCode: 'waiting-for-owner',
      detail: 'Tom',
      retryAt: NOON + 30 * MINUTE,
      repId: null,
      turn: null,
    })
    const waiting = (minutes: number) => decide(lead({ waitingSince: NOON - minutes * MINUTE }), world, ruleset)
    expect(waiting(29)).toMatchObject({ waitCode: 'waiting-for-owner', retryAt: NOON + MINUTE })
    expect(waiting(30)).toMatchObject({ outcome: 'assigned', method: 'weighted' })
  })
  it('R17 wait: back in time, the owner gets it', () => {
    const decision = decide(lead({ waitingSince: NOON - MINUTE }), withOwner({}), owned({ ifNotHere: 'wait', waitMinutes: 30 }))
    expect(decision).toMatchObject({ repId: 2, method: 'owner-first' })
  })
  it.each(NOT_HERE)('R17 %s, backup: who stands in, and the method when that one cannot', (_, given) => {
    const ruleset = owned({ ifNotHere: 'backup', backup: 'REP3@team.example' })
    expect(decide(lead(), withOwner(given), ruleset)).toMatchObject({ repId: 3, method: 'named', turn: null })
    const world = withOwner(given)
    world.reps[2]!.isPaused = true
    expect(decide(lead(), world, ruleset)).toMatchObject({ repId: 1, method: 'weighted' })
  })
})

describe('R17 what it costs', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 5 })
  const numbersOf = (world: World): number[] => [...(world.turns.get('all')?.values() ?? [])]

  it('R17 after any number of owned leads, the owner stands no further than one round behind, and the numbers sum to 0', () => {
    fc.assert(
      fc.property(weights, fc.array(fc.option(fc.nat(4)), { maxLength: 80 }), (given, owners) => {
        const world = aWorld(given.map((weight, i) => aRepFact(i + 1, { weight })))
        const sum = given.reduce((a, b) => a + b)
        owners.forEach((owner, i) => {
          const ownerRepId = owner === null ? null : idOf((owner % given.length) + 1)
          const decision = routeLeads(world, owned(true), 1, () => ({ id: i + 1, ownerRepId }))[0]!
          if (ownerRepId !== null) expect(decision).toMatchObject({ repId: ownerRepId, method: 'owner-first' })
          for (const number of numbersOf(world)) expect(number).toBeGreaterThanOrEqual(-sum)
        })
        expect(numbersOf(world).reduce((a, b) => a + b, 0)).toBe(0)
      }),
      { numRuns: 100 },
    )
  })
  it('R17 afterwards the owner misses no more of the common leads than one round gives, and one', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 50 }), (given, ownLeads) => {
        const world = aWorld(given.map((weight, i) => aRepFact(i + 1, { weight })))
        const sum = given.reduce((a, b) => a + b)
        routeLeads(world, owned(true), ownLeads, () => ({ ownerRepId: idOf(1) }))
        const got = countsOf(routeLeads(world, owned(true), 4 * sum), given.length)
        expect(got[0]!).toBeLessThanOrEqual(4 * given[0]!)
        expect(got[0]!).toBeGreaterThanOrEqual(3 * given[0]! - 1)
      }),
      { numRuns: 100 },
    )
  })
  it('R17 an owner of another team pays there, and the pool keeps its order', () => {
    const world = aWorld([aRepFact(1), aRepFact(2, { team: 'Else' }), aRepFact(3)])
    const ruleset = owned(true, { pool: { team: 'Sales' } })
    routeLeads(world, ruleset, 20, () => ({ ownerRepId: OWNER }))
    const numbers = world.turns.get('team:sales')!
    expect(numbers.get(idOf(1))).toBe(numbers.get(idOf(3)))
    expect(countsOf(routeLeads(world, ruleset, 10), 3)).toEqual([5, 0, 5])
  })
  it('R10, R17 an owned lead counts for the cap of the rule, and the cap holds for the owner', () => {
    const world = withOwner({})
    const given = routeLeads(world, owned(true, { dailyCapPerRep: 2 }), 8, () => ({ ownerRepId: OWNER }))
    expect(given.map(({ outcome, method }) => (outcome === 'assigned' ? method : outcome))).toEqual([
      'owner-first',
      'owner-first',
      'weighted',
      'weighted',
      'weighted',
      'weighted',
      'waiting',
      'waiting',
    ])
    expect(countsOf(given, 3)).toEqual([2, 2, 2])
  })
  it('R10, R17 the cap of the rule holds for who stands in, too', () => {
    const world = withOwner({ availability: 'away' })
    const ruleset = owned({ ifNotHere: 'backup', backup: 'rep3@team.example' }, { dailyCapPerRep: 1 })
    expect(
      countsOf(
        routeLeads(world, ruleset, 5, () => ({ ownerRepId: OWNER })),
        3,
      ),
    ).toEqual([1, 0, 1])
  })
  it('R16, R17 with shares, owned leads count for the owner’s part, but for one round at most', () => {
    const shares = { 'rep1@team.example': 50, 'rep2@team.example': 25, 'rep3@team.example': 25 }
    const ruleset = owned(true, { by: 'share', shares })
    const one = withOwner({})
    routeLeads(one, ruleset, 1, () => ({ ownerRepId: OWNER }))
    expect(countsOf(routeLeads(one, ruleset, 3), 3)).toEqual([2, 0, 1])
    const many = withOwner({})
    routeLeads(many, ruleset, 40, () => ({ ownerRepId: OWNER }))
    const got = countsOf(routeLeads(many, ruleset, 40), 3)
    expect(got[1]).toBeGreaterThanOrEqual(8)
    expect(got[1]).toBeLessThanOrEqual(10)
  })
})

describe('R33 the story of an owned lead', () => {
  const story = (reps: RepFacts[], ruleset: ReturnType<typeof owned>) => {
    const world = aWorld(reps)
    const record = recordDecision(lead(), world, decide(lead(), world, ruleset), ruleset)
    return explain(record, {
      lead: lead(),
      leadId: null,
      ruleset,
      nameOf: (id) => reps.find((rep) => rep.id === id)!,
      sayTime: String,
      isStored: true,
      score: null,
    })
  }
  const others = [aRepFact(1, { name: 'Mia' }), aRepFact(3, { name: 'Ada' })]
  it('R33 names no tie that decided nothing', () => {
    expect(story([...others, aRepFact(2, { name: 'Tom' })], owned(true)).tie).toBeNull()
  })
  it('R33 names an owner from outside the pool, also when it is an offer', () => {
    const tom = aRepFact(2, { name: 'Tom', team: 'Else' })
    const ruleset = owned(true, { pool: { team: 'Sales' }, acceptWithinMinutes: 5 })
    expect(story([...others, tom], ruleset).sentence).toBe(
      'Tom was offered this by rule “Owners”: owner of the same person or company.',
    )
  })
  it('R33 does not hold against the owner what the pool asks of others', () => {
    const ruleset = owned(true, { pool: { languages: ['de'] } })
    expect(story([aRepFact(2, { name: 'Tom' }), aRepFact(1, { name: 'Mia', languages: ['de'] })], ruleset).sentence).toBe(
      'Tom got this by rule “Owners”: owner of the same person or company.',
    )
  })
})
