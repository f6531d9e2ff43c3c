import { describe, expect, it } from 'vitest'
import type { LeadFacts, RepFacts, Ruleset, Why } from '../../src-main/contract/index.ts'
import { compareRulesets } from '../../src-main/routing/compare-rulesets.ts'
import type { CompiledRuleset } from '../../src-main/routing/compile-ruleset.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { explain } from '../../src-main/routing/explain.ts'
import { recordDecision } from '../../src-main/routing/record.ts'
import { german } from '../../src-main/routing/words/de.ts'
import { english } from '../../src-main/routing/words/en.ts'
import { aLeadFact, aRepFact, aWorld, compiled, NOON, sharing } from '../helpers/facts.ts'

function why(lead: LeadFacts, reps: RepFacts[], ruleset: CompiledRuleset, isStored = true): Why {
  const world = aWorld(reps)
  return explain(recordDecision(lead, world, decide(lead, world, ruleset), ruleset), {
    lead,
    leadId: null,
    ruleset,
    nameOf: (repId) => reps.find((rep) => rep.id === repId)!,
    sayTime: (at) => new Date(at).toISOString().slice(11, 16),
    score: null,
    isStored,
    words: german,
  })
}

const mia = aRepFact(1, { name: 'Mia', languages: ['de'] })
const tom = aRepFact(2, { name: 'Tom', languages: ['de'], capacity: 20, openLeads: 20 })
const ada = aRepFact(3, { name: 'Ada', languages: ['de'], availability: 'busy', availableAgainAt: NOON + 7_200_000 })
const rules = compiled([
  { name: 'Aus', enabled: false, then: { to: 'hold' } },
  { name: 'Groß', when: { field: 'employees', op: 'gte', value: 500 }, then: { to: 'hold', reason: 'bitte ansehen' } },
  sharing({ name: 'Deutsch', pool: { languages: ['de'] } }),
])

describe('R33 in German', () => {
  it('says who got it, how, and what stood against the others', () => {
    const told = why(aLeadFact({ language: 'de', employees: 60 }), [mia, tom, ada], rules)
    expect(told.sentence).toBe(
      'Mia bekam diesen Lead nach Regel „Deutsch“: als Einziger frei. Tom: ausgelastet (20 von 20); Ada: beschäftigt bis 14:00.',
    )
    expect(told.rules.map(({ failed }) => failed)).toEqual([
      'ausgeschaltet',
      'Zahl der Beschäftigten ist mindestens 500 (hier: 60)',
      null,
    ])
  })

  it('says what would be, and why it waits', () => {
    expect(why(aLeadFact({ employees: 60 }), [mia], rules, false).sentence).toMatch(
      /^Mia bekäme diesen Lead nach Regel „Deutsch“/,
    )
    expect(why(aLeadFact({ employees: 900 }), [mia], rules).sentence).toBe('Regel „Groß“ hält den Lead zurück: bitte ansehen.')
    expect(why(aLeadFact({ employees: 60 }), [tom], rules).sentence).toMatch(
      /^Regel „Deutsch“ passte, aber in .* kann ihn gerade niemand/,
    )
    expect(why(aLeadFact(), [mia], compiled([])).sentence).toBe('Keine Regel passte, deshalb wartet der Lead auf die Leitung.')
  })
})

describe('R36 in German', () => {
  it('says what changed', () => {
    const document = (rest: object[]): Ruleset => compiled(rest).document
    const from = document([sharing({ name: 'Alle' })])
    const to = document([
      { ...sharing({ name: 'Alle' }), enabled: false },
      { name: 'Presse', then: { to: 'discard', reason: 'Spam' } },
    ])
    expect(compareRulesets(from, to, german).map(({ kind, said }) => [kind, said])).toEqual([
      ['switched', 'jetzt ausgeschaltet'],
      ['added', 'für jeder Lead: verwerfen: Spam'],
    ])
  })
})

describe('The words of the desk', () => {
  function paths(path: string, of: unknown): string[] {
    if (typeof of !== 'object' || of === null) return [`${path}: ${typeof of}`]
    return Object.entries(of).flatMap(([key, value]) => paths(`${path}.${key}`, value))
  }
  it('are the same in both languages, and none is left in English', () => {
    expect(paths('', german).toSorted()).toEqual(paths('', english).toSorted())
    const texts = (of: unknown): unknown[] => (typeof of === 'object' && of !== null ? Object.values(of).flatMap(texts) : [of])
    const same = new Set<unknown>(texts(english).filter((one) => typeof one === 'string'))
    expect(texts(german).filter((one) => same.has(one))).toEqual(['Warm'])
  })
})
