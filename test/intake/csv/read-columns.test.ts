import { describe, expect, it } from 'vitest'
import { cleanTyped } from '../../../src-main/desk/identify-lead.ts'
import { emptyDraft } from '../../../src-main/desk/empty-draft.ts'
import { cleaned, oneLead } from '../import-desk.ts'

const iso = (at: number | null | undefined): string | null =>
  typeof at !== 'number' ? null : new Date(at).toISOString().slice(0, 16)

describe('two columns that are one', () => {
  it.each([
    ['Date,Time', '13.05.2024,14:20', '2024-05-13T14:20'],
    ['Datum,Uhrzeit', '13.05.2024,8.30 Uhr', '2024-05-13T08:30'],
    ['Date,Heure', '13/05/2024,8h05', '2024-05-13T08:05'],
    ['Date,Time', '2024-05-13,2:05 pm', '2024-05-13T14:05'],
    ['Date,Time', '2024-05-13 10:00,14:20', '2024-05-13T10:00'],
  ])('a day and its time: %s', async (headers, cells, expected) => {
    const { draft, problems } = await oneLead(`E-Mail,${headers}\na@x.de,${cells}\n`)
    expect(iso(draft.receivedAt)).toBe(expected)
    expect(problems).toEqual([])
  })
  it.each([
    ['Straße,Hausnummer', 'Hauptstraße,5a', 'Hauptstraße 5a'],
    ['House Number,Street', '12,Baker Street', '12 Baker Street'],
    ['Calle,Número', 'Calle Mayor,7', 'Calle Mayor 7'],
  ])('a street and its number: %s', async (headers, cells, expected) => {
    expect((await oneLead(`E-Mail,${headers}\na@x.de,${cells}\n`)).draft).toMatchObject({ address: expected })
  })
  it.each([
    ['Country Code,Phone', '+91,9876543210', '+919876543210'],
    ['Vorwahl Land,Telefon', '49,030 901820', '+4930901820'],
    ['Dial code,Mobile', '0044,07911 123456', '+447911123456'],
  ])('a calling code and its number: %s', async (headers, cells, expected) => {
    expect((await oneLead(`E-Mail,${headers}\na@x.de,${cells}\n`)).draft).toMatchObject({ phone: expected })
  })
  it('half of which is missing: the other half is kept', async () => {
    const [, second] = await cleaned('E-Mail,Date,Time,Street,House number\na@x.de,13.05.2024,10:00,Weg,1\nb@x.de,,11:00,,2\n')
    expect(second?.lead?.draft).toMatchObject({ receivedAt: null, address: null, custom: { Time: '11:00', 'House number': '2' } })
  })
})

describe('the order of day and month', () => {
  const file = (rows: number, last: string): string =>
    `E-Mail,Created\n${Array.from({ length: rows }, (_, index) => `a${index}@x.de,03/04/2024`).join('\n')}\nz@x.de,${last}\n`

  it('is what any row of the column says, and be it the 50,000th', async () => {
    const rows = await cleaned(file(50_000, '04/25/2024'), { country: 'DE' })
    expect([iso(rows[0]?.lead?.draft.receivedAt), iso(rows.at(-1)?.lead?.draft.receivedAt)]).toEqual([
      '2024-03-04T00:00',
      '2024-04-25T00:00',
    ])
  }, 60_000)
  it("is the desk's country's where no row says it", async () => {
    expect(iso((await cleaned(file(3, '05/06/2024'), { country: 'US' }))[0]?.lead?.draft.receivedAt)).toBe('2024-03-04T00:00')
    expect(iso((await cleaned(file(3, '05/06/2024'), { country: 'DE' }))[0]?.lead?.draft.receivedAt)).toBe('2024-04-03T00:00')
  })
  it('is what most rows say where they contradict each other', async () => {
    const text = 'E-Mail,Created\na@x.de,03/04/2024\nb@x.de,12/25/2023\nc@x.de,25/12/2023\nd@x.de,26/12/2023\n'
    const rows = await cleaned(text, { country: 'US' })
    expect(rows.map(({ lead }) => iso(lead?.draft.receivedAt)?.slice(0, 10))).toEqual([
      '2024-04-03',
      '2023-12-25',
      '2023-12-25',
      '2023-12-26',
    ])
  })
})

it('the mark before a fraction is what any row of the column says', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `a${index}@x.de,1.200`).join('\n')
  const value = async (last: string) => (await cleaned(`E-Mail,Deal Value\n${rows}\nz@x.de,${last}\n`))[0]?.lead?.draft.value
  expect([await value('12.5'), await value('"12,5"'), await value('7')]).toEqual([1.2, 1200, 1200])
})

it.each(
  'Select|n/a|N.A.|-|--|—|NULL|#N/A|keine Angabe|k. A.|Bitte wählen|non renseigné|Sélectionner|Seleccione|(blank)|[not provided]|Unknown|not set'.split(
    '|',
  ),
)('%j is no value', async (word) => {
  expect((await oneLead(`E-Mail,Industry,Shoe size\na@x.de,${word},${word}\n`)).draft).toEqual({ email: 'a@x.de' })
})

it('a formula that failed is empty, and said', async () => {
  const found = await oneLead('E-Mail,Industry,Amount,Note\na@x.de,#REF!,#WERT!,#1 in town\n')
  expect(found.draft).toEqual({ email: 'a@x.de', message: '#1 in town' })
  expect(found.problems).toEqual(['industry: formula-error', 'value: formula-error'])
})

describe('a telephone number that a spreadsheet spoiled', () => {
  it.each([
    ['4930901820', 'DE', '+4930901820'],
    ['30901820', 'DE', '+4930901820'],
    ['447911123456', 'US', '+447911123456'],
    ['4.930901820E+10', 'DE', null],
    ['4.930901820E+9', 'DE', '+4930901820'],
    ['1.23E+11', 'DE', null],
    ['"4,9301E+11"', 'DE', null],
  ])('%s', async (written, country, expected) => {
    const { draft, problems } = await oneLead(`E-Mail,Phone\na@x.de,${written}\n`, { country })
    expect(draft.phone).toBe(expected ?? written.replaceAll('"', ''))
    expect(problems).toEqual(expected === null ? ['phone: bad-phone'] : [])
  })
})

describe('a country within a country', () => {
  it.each([
    ['England', 'GB-ENG'],
    ['scotland', 'GB-SCT'],
    ['Wales', 'GB-WLS'],
    ['Nordirland', 'GB-NIR'],
    ['United Kingdom', null],
  ])('%s is GB, and %s', async (country, region) => {
    const { draft } = await oneLead(`E-Mail,Country\na@x.de,${country}\n`)
    expect([draft.country, draft.region ?? null]).toEqual(['GB', region])
    const typed = cleanTyped({ ...emptyDraft(), email: 'a@x.de', country }, 'DE')
    expect([typed.country, typed.region]).toEqual(['GB', region])
  })
  it('does not stand before the region that is named', async () => {
    expect((await oneLead('E-Mail,Country,County\na@x.de,England,Kent\n')).draft).toMatchObject({ country: 'GB' })
    expect((await oneLead('E-Mail,Country,State\na@x.de,England,Kent\n')).draft).toMatchObject({ region: 'GB-KEN' })
  })
})
