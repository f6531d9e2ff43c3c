import { describe, expect, it } from 'vitest'
import type { Rule, RuleId, Ruleset, RulesetFinding } from '../../../src-main/contract/index.ts'
import {
  draftOf,
  duplicateRule,
  findingsOfRule,
  findingsOfWhole,
  isSameDocument,
  moveRule,
  removeRule,
  saveRule,
} from '../../../src-renderer/features/rules/draft.ts'
import { BLANK_BENCH, trialLead } from '../../../src-renderer/features/rules/trial-lead.ts'
import { partOfPool, withPart } from '../../../src-renderer/features/rules/destinations.ts'

const rule = (name: string): Rule => ({
  id: name.toLowerCase() as RuleId,
  name,
  enabled: true,
  then: { to: 'hold' },
  otherwise: 'hold',
})
const document = (...rules: Rule[]): Ruleset => ({
  version: 1,
  territories: [],
  rules,
  settings: { duplicateWindowDays: 90, chargeOverrides: true },
})
const names = (ruleset: Ruleset): string[] => ruleset.rules.map((each) => each.name)

describe('the draft', () => {
  const draft = draftOf(document(rule('A'), rule('B'), rule('C')))

  it('moves a rule up and down and refuses a place outside', () => {
    expect(names(moveRule(draft, 2, 0))).toEqual(['C', 'A', 'B'])
    expect(names(moveRule(draft, 0, 1))).toEqual(['B', 'A', 'C'])
    expect(names(moveRule(draft, 0, 9))).toEqual(['A', 'B', 'C'])
    expect(names(moveRule(draft, 0, -1))).toEqual(['A', 'B', 'C'])
  })

  it('copies a rule below itself, off and with an id of its own', () => {
    const copied = duplicateRule(draft, 'b' as RuleId)
    expect(names(copied)).toEqual(['A', 'B', 'B (copy)', 'C'])
    expect(copied.rules[2]).toMatchObject({ enabled: false })
    expect(new Set(copied.rules.map((each) => each.id)).size).toBe(4)
  })

  it('changes a known rule in its place and adds an unknown one at the end', () => {
    expect(names(saveRule(draft, { ...draft.rules[1]!, name: 'B2' }))).toEqual(['A', 'B2', 'C'])
    expect(names(saveRule(draft, { ...rule('D'), id: 'd' as RuleId }))).toEqual(['A', 'B', 'C', 'D'])
    expect(names(removeRule(draft, 'b' as RuleId))).toEqual(['A', 'C'])
  })

  it('gives a rule without an id the one the desk would, so that its turns stay with it (R19)', () => {
    const { id: _none, ...nameless } = rule('All Leads')
    expect(draftOf(document(nameless, nameless)).rules[0]?.id).toBe('n:all leads')
    const [first, second] = draftOf(document(nameless, nameless)).rules
    expect(first?.id).not.toBe(second?.id)
  })

  it('is the same whatever the order of keys, and another when a rule moved', () => {
    const shuffled = { ...draft, rules: draft.rules.map(({ name, id, ...rest }) => ({ ...rest, id, name })) }
    expect(isSameDocument(draft, shuffled)).toBe(true)
    expect(isSameDocument(draft, moveRule(draft, 0, 1))).toBe(false)
  })

  it('puts each finding to its rule, and the others to the whole', () => {
    const at = (where: string): RulesetFinding => ({ level: 'error', code: 'x', rule: null, where, message: where })
    const findings = [at('rules[1].when.all[0].value'), at('rules'), at('rules[10].then'), at('territories[0]')]
    expect(findingsOfRule(findings, 1).map((each) => each.where)).toEqual(['rules[1].when.all[0].value'])
    expect(findingsOfWhole(findings, 3).map((each) => each.where)).toEqual(['rules', 'rules[10].then', 'territories[0]'])
  })
})

describe('the test bench', () => {
  it('makes a lead of what was filled in', () => {
    const fields = { ...BLANK_BENCH, company: ' Acme ', employees: '1,200', value: 'much', tags: 'vip, fair ,' }
    expect(trialLead(fields)).toEqual({ company: 'Acme', employees: 1200, tags: ['vip', 'fair'] })
  })
})

describe('a pool', () => {
  it('says only what narrows it', () => {
    expect(partOfPool({ team: 'Enterprise' }, 'team')).toEqual(['Enterprise'])
    expect(withPart({ team: 'Enterprise', tier: 'A' }, 'team', [])).toEqual({ tier: 'A' })
    expect(withPart({}, 'languages', ['de', 'lead'])).toEqual({ languages: ['de', 'lead'] })
  })
})
