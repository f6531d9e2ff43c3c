import fc from 'fast-check'
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

describe('R8 a file made to break something', () => {
  const circle: Record<string, unknown> = { ...everyone }
  circle.otherwise = circle
  const deepRule = (): Record<string, unknown> => {
    let to: unknown = 'hold'
    for (let i = 0; i < 10_000; i++) to = { to: 'pool', pool: {}, otherwise: to }
    return { ...everyone, otherwise: to }
  }
  // Twice itself at each of forty levels: a million million parts if one walked them all.
  const bushy = (): unknown => {
    let when: unknown = { field: 'city', op: 'isEmpty' }
    for (let i = 0; i < 25; i++) when = { all: [when, when] }
    return { ...everyone, when }
  }
  const hostile: [string, unknown, string, string][] = [
    ['a rule that contains itself', [circle], 'cycle', 'rules[0].otherwise'],
    ['a destination ten thousand deep', [deepRule()], 'nested-too-deep', 'rules[0].otherwise'],
    ['a condition that doubles at every level', [bushy()], 'too-large', 'rules[0].when'],
    ['a text of a million letters', [{ ...everyone, name: 'x'.repeat(1_000_000) }], 'too-long', 'rules[0].name'],
    [
      'a million values',
      [{ ...everyone, when: { field: 'city', op: 'in', value: Array.from({ length: 1_000_000 }, () => 'x') } }],
      'too-large',
      'rules[0].when',
    ],
    [
      'ten thousand and one values',
      [{ ...everyone, when: { field: 'city', op: 'in', value: Array.from({ length: 10_001 }, (_, i) => `x${i}`) } }],
      'too-many-values',
      'rules[0].when.value',
    ],
    ['NaN', [{ ...everyone, when: { field: 'value', op: 'lt', value: Number.NaN } }], 'not-a-number', 'rules[0].when.value'],
    [
      'infinity',
      [{ ...everyone, then: { ...everyone.then, maxWaitMinutes: Number.POSITIVE_INFINITY } }],
      'not-a-number',
      'rules[0].then.maxWaitMinutes',
    ],
    ['__proto__', [JSON.parse('{"name":"X","__proto__":{"then":1}}')], 'unknown-key', 'rules[0]'],
    ['a function', [{ ...everyone, then: () => 1 }], 'wrong-type', 'rules[0].then'],
  ]
  it.each(hostile)('%s is refused, saying where and why, in bounded time', (_, rules, code, where) => {
    const started = performance.now()
    const { ruleset, findings } = check(rules)
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(ruleset).toBeNull()
    expect(findings).toContainEqual(expect.objectContaining({ level: 'error', code, where }))
    expect(JSON.stringify(findings).length).toBeLessThan(10_000)
  })

  it('no document makes it throw', () => {
    const word = fc.constantFrom(
      'rules',
      'when',
      'then',
      'all',
      'not',
      'field',
      'op',
      'value',
      'to',
      'pool',
      'is',
      'city',
      'version',
      'tiers',
    )
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(null, 0, 1, true, '', 'pool', 'city', 'is', Number.NaN),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(word, tie('node'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(node, node, (rule, rest) => {
        const documents = [
          rule,
          { version: 1, rules: rule },
          {
            version: 1,
            rules: [
              { ...everyone, when: rule },
              { name: 'x', then: rest },
            ],
          },
        ]
        for (const document of documents) {
          const { ruleset, findings } = checkRuleset(document, reps, words)
          expect(ruleset === null).toBe(findings.some(({ level }) => level === 'error'))
        }
      }),
      { numRuns: 300 },
    )
  })
})
