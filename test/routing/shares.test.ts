import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LeadFacts, RepFacts, World } from '../../src-main/contract/index.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { recordDecision } from '../../src-main/routing/record.ts'
import { aLeadFact, aRepFact, aWorld, compiled, NOON } from '../helpers/facts.ts'
import { countsOf, idOf, routeLeads } from '../helpers/route-leads.ts'

const HOUR = 3_600_000
const MINUTE = 60_000
const pooled = (by: string, rest: Record<string, unknown> = {}) =>
  compiled([{ name: 'Share', then: { to: 'pool', pool: {}, by, ...rest } }])

describe('R16 share', () => {
  const percent = (shares: number[]): Record<string, number> =>
    Object.fromEntries(shares.map((share, i) => [`rep${i + 1}@team.example`, share]))
  const team = (size: number): RepFacts[] => Array.from({ length: size }, (_, i) => aRepFact(i + 1))

  it.each([
    [[50, 30, 20], 3],
    [[60, 40], 2],
    [[1, 99], 2],
    [[33.3, 33.3, 33.4], 3],
    [[70, 10, 10, 5, 5], 5],
    [[12.5, 12.5, 12.5, 12.5, 50], 5],
  ])('R16 %o: after every one of 1,000 leads each is within one lead of its share', (shares, size) => {
    const world = aWorld(team(size))
    const ruleset = pooled('share', { shares: percent(shares) })
    const given = shares.map(() => 0)
    for (let leads = 1; leads <= 1_000; leads++) {
      given[routeLeads(world, ruleset, 1, () => ({ id: leads }))[0]!.repId! - 1]! += 1
      shares.forEach((share, i) => expect(Math.abs(given[i]! - (share * leads) / 100)).toBeLessThanOrEqual(1 + 1e-9))
    }
  })
  it('R16 nobody here all along ever gets a whole lead more than its share', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }), (parts) => {
        const sum = parts.reduce((a, b) => a + b)
        const shares = parts.map((part) => (part / sum) * 100)
        const world = aWorld(team(parts.length))
        const ruleset = pooled('share', { shares: percent(shares) })
        const given = parts.map(() => 0)
        for (let leads = 1; leads <= 60; leads++) {
          given[routeLeads(world, ruleset, 1, () => ({ id: leads }))[0]!.repId! - 1]! += 1
          shares.forEach((share, i) => expect(given[i]! - (share * leads) / 100).toBeLessThan(1 + 1e-6))
        }
      }),
      { numRuns: 50 },
    )
  })
  it('R16 who is not named divides what is left by weight', () => {
    const reps = [...team(2), aRepFact(3, { weight: 3 })]
    const counts = countsOf(routeLeads(aWorld(reps), pooled('share', { shares: percent([60]) }), 1_000), 3)
    expect(counts).toEqual([600, 100, 300])
  })
  it('R16 who has left takes no part of what is left, and those named keep their percentages', () => {
    const left = [aRepFact(3, { isActive: false, weight: 5 }), aRepFact(4, { isDraining: true, weight: 5 })]
    const counts = countsOf(routeLeads(aWorld([...team(2), ...left]), pooled('share', { shares: percent([60]) }), 100), 4)
    expect(counts).toEqual([60, 40, 0, 0])
  })
  it('R16, R18 a share of 0 is not in rotation', () => {
    const reps = team(2)
    const ruleset = pooled('share', { shares: percent([0]) })
    const world = aWorld(reps)
    const record = recordDecision(aLeadFact(), world, decide(aLeadFact(), world, ruleset), ruleset)
    expect(record.pools[0]!.candidates.map(({ reasons }) => reasons)).toEqual([['weight-zero'], []])
    expect(countsOf(routeLeads(world, ruleset, 10), 2)).toEqual([0, 10])
  })
  it('R16 over a window: what lies before it is forgotten', () => {
    const today = Math.floor(NOON / 86_400_000)
    const given = (day: number) =>
      new Map([['n:share', new Map([[idOf(1), new Map([[day, 50]])]])]]) as unknown as World['tallies']
    const ruleset = pooled('share', { shares: percent([50, 50]), shareWindowDays: 7 })
    const gotOf = (day: number) => countsOf(routeLeads(aWorld(team(2), { tallies: given(day) }), ruleset, 10), 2)
    expect(gotOf(today - 6)).toEqual([0, 10])
    expect(gotOf(today - 7)).toEqual([5, 5])
  })

  describe('R26 fairness never holds a lead for long', () => {
    const shares = percent([50, 50])
    const ahead = (): World => {
      const world = aWorld([aRepFact(1), aRepFact(2, { availability: 'away' })])
      routeLeads(world, pooled('share', { shares }), 3)
      return world
    }
    const waits = pooled('share', { shares, maxWaitMinutes: 30 })
    it('R26 without a time, it goes to whoever is here', () => {
      expect(decide(aLeadFact(), ahead(), pooled('share', { shares }))).toMatchObject({ outcome: 'assigned', repId: 1 })
    })
    it('R26 with one, it waits while all who are here are beyond their part', () => {
      const world = ahead()
      expect(decide(aLeadFact(), world, waits)).toMatchObject({
        outcome: 'waiting',
        waitCode: 'waiting-for-share',
        retryAt: world.at + 30 * MINUTE,
        turn: null,
      })
    })
    it('R26 a hot lead never waits', () => {
      expect(decide(aLeadFact({ grade: 'hot' }), ahead(), waits)).toMatchObject({ outcome: 'assigned', repId: 1 })
    })
    it('R26 never past its time', () => {
      const world = ahead()
      const waiting = (since: number) => decide(aLeadFact({ waitingSince: world.at - since }), world, waits)
      expect(waiting(30 * MINUTE - 1)).toMatchObject({ outcome: 'waiting', retryAt: world.at + 1 })
      expect(waiting(30 * MINUTE)).toMatchObject({ outcome: 'assigned', repId: 1 })
      expect(waiting(HOUR)).toMatchObject({ outcome: 'assigned', repId: 1 })
    })
    it('R26 not while somebody here is at or below its part', () => {
      const world = aWorld([aRepFact(1), aRepFact(2, { availability: 'away' }), aRepFact(3)])
      const ruleset = pooled('share', { shares: percent([30, 40]), maxWaitMinutes: 30 })
      routeLeads(world, pooled('share', { shares: percent([30, 40]) }), 2)
      world.reps[2]!.availability = 'away'
      expect(decide(aLeadFact(), world, ruleset).waitCode).toBe('waiting-for-share')
      world.reps[2]!.availability = 'available'
      routeLeads(world, pooled('share', { shares: percent([30, 40]) }), 1)
      world.tallies = new Map()
      expect(decide(aLeadFact(), world, ruleset).outcome).toBe('assigned')
    })
    it.each<[string, Partial<RepFacts>, Partial<LeadFacts>]>([
      ['has left', { isActive: false }, {}],
      ['is leaving', { isDraining: true }, {}],
      ['was asked already', {}, { alreadyOfferedTo: [idOf(2)] }],
      ['is not in rotation', { weight: 0 }, {}],
    ])('R26 nobody waits for a rep who %s', (_, given, lead) => {
      const world = ahead()
      Object.assign(world.reps[1]!, given)
      expect(decide(aLeadFact(lead), world, waits)).toMatchObject({ outcome: 'assigned', repId: 1 })
    })
  })
})
