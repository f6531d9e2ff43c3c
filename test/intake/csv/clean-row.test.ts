import { describe, expect, it } from 'vitest'
import type { RepId } from '../../../src-main/contract/index.ts'
import { cleaned, oneLead } from '../import-desk.ts'

const codes = async (content: string, given = {}) =>
  (await cleaned(content, given)).map((row) => row.problems.map(({ code, leftOut }) => (leftOut ? `${code}, left out` : code)))

describe('a row becomes a lead', () => {
  it('with everything in its place', async () => {
    expect(
      await oneLead(
        'First Name,Last Name,E-Mail,Phone,Company,Country,State,City,Zip,Employees,Annual Revenue,Lead Score,Tags,Status,Created,Language,Shoe size,ID\n' +
          'Jane,Doe, Jane.Doe@Example.COM ,(415) 555-2671,"Acme, Inc",USA,California,SF,94103,201-500,"$1,5M",85,"vip; fair",Proposal Sent,2024-05-13T14:20:48Z,German,43,a7\n',
      ),
    ).toEqual({
      draft: {
        name: 'Jane Doe',
        firstName: 'Jane',
        lastName: 'Doe',
        email: 'jane.doe@example.com',
        phone: '+14155552671',
        company: 'Acme, Inc',
        country: 'US',
        region: 'US-CA',
        city: 'SF',
        postalCode: '94103',
        employees: 201,
        revenue: 1_500_000,
        currency: 'USD',
        score: 85,
        tags: ['vip', 'fair'],
        stage: 'qualified',
        receivedAt: Date.UTC(2024, 4, 13, 14, 20, 48),
        language: 'de',
        externalId: 'a7',
        custom: { Status: 'Proposal Sent', 'Shoe size': '43' },
      },
      problems: [],
    })
  })

  it('and what tells the person from others is worked out', async () => {
    const [row] = await cleaned('Name,E-Mail,Phone,Website\nJane Doe,j.doe+x@gmail.com,030 901820,https://www.acme.co.uk/x\n')
    expect(row?.lead).toMatchObject({
      emailKey: 'jdoe@gmail.com',
      isFreeMail: true,
      isSharedEmail: false,
      phoneKey: '+4930901820',
      nameKey: 'jane doe',
      domainKey: 'acme.co.uk',
      timeZone: 'Europe/Berlin',
      line: 2,
      rawKind: 'csv',
      raw: 'Jane Doe,j.doe+x@gmail.com,030 901820,https://www.acme.co.uk/x',
    })
  })

  it('reading "not chosen" as empty, but not a person called so', async () => {
    expect((await oneLead('First Name,Last Name,E-Mail,City,Country,Notes\nNa,Null,a@x.de,Select,NA,n/a\n')).draft).toEqual({
      name: 'Na Null',
      firstName: 'Na',
      lastName: 'Null',
      email: 'a@x.de',
      country: 'NA',
    })
  })

  it('joining a calling code and a number', async () => {
    expect((await oneLead('name,country_code,mobile_without_country_code\nx,+91,9876543210\n')).draft.phone).toBe('+919876543210')
    expect((await oneLead('name,country_code,phone\nx,49,030 901820\n')).draft.phone).toBe('+4930901820')
    expect((await oneLead('name,country_code,phone\nx,49,+43 1 58858\n')).draft.phone).toBe('+43158858')
  })

  it('from several values in one cell', async () => {
    expect(
      (
        await oneLead(
          'name,emails,contact_numbers\nW,"[{""label"": ""work"", ""value"": ""a@x.de""}, {""label"": ""home"", ""value"": ""b@x.de""}]","[{""value"": ""030 901820""}]"\n',
        )
      ).draft,
    ).toMatchObject({ email: 'a@x.de', email2: 'b@x.de', phone: '+4930901820' })
    expect((await oneLead('name,email,phone\nW,a@x.de; b@x.de; c@x.de,030 901820 / 030 901821\n')).draft).toMatchObject({
      email: 'a@x.de',
      email2: 'b@x.de',
      phone: '+4930901820',
      phone2: '+4930901821',
      custom: { 'more e-mails': 'c@x.de' },
    })
    expect((await oneLead('E-Mail\nJane Doe <jane@x.de>\n')).draft).toEqual({ name: 'Jane Doe', email: 'jane@x.de' })
  })

  it('taking the mobile number where there is no other', async () => {
    const text =
      'Name,Business Phone,Home Phone,Mobile Phone\nA,,,0171 1234567\nB,030 901820,,0171 1234567\nC,030 901820,030 901821,0171 1234567\n'
    expect((await cleaned(text)).map(({ lead }) => [lead?.draft.phone, lead?.draft.phone2, lead?.draft.custom])).toEqual([
      ['+491711234567', null, {}],
      ['+4930901820', '+491711234567', {}],
      ['+4930901820', '+491711234567', { 'Home Phone': '030 901821' }],
    ])
  })

  it('with the country deciding what a number means', async () => {
    const rows = await cleaned('Phone,Country\n(212) 555-0123,US\n030 901820,DE\n020 7946 0000,UK\n')
    expect(rows.map(({ lead }) => lead?.draft.phone)).toEqual(['+12125550123', '+4930901820', '+442079460000'])
  })

  it('with the column deciding what a date and a mark mean', async () => {
    const dates = await cleaned('E-Mail,Created,Value\na@x.de,01/02/2024,1.200\nb@x.de,13/02/2024,1.5\n')
    expect(dates.map(({ lead }) => new Date(lead?.draft.receivedAt ?? 0).toISOString().slice(0, 10))).toEqual([
      '2024-02-01',
      '2024-02-13',
    ])
    expect(dates.map(({ lead }) => lead?.draft.value)).toEqual([1.2, 1.5])
    const american = await cleaned('E-Mail,Created\na@x.de,01/02/2024\nb@x.de,02/13/2024\n')
    expect(american.map(({ lead }) => new Date(lead?.draft.receivedAt ?? 0).toISOString().slice(0, 10))).toEqual([
      '2024-01-02',
      '2024-02-13',
    ])
  })

  it('keyed by its id, or by all its cells when the id only counts rows', async () => {
    const keys = async (text: string) => (await cleaned(text)).map(({ lead }) => lead?.key)
    expect(await keys('Lead ID,E-Mail\n00Q5x1,a@x.de\n00Q5x9,b@x.de\n')).toEqual(['id:00Q5x1', 'id:00Q5x9'])
    const [first, second] = await keys('Lead ID,E-Mail\n1,a@x.de\n2,b@x.de\n')
    expect(first).toMatch(/^row:/)
    expect(second).not.toBe(first)
    expect(await keys('Lead ID,E-Mail\n1,a@x.de\n2,b@x.de\n')).toEqual([first, second])
  })
})

describe('what could not be read', () => {
  it('is kept as written and said, when the person can be reached', async () => {
    expect(
      await oneLead('E-Mail,Phone,Country,State,Employees,Created,Score,Status\na@x.de,12,ABC,,many,31/02/2024,300,Purple\n'),
    ).toEqual({
      draft: {
        email: 'a@x.de',
        phone: '12',
        country: 'ABC',
        custom: { Employees: 'many', Created: '31/02/2024', Score: '300', Status: 'Purple' },
      },
      problems: [
        'phone: bad-phone',
        'country: unknown-country',
        'employees: bad-number',
        'receivedAt: bad-date',
        'score: bad-number',
        'stage: unknown-stage',
      ].sort((a, b) => ORDER.indexOf(a.split(': ')[0]!) - ORDER.indexOf(b.split(': ')[0]!)),
    })
    expect(await codes('E-Mail,Country,State\na@x.de,AU,My own personal fiefdom\n')).toEqual([['unknown-region']])
  })
  const ORDER = ['country', 'phone', 'employees', 'score', 'stage', 'receivedAt']

  it('leaves the row out when it was the only way to reach the person', async () => {
    const text =
      'Name,E-Mail,Phone,Website\nA,Zsa Zsa.Lipson@mailmail.com,,\nB,,,\nC,,call me,\nD,,555-0123,\nE,,,acme.com\nF,bad,+49 30 901820,\n,,,\n'
    expect(await codes(text, { country: 'US' })).toEqual([
      ['bad-email, left out'],
      ['no-contact, left out'],
      ['bad-phone, left out'],
      ['bad-phone'],
      [],
      ['bad-email'],
      ['no-contact, left out'],
    ])
    const [row] = await cleaned(text)
    expect(row?.problems[0]).toEqual({
      line: 2,
      field: 'email',
      code: 'bad-email',
      message: '"Zsa Zsa.Lipson@mailmail.com" is no e-mail address, and there is no other way to reach the person',
      leftOut: true,
      cells: ['A', 'Zsa Zsa.Lipson@mailmail.com', '', ''],
    })
  })

  it('is never an address or a number to know somebody by', async () => {
    const [row] = await cleaned('E-Mail,Phone\nbad@@x,030 901820\n')
    expect(row?.lead).toMatchObject({
      emailKey: null,
      isSharedEmail: false,
      domainKey: null,
      phoneKey: '+4930901820',
      draft: { email: 'bad@@x' },
    })
  })
})

describe('a ragged row', () => {
  it('keeps what has no header, and says so when there is something', async () => {
    expect(await codes('E-Mail,Name\na@x.de,A,\nb@x.de,B,more,,most\nc@x.de\n')).toEqual([
      [],
      ['too-many-cells'],
      ['too-few-cells'],
    ])
    const [, second] = await cleaned('E-Mail,Name\na@x.de,A,\nb@x.de,B,more,,most\n')
    expect(second?.lead?.draft.custom).toEqual({ 'Column 3': 'more', 'Column 5': 'most' })
  })
  it('of a million cells stays one row', async () => {
    const [row] = await cleaned(`E-Mail,Name\na@x.de,A${',x'.repeat(500_000)}\n`)
    expect(Object.keys(row?.lead?.draft.custom ?? {})).toHaveLength(100)
  })
})

describe('a torn row', () => {
  it('is left out with its reason; the rows around it come in', async () => {
    expect(await codes('E-Mail,Name\na@x.de,A\nb@x.de,"B\nc@x.de,C\nd@x.de,"D, E"\n')).toEqual([
      [],
      ['torn-quote, left out'],
      [],
      [],
    ])
  })
  it('with NULs or letters of another encoding comes in, and says so', async () => {
    expect(await codes('E-Mail,Name\na@x.de,A\0B\nb@x.de,\ufffd\n')).toEqual([['nul-byte'], ['bad-encoding']])
    expect((await cleaned('E-Mail,Name\na@x.de,A\0B\n'))[0]?.lead?.draft.name).toBe('AB')
  })
})

describe('a row may be', () => {
  it('mended by hand before it comes in', async () => {
    const text = 'E-Mail,Name\na@@x,A\n"b@x.de,B\n'
    const rows = await cleaned(text, { fixes: { 2: { 'E-Mail': 'a@x.de' }, 3: { 'E-Mail': 'b@x.de', Name: 'B' } } })
    expect(rows.map(({ lead }) => lead?.draft.email)).toEqual(['a@x.de', 'b@x.de'])
  })
  it('left out by hand', async () => {
    expect(await codes('E-Mail\na@x.de\nb@x.de\n', { leftOutByHand: new Set([3]) })).toEqual([[], ['left-out-by-hand, left out']])
  })
  it("somebody's, by the owner column", async () => {
    const ownerOf = (text: string): RepId | 'unknown' => (text === 'Mia' ? (7 as RepId) : 'unknown')
    const rows = await cleaned('E-Mail,Lead Owner\na@x.de,Mia\nb@x.de,Nobody\nc@x.de,\n', { ownerOf })
    expect(rows.map(({ lead, problems }) => [lead?.owner, problems.map(({ code }) => code)])).toEqual([
      [7, []],
      ['unknown', ['unknown-owner']],
      [null, []],
    ])
  })
})
