import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boundsOfRange,
  comparedWith,
  lengthOf,
  PRESETS,
  type RangeChoice,
  rangeOf,
  readRange,
  writeRange,
} from '../../src-renderer/lib/date-range.ts'
import { readReportPlace, writeReportPlace } from '../../src-renderer/features/reports/report-place.ts'
import { dayAfter, momentIn, wallClock } from '../../src-renderer/lib/zone-time.ts'

const BERLIN = 'Europe/Berlin'
const HOUR = 3_600_000
const iso = (at: number): string => new Date(at).toISOString()
const days = (choice: RangeChoice, today: string): string => writeRange(rangeOf(choice, today))
/** The days a report is compared with, both included, and the clock at the end. */
function compared(choice: RangeChoice, kind: 'previous' | 'year-ago', now: number, zone = BERLIN): [string, string, string] {
  const bounds = comparedWith(choice, kind, now, zone)
  if (bounds === null) throw new Error('compared with nothing')
  return [wallClock(bounds.from, zone).date, wallClock(bounds.to - 1, zone).date, wallClock(bounds.to, zone).time]
}

describe('the usual periods', () => {
  it.each([
    ['today', '2026-11-22..2026-11-22'],
    ['yesterday', '2026-11-21..2026-11-21'],
    ['last-7', '2026-11-16..2026-11-22'],
    ['last-30', '2026-10-24..2026-11-22'],
    ['last-90', '2026-08-25..2026-11-22'],
    ['this-month', '2026-11-01..2026-11-22'],
    ['last-month', '2026-10-01..2026-10-31'],
    ['this-quarter', '2026-10-01..2026-11-22'],
  ] as const)('%s is %s', (preset, expected) => {
    expect(days(preset, '2026-11-22')).toBe(expected)
  })

  it('reach over the turn of the year', () => {
    expect(days('last-month', '2027-01-05')).toBe('2026-12-01..2026-12-31')
    expect(days('this-quarter', '2027-02-28')).toBe('2027-01-01..2027-02-28')
    expect(days('yesterday', '2027-01-01')).toBe('2026-12-31..2026-12-31')
  })
})

describe('midnight in the zone of the desk', () => {
  it('is kept over both changes of the clocks', () => {
    const october = boundsOfRange({ from: '2026-10-25', to: '2026-10-25' }, BERLIN)
    expect([iso(october.from), (october.to - october.from) / HOUR]).toEqual(['2026-10-24T22:00:00.000Z', 25])
    const march = boundsOfRange({ from: '2026-03-29', to: '2026-03-29' }, BERLIN)
    expect([iso(march.from), (march.to - march.from) / HOUR]).toEqual(['2026-03-28T23:00:00.000Z', 23])
  })

  it('is an hour later where the clocks jump at midnight', () => {
    // Beirut, 29 March 2026: there is no 00:00.
    const { from, to } = boundsOfRange({ from: '2026-03-29', to: '2026-03-29' }, 'Asia/Beirut')
    expect(wallClock(from, 'Asia/Beirut')).toEqual({ date: '2026-03-29', time: '01:00' })
    expect((to - from) / HOUR).toBe(23)
  })

  it('leaves no moment out and counts none twice, in any zone', () => {
    const zones = fc.constantFrom(BERLIN, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Beirut', 'Pacific/Kiritimati', 'UTC')
    const day = fc.integer({ min: 0, max: 3_000 }).map((count) => dayAfter('2024-01-01', count))
    fc.assert(
      fc.property(zones, day, fc.integer({ min: 0, max: 100 }), (zone, from, length) => {
        const range = { from, to: dayAfter(from, length) }
        const next = { from: dayAfter(range.to), to: dayAfter(range.to, 3) }
        const bounds = boundsOfRange(range, zone)
        expect(boundsOfRange(next, zone).from).toBe(bounds.to)
        expect(wallClock(bounds.from, zone).date).toBe(range.from)
        expect(wallClock(bounds.from - 1, zone).date).toBe(dayAfter(range.from, -1))
        expect(lengthOf(range)).toBe(length + 1)
      }),
      { numRuns: 200 },
    )
  })
})

describe('what a period is compared with', () => {
  const now = momentIn('2026-11-22', '10:30', BERLIN)

  it('is as many days before it', () => {
    expect(compared({ from: '2026-11-09', to: '2026-11-15' }, 'previous', now)).toEqual(['2026-11-02', '2026-11-08', '00:00'])
    expect(compared('yesterday', 'previous', now)).toEqual(['2026-11-20', '2026-11-20', '00:00'])
  })

  it('ends at the same time of day while the period still runs', () => {
    expect(compared('today', 'previous', now)).toEqual(['2026-11-21', '2026-11-21', '10:30'])
    expect(compared('last-7', 'previous', now)).toEqual(['2026-11-09', '2026-11-15', '10:30'])
  })

  it('is a month for a month, whatever their lengths', () => {
    expect(compared('last-month', 'previous', now)).toEqual(['2026-09-01', '2026-09-30', '00:00'])
    expect(compared({ from: '2026-02-01', to: '2026-02-28' }, 'previous', now)).toEqual(['2026-01-01', '2026-01-31', '00:00'])
    expect(compared({ from: '2026-04-01', to: '2026-06-30' }, 'previous', now)).toEqual(['2026-01-01', '2026-03-31', '00:00'])
    expect(compared('this-month', 'previous', now)).toEqual(['2026-10-01', '2026-10-22', '10:30'])
    expect(compared('this-quarter', 'previous', now)).toEqual(['2026-07-01', '2026-08-22', '10:30'])
  })

  it('stays within the shorter month', () => {
    expect(compared('this-month', 'previous', momentIn('2026-03-31', '09:00', BERLIN))).toEqual([
      '2026-02-01',
      '2026-02-28',
      '09:00',
    ])
  })

  it('is the same days a year ago, also from the day that comes every four', () => {
    expect(compared({ from: '2026-10-10', to: '2026-10-20' }, 'year-ago', now)).toEqual(['2025-10-10', '2025-10-20', '00:00'])
    expect(compared({ from: '2028-02-29', to: '2028-02-29' }, 'year-ago', now)).toEqual(['2027-02-28', '2027-02-28', '00:00'])
    expect(compared({ from: '2025-02-01', to: '2025-02-28' }, 'year-ago', now)).toEqual(['2024-02-01', '2024-02-29', '00:00'])
  })

  it('is nothing when nothing is asked, and never empty', () => {
    expect(comparedWith('today', 'none', now, BERLIN)).toBeNull()
    const midnight = comparedWith('today', 'previous', momentIn('2026-11-22', '00:00', BERLIN), BERLIN)
    expect((midnight?.to ?? 0) - (midnight?.from ?? 0)).toBeGreaterThan(0)
  })
})

describe('the address of a report', () => {
  it('is read as it is written', () => {
    const days = { from: '2026-10-01', to: '2026-10-31' }
    for (const range of [...PRESETS, days]) {
      for (const comparison of ['none', 'previous', 'year-ago'] as const) {
        const place = { name: 'speed', range, comparison } as const
        expect(readReportPlace(writeReportPlace(place))).toEqual(place)
      }
    }
    expect(writeReportPlace({ name: 'speed', range: days, comparison: 'previous' })).toBe('speed/2026-10-01..2026-10-31/previous')
  })

  it.each(['2026-02-30..2026-03-01', '2026-10-31..2026-10-01', '2026-10-01', '1..2', '2026-10-01..2026-10-02..2026-10-03', ''])(
    'that says %j as its days is read as at first',
    (text) => {
      expect(readRange(text)).toBeNull()
      expect(readReportPlace(`speed/${text}/year-ago`)).toMatchObject({ name: 'speed', range: 'last-30', comparison: 'year-ago' })
    },
  )

  it('never fails, whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), (part) => {
        expect(readReportPlace(part).range).toBeTruthy()
      }),
    )
  })
})
