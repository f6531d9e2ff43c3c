import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDecimalMark, readNumber } from '../../../src-main/intake/csv/read-number.ts'
import { isAmbiguous, orderOf, readDate, usualOrder } from '../../../src-main/intake/csv/read-date.ts'
import { readStage } from '../../../src-main/intake/csv/read-stage.ts'
import { unguarded } from '../../../src-main/intake/csv/guard-cells.ts'
import { guarded } from '../../../src-main/lib/csv-line.ts'

describe('a number', () => {
  it.each([
    ['1200', 1200, null],
    ['1,200', 1200, null],
    ['1.200', 1200, null],
    ['1.200,50 €', 1200.5, 'EUR'],
    ['1,200.50', 1200.5, null],
    ["1'200.50 CHF", 1200.5, 'CHF'],
    ['1 200,5', 1200.5, null],
    ['$5k', 5000, 'USD'],
    ['$1.5M', 1_500_000, 'USD'],
    ['USD 1.5 million', 1_500_000, 'USD'],
    ['2,5 Mio. €', 2_500_000, 'EUR'],
    ['12,00,000', 1_200_000, null],
    ['1.234.567', 1_234_567, null],
    ['0.125', 0.125, null],
    ['3.5', 3.5, null],
    ['.5', 0.5, null],
    ['-42', -42, null],
    ['(300)', -300, null],
    ['85%', 85, null],
    ['500+', 500, null],
    ['>1000', 1000, null],
    ['1-10', 1, null],
    ['1-10 employees', 1, null],
    ['11–50 Mitarbeiter', 11, null],
    ['201 to 500', 201, null],
    ['5-10k', 5000, null],
    ['$1M - $5M', 1_000_000, 'USD'],
    ['10,001+ employees', 10_001, null],
    ['50 employees', 50, null],
    ['€ 99,-', 99, 'EUR'],
  ])('%j is %d', (text, value, currency) => {
    expect(readNumber(text, null)).toEqual({ value, currency })
  })
  it.each(['', 'abc', 'n/a', '1.2.3.4', '12abc34', 'a few', '1,23,4', '2024-05-13', '5 apples', '--', '10-1', '1e999'])(
    '%j is none',
    (text) => {
      expect(readNumber(text, null)).toBeNull()
    },
  )
  it('follows its column where a mark may mean two things', () => {
    expect(findDecimalMark(['1.5', '2.25', '1.200'])).toBe('.')
    expect(findDecimalMark(['1.200,50', '300'])).toBe(',')
    expect(findDecimalMark(['1.200.000'])).toBe(',')
    expect(findDecimalMark(['1.200', '7'])).toBeNull()
    expect(readNumber('1.200', '.')?.value).toBe(1.2)
    expect(readNumber('1.200', ',')?.value).toBe(1200)
  })
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (cents) => {
        const value = cents / 100
        for (const [locale, mark] of [
          ['en-US', '.'],
          ['de-DE', ','],
          ['fr-FR', ','],
          ['de-CH', '.'],
          ['en-IN', '.'],
        ] as const)
          expect(readNumber(value.toLocaleString(locale, { minimumFractionDigits: 2 }), mark)?.value, locale).toBeCloseTo(
            value,
            2,
          )
      }),
    )
  })
  it('never breaks the reader', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readNumber(text, null)))
  })
})

const now = Date.UTC(2026, 10, 21)
const berlin = { order: 'dmy', zone: 'Europe/Berlin' } as const
const day = (text: string, order: 'dmy' | 'mdy' = 'dmy', zone = 'UTC') => {
  const at = readDate(text, { order, zone }, now)
  return at === null ? null : new Date(at).toISOString()
}

describe('a date', () => {
  it.each([
    ['2024-05-13', '2024-05-13T00:00:00.000Z'],
    ['2024-05-13 14:20:48', '2024-05-13T14:20:48.000Z'],
    ['2024-05-13T14:20:48.123Z', '2024-05-13T14:20:48.123Z'],
    ['2024-05-13T14:20:48+02:00', '2024-05-13T12:20:48.000Z'],
    ['2024-05-13T14:20:48-0700', '2024-05-13T21:20:48.000Z'],
    ['2010-10-14T12:00:00.000Z-0300', '2010-10-14T15:00:00.000Z'],
    ['2024/5/3', '2024-05-03T00:00:00.000Z'],
    ['13/05/2024', '2024-05-13T00:00:00.000Z'],
    ['05/13/2024', '2024-05-13T00:00:00.000Z'],
    ['01/09/2008', '2008-09-01T00:00:00.000Z'],
    ['13.05.2024 08:30', '2024-05-13T08:30:00.000Z'],
    ['13.05.24', '2024-05-13T00:00:00.000Z'],
    ['13-05-2024 2:05 pm', '2024-05-13T14:05:00.000Z'],
    ['12 May 2024', '2024-05-12T00:00:00.000Z'],
    ['May 12, 2024 10:00 AM', '2024-05-12T10:00:00.000Z'],
    ['10-oct-2001', '2001-10-10T00:00:00.000Z'],
    ['12. Mai 2024', '2024-05-12T00:00:00.000Z'],
    ['3 août 2024', '2024-08-03T00:00:00.000Z'],
    ['Mon, 13 May 2024 10:00:00 +0200', '2024-05-13T08:00:00.000Z'],
    ['Mon May 13 2024 10:00:00 GMT+0200 (CEST)', '2024-05-13T08:00:00.000Z'],
    ['1715610048', '2024-05-13T14:20:48.000Z'],
    ['1715610048000', '2024-05-13T14:20:48.000Z'],
    ['20240513', '2024-05-13T00:00:00.000Z'],
    ['45425', '2024-05-13T00:00:00.000Z'],
  ])('%j is read', (text, iso) => {
    expect(day(text)).toBe(iso)
  })
  it.each([
    '',
    'yesterday',
    '31/02/2024',
    '32/01/2024',
    '2024-13-01',
    '99/99/9999',
    '13:00',
    '2024-05-13T99:00:00Z',
    '12/2024',
    '1/1',
    'May',
    '2030-01-01',
    '1901-01-01',
    'x'.repeat(200),
  ])('%j is none', (text) => {
    expect(day(text)).toBeNull()
  })
  it('without a zone is meant where the desk stands, on either side of a clock change', () => {
    expect(readDate('2024-03-31 01:30', berlin, now)).toBe(Date.UTC(2024, 2, 31, 0, 30))
    expect(readDate('2024-03-31 03:30', berlin, now)).toBe(Date.UTC(2024, 2, 31, 1, 30))
    expect(readDate('2024-01-01', berlin, now)).toBe(Date.UTC(2023, 11, 31, 23))
  })
  it('has the order of its column', () => {
    expect([orderOf('31/12/2012'), orderOf('12/31/2012'), orderOf('02/01/2014'), orderOf('2014-02-01')]).toEqual([
      'dmy',
      'mdy',
      null,
      null,
    ])
    expect([isAmbiguous('02/01/2014'), isAmbiguous('31/12/2012'), isAmbiguous('2014-01-02')]).toEqual([true, false, false])
    expect(day('02/01/2014', 'dmy')).toBe('2014-01-02T00:00:00.000Z')
    expect(day('02/01/2014', 'mdy')).toBe('2014-02-01T00:00:00.000Z')
    expect([usualOrder('US'), usualOrder('DE'), usualOrder('GB')]).toEqual(['mdy', 'dmy', 'dmy'])
  })
  it('never breaks the reader', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readDate(text, berlin, now)))
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/.: TZapm') }), (text) => void readDate(text, berlin, now)),
    )
  })
})

it('a stage is known by what others call it', () => {
  const known = {
    new: 'New Lead|Open - Not Contacted|neu|DID_NOT_CONNECT',
    contacted: 'Contacted|Working - Contacted|GOOD_LEAD_FOLLOW_UP|On Hold|Re-engagement|Nurturing',
    qualified: 'Qualified|Opportunity|Proposal Sent|3 - Negotiation',
    won: 'Closed Won|SALE_DONE|Converted|Kunde',
    lost: 'Closed Lost|BAD_LEAD|Disqualified|Junk Lead',
  }
  for (const [stage, names] of Object.entries(known))
    for (const name of names.split('|')) expect(readStage(name), name).toBe(stage)
  expect(readStage('Purple')).toBeNull()
})

it('a guard taken off always gives the cell back', () => {
  expect(['=1+1', '+49 30', '-5', '@x', '\tx', '\rx', "'=x", 'x', "'x"].map(guarded)).toEqual([
    "'=1+1",
    "'+49 30",
    "'-5",
    "'@x",
    "'\tx",
    "'\rx",
    "''=x",
    'x',
    "'x",
  ])
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a') })), (cell) => {
      expect(unguarded(guarded(cell))).toBe(cell)
      expect(guarded(cell)).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})
