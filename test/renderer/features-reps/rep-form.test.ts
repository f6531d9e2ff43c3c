import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hoursOf, hoursSaid, isOverMidnight, officeWeek, weekdayIn, weekOf } from '../../../src-renderer/lib/week-hours.ts'
import { findReps, type RepFilter } from '../../../src-renderer/features/reps/find-reps.ts'
import { blankRepForm, partOf, profileOf, repFormOf } from '../../../src-renderer/features/reps/rep-form.ts'
import { RepProfile } from '../../../src-main/contract/index.ts'
import { blankTimeOff, timeOffOf } from '../../../src-renderer/features/reps/time-off-form.ts'
import { heldBack, spellSaid, weekWords } from '../../../src-renderer/text/reps.ts'
import { aRep, repId } from '../helpers/builders.ts'

describe('week hours', () => {
  it('come back as they were, two spans a day and midnight included', () => {
    const hours = [
      { weekday: 1, fromMinute: 540, toMinute: 720 },
      { weekday: 1, fromMinute: 780, toMinute: 1050 },
      { weekday: 6, fromMinute: 1320, toMinute: 1440 },
    ]
    expect(hoursOf(weekOf(hours))).toEqual({ hours })
  })

  it('take an end at 00:00 for the end of the day, as a time field writes it', () => {
    const week = officeWeek().with(6, [{ from: '20:00', to: '00:00' }])
    expect(hoursOf(week)).toMatchObject({ hours: expect.arrayContaining([{ weekday: 7, fromMinute: 1200, toMinute: 1440 }]) })
  })

  it('over midnight are one span of the day they begin on', () => {
    const hours = [
      { weekday: 1, fromMinute: 0, toMinute: 360 },
      { weekday: 7, fromMinute: 1320, toMinute: 1440 },
    ]
    expect(weekOf(hours)[6]).toEqual([{ from: '22:00', to: '06:00' }])
    expect(weekOf(hours)[0]).toEqual([])
    expect(isOverMidnight({ from: '22:00', to: '06:00' })).toBe(true)
    expect(isOverMidnight({ from: '22:00', to: '00:00' })).toBe(false)
    expect(hoursOf(weekOf(hours))).toEqual({ hours })
  })

  it('come back as they were, whatever they are', () => {
    const span = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      ends: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(span, { selector: ({ weekday }) => weekday, maxLength: 7 }), (days) => {
        const hours = days
          .flatMap(({ weekday, ends }) => {
            const sorted = ends.toSorted((a, b) => a - b)
            return [0, 2].flatMap((at) => {
              const [fromMinute, toMinute] = [sorted[at], sorted[at + 1]]
              return fromMinute === undefined || toMinute === undefined ? [] : [{ weekday, fromMinute, toMinute }]
            })
          })
          .toSorted((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute)
        expect(hoursOf(weekOf(hours))).toEqual({ hours })
      }),
    )
  })

  it.each([
    [[{ from: '09:00', to: '09:00' }], 'backwards'],
    [[{ from: '', to: '09:00' }], 'unreadable'],
    [
      [
        { from: '08:00', to: '12:00' },
        { from: '11:00', to: '13:00' },
      ],
      'overlap',
    ],
  ] as const)('%j cannot be: %s', (spans, reason) => {
    expect(hoursOf(officeWeek().with(2, [...spans]))).toEqual({ weekday: 3, reason })
  })

  it('are told with equal days together', () => {
    const week = officeWeek().with(5, [{ from: '10:00', to: '14:00' }])
    const read = hoursOf(week)
    expect('hours' in read && hoursSaid(read.hours, weekWords)).toBe('Mon to Fri 9:00 AM–5:00 PM; Sat 10:00 AM–2:00 PM')
  })

  it('begin on the weekday of the zone', () => {
    const sundayNight = Date.UTC(2026, 10, 1, 23, 30)
    expect(weekdayIn(sundayNight, 'UTC')).toBe(7)
    expect(weekdayIn(sundayNight, 'Europe/Berlin')).toBe(1)
  })
})

describe('the form of a rep', () => {
  it('gives back the profile it was filled from', () => {
    const rep = aRep({
      skills: ['enterprise'],
      capacity: 20,
      dailyCap: null,
      weight: 2.5,
      team: null,
      isPaused: true,
      hours: [{ weekday: 2, fromMinute: 480, toMinute: 960 }],
      timeZone: 'Europe/Berlin',
      rampPercent: 50,
      rampUntil: Date.UTC(2026, 11, 1),
      holidays: 'none',
    })
    expect(profileOf(repFormOf(rep))).toEqual({ profile: RepProfile.parse(rep) })
  })

  it('says what is missing, field by field', () => {
    const read = profileOf({ ...blankRepForm(), email: 'mia@', weight: -1, capacity: 1.5, dailyCap: 'many' })
    expect('errors' in read && Object.keys(read.errors).toSorted()).toEqual(['capacity', 'dailyCap', 'email', 'name', 'weight'])
  })

  it('takes an empty weight for a mistake and an empty limit for none', () => {
    const form = { ...blankRepForm(), name: 'Mia', email: 'mia@example.com' }
    expect(profileOf(form)).toMatchObject({ profile: { capacity: null, weight: 1, hours: null } })
    expect(profileOf({ ...form, weight: '' })).toMatchObject({ errors: { weight: expect.any(String) } })
  })

  it('R18 forgets the end of a ramp that is none, and refuses more than all', () => {
    const form = { ...blankRepForm(), name: 'Mia', email: 'mia@example.com', rampUntil: 5 }
    expect(profileOf(form)).toMatchObject({ profile: { rampPercent: null, rampUntil: null } })
    expect(profileOf({ ...form, rampPercent: 120 })).toMatchObject({ errors: { rampPercent: expect.any(String) } })
  })

  it('shows the strongest of the reasons not to take part', () => {
    expect(partOf({ isActive: true, isDraining: true, isPaused: true })).toBe('draining')
    expect(partOf({ isActive: false, isDraining: true, isPaused: true })).toBe('inactive')
  })
})

describe('time off', () => {
  const zone = 'Europe/Berlin'
  const now = Date.UTC(2026, 9, 20, 12)
  const form = blankTimeOff(now, zone)

  it('is from midnight to midnight where the rep is, also over a change of the clock', () => {
    const read = timeOffOf({ ...form, first: '2026-10-24', last: '2026-10-25' }, zone, now)
    expect(read).toEqual({ from: Date.UTC(2026, 9, 23, 22), to: Date.UTC(2026, 9, 25, 23) })
    expect('from' in read && spellSaid(read.from, read.to, zone)).toMatch(/24.*2026 – .*25.*2026/)
  })

  it('has times when it is not all day', () => {
    const read = timeOffOf(
      { ...form, allDay: false, from: '09:00', to: '12:30', first: '2026-10-26', last: '2026-10-26' },
      zone,
      now,
    )
    expect(read).toEqual({ from: Date.UTC(2026, 9, 26, 8), to: Date.UTC(2026, 9, 26, 11, 30) })
    expect('from' in read && spellSaid(read.from, read.to, zone)).toMatch(/, 9:00 AM – 12:30 PM$/)
  })

  it.each([
    [{ first: '2026-10-26', last: '2026-10-25' }, 'The end is before the beginning.'],
    [{ first: '2026-10-26', last: '2026-10-26', allDay: false, from: '', to: '12:00' }, 'Fill in both times.'],
    [{ first: '2026-10-01', last: '2026-10-02' }, 'This is over already.'],
  ])('%j is refused', (parts, error) => {
    expect(timeOffOf({ ...form, ...parts }, zone, now)).toEqual({ error })
  })
})

describe('what keeps a rep back', () => {
  const now = Date.UTC(2026, 9, 20, 12)
  it.each([
    [{}, null],
    [
      { isActive: false, isPaused: true },
      { kind: 'out', said: 'Inactive' },
    ],
    [{ isPaused: true }, { kind: 'paused', said: 'Paused' }],
    [
      { isOnTimeOff: true, isInHours: false },
      { kind: 'off', said: 'Time off' },
    ],
    [
      { isInHours: false, hoursChangeAt: now + 60_000 },
      { kind: 'off', said: expect.stringMatching(/^Off shift until \d/) },
    ],
  ])('%j', (parts, expected) => {
    expect(heldBack(aRep(parts), now)).toEqual(expected)
  })
})

it('a new rep begins with the hours of the desk', () => {
  const hours = [{ weekday: 1, fromMinute: 510, toMinute: 1020 }]
  const form = { ...blankRepForm(hours), name: 'Mia', email: 'mia@example.com' }
  expect(profileOf(form)).toMatchObject({ profile: { hours } })
  expect(profileOf({ ...blankRepForm(null), name: 'Mia', email: 'mia@example.com' })).toMatchObject({ profile: { hours: null } })
})

const everyone: RepFilter = { search: '', team: null, standing: null }

it('finds reps by any of their labels, without case and accents', () => {
  const reps = [
    aRep({ id: repId(1), name: 'Zoë Ångström', skills: ['Enterprise'] }),
    aRep({ id: repId(2), name: 'Tom', team: 'Inbound' }),
  ]
  expect(findReps(reps, { ...everyone, search: 'zoe enter' }).map((rep) => rep.id)).toEqual([1])
  expect(findReps(reps, { ...everyone, search: 'INBOUND' }).map((rep) => rep.id)).toEqual([2])
  expect(findReps(reps, { ...everyone, search: ' ' })).toHaveLength(2)
  expect(findReps(reps, { ...everyone, search: 'nobody' })).toEqual([])
  expect(findReps(reps, { ...everyone, team: 'Inbound' }).map((rep) => rep.id)).toEqual([2])
})
