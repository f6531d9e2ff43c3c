import { describe, expect, it } from 'vitest'
import type { LeadFacts, RepFacts, Why } from '../../src-main/contract/index.ts'
import type { CompiledRuleset } from '../../src-main/routing/compile-ruleset.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { explain } from '../../src-main/routing/explain.ts'
import { recordDecision } from '../../src-main/routing/record.ts'
import { aLeadFact, aRepFact, aWorld, compiled, NOON, sharing } from '../helpers/facts.ts'

function why(lead: LeadFacts, reps: RepFacts[], ruleset: CompiledRuleset): Why {
  const world = aWorld(reps)
  const record = recordDecision(lead, world, decide(lead, world, ruleset), ruleset)
  // What is kept is kept as text.
  return explain(JSON.parse(JSON.stringify(record)) as typeof record, {
    lead,
    leadId: null,
    ruleset,
    nameOf: (repId) => reps.find((rep) => rep.id === repId)!,
    sayTime: (at) => new Date(at).toISOString().slice(11, 16),
    score: null,
    isStored: true,
  })
}

const mia = aRepFact(1, { name: 'Mia', languages: ['de'] })
const tom = aRepFact(2, { name: 'Tom', languages: ['de'], capacity: 20, openLeads: 20 })
const ada = aRepFact(3, { name: 'Ada', languages: ['de'], availability: 'busy', availableAgainAt: NOON + 7_200_000 })
const rules = compiled([
  { name: 'Off', enabled: false, then: { to: 'hold' } },
  {
    name: 'Big',
    when: {
      all: [
        { field: 'language', op: 'is', value: 'de' },
        { field: 'employees', op: 'gte', value: 500 },
      ],
    },
    then: { to: 'hold' },
  },
  { ...sharing({ name: 'Empty', pool: { skills: ['magic'] } }), otherwise: 'next' },
  sharing({ name: 'German', pool: { languages: ['de'] } }),
])

describe('R33 every decision says why', () => {
  it('in one plain sentence', () => {
    expect(why(aLeadFact({ language: 'de', employees: 20 }), [mia, tom, ada], rules).sentence).toContain(
      'Mia got this by rule “German”: the only one free.',
    )
    expect(why(aLeadFact({ language: 'de' }), [mia, tom, ada], compiled([sharing({ name: 'All' })])).sentence).toBe(
      'Mia got this by rule “All”: the only one free. Tom is at capacity (20 of 20); Ada is busy until 14:00.',
    )
  })
  it('naming together those against whom the same stands, and not naming a crowd', () => {
    const crowd = Array.from({ length: 5 }, (_, i) => aRepFact(10 + i, { name: `R${i}`, isPaused: true }))
    const all = compiled([sharing({ name: 'All' })])
    expect(why(aLeadFact(), [mia, ...crowd.slice(0, 2)], all).sentence).toContain('free. R0 and R1 are paused.')
    expect(why(aLeadFact(), [mia, ...crowd], all).sentence).toContain('free. R0, R1 and 3 more are paused.')
  })
  it('with each rule considered and the first condition that failed', () => {
    expect(why(aLeadFact({ language: 'de', employees: 20 }), [mia], rules).rules).toEqual([
      { name: 'Off', matched: false, failed: 'switched off' },
      { name: 'Big', matched: false, failed: 'employees is at least 500 (it is 20)' },
      { name: 'Empty', matched: true, failed: 'nobody could take it' },
      { name: 'German', matched: true, failed: null },
    ])
  })
  it('with each rep of each pool, all reasons against, and the numbers before and after', () => {
    const { candidates } = why(aLeadFact(), [mia, tom, aRepFact(4, { name: 'Eve' })], compiled([sharing({ name: 'All' })]))
    const picked = candidates.find((one) => one.after < one.before)!
    expect(candidates.map(({ name, eligible, reasons }) => ({ name, eligible, reasons }))).toEqual([
      { name: 'Mia', eligible: true, reasons: [] },
      { name: 'Tom', eligible: false, reasons: ['at-capacity'] },
      { name: 'Eve', eligible: true, reasons: [] },
    ])
    expect(picked).toMatchObject({ before: 0, after: -1 })
  })
  it('with ties and how they broke', () => {
    expect(why(aLeadFact(), [mia, aRepFact(4, { name: 'Eve' })], compiled([sharing({ name: 'All' })])).tie).toContain(
      'were level',
    )
    expect(why(aLeadFact(), [mia], compiled([sharing({ name: 'All' })])).tie).toBeNull()
  })
  it('for a lead that waits', () => {
    expect(why(aLeadFact(), [tom], compiled([sharing({ name: 'All' })])).sentence).toBe(
      'Rule “All” matched, but nobody in everyone can take it now. Tom is at capacity (20 of 20).',
    )
    expect(why(aLeadFact(), [mia], compiled([])).sentence).toBe('No rule matched, so it waits for a manager.')
  })
})
