import { describe, expect, it } from 'vitest'
import { readRepsCsv } from '../../src-main/intake/team/read-reps-csv.ts'
import { readCalendar } from '../../src-main/lib/calendars.ts'
import { toldReasonText as english } from '../../src-renderer/text/told-reasons.ts'
import { faultText } from '../../src-renderer/text/de/say.ts'
import { toldReasonText } from '../../src-renderer/text/de/told-reasons.ts'

const { said } = toldReasonText
/** Words that every English reason has some of, and no German one. */
const ENGLISH = /\b(the|is|are|it|and|were|has|have|of|not|no|there|to|already|than|with|needed)\b/

describe('A reason of the desk is said in German', () => {
  it('of a team file, whatever is wrong in it', () => {
    const files = [
      '',
      'name,email\n',
      'name,mail,emial,shoe,email,email\n',
      [
        'name,email,role,weight,capacity,time_zone,hours,ramp_percent,holidays,ramp_until',
        ',,boss,many,1.5,Berlin,Mon 9,200,Mars,31.12.',
        'Mia,mia@,rep,1,1,Nowhere,Mox 09:00-17:00,x,DE-BY,2026-02-30',
        'Tom,tom@firm.example,rep,1,1,,Mon 25:00-26:00,1,,',
        'Ann,tom@firm.example,rep,1,1,,Mon 09:00-09:00,1,,',
        'Ann,ann@firm.example,rep,1,1,,Mon,1,,',
        '"Bo" x,bo@firm.example,rep,1,1,,,1,,,,,too,many',
      ].join('\n'),
    ]
    const reasons = files.flatMap((file) => readRepsCsv(file).problems.map(({ reason }) => reason))
    expect(reasons.length).toBeGreaterThan(18)
    expect(reasons.filter((reason) => said(reason) === reason || ENGLISH.test(said(reason).replaceAll(/„[^“]*“/g, '')))).toEqual(
      [],
    )
    expect(said('tom@firm.example is new, and a new rep needs a name')).toBe(
      'tom@firm.example ist neu, und ein neuer Mitarbeiter braucht einen Namen',
    )
  })

  it('of a calendar, one by one and joined as the desk keeps them', () => {
    const event = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\n')
    const calendar = [
      'BEGIN:VCALENDAR',
      event('SUMMARY:No start'),
      event('SUMMARY:Bad "start"', 'DTSTART:soon'),
      event('SUMMARY:Backwards', 'DTSTART:20261102T100000Z', 'DTEND:20261102T090000Z'),
      event('DTSTART:20261102T100000Z', 'DTEND:later', 'EXDATE:never', 'RECURRENCE-ID:once'),
      event('SUMMARY:Moved', 'DTSTART:20261102T100000Z', 'DURATION:PT1H', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261102T100000Z'),
      event('SUMMARY:Ever', 'DTSTART:20261102T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYWEEKNO=4'),
      event('SUMMARY:Zoned', 'DTSTART;TZID=Moon/Crater:20261102T100000', 'DURATION:PT1H'),
      'BEGIN:VAVAILABILITY\nEND:VAVAILABILITY',
      'BEGIN:VFREEBUSY\nFREEBUSY:whenever\nEND:VFREEBUSY',
      'BEGIN:VEVENT\nSUMMARY',
    ].join('\n')
    const from = Date.UTC(2026, 10, 1)
    const read = (text: string): string[] =>
      readCalendar(text, 'Europe/Berlin', from, from + 90 * 86_400_000).problems.map(({ line, message }) =>
        line === null ? message : `Line ${line}: ${message}`,
      )
    const problems = [...read(calendar), ...read('<html>')]
    expect(problems.length).toBeGreaterThan(10)
    const bare = (text: string): string => text.replaceAll(/„.*?“|\(.*?\)/g, '')
    expect(problems.filter((problem) => said(problem) === problem || ENGLISH.test(bare(said(problem))))).toEqual([])
    // Nothing else of the desk stands beside what is no calendar at all.
    problems.pop()
    expect(said(problems.join(' '))).toBe(problems.map((problem) => said(problem)).join(' '))
  })

  it('of addresses, databases, backups and the system', () => {
    expect(said('there is no such server, or no network')).toBe(
      'diesen Server gibt es nicht, oder es besteht keine Netzverbindung',
    )
    expect(said('it is damaged (database disk image is malformed)')).toBe('sie ist beschädigt (ihr Inhalt ist zerstört)')
    expect(said("EACCES: permission denied, mkdir '/srv/desk'")).toBe('keine Berechtigung')
    expect(english.said("EACCES: permission denied, mkdir '/srv/desk'")).toBe('permission denied')
    expect(
      faultText['folder-not-writable']({ folder: '/srv/desk', reason: "EROFS: read-only file system, mkdir '/srv/desk'" }),
    ).toBe(
      'In den Ordner /srv/desk kann nicht geschrieben werden: der Datenträger ist schreibgeschützt. Nichts wurde gespeichert. Geben Sie sich dort Schreibrechte oder starten Sie mit einem anderen Ordner (--data).',
    )
    expect(faultText['bad-input']({ field: 'until', reason: 'it lies in the past' })).toBe(
      '„Bis“ passt nicht: es liegt in der Vergangenheit.',
    )
  })

  it('at once, also where a file was made to be slow, and as it is where nobody foresaw it', () => {
    const hostile = `there is no column "${'"; did you mean "'.repeat(60_000)}`
    const began = performance.now()
    expect(said(hostile)).toBe(hostile)
    expect(said('The event "'.repeat(20_000))).toContain('The event')
    expect(performance.now() - began).toBeLessThan(500)
    expect(said('the moon is in the way')).toBe('the moon is in the way')
  })
})
