import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, squash } from '../../src-main/lib/fold.ts'
import { areaCountries } from '../../src-main/lib/areas.ts'
import { continentOf, countryCode, regionCode, regionCodes, timeZoneOf } from '../../src-main/lib/places.ts'

describe('a country', () => {
  it.each([
    [
      'DE',
      'Germany|germany|DE|DEU|de|Deutschland|Allemagne|Alemania|Germania|Duitsland|Alemanha|Niemcy|Federal Republic of Germany',
    ],
    [
      'US',
      'USA|U.S.|U.S.A.|US|us|United States|United States of America|the United States|Vereinigte Staaten|États-Unis|Estados Unidos|America',
    ],
    [
      'GB',
      'UK|U.K.|GB|GBR|United Kingdom|Great Britain|England|Scotland|Großbritannien|Royaume-Uni|Reino Unido|Vereinigtes Königreich',
    ],
    ['NL', 'Netherlands|The Netherlands|Holland|Nederland|Niederlande'],
    ['CH', 'Switzerland|Schweiz|Suisse|Svizzera'],
    ['AT', 'Austria|Österreich|Oesterreich|Autriche|AUT'],
    ['KR', 'South Korea|Korea|Korea, Republic of|Republic of Korea'],
    ['RU', 'Russia|Russian Federation|Russland'],
    ['IR', 'Iran|Iran, Islamic Republic of'],
    ['TR', 'Turkey|Türkiye|Türkei'],
    ['CZ', 'Czechia|Czech Republic|Tschechien'],
    ['IN', 'India|IND|Indien'],
    ['CI', "Côte d'Ivoire|Ivory Coast"],
    ['JP', 'Japan|日本'],
    ['GR', 'Greece|EL|Ελλάδα'],
  ])('%s is known by its names', (code, names) => {
    for (const name of names.split('|')) expect(countryCode(name), name).toBe(code)
  })

  it('is not made up', () => {
    for (const text of ['ABC', '', '1013', 'My own personal fiefdom', 'California', '-', '🙂', 'x'.repeat(500)])
      expect(countryCode(text), text).toBeNull()
  })

  it('has a continent', () => {
    expect(['DE', 'US', 'BR', 'JP', 'ZA', 'AU', 'ZZ'].map(continentOf)).toEqual(['EU', 'NA', 'SA', 'AS', 'AF', 'OC', null])
  })
})

describe('a region', () => {
  it('is known by name and code within its country', () => {
    for (const text of ['California', 'CA', 'ca', 'US-CA', 'us-ca', 'State of California'])
      expect(regionCode(text, 'US'), text).toBe('US-CA')
    for (const text of ['Bavaria', 'Bayern', 'BY', 'DE-BY']) expect(regionCode(text, 'DE'), text).toBe('DE-BY')
    for (const text of ['NSW', 'New South Wales', 'NEW South Wales']) expect(regionCode(text, 'AU'), text).toBe('AU-NSW')
    expect(regionCode('Maharashtra', 'IN')).toBe('IN-MH')
    expect(regionCode('Ontario', 'CA')).toBe('CA-ON')
    expect(regionCode('My own personal fiefdom', 'AU')).toBeNull()
    expect(regionCode('California', 'DE')).toBeNull()
  })

  it('may be meant in several countries', () => {
    // Tables write some countries' codes with the country in front.
    for (const text of ['DK-84', 'Hovedstaden']) expect(regionCodes(text, null), text).toEqual(['DK-84'])
    expect(regionCodes('FI-18', 'FI')).toEqual(['FI-18'])
    expect(regionCodes('California', null)).toEqual(['US-CA'])
    expect(regionCodes('US-TX', null)).toEqual(['US-TX'])
    expect(regionCodes('BY', 'DE')).toEqual(['DE-BY'])
    expect(regionCodes('nowhere', null)).toEqual([])
  })
})

describe('an area', () => {
  it('is a list of countries', () => {
    expect(areaCountries('DACH')).toEqual(['DE', 'AT', 'CH'])
    expect(areaCountries('dach')).toEqual(['DE', 'AT', 'CH'])
    expect(areaCountries('EU')).toHaveLength(27)
    expect(areaCountries('EEA')).toHaveLength(30)
    expect(areaCountries('UK & Ireland')).toContain('IE')
    expect(areaCountries('Benelux')).toEqual(['BE', 'NL', 'LU'])
    expect(areaCountries('EMEA')).toEqual(expect.arrayContaining(['DE', 'ZA', 'AE', 'NG', 'TR']))
    expect(areaCountries('APAC')).toEqual(expect.arrayContaining(['JP', 'AU', 'IN', 'SG']))
    expect(areaCountries('North America')).toEqual(expect.arrayContaining(['US', 'CA', 'MX']))
    expect(areaCountries('Sub-Saharan Africa')).not.toContain('EG')
    expect(areaCountries('Germany')).toBeNull()
  })

  it('names only countries that exist', () => {
    for (const name of ['CEE', 'LATAM', 'MENA', 'Nordics', 'EMEA', 'APAC', 'CIS', 'ASEAN', 'Europe', 'Iberia', 'UKI'])
      for (const code of areaCountries(name) ?? []) expect(code, name).toMatch(/^[A-Z]{2}$/)
  })
})

describe('the clock of a place', () => {
  it('is known where there is one', () => {
    expect(timeZoneOf('DE', null)).toBe('Europe/Berlin')
    expect(timeZoneOf('GB', null)).toBe('Europe/London')
    expect(timeZoneOf('IN', null)).toMatch(/^Asia\/(Kolkata|Calcutta)$/)
    expect(timeZoneOf('US', 'US-CA')).toBe('America/Los_Angeles')
    expect(timeZoneOf(null, 'US-NY')).toBe('America/New_York')
  })
  it('is unknown where there are several', () => {
    expect(timeZoneOf('US', null)).toBeNull()
    expect(timeZoneOf('US', 'US-TX')).toBeNull()
    expect(timeZoneOf('ES', null)).toBeNull()
    expect(timeZoneOf('ZZ', null)).toBeNull()
    expect(timeZoneOf('Atlantis', null)).toBeNull()
  })
})

describe('folding', () => {
  it('makes one of what a person calls one word', () => {
    expect(fold('  STRASSE ')).toBe(fold('straße'))
    expect(fold('CEM YILMAZ')).toBe(fold('Cem Yılmaz'))
    expect(fold('İPEK')).toBe(fold('ipek'))
    expect(fold('Ünïcode')).toBe(fold('u\u0308ni\u0308code'))
    expect(fold('ＡＢＣ')).toBe('abc')
    expect(squash('E-Mail 1')).toBe(squash('e_mail1'))
    expect(squash('Prénom')).toBe('prenom')
  })
  it('settles at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(squash(squash(text))).toBe(squash(text))
      }),
    )
  })
})
