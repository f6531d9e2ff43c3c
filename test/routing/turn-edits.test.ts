import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RepFacts } from '../../src-main/contract/index.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { aLeadFact, aRepFact, aWorld, compiled, sharing } from '../helpers/facts.ts'
import { countsOf, routeLeads } from '../helpers/route-leads.ts'

const weighted = compiled([sharing()])
const roundRobin = compiled([sharing({ by: 'round-robin' })])
const team = (weights: readonly number[]): RepFacts[] => weights.map((weight, i) => aRepFact(i + 1, { weight }))
const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })

describe('R19 an edit', () => {
  it('R19 of weight, name, team list or filter never touches a number of anyone else', () => {
    fc.assert(
      fc.property(weights, fc.nat(30), fc.integer({ min: 0, max: 5 }), (given, before, who) => {
        const reps = team([...given, 1])
        const world = aWorld(reps)
        routeLeads(world, weighted, before)
        const numbers = reps.map(({ id }) => world.turns.get('all')?.get(id) ?? 0)
        const edited = reps[who % reps.length]!
        for (const change of [
          { weight: 50 },
          { name: 'Renamed', email: 'new@team.example' },
          { isActive: false },
          { team: null },
        ]) {
          const after = aWorld(
            reps.map((rep) => (rep === edited ? { ...rep, ...change } : rep)),
            { turns: world.turns, at: world.at },
          )
          for (const { repId, before: number } of decide(aLeadFact({ id: 999 }), after, weighted).turn?.changes ?? [])
            expect(number).toBe(numbers[repId - 1])
        }
      }),
    )
  })
  it('R19 of the method keeps the numbers: a rep who just had a turn waits for the others', () => {
    const world = aWorld(team([1, 1, 1]))
    const first = routeLeads(world, roundRobin, 1)[0]!.repId!
    const then = routeLeads(world, weighted, 2, (i) => ({ id: i + 50 })).map(({ repId }) => repId)
    expect(new Set([first, ...then])).toEqual(new Set([1, 2, 3]))
  })
  it.each(['least-loaded', 'longest-idle', 'top-performer', 'share', 'claim', 'tiers'])(
    'R19 from 500 leads by %s to round robin: nobody pays for longer than a round',
    (by) => {
      const shares = { 'rep1@team.example': 80 }
      const reps = [aRepFact(1, { wonLately: 50, closedLately: 60 }), aRepFact(2), aRepFact(3, { openLeads: 600 })]
      const world = aWorld(reps)
      const then = { to: 'pool', pool: {}, by, maxLoadMultiple: 100, ...(by === 'share' ? { shares } : {}) }
      const other = compiled([{ name: 'Share', then }])
      for (let i = 0; i < 500; i++) {
        routeLeads(world, other, 1, () => ({ id: i + 1 }))
        for (const rep of reps) if (rep.id !== 3) rep.openLeads = 0
      }
      const got = countsOf(routeLeads(world, roundRobin, 12), 3)
      for (const count of got) expect(count).toBeGreaterThanOrEqual(2)
    },
  )
})
