import { describe, expect, it } from 'vitest'
import type { RulesetFinding } from '../../src-main/contract/index.ts'
import { words } from '../../src-main/desk/words.ts'
import { checkCoverage } from '../../src-main/routing/check-coverage.ts'
import { aRuleset } from '../helpers/facts.ts'

const REPS = ['Mia', 'Tom'].map((name) => ({
  name,
  email: `${name.toLowerCase()}@team.example`,
  team: name === 'Mia' ? 'Enterprise' : 'Inside',
  skills: name === 'Mia' ? ['demo'] : [],
  languages: name === 'Mia' ? ['de'] : ['en'],
  products: [],
  tier: null,
  territories: name === 'Mia' ? ['South'] : [],
  weight: 1,
  isActive: true,
  isDraining: false,
}))
const toAll = { to: 'pool', pool: {} }
function warnings(rules: Record<string, unknown>[], rest: Record<string, unknown> = {}): RulesetFinding[] {
  return checkCoverage(
    aRuleset(
      rules.map((rule, i) => ({ name: `r${i}`, then: toAll, ...rule })),
      rest,
    ),
    REPS,
    words,
  )
}
const of = (found: RulesetFinding[], code: string): RulesetFinding[] => found.filter((finding) => finding.code === code)
const at = (field: string, op: string, value?: unknown): Record<string, unknown> => ({
  field,
  op,
  ...(value === undefined ? {} : { value }),
})

describe('R8 a shadowed rule', () => {
  const shadowed: [string, unknown[], unknown, number[]][] = [
    ['by a wider area', [at('country', 'within', 'Europe')], at('country', 'within', 'DACH'), [0]],
    ['by its country', [at('country', 'within', 'DE')], at('country', 'within', 'DE-BY'), [0]],
    ['by its country, names in any tongue', [at('country', 'is', 'Deutschland')], at('region', 'is', 'Bavaria'), [0]],
    ['by its country, a state of it', [at('country', 'within', 'Germany')], at('country', 'within', 'Bayern'), [0]],
    ['by a shorter postal prefix', [at('country', 'within', 'DE:8')], at('country', 'within', 'DE:80'), [0]],
    ['by a lower bound', [at('employees', 'gte', 50)], at('employees', 'between', [100, 200]), [0]],
    ['by two that share a range', [at('value', 'lt', 100), at('value', 'gte', 100)], at('value', 'isPresent'), [0, 1]],
    ['by two directions', [at('direction', 'is', 'inbound'), at('direction', 'is', 'outbound')], undefined, [0, 1]],
    ['by what is written in another way', [at('company', 'contains', 'GMBH')], at('company', 'endsWith', ' gmbh'), [0]],
    ['by the grade its score has', [at('score', 'gte', 80)], at('grade', 'is', 'hot'), [0]],
    [
      'by a territory',
      [at('territory', 'is', 'South')],
      { all: [at('region', 'is', 'Bavaria'), at('country', 'is', 'DE'), at('city', 'isNot', 'x')] },
      [0],
    ],
    ['by everyone', [undefined], at('tags', 'hasAny', ['x']), [0]],
    ['by fewer tags', [at('tags', 'hasAny', ['x', 'y'])], at('tags', 'hasAll', ['y', 'z']), [0]],
  ]
  const rest = { territories: [{ name: 'South', places: ['Bavaria', 'Austria'] }] }
  it.each(shadowed)('%s', (_, above, below, by) => {
    const found = of(
      warnings(
        [...above, below].map((when) => ({ when })),
        rest,
      ),
      'shadowed',
    )
    expect(found).toMatchObject([{ rule: `r${above.length}`, where: `rules[${above.length}]` }])
    for (const name of by) expect(found[0]?.message).toContain(`“r${name}”`)
  })
  const open: [string, Record<string, unknown>, unknown][] = [
    ['one that passes on', { when: at('country', 'within', 'Europe'), otherwise: 'next' }, at('country', 'within', 'DACH')],
    ['one that is off', { enabled: false }, at('country', 'within', 'DACH')],
    ['one that asks more', { when: { all: [at('country', 'is', 'DE'), at('value', 'gt', 5)] } }, at('country', 'is', 'DE')],
    ['one whose number is missing', { when: at('value', 'lt', 100) }, at('value', 'ne', 100)],
  ]
  it.each(open)('is not shadowed by %s', (_, above, below) => {
    expect(of(warnings([above, { when: below }]), 'shadowed')).toEqual([])
  })
})

describe('R8 conditions that contradict each other', () => {
  it.each([
    [{ all: [at('country', 'is', 'DE'), at('country', 'is', 'FR')] }],
    [{ all: [at('value', 'gte', 500), at('value', 'lt', 100)] }],
    [{ all: [at('region', 'is', 'Bavaria'), at('country', 'is', 'FR')] }],
    [{ all: [at('company', 'startsWith', 'acme ltd'), { not: at('company', 'contains', 'acme') }] }],
    [{ all: [at('tags', 'isEmpty'), at('tags', 'hasAny', ['x'])] }],
    [{ all: [at('grade', 'is', 'hot'), at('score', 'lt', 50)] }],
    [{ all: [at('direction', 'isNot', 'inbound'), at('direction', 'isNot', 'outbound')] }],
  ])('%j never matches', (when) => {
    expect(of(warnings([{ when }, {}]), 'never-matches')).toMatchObject([{ rule: 'r0', where: 'rules[0].when' }])
  })
})

describe('R8 a gap', () => {
  const gap = (...whens: unknown[]): string | undefined => of(warnings(whens.map((when) => ({ when }))), 'gap')[0]?.message
  it('is said with what such leads have in common, and one of them', () => {
    expect(gap(at('country', 'within', 'DACH'), at('employees', 'gte', 50))).toBe(
      'no rule matches leads of which country is not within DACH and employees is below 50, for example one with country FR, employees 49; they wait for a manager',
    )
  })
  it('is none where rules share out a field', () => {
    expect(gap(at('value', 'lt', 100), at('value', 'gte', 100), at('value', 'isEmpty'))).toBeUndefined()
    expect(gap(at('country', 'within', 'EU'), at('country', 'notWithin', 'EU'))).toBeUndefined()
    expect(gap(at('tags', 'hasNone', ['x']), at('tags', 'hasAny', ['x']))).toBeUndefined()
    expect(gap(at('receivedAt.hour', 'between', [8, 18]), at('receivedAt.hour', 'between', [19, 7]))).toBeUndefined()
    expect(gap(undefined)).toBeUndefined()
  })
  it('is the missing value where only two sides are covered', () => {
    expect(gap(at('value', 'lt', 100), at('value', 'gte', 100))).toContain('value is empty')
  })
  it('is also below a rule that passes on', () => {
    expect(of(warnings([{ otherwise: 'next' }]), 'gap')[0]?.message).toContain('“r0”')
  })
})

describe('R8 a rep no rule can reach', () => {
  const unreached = (...rules: Record<string, unknown>[]): string[] =>
    of(warnings(rules), 'rep-unreachable').map(({ message }) => message)
  const pool = (selection: Record<string, unknown>): Record<string, unknown> => ({ then: { to: 'pool', pool: selection } })
  it('is told by name', () => {
    expect(unreached(pool({ team: 'Inside' }))).toEqual(['no rule can reach Mia (mia@team.example)'])
    expect(unreached(pool({ skills: ['demo'] }))[0]).toContain('Tom')
    expect(unreached(pool({ languages: ['German'] }))[0]).toContain('Tom')
    expect(unreached(pool({ territory: 'lead' }))[0]).toContain('Tom')
    expect(unreached(pool({ languages: 'lead' }))).toEqual([])
  })
  it('when the only rule with them is off, shadowed, or can not match', () => {
    expect(unreached(pool({ team: 'Inside' }), {})[0]).toContain('Mia')
    expect(unreached({ ...pool({ team: 'Enterprise' }), enabled: false }, pool({ team: 'Inside' }))[0]).toContain('Mia')
    const when = { all: [at('country', 'is', 'DE'), at('country', 'is', 'FR')] }
    expect(unreached({ ...pool({ team: 'Enterprise' }), when }, pool({ team: 'Inside' }))[0]).toContain('Mia')
  })
})
