import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import {
  type Interval,
  type WorkingCalendar,
  addWorkingTime,
  isWorking,
  mergeIntervals,
  nextWorkingChange,
  workingIntervals,
  workingTimeBetween,
} from '../../src-main/lib/working-calendar.ts'
import type { HoursSpan } from '../../src-main/lib/working-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const BERLIN = 'Europe/Berlin'
const at = (text: string): number => Date.parse(text)
const iso = (when: number | null): string | null => (when === null ? null : new Date(when).toISOString().slice(0, 16))
const daily = (fromHour: number, toHour: number, days = [1, 2, 3, 4, 5]): HoursSpan[] =>
  days.map((weekday) => ({ weekday, fromMinute: fromHour * 60, toMinute: toHour * 60 }))
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const calendar = (hours: readonly HoursSpan[] | null, zone = BERLIN, off: Interval[] = []): WorkingCalendar => ({
  hours,
  zone,
  off,
})

// Moments about which clocks of these zones are changed, by half an hour, an hour, a whole day, at midnight and for Ramadan.
const CHANGES: Record<string, string[]> = {
  'Europe/Berlin': ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  'America/New_York': ['2026-03-08T07:00Z', '2026-11-01T06:00Z'],
  'Australia/Lord_Howe': ['2026-04-04T15:00Z', '2026-10-03T15:30Z'],
  'Asia/Kolkata': ['2026-06-01T00:00Z'],
  'America/Sao_Paulo': ['2018-02-18T02:00Z', '2018-11-04T03:00Z'],
  'Africa/Casablanca': ['2026-02-15T02:00Z', '2026-03-22T02:00Z'],
  'Pacific/Apia': ['2011-12-30T10:00Z', '2021-04-03T14:00Z'],
  'America/Havana': ['2026-03-08T05:00Z', '2026-11-01T05:00Z'],
  'Asia/Kathmandu': ['2026-01-01T00:00Z'],
  UTC: ['2026-01-01T00:00Z'],
}
const place = fc
  .constantFrom(...Object.entries(CHANGES).flatMap(([zone, changes]) => changes.map((change) => ({ zone, change: at(change) }))))
  .chain(({ zone, change }) =>
    fc.integer({ min: -2 * 1440, max: 600 }).map((minutes) => ({ zone, from: change + minutes * MINUTE })),
  )
const span = fc
  .record({ weekday: fc.integer({ min: 1, max: 7 }), a: fc.integer({ min: 0, max: 1440 }), b: fc.integer({ min: 0, max: 1440 }) })
  .map(({ weekday, a, b }) => ({ weekday, fromMinute: Math.min(a, b), toMinute: Math.max(a, b) }))
// Half of them every day, so that the night of the change is worked too.
const hours = fc.oneof(
  fc.constant(null),
  fc.array(span, { maxLength: 8 }),
  fc
    .array(span, { minLength: 1, maxLength: 3 })
    .map((spans) => spans.flatMap((one) => EVERY_DAY.map((weekday) => ({ ...one, weekday })))),
  fc.constantFrom(daily(0, 24, EVERY_DAY), [...daily(22, 24), ...daily(0, 6, [2, 3, 4, 5, 6])], daily(2, 3, EVERY_DAY)),
)
const DAYS = 3
const offMinutes = fc.array(
  fc.record({ start: fc.integer({ min: -300, max: DAYS * 1440 }), minutes: fc.integer({ min: 0, max: 900 }) }),
  { maxLength: 5 },
)

/** Whether each minute is worked, asked of luxon and of nothing of ours. */
function model(cal: WorkingCalendar, from: number, minutes: number): boolean[] {
  return Array.from({ length: minutes }, (_, minute) => {
    const when = from + minute * MINUTE
    if (cal.off.some((spell) => when >= spell.from && when < spell.to)) return false
    if (cal.hours === null) return true
    const wall = DateTime.fromMillis(when, { zone: cal.zone })
    const shown = wall.hour * 60 + wall.minute
    return cal.hours.some((one) => one.weekday === wall.weekday && shown >= one.fromMinute && shown < one.toMinute)
  })
}

function stretches(worked: boolean[], from: number): Interval[] {
  return mergeIntervals(
    worked.flatMap((is, minute) => (is ? [{ from: from + minute * MINUTE, to: from + (minute + 1) * MINUTE }] : [])),
  )
}

describe('R21 working time', () => {
  it('is what a clock looked at every minute shows, in every zone and about every clock change', () => {
    const minutes = DAYS * 1440
    fc.assert(
      fc.property(place, hours, offMinutes, fc.nat(minutes), fc.nat(1500), ({ zone, from }, week, spells, later, due) => {
        const off = mergeIntervals(
          spells.map((one) => ({ from: from + one.start * MINUTE, to: from + (one.start + one.minutes) * MINUTE })),
        )
        const cal = calendar(week, zone, off)
        const worked = model(cal, from, minutes)
        const to = from + minutes * MINUTE
        expect([...workingIntervals(cal, from, to)]).toEqual(stretches(worked, from))
        expect(workingTimeBetween(cal, from, to)).toBe(worked.filter(Boolean).length * MINUTE)

        const when = from + Math.min(later, minutes - 1) * MINUTE
        const rest = worked.slice(Math.min(later, minutes - 1))
        expect(isWorking(cal, when)).toBe(rest[0])
        const change = rest.findIndex((is) => is !== rest[0])
        const next = nextWorkingChange(cal, when)
        if (change >= 0) expect(next).toBe(when + change * MINUTE)
        else expect(next === null || next >= to).toBe(true)

        // The due time is where the minute that uses up the last of it ends; with none, where the first begins.
        const worksAt = rest.flatMap((is, minute) => (is ? [when + minute * MINUTE] : []))
        const last = worksAt[Math.max(0, due - 1)]
        const added = addWorkingTime(cal, when, due * MINUTE)
        if (last !== undefined) expect(added).toBe(due === 0 ? last : last + MINUTE)
        else expect(added === null || added >= to).toBe(true)
      }),
      { numRuns: 120 },
    )
  }, 60_000)

  it('adds what it measures, to the millisecond', () => {
    fc.assert(
      fc.property(place, hours, offMinutes, fc.nat(10 * DAY), fc.nat(MINUTE), ({ zone, from }, week, spells, ms, odd) => {
        const off = mergeIntervals(
          spells.map((one) => ({ from: from + one.start * MINUTE + odd, to: from + (one.start + one.minutes) * MINUTE })),
        )
        const cal = calendar(week, zone, off)
        const due = addWorkingTime(cal, from + odd, ms)
        if (due === null) return
        expect(workingTimeBetween(cal, from + odd, due)).toBe(ms)
        expect(ms === 0 ? isWorking(cal, due) : isWorking(cal, due - 1)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('R21 fifteen minutes of a lead that comes at 17:50 on Friday run out on Monday', () => {
    const cal = calendar(daily(9, 18))
    expect(iso(addWorkingTime(cal, at('2026-11-20T16:50Z'), 15 * MINUTE))).toBe('2026-11-23T08:05')
    expect(iso(addWorkingTime(cal, at('2026-11-20T16:45Z'), 15 * MINUTE))).toBe('2026-11-20T17:00')
    expect(iso(addWorkingTime(cal, at('2026-11-21T12:00Z'), 0))).toBe('2026-11-23T08:00')
  })

  it('R21 stands still over time off and holidays', () => {
    const christmas = [{ from: at('2026-12-24T13:00Z'), to: at('2026-12-26T23:00Z') }]
    const cal = calendar(daily(9, 18), BERLIN, christmas)
    expect(iso(addWorkingTime(cal, at('2026-12-24T12:30Z'), HOUR))).toBe('2026-12-28T08:30')
    expect(iso(nextWorkingChange(cal, at('2026-12-24T12:30Z')))).toBe('2026-12-24T13:00')
    expect(iso(nextWorkingChange(cal, at('2026-12-24T13:00Z')))).toBe('2026-12-28T08:00')
    expect(workingTimeBetween(cal, at('2026-12-24T00:00Z'), at('2026-12-29T00:00Z'))).toBe(14 * HOUR)
  })

  it('R21 runs always when hours are null, but for time off', () => {
    const off = [{ from: at('2026-11-21T10:00Z'), to: at('2026-11-21T11:00Z') }]
    expect(iso(addWorkingTime(calendar(null, BERLIN, off), at('2026-11-21T09:30Z'), HOUR))).toBe('2026-11-21T11:30')
    expect(nextWorkingChange(calendar(null), 0)).toBeNull()
    expect(nextWorkingChange(calendar(daily(0, 24, EVERY_DAY)), 0)).toBeNull()
    expect([...workingIntervals(calendar(daily(0, 24, EVERY_DAY)), 0, 1e15)]).toEqual([{ from: 0, to: 1e15 }])
  })

  it('R21 never falls due for a rep without hours, or away for years', () => {
    expect(addWorkingTime(calendar([]), 0, 0)).toBeNull()
    expect(nextWorkingChange(calendar([]), 0)).toBeNull()
    expect([...workingIntervals(calendar([]), 0, Number.MAX_SAFE_INTEGER)]).toEqual([])
    const away = calendar(daily(9, 17), BERLIN, [{ from: 0, to: 3 * 366 * DAY }])
    expect(addWorkingTime(away, DAY, 1)).toBeNull()
    expect(nextWorkingChange(away, DAY)).toBeNull()
    expect(addWorkingTime(calendar(daily(9, 10)), 0, Infinity)).toBeNull()
    expect(addWorkingTime(calendar([{ weekday: 1, fromMinute: 600, toMinute: 540 }]), 0, 1)).toBeNull()
  })

  it('edge case 13: night work goes over midnight as two spans, without a break', () => {
    const cal = calendar([...daily(22, 24), ...daily(0, 6, [2, 3, 4, 5, 6])])
    const monday = at('2026-11-23T12:00Z')
    expect([...workingIntervals(cal, monday, monday + DAY)]).toEqual([
      { from: at('2026-11-23T21:00Z'), to: at('2026-11-24T05:00Z') },
    ])
    expect(iso(nextWorkingChange(cal, at('2026-11-23T22:59Z')))).toBe('2026-11-24T05:00')
  })

  it('edge case 13: in spring the night shift is an hour shorter, in autumn an hour longer', () => {
    const night = calendar(daily(0, 6, [7]))
    expect(workingTimeBetween(night, at('2026-03-28T12:00Z'), at('2026-03-29T12:00Z'))).toBe(5 * HOUR)
    expect(workingTimeBetween(night, at('2026-10-24T12:00Z'), at('2026-10-25T12:00Z'))).toBe(7 * HOUR)
    expect(iso(addWorkingTime(night, at('2026-03-28T12:00Z'), 3 * HOUR))).toBe('2026-03-29T02:00')
    expect(iso(addWorkingTime(night, at('2026-10-24T12:00Z'), 4 * HOUR))).toBe('2026-10-25T02:00')
  })

  it('edge case 13: hours inside the missing hour are lost, hours that end in it end at the jump', () => {
    const saturday = at('2026-03-28T12:00Z')
    expect(iso(addWorkingTime(calendar(daily(2, 3, [7])), saturday, 0))).toBe('2026-04-05T00:00')
    const intoGap = calendar([{ weekday: 7, fromMinute: 60, toMinute: 150 }])
    expect([...workingIntervals(intoGap, saturday, saturday + DAY)]).toEqual([
      { from: at('2026-03-29T00:00Z'), to: at('2026-03-29T01:00Z') },
    ])
  })

  it('edge case 13: hours that come twice count twice', () => {
    const cal = calendar([{ weekday: 7, fromMinute: 60, toMinute: 150 }])
    const saturday = at('2026-10-24T12:00Z')
    expect([...workingIntervals(cal, saturday, saturday + DAY)].map(({ from, to }) => [iso(from), iso(to)])).toEqual([
      ['2026-10-24T23:00', '2026-10-25T00:30'],
      ['2026-10-25T01:00', '2026-10-25T01:30'],
    ])
  })

  it('edge case 13: an island that skips a day has no hours on it', () => {
    // Samoa had no 30 December 2011, a Friday.
    const cal = calendar(daily(0, 24, [5]), 'Pacific/Apia')
    expect(workingTimeBetween(cal, at('2011-12-29T00:00Z'), at('2012-01-02T00:00Z'))).toBe(0)
  })

  it('asks no further than it is asked', () => {
    const all = workingIntervals(calendar(daily(9, 17)), at('2026-11-23T00:00Z'), 8e15)
    expect(all.next().value).toEqual({ from: at('2026-11-23T08:00Z'), to: at('2026-11-23T16:00Z') })
  })
})

describe('merging intervals', () => {
  it('joins what meets or overlaps, leaves out the empty, and changes nothing it was given', () => {
    const list = [
      { from: 5, to: 6 },
      { from: 1, to: 3 },
      { from: 3, to: 4 },
      { from: 2, to: 3 },
      { from: 9, to: 9 },
      { from: 8, to: 7 },
    ]
    const copy = structuredClone(list)
    expect(mergeIntervals(list)).toEqual([
      { from: 1, to: 4 },
      { from: 5, to: 6 },
    ])
    expect(list).toEqual(copy)
  })
})
