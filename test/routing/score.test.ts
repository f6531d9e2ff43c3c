import { describe, expect, it } from 'vitest'
import { scoreLead, scoreParts } from '../../src-main/routing/score.ts'
import { aLeadFact, aWorld, compiled } from '../helpers/facts.ts'

const model = {
  attributes: [
    {
      name: 'Size',
      weight: 2,
      points: [
        { when: { field: 'employees', op: 'gte', value: 50 }, points: 10 },
        { when: { field: 'employees', op: 'gte', value: 500 }, points: 30 },
      ],
    },
    {
      name: 'Mail',
      points: [
        { when: { field: 'isFreeMail', op: 'is', value: true }, points: -20 },
        { when: { field: 'email', op: 'isPresent' }, points: 10 },
      ],
    },
    { name: 'Only takes', weight: 5, points: [{ when: { field: 'city', op: 'is', value: 'x' }, points: -5 }] },
  ],
}
const ruleset = compiled([], { score: model })
const world = aWorld([])

describe('R32 the parts of a score', () => {
  it('are told attribute by attribute, with the lines that held', () => {
    const lead = aLeadFact({ employees: 60, email: 'a@acme.example' })
    const parts = scoreParts(lead, ruleset, world)
    expect(parts?.map(({ name, points, most }) => [name, points, most])).toEqual([
      ['Size', 10, 40],
      ['Mail', 10, 10],
      ['Only takes', 0, 0],
    ])
    expect(parts?.[0]?.lines).toEqual([{ said: 'employees is at least 50', points: 10 }])
    // 2 × 10/40 and 1 × 10/10, of 3.
    expect(scoreLead(lead, ruleset, world)).toEqual({ score: 50, grade: 'warm' })
  })
  it('points taken away lower their attribute, and never below nothing', () => {
    const lead = aLeadFact({ employees: 600, email: 'a@mail.example', isFreeMail: true })
    const parts = scoreParts(lead, ruleset, world)
    expect(parts?.[1]).toMatchObject({ points: 0, adds: 0 })
    expect(parts?.[1]?.lines).toHaveLength(2)
    expect(scoreLead(lead, ruleset, world).score).toBe(67)
  })
  it('add up to the score', () => {
    for (const employees of [null, 10, 60, 700])
      for (const email of [null, 'a@b.example'])
        for (const isFreeMail of [true, false]) {
          const lead = aLeadFact({ employees, email, isFreeMail })
          const sum = scoreParts(lead, ruleset, world)?.reduce((all, part) => all + part.adds, 0) ?? 0
          expect(Math.round(sum)).toBe(scoreLead(lead, ruleset, world).score)
        }
  })
  it('are none without a model', () => {
    expect(scoreParts(aLeadFact(), compiled([]), world)).toBeNull()
    expect(scoreLead(aLeadFact({ score: 80 }), compiled([]), world)).toEqual({ score: 80, grade: 'hot' })
  })
})
