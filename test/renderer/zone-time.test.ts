import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter, momentIn, wallClock } from '../../src-renderer/lib/zone-time.ts'

const zones = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'UTC',
)
const minutes = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 })

describe('A time typed in a zone', () => {
  it('is the moment at which the clock there shows it', () => {
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const shown = wallClock(minute * 60_000, zone)
        const moment = momentIn(shown.date, shown.time, zone)
        // Of an hour that comes twice, the first.
        expect(moment).toBeLessThanOrEqual(minute * 60_000)
        expect(wallClock(moment, zone)).toEqual(shown)
      }),
    )
  })

  it('is put off where the clock jumps over it, and is none where there is no such date', () => {
    expect(momentIn('2026-03-29', '02:30', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1, 30))
    expect(momentIn('2026-10-25', '02:30', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 0, 30))
    expect(momentIn('2026-10-25', '', 'Europe/Berlin')).toBeNaN()
    expect(dayAfter('2026-12-31')).toBe('2027-01-01')
  })
})
