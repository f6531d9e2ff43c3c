import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import {
  type HoursSpan,
  dayKey,
  hourKey,
  isWithinHours,
  localTime,
  nextHoursChange,
  nextMidnight,
} from '../../src-main/lib/working-time.ts'

const BERLIN = 'Europe/Berlin'
const at = (text: string): number => Date.parse(text)
const sunday = (from: number, to: number): HoursSpan[] => [{ weekday: 7, fromMinute: from * 60, toMinute: to * 60 }]
const zone = fc.constantFrom(
  BERLIN,
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Santiago',
  'UTC',
)
const moment = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') })

describe('working time', () => {
  it('reads the same wall clock as luxon, in every zone and on every day', () => {
    fc.assert(
      fc.property(moment, zone, (when, name) => {
        const wall = DateTime.fromMillis(when, { zone: name })
        expect(localTime(when, name)).toEqual({ weekday: wall.weekday, hour: wall.hour })
        expect(dayKey(when, name)).toBe(wall.toFormat('yyyy-MM-dd'))
        expect(hourKey(when, name)).toBe(wall.toFormat("yyyy-MM-dd'T'HH"))
        expect(nextMidnight(when, name)).toBe(wall.plus({ days: 1 }).startOf('day').toMillis())
      }),
      { numRuns: 500 },
    )
  })

  it('begins and ends by the wall clock', () => {
    const hours = [{ weekday: 1, fromMinute: 540, toMinute: 1050 }]
    expect(isWithinHours(hours, BERLIN, at('2026-11-23T07:59:59Z'))).toBe(false)
    expect(isWithinHours(hours, BERLIN, at('2026-11-23T08:00:00Z'))).toBe(true)
    expect(isWithinHours(hours, BERLIN, at('2026-11-23T16:30:00Z'))).toBe(false)
    expect(nextHoursChange(hours, BERLIN, at('2026-11-21T12:00:00Z'))).toBe(at('2026-11-23T08:00:00Z'))
    expect(nextHoursChange(hours, BERLIN, at('2026-11-23T08:00:00Z'))).toBe(at('2026-11-23T16:30:00Z'))
  })

  it('goes over midnight as two spans without a change between them', () => {
    const night = [
      { weekday: 1, fromMinute: 22 * 60, toMinute: 1440 },
      { weekday: 2, fromMinute: 0, toMinute: 6 * 60 },
    ]
    expect(nextHoursChange(night, BERLIN, at('2026-11-23T22:30:00Z'))).toBe(at('2026-11-24T05:00:00Z'))
  })

  it('in spring, hours that begin in the missing hour begin when the clock jumps', () => {
    expect(nextHoursChange(sunday(2.5, 10), BERLIN, at('2026-03-29T00:30:00Z'))).toBe(at('2026-03-29T01:00:00Z'))
  })

  it('in spring, hours that lie in the missing hour are of next week', () => {
    expect(nextHoursChange(sunday(2, 3), BERLIN, at('2026-03-29T00:30:00Z'))).toBe(at('2026-04-05T00:00:00Z'))
  })

  it('in autumn, the hour that comes twice counts twice', () => {
    const changes: string[] = []
    let when: number | null = at('2026-10-24T20:00:00Z')
    for (let more = 0; more < 4 && when !== null; more++) {
      when = nextHoursChange(sunday(1, 2.5), BERLIN, when)
      if (when !== null) changes.push(new Date(when).toISOString().slice(0, 16))
    }
    expect(changes).toEqual(['2026-10-24T23:00', '2026-10-25T00:30', '2026-10-25T01:00', '2026-10-25T01:30'])
  })

  it('never changes without hours, and with hours round the clock', () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 }))
    for (const hours of [null, [], always]) expect(nextHoursChange(hours, BERLIN, at('2026-03-29T00:30:00Z'))).toBeNull()
    expect(isWithinHours(null, BERLIN, 0)).toBe(true)
    expect(isWithinHours([], BERLIN, 0)).toBe(false)
  })

  it('between now and the next change, nothing changes; at it, everything does', () => {
    const span = fc
      .record({
        weekday: fc.integer({ min: 1, max: 7 }),
        fromMinute: fc.integer({ min: 0, max: 1439 }),
        toMinute: fc.integer({ min: 1, max: 1440 }),
      })
      .filter(({ fromMinute, toMinute }) => fromMinute < toMinute)
    fc.assert(
      fc.property(
        fc.array(span, { minLength: 1, maxLength: 4 }),
        zone,
        moment,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (hours, name, now, part) => {
          const next = nextHoursChange(hours, name, now)
          if (next === null) return
          expect(next).toBeGreaterThan(now)
          expect(isWithinHours(hours, name, next)).not.toBe(isWithinHours(hours, name, now))
          const between = now + Math.floor((next - 1 - now) * part)
          expect(isWithinHours(hours, name, between)).toBe(isWithinHours(hours, name, now))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('takes a zone nobody knows for UTC', () => {
    expect(dayKey(at('2026-11-21T23:30:00Z'), 'Mars/Olympus')).toBe('2026-11-21')
  })
})
