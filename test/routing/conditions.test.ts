import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, LeadFacts } from '../../src-main/contract/index.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { aLeadFact, aWorld, compiled } from '../helpers/facts.ts'

/** Whether a condition holds, asked through `decide` as the desk would: a discard is a yes. */
function holds(when: Condition, lead: Partial<LeadFacts>, rest: Record<string, unknown> = {}): boolean {
  const ruleset = compiled([{ name: 'yes', when, then: { to: 'discard', reason: 'it holds' } }], rest)
  return decide(aLeadFact(lead), aWorld([]), ruleset).outcome === 'discarded'
}

describe('R5 conditions are data', () => {
  const cases: [string, Condition, Partial<LeadFacts>, boolean][] = [
    ['text is', { field: 'city', op: 'is', value: 'Berlin' }, { city: 'Berlin' }, true],
    ['text isNot', { field: 'city', op: 'isNot', value: 'Berlin' }, { city: 'Bonn' }, true],
    ['text in', { field: 'source', op: 'in', value: ['Web', 'Fair'] }, { source: 'fair' }, true],
    ['text notIn', { field: 'source', op: 'notIn', value: ['Web', 'Fair'] }, { source: 'fair' }, false],
    ['contains', { field: 'message', op: 'contains', value: 'price' }, { message: 'What is the PRICE?' }, true],
    ['contains one of', { field: 'message', op: 'contains', value: ['cost', 'price'] }, { message: 'the price' }, true],
    ['startsWith', { field: 'phone', op: 'startsWith', value: '+49' }, { phone: '+4989123' }, true],
    ['endsWith', { field: 'email', op: 'endsWith', value: '.edu' }, { email: 'a@b.edu' }, true],
    ['matches', { field: 'company', op: 'matches', value: '(gmbh|ag)$' }, { company: 'Stein AG' }, true],
    ['eq', { field: 'employees', op: 'eq', value: 5 }, { employees: 5 }, true],
    ['ne', { field: 'employees', op: 'ne', value: 5 }, { employees: 6 }, true],
    ['lt', { field: 'employees', op: 'lt', value: 5 }, { employees: 5 }, false],
    ['lte', { field: 'employees', op: 'lte', value: 5 }, { employees: 5 }, true],
    ['gt', { field: 'value', op: 'gt', value: 0.1 }, { value: 0.2 }, true],
    ['gte', { field: 'score', op: 'gte', value: 80 }, { score: 79 }, false],
    ['between', { field: 'employees', op: 'between', value: [10, 20] }, { employees: 20 }, true],
    ['hasAny', { field: 'tags', op: 'hasAny', value: ['VIP', 'x'] }, { tags: ['vip'] }, true],
    ['hasAll', { field: 'tags', op: 'hasAll', value: ['vip', 'x'] }, { tags: ['vip'] }, false],
    ['hasNone', { field: 'tags', op: 'hasNone', value: ['x'] }, { tags: ['vip'] }, true],
    ['date before', { field: 'receivedAt', op: 'lt', value: '2026-11-24' }, {}, true],
    ['weekday', { field: 'receivedAt.weekday', op: 'in', value: ['Monday', 'tue'] }, {}, true],
    ['hour', { field: 'receivedAt.hour', op: 'between', value: [9, 17] }, {}, true],
    ['e-mail domain', { field: 'emailDomain', op: 'is', value: 'ACME.example' }, { email: 'a@acme.example' }, true],
    ['free mail', { field: 'isFreeMail', op: 'is', value: true }, { isFreeMail: true }, true],
    ['custom', { field: 'custom.Budget', op: 'is', value: 'high' }, { custom: { Budget: 'High' } }, true],
    ['language by name', { field: 'language', op: 'is', value: 'German' }, { language: 'de' }, true],
    ['not', { not: { field: 'city', op: 'is', value: 'Berlin' } }, { city: 'Bonn' }, true],
    [
      'any',
      {
        any: [
          { field: 'city', op: 'is', value: 'X' },
          { field: 'value', op: 'gt', value: 1 },
        ],
      },
      { value: 2 },
      true,
    ],
    ['an empty all asks nothing', { all: [] }, {}, true],
  ]
  it.each(cases)('%s', (_, when, lead, expected) => {
    expect(holds(when, lead)).toBe(expected)
  })

  const places: [string, Condition, Partial<LeadFacts>, boolean][] = [
    ['a country by its name', { field: 'country', op: 'is', value: 'Germany' }, { country: 'DE' }, true],
    ['a country by a local spelling', { field: 'country', op: 'in', value: ['Deutschland'] }, { country: 'DE' }, true],
    ['within an area', { field: 'country', op: 'within', value: 'DACH' }, { country: 'AT' }, true],
    ['not within an area', { field: 'country', op: 'within', value: 'DACH' }, { country: 'FR' }, false],
    ['CA the country', { field: 'country', op: 'within', value: 'CA' }, { country: 'CA' }, true],
    ['CA the state is no country', { field: 'country', op: 'is', value: 'CA' }, { country: 'US', region: 'US-CA' }, false],
    ['CA the state', { field: 'region', op: 'is', value: 'CA' }, { country: 'US', region: 'US-CA' }, true],
    ['the state by name', { field: 'region', op: 'within', value: 'California' }, { country: 'US', region: 'US-CA' }, true],
    ['a region within a country', { field: 'country', op: 'within', value: 'US' }, { country: 'US', region: 'US-CA' }, true],
    ['a postal prefix', { field: 'country', op: 'within', value: 'DE:80' }, { country: 'DE', postalCode: '80331' }, true],
    ['another postal prefix', { field: 'country', op: 'within', value: 'DE:80' }, { country: 'DE', postalCode: '10115' }, false],
    ['a town', { field: 'country', op: 'within', value: 'Zürich' }, { country: 'CH', city: 'ZÜRICH' }, true],
    ['notWithin', { field: 'country', op: 'notWithin', value: 'EU' }, { country: 'US' }, true],
  ]
  it.each(places)('%s', (_, when, lead, expected) => {
    expect(holds(when, lead)).toBe(expected)
  })

  it('a territory takes out its exclusions', () => {
    const rest = { territories: [{ name: 'South', places: ['DE', 'AT'], except: ['DE:1'] }] }
    const when: Condition = { field: 'territory', op: 'within', value: 'south' }
    expect(holds(when, { country: 'DE', postalCode: '80331' }, rest)).toBe(true)
    expect(holds(when, { country: 'DE', postalCode: '10115' }, rest)).toBe(false)
    expect(holds(when, { country: 'CH' }, rest)).toBe(false)
  })

  it('territories that name each other end', () => {
    const rest = {
      territories: [
        { name: 'A', places: ['B', 'FR'] },
        { name: 'B', places: ['A', 'ES'] },
      ],
    }
    expect(holds({ field: 'country', op: 'within', value: 'A' }, { country: 'ES' }, rest)).toBe(true)
  })
})

describe('R6 a missing value', () => {
  const nothing = aLeadFact({ source: '' })
  const positive: Condition[] = [
    { field: 'city', op: 'is', value: 'x' },
    { field: 'city', op: 'contains', value: 'x' },
    { field: 'city', op: 'matches', value: '.*' },
    { field: 'employees', op: 'lt', value: 5 },
    { field: 'employees', op: 'between', value: [-1, 1] },
    { field: 'tags', op: 'hasAny', value: ['x'] },
    { field: 'country', op: 'within', value: 'EU' },
    { field: 'city', op: 'isPresent' },
  ]
  it.each(positive)('does not satisfy $op', (when) => {
    expect(holds(when, nothing)).toBe(false)
  })
  const negative: Condition[] = [
    { field: 'city', op: 'isEmpty' },
    { field: 'employees', op: 'isEmpty' },
    { field: 'tags', op: 'isEmpty' },
    { field: 'city', op: 'isNot', value: 'x' },
    { field: 'city', op: 'notIn', value: ['x'] },
    { field: 'employees', op: 'ne', value: 5 },
    { field: 'tags', op: 'hasNone', value: ['x'] },
    { field: 'country', op: 'notWithin', value: 'EU' },
  ]
  it.each(negative)('satisfies $op', (when) => {
    expect(holds(when, nothing)).toBe(true)
  })
  it('text is compared trimmed, case-folded and Unicode-normalised', () => {
    expect(holds({ field: 'city', op: 'is', value: ' MÜNCHEN ' }, { city: 'münchen' })).toBe(true)
  })
})

describe('R7 a pattern that hangs a backtracking engine', () => {
  it('answers at once', () => {
    expect(holds({ field: 'message', op: 'matches', value: '(a+)+$' }, { message: `${'a'.repeat(50_000)}!` })).toBe(false)
  })
})

describe('R3 the index and a walk from the top agree', () => {
  const value = fc.constantFrom('a', 'b', 'c')
  const leaf = fc.oneof(
    fc.record({ field: fc.constantFrom('city', 'source', 'company'), op: fc.constantFrom('is', 'isNot', 'contains'), value }),
    fc.record({
      field: fc.constantFrom('city', 'source'),
      op: fc.constantFrom('in', 'notIn'),
      value: fc.array(value, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      field: fc.constantFrom('employees', 'value'),
      op: fc.constantFrom('eq', 'ne', 'lt', 'lte', 'gt', 'gte'),
      value: fc.integer({ min: 0, max: 4 }),
    }),
    fc.record({ field: fc.constantFrom('city', 'employees', 'tags'), op: fc.constantFrom('isEmpty', 'isPresent') }),
    fc.record({
      field: fc.constant('country'),
      op: fc.constantFrom('within', 'notWithin'),
      value: fc.constantFrom('DACH', 'US', 'EU'),
    }),
  )
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  }))
  const lead = fc.record({
    city: fc.option(fc.constantFrom('a', 'b', 'zz')),
    company: fc.option(fc.constantFrom('abc', 'c')),
    source: fc.constantFrom('a', 'c', 'x'),
    employees: fc.option(fc.integer({ min: -1, max: 5 })),
    value: fc.option(fc.double({ min: 0, max: 4, noNaN: true })),
    country: fc.option(fc.constantFrom('DE', 'US', 'FR', 'JP')),
  })
  it('for any rules and any lead', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(condition, fc.boolean()), { minLength: 1, maxLength: 70 }), lead, (rules, given) => {
        const ruleset = compiled(
          rules.map(([when, enabled], i) => ({ name: `r${i}`, when, enabled, then: { to: 'discard', reason: String(i) } })),
        )
        const facts = aLeadFact(given)
        const world = aWorld([])
        const slots = ruleset.slots()
        const walked = ruleset.rules.findIndex((rule) => rule.rule.enabled && rule.condition.test(slots, facts, world))
        expect(decide(facts, world, ruleset).ruleIndex).toBe(walked)
        for (const rule of ruleset.rules)
          expect(rule.condition.firstFailed(slots, facts, world) < 0).toBe(rule.condition.test(slots, facts, world))
      }),
      { numRuns: 300 },
    )
  })
})
