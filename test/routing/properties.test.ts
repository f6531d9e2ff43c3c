import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LeadFacts, RepFacts, World } from '../../src-main/contract/index.ts'
import { METHODS } from '../../src-main/contract/index.ts'
import { charge } from '../../src-main/routing/charge.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { recordDecision } from '../../src-main/routing/record.ts'
import { anyDesk, compile, receivers, recorded } from '../helpers/decided.ts'
import { aLeadFact, aRepFact, aWorld } from '../helpers/facts.ts'
import { anyLead, anyRules, anyTeam } from '../helpers/random-desk.ts'
import { idOf, routeLeads } from '../helpers/route-leads.ts'

const RUNS = 300

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}
/** Maps keep their entries when frozen, so what they hold is compared as text. */
const written = (world: World): string =>
  JSON.stringify(world, (_, value: unknown) => (value instanceof Map ? [...value] : value))
const turnedOver = <Key, Value>(map: ReadonlyMap<Key, Value>): Map<Key, Value> => new Map([...map].toReversed())

describe('R2 decide is pure', () => {
  it('R2 the same decision and record for any order of reps, numbers and tallies; nothing given is changed', () => {
    fc.assert(
      fc.property(anyDesk, fc.integer({ min: 1, max: 6 }), ([rules, lead, world], turned) => {
        deepFreeze([lead, world.reps])
        const before = written(world)
        const { decision, record, ruleset } = recorded(rules, lead, world)
        const reps = [...world.reps.slice(turned), ...world.reps.slice(0, turned)].toReversed()
        const shuffled: World = {
          ...world,
          reps,
          turns: turnedOver(new Map([...world.turns].map(([pool, numbers]) => [pool, turnedOver(numbers)]))),
          tallies: turnedOver(new Map([...world.tallies].map(([rule, byRep]) => [rule, turnedOver(byRep)]))),
        }
        const again = decide(lead, shuffled, ruleset)
        expect(again).toEqual(decision)
        expect(recordDecision(lead, shuffled, again, compile(rules))).toEqual(record)
        expect(written(world)).toBe(before)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('R4, R20, R27 every decision is whole', () => {
  it('R4 a lead is owned, offered, waiting with a reason, or elsewhere; and never two of them', () => {
    fc.assert(
      fc.property(anyDesk, ([rules, lead, world]) => {
        const { decision } = recorded(rules, lead, world)
        const { outcome, repId, offeredTo, waitCode, retryAt, terms, turn } = decision
        expect(waitCode !== null).toBe(outcome === 'waiting')
        if (outcome === 'assigned') expect([repId !== null, offeredTo, terms?.accept ?? null]).toEqual([true, [], null])
        if (outcome === 'offered') {
          expect(terms?.accept).toBeGreaterThan(0)
          expect(offeredTo).toEqual([...new Set(offeredTo)].toSorted((a, b) => a - b))
          expect(repId).toBe(offeredTo.length === 1 ? offeredTo[0] : null)
          expect(lead.isBacklog).toBe(false)
        }
        if (outcome !== 'assigned' && outcome !== 'offered')
          expect([repId, offeredTo, turn, terms]).toEqual([null, [], null, null])
        if (retryAt !== null) expect(retryAt).toBeGreaterThan(world.at)
        if (lead.isBacklog) expect(terms).toBeNull()
        expect(decision.ruleIndex >= 0).toBe(decision.ruleId !== null)
      }),
      { numRuns: RUNS },
    )
  })
  it('R14 each turn takes as much from one as it gives to the rest', () => {
    fc.assert(
      fc.property(anyDesk, ([rules, lead, world]) => {
        const { turn, repId } = recorded(rules, lead, world).decision
        if (!turn) return
        expect(turn.changes.reduce((sum, { before, after }) => sum + after - before, 0)).toBeCloseTo(0, 6)
        for (const change of turn.changes) if (change.repId !== repId) expect(change.after).toBeGreaterThanOrEqual(change.before)
        expect(turn.changes.map((change) => change.repId)).toContain(repId)
      }),
      { numRuns: RUNS },
    )
  })
})

/** What stands against any rep for any lead, told anew by hand: nobody with one of these may ever be picked (R10). */
function standsAgainst(rep: RepFacts, lead: LeadFacts, world: World): string[] {
  const isBack = rep.availableAgainAt !== null && rep.availableAgainAt <= world.at
  const all: [string, boolean][] = [
    ['inactive', !rep.isActive],
    ['draining', rep.isDraining],
    ['paused', rep.isPaused],
    [rep.availability, rep.availability !== 'available' && !isBack],
    ['time-off', rep.isOnTimeOff],
    ['outside-hours', !rep.isInHours],
    ['at-capacity', rep.capacity !== null && rep.openLeads >= rep.capacity],
    ['at-daily-cap', rep.dailyCap !== null && rep.givenToday >= rep.dailyCap],
    ['at-hourly-cap', rep.hourlyCap !== null && rep.givenThisHour >= rep.hourlyCap],
    ['already-offered', lead.alreadyOfferedTo.includes(rep.id)],
  ]
  return all.filter(([, holds]) => holds).map(([reason]) => reason)
}
describe('R10 eligibility', () => {
  it('R10 nothing ever stands against who is picked, nor against anyone a claim is shown to', () => {
    fc.assert(
      fc.property(anyDesk, ([rules, lead, world]) => {
        const { decision } = recorded(rules, lead, world)
        for (const id of receivers(decision)) {
          const rep = world.reps.find((one) => one.id === id)!
          expect(standsAgainst(rep, lead, world)).toEqual([])
          if (decision.method !== 'named') expect(rep.weight).toBeGreaterThan(0)
        }
      }),
      { numRuns: RUNS },
    )
  })
  it('R10 with somebody eligible in a pool that was asked, a lead does not wait, but for owner, share and spent offers', () => {
    fc.assert(
      fc.property(anyDesk, ([rules, lead, world]) => {
        const { decision, record, ruleset } = recorded(rules, lead, world)
        if (decision.waitCode !== 'nobody-eligible' && decision.waitCode !== 'pool-empty') return
        for (const pool of record.pools) {
          const { then, otherwise } = ruleset.rules[pool.ruleIndex]!
          const isSpent = [then, otherwise].some(
            (to) => to !== 'next' && 'maxOffers' in to && lead.alreadyOfferedTo.length >= to.maxOffers,
          )
          if (!isSpent) expect(pool.candidates.filter(({ reasons }) => reasons.length === 0)).toEqual([])
        }
      }),
      { numRuns: RUNS },
    )
  })
  it('R10 the order of reasons is the specification’s, and the general ones are complete', () => {
    fc.assert(
      fc.property(anyDesk, ([rules, lead, world]) => {
        for (const { candidates } of recorded(rules, lead, world).record.pools) {
          for (const { repId, reasons } of candidates) {
            const expected = standsAgainst(
              world.reps.find((one) => one.id === repId)!,
              lead,
              world,
            )
            const own = (reason: string): boolean =>
              reason.startsWith('missing') ||
              reason.startsWith('outside-t') ||
              reason === 'at-rule-cap' ||
              reason === 'weight-zero'
            expect(reasons.filter((reason) => !own(reason))).toEqual(expected)
          }
        }
      }),
      { numRuns: RUNS },
    )
  })
})

describe('R10, R12 caps over time', () => {
  it('R10 capacity, daily and hourly caps are never passed, whatever arrives and by whatever rules', () => {
    fc.assert(
      fc.property(anyRules, anyTeam, fc.array(anyLead, { maxLength: 30 }), (rules, team, leads) => {
        const reps = team.map((rep) => ({ ...rep, openLeads: 0, givenToday: 0, givenThisHour: 0 }))
        const world = aWorld(reps)
        const ruleset = compile(rules)
        const counted = reps.map(() => ({ open: 0, given: 0 }))
        for (const lead of leads) {
          const decision = decide(lead, world, ruleset)
          charge(world, decision)
          for (const id of receivers(decision)) {
            counted[id - 1]!.open += 1
            if (decision.repId !== null) counted[id - 1]!.given += 1
          }
        }
        reps.forEach((rep, i) => {
          const { open, given } = counted[i]!
          expect([rep.openLeads, rep.givenToday, rep.givenThisHour]).toEqual([open, given, given])
          expect(open).toBeLessThanOrEqual(rep.capacity ?? Infinity)
          expect(given).toBeLessThanOrEqual(rep.dailyCap ?? Infinity)
          expect(given).toBeLessThanOrEqual(rep.hourlyCap ?? Infinity)
        })
      }),
      { numRuns: 200 },
    )
  })
  it('R10 a rule’s own cap is never passed, by any method, with or without owners', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...METHODS),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        fc.array(fc.option(fc.integer({ min: 1, max: 3 })), { maxLength: 25 }),
        (by, dailyCapPerRep, ownerFirst, owners) => {
          const ruleset = compile([{ name: 'Capped', then: { to: 'pool', pool: {}, by, ownerFirst, dailyCapPerRep } }])
          const world = aWorld([aRepFact(1), aRepFact(2), aRepFact(3, { weight: 5 })])
          const given = routeLeads(world, ruleset, owners.length, (i) => {
            const owner = owners[i] ?? null
            return { ownerRepId: owner === null ? null : idOf(owner) }
          })
          for (const id of [1, 2, 3]) expect(given.filter(({ repId }) => repId === id).length).toBeLessThanOrEqual(dailyCapPerRep)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('R1, R12 leads of one moment', () => {
  it('R1 two leads, charged in between, never read the same turn or the last free place', () => {
    const world = aWorld([aRepFact(1, { capacity: 1 }), aRepFact(2, { capacity: 1 })])
    const ruleset = compile([{ name: 'All', then: { to: 'pool', pool: {} } }])
    const given = [1, 2, 3].map((id) => {
      const decision = decide(aLeadFact({ id }), world, ruleset)
      charge(world, decision)
      return decision
    })
    expect(new Set(given.map(({ repId }) => repId))).toEqual(new Set([1, 2, null]))
    expect(given[2]).toMatchObject({ outcome: 'waiting', waitCode: 'nobody-eligible' })
  })
})
