import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RepFacts, RepId, World } from '../../src-main/contract/index.ts'
import { charge } from '../../src-main/routing/charge.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { aLeadFact, aRepFact, aWorld, compiled, NOON, sharing } from '../helpers/facts.ts'

/** Routes leads one after another, each a second later, and tells who got them. */
function route(world: World, count: number, ruleset = compiled([sharing()]), from = 1): RepId[] {
  const given: RepId[] = []
  for (let i = 0; i < count; i++) {
    world.at += 1_000
    const decision = decide(aLeadFact({ id: from + i }), world, ruleset)
    if (decision.outcome !== 'assigned' || decision.repId === null) throw new Error('nobody got it')
    charge(world, decision)
    given.push(decision.repId)
  }
  return given
}

const countOf = (given: readonly RepId[], id: number): number => given.filter((one) => one === id).length
const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 })
const team = (of: readonly number[]): RepFacts[] => of.map((weight, i) => aRepFact(i + 1, { weight }))
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

describe('R14 the smooth weighted turn', () => {
  it('gives each rep exactly its weight in every cycle, from level numbers', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 4 }), (given, cycles) => {
        const world = aWorld(team(given))
        const divisor = given.reduce(gcd)
        const cycle = given.reduce((sum, weight) => sum + weight, 0) / divisor
        for (let i = 0; i < cycles; i++) {
          const got = route(world, cycle, undefined, i * cycle + 1)
          given.forEach((weight, rep) => {
            expect(countOf(got, rep + 1)).toBe(weight / divisor)
          })
        }
      }),
    )
  })

  it('keeps the numbers bounded by the sum of weights from any sequence of absences, and their sum at zero', () => {
    fc.assert(
      fc.property(
        weights,
        fc.array(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), { maxLength: 60 }),
        (given, presence) => {
          const reps = team(given)
          const world = aWorld(reps)
          const ruleset = compiled([sharing()])
          const bound = given.reduce((sum, weight) => sum + weight, 0)
          for (const present of presence) {
            reps.forEach((rep, i) => {
              rep.availability = present[i] ? 'available' : 'away'
            })
            if (!reps.some((rep) => rep.availability === 'available')) continue
            route(world, 1, ruleset)
            const numbers = [...(world.turns.get('all')?.values() ?? [])]
            expect(numbers.reduce((sum, number) => sum + number, 0)).toBeCloseTo(0, 6)
            for (const number of numbers) expect(Math.abs(number)).toBeLessThanOrEqual(bound * 2)
          }
        },
      ),
    )
  })

  it('a returning rep is not flooded: after any absence, among equals, no more than two in a row', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 20 }),
        (size, away, before) => {
          const reps = team(Array.from({ length: size }, () => 1))
          const world = aWorld(reps)
          route(world, before)
          reps[0]!.availability = 'away'
          if (size > 1) route(world, away)
          reps[0]!.availability = 'available'
          const got = route(world, size * 3)
          expect(countOf(got.slice(0, size), 1)).toBeLessThanOrEqual(2)
          expect(countOf(got, 1)).toBeLessThanOrEqual(4)
        },
      ),
    )
  })

  it('a new rep starts level and gets a fair share, not the backlog', () => {
    const reps = team([1, 1, 1])
    const world = aWorld(reps)
    route(world, 300)
    const joined = aWorld([...reps, aRepFact(4)], { turns: world.turns, at: world.at })
    expect(countOf(route(joined, 40), 4)).toBe(10)
  })

  it('a lead only one rep can take costs that rep nothing', () => {
    const reps = team([1, 1])
    const world = aWorld(reps)
    reps[1]!.availability = 'away'
    route(world, 10)
    expect(world.turns.get('all')?.get(1 as RepId)).toBe(0)
  })
})

describe('R13 round robin', () => {
  it('is weighted with all weights equal', () => {
    const world = aWorld(team([5, 1, 1]))
    const got = route(world, 9, compiled([sharing({ by: 'round-robin' })]))
    expect([1, 2, 3].map((id) => countOf(got, id))).toEqual([3, 3, 3])
  })
})

describe('R15 ties', () => {
  it('go to whoever was given a lead least recently', () => {
    const reps = [
      aRepFact(1, { lastGivenAt: NOON - 1 }),
      aRepFact(2, { lastGivenAt: NOON - 2 }),
      aRepFact(3, { lastGivenAt: NOON }),
    ]
    expect(route(aWorld(reps), 1)).toEqual([2])
  })
  it('else spread evenly over leads, never by place in the list', () => {
    const got = Array.from({ length: 3_000 }, (_, i) => route(aWorld(team([1, 1, 1])), 1, undefined, i + 1)[0]!)
    for (const id of [1, 2, 3]) {
      expect(countOf(got, id)).toBeGreaterThan(850)
      expect(countOf(got, id)).toBeLessThan(1_150)
    }
  })
})

describe('R16 least loaded', () => {
  it('compares open leads by capacity', () => {
    const reps = [aRepFact(1, { openLeads: 5, capacity: 10 }), aRepFact(2, { openLeads: 6, capacity: 20 })]
    expect(route(aWorld(reps), 1, compiled([sharing({ by: 'least-loaded' })]))).toEqual([2])
  })
  it('breaks ties by the turn', () => {
    const world = aWorld(team([1, 1, 1]))
    const got = route(world, 9, compiled([sharing({ by: 'least-loaded' })]))
    expect([1, 2, 3].map((id) => countOf(got, id))).toEqual([3, 3, 3])
  })
})

describe('R19 an edit', () => {
  it('of one rep leaves the numbers of the others alone', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 30 }), (given, picks) => {
        const reps = team([...given, 1])
        const world = aWorld(reps)
        route(world, picks)
        const before = new Map(world.turns.get('all'))
        const leaving = reps.at(-1)!
        const rest = aWorld(
          reps.slice(0, -1).map((rep, i) => (i === 0 ? { ...rep, name: 'Renamed', weight: rep.weight + 1 } : rep)),
          {
            turns: world.turns,
            at: world.at,
          },
        )
        const decision = decide(aLeadFact({ id: 999 }), rest, compiled([sharing()]))
        for (const change of decision.turn!.changes) {
          expect(change.before).toBe(before.get(change.repId) ?? 0)
          expect(change.repId).not.toBe(leaving.id)
        }
      }),
    )
  })
  it('of a rule, renamed and moved, keeps the turns of its team', () => {
    const world = aWorld(team([1, 1, 1]))
    route(world, 4, compiled([sharing({ pool: { team: 'Sales' } })]))
    const before = new Map(world.turns.get('team:sales'))
    const edited = compiled([
      { name: 'New', when: { field: 'city', op: 'is', value: 'x' }, then: { to: 'hold' } },
      sharing({ name: 'Renamed', pool: { team: 'Sales' } }),
    ])
    const decision = decide(aLeadFact({ id: 50 }), world, edited)
    for (const change of decision.turn!.changes) expect(change.before).toBe(before.get(change.repId))
  })
  it('of a filter never restarts the rotation (edge case 10)', () => {
    const reps = team([1, 1, 1]).map((rep, i) => ({ ...rep, languages: i === 0 ? ['de', 'en'] : ['en'] }))
    const world = aWorld(reps)
    const rules = compiled([
      sharing({ name: 'German', when: { field: 'language', op: 'is', value: 'de' }, pool: { team: 'Sales', languages: ['de'] } }),
      sharing({ name: 'Rest', pool: { team: 'Sales' } }),
    ])
    const got: RepId[] = []
    for (let i = 0; i < 30; i++) {
      world.at += 1_000
      const decision = decide(aLeadFact({ id: i + 1, language: i % 5 === 0 ? 'de' : 'en' }), world, rules)
      charge(world, decision)
      if (i % 5 !== 0) got.push(decision.repId!)
    }
    expect([1, 2, 3].map((id) => countOf(got, id))).toEqual([8, 8, 8])
  })
})
