import { describe, expect, it } from 'vitest'
import { words } from '../../src-main/desk/words.ts'
import { checkRuleset, type KnownRep } from '../../src-main/routing/check-ruleset.ts'

const aRep = (name: string, team: string, weight = 1): KnownRep => ({
  name,
  email: `${name.toLowerCase()}@team.example`,
  team,
  skills: name === 'Mia' ? ['Demo'] : [],
  languages: ['de'],
  products: [],
  tier: name === 'Mia' ? 'Gold' : 'Silver',
  territories: [],
  weight,
  isActive: true,
  isDraining: false,
})
const reps = [aRep('Mia', 'Enterprise'), aRep('Tom', 'Inside', 0)]
const everyone = { name: 'All', then: { to: 'pool', pool: {}, by: 'weighted' }, otherwise: 'hold' }
const check = (rules: unknown, rest: Record<string, unknown> = {}) => checkRuleset({ version: 1, rules, ...rest }, reps, words)
const withWhen = (when: unknown) => check([{ ...everyone, when }])

describe('R8 a rule that can not work can not be saved', () => {
  it('the example of the specification works', () => {
    const { ruleset, findings } = check([
      {
        name: 'German-speaking enterprise',
        when: {
          all: [
            { field: 'employees', op: 'gte', value: 500 },
            { field: 'country', op: 'within', value: 'DACH' },
          ],
        },
        then: {
          to: 'pool',
          pool: { team: 'Enterprise', languages: ['de'] },
          by: 'weighted',
          ownerFirst: true,
          acceptWithinMinutes: 10,
          contactWithinMinutes: 60,
        },
        otherwise: 'next',
      },
    ])
    expect(ruleset?.rules).toHaveLength(1)
    expect(findings.filter((finding) => finding.level === 'error')).toEqual([])
  })

  const faults: [string, unknown, string, string][] = [
    ['an unknown field', { field: 'shoe', op: 'is', value: 1 }, 'unknown-field', 'rules[0].when.field'],
    ['an unknown operator', { field: 'city', op: 'like', value: 'x' }, 'unknown-operator', 'rules[0].when.op'],
    ['an operator of another type', { field: 'city', op: 'gt', value: 1 }, 'wrong-operator', 'rules[0].when.op'],
    [
      'a number compared with a text',
      { all: [{ field: 'employees', op: 'gte', value: '500' }] },
      'wrong-type',
      'rules[0].when.all[0].value',
    ],
    ['no value', { field: 'city', op: 'is' }, 'value-missing', 'rules[0].when.value'],
    ['an empty list of values', { field: 'city', op: 'in', value: [] }, 'empty-list', 'rules[0].when.value'],
    ['an empty any', { any: [] }, 'empty-list', 'rules[0].when.any'],
    ['between one', { field: 'value', op: 'between', value: [1] }, 'wrong-count', 'rules[0].when.value'],
    ['no date', { field: 'receivedAt', op: 'gt', value: 'soon' }, 'wrong-type', 'rules[0].when.value'],
    ['a torn pattern', { field: 'city', op: 'matches', value: '(' }, 'bad-pattern', 'rules[0].when.value'],
    ['an hour there is not', { field: 'receivedAt.hour', op: 'eq', value: 24 }, 'out-of-range', 'rules[0].when.value'],
    ['half an hour', { field: 'localHour', op: 'gte', value: 9.5 }, 'out-of-range', 'rules[0].when.value'],
    ['nothing between', { field: 'value', op: 'between', value: [9, 3] }, 'wrong-order', 'rules[0].when.value'],
    ['the 30th of February', { field: 'receivedAt', op: 'lt', value: '2026-02-30' }, 'wrong-type', 'rules[0].when.value'],
    ['no weekday', { field: 'receivedAt.weekday', op: 'is', value: 'Moonday' }, 'unknown-value', 'rules[0].when.value'],
    ['no grade', { field: 'grade', op: 'in', value: ['hot', 'hottest'] }, 'unknown-value', 'rules[0].when.value'],
    ['no status', { field: 'customerStatus', op: 'is', value: 'gone' }, 'unknown-value', 'rules[0].when.value'],
    ['a blank', { field: 'city', op: 'is', value: '  ' }, 'value-missing', 'rules[0].when.value'],
    ['a misspelt country', { field: 'country', op: 'is', value: 'Germny' }, 'misspelt-place', 'rules[0].when.value'],
    [
      'a misspelt area',
      { field: 'country', op: 'within', value: ['FR', 'Scandinvia'] },
      'misspelt-place',
      'rules[0].when.value[1]',
    ],
    ['a region as a country', { field: 'country', op: 'is', value: 'Bavaria' }, 'not-a-country', 'rules[0].when.value'],
    ['a condition that is a text', 'city is x', 'not-a-condition', 'rules[0].when'],
    ['a key that is none', { field: 'city', op: 'is', value: 'x', colour: 1 }, 'unknown-key', 'rules[0].when.colour'],
    ['two groups in one', { all: [{ field: 'city', op: 'isEmpty' }], any: [] }, 'unknown-key', 'rules[0].when.any'],
  ]
  it.each(faults)('%s is refused, naming rule, place and reason', (_, when, code, where) => {
    const { ruleset, findings } = withWhen(when)
    expect(ruleset).toBeNull()
    expect(findings.find((finding) => finding.level === 'error')).toMatchObject({ code, where, rule: 'All' })
  })

  it('nesting ten thousand deep is refused in bounded time', () => {
    let when: unknown = { field: 'city', op: 'is', value: 'x' }
    for (let i = 0; i < 10_000; i++) when = { not: when }
    expect(withWhen(when).findings).toMatchObject([{ code: 'nested-too-deep', where: 'rules[0].when' }])
  })

  it.each(['Monday', 'mon', 'Mo', 'MONTAG', 'lundi', 'Thurs', '7', 'Mittwoch', 'sonntags'])('%s is a weekday', (value) => {
    expect(withWhen({ field: 'receivedAt.weekday', op: 'is', value }).ruleset).not.toBeNull()
  })

  it('ten thousand rules are read in bounded time, and one more refused', () => {
    const rules = Array.from({ length: 10_001 }, (_, i) => ({
      ...everyone,
      name: `Rule ${i}`,
      when: { field: 'city', op: 'is', value: `c${i}` },
    }))
    expect(check(rules.slice(1)).ruleset?.rules).toHaveLength(10_000)
    expect(check(rules).ruleset).toBeNull()
  }, 20_000)

  const destinations: [string, unknown, string][] = [
    ['a pool without reps', { to: 'pool', pool: { team: 'Nobody' } }, 'pool-empty'],
    ['all weights 0', { to: 'pool', pool: { team: 'Inside' } }, 'weights-zero'],
    ['an unknown rep', { to: 'rep', rep: 'x@team.example' }, 'unknown-rep'],
    ['an unknown rep in a pool', { to: 'pool', pool: { reps: ['x@team.example', 'mia@team.example'] } }, 'unknown-rep'],
    ['a pool whose skill nobody has', { to: 'pool', pool: { skills: ['juggling'] } }, 'pool-empty'],
    ['a pool for a territory nobody serves', { to: 'pool', pool: { territory: 'lead' } }, 'pool-empty'],
    ['a method there is not', { to: 'pool', pool: {}, by: 'dice' }, 'invalid_value'],
    ['a destination to come', { to: 'nurture' }, 'not-set-up-yet'],
    ['a destination that is another rule', { to: 'rule', rule: 'All' }, 'invalid_union'],
  ]
  it.each(destinations)('%s is refused', (_, then, code) => {
    const { ruleset, findings } = check([{ name: 'X', then }])
    expect(ruleset).toBeNull()
    expect(findings.map((finding) => finding.code)).toContain(code)
  })

  it.each([null, 7, 'rules', [], { version: 2, rules: [] }, { rules: [] }, { version: 1 }, { version: 1, rules: [null] }])(
    'a file that is %j is refused with a place',
    (document) => {
      const { ruleset, findings } = checkRuleset(document, reps, words)
      expect(ruleset).toBeNull()
      expect(findings[0]).toMatchObject({ level: 'error', where: expect.any(String), message: expect.any(String) })
    },
  )

  it('two rules of one name are refused: their turns could not be told apart', () => {
    expect(check([everyone, everyone]).findings.map((finding) => finding.code)).toContain('name-taken')
  })
})

describe('R8 saved with a warning', () => {
  const codes = (rules: unknown): string[] => check(rules).findings.map((finding) => finding.code)
  it('a rule shadowed by one above', () => {
    expect(codes([everyone, { ...everyone, name: 'Below' }])).toContain('shadowed')
    expect(
      codes([
        { ...everyone, otherwise: 'next' },
        { ...everyone, name: 'Below' },
      ]),
    ).not.toContain('shadowed')
  })
  it('a gap that no rule covers', () => {
    expect(codes([{ ...everyone, when: { field: 'city', op: 'is', value: 'x' } }])).toContain('gap')
    expect(codes([everyone])).not.toContain('gap')
  })
  it('a rep no rule can reach', () => {
    const { ruleset, findings } = check([
      { name: 'X', then: { to: 'pool', pool: { team: 'Inside' }, by: 'weighted' }, otherwise: 'hold' },
    ])
    expect(ruleset).toBeNull()
    expect(findings.find((finding) => finding.code === 'rep-unreachable')?.message).toContain('Mia')
  })
  it('a place the desk does not know', () => {
    expect(codes([{ ...everyone, when: { field: 'country', op: 'within', value: 'Gondor' } }])).toContain('unknown-place')
  })
})
