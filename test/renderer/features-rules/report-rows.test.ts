import { describe, expect, it } from 'vitest'
import { measureRows, repRows, sorted } from '../../../src-renderer/features/rules/report-rows.ts'
import { headline } from '../../../src-renderer/text/rule-simulation.ts'
import { repId } from '../helpers/builders.ts'
import { aSide } from './reports.ts'

describe('the report of a simulation (R35)', () => {
  it('says in one sentence what would be different', () => {
    expect(headline(312, 4_120, -14)).toBe('312 of 4,120 leads would go elsewhere; 14 fewer would wait.')
    expect(headline(0, 1, 0)).toBe('None of 1 lead would go elsewhere; as many would wait as now.')
    expect(headline(1, 10, 2)).toBe('1 of 10 leads would go elsewhere; 2 more would wait.')
  })

  it('puts the two side by side with the difference in words', () => {
    const rows = measureRows({
      published: aSide({ waiting: 20, breaches: null, jain: 0.8 }),
      draft: aSide({ waiting: 6, breaches: 3, jain: 0.95, waits: { leads: 0, p50: null, p95: null, longest: null } }),
    })
    const row = (key: string) => rows.find((each) => each.key === key)
    expect(row('waiting')).toMatchObject({ published: '20', draft: '6', change: '14 fewer' })
    expect(row('breaches')).toMatchObject({ published: 'no clock', draft: '3', change: '' })
    expect(row('jain')).toMatchObject({ published: '0.8', draft: '0.95', change: '0.15 higher' })
    expect(row('p50')).toMatchObject({ draft: 'none waited', change: '' })
    const without = measureRows({ published: aSide({ breaches: null }), draft: aSide({ breaches: null }) })
    expect(without.map((each) => each.key)).not.toContain('breaches')
    expect(row('assigned')).toMatchObject({ change: 'the same' })
  })

  it('lists every rep of either side once', () => {
    const only = (id: number, name: string, leads: number) => ({
      repId: repId(id),
      rep: `${name}@x.de`,
      name,
      weight: 1,
      leads,
      value: 0,
      fairShare: 1,
    })
    const rows = repRows({
      published: aSide({ byRep: [only(1, 'Mia', 4), only(2, 'Tom', 9)] }),
      draft: aSide({ byRep: [only(1, 'Mia', 5), only(3, 'Ada', 1)] }),
    })
    expect(rows.map((row) => [row.name, row.published, row.draft])).toEqual([
      ['Tom', 9, 0],
      ['Mia', 4, 5],
      ['Ada', 0, 1],
    ])
  })

  it('sorts numbers by size and leaves level rows as they came', () => {
    const rows = [
      { rule: 'B', times: 2 },
      { rule: 'A', times: 10 },
      { rule: 'C', times: 2 },
    ]
    expect(sorted(rows, { by: 'times', isDown: true }).map((row) => row.rule)).toEqual(['A', 'B', 'C'])
    expect(sorted(rows, { by: 'rule', isDown: false }).map((row) => row.rule)).toEqual(['A', 'B', 'C'])
  })
})
