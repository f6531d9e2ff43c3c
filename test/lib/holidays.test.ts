import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { holidayRegions, holidaysBetween, isHolidayRegion } from '../../src-main/lib/holidays.ts'

const BERLIN = 'Europe/Berlin'
const startOf = (day: string, zone: string): number => DateTime.fromISO(day, { zone }).toMillis()
/** `2026-06-04 Fronleichnam`, the local days of a year. */
function daysOf(code: string, zone: string, year: number, choice = {}): string[] {
  return holidaysBetween(code, zone, startOf(`${year}-01-01`, zone), startOf(`${year + 1}-01-01`, zone), choice).map(
    ({ from, name }) => `${DateTime.fromMillis(from, { zone }).toISODate()} ${name}`,
  )
}

describe('R11 holidays', () => {
  it('Bavaria has Corpus Christi, Berlin has Women’s Day', () => {
    expect(daysOf('DE-BY', BERLIN, 2026)).toContain('2026-06-04 Fronleichnam')
    const berlin = daysOf('DE-BE', BERLIN, 2026)
    expect(berlin.join()).not.toContain('Fronleichnam')
    expect(berlin.some((day) => day.startsWith('2026-03-08'))).toBe(true)
    expect(daysOf('DE', BERLIN, 2026)).toHaveLength(9)
  })

  it('Thanksgiving 2026 is 26 November, a whole day of the rep’s zone and not of the country', () => {
    const [from, to] = [Date.parse('2026-11-20T00:00Z'), Date.parse('2026-12-01T00:00Z')]
    expect(holidaysBetween('US', 'America/New_York', from, to)).toEqual([
      { from: Date.parse('2026-11-26T05:00Z'), to: Date.parse('2026-11-27T05:00Z'), name: 'Thanksgiving Day' },
    ])
    expect(holidaysBetween('US', 'Pacific/Honolulu', from, to)[0]?.from).toBe(Date.parse('2026-11-26T10:00Z'))
  })

  it('gives the substitute days of England when Christmas is on a weekend', () => {
    const days = daysOf('GB-ENG', 'Europe/London', 2027).map((day) => day.slice(0, 10))
    expect(days).toContain('2027-12-27')
    expect(days).toContain('2027-12-28')
    expect(daysOf('GB-SCT', 'Europe/London', 2026).some((day) => day.startsWith('2026-11-30'))).toBe(true)
  })

  it('leaves bank holidays out unless asked, and keeps the hours of half days', () => {
    expect(daysOf('DE-BY', BERLIN, 2026).join()).not.toContain('Heiliger Abend')
    const eve = holidaysBetween('DE-BY', BERLIN, startOf('2026-12-24', BERLIN), startOf('2026-12-25', BERLIN), { withBank: true })
    expect(eve).toEqual([{ from: Date.parse('2026-12-24T13:00Z'), to: Date.parse('2026-12-24T23:00Z'), name: 'Heiliger Abend' }])
    const iceland = holidaysBetween('IS', 'Atlantic/Reykjavik', Date.parse('2026-12-24'), Date.parse('2026-12-25'))
    expect(iceland.map(({ from, to }) => [from, to])).toEqual([[Date.parse('2026-12-24T13:00Z'), Date.parse('2026-12-25')]])
  })

  it('takes days that begin at sunset as civil days', () => {
    const eid = holidaysBetween('AE', 'Asia/Dubai', startOf('2026-03-18', 'Asia/Dubai'), startOf('2026-03-25', 'Asia/Dubai'))
    expect(eid).toHaveLength(1)
    expect(DateTime.fromMillis(eid[0]?.from ?? 0, { zone: 'Asia/Dubai' }).toISO()).toBe('2026-03-20T00:00:00.000+04:00')
    expect(((eid[0]?.to ?? 0) - (eid[0]?.from ?? 0)) / 3_600_000).toBe(72)
  })

  it('edge case 13: the day of a clock change is 23 or 25 hours, and begins at the jump where midnight is missing', () => {
    const easter = holidaysBetween('DE-BB', BERLIN, Date.parse('2027-03-27T12:00Z'), Date.parse('2027-03-28T12:00Z'))
    expect(easter.map(({ from, to }) => (to - from) / 3_600_000)).toEqual([23])
    // In Paraguay 3 October 2010 began at one o'clock.
    const jump = holidaysBetween('DE', 'America/Asuncion', Date.parse('2010-10-01'), Date.parse('2010-10-30'))
    expect(jump.map(({ from, to }) => [from, to])).toEqual([[Date.parse('2010-10-03T04:00Z'), Date.parse('2010-10-04T03:00Z')]])
  })

  it('gives every holiday that touches the time asked for, uncut, over New Year too', () => {
    const newYear = holidaysBetween(
      'AM',
      'Asia/Yerevan',
      startOf('2026-01-02', 'Asia/Yerevan') + 1,
      startOf('2026-01-02', 'Asia/Yerevan') + 2,
    )
    expect(newYear.map(({ from }) => from)).toEqual([startOf('2026-01-01', 'Asia/Yerevan')])
    const over = holidaysBetween(
      'SZ',
      'Africa/Mbabane',
      startOf('2027-01-02', 'Africa/Mbabane'),
      startOf('2027-01-03', 'Africa/Mbabane'),
    )
    expect(over[0]?.from).toBe(startOf('2026-12-28', 'Africa/Mbabane'))
  })

  it('knows its regions, and none for an unknown code', () => {
    const codes = holidayRegions().map((region) => region.code)
    expect(codes.length).toBeGreaterThan(500)
    expect(new Set(codes).size).toBe(codes.length)
    expect(holidayRegions().find(({ code }) => code === 'DE-BY')?.name).toContain('Germany: ')
    for (const code of ['DE', 'DE-BY', 'US-CA', 'GB-ENG']) expect(isHolidayRegion(code)).toBe(true)
    for (const code of ['', 'de', 'XX', 'DE-XX', 'DE-BY-A', '__proto__']) expect(isHolidayRegion(code)).toBe(false)
    expect(holidaysBetween('XX', BERLIN, 0, 1e12)).toEqual([])
    expect(holidaysBetween(null, BERLIN, 0, 1e12)).toEqual([])
  })

  it('every country answers for a year', () => {
    const from = Date.parse('2026-01-01')
    const countries = holidayRegions().filter(({ code }) => !code.includes('-'))
    const none = countries.filter(({ code }) => holidaysBetween(code, 'UTC', from, from + 365 * 86_400_000).length === 0)
    expect(none).toEqual([])
  }, 60_000)

  it('loads nothing before it is asked', () => {
    const file = join(import.meta.dirname, '../../src-main/lib/holidays.ts')
    const script = `await import(${JSON.stringify(file)}); const { createRequire } = await import('node:module');
      console.log(Object.keys(createRequire(${JSON.stringify(file)}).cache).filter((name) => name.includes('date-holidays')).length)`
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).trim()).toBe('0')
  })
})
