import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { METHODS, type Method } from '../../src-main/contract/index.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { nextInTurn } from '../../src-main/routing/next-in-turn.ts'
import { aLeadFact, aRepFact, aWorld, compiled, NOON } from '../helpers/facts.ts'
import { idOf } from '../helpers/route-leads.ts'

const toPool = (name: string, by: string, pool: object = {}, rest: object = {}) => ({
  name,
  then: { to: 'pool', pool, by, ...rest },
})

describe('Who is next in turn', () => {
  it('R14 is who the next lead goes to, by every method that has a turn', () => {
    const load = fc.record({ openLeads: fc.integer({ min: 0, max: 5 }), lastGivenAt: fc.constantFrom(null, NOON - 5, NOON - 9) })
    const methods = METHODS.filter((method): method is Method => method !== 'claim')
    const pool = fc.record({ loads: fc.array(load, { minLength: 1, maxLength: 5 }), by: fc.constantFrom(...methods) })
    fc.assert(
      fc.property(pool, fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 5, maxLength: 5 }), ({ loads, by }, numbers) => {
        const reps = loads.map((load, at) => aRepFact(at + 1, load))
        const turns = new Map([['all', new Map(reps.map(({ id }, at) => [id, numbers[at] ?? 0]))]])
        const rest = by === 'tiers' ? { tiers: [{}] } : by === 'share' ? { shares: {} } : {}
        const ruleset = compiled([toPool('Everyone', by, {}, rest)])
        const world = aWorld(reps, { turns })
        const [next] = nextInTurn(aLeadFact(), world, ruleset)
        const picked = decide(aLeadFact(), world, ruleset).repId
        expect(next?.repIds).toContain(picked)
        // Any other lead goes to one of those told as well.
        for (let id = 2; id < 8; id++) expect(next?.repIds).toContain(decide(aLeadFact({ id }), world, ruleset).repId)
      }),
    )
  })

  it('names all who are level, and nobody where nobody can take one', () => {
    const reps = [aRepFact(1, { team: 'North' }), aRepFact(2, { team: 'North' }), aRepFact(3, { team: 'South', isPaused: true })]
    const ruleset = compiled([toPool('A', 'round-robin', { team: 'North' }), toPool('B', 'round-robin', { team: 'South' })])
    expect(nextInTurn(aLeadFact(), aWorld(reps), ruleset)).toEqual([
      { pool: 'North', rule: 'A', by: 'round-robin', repIds: [idOf(1), idOf(2)] },
      { pool: 'South', rule: 'B', by: 'round-robin', repIds: [] },
    ])
  })

  it('tells a pool once that several rules share, and leaves out what is claimed or switched off', () => {
    const ruleset = compiled([
      toPool('First', 'round-robin', { team: 'North' }),
      toPool('Second', 'round-robin', { team: 'North' }),
      toPool('Claimed', 'claim', { team: 'South' }),
      { ...toPool('Off', 'round-robin', { team: 'West' }), enabled: false },
      { ...toPool('Last', 'least-loaded'), otherwise: { to: 'pool', pool: { team: 'East' }, by: 'weighted' } },
    ])
    const told = nextInTurn(aLeadFact(), aWorld([aRepFact(1, { team: 'North' })]), ruleset)
    expect(told.map(({ pool, rule }) => [pool, rule])).toEqual([
      ['North', 'First'],
      ['everyone', 'Last'],
      ['East', 'Last'],
    ])
  })
})
