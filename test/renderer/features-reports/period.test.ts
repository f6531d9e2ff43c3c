import { describe, expect, it } from 'vitest'
import type { OverviewReport } from '../../../src-main/contract/index.ts'
import { boundsOf, dayIn } from '../../../src-renderer/lib/period.ts'
import { repShares, tableCsv } from '../../../src-renderer/features/reports/report-tables.ts'
import { csvText } from '../../../src-renderer/lib/csv-text.ts'
import { rateSaid, speedSaid } from '../../../src-renderer/text/reports.ts'
import { NOON, repId } from '../helpers/builders.ts'

const iso = (at: number | undefined): string => new Date(at ?? 0).toISOString()
const period = (parts: object) => ({ kind: '30' as const, from: '', to: '', ...parts })

describe('a period', () => {
  it('is whole days of the desk, today included', () => {
    const bounds = boundsOf(period({ kind: '7' }), NOON, 'Europe/Berlin')
    expect([iso(bounds?.from), iso(bounds?.to)]).toEqual(['2026-10-26T23:00:00.000Z', '2026-11-02T23:00:00.000Z'])
  })

  it('keeps to midnight over a change of clocks', () => {
    // Clocks went back on 25 October.
    const bounds = boundsOf(period({ kind: '30' }), NOON, 'Europe/Berlin')
    expect(iso(bounds?.from)).toBe('2026-10-03T22:00:00.000Z')
  })

  it.each(['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland', 'Pacific/Kiritimati', 'Asia/Kolkata'])(
    'of days chosen includes both ends in %s',
    (zone) => {
      const bounds = boundsOf(period({ kind: 'custom', from: '2026-11-02', to: '2026-11-03' }), NOON, zone)
      expect(bounds).not.toBeNull()
      expect(dayIn(bounds?.from ?? 0, zone)).toBe('2026-11-02')
      expect(dayIn((bounds?.from ?? 0) - 1, zone)).toBe('2026-11-01')
      expect(dayIn((bounds?.to ?? 0) - 1, zone)).toBe('2026-11-03')
      expect((bounds?.to ?? 0) - (bounds?.from ?? 0)).toBe(2 * 86_400_000)
    },
  )

  it('that ends before it begins, or has no end, is none', () => {
    expect(boundsOf(period({ kind: 'custom', from: '2026-11-03', to: '2026-11-01' }), NOON, 'UTC')).toBeNull()
    expect(boundsOf(period({ kind: 'custom', from: '2026-11-03', to: '' }), NOON, 'UTC')).toBeNull()
  })
})

const rep = (id: number, name: string, weight: number, assigned: number): OverviewReport['byRep'][number] => ({
  repId: repId(id),
  rep: `${name}@x.de`,
  name,
  weight,
  assigned,
  attempted: 0,
  won: 0,
  open: 0,
})

describe('the figures', () => {
  it('put a share beside what the weights alone would give', () => {
    const report = { byRep: [rep(1, 'Ada', 1, 10), rep(2, 'Mia', 3, 30)] } as OverviewReport
    expect(repShares(report).map(({ name, share, byWeight }) => [name, share, byWeight])).toEqual([
      ['Mia', 0.75, 0.75],
      ['Ada', 0.25, 0.25],
    ])
  })

  it('make no rate of fewer than ten leads', () => {
    expect(rateSaid(3, 9)).toBe('too few')
    expect(rateSaid(3, 10)).toBe('30%')
    expect(rateSaid(0, 0)).toBe('–')
  })

  it('say a speed, and a dash where there is none', () => {
    expect(speedSaid(null)).toBe('–')
    expect(speedSaid(40)).toBe('< 1 sec')
    expect(speedSaid(12_000)).toBe('12 sec')
  })

  it('leave as CSV, with what a spreadsheet would run made harmless', () => {
    expect(
      csvText(
        ['A', 'B'],
        [
          ['=1+1', 2],
          ['say "hi", you', null],
        ],
      ),
    ).toBe('A,B\r\n\'=1+1,2\r\n"say ""hi"", you",\r\n')
    const report = { bySource: [{ source: '@fair', received: 2, assigned: 1, won: 0 }] } as OverviewReport
    expect(tableCsv(report, 'source')).toBe("Source,Received,Assigned,Won\r\n'@fair,2,1,0\r\n")
  })
})
