import { describe, expect, it } from 'vitest'
import { hoursOf, hoursSaid, officeWeek, weekdayIn, weekOf } from '../../../src-renderer/features/reps/hours.ts'
import { findReps } from '../../../src-renderer/features/reps/find-reps.ts'
import { blankRepForm, partOf, profileOf, repFormOf } from '../../../src-renderer/features/reps/rep-form.ts'
import { RepProfile } from '../../../src-main/contract/index.ts'
import { dayShort } from '../../../src-renderer/text/reps.ts'
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

  it.each([
    [[{ from: '17:00', to: '09:00' }], 'backwards'],
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
    expect('hours' in read && hoursSaid(read.hours, dayShort)).toBe('Mon to Fri 09:00–17:00; Sat 10:00–14:00')
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

  it('shows the strongest of the reasons not to take part', () => {
    expect(partOf({ isActive: true, isDraining: true, isPaused: true })).toBe('draining')
    expect(partOf({ isActive: false, isDraining: true, isPaused: true })).toBe('inactive')
  })
})

it('finds reps by any of their labels, without case and accents', () => {
  const reps = [
    aRep({ id: repId(1), name: 'Zoë Ångström', skills: ['Enterprise'] }),
    aRep({ id: repId(2), name: 'Tom', team: 'Inbound' }),
  ]
  expect(findReps(reps, 'zoe enter').map((rep) => rep.id)).toEqual([1])
  expect(findReps(reps, 'INBOUND').map((rep) => rep.id)).toEqual([2])
  expect(findReps(reps, ' ')).toHaveLength(2)
  expect(findReps(reps, 'nobody')).toEqual([])
})
