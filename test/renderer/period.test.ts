import { describe, expect, it } from 'vitest'
import { csvText } from '../../src-renderer/lib/csv-text.ts'
import { boundsOf, dayIn } from '../../src-renderer/lib/period.ts'
import { NOON } from './helpers/builders.ts'

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

it('A table leaves as CSV with what a spreadsheet would run made harmless', () => {
  expect(
    csvText(
      ['A', 'B'],
      [
        ['=1+1', 2],
        ['say "hi", you', null],
      ],
    ),
  ).toBe('A,B\r\n\'=1+1,2\r\n"say ""hi"", you",\r\n')
})
