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
const check = (rules: unknown, rest: Record<string, unknown> = {}) => checkRuleset({ version: 1, rules, ...rest }, reps, words)

describe('R8 a destination that can not work can not be saved', () => {
  const pool = (more: Record<string, unknown>): unknown => ({ to: 'pool', pool: {}, ...more })
  const methods: [string, unknown, string, string][] = [
    ['tiers of another method', pool({ tiers: [{}] }), 'wrong-method', 'tiers'],
    ['no tiers', pool({ by: 'tiers' }), 'value-missing', 'tiers'],
    ['an empty tier', pool({ by: 'tiers', tiers: [{ tier: 'Gold' }, { tier: 'Lead' }] }), 'tier-empty', 'tiers[1]'],
    [
      'a tier outside the pool',
      pool({ pool: { team: 'Enterprise' }, by: 'tiers', tiers: [{ team: 'Inside' }] }),
      'tier-empty',
      'tiers[0]',
    ],
    ['a tier of weight 0', pool({ by: 'tiers', tiers: [{ tier: 'Silver' }] }), 'weights-zero', 'tiers[0]'],
    ['shares of another method', pool({ shares: { 'mia@team.example': 5 } }), 'wrong-method', 'shares'],
    ['no shares', pool({ by: 'share' }), 'value-missing', 'shares'],
    ['a share for nobody', pool({ by: 'share', shares: { 'x@team.example': 5 } }), 'unknown-rep', 'shares.x@team.example'],
    [
      'a share for somebody outside',
      pool({ pool: { team: 'Enterprise' }, by: 'share', shares: { 'tom@team.example': 5 } }),
      'outside-pool',
      'shares.tom@team.example',
    ],
    [
      'shares above all there is',
      pool({ by: 'share', shares: { 'mia@team.example': 70, 'tom@team.example': 31 } }),
      'shares-above-100',
      'shares',
    ],
    ['shares of nothing', pool({ by: 'share', shares: { 'mia@team.example': 0 } }), 'shares-zero', 'shares'],
    ['a window of another method', pool({ shareWindowDays: 5 }), 'wrong-method', 'shareWindowDays'],
    ['a load of another method', pool({ maxLoadMultiple: 2 }), 'wrong-method', 'maxLoadMultiple'],
    ['a cap of 0', pool({ dailyCapPerRep: 0 }), 'cap-zero', 'dailyCapPerRep'],
    ['a wait without end', pool({ ownerFirst: { ifNotHere: 'wait' } }), 'value-missing', 'ownerFirst.waitMinutes'],
    ['a backup unnamed', pool({ ownerFirst: { ifNotHere: 'backup' } }), 'value-missing', 'ownerFirst.backup'],
    [
      'a backup unknown',
      pool({ ownerFirst: { ifNotHere: 'backup', backup: 'x@team.example' } }),
      'unknown-rep',
      'ownerFirst.backup',
    ],
    ['a clock setting without a clock', pool({ contactClock: 'always' }), 'value-missing', 'contactClock'],
    ['taking back without a clock', pool({ ifNotContacted: 'take-back' }), 'value-missing', 'ifNotContacted'],
    [
      'a reminder before the lead is there',
      pool({ contactWithinMinutes: 10, remindMinutesBefore: 10 }),
      'out-of-range',
      'remindMinutesBefore',
    ],
    ['offers counted that are none', pool({ maxOffers: 3 }), 'value-missing', 'maxOffers'],
    ['terms of a named rep', { to: 'rep', rep: 'mia@team.example', maxOffers: 3 }, 'value-missing', 'maxOffers'],
  ]
  it.each(methods)('R16 %s is refused by rule, field and reason', (_, then, code, part) => {
    const { ruleset, findings } = check([{ name: 'X', then }])
    expect(ruleset).toBeNull()
    expect(findings).toContainEqual({
      level: 'error',
      code,
      rule: 'X',
      where: `rules[0].then.${part}`,
      message: expect.stringMatching(/ /),
    })
  })
  it.each([
    pool({ by: 'tiers', tiers: [{ tier: 'Gold' }, {}] }),
    pool({ by: 'share', shares: { 'Mia@team.example': 60, 'tom@team.example': 40 }, shareWindowDays: 7, maxWaitMinutes: 5 }),
    pool({ by: 'share', shares: { 'tom@team.example': 0 } }),
    pool({ by: 'claim', maxOffers: 3 }),
    pool({ by: 'top-performer', maxLoadMultiple: 2 }),
    pool({ by: 'longest-idle', acceptWithinMinutes: 5, maxOffers: 2, dailyCapPerRep: 3 }),
    pool({ ownerFirst: { ifNotHere: 'wait', waitMinutes: 30 }, contactWithinMinutes: 60, remindMinutesBefore: 15 }),
    pool({
      ownerFirst: { ifNotHere: 'backup', backup: 'mia@team.example' },
      ifNotContacted: 'take-back',
      contactWithinMinutes: 5,
    }),
  ])('R16 %j is in order', (then) => {
    const { findings } = check([{ name: 'X', then }])
    expect(findings.filter(({ code }) => code !== 'weight-zero')).toEqual([])
  })
  it.each([
    [pool({ maxWaitMinutes: 5 }), undefined, 'wrong-method'],
    [{ to: 'rep', rep: 'mia@team.example', backups: ['MIA@team.example'] }, undefined, 'no-effect'],
    [pool({ pool: { team: 'Enterprise' } }), pool({ pool: { team: 'Enterprise' } }), 'no-effect'],
    [{ to: 'hold' }, pool({}), 'no-effect'],
    [pool({}), undefined, 'weight-zero'],
  ])('%j, otherwise %j: saved with a warning', (then, otherwise, code) => {
    const { ruleset, findings } = check([{ name: 'X', then, ...(otherwise ? { otherwise } : {}) }])
    expect(ruleset).not.toBeNull()
    expect(findings).toContainEqual(expect.objectContaining({ level: 'warning', code, rule: 'X' }))
  })
})
