import { describe, expect, it } from 'vitest'
import type { LeadFacts, Territory } from '../../src-main/contract/index.ts'
import { words } from '../../src-main/desk/words.ts'
import { checkTerritories } from '../../src-main/routing/check-territories.ts'
import { isWithin, placeBook } from '../../src-main/routing/places.ts'
import { aLeadFact } from '../helpers/facts.ts'

const world = placeBook([], words)
const isIn = (place: string, lead: Partial<LeadFacts>, book = world): boolean =>
  isWithin(aLeadFact(lead), book.find(place), words.fold)

/** Leads as intake leaves them. */
const LEADS: Readonly<Record<string, Partial<LeadFacts>>> = {
  berlin: { country: 'DE', region: 'DE-BE', city: 'Berlin', postalCode: '10115' },
  munich: { country: 'DE', region: 'DE-BY', city: 'München', postalCode: '80331' },
  munichInEnglish: { country: 'DE', city: 'Munich' },
  bavariaAlone: { region: 'DE-BY' },
  bavariaAsWritten: { region: 'Bayern' },
  vienna: { country: 'AT', region: 'AT-9', city: 'Wien' },
  zurich: { country: 'CH', region: 'CH-ZH', city: 'Zürich' },
  la: { country: 'US', region: 'US-CA', city: 'Los Angeles', postalCode: '90012' },
  nyc: { country: 'US', region: 'US-NY', city: 'New York' },
  berlinUs: { country: 'US', region: 'US-NH', city: 'Berlin' },
  toronto: { country: 'CA', region: 'CA-ON', city: 'Toronto' },
  leeds: { country: 'GB', region: 'GB-LDS' },
  cardiff: { country: 'GB', region: 'GB-CRF' },
  paris: { country: 'FR', region: 'FR-IDF', city: 'Paris' },
  milan: { country: 'IT', region: 'IT-25', city: 'Milano' },
  barcelona: { country: 'ES', region: 'ES-B' },
  istanbul: { country: 'TR', city: 'Istanbul' },
  prague: { country: 'CZ', city: 'Praha' },
  amsterdam: { country: 'NL', region: 'NL-NH' },
  seoul: { country: 'KR' },
  abidjan: { country: 'CI' },
  stockholm: { country: 'SE' },
  sydney: { country: 'AU', region: 'AU-NSW' },
  bogota: { country: 'CO' },
  dubai: { country: 'AE' },
  nowhere: {},
}
const GERMANY = 'berlin munich munichInEnglish bavariaAlone bavariaAsWritten'
const BAVARIA = 'munich bavariaAlone bavariaAsWritten'
const USA = 'la nyc berlinUs'

describe('R5 places land where a person expects', () => {
  const table: [names: string, leads: string][] = [
    ['Germany|DE|DEU|Deutschland|Allemagne|germany', GERMANY],
    ['Bavaria|Bayern|DE-BY|de-by|Bavaria, Germany|DE:Bayern|BY, DE', BAVARIA],
    ['Munich|München|Muenchen|Munich, DE|DE:München', 'munich munichInEnglish'],
    ['80331|DE:80|DE:80331|DE-80331|D-80331|DE 80331', 'munich'],
    ['Berlin|Berlin, Germany', 'berlin'],
    ['USA|United States|U.S.|US', USA],
    ['California|US-CA|CA, US|California, USA', 'la'],
    ['CA|Canada|Kanada', 'toronto'],
    ['New York|US-NY', 'nyc'],
    ['UK|United Kingdom|GB|Great Britain', 'leeds cardiff'],
    ['England|GB-ENG', 'leeds'],
    ['Wales', 'cardiff'],
    ['DACH', `${GERMANY} vienna zurich`],
    ['Austria|Österreich|Oesterreich', 'vienna'],
    ['Vienna|Wien', 'vienna'],
    ['Zurich|Zürich', 'zurich'],
    ['Benelux', 'amsterdam'],
    ['Holland|Netherlands|Niederlande', 'amsterdam'],
    ['Nordics|Scandinavia', 'stockholm'],
    ['EU|European Union', `${GERMANY} vienna paris milan barcelona prague amsterdam stockholm`],
    ['Europe', `${GERMANY} vienna zurich leeds cardiff paris milan barcelona prague amsterdam stockholm`],
    ['EMEA', `${GERMANY} vienna zurich leeds cardiff paris milan barcelona prague amsterdam stockholm istanbul abidjan dubai`],
    ['APAC', 'seoul sydney'],
    ['LATAM', 'bogota'],
    ['Türkiye|Turkey|Türkei', 'istanbul'],
    ['Czechia|Czech Republic|Tschechien', 'prague'],
    ['Prague|Praha', 'prague'],
    ['South Korea|Korea, Republic of', 'seoul'],
    ["Ivory Coast|Côte d'Ivoire", 'abidjan'],
    ['Lombardy|Lombardia', 'milan'],
    ['Catalonia|Cataluña', 'barcelona'],
    ['Île-de-France|Ile de France', 'paris'],
    ['New South Wales|AU-NSW', 'sydney'],
    ['ES-B', 'barcelona'],
  ]
  it.each(table)('%s', (names, leads) => {
    for (const name of names.split('|')) {
      const found = Object.keys(LEADS).filter((lead) => isIn(name, LEADS[lead]!))
      expect(found.sort(), name).toEqual(leads.split(' ').sort())
    }
  })

  it('a short code is the region where a region is asked for, and the country where a country is', () => {
    expect(isWithin(aLeadFact(LEADS.la), world.find('CA', true), words.fold)).toBe(true)
    expect(isWithin(aLeadFact(LEADS.toronto), world.find('CA', true), words.fold)).toBe(false)
    expect(isWithin(aLeadFact(LEADS.munich), world.find('BY', true), words.fold)).toBe(true)
  })
})

describe('R5 territories take out what they except', () => {
  const of = (places: string[], except: string[], more: Territory[] = []) =>
    placeBook([{ name: 'T', places, except }, ...more], words)
  const cases: [string[], string[], string][] = [
    [['Germany'], ['Bavaria'], 'berlin munichInEnglish'],
    [['Germany'], ['BY'], 'berlin munichInEnglish'],
    [['Germany'], ['DE:80', 'Munich'], 'berlin bavariaAlone bavariaAsWritten'],
    [['Europe'], ['DACH'], 'leeds cardiff paris milan barcelona prague amsterdam stockholm'],
    [['US'], ['CA'], 'nyc berlinUs'],
    [['North America'], ['CA'], USA],
    [['UK'], ['Wales'], 'leeds'],
  ]
  it.each(cases)('%j except %j', (places, except, leads) => {
    const book = of(places, except)
    expect(
      Object.keys(LEADS)
        .filter((lead) => isIn('T', LEADS[lead]!, book))
        .sort(),
    ).toEqual(leads.split(' ').sort())
  })
  it('what one leaves out, another beside it may still have', () => {
    const book = of(['Germany'], ['Bavaria'], [{ name: 'Both', places: ['T', 'DE:80'], except: [] }])
    expect(isIn('Both', LEADS.munich!, book)).toBe(true)
    expect(isIn('Both', LEADS.bavariaAlone!, book)).toBe(false)
  })
  it('called after a place, it may have that place', () => {
    const book = placeBook([{ name: 'Germany', places: ['Germany', 'AT'], except: [] }], words)
    expect(isIn('Germany', LEADS.vienna!, book)).toBe(true)
    expect(isIn('Germany', LEADS.berlin!, book)).toBe(true)
  })
})

describe('R8 territories that can not work', () => {
  const codes = (territories: Territory[]) =>
    checkTerritories(territories, placeBook(territories, words), words).map(({ code, where, level }) => [level, code, where])
  const one = (places: string[], except: string[] = []): Territory => ({ name: 'T', places, except })
  it.each([
    ['Germny', 'Germany'],
    ['Deutschlnad', 'Deutschland'],
    ['Bavara', 'Bavaria'],
    ['Untied States', 'United States'],
    ['Switzerlnd', 'Switzerland'],
    ['Califrnia', 'California'],
  ])('%s is misspelt, and %s is suggested', (place, name) => {
    const [finding] = checkTerritories([one([place])], placeBook([], words), words)
    expect(finding).toMatchObject({ level: 'error', code: 'misspelt-place', where: 'territories[0].places[0]' })
    expect(finding?.message).toContain(`“${name}”`)
  })
  it('towns are not taken for misspelt countries', () => {
    for (const town of ['Essen', 'Mainz', 'Boston', 'Lyon', 'Dresden', 'Leipzig', 'Manchester', 'Providence', 'Mainz, DE'])
      expect(
        codes([one([town])]).filter(([level]) => level === 'error'),
        town,
      ).toEqual([])
  })
  it('says what is doubtful', () => {
    expect(codes([one(['Hintertupfing'])])).toEqual([['warning', 'unknown-place', 'territories[0].places[0]']])
    expect(codes([one(['Germany'], ['France'])])).toEqual([['warning', 'no-effect', 'territories[0].except[0]']])
    expect(codes([one(['US'], ['CA'])])).toEqual([])
    expect(codes([one(['DE:80-81'])])).toEqual([['error', 'postal-range', 'territories[0].places[0]']])
    expect(codes([one(['DE']), one(['FR'])])).toEqual([['error', 'name-taken', 'territories[1].name']])
  })
  it('a circle of territories is refused, naming them', () => {
    const circle = [
      { name: 'A', places: ['B'], except: [] },
      { name: 'B', places: ['DE'], except: ['A'] },
    ]
    expect(codes(circle)).toEqual([['error', 'territory-cycle', 'territories[1].except[0]']])
  })
  it('ten thousand territories in a chain are refused in bounded time', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => ({ name: `t${i}`, places: [`t${i + 1}`, `t${i + 1}`], except: [] }))
    expect(codes(chain)).toMatchObject([['error', 'nested-too-deep', expect.any(String)]])
  })
})
