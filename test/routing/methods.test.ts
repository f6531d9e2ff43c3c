import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision, LeadFacts, RepFacts } from '../../src-main/contract/index.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { recordDecision } from '../../src-main/routing/record.ts'
import { aLeadFact, aRepFact, aWorld, compiled, NOON, sharing } from '../helpers/facts.ts'
import { countsOf, idOf, routeLeads } from '../helpers/route-leads.ts'

const pooled = (by: string, rest: Record<string, unknown> = {}) =>
  compiled([{ name: 'Share', then: { to: 'pool', pool: {}, by, ...rest } }])
const pickBy = (by: string, reps: RepFacts[], rest: Record<string, unknown> = {}, lead: Partial<LeadFacts> = {}): Decision =>
  decide(aLeadFact(lead), aWorld(reps), pooled(by, rest))

describe('R16 least loaded', () => {
  it('R16 compares open leads by capacity exactly, where fractions would be rounded level', () => {
    // 333333332/999999999 is less than 333333333/1000000000 only in the tenth digit.
    const reps = [
      aRepFact(1, { openLeads: 333_333_333, capacity: 1_000_000_000 }),
      aRepFact(2, { openLeads: 333_333_332, capacity: 999_999_999 }),
    ]
    expect(pickBy('least-loaded', reps).repId).toBe(2)
  })
  it('R16 the least loaded by any two fractions is who gets it', () => {
    const load = fc
      .integer({ min: 1, max: 20 })
      .chain((room) => fc.tuple(fc.integer({ min: 0, max: room - 1 }), fc.constant(room)))
    fc.assert(
      fc.property(fc.array(load, { minLength: 1, maxLength: 6 }), (loads) => {
        const reps = loads.map(([openLeads, capacity], i) => aRepFact(i + 1, { openLeads, capacity }))
        const [open, room] = loads[pickBy('least-loaded', reps).repId! - 1]!
        for (const [otherOpen, otherRoom] of loads) expect(open * otherRoom).toBeLessThanOrEqual(otherOpen * room)
      }),
    )
  })
  it('R16 no capacity counts as the largest of those asked; with none at all, open leads alone count', () => {
    const few = aRepFact(1, { openLeads: 3, capacity: 4 })
    expect(pickBy('least-loaded', [few, aRepFact(2, { openLeads: 4 })]).repId).toBe(1)
    expect(pickBy('least-loaded', [few, aRepFact(2, { openLeads: 2 })]).repId).toBe(2)
    expect(pickBy('least-loaded', [aRepFact(1, { openLeads: 9 }), aRepFact(2, { openLeads: 8 })]).repId).toBe(2)
  })
  it('R16 breaks ties by the turn', () => {
    const world = aWorld([aRepFact(1), aRepFact(2)], { turns: new Map([['all', new Map([[idOf(2), 1]])]]) })
    expect(decide(aLeadFact(), world, pooled('least-loaded')).repId).toBe(2)
  })
})

describe('R16 longest idle', () => {
  it('R16 is who was given a lead longest ago; never given before all', () => {
    const reps = [
      aRepFact(1, { lastGivenAt: NOON - 5 }),
      aRepFact(2, { lastGivenAt: NOON - 9 }),
      aRepFact(3, { lastGivenAt: NOON }),
    ]
    expect(pickBy('longest-idle', reps).repId).toBe(2)
    expect(pickBy('longest-idle', [...reps, aRepFact(4)]).repId).toBe(4)
  })
  it('R16 goes round among who stay', () => {
    const world = aWorld([aRepFact(1), aRepFact(2), aRepFact(3)])
    expect(countsOf(routeLeads(world, pooled('longest-idle'), 9), 3)).toEqual([3, 3, 3])
    expect(Math.max(...world.reps.map(({ lastGivenAt }) => lastGivenAt ?? 0))).toBe(world.at)
  })
})

describe('R16 top performer', () => {
  const winner = aRepFact(1, { wonLately: 40, closedLately: 60 })
  const middling = aRepFact(2, { wonLately: 30, closedLately: 90 })
  it('R16 is the highest win rate', () => {
    expect(pickBy('top-performer', [middling, winner]).repId).toBe(1)
  })
  it.each([
    [9, 10],
    [40, 60],
    [40, 100],
    [10, 10],
    [5, 100],
    [500, 2_000],
  ])('R16 one lead won of one is not the best: %i of %i is, also when nobody else is there', (wonLately, closedLately) => {
    const lucky = aRepFact(1, { wonLately: 1, closedLately: 1 })
    const proven = aRepFact(2, { wonLately, closedLately })
    expect(pickBy('top-performer', [lucky, proven]).repId).toBe(2)
    expect(pickBy('top-performer', [lucky, proven, middling]).repId).not.toBe(1)
  })
  it('R16 who lost the only lead is not the worst', () => {
    const unlucky = aRepFact(1, { wonLately: 0, closedLately: 1 })
    const bad = aRepFact(2, { wonLately: 5, closedLately: 100 })
    const good = aRepFact(3, { wonLately: 50, closedLately: 100, availability: 'away' })
    expect(pickBy('top-performer', [unlucky, bad, good]).repId).toBe(1)
  })
  it('R16 passes over whoever carries more than the multiple of the median load of the pool', () => {
    const reps = (open: number): RepFacts[] => [
      { ...winner, openLeads: open },
      { ...middling, openLeads: 4 },
      aRepFact(3, { openLeads: 4, availability: 'away' }),
    ]
    expect(pickBy('top-performer', reps(6)).repId).toBe(1)
    expect(pickBy('top-performer', reps(7)).repId).toBe(2)
    expect(pickBy('top-performer', reps(12), { maxLoadMultiple: 3 }).repId).toBe(1)
    expect(pickBy('top-performer', reps(13), { maxLoadMultiple: 3 }).repId).toBe(2)
  })
  it('R16 of an idle pool the best is not passed over for one lead', () => {
    expect(pickBy('top-performer', [{ ...winner, openLeads: 1 }, middling]).repId).toBe(1)
  })
  it('R16, R26 never holds a lead for it: when all who are here carry too much, load is no reason', () => {
    const idle = [4, 5, 6].map((id) => aRepFact(id, { availability: 'away' }))
    const decision = pickBy('top-performer', [{ ...winner, openLeads: 50 }, { ...middling, openLeads: 60 }, ...idle])
    expect(decision).toMatchObject({ outcome: 'assigned', repId: 1 })
  })
  it('R16 with nothing won or closed by anybody, turns decide', () => {
    const world = aWorld([aRepFact(1), aRepFact(2), aRepFact(3)])
    expect(countsOf(routeLeads(world, pooled('top-performer', { maxLoadMultiple: 100 }), 30), 3)).toEqual([10, 10, 10])
  })
  it('R14 the best is charged a turn, but never falls further than a round behind', () => {
    const world = aWorld([winner, middling].map((rep) => ({ ...rep })))
    routeLeads(world, pooled('top-performer', { maxLoadMultiple: 100 }), 100)
    expect(Math.abs(world.turns.get('all')!.get(idOf(1))!)).toBeLessThanOrEqual(2)
  })
})

describe('R16 tiers', () => {
  const tiers = [{ tier: 'senior' }, { tier: 'junior' }]
  const senior = aRepFact(1, { tier: 'Senior' })
  const junior = aRepFact(2, { tier: 'junior', weight: 1 })
  const other = aRepFact(3)
  const ruleset = pooled('tiers', { tiers })
  const reasonsOf = (reps: RepFacts[]) => {
    const world = aWorld(reps)
    const record = recordDecision(aLeadFact(), world, decide(aLeadFact(), world, ruleset), ruleset)
    return record.pools[0]!.candidates.map(({ reasons }) => reasons)
  }
  it('R16 the first tier with somebody eligible', () => {
    for (let id = 1; id <= 20; id++) expect(pickBy('tiers', [senior, junior, other], { tiers }, { id }).repId).toBe(1)
    expect(pickBy('tiers', [{ ...senior, availability: 'busy' }, junior, other], { tiers }).repId).toBe(2)
    expect(pickBy('tiers', [{ ...senior, capacity: 1, openLeads: 1 }, junior, other], { tiers }).repId).toBe(2)
  })
  it('R16 nobody of any tier: it waits, whoever else is free', () => {
    expect(pickBy('tiers', [{ ...senior, availability: 'busy' }, other], { tiers })).toMatchObject({
      outcome: 'waiting',
      waitCode: 'nobody-eligible',
    })
  })
  it('R16, R33 the record says outside-tier of everyone else', () => {
    expect(reasonsOf([senior, junior, other])).toEqual([[], ['outside-tier'], ['outside-tier']])
    expect(reasonsOf([{ ...senior, availability: 'away' }, junior, other])).toEqual([['away'], [], ['outside-tier']])
    expect(reasonsOf([{ ...senior, availability: 'away' }, other])).toEqual([['away'], ['outside-tier']])
  })
  it('R14 within a tier it goes by weight, and a visit to another tier costs nothing', () => {
    const reps = [senior, { ...senior, id: idOf(4), email: 'rep4@team.example', weight: 3 }, junior].map((rep) => ({ ...rep }))
    const world = aWorld(reps)
    const first = routeLeads(world, ruleset, 6)
    reps[0]!.availability = reps[1]!.availability = 'away'
    routeLeads(world, ruleset, 7)
    reps[0]!.availability = reps[1]!.availability = 'available'
    const then = routeLeads(world, ruleset, 2, (i) => ({ id: i + 60 }))
    expect(countsOf([...first, ...then], 4)).toEqual([2, 0, 0, 6])
  })
})

describe('R16 claim', () => {
  it('R16 is offered to all eligible at once, and to nobody alone', () => {
    const reps = [aRepFact(3), aRepFact(1), aRepFact(2, { availability: 'away' }), aRepFact(4)]
    expect(pickBy('claim', reps)).toMatchObject({
      outcome: 'offered',
      repId: null,
      offeredTo: [1, 3, 4],
      method: 'claim',
      turn: null,
    })
  })
  it('R16 has a time to accept even when the rule names none, and the rule’s own else', () => {
    expect(pickBy('claim', [aRepFact(1)]).terms?.accept).toBe(10)
    expect(pickBy('claim', [aRepFact(1)], { acceptWithinMinutes: 3 }).terms?.accept).toBe(3)
  })
  it('R16 with one eligible, it is an offer to that one', () => {
    expect(pickBy('claim', [aRepFact(7), aRepFact(2, { isPaused: true })])).toMatchObject({
      outcome: 'offered',
      repId: 7,
      offeredTo: [7],
    })
  })
  it('R10 while it stands it weighs on everyone asked, so that nobody is asked for more than there is room', () => {
    const reps = [aRepFact(1, { capacity: 2 }), aRepFact(2, { capacity: 1 })]
    const asked = routeLeads(aWorld(reps), pooled('claim'), 4).map(({ offeredTo }) => offeredTo)
    expect(asked).toEqual([[1, 2], [1], [], []])
    expect(reps.map(({ openLeads }) => openLeads)).toEqual([2, 1])
  })
})

describe('R16 named', () => {
  const ruleset = compiled([
    { name: 'Named', then: { to: 'rep', rep: 'Rep2@team.example', backups: ['rep3@team.example', ' rep1@team.example'] } },
  ])
  const pick = (absent: number[]): Decision =>
    decide(aLeadFact(), aWorld([1, 2, 3].map((id) => aRepFact(id, absent.includes(id) ? { availability: 'away' } : {}))), ruleset)
  it('R16 is the rep, else the first backup who can, in the order written', () => {
    expect(pick([])).toMatchObject({ repId: 2, method: 'named', turn: null })
    expect(pick([2])).toMatchObject({ repId: 3, method: 'named' })
    expect(pick([2, 3])).toMatchObject({ repId: 1, method: 'named' })
    expect(pick([1, 2, 3])).toMatchObject({ outcome: 'waiting', waitCode: 'nobody-eligible' })
  })
  it('R16 needs no weight: that is for rotation', () => {
    expect(decide(aLeadFact(), aWorld([aRepFact(2, { weight: 0 })]), ruleset).repId).toBe(2)
  })
  it('R20 may be an offer too', () => {
    const offering = compiled([{ name: 'Named', then: { to: 'rep', rep: 'rep2@team.example', acceptWithinMinutes: 5 } }])
    expect(decide(aLeadFact(), aWorld([aRepFact(2)]), offering)).toMatchObject({ outcome: 'offered', offeredTo: [2] })
  })
})

describe('R10 caps of a rule', () => {
  const capped = (by: string, rest: Record<string, unknown> = {}) => pooled(by, { dailyCapPerRep: 2, ...rest })
  it.each(['round-robin', 'weighted', 'least-loaded', 'longest-idle', 'top-performer', 'tiers', 'share'])(
    'R10 by %s, nobody gets more a day than the rule says; the next day counts anew',
    (by) => {
      const world = aWorld([aRepFact(1), aRepFact(2)])
      const ruleset = capped(by, by === 'share' ? { shares: { 'rep1@team.example': 90 } } : {})
      expect(countsOf(routeLeads(world, ruleset, 6), 2)).toEqual([2, 2])
      expect(decide(aLeadFact(), world, ruleset)).toMatchObject({ outcome: 'waiting', waitCode: 'nobody-eligible' })
      world.today += 1
      expect(countsOf(routeLeads(world, ruleset, 6), 2)).toEqual([2, 2])
    },
  )
  it('R10 the reason is at-rule-cap, and another rule counts for itself', () => {
    const ruleset = compiled([
      { ...sharing({ name: 'First' }), then: { to: 'pool', pool: {}, by: 'weighted', dailyCapPerRep: 1 }, otherwise: 'next' },
      { name: 'Second', then: { to: 'pool', pool: {}, by: 'weighted', dailyCapPerRep: 1 } },
    ])
    const world = aWorld([aRepFact(1)])
    expect(routeLeads(world, ruleset, 3).map(({ ruleName, outcome }) => [ruleName, outcome])).toEqual([
      ['First', 'assigned'],
      ['Second', 'assigned'],
      ['Second', 'waiting'],
    ])
    const record = recordDecision(aLeadFact(), world, decide(aLeadFact(), world, ruleset), ruleset)
    expect(record.pools.map(({ candidates }) => candidates[0]!.reasons)).toEqual([['at-rule-cap'], ['at-rule-cap']])
  })
})
