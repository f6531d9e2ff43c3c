import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, LeadFacts } from '../../src-main/contract/index.ts'
import { words } from '../../src-main/desk/words.ts'
import { type Box, boxMaker } from '../../src-main/routing/boxes.ts'
import { findGap } from '../../src-main/routing/check-gap.ts'
import { leadField, readField } from '../../src-main/routing/lead-fields.ts'
import { ShadowFinder } from '../../src-main/routing/shadows.ts'
import { hasText } from '../../src-main/routing/value-sets.ts'
import { aLeadFact, aWorld, compiled } from '../helpers/facts.ts'

interface Sketch {
  when: Condition
  enabled: boolean
  passes: boolean
}
const asRule = ({ when, enabled, passes }: Sketch, i: number): Record<string, unknown> => ({
  name: `r${i}`,
  when,
  enabled,
  then: passes ? { to: 'rep', rep: 'mia@team.example' } : { to: 'discard', reason: String(i) },
  otherwise: passes ? 'next' : 'hold',
})
const TERRITORIES = [
  { name: 'South', places: ['Bavaria', 'Austria', 'DE:7'], except: ['Wien', 'AT:1'] },
  { name: 'Rest', places: ['South', 'France'], except: ['DE:80', 'Lyon'] },
]

const text = fc.constantFrom('a', 'b', 'ab', 'c')
const place = fc.constantFrom(
  'DE',
  'DACH',
  'Bavaria',
  'DE-BY',
  'Berlin',
  'US',
  'CA',
  'DE:80',
  '80331',
  'South',
  'Rest',
  'München',
  'FR',
)
const leaf = fc.oneof(
  fc.record({
    field: fc.constantFrom('city', 'company'),
    op: fc.constantFrom('is', 'isNot', 'contains', 'startsWith', 'endsWith'),
    value: text,
  }),
  fc.record({
    field: fc.constantFrom('city', 'company', 'custom.X'),
    op: fc.constantFrom('in', 'notIn', 'contains'),
    value: fc.array(text, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ field: fc.constant('company'), op: fc.constant('matches'), value: fc.constantFrom('^a', 'b$') }),
  fc.record({
    field: fc.constantFrom('employees', 'value', 'score'),
    op: fc.constantFrom('eq', 'ne', 'lt', 'lte', 'gt', 'gte'),
    value: fc.constantFrom(0, 1, 2, 50, 80),
  }),
  fc.record({ field: fc.constant('employees'), op: fc.constant('between'), value: fc.constantFrom([0, 1], [1, 2], [2, 50]) }),
  fc.record({
    field: fc.constantFrom('city', 'employees', 'tags', 'country', 'region'),
    op: fc.constantFrom('isEmpty', 'isPresent'),
  }),
  fc.record({ field: fc.constantFrom('country', 'territory'), op: fc.constantFrom('within', 'notWithin'), value: place }),
  fc.record({ field: fc.constantFrom('country'), op: fc.constantFrom('is', 'isNot'), value: fc.constantFrom('DE', 'US', 'CA') }),
  fc.record({
    field: fc.constant('region'),
    op: fc.constantFrom('is', 'isNot', 'within'),
    value: fc.constantFrom('BY', 'Bavaria', 'CA'),
  }),
  fc.record({
    field: fc.constantFrom('territory'),
    op: fc.constantFrom('is', 'isNot', 'contains'),
    value: fc.constantFrom('South', 'Rest'),
  }),
  fc.record({ field: fc.constant('territory'), op: fc.constantFrom('isEmpty', 'isPresent') }),
  fc.record({
    field: fc.constant('tags'),
    op: fc.constantFrom('hasAny', 'hasAll', 'hasNone'),
    value: fc.array(fc.constantFrom('x', 'y'), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ field: fc.constant('grade'), op: fc.constantFrom('is', 'isNot'), value: fc.constantFrom('hot', 'warm', 'cold') }),
  fc.record({
    field: fc.constant('direction'),
    op: fc.constantFrom('is', 'isNot'),
    value: fc.constantFrom('inbound', 'outbound'),
  }),
  fc.record({ field: fc.constant('isFreeMail'), op: fc.constantFrom('is', 'isNot'), value: fc.boolean() }),
  fc.record({ field: fc.constant('localHour'), op: fc.constantFrom('lt', 'gte'), value: fc.constantFrom(9, 17) }),
  fc.record({ field: fc.constant('receivedAt.hour'), op: fc.constant('between'), value: fc.constantFrom([9, 17], [22, 6]) }),
)
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    { arbitrary: leaf as fc.Arbitrary<Condition>, weight: 3 },
    { arbitrary: fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }), weight: 1 },
    { arbitrary: fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }), weight: 1 },
    { arbitrary: fc.record({ not: tie('condition') }), weight: 1 },
  ),
}))
const sketches = fc.array(
  fc.record({
    when: condition,
    enabled: fc.boolean().map((no) => !no || true),
    passes: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  }),
  { minLength: 1, maxLength: 8 },
)
const PLACES: Partial<LeadFacts>[] = [
  {},
  { country: 'DE' },
  { country: 'DE', region: 'DE-BY' },
  { region: 'DE-BY' },
  { region: 'Bavaria' },
  { country: 'DE', region: 'DE-BE', city: 'Berlin' },
  { city: 'Berlin' },
  { country: 'US', city: 'Berlin' },
  { country: 'US', region: 'US-CA' },
  { country: 'CA' },
  { country: 'DE', postalCode: '80331' },
  { postalCode: '80331' },
  { country: 'DE', postalCode: '70173' },
  { country: 'AT', region: 'AT-9', city: 'Wien' },
  { country: 'AT', postalCode: '1010' },
  { country: 'FR', city: 'Lyon' },
  { country: 'FR', city: 'Munich' },
  { country: 'CH' },
  { country: 'FR', region: 'DE-BY' },
  { city: 'a' },
  { city: 'ab', country: 'US' },
]
const lead = fc
  .record({
    where: fc.constantFrom(...PLACES),
    company: fc.option(fc.constantFrom('a', 'b', 'ab', 'cab', 'zz')),
    employees: fc.option(fc.constantFrom(-1, 0, 0.5, 1, 1.5, 2, 30, 50, 80, 100)),
    value: fc.option(fc.constantFrom(0, 1, 2, 50)),
    score: fc.option(fc.constantFrom(0, 1, 2, 49, 50, 60, 80, 100)),
    tags: fc.subarray(['x', 'y', 'z']),
    direction: fc.constantFrom('inbound' as const, 'outbound' as const),
    isFreeMail: fc.boolean(),
    timeZone: fc.constantFrom(null, '8', '9', '16', '17'),
    hour: fc.constantFrom(0, 6, 7, 9, 17, 18, 22),
    custom: fc.constantFrom({}, { X: 'a' }, { X: 'zz' }),
  })
  .map(({ where, hour, ...rest }) => {
    const grade = rest.score === null ? null : rest.score >= 80 ? 'hot' : rest.score >= 50 ? 'warm' : 'cold'
    const given: Partial<LeadFacts> = { ...rest, ...where, grade, receivedAt: Date.UTC(2026, 10, 23, hour) } as Partial<LeadFacts>
    return aLeadFact(given)
  })
const world = aWorld([], {
  localTime: (at, zone) => ({ weekday: 1, hour: zone === null ? new Date(at).getUTCHours() : Number(zone) }),
})

function examine(rules: Sketch[]) {
  const ruleset = compiled(rules.map(asRule), { territories: TERRITORIES })
  const maker = boxMaker(words, ruleset.places, { hotFrom: 80, warmFrom: 50, isScored: false })
  const finder = new ShadowFinder(maker)
  const keeps = rules.map((rule) => rule.enabled && !rule.passes)
  const shadows = rules.map((rule, i) =>
    rule.enabled ? finder.next(i, maker.boxesOf(rule.when), JSON.stringify(rule.when), keeps[i]!) : null,
  )
  return { ruleset, maker, keeps, shadows, left: finder.left() }
}
const holds = (ruleset: ReturnType<typeof compiled>, i: number, facts: LeadFacts): boolean =>
  ruleset.rules[i]!.condition.test(ruleset.slots(), facts, world)

/** Whether a lead lies in a box, by the values its fields really have. */
function isIn(box: Box, facts: LeadFacts): boolean {
  return [...box].every(([field, set]) => {
    const value = readField(leadField(field, words), facts, world)
    if (set.kind === 'list') {
      const tags = value as string[]
      const isLong = set.length === 'any' || (set.length === 'some') === tags.length > 0
      return isLong && [...set.has].every((tag) => tags.includes(tag)) && ![...set.hasNot].some((tag) => tags.includes(tag))
    }
    if (value === null) return set.missing
    const given = value as string | number | boolean
    if (set.kind === 'text') return hasText(set, String(given))
    const number = Number(given)
    return set.spans.some(
      ({ low, high, isLowIn, isHighIn }) =>
        (number > low || (number === low && isLowIn)) && (number < high || (number === high && isHighIn)),
    )
  })
}

describe('R8 what the rules cover is worked out, not guessed', () => {
  it('boxes hold exactly the leads a condition holds for', () => {
    fc.assert(
      fc.property(condition, fc.array(lead, { minLength: 20, maxLength: 20 }), (when, leads) => {
        const { ruleset, maker } = examine([{ when, enabled: true, passes: false }])
        const boxes = maker.boxesOf(when)
        const others = maker.boxesOf({ not: when })
        for (const one of leads) {
          const does = holds(ruleset, 0, one)
          if (boxes) expect(boxes.some((box) => isIn(box, one))).toBe(does)
          if (others) expect(others.some((box) => isIn(box, one))).toBe(!does)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('a rule said to be shadowed or never to match is reached by no lead, and rules said to cover all do', () => {
    let claims = 0
    fc.assert(
      fc.property(sketches, fc.array(lead, { minLength: 40, maxLength: 40 }), (rules, leads) => {
        const { ruleset, keeps, shadows, left } = examine(rules)
        for (const one of leads) {
          const kept = keeps.findIndex((keep, i) => keep && holds(ruleset, i, one))
          shadows.forEach((shadow, i) => {
            if (!shadow) return
            claims++
            if (!holds(ruleset, i, one)) return
            expect(shadow.kind, JSON.stringify(rules[i])).toBe('shadowed')
            expect(kept, JSON.stringify(one)).toBeGreaterThanOrEqual(0)
            expect(kept).toBeLessThan(i)
            expect(shadow.by).toContainEqual(expect.any(Number))
          })
          if (left?.length === 0) expect(kept, JSON.stringify(one)).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 120 },
    )
    expect(claims).toBeGreaterThan(150)
  })

  it('the example of a gap falls through', () => {
    let examples = 0
    fc.assert(
      fc.property(sketches, (rules) => {
        const { ruleset, keeps, left } = examine(rules)
        const gap = left?.length === 0 ? null : findGap(left, ruleset, keeps)
        if (!gap) return
        examples++
        const zoned = aWorld([], {
          localTime: (at, zone) => ({
            weekday: ((new Date(at).getUTCDay() + 6) % 7) + 1,
            hour: zone === null ? new Date(at).getUTCHours() : Number(zone.slice(5)),
          }),
        })
        keeps.forEach((keep, i) => {
          if (keep) expect(ruleset.rules[i]!.condition.test(ruleset.slots(), gap.lead, zoned)).toBe(false)
        })
      }),
      { numRuns: 100 },
    )
    expect(examples).toBeGreaterThan(30)
  })
})
