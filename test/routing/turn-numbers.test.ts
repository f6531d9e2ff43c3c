import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RepFacts, World } from '../../src-main/contract/index.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { aLeadFact, aRepFact, aWorld, compiled, sharing } from '../helpers/facts.ts'
import { countsOf, idOf, routeLeads } from '../helpers/route-leads.ts'

const weighted = compiled([sharing()])
const roundRobin = compiled([sharing({ by: 'round-robin' })])
const team = (weights: readonly number[]): RepFacts[] => weights.map((weight, i) => aRepFact(i + 1, { weight }))
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
const numbersOf = (world: World, size: number): number[] =>
  Array.from({ length: size }, (_, i) => world.turns.get('all')?.get(idOf(i + 1)) ?? 0)
const present = (reps: readonly RepFacts[], here: readonly boolean[]): boolean => {
  reps.forEach((rep, i) => {
    rep.availability = here[i] ? 'available' : 'away'
  })
  return reps.some((rep) => rep.availability === 'available')
}
const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })
const presences = fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), { maxLength: 60 })

/** The textbook, slowly: smooth weighted round robin on whole numbers of any size; weights are thousandths. */
function textbook(weightsInThousandths: readonly number[]) {
  const numbers = weightsInThousandths.map(() => 0n)
  return {
    numbers,
    /** All who are level at the top before the sum is taken off; `take` takes it off. */
    raise(eligible: readonly number[]): number[] {
      for (const i of eligible) numbers[i]! += BigInt(weightsInThousandths[i]!)
      const most = eligible.map((i) => numbers[i]!).reduce((a, b) => (a > b ? a : b))
      return eligible.filter((i) => numbers[i] === most)
    },
    take(picked: number, eligible: readonly number[]): void {
      numbers[picked]! -= eligible.reduce((sum, i) => sum + BigInt(weightsInThousandths[i]!), 0n)
    },
  }
}

describe('R14 the smooth weighted turn against the textbook', () => {
  it('R14 picks and counts as the textbook does, whoever comes and goes, with weights to the thousandth', () => {
    const fine = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.oneof(fine, weights), presences, (thousandths, sequence) => {
        const reps = team(thousandths.map((one) => one / 1_000))
        const world = aWorld(reps)
        const model = textbook(thousandths)
        sequence.forEach((here, lead) => {
          if (!present(reps, here)) return
          const eligible = reps.flatMap((rep, i) => (rep.availability === 'available' ? [i] : []))
          const top = model.raise(eligible)
          const picked = routeLeads(world, weighted, 1, () => ({ id: lead + 1 }))[0]!.repId! - 1
          expect(top).toContain(picked)
          model.take(picked, eligible)
          numbersOf(world, reps.length).forEach((number, i) => {
            expect(number).toBeCloseTo(Number(model.numbers[i]) / 1_000, 6)
          })
        })
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    [[0.1, 0.2, 0.3, 0.7], 13],
    [[0.25, 1.5, 2], 15],
    [[1 / 3, 2 / 3, 1], 6],
    [[0.05, 1], 21],
    [[999.9, 0.1], 10_000],
    [[1000, 0.5, 333.5], 2_668],
  ])('R14 weights %o: each run of sum / gcd = %i picks gives each exactly its weight', (given, cycle) => {
    const world = aWorld(team(given))
    for (let run = 0; run < 2; run++) {
      const counts = countsOf(routeLeads(world, weighted, cycle), given.length)
      expect(counts).toEqual(given.map((weight) => Math.round((weight * cycle) / sumOf(given))))
      for (const number of numbersOf(world, given.length)) expect(number).toBeCloseTo(0, 6)
    }
  })

  /*
   * The bound. Let c be the greatest weight and n the number of reps ever eligible. Then |number| <= (n - 1) c, always: for every set S
   * of k reps the sum of its numbers is at most f(k) = c k (n - k). It holds at 0. A pick among E outside S, of j, adds w(A) with
   * A = S and E, a = |A|; j was at the top, so number(j) + w(j) >= (number(A) + w(A)) / a. With the bound for S + j and for S - A this
   * gives number(S) + w(A) <= (a f(k + 1) + f(k - a) + a (w(A) + w(j))) / (a + 1) <= f(k), since f loses c a by spreading and w(A) + w(j)
   * <= c (a + 1). A pick inside S only lowers the sum. S of one and of all but one give the two sides. Edits of weights change nothing
   * in this, as long as c is the greatest ever. Uneven weights do pass the sum of weights, so no closer bound by it can be told.
   */
  it('R14 numbers never pass (reps - 1) times the greatest weight, whoever comes, goes and is edited; their sum stays 0', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(1, 2, 5, 50, 100), { minLength: 2, maxLength: 6 }),
        fc.array(fc.tuple(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), fc.integer({ min: 0, max: 40 })), {
          maxLength: 120,
        }),
        (given, sequence) => {
          const reps = team(given)
          const world = aWorld(reps)
          const bound = (reps.length - 1) * 100 + 1e-6
          for (const [here, edit] of sequence) {
            const edited = reps[edit]
            if (edited) edited.weight = edit % 2 === 0 ? 100 : 1
            if (!present(reps, here)) continue
            routeLeads(world, weighted, 1)
            const numbers = numbersOf(world, reps.length)
            for (const number of numbers) expect(Math.abs(number)).toBeLessThanOrEqual(bound)
            expect(sumOf(numbers)).toBeCloseTo(0, 6)
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('R14 a new rep gets at most its part of every first t leads, rounded up: no flood', () => {
    // Everyone's numbers sum to 0, so whoever is picked stands above 0 before the sum is taken off, and never falls below -sum.
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 9 }), fc.integer({ max: 200, min: 0 }), (given, weight, before) => {
        const world = aWorld(team(given))
        routeLeads(world, weighted, before)
        const all = [...given, weight]
        const joined = aWorld(team(all), { turns: world.turns, at: world.at })
        let got = 0
        for (let t = 1; t <= 2 * sumOf(all); t++) {
          if (routeLeads(joined, weighted, 1, () => ({ id: t }))[0]!.repId === all.length) got++
          expect(got).toBeLessThanOrEqual(Math.ceil((t * weight) / sumOf(all) - 1e-9))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('R14 a returning rep gets at most its part, rounded up, and what stood to its credit when it left: absence adds none', () => {
    fc.assert(
      fc.property(weights, fc.nat(30), fc.nat(200), (given, before, absence) => {
        fc.pre(given.length > 1)
        const reps = team(given)
        const world = aWorld(reps)
        routeLeads(world, weighted, before)
        const credit = numbersOf(world, 1)[0]!
        reps[0]!.availability = 'away'
        routeLeads(world, weighted, absence)
        expect(numbersOf(world, 1)[0]).toBe(credit)
        reps[0]!.availability = 'available'
        const sum = sumOf(given)
        let got = 0
        for (let t = 1; t <= 2 * sum; t++) {
          if (routeLeads(world, weighted, 1, () => ({ id: t }))[0]!.repId === 1) got++
          expect(got).toBeLessThanOrEqual(Math.ceil((t * given[0]! + credit) / sum - 1e-9))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('R13 among equals, after any coming and going, nobody gets more than two of the first round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), presences, (size, sequence) => {
        const reps = team(Array.from({ length: size }, () => 1))
        const world = aWorld(reps)
        for (const here of sequence) if (present(reps, here)) routeLeads(world, roundRobin, 1)
        present(reps, [true, true, true, true, true, true])
        for (const got of countsOf(routeLeads(world, roundRobin, size), size)) expect(got).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('R14 a lead only one rep can take costs nobody anything, wherever the numbers stand', () => {
    fc.assert(
      fc.property(weights, fc.nat(40), (given, before) => {
        const reps = team(given)
        const world = aWorld(reps)
        routeLeads(world, weighted, before)
        const numbers = numbersOf(world, given.length)
        present(reps, [true])
        routeLeads(world, weighted, 5)
        expect(numbersOf(world, given.length)).toEqual(numbers)
      }),
    )
  })
})

describe('R13 round robin', () => {
  it('R13 is weighted with equal weights: the same picks, lead for lead, whoever is here', () => {
    fc.assert(
      fc.property(weights, presences, (given, sequence) => {
        const unequal = team(given)
        const equal = team(given.map(() => 1))
        const worlds = [aWorld(unequal), aWorld(equal)] as const
        sequence.forEach((here, lead) => {
          if (!present(unequal, here)) return
          present(equal, here)
          const leadOf = () => ({ id: lead + 1 })
          const byRoundRobin = routeLeads(worlds[0], roundRobin, 1, leadOf)[0]!
          const byWeight = routeLeads(worlds[1], weighted, 1, leadOf)[0]!
          expect(byRoundRobin.repId).toBe(byWeight.repId)
          expect(byRoundRobin.turn).toEqual(byWeight.turn)
        })
      }),
    )
  })
})

describe('R18 the ramp', () => {
  it('R18 a weight ramped to a quarter gets a quarter of the others, and all of it afterwards', () => {
    const reps = [aRepFact(1), aRepFact(2), aRepFact(3, { weight: 0.25 })]
    const world = aWorld(reps)
    expect(countsOf(routeLeads(world, weighted, 90), 3)).toEqual([40, 40, 10])
    reps[2]!.weight = 1
    expect(countsOf(routeLeads(world, weighted, 90), 3)).toEqual([30, 30, 30])
  })
  it('R18 weight 0 is not in rotation, whatever the method', () => {
    for (const by of ['round-robin', 'weighted', 'least-loaded', 'longest-idle', 'top-performer', 'tiers', 'claim', 'share']) {
      const world = aWorld([aRepFact(1, { weight: 0 })])
      expect(decide(aLeadFact(), world, compiled([sharing({ by })]))).toMatchObject({ outcome: 'waiting', repId: null })
    }
  })
})
