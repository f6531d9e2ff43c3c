import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RepFacts } from '../../src-main/contract/index.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { aLeadFact, aRepFact, aWorld, compiled, NOON, sharing } from '../helpers/facts.ts'
import { countsOf } from '../helpers/route-leads.ts'

const weighted = compiled([sharing()])
const team = (size: number): RepFacts[] => Array.from({ length: size }, (_, i) => aRepFact(i + 1))

describe('R15 ties', () => {
  const LEADS = 10_000
  // Six standard deviations of a fair die.
  const slack = (size: number): number => 6 * Math.sqrt((LEADS / size) * (1 - 1 / size))

  it.each([
    ['round-robin', 2],
    ['round-robin', 3],
    ['weighted', 5],
    ['least-loaded', 8],
    ['longest-idle', 10],
    ['top-performer', 4],
    ['share', 7],
  ])('R15 %s: %i who are level get evenly many of 10,000 leads', (by, size) => {
    const world = aWorld(team(size))
    const ruleset = compiled([sharing({ by })])
    const got = Array.from({ length: LEADS }, (_, i) => decide(aLeadFact({ id: i + 1 }), world, ruleset))
    const counts = countsOf(got, size)
    expect(got.every(({ outcome }) => outcome === 'assigned')).toBe(true)
    for (const count of counts) expect(Math.abs(count - LEADS / size)).toBeLessThan(slack(size))
  })

  it('R15 evenly too among reps whose ids lie far apart, and for leads not saved yet, told apart by their texts', () => {
    const ids = [7, 1_000, 123_456]
    const world = aWorld(ids.map((id) => aRepFact(id)))
    const got = Array.from({ length: LEADS }, (_, i) => decide(aLeadFact({ id: 0, email: `jo${i}@x.example` }), world, weighted))
    for (const id of ids) {
      const count = got.filter((decision) => decision.repId === id).length
      expect(Math.abs(count - LEADS / 3)).toBeLessThan(slack(3))
    }
  })

  it('R15 names, e-mail addresses and places in the list change no pick', () => {
    const names = ['Aaron', 'Zoe', 'mia', 'Ümit']
    const ruleset = compiled([sharing()])
    for (let id = 1; id <= 300; id++) {
      const picks = [0, 1, 2, 3].map((turned) => {
        const reps = names.map((_, i) =>
          aRepFact(i + 1, { name: names[(i + turned) % 4]!, email: `${names.length - i + turned}@team.example` }),
        )
        const listed = [...reps.slice(turned), ...reps.slice(0, turned)]
        return decide(aLeadFact({ id }), aWorld(listed), ruleset).repId
      })
      expect(new Set(picks).size).toBe(1)
    }
  })

  it('R15 whoever holds which id: each of two persons gets half of the leads under both', () => {
    const counts = [
      [1, 2],
      [2, 1],
    ].map(([mia, tom]) => {
      const world = aWorld([aRepFact(mia!), aRepFact(tom!)])
      return Array.from({ length: LEADS }, (_, i) => decide(aLeadFact({ id: i + 1 }), world, weighted)).filter(
        (decision) => decision.repId === mia,
      ).length
    })
    for (const count of counts) expect(Math.abs(count - LEADS / 2)).toBeLessThan(slack(2))
  })

  it('R15 least recently given comes before the hash; never given before all', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4, maxLength: 4 }), fc.nat(5_000), (order, id) => {
        const reps = order.map((rep, i) => aRepFact(rep, { lastGivenAt: i === 0 ? null : NOON - 10 + i }))
        expect(decide(aLeadFact({ id }), aWorld(reps), weighted).repId).toBe(order[0])
      }),
    )
  })
})
