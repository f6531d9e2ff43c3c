import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importAccountsFile } from '../../../src-main/intake/team/import-accounts-file.ts'
import { importRepsFile } from '../../../src-main/intake/team/import-reps-file.ts'
import { readAccountsCsv } from '../../../src-main/intake/team/read-accounts-csv.ts'
import { readHours } from '../../../src-main/intake/team/read-hours.ts'
import { readRepsCsv } from '../../../src-main/intake/team/read-reps-csv.ts'
import { setAvailability } from '../../../src-main/desk/change-reps.ts'
import { addReps, aProfile, arrive, openTestDesk, publish } from '../../helpers/open-test-desk.ts'

const HEADER = 'name,email,role,team,skills,languages,products,tier,territories,weight,capacity,daily_cap,time_zone,hours'
const span = (weekday: number, from: string, to: string) => {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  return { weekday, fromMinute: minutes(from), toMinute: minutes(to) }
}

describe('working hours', () => {
  it('are read as people write them', () => {
    expect(readHours('Mon-Fri 09:00-17:30; Sat 10:00-14:00')).toEqual([
      ...[1, 2, 3, 4, 5].map((day) => span(day, '09:00', '17:30')),
      span(6, '10:00', '14:00'),
    ])
    expect(readHours('Mo-Mi, Fr 9-12, 13-17')).toEqual(
      [1, 2, 3, 5].flatMap((day) => [span(day, '09:00', '12:00'), span(day, '13:00', '17:00')]),
    )
    expect(readHours('Fri-Mon 10:00-12:00')).toEqual([1, 5, 6, 7].map((day) => span(day, '10:00', '12:00')))
    expect(readHours('08:00-20:00')).toHaveLength(7)
    expect(readHours('')).toBeNull()
    expect(readHours('24/7')).toBeNull()
  })
  it('over midnight are split in two', () => {
    expect(readHours('Fri 22:00-06:00')).toEqual([span(5, '22:00', '24:00'), span(6, '00:00', '06:00')])
    expect(readHours('Sun 22:00-00:00')).toEqual([span(7, '22:00', '24:00')])
  })
  it('that touch or overlap are one', () => {
    expect(readHours('Mon 09:00-12:00; Mon 11:00-14:00; Mon 14:00-15:00')).toEqual([span(1, '09:00', '15:00')])
  })
  it.each(['Moon 09:00-17:00', 'Mon', 'Mon 9', 'Mon 25:00-26:00', 'Mon 09:00-09:00', 'Mon 09:60-10:00', 'Mon 09:00 to', '????'])(
    '%j are none',
    (text) => {
      expect(readHours(text)).toEqual({ reason: expect.any(String) })
    },
  )
})

describe('reps.csv', () => {
  it('is read whole', () => {
    const { reps, problems } = readRepsCsv(
      `\ufeff${HEADER}\r\nMia Wong,Mia@Team.example,manager,Enterprise,demo|security,de|en,,1,DACH|Nordics,2,20,5,Europe/Berlin,Mon-Fri 09:00-17:00\r\nTom,tom@team.example,,,,,,,,,,,,\r\n`,
    )
    expect(problems).toEqual([])
    expect(reps.map(({ rep }) => rep)).toEqual([
      {
        name: 'Mia Wong',
        email: 'mia@team.example',
        role: 'manager',
        team: 'Enterprise',
        skills: ['demo', 'security'],
        languages: ['de', 'en'],
        products: [],
        tier: '1',
        territories: ['DACH', 'Nordics'],
        weight: 2,
        capacity: 20,
        dailyCap: 5,
        timeZone: 'Europe/Berlin',
        hours: [1, 2, 3, 4, 5].map((day) => span(day, '09:00', '17:00')),
      },
      {
        name: 'Tom',
        email: 'tom@team.example',
        role: 'rep',
        team: null,
        skills: [],
        languages: [],
        products: [],
        tier: null,
        territories: [],
        weight: 1,
        capacity: null,
        dailyCap: null,
        timeZone: null,
        hours: null,
      },
    ])
  })

  it('with anything wrong names line, field and reason, all at once', () => {
    const { problems } = readRepsCsv(
      'name,email,wieght,weight,time_zone,hours,capacity,role\n' +
        'Mia,mia@team.example,1,-1,Berlin,Moon 9-17,many,boss\n' +
        ',not an address,1,1,,,,\n' +
        'Tom,MIA@team.example,1,2000,CET2,,1.5,rep,extra\n',
    )
    expect(problems.sort((a, b) => a.line - b.line || (a.field ?? '').localeCompare(b.field ?? ''))).toEqual([
      { line: 1, field: 'wieght', reason: 'there is no column "wieght"; did you mean "weight"?' },
      { line: 2, field: 'capacity', reason: '"many" is no whole number from 0 up' },
      { line: 2, field: 'hours', reason: '"moon" is no weekday; write Mon, Tue, Wed, Thu, Fri, Sat or Sun' },
      { line: 2, field: 'role', reason: '"boss" is no role; write rep or manager' },
      { line: 2, field: 'time_zone', reason: 'there is no time zone "Berlin"; did you mean "Europe/Berlin"?' },
      { line: 2, field: 'weight', reason: '"-1" is no weight; write a number from 0 to 1000' },
      { line: 3, field: 'email', reason: '"not an address" is no e-mail address' },
      { line: 3, field: 'name', reason: 'a name is needed' },
      { line: 4, field: null, reason: '9 cells under 8 columns' },
      { line: 4, field: 'capacity', reason: '"1.5" is no whole number from 0 up' },
      { line: 4, field: 'email', reason: 'mia@team.example stands on line 2 already' },
      { line: 4, field: 'time_zone', reason: 'there is no time zone "CET2"; write one like Europe/Berlin' },
      { line: 4, field: 'weight', reason: '"2000" is no weight; write a number from 0 to 1000' },
    ])
    expect(readRepsCsv('').problems).toEqual([{ line: 1, field: null, reason: 'the file is empty' }])
    expect(readRepsCsv('name,email\n').problems).toEqual([{ line: 1, field: null, reason: 'there is no rep in the file' }])
    expect(readRepsCsv('name\nMia\n').problems).toEqual([{ line: 1, field: 'email', reason: 'the column "email" is missing' }])
    expect(readRepsCsv('name,email\n"Mia,mia@team.example\n').problems[0]).toMatchObject({
      line: 2,
      reason: 'a quote is not closed, or text stands behind it',
    })
  })

  it('is taken in all or not at all, updates who is known, and lets waiting leads go', async () => {
    const test = await openTestDesk()
    const [zed] = await addReps(test, aProfile('Zed'))
    await setAvailability(test.desk, { repId: zed!, availability: 'away', until: null, reason: null, actor: 'test' })
    await publish(test)
    await arrive(test, 2)
    const mia = async () => (await test.desk.store.reps(test.clock.now())).find(({ email }) => email === 'mia@team.example')
    const input = (text: string) => ({ file: 'reps.csv', text, actor: 'test' })
    await expect(
      importRepsFile(test.desk, input('name,email,weight\nMia,mia@team.example,1\nTom,tom@team.example,x\n')),
    ).rejects.toMatchObject({ code: 'team-file-bad', data: { file: 'reps.csv', problems: [{ line: 3, field: 'weight' }] } })
    expect(await test.desk.store.reps(test.clock.now())).toHaveLength(1)
    expect(await importRepsFile(test.desk, input('name;email;capacity\nMia;mia@team.example;5\n'))).toEqual({
      added: 1,
      updated: 0,
    })
    expect(await mia()).toMatchObject({ capacity: 5, openLeads: 2 })
    expect(await importRepsFile(test.desk, input('email,weight\nMIA@team.example,3\n'))).toEqual({ added: 0, updated: 1 })
    expect(await mia()).toMatchObject({ name: 'Mia', capacity: 5, weight: 3 })
    await expect(importRepsFile(test.desk, input('email,weight\nnew@team.example,3\n'))).rejects.toMatchObject({
      data: { problems: [{ line: 2, field: 'name' }] },
    })
  })

  it('R11 R18 reads caps of the hour, ramps and holidays where the file has them', () => {
    const header = 'name,email,hourly_cap,ramp_percent,ramp_until,holidays\n'
    const { reps, problems } = readRepsCsv(
      `${header}Mia,mia@team.example,3,50 %,2026-12-31,de-by\nTom,tom@team.example,,,,NONE\nKim,kim@team.example,0,12.5,,\n`,
    )
    expect(problems).toEqual([])
    expect(reps.map(({ rep, rampUntil }) => [rep.hourlyCap, rep.rampPercent, rampUntil, rep.holidays])).toEqual([
      [3, 50, '2026-12-31', 'DE-BY'],
      [null, null, null, 'none'],
      [0, 12.5, null, null],
    ])
    const bad = readRepsCsv(
      `${header}Mia,mia@team.example,x,101,2026-02-30,Bavaria\nTom,tom@team.example,1,half,tomorrow,DE\nKim,kim@team.example,,-1,31.12.2026,\n`,
    )
    expect(bad.problems).toEqual([
      { line: 2, field: 'hourly_cap', reason: '"x" is no whole number from 0 up' },
      { line: 2, field: 'ramp_percent', reason: '"101" is no percentage; write a number from 0 to 100' },
      { line: 2, field: 'holidays', reason: '"Bavaria" is no region; write one like DE-BY, or none' },
      { line: 2, field: 'ramp_until', reason: '"2026-02-30" is no day; write one like 2026-12-31' },
      { line: 3, field: 'ramp_percent', reason: '"half" is no percentage; write a number from 0 to 100' },
      { line: 3, field: 'ramp_until', reason: '"tomorrow" is no day; write one like 2026-12-31' },
      { line: 4, field: 'ramp_percent', reason: '"-1" is no percentage; write a number from 0 to 100' },
      { line: 4, field: 'ramp_until', reason: '"31.12.2026" is no day; write one like 2026-12-31' },
    ])
  })

  it('R18 a ramp ends at midnight by the clock of the rep: of the file, else as known, else of the desk', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Kim', { timeZone: 'Asia/Tokyo' }))
    const text =
      'name,email,ramp_percent,ramp_until,time_zone\n' +
      'Mia,mia@team.example,50,2027-01-01,America/New_York\nTom,tom@team.example,50,2027-01-01,\n'
    await importRepsFile(test.desk, { file: 'reps.csv', text, actor: 'test' })
    const more = 'email,ramp_percent,ramp_until\nkim@team.example,50,2027-01-01\n'
    await importRepsFile(test.desk, { file: 'reps.csv', text: more, actor: 'test' })
    const midnight = Date.UTC(2027, 0, 1)
    const reps = await test.desk.store.reps(test.clock.now())
    expect(Object.fromEntries(reps.map(({ name, rampUntil }) => [name, rampUntil]))).toEqual({
      Kim: midnight - 9 * 3_600_000,
      Mia: midnight + 5 * 3_600_000,
      Tom: midnight,
    })
    // A file without the column leaves a ramp as it is; an empty cell ends it.
    await importRepsFile(test.desk, { file: 'reps.csv', text: 'email,weight\nmia@team.example,3\n', actor: 'test' })
    const ended = 'email,ramp_percent,ramp_until\ntom@team.example,,\n'
    await importRepsFile(test.desk, { file: 'reps.csv', text: ended, actor: 'test' })
    expect(await test.desk.store.reps(test.clock.now())).toMatchObject([
      { name: 'Kim', effectiveWeight: 0.5 },
      { name: 'Mia', effectiveWeight: 1.5, rampUntil: midnight + 5 * 3_600_000 },
      { name: 'Tom', effectiveWeight: 1, rampPercent: null, rampUntil: null },
    ])
  })

  it('R11 hours over midnight are two spans in the team as well', async () => {
    const test = await openTestDesk()
    const text = 'name;email;hours\nMia;mia@team.example;Mon-Fri 22:00-06:00\n'
    await importRepsFile(test.desk, { file: 'reps.csv', text, actor: 'test' })
    const [mia] = await test.desk.store.reps(Date.UTC(2026, 10, 28, 5))
    expect(mia).toMatchObject({ isInHours: true, hoursChangeAt: Date.UTC(2026, 10, 28, 6) })
  })

  it('never breaks the reader', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'",;\n|ab@.09:-MonFri '), maxLength: 200 }),
        (text) => void readRepsCsv(`${HEADER}\n${text}`),
      ),
    )
  })
})

describe('accounts.csv', () => {
  it('is read whole, and what is wrong is named', () => {
    expect(
      readAccountsCsv(
        'company,domains,owner_email,status\nACME,acme.com|https://www.acme.de/,mia@team.example,former\nBeta,,,\n',
      ),
    ).toEqual({
      accounts: [
        {
          line: 2,
          account: { company: 'ACME', domains: ['acme.com', 'acme.de'], ownerEmail: 'mia@team.example', status: 'former' },
        },
        { line: 3, account: { company: 'Beta', domains: [], ownerEmail: null, status: 'customer' } },
      ],
      problems: [],
    })
    expect(readAccountsCsv('company,domain\n,gmail.com\n').problems.map(({ line, field }) => [line, field])).toEqual([
      [1, 'domain'],
      [2, 'company'],
    ])
    expect(
      readAccountsCsv('company,domains\nA,gmail.com\nB,x\nC,c.de\nc,C.DE\n').problems.map(({ line, field }) => [line, field]),
    ).toEqual([
      [2, 'domains'],
      [3, 'domains'],
      [5, 'company'],
      [5, 'domains'],
    ])
  })
  it('is taken in all or not at all', async () => {
    const test = await openTestDesk()
    const input = (text: string) => ({ file: 'accounts.csv', text, actor: 'test' })
    await expect(
      importAccountsFile(test.desk, input('company,domains,owner_email\nACME,acme.com,mia@team.example\n')),
    ).rejects.toMatchObject({ code: 'team-file-bad', data: { problems: [{ line: 2, field: 'owner_email' }] } })
    await importRepsFile(test.desk, { file: 'reps.csv', text: 'name,email\nMia,mia@team.example\n', actor: 'test' })
    expect(await importAccountsFile(test.desk, input('company,domains,owner_email\nACME,acme.com,mia@team.example\n'))).toEqual({
      added: 1,
      updated: 0,
    })
    expect(await importAccountsFile(test.desk, input('company,domains,status\nAcme,acme.de,former\n'))).toEqual({
      added: 0,
      updated: 1,
    })
  })
})
