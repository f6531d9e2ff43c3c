import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ruleset } from '../../src-main/contract/index.ts'
import { compareRulesets } from '../../src-main/routing/compare-rulesets.ts'
import { aRuleset } from '../helpers/facts.ts'

const germans = { field: 'country', op: 'is', value: 'DE' }
const large = { field: 'employees', op: 'gte', value: 500 }
const pool = (given: Record<string, unknown> = {}): Record<string, unknown> => ({
  to: 'pool',
  pool: { team: 'Sales' },
  by: 'weighted',
  ...given,
})
const rule = (name: string, given: Record<string, unknown> = {}): Record<string, unknown> => ({ name, then: pool(), ...given })

/** Kind, place and words of each change. */
const told = (from: Ruleset, to: Ruleset): string[] =>
  compareRulesets(from, to).map(({ kind, what, name, where, said }) => `${kind} ${what} ${name} (${where}): ${said}`)
const toldOfRules = (from: unknown[], to: unknown[]): string[] => told(aRuleset(from), aRuleset(to))

describe('R36: what changed, in plain words', () => {
  it('says nothing of the same ruleset, whatever the order of keys and the ids', () => {
    const from = aRuleset([rule('A', { when: { all: [germans, large] } })])
    const to = aRuleset([
      { then: pool(), when: { all: [germans, { value: 500, op: 'gte', field: 'employees' }] }, name: 'A', id: 'a' },
    ])
    expect(told(from, to)).toEqual([])
  })

  it('rules added and removed', () => {
    expect(toldOfRules([rule('A')], [rule('B', { when: germans, enabled: false, then: { to: 'hold' } })])).toEqual([
      'added rule B (rules[0]): for country is DE: hold; switched off',
      'removed rule A (rules[0]): was for every lead: Sales, by weight',
    ])
  })

  it('known by id, a rule was renamed; known by name, it is the same', () => {
    expect(toldOfRules([rule('A', { id: 'x' })], [rule('B', { id: 'x' })])).toEqual(['renamed rule B (rules[0].name): was “A”'])
    expect(toldOfRules([rule('A')], [rule(' a ', { id: 'x' })])).toEqual(['renamed rule a (rules[0].name): was “A”'])
  })

  it('conditions that all must hold one by one, others as a whole', () => {
    const when = (condition: unknown) => [rule('A', { when: condition })]
    expect(toldOfRules(when(germans), when({ all: [germans, large] }))).toEqual([
      'changed rule A (rules[0].when): now also asks: employees is at least 500',
    ])
    expect(
      toldOfRules(when({ all: [germans, large] }), when({ all: [large, { field: 'city', op: 'is', value: 'Bonn' }] })),
    ).toEqual(['changed rule A (rules[0].when): now also asks: city is Bonn; no longer asks: country is DE'])
    expect(toldOfRules(when({ any: [germans, large] }), [rule('A')])).toEqual([
      'changed rule A (rules[0].when): now for every lead; was for country is DE or employees is at least 500',
    ])
    expect(toldOfRules(when({ all: [germans, large] }), when({ all: [large, germans] }))).toEqual([
      'changed rule A (rules[0].when): now for employees is at least 500 and country is DE; was for country is DE and employees is at least 500',
    ])
  })

  it('destination, method, otherwise and terms, each by itself', () => {
    const then = pool({
      by: 'round-robin',
      acceptWithinMinutes: 10,
      contactWithinMinutes: 90,
      ownerFirst: true,
      dailyCapPerRep: 5,
    })
    expect(toldOfRules([rule('A')], [rule('A', { then, otherwise: 'next' })])).toEqual([
      'changed rule A (rules[0].then.by): now in turn; was by weight',
      'changed rule A (rules[0].then.ownerFirst): now the owner first; was owners have no preference',
      'changed rule A (rules[0].then.dailyCapPerRep): now at most 5 leads a day to each rep; was no cap a day',
      'changed rule A (rules[0].then.acceptWithinMinutes): now to be accepted within 10 minutes; was theirs at once',
      'changed rule A (rules[0].then.contactWithinMinutes): now first contact within 1 hour 30 minutes; was no time for first contact',
      'changed rule A (rules[0].otherwise): if nobody can take it: now go on with the next rule; was hold',
    ])
    expect(toldOfRules([rule('A')], [rule('A', { then: { to: 'rep', rep: 'mia@team.example' } })])).toEqual([
      'changed rule A (rules[0].then): now mia@team.example; was Sales, by weight',
    ])
    expect(toldOfRules([rule('A')], [rule('A', { then: pool({ pool: { languages: 'lead' } }) })])).toEqual([
      'changed rule A (rules[0].then.pool): now speaking what the lead says; was Sales',
    ])
  })

  it('switched on or off, and moved: the one that moved, and not those it passed', () => {
    expect(toldOfRules([rule('A')], [rule('A', { enabled: false })])).toEqual(['switched rule A (rules[0].enabled): now off'])
    expect(toldOfRules([rule('A'), rule('B'), rule('C'), rule('D')], [rule('D'), rule('A'), rule('B'), rule('C')])).toEqual([
      'moved rule D (rules[0]): now number 1; was number 4',
    ])
    // Pushed down by a new rule is not moved.
    expect(toldOfRules([rule('A'), rule('B')], [rule('N'), rule('A'), rule('B')])).toHaveLength(1)
  })

  it('territories, score and settings', () => {
    const score = { attributes: [{ name: 'Size', points: [{ when: large, points: 10 }] }] }
    const from = aRuleset([], { territories: [{ name: 'North', places: ['DK', 'SE'] }], score })
    const to = aRuleset([], {
      territories: [
        { name: 'north', places: ['DK', 'NO'], except: ['Oslo'] },
        { name: 'South', places: ['IT'] },
      ],
      score: { attributes: [{ name: 'Size', weight: 2, points: [{ when: large, points: 20 }] }], hotFrom: 90 },
      settings: { duplicateWindowDays: 1, chargeOverrides: false, pauseAfterMissedOffers: 0 },
    })
    expect(told(from, to)).toEqual([
      'changed territory north (territories[0]): now also NO; no longer SE; the exceptions now also Oslo',
      'added territory South (territories[1]): with IT',
      'changed score Size (score.attributes[0]): now weighs 2; was 1; now also +20 for employees is at least 500; no longer +10 for employees is at least 500',
      'changed score Hot (score.hotFrom): now from 90; was from 80',
      'changed settings Same person again (settings.duplicateWindowDays): now the same lead for 1 day; was the same lead for 90 days',
      'changed settings Leads moved by hand (settings.chargeOverrides): now cost no turn; was cost a turn',
      'changed settings Missed offers (settings.pauseAfterMissedOffers): now pause nobody; was pause a rep after 3 offers in a row',
    ])
    expect(told(to, aRuleset([])).filter((line) => line.startsWith('removed'))).toEqual([
      'removed territory north (territories[0]): had DK, NO',
      'removed territory South (territories[1]): had IT',
      'removed score Score (score): was by 1 attribute',
    ])
  })

  it('moves as few rules as it can, and there and back says as much', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['A', 'B', 'C', 'D', 'E', 'F']),
        fc.shuffledSubarray(['A', 'B', 'C', 'D', 'E', 'F']),
        (a, b) => {
          const [from, to] = [aRuleset(a.map((name) => rule(name))), aRuleset(b.map((name) => rule(name)))]
          const kinds = (changes: string[], kind: string): number => changes.filter((line) => line.startsWith(kind)).length
          const [there, back] = [told(from, to), told(to, from)]
          expect(kinds(there, 'moved')).toBe(kinds(back, 'moved'))
          expect(kinds(there, 'added')).toBe(kinds(back, 'removed'))
          expect(kinds(there, 'moved')).toBeLessThanOrEqual(Math.max(0, a.filter((name) => b.includes(name)).length - 1))
          expect(there.length === 0).toBe(a.join() === b.join())
        },
      ),
    )
  })
})
