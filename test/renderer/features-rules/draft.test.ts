import { describe, expect, it } from 'vitest'
import { type Rule, type RuleId, type Ruleset, type RulesetFinding, RulesetSettings } from '../../../src-main/contract/index.ts'
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
import { partOfPool, withMethod, withPart } from '../../../src-renderer/features/rules/destinations.ts'
import { readDraft } from '../../../src-renderer/features/rules/read-draft.ts'
import { withTerms } from '../../../src-renderer/features/rules/terms.ts'
import { BLANK_BENCH, benchFieldsOf, trialLead } from '../../../src-renderer/features/rules/trial-lead.ts'
import { someFields } from '../helpers/builders.ts'

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
  settings: RulesetSettings.parse({}),
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

  it('puts a new rule above a last one that takes every lead, where it can be reached', () => {
    const narrow: Rule = { ...rule('D'), id: 'd' as RuleId, when: { field: 'country', op: 'is', value: 'DE' } }
    expect(names(saveRule(draft, { ...narrow, id: 'd' as RuleId }))).toEqual(['A', 'B', 'D', 'C'])
    const open = draftOf(document(rule('A'), { ...rule('B'), otherwise: 'next' }))
    expect(names(saveRule(open, { ...narrow, id: 'd' as RuleId }))).toEqual(['A', 'B', 'D'])
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

describe('a draft from the desk', () => {
  it('is read with everything a person has not finished yet', () => {
    const unfinished = document(
      { ...rule(''), then: { to: 'discard', reason: '' } },
      { ...rule('B'), then: { to: 'pool', pool: { team: [] }, by: 'tiers', tiers: [] }, otherwise: { to: 'rep', rep: '' } },
    )
    expect(readDraft({ ...unfinished, territories: [{ name: '', places: [], except: [] }] })?.rules).toHaveLength(2)
  })

  it('is not read when it is of another shape', () => {
    for (const other of [null, 'rules', {}, { version: 1, rules: [{ name: 'A' }] }, { ...document(), version: 2 }])
      expect(readDraft(other)).toBeNull()
  })
})

describe('the test bench', () => {
  it('fills the form from a lead, and keeps what the form has no field for', () => {
    const lead = someFields({ company: 'Acme', employees: 900, tags: ['vip', 'fair'], custom: { Plan: 'Pro' }, receivedAt: 1 })
    const fields = benchFieldsOf(lead)
    expect(fields).toMatchObject({ company: 'Acme', employees: '900', tags: 'vip, fair', country: '' })
    expect(trialLead({ ...fields, company: '' }, lead)).toEqual({
      employees: 900,
      tags: ['vip', 'fair'],
      custom: { Plan: 'Pro' },
      stage: 'new',
    })
  })

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

describe('a way of sharing', () => {
  const pool = { to: 'pool', pool: {}, by: 'share', shares: { 'mia@x.de': 60 }, shareWindowDays: 7, dailyCapPerRep: 5 } as const

  it('drops what only the one before it asked, and keeps the rest', () => {
    expect(withMethod(pool, 'claim')).toEqual({ to: 'pool', pool: {}, by: 'claim', dailyCapPerRep: 5 })
    expect(withMethod(pool, 'tiers')).toMatchObject({ by: 'tiers', tiers: [{}, {}] })
    expect(withMethod(pool, 'share')).toEqual(pool)
  })
})

describe('terms', () => {
  it('leave nothing behind that hangs on a clock or an offer that is gone', () => {
    const given = {
      to: 'rep',
      rep: 'mia@x.de',
      acceptWithinMinutes: 10,
      maxOffers: 3,
      contactWithinMinutes: 60,
      contactClock: 'always',
      remindMinutesBefore: 15,
      ifNotContacted: 'take-back',
      releaseAfterMinutes: 0,
    } as const
    expect(withTerms(given, { acceptWithinMinutes: undefined, contactWithinMinutes: undefined })).toEqual({
      to: 'rep',
      rep: 'mia@x.de',
      releaseAfterMinutes: 0,
    })
  })
})
