import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import examples from 'libphonenumber-js/mobile/examples'
import { getCountries, getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/min'
import { askLibrary, countryOfPhone, parsePhone, toE164 } from '../../src-main/lib/phones.ts'

const digit = fc.constantFrom(...'0123456789')
const digits = (min: number, max: number) => fc.string({ unit: digit, minLength: min, maxLength: max })
const separated = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.array(fc.tuple(fc.nat(14), fc.constantFrom(' ', '-', '.', '/', ' ')), { maxLength: 4 }))
    .map(([number, cuts]) => cuts.reduce((so, [at, mark]) => `${so.slice(0, at + 1)}${mark}${so.slice(at + 1)}`, number))
const country = fc.constantFrom(...getCountries())
/** What numbers begin with that is taken away, rewritten or kept, somewhere. */
const lead = fc.constantFrom('', '0', '00', '06', '1', '2', '8', '9', '15', '90', '183', '011', '180020')

describe('a telephone number', () => {
  it('is read from the shapes people write', () => {
    expect(toE164('030 901820', 'DE')).toBe('+4930901820')
    expect(toE164('+49 (0)30 901820', null)).toBe('+4930901820')
    expect(toE164('0049 30 901820', 'DE')).toBe('+4930901820')
    expect(toE164('0049 30 901820', 'US')).toBe('+4930901820')
    expect(toE164('(212) 555-0123', 'US')).toBe('+12125550123')
    expect(toE164('001-409-411-1126', 'US')).toBe('+14094111126')
    expect(toE164('p:+4915112345678', 'US')).toBe('+4915112345678')
    expect(toE164('tel:+44 20 7946 0000', null)).toBe('+442079460000')
    expect(toE164("'+49 30 901820", 'US')).toBe('+4930901820')
    expect(toE164('9876543210', 'IN')).toBe('+919876543210')
  })

  it('keeps its extension apart', () => {
    expect(parsePhone('917-584-0243x4606', 'US')).toEqual({ number: '+19175840243', extension: '4606' })
    expect(parsePhone('001-409-411-1126x05090', 'US')).toEqual({ number: '+14094111126', extension: '05090' })
  })

  it('is none when it is too short, too long, or words', () => {
    for (const text of ['555-0123', '12', '', 'call me', '1'.repeat(30), '2024-05-13', 'n/a', '+', '++', 'x'.repeat(1000)])
      expect(toE164(text, 'US'), text).toBeNull()
    expect(toE164('030 901820', null)).toBeNull()
  })

  it('by the short cut is what the library says, abroad', () => {
    fc.assert(
      fc.property(country, lead, separated(digits(4, 13)), (land, first, rest) => {
        const text = `+${getCountryCallingCode(land)}${first}${rest}`
        expect(toE164(text, null)).toBe(askLibrary(text, null)?.number ?? null)
      }),
      { numRuns: 10_000 },
    )
  })

  it('by the short cut is what the library says, at home', () => {
    fc.assert(
      fc.property(country, lead, fc.boolean(), separated(digits(4, 12)), (land, first, isCoded, rest) => {
        const text = `${first}${isCoded ? getCountryCallingCode(land) : ''}${rest}`
        // What is dialled from abroad is read on purpose where the library finds nothing.
        fc.pre(!text.replaceAll(/\D/g, '').startsWith('00'))
        expect(toE164(text, land)).toBe(askLibrary(text, land)?.number ?? null)
      }),
      { numRuns: 10_000 },
    )
  })

  it('by the short cut is what the library says of real numbers of every country, in each of its ways to write them', () => {
    for (const land of getCountries()) {
      const example = getExampleNumber(land, examples)
      if (example === undefined) continue
      for (const text of [example.formatNational(), example.formatInternational(), example.number, example.nationalNumber])
        expect(toE164(text, land), `${text} in ${land}`).toBe(askLibrary(text, land)?.number ?? null)
    }
  })

  it('by the short cut has the extension the library finds', () => {
    fc.assert(
      fc.property(
        country,
        separated(digits(7, 11)),
        fc.constantFrom('x', ' x', ' ext. ', ' ext '),
        digits(1, 6),
        (land, number, mark, extension) => {
          fc.pre(!number.startsWith('00'))
          expect(parsePhone(`${number}${mark}${extension}`, land)).toEqual(askLibrary(`${number}${mark}${extension}`, land))
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('tells its country where the calling code has one', () => {
    expect(countryOfPhone('+4930901820')).toBe('DE')
    expect(countryOfPhone('+35312345678')).toBe('IE')
    expect(countryOfPhone('+12125550123')).toBeNull()
    expect(countryOfPhone('+442079460000')).toBeNull()
  })
})
