import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inUnit, MINUTES_IN, unitOf } from '../../../src-renderer/features/rules/minutes.ts'
import { membersOf, shareRows, shareSum, withShare } from '../../../src-renderer/features/rules/shares.ts'
import { rulesUsing, servedBy } from '../../../src-renderer/features/rules/territories.ts'
import { placesOf } from '../../../src-renderer/features/rules/place-suggestions.ts'
import { weightShares } from '../../../src-renderer/features/rules/score-model.ts'

const rep = (name: string, team: string | null = 'Sales') => ({ name, email: `${name.toLowerCase()}@x.de`, team })
const reps = [rep('Mia'), rep('Tom'), rep('Ada', 'Enterprise')]

describe('percentages (R16)', () => {
  it('are of the reps of the pool, whatever way the team is written', () => {
    expect(membersOf({ team: ' sales ' }, reps).map((each) => each.name)).toEqual(['Mia', 'Tom'])
    expect(membersOf({ reps: ['TOM@x.de', 'ada@x.de'] }, reps).map((each) => each.name)).toEqual(['Tom', 'Ada'])
    expect(membersOf({ languages: 'lead' }, reps)).toHaveLength(3)
  })

  it('show who has one without being in the pool, and somebody nobody knows', () => {
    const rows = shareRows({ 'Ada@x.de': 10, 'gone@x.de': 5, 'mia@x.de': 60 }, { team: 'Sales' }, reps)
    expect(rows.map((row) => [row.name, row.share, row.isOutside])).toEqual([
      ['Mia', 60, false],
      ['Tom', undefined, false],
      ['Ada', 10, true],
      ['gone@x.de', 5, true],
    ])
    expect(shareSum(rows)).toEqual({ sum: 75, left: 25, open: 1 })
  })

  it('add up without the crumbs of binary fractions', () => {
    const rows = shareRows({ 'mia@x.de': 33.3, 'tom@x.de': 33.3, 'ada@x.de': 33.3 }, {}, reps)
    expect(shareSum(rows)).toEqual({ sum: 99.9, left: 0.1, open: 0 })
  })

  it('are set for an address however it was written, and gone with the last', () => {
    expect(withShare({ 'Mia@X.de': 10 }, 'mia@x.de', 20)).toEqual({ 'mia@x.de': 20 })
    expect(withShare({ 'Mia@X.de': 10 }, 'mia@x.de', undefined)).toBeUndefined()
  })
})

it('shows minutes in a unit that says them in full', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 525_600 }), fc.boolean(), (minutes, hasDays) => {
      const unit = unitOf(minutes, hasDays)
      expect(inUnit(minutes, unit) * MINUTES_IN[unit]).toBe(minutes)
      expect(!hasDays && unit === 'days').toBe(false)
    }),
  )
})

it('weighs attributes beside each other, also when nothing weighs', () => {
  const attribute = (weight: number) => ({ name: 'A', weight, points: [] })
  const model = (...weights: number[]) => ({ attributes: weights.map(attribute), hotFrom: 80, warmFrom: 50 })
  expect(weightShares(model(3, 1))).toEqual([0.75, 0.25])
  expect(weightShares(model(0, 0))).toEqual([0, 0])
})

describe('a territory', () => {
  it('knows who serves it and which rules name it', () => {
    const serving = (territories: string[], isActive = true) => ({ name: territories.join(), isActive, territories })
    expect(servedBy('South', [serving(['south ', 'West']), serving(['West']), serving(['South'], false)])).toEqual([
      'south ,West',
    ])
    const rule = (name: string, parts: object) =>
      ({ name, enabled: true, then: { to: 'hold' }, otherwise: 'hold', ...parts }) as never
    const rules = [
      rule('By condition', { when: { any: [{ field: 'territory', op: 'within', value: ['South'] }] } }),
      rule('By pool', { then: { to: 'pool', pool: { territory: 'south' }, by: 'weighted' } }),
      rule('Neither', {}),
    ]
    expect(rulesUsing('South', rules)).toEqual(['By condition', 'By pool'])
  })

  it('is offered continents, countries and regions, a region by code where its name is not its own', () => {
    const places = placesOf([
      { name: 'Bayern', code: 'DE-BY' },
      { name: 'Florida', code: 'US-FL' },
      { name: 'Florida', code: 'UY-FD' },
    ])
    expect(places[0]).toBe('Europe')
    expect(places).toEqual(expect.arrayContaining(['Bayern', 'US-FL', 'UY-FD']))
    expect(new Set(places).size).toBe(places.length)
  })
})
