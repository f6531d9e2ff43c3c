import { describe, expect, it } from 'vitest'
import { type Measure, REPORT_PARTS, REPORTS } from '../../../src-main/contract/index.ts'
import { changeOf } from '../../../src-renderer/features/reports/compare-figure.ts'
import { figuresCsv, reportCsv, tableCsv, timelineCsv } from '../../../src-renderer/features/reports/report-csv.ts'
import { nextOrder, sortRows } from '../../../src-renderer/features/reports/sort-rows.ts'
import { spanTicks } from '../../../src-renderer/features/reports/span-ticks.ts'
import { spellsByDay, timelineDays } from '../../../src-renderer/features/reports/timeline-days.ts'
import { momentIn } from '../../../src-renderer/lib/zone-time.ts'
import { reportTerms as germanTerms } from '../../../src-renderer/text/de/report-terms.ts'
import { daysSaid, ofSaid, spanSaid, valueSaid } from '../../../src-renderer/text/report-figures.ts'
import { reportTerms, tableName, termOf } from '../../../src-renderer/text/report-terms.ts'
import { aCell, aReport } from '../helpers/a-report.ts'
import { repId } from '../helpers/builders.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('a number is written in its unit', () => {
  it.each<[Measure, number, string]>([
    ['count', 20_412, '20,412'],
    ['share', 0.256, '25.6%'],
    ['share', 0.004, '0.4%'],
    ['index', 1, '1.00'],
    ['money', 1_250, '€1,250'],
    ['number', 2.36, '2.4'],
    ['duration', 4 * MINUTE + 12_000, '4 min 12 sec'],
  ])('%s %d', (measure, value, said) => {
    expect(valueSaid(value, measure, 'received', 'EUR')).toBe(said)
  })

  it.each([
    [0, '0 sec'],
    [40, '< 1 sec'],
    [999, '< 1 sec'],
    [59_400, '59 sec'],
    [59_600, '1 min'],
    [HOUR - 1, '1 hr'],
    [HOUR + 59_000, '1 hr 1 min'],
    [26 * HOUR, '1 day 2 hr'],
    [DAY - 1, '1 day'],
    [3 * DAY + 25 * MINUTE, '3 days'],
  ])('%d ms as its two largest units', (ms, said) => {
    expect(spanSaid(ms)).toBe(said)
  })

  it('with its sign where it is a gap', () => {
    expect(valueSaid(2.4, 'number', 'gap', null)).toBe('+2.4')
    expect(valueSaid(-2.4, 'number', 'gap', null)).toBe('−2.4')
    expect(valueSaid(0, 'number', 'gap', null)).toBe('0')
  })

  it('beside what it is made of', () => {
    expect(ofSaid(412, 'breachRate')).toBe('of 412 leads')
    expect(ofSaid(12, 'acceptanceRate')).toBe('of 12 offers')
    expect(ofSaid(120, 'availableShare')).toBe('of 5 days')
  })

  it('and days are said once where they are one', () => {
    expect(daysSaid('2026-11-03', '2026-11-03')).toBe('Nov 3, 2026')
    expect(daysSaid('2026-11-01', '2026-11-30')).toMatch(/Nov 1.+30, 2026/)
  })
})

it.each([
  [0, '0 sec, 1 sec'],
  [2_300, '0 sec, 1 sec, 2 sec, 3 sec'],
  [35 * MINUTE, '0 sec, 10 min, 20 min, 30 min, 40 min'],
  [10 * HOUR, '0 sec, 2 hr, 4 hr, 6 hr, 8 hr, 10 hr'],
  [20 * DAY, '0 sec, 5 days, 10 days, 15 days, 20 days'],
  [900 * DAY, '0 sec, 180 days, 360 days, 540 days, 720 days, 900 days'],
])('An axis up to %d ms is marked as people count time', (longest, marks) => {
  expect(spanTicks(longest).map(spanSaid).join(', ')).toBe(marks)
})

describe('every number of every report', () => {
  it.each(REPORTS)('%s has a name and a meaning, in both languages', (name) => {
    const { figures, tables }: { figures: object; tables: Readonly<Record<string, { columns: object }>> } = REPORT_PARTS[name]
    const ids = [...Object.keys(figures), ...Object.values(tables).flatMap(({ columns }) => Object.keys(columns))]
    expect(ids.filter((id) => termOf(id, name).means.length < 10)).toEqual([])
    for (const table of Object.keys(tables)) expect(tableName(table)).not.toBe(table)
  })

  it('is told in German as well, with nothing left in English', () => {
    expect(Object.keys(germanTerms)).toEqual(Object.keys(reportTerms))
    const english = new Set(Object.values(reportTerms).map(({ means }) => means))
    expect(Object.values(germanTerms).filter(({ means }) => english.has(means))).toEqual([])
  })

  it('means what its report means by it', () => {
    expect(termOf('notTried', 'speed').name).toBe('Not tried yet')
    expect(termOf('notTried', 'leakage').name).toBe('Leaking with an owner')
  })
})

const figure = (id: string, measure: Measure, value: number | null) => ({ id, measure, ...aCell(value) })
const change = (id: string, measure: Measure, now: number | null, before: number | null, was = 'EUR') =>
  changeOf(figure(id, measure, now), figure(id, measure, before), { now: 'EUR', before: was })

describe('a figure against the earlier one', () => {
  it('is better or worse where one knows which way is good', () => {
    expect(change('speedP50', 'duration', 4 * MINUTE, 12 * MINUTE)).toEqual({
      points: 'down',
      said: '8 min faster',
      before: 'before: 12 min',
      verdict: 'better',
    })
    expect(change('speedP50', 'duration', 2 * HOUR, HOUR)).toMatchObject({ said: '1 hr slower', points: 'up', verdict: 'worse' })
    expect(change('leakRate', 'share', 0.08, 0.05)).toMatchObject({ said: '3 points higher', verdict: 'worse' })
    expect(change('acceptanceRate', 'share', 0.9, 0.85)).toMatchObject({ said: '5 points higher', verdict: 'better' })
    expect(change('notTried', 'count', 3, 9)).toMatchObject({ said: '6 fewer', points: 'down', verdict: 'better' })
    expect(change('velocity', 'money', 900, 1_000)).toMatchObject({ said: '€100 less', points: 'down', verdict: 'worse' })
    expect(change('jain', 'index', 0.98, 0.9)).toMatchObject({ said: '0.08 higher', verdict: 'better' })
  })

  it('is neither where more is only more', () => {
    expect(change('received', 'count', 40, 30)).toMatchObject({ said: '10 more', points: 'up', verdict: null })
    expect(change('shift', 'duration', 9 * HOUR, 8 * HOUR)).toMatchObject({ said: '1 hr more', verdict: null })
  })

  it('counts a gap by its size, whichever way it goes', () => {
    expect(change('largestGap', 'number', -2, 5)).toMatchObject({ said: '3 less', points: 'down', verdict: 'better' })
    expect(change('largestGap', 'number', -5, 2)).toMatchObject({ said: '3 more', verdict: 'worse' })
  })

  it('is unchanged when one could not see the difference', () => {
    expect(change('speedP50', 'duration', 60_100, 60_000)).toMatchObject({ said: 'unchanged', points: 'level', verdict: null })
    expect(change('wonShare', 'share', 0.1002, 0.1)).toMatchObject({ said: 'unchanged', verdict: null })
  })

  it('has nothing to say where nothing was measured, of this moment, or across currencies', () => {
    expect(change('speedP50', 'duration', null, 5)).toBeNull()
    expect(change('overdueNow', 'count', 3, 5)).toBeNull()
    expect(change('speedP50', 'duration', 5, null)).toMatchObject({ said: 'no earlier figure', before: '', verdict: null })
    expect(change('dealValue', 'money', 5, 9, 'USD')).toMatchObject({ said: 'earlier figure in another currency', verdict: null })
  })
})

const sources = aReport('conversion', {
  currency: 'EUR',
  tables: {
    conversionBySource: [
      {
        key: 'Fair',
        cells: { received: aCell(5), wonShare: aCell(null, 5), dealValue: aCell(1_000, 1), cycle: aCell(90_500, 1) },
      },
      { key: '=HYPERLINK("x")', cells: { received: aCell(40), wonShare: aCell(0.1, 40) } },
      { key: 'Äpfel', cells: { received: aCell(12), wonShare: aCell(0.5, 12) } },
    ],
  },
}).tables[0]
if (sources === undefined) throw new Error('no table')

describe('rows of a table', () => {
  const keys = (order: Parameters<typeof sortRows>[1]) => sortRows(sources, order).map(({ key }) => key)

  it('are put in order by a number, what was not measured last', () => {
    expect(keys({ column: 2, isDescending: true })).toEqual(['Äpfel', '=HYPERLINK("x")', 'Fair'])
    expect(keys({ column: 2, isDescending: false })).toEqual(['=HYPERLINK("x")', 'Äpfel', 'Fair'])
  })

  it('are put in order by name as people read it', () => {
    expect(keys({ column: null, isDescending: false })).toEqual(['=HYPERLINK("x")', 'Äpfel', 'Fair'])
  })

  it('go from most to least to as told', () => {
    const most = nextOrder(null, 1)
    const least = nextOrder(most, 1)
    expect([most, least, nextOrder(least, 1)]).toEqual([
      { column: 1, isDescending: true },
      { column: 1, isDescending: false },
      null,
    ])
    expect(nextOrder(most, null)).toEqual({ column: null, isDescending: false })
  })
})

describe('a report as CSV', () => {
  it('has units in its heads, numbers a machine reads, and no formula', () => {
    const report = aReport('conversion', { currency: 'EUR' })
    const text = tableCsv(report, sources)
    const [head, fair, formula] = text.replace('\ufeff', '').split('\r\n')
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(head).toBe(
      'Source,Received,Qualified (0-1),Won (0-1),Won of decided (0-1),Average deal (EUR),Time to win (s),Velocity a day (EUR)',
    )
    expect(fair).toBe('Fair,5,0,,0,1000,90.5,0')
    expect(formula).toBe('"\'=HYPERLINK(""x"")",40,0,0.1,0,0,0,0')
  })

  it('is one number a line when it is whole', () => {
    const report = aReport('speed', {
      figures: { speedP50: aCell(90_000, 12), notTried: aCell(3) },
      tables: { speedBands: [{ key: '60+', cells: { leads: aCell(4), leadsShare: aCell(0.1 + 0.2, 12) } }] },
    })
    const lines = reportCsv(report).replace('\ufeff', '').trimEnd().split('\r\n')
    expect(lines[0]).toBe('Part,Row,Number,Unit,Value,Of')
    expect(lines).toContain('Figures,All,"Speed to lead, median",s,90,12')
    expect(lines).toContain('What speed brings,over 1 hr,Share of leads,0-1,0.3,12')
    expect(lines).toHaveLength(1 + report.figures.length + 4)
    expect(figuresCsv(report)).toContain('Not tried yet,,3,\r\n')
  })

  it('tells spells as moments', () => {
    const spells = [{ from: 0, to: HOUR, state: 'busy' as const }]
    expect(timelineCsv(aReport('availability', { timeline: [{ repId: repId(1), name: '-1+1', spells }] }))).toContain(
      "'-1+1,1970-01-01T00:00:00.000Z,1970-01-01T01:00:00.000Z,Busy\r\n",
    )
  })
})

describe('the time of reps', () => {
  const zone = 'Europe/Berlin'
  const at = (day: string, time: string): number => momentIn(day, time, zone)

  it('is cut at midnight, and a day with a change of clocks has its own length', () => {
    const days = timelineDays({ from: at('2026-10-24', '00:00'), to: at('2026-10-27', '00:00') }, zone)
    expect(days.map(({ day, from, to }) => [day, (to - from) / HOUR])).toEqual([
      ['2026-10-24', 24],
      ['2026-10-25', 25],
      ['2026-10-26', 24],
    ])
    const spells = [{ from: at('2026-10-24', '22:00'), to: at('2026-10-26', '01:00'), state: 'available' as const }]
    expect(spellsByDay(spells, days).map(({ spent }) => spent.available / HOUR)).toEqual([2, 25, 1])
  })

  it('is told of the last two weeks of a long period', () => {
    const days = timelineDays({ from: at('2026-01-01', '00:00'), to: at('2026-04-01', '00:00') }, zone)
    expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([14, '2026-03-18', '2026-03-31'])
  })
})
