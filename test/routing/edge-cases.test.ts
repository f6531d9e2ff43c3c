import { describe, expect, it } from 'vitest'
import type { RepFacts } from '../../src-main/contract/index.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { aLeadFact, aRepFact, aWorld, compiled, NOON, sharing } from '../helpers/facts.ts'
import { countsOf, idOf, routeLeads } from '../helpers/route-leads.ts'

/** The hard cases of EDGE-CASES.md as far as a decision answers them; the store and the desk answer for the rest. */

const roundRobin = compiled([sharing({ by: 'round-robin' })])
const weighted = compiled([sharing()])
const team = (...weights: number[]): RepFacts[] => weights.map((weight, i) => aRepFact(i + 1, { weight }))

describe('edge case 2', () => {
  it.each([[1], [2], [9]])(
    'edge case 2: a new rep of weight %i gets the next leads by its weight, not by what the others had',
    (weight) => {
      const world = aWorld(team(1, 1, 1))
      routeLeads(world, weighted, 3_000)
      const joined = aWorld([...world.reps, aRepFact(4, { weight })], { turns: world.turns, at: world.at })
      const cycle = 3 + weight
      for (let round = 0; round < 3; round++) expect(countsOf(routeLeads(joined, weighted, cycle), 4)).toEqual([1, 1, 1, weight])
    },
  )
  it('edge case 2: nor starves: the first lead comes within the first round', () => {
    for (let before = 0; before < 8; before++) {
      const world = aWorld(team(3, 2))
      routeLeads(world, weighted, before)
      const joined = aWorld([...world.reps, aRepFact(3)], { turns: world.turns, at: world.at })
      expect(countsOf(routeLeads(joined, weighted, 7), 3)[2]).toBeGreaterThanOrEqual(1)
    }
  })
  it('edge case 2: by count of shares, the new one is not given what the others had over the window before it came', () => {
    const ruleset = compiled([{ name: 'Share', then: { to: 'pool', pool: {}, by: 'longest-idle' } }])
    const world = aWorld(team(1, 1))
    routeLeads(world, ruleset, 100)
    const joined = aWorld([...world.reps, aRepFact(3)], { turns: world.turns, at: world.at })
    expect(countsOf(routeLeads(joined, ruleset, 9), 3)).toEqual([3, 3, 3])
  })
})

describe('edge case 3', () => {
  it.each([10, 1_000])(
    'edge case 3: back after %i leads of absence, the number is as it was and the share is a share',
    (missed) => {
      const world = aWorld(team(2, 1, 1))
      routeLeads(world, weighted, 8)
      const number = world.turns.get('all')?.get(idOf(1))
      world.reps[0]!.availability = 'away'
      routeLeads(world, weighted, missed)
      world.reps[0]!.availability = 'available'
      expect(world.turns.get('all')?.get(idOf(1))).toBe(number)
      expect(countsOf(routeLeads(world, weighted, 40), 3)).toEqual([20, 10, 10])
    },
  )
})

describe('edge case 4', () => {
  it('edge case 4: taken out while next in turn, the next of the others comes; put back, nobody has lost or won a turn', () => {
    const world = aWorld(team(1, 1, 1, 1))
    const first = routeLeads(world, roundRobin, 1)[0]!.repId!
    const next = decide(aLeadFact({ id: 2 }), world, roundRobin).repId!
    const without = aWorld(
      world.reps.filter((rep) => rep.id !== next),
      { turns: world.turns, at: world.at },
    )
    const after = routeLeads(without, roundRobin, 2, (i) => ({ id: i + 2 })).map(({ repId }) => repId!)
    expect(new Set([first, next, ...after]).size).toBe(4)
    const whole = aWorld([...world.reps], { turns: without.turns, at: without.at })
    expect(decide(aLeadFact({ id: 4 }), whole, roundRobin).repId).toBe(next)
  })
  it('edge case 4: renamed, re-weighted, re-ordered and joined by others, the rotation goes on where it was', () => {
    const world = aWorld(team(1, 1, 1))
    const had = routeLeads(world, roundRobin, 2).map(({ repId }) => repId)
    const edited = world.reps.toReversed().map((rep) => ({ ...rep, name: `A ${rep.name}`, lastGivenAt: null }))
    const left = [1, 2, 3].find((id) => !had.includes(idOf(id)))
    expect(decide(aLeadFact({ id: 3 }), aWorld(edited, { turns: world.turns }), roundRobin).repId).toBe(left)
  })
  it('edge case 4: the rule moved, renamed and its pool narrowed keeps the turns of the team', () => {
    const world = aWorld(team(1, 1, 1))
    const by = (name: string, pool: object) =>
      compiled([{ name: 'Above', then: { to: 'hold' }, enabled: false }, sharing({ name, pool: { team: 'Sales', ...pool } })])
    const first = routeLeads(world, by('Old', {}), 2).map(({ repId }) => repId)
    const third = routeLeads(world, by('New', { languages: 'lead' }), 1, () => ({ id: 3 }))[0]!.repId
    expect(new Set([...first, third])).toEqual(new Set([1, 2, 3]))
  })
})

describe('edge case 5', () => {
  it.each(['isDraining', 'isPaused', 'isActive'] as const)(
    'edge case 5: %s is read at the pick, by every way a rule can name someone',
    (field) => {
      const gone = aRepFact(1, { [field]: field !== 'isActive' })
      const thens = [
        { to: 'pool', pool: {} },
        { to: 'pool', pool: {}, by: 'claim' },
        { to: 'pool', pool: {}, by: 'share', shares: { 'rep1@team.example': 100 } },
        { to: 'pool', pool: { team: 'None' }, ownerFirst: true },
        { to: 'rep', rep: 'rep1@team.example' },
        { to: 'rep', rep: 'rep9@team.example', backups: ['rep1@team.example'] },
      ]
      for (const then of thens)
        expect(decide(aLeadFact({ ownerRepId: idOf(1) }), aWorld([gone]), compiled([{ name: 'X', then }]))).toMatchObject({
          outcome: 'waiting',
          repId: null,
        })
    },
  )
})

describe('edge case 6', () => {
  const nobody = [aRepFact(1, { isInHours: false, hoursChangeAt: NOON + 1 }), aRepFact(2, { team: 'Standby' })]
  const pool = { team: 'Sales' }
  it.each([
    ['wait', 'hold', { outcome: 'waiting', waitCode: 'nobody-eligible', repId: null }],
    ['the one on call', { to: 'rep', rep: 'rep2@team.example' }, { outcome: 'assigned', repId: 2 }],
    ['another pool', { to: 'pool', pool: { team: 'Standby' } }, { outcome: 'assigned', repId: 2 }],
    ['go on down', 'next', { outcome: 'waiting', waitCode: 'no-rule-matched' }],
  ])('edge case 6: nobody is here, the rule says %s, and nobody is picked outside hours', (_, otherwise, expected) => {
    expect(decide(aLeadFact(), aWorld(nobody), compiled([sharing({ pool, otherwise } as never)]))).toMatchObject(expected)
  })
  it('edge case 6: a pool with nobody in it is told apart from one with nobody free', () => {
    expect(decide(aLeadFact(), aWorld(nobody), compiled([sharing({ pool: { team: 'Else' } })])).waitCode).toBe('pool-empty')
  })
})

describe('edge case 8', () => {
  it('edge case 8: 30 ties do not fall to one: each new lead of a fresh desk may go to any', () => {
    const counts = countsOf(
      Array.from({ length: 30 }, (_, i) => decide(aLeadFact({ id: i + 1 }), aWorld(team(1, 1, 1)), roundRobin)),
      3,
    )
    for (const count of counts) expect(count).toBeGreaterThanOrEqual(4)
  })
  it('edge case 8: names with A and B get no more: renaming everyone changes no pick', () => {
    const named = (names: string[]): RepFacts[] => names.map((name, i) => aRepFact(i + 1, { name }))
    for (let id = 1; id <= 200; id++) {
      const picks = [named(['Abe', 'Bea', 'Zoe']), named(['Zoe', 'Yan', 'Abe'])].map(
        (reps) => decide(aLeadFact({ id }), aWorld(reps), weighted).repId,
      )
      expect(picks[0]).toBe(picks[1])
    }
  })
  it('edge case 8: least recently given comes first, before chance', () => {
    const reps = [
      aRepFact(1, { lastGivenAt: NOON - 2 }),
      aRepFact(2, { lastGivenAt: NOON - 3 }),
      aRepFact(3, { lastGivenAt: NOON - 1 }),
    ]
    for (let id = 1; id <= 50; id++) expect(decide(aLeadFact({ id }), aWorld(reps), roundRobin).repId).toBe(2)
  })
})

describe('edge case 9', () => {
  it.each(['round-robin', 'weighted', 'least-loaded', 'longest-idle', 'top-performer', 'tiers', 'claim', 'share'])(
    'edge case 9: by %s with all weights 0, or nobody at all, a lead waits and nothing breaks',
    (by) => {
      const ruleset = compiled([sharing({ by })])
      expect(decide(aLeadFact(), aWorld(team(0, 0)), ruleset)).toMatchObject({ outcome: 'waiting', waitCode: 'nobody-eligible' })
      expect(decide(aLeadFact(), aWorld([]), ruleset)).toMatchObject({ outcome: 'waiting', waitCode: 'pool-empty' })
    },
  )
  it('edge case 9: a tiny weight is a tiny part, not none: 0.01 beside 1 gets one of 101', () => {
    expect(countsOf(routeLeads(aWorld(team(1, 0.01)), weighted, 202), 2)).toEqual([200, 2])
  })
  it('edge case 9: a share of one percent is carried, not rounded away', () => {
    const shares = { 'rep1@team.example': 99, 'rep2@team.example': 1 }
    const ruleset = compiled([{ name: 'Share', then: { to: 'pool', pool: {}, by: 'share', shares } }])
    expect(countsOf(routeLeads(aWorld(team(1, 1)), ruleset, 300), 2)).toEqual([297, 3])
  })
  it('edge case 9: capacity and caps of 0 give nothing, and divide by nothing', () => {
    const reps = [aRepFact(1, { capacity: 0 }), aRepFact(2, { dailyCap: 0 }), aRepFact(3, { hourlyCap: 0 })]
    for (const by of ['weighted', 'least-loaded', 'top-performer', 'share'])
      expect(decide(aLeadFact(), aWorld(reps), compiled([sharing({ by })])).outcome).toBe('waiting')
  })
})

describe('edge case 10', () => {
  it('edge case 10: leads only some can take narrow the choice and never restart the rotation of the others', () => {
    const reps = team(1, 1, 1, 1).map((rep, i) => ({ ...rep, languages: i < 2 ? ['de', 'en'] : ['en'] }))
    const world = aWorld(reps)
    const ruleset = compiled([sharing({ by: 'round-robin', pool: { languages: 'lead' } })])
    const given = routeLeads(world, ruleset, 120, (i) => ({ language: i % 3 === 0 ? 'de' : 'en' }))
    const of = (rest: number) =>
      countsOf(
        given.filter((_, i) => (i % 3 === 0) === (rest === 0)),
        4,
      )
    const common = of(1)
    expect(of(0).slice(2)).toEqual([0, 0])
    // Of the common leads those two are given less, for the ones only they could take; each two of a kind go evenly.
    for (const counts of [of(0), common]) {
      expect(Math.abs(counts[0]! - counts[1]!)).toBeLessThanOrEqual(2)
      expect(Math.abs(counts[2]! - counts[3]!)).toBeLessThanOrEqual(2)
    }
    expect(Math.min(...common)).toBeGreaterThan(10)
  })
  it('edge case 10: a lead that excludes one costs the excluded nothing and gives it nothing', () => {
    const world = aWorld(team(1, 1, 1))
    routeLeads(world, roundRobin, 4)
    const number = world.turns.get('all')?.get(idOf(3))
    routeLeads(world, roundRobin, 10, () => ({ alreadyOfferedTo: [idOf(3)] }))
    expect(world.turns.get('all')?.get(idOf(3))).toBe(number)
  })
})

describe('edge case 12', () => {
  it('edge case 12: a backlog goes out under the caps, starts no clocks and no offers, and the rest waits', () => {
    const world = aWorld([aRepFact(1, { dailyCap: 3 }), aRepFact(2, { capacity: 4 })])
    const ruleset = compiled([{ name: 'X', then: { to: 'pool', pool: {}, acceptWithinMinutes: 5, contactWithinMinutes: 60 } }])
    const given = routeLeads(world, ruleset, 2_000, () => ({ isBacklog: true }))
    expect(countsOf(given, 2)).toEqual([3, 4])
    expect(given.every(({ terms, outcome }) => terms === null && outcome !== 'offered')).toBe(true)
  })
})

describe('edge case 15', () => {
  it('edge case 15: away and busy end by themselves at their time, and not a moment earlier', () => {
    for (const availability of ['away', 'busy'] as const) {
      const at = (until: number | null) =>
        decide(aLeadFact(), aWorld([aRepFact(1, { availability, availableAgainAt: until })]), weighted)
      expect(at(null).outcome).toBe('waiting')
      expect(at(NOON + 1).outcome).toBe('waiting')
      expect(at(NOON).repId).toBe(1)
    }
  })
  it('edge case 15: shift and time off stand above the toggle', () => {
    for (const given of [{ isInHours: false }, { isOnTimeOff: true }])
      expect(decide(aLeadFact(), aWorld([aRepFact(1, { availability: 'available', ...given })]), weighted).outcome).toBe(
        'waiting',
      )
  })
})
