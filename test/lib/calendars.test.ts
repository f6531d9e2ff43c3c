import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { type CalendarReading, readCalendar } from '../../src-main/lib/calendars.ts'

const BERLIN = 'Europe/Berlin'
const FROM = Date.parse('2026-11-01T00:00Z')
const TO = Date.parse('2027-11-01T00:00Z')
const lines = (...all: string[]): string => all.join('\r\n')
const event = (...all: string[]): string => lines('BEGIN:VEVENT', ...all, 'END:VEVENT')
const file = (...all: string[]): string => lines('BEGIN:VCALENDAR', 'VERSION:2.0', ...all, 'END:VCALENDAR', '')
const read = (text: string, zone = BERLIN): CalendarReading => readCalendar(text, zone, FROM, TO)
const iso = (at: number): string => new Date(at).toISOString().slice(0, 16)
const spells = (text: string, zone = BERLIN): string[] => read(text, zone).busy.map(({ from, to }) => `${iso(from)}/${iso(to)}`)
const starts = (text: string, zone = BERLIN): string[] => read(text, zone).busy.map(({ from }) => iso(from))
const said = (text: string): string =>
  read(text)
    .problems.map(({ line, message }) => `${String(line)}: ${message}`)
    .join('\n')
const at9 = (...all: string[]): string => file(event('DTSTART;TZID=Europe/Berlin:20261202T090000', 'DURATION:PT1H', ...all))

describe('R11 calendars: events', () => {
  it('reads name, summary, times by zone, UTC, floating and whole days', () => {
    const text = file(
      'X-WR-CALNAME:Ada\\, sales',
      event(
        'SUMMARY:Fold',
        ' ed\\; here',
        'DTSTART;TZID=America/New_York:20261201T090000',
        'DTEND;TZID=America/New_York:20261201T100000',
      ),
      event('DTSTART:20261202T090000Z', 'DURATION:PT90M'),
      event('DTSTART:20261203T090000', 'DTEND:20261203T100000'),
      event('DTSTART;VALUE=DATE:20261204', 'DTEND;VALUE=DATE:20261206'),
      event('DTSTART:20261208'),
    )
    expect(read(text).name).toBe('Ada, sales')
    expect(read(text).problems).toEqual([])
    expect(read(text).busy[0]).toEqual({
      from: Date.parse('2026-12-01T14:00Z'),
      to: Date.parse('2026-12-01T15:00Z'),
      summary: 'Folded; here',
      isAllDay: false,
    })
    expect(spells(text).slice(1)).toEqual([
      '2026-12-02T09:00/2026-12-02T10:30',
      '2026-12-03T08:00/2026-12-03T09:00',
      '2026-12-03T23:00/2026-12-05T23:00',
      '2026-12-07T23:00/2026-12-08T23:00',
    ])
    expect(read(text).busy.map(({ isAllDay }) => isAllDay)).toEqual([false, false, false, true, true])
    expect(spells(text, 'Asia/Kolkata')[2]).toBe('2026-12-03T03:30/2026-12-03T04:30')
  })

  it('takes nobody for busy who is free, or whose event is cancelled', () => {
    expect(starts(at9())).toHaveLength(1)
    expect(starts(at9('STATUS:TENTATIVE'))).toHaveLength(1)
    for (const line of ['TRANSP:TRANSPARENT', 'STATUS:CANCELLED', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'])
      expect(starts(at9(line))).toEqual([])
  })

  it('reads busy periods, several calendars, byte order mark, blank lines, lone line ends, alarms', () => {
    const table = lines(
      'BEGIN:VFREEBUSY',
      'FREEBUSY:20261201T090000Z/PT1H,20261202T090000Z/20261202T100000Z',
      'FREEBUSY;FBTYPE=FREE:20261203T090000Z/PT1H',
      'END:VFREEBUSY',
    )
    const alarm = lines('BEGIN:VALARM', 'TRIGGER:-PT15M', 'DURATION:PT9H', 'END:VALARM')
    const text = `\uFEFF${file(table)}\r\n\r\n${file(event('DTSTART:20261204T090000Z', '', alarm, 'DURATION:PT1H'))}`
    const expected = [
      '2026-12-01T09:00/2026-12-01T10:00',
      '2026-12-02T09:00/2026-12-02T10:00',
      '2026-12-04T09:00/2026-12-04T10:00',
    ]
    expect(spells(text)).toEqual(expected)
    expect(spells(text.replaceAll('\r\n', '\n'))).toEqual(expected)
    expect(spells(text.replaceAll('\r\n', '\r'))).toEqual(expected)
    expect(read(text).problems).toEqual([])
  })

  it('edge case 13: a night shift in a calendar ends by the clock, a duration by the stop watch', () => {
    const night = ['DTSTART;TZID=Europe/Berlin:20270327T220000']
    expect(spells(file(event(...night, 'DTEND;TZID=Europe/Berlin:20270328T060000')))).toEqual([
      '2027-03-27T21:00/2027-03-28T04:00',
    ])
    expect(spells(file(event(...night, 'DURATION:PT8H')))).toEqual(['2027-03-27T21:00/2027-03-28T05:00'])
    expect(spells(file(event('DTSTART;VALUE=DATE:20270328')))).toEqual(['2027-03-27T23:00/2027-03-28T22:00'])
    // 02:30 is not there that night: RFC 5545 reads it as half past three.
    expect(spells(file(event('DTSTART;TZID=Europe/Berlin:20270328T023000', 'DURATION:PT1H')))).toEqual([
      '2027-03-28T01:30/2027-03-28T02:30',
    ])
  })

  it('keeps the newest version of an event', () => {
    const version = (sequence: number, hour: string): string =>
      event('UID:a', `SEQUENCE:${sequence}`, `DTSTART:20261201T${hour}0000Z`, 'DURATION:PT1H')
    expect(starts(file(version(2, '10'), version(0, '09'), version(3, '14')))).toEqual(['2026-12-01T14:00'])
  })
})

describe('R11 calendars: repetitions', () => {
  it('repeats with exceptions, additions, moved and cancelled instances', () => {
    const text = file(
      event(
        'UID:a',
        'DTSTART;TZID=Europe/Berlin:20261202T090000',
        'DTEND;TZID=Europe/Berlin:20261202T100000',
        'RRULE:FREQ=DAILY;COUNT=6',
        'EXDATE;TZID=Europe/Berlin:20261203T090000',
        'RDATE;TZID=Europe/Berlin:20261220T120000',
        'RDATE;VALUE=PERIOD:20261221T080000Z/PT3H',
      ),
      event(
        'UID:a',
        'RECURRENCE-ID;TZID=Europe/Berlin:20261204T090000',
        'DTSTART;TZID=Europe/Berlin:20261204T150000',
        'DURATION:PT30M',
      ),
      event(
        'UID:a',
        'RECURRENCE-ID:20261205T080000Z',
        'DTSTART;TZID=Europe/Berlin:20261205T090000',
        'DURATION:PT1H',
        'STATUS:CANCELLED',
      ),
    )
    expect(read(text).problems).toEqual([])
    expect(spells(text)).toEqual([
      '2026-12-02T08:00/2026-12-02T09:00',
      '2026-12-04T14:00/2026-12-04T14:30',
      '2026-12-06T08:00/2026-12-06T09:00',
      '2026-12-07T08:00/2026-12-07T09:00',
      '2026-12-20T11:00/2026-12-20T12:00',
      '2026-12-21T08:00/2026-12-21T11:00',
    ])
  })

  it('excludes whole days, and instances of whole-day events by any writing of their day', () => {
    expect(starts(at9('RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20261203'))).toEqual([
      '2026-12-02T08:00',
      '2026-12-04T08:00',
    ])
    const days = file(
      event('UID:a', 'DTSTART;VALUE=DATE:20261202', 'RRULE:FREQ=DAILY;UNTIL=20261205T235959Z', 'EXDATE:20261203T000000'),
      event('UID:a', 'RECURRENCE-ID;TZID=W. Europe Standard Time:20261204T000000', 'DTSTART;VALUE=DATE:20261210'),
    )
    expect(starts(days)).toEqual(['2026-12-01T23:00', '2026-12-04T23:00', '2026-12-09T23:00'])
  })

  it('UNTIL in UTC is a moment, without a zone a wall time, as a date the whole day', () => {
    expect(starts(at9('RRULE:FREQ=DAILY;UNTIL=20261204T080000Z'))).toHaveLength(3)
    expect(starts(at9('RRULE:FREQ=DAILY;UNTIL=20261204T075959Z'))).toHaveLength(2)
    expect(starts(at9('RRULE:FREQ=DAILY;UNTIL=20261204T090000'))).toHaveLength(3)
    expect(starts(at9('RRULE:FREQ=DAILY;UNTIL=20261204'))).toHaveLength(3)
  })

  it('edge case 13: keeps its hour by the wall over clock changes', () => {
    const weekly = starts(at9('RRULE:FREQ=WEEKLY'))
    expect(weekly).toHaveLength(48)
    expect(new Set(weekly.map((when) => DateTime.fromISO(`${when}Z`, { zone: BERLIN }).toFormat('HH:mm')))).toEqual(
      new Set(['09:00']),
    )
  })

  it('gives the days that a day-by-day look at the rule gives, also from long ago', () => {
    const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 })
    const rule = fc.record({
      freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'MONTHLY BY DAY', 'YEARLY'),
      interval: fc.integer({ min: 1, max: 5 }),
      days,
      monthDays: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 }),
      months: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }), { nil: null }),
      count: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
      ordinal: fc.constantFrom(1, 2, 3, 4, -1, -2),
      start: fc
        .integer({ min: Date.parse('1998-01-01'), max: Date.parse('2027-03-01') })
        .map((when) => DateTime.fromMillis(when).setZone('UTC').startOf('day')),
    })
    fc.assert(
      fc.property(rule, ({ freq, interval, days: weekdays, monthDays, months, ordinal, count, start: anyStart }) => {
        // Counted from the start on, so from not too long ago.
        const start = count === null ? anyStart : anyStart.set({ year: 2026 })
        const byDay = `BYDAY=${weekdays.map((day) => names[day - 1]).join(',')}`
        const byMonthDay = `BYMONTHDAY=${monthDays.join(',')}`
        const byMonth = months === null ? '' : `;BYMONTH=${months.join(',')}`
        const parts = {
          DAILY: byDay,
          WEEKLY: byDay,
          MONTHLY: byMonthDay,
          'MONTHLY BY DAY': `BYDAY=${ordinal}${names[(weekdays[0] ?? 1) - 1]}`,
          YEARLY: byMonthDay,
        }[freq]
        const yearMonths = months ?? [start.month]
        const rrule = `FREQ=${freq.split(' ')[0]};INTERVAL=${interval};${parts}${freq === 'YEARLY' ? `;BYMONTH=${yearMonths.join(',')}` : byMonth}`
        const matches = (day: DateTime): boolean => {
          const weeks = Math.round(day.startOf('week').diff(start.startOf('week'), 'weeks').weeks)
          const monthsOn = day.year * 12 + day.month - start.year * 12 - start.month
          const isMonth = (freq === 'YEARLY' ? yearMonths : months)?.includes(day.month) ?? true
          const isNth =
            ordinal > 0 ? Math.ceil(day.day / 7) === ordinal : Math.ceil(((day.daysInMonth ?? 0) - day.day + 1) / 7) === -ordinal
          if (freq === 'DAILY')
            return isMonth && weekdays.includes(day.weekday) && Math.round(day.diff(start, 'days').days) % interval === 0
          if (freq === 'WEEKLY') return isMonth && weekdays.includes(day.weekday) && weeks % interval === 0
          if (freq === 'YEARLY') return isMonth && monthDays.includes(day.day) && (day.year - start.year) % interval === 0
          if (monthsOn % interval !== 0 || !isMonth) return false
          return freq === 'MONTHLY' ? monthDays.includes(day.day) : day.weekday === weekdays[0] && isNth
        }
        const expected: string[] = []
        const first = count === null ? DateTime.fromMillis(FROM, { zone: 'UTC' }) : start
        let left = count ?? Infinity
        for (let day = first; day.toMillis() < TO && left > 0; day = day.plus({ days: 1 })) {
          if (+day !== +start && (day < start || !matches(day))) continue
          left--
          if (day.toMillis() >= FROM) expected.push(day.toISODate() ?? '')
        }
        const found = starts(
          file(
            event(`DTSTART;VALUE=DATE:${start.toFormat('yyyyMMdd')}`, `RRULE:${rrule}${count === null ? '' : `;COUNT=${count}`}`),
          ),
          'UTC',
        )
        expect([rrule, ...found.map((when) => when.slice(0, 10))]).toEqual([rrule, ...expected])
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('leaves out the days that are not there', () => {
    expect(starts(file(event('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY')))).toEqual([])
    expect(starts(file(event('DTSTART;VALUE=DATE:20260131', 'RRULE:FREQ=MONTHLY')), 'UTC')).toHaveLength(7)
  })

  it('says what it can not repeat, and keeps the first time', () => {
    for (const rule of [
      'FREQ=SOMETIMES',
      'BYDAY=MO',
      'FREQ=YEARLY;BYWEEKNO=20',
      'RSCALE=HEBREW;FREQ=YEARLY',
      'FREQ=DAILY;UNTIL=soon',
    ]) {
      const reading = read(at9('SUMMARY:Odd', `RRULE:${rule}`))
      expect(reading.busy).toHaveLength(1)
      expect(reading.isCut).toBe(true)
      expect(reading.problems[0]?.line).toBe(3)
      expect(reading.problems[0]?.message).toMatch(/^The event "Odd": its repetitions can't be read/)
    }
  })
})

describe('R11 calendars: zones', () => {
  const nine = (tzid: string): string =>
    spells(file(event(`DTSTART;TZID=${tzid}:20261202T090000`, 'DURATION:PT1H')), 'Asia/Tokyo')[0]?.slice(0, 16) ?? ''
  it('knows IANA, Windows and Outlook names, with prefixes and without their quotes', () => {
    for (const name of [
      'Europe/Berlin',
      'W. Europe Standard Time',
      '"W. Europe Standard Time"',
      '/citadel.org/20211207_1/Europe/Berlin',
      'posix/Europe/Vaduz',
      '"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"',
      '(UTC+01:00) Amsterdam, Berlin, Bern',
      '(GMT +01:00)',
    ])
      expect(nine(name), name).toBe('2026-12-02T08:00')
    expect(nine('"(UTC-05:00) Eastern Time (US & Canada)"')).toBe('2026-12-02T14:00')
    expect(nine('Pacific Standard Time')).toBe('2026-12-02T17:00')
    expect(nine('"(GMT+10:00) Canberra, Melbourne, Sydney"')).toBe('2026-12-01T22:00')
    expect(nine('UTC')).toBe('2026-12-02T09:00')
  })

  it('reads a zone of the file by its own rules', () => {
    const own = lines(
      'BEGIN:VTIMEZONE',
      'TZID:Customized Time Zone',
      'BEGIN:STANDARD',
      'DTSTART:16011104T020000',
      'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:00010311T020000',
      'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0400',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    )
    const text = file(event('DTSTART;TZID=Customized Time Zone:20240103T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY'), own)
    expect(read(text).problems).toEqual([])
    for (const { from } of read(text).busy)
      expect(DateTime.fromMillis(from, { zone: 'America/New_York' }).toFormat('ccc HH:mm')).toBe('Wed 09:00')
    expect(read(text).busy).toHaveLength(52)
  })

  it('takes an unknown zone for the reader’s own, and says so once', () => {
    const text = file(
      event(
        'DTSTART;TZID=Middle Earth:20261202T090000',
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;COUNT=2',
        'EXDATE;TZID=Middle Earth:20261203T090000',
      ),
    )
    expect(spells(text)).toEqual(['2026-12-02T08:00/2026-12-02T09:00'])
    expect(said(text)).toBe('4: The time zone "Middle Earth" is not known; its times are read in Europe/Berlin.')
  })
})

describe('R11 calendars: files nobody should have sent', () => {
  it('says in one line that it is no calendar', () => {
    for (const text of ['', 'name,phone\nAda,123', '<html>', '\uFEFF', 'END:VCALENDAR', 'BEGIN:VEVENT\nEND:VEVENT'])
      expect(read(text)).toEqual({
        name: null,
        busy: [],
        problems: [{ line: null, message: expect.stringContaining('not a calendar') as string }],
        isCut: false,
      })
    const large = read('x'.repeat(20_000_001))
    expect([large.isCut, large.problems.length]).toEqual([true, 1])
  })

  it('loses one bad event and not the others, and names its line', () => {
    const text = file(
      event('SUMMARY:A', 'DTSTART:tomorrow'),
      event('SUMMARY:B'),
      event('DTSTART:20261202T090000Z', 'DURATION:PT1H'),
      event('DTSTART:20261203T090000Z', 'DTEND:20261202T090000Z'),
    )
    expect(starts(text)).toEqual(['2026-12-02T09:00'])
    expect(said(text).split('\n')).toEqual([
      '5: The event "A" has an unreadable start "tomorrow" and was left out.',
      '7: The event "B" has no start and was left out.',
      '16: The event: it ends before it begins.',
    ])
  })

  it('reads on where something is not closed, and leaves out what is cut off', () => {
    const whole = ['DTSTART:20261202T090000Z', 'DURATION:PT1H']
    expect(
      starts(
        lines(
          'BEGIN:VCALENDAR',
          'BEGIN:VEVENT',
          ...whole,
          'BEGIN:VALARM',
          event('DTSTART:20261203T090000Z', 'DURATION:PT1H'),
          'END:VCALENDAR',
        ),
      ),
    ).toHaveLength(2)
    const cut = read(lines('BEGIN:VCALENDAR', event(...whole), 'BEGIN:VEVENT', ...whole))
    expect([cut.busy.length, cut.isCut, cut.problems[0]?.line]).toEqual([1, true, 6])
  })

  const since1970 = ['DTSTART:19700101T000000Z', 'DURATION:PT1M']
  const repeated = (count: number, ...all: string[]): string =>
    file(...Array.from({ length: count }, (_, index) => event(`UID:${index}`, ...all)))
  it.each([
    ['every second since 1970', file(event(...since1970, 'RRULE:FREQ=SECONDLY')), true],
    ['a million counted', file(event(...since1970, 'RRULE:FREQ=SECONDLY;BYSECOND=1,2;COUNT=99999999')), true],
    ['counted, but plain', file(event(...since1970, 'RRULE:FREQ=SECONDLY;COUNT=99999999')), false],
    ['never', file(event(...since1970, 'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30')), true],
    ['never, by days', file(event(...since1970, 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')), false],
    ['never, by years', file(event(...since1970, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')), false],
    ['in a million years', file(event(...since1970, 'RRULE:FREQ=DAILY;INTERVAL=999999999')), false],
    ['500 that never come', repeated(500, ...since1970, 'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'), true],
    ['500 of every day', repeated(500, ...since1970, 'RRULE:FREQ=DAILY'), true],
    ['10,000 events', repeated(10_000, 'DTSTART:20261202T090000Z', 'DURATION:PT1H'), false],
    ['a million dates', file(event(...since1970, `EXDATE:${'20261201,'.repeat(1_000_000)}`)), false],
    ['as many lines', file(event(...since1970, 'EXDATE:20261201\r\n'.repeat(100_000))), true],
    ['depth', file('BEGIN:X\n'.repeat(500_000)), false],
    ['calendars in calendars', 'BEGIN:VCALENDAR\n'.repeat(500_000), false],
    [
      'a long line',
      file(
        event(
          'DTSTART:20261202T090000Z',
          `SUMMARY:${'x'.repeat(5_000_000)}`,
          `DTEND;X=${'";"'.repeat(500_000)}:20261202T100000Z`,
        ),
      ),
      false,
    ],
  ])('%s is bounded', (_, text, isCut) => {
    const started = performance.now()
    const reading = read(text)
    // Measured at 0.1 to 2.5 s; the machine may be busy.
    expect(performance.now() - started).toBeLessThan(15_000)
    expect(reading.isCut).toBe(isCut)
    expect(reading.busy.length).toBeLessThanOrEqual(50_000)
    expect(reading.problems.length).toBeLessThanOrEqual(201)
    if (isCut) expect(reading.problems.length).toBeGreaterThan(0)
  })

  it('never throws, whatever the lines are', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '20261202T090000',
        '20261202',
        'P1D',
        'FREQ=DAILY',
        'FREQ=MONTHLY;BYDAY=9MO',
        'FREQ=WEEKLY;BYDAY=XX',
        '20261202/P1D',
        'VEVENT',
        'VTIMEZONE',
      ),
    )
    const name = fc.constantFrom(
      'BEGIN',
      'END',
      'DTSTART',
      'DTEND',
      'DURATION',
      'RRULE',
      'RDATE',
      'EXDATE',
      'RECURRENCE-ID',
      'UID',
      'DTSTART;TZID=X',
      'DTSTART;VALUE=DATE',
      'TZOFFSETFROM',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value).map(([key, text]) => `${key}:${text}`)), (all) => {
        expect(() => read(file(event('DTSTART:20261202T090000Z', ...all)))).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })
})

// Real files lie beside the project on the developers' machines; where they don't, the suite says so and passes over them.
const CORPUS = join(import.meta.dirname, '../../../shared/data/ics')
const hasCorpus = existsSync(CORPUS)
// oxlint-disable-next-line no-console
if (!hasCorpus) console.warn('The corpus of real calendars (../shared/data/ics) is not here: its suite is passed over.')
describe.skipIf(!hasCorpus)('R11 calendars of other programs', () => {
  // Starts in 400 days from the day named, as two other libraries agree on them. What is free or cancelled is taken for busy here,
  // as those libraries don't ask; what has no length is nothing to be busy with (a third rule of badRRULE, 234 times).
  const agreed: [name: string, from: string, starts: number][] = [
    ['node-ical/badRRULE.ics', '2020-09-03', 804 - 234],
    ['node-ical/bad_ms_tz.ics', '2020-08-25', 34],
    ['node-ical/duplicate-uid-sequence.ics', '2024-01-15', 2],
    ['node-ical/duplicate-rrule-sequence.ics', '2024-01-01', 5],
    ['node-ical/exchange_whole_day_moved_recurrence.ics', '2026-02-19', 51],
    ['node-ical/google-calendar-kiev-tz.ics', '2016-08-25', 4],
    // One library alone reads this one, and misses the last: UNTIL is that very moment.
    ['node-ical/ms_timezones.ics', '2020-06-09', 372],
    ['node-ical/multi-era-vtimezone.ics', '1985-10-15', 1],
    ['node-ical/sabredav-school-holidays.ics', '2018-07-02', 1],
    ['node-ical/tentative-apple-calendar.ics', '2022-07-04', 4],
    ['node-ical/test_date_duration.ics', '2024-02-15', 1],
    ['node-ical/test_daily_recurring.ics', '2025-01-01', 30],
    ['node-ical/vtimezone-year-0001-dtstart.ics', '2024-06-01', 1],
    ['node-ical/example-rrule.ics', '2017-06-01', 8],
    ['icalendar/issue_466_convert_tzid_with_slash.ics', '2022-10-21', 58],
    ['icalendar/timezoned.ics', '2012-02-13', 1],
    ['ical.js/minimal.ics', '2012-06-30', 1],
    ['ical.js/only_dtstart_date.ics', '2012-06-30', 1],
    ['ical.js/duration_instead_of_dtend.ics', '2012-06-30', 1],
    ['ical.js/parserv2.ics', '2012-09-11', 286],
  ]
  it.each(agreed)('%s', (name, day, count) => {
    const text = readFileSync(join(CORPUS, name), 'utf8').replace(/^(?:TRANSP|STATUS|X-MICROSOFT-CDO-BUSYSTATUS):.*\r?\n/gm, '')
    const from = Date.parse(day)
    const reading = readCalendar(text, 'UTC', from, from + 400 * 86_400_000)
    expect(reading.busy).toHaveLength(count)
    expect(reading.isCut).toBe(false)
  })

  it('has its free/busy tables, and keeps 400 events beside a broken one', () => {
    const readAll = (name: string): CalendarReading =>
      readCalendar(readFileSync(join(CORPUS, name), 'utf8'), 'UTC', 0, Date.parse('2030-01-01'))
    expect(readAll('node-ical/vfreebusy-zimbra.ics').busy).toHaveLength(29)
    expect(readAll('icalendar/issue_27_multiple_periods_in_freebusy_multiple_freebusies.ics').busy).toHaveLength(8)
    expect(readAll('node-ical/large-file-with-late-error.ics').busy).toHaveLength(400)
    expect(readAll('node-ical/tentative-apple-calendar.ics').busy).toHaveLength(3)
  })

  it('every file is read without a throw and in order', () => {
    const names = hasCorpus
      ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ics'))
      : []
    for (const name of names) {
      const { busy } = readCalendar(readFileSync(join(CORPUS, name), 'utf8'), BERLIN, 0, Date.parse('2030-01-01'))
      expect(
        busy.every((spell, index) => spell.from < spell.to && spell.from >= (busy[index - 1]?.from ?? 0)),
        name,
      ).toBe(true)
    }
  })
})
