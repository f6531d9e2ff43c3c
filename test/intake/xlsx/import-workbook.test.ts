import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../../../src-main/intake/csv/check-file.ts'
import { rehearseImport } from '../../../src-main/intake/csv/import-file.ts'
import { leftOutFile } from '../../../src-main/intake/csv/left-out-file.ts'
import { undoImport } from '../../../src-main/intake/csv/undo-import.ts'
import { openTestDesk } from '../../helpers/open-test-desk.ts'
import { aFile, importText } from '../import-desk.ts'
import { writeXlsx, type XlsxBook, type XlsxCell } from './write-xlsx.ts'

const rows: XlsxCell[][] = [
  ['Vorname', 'Nachname', 'E-Mail', 'Telefon', 'Land', 'Erstellt am', 'Wert', 'Notiz'],
  ['Jane', 'Doe', 'jane@x.de', 4930901820, 'Germany', { v: 45425.5, style: 1 }, { v: 1200.5, style: 2 }, 'a'],
  ['Joe', 'Bloggs', { v: '#N/A', t: 'e' }, '0171 12345678', 'Germany', { v: 45426, style: 1 }, null, { formula: 'A1' }],
  ['Nobody', null, null, null, null, null, null, 'not to be reached, "at all"'],
  ['Bad', null, 'bad at x', { v: '#REF!', t: 'e' }],
]
const book: XlsxBook = {
  sheets: [
    { name: 'Notes', rows: [] },
    { name: 'Leads', rows: [['Leads of our fair'], [], ...rows] },
    { name: 'More', rows: [['E-Mail'], ['more@x.de']] },
  ],
  formats: ['dd.mm.yyyy hh:mm', '#,##0.00 "€"'],
}

describe('an Excel file', () => {
  it('comes in, is undone, and hands back what it left out to be mended', async () => {
    const test = await openTestDesk()
    const report = await importText(test, writeXlsx(book), { name: 'fair.xlsx' })
    expect(report).toMatchObject({ rows: 4, added: 2, matched: 0, leftOut: 2, encoding: 'xlsx', delimiter: '' })
    expect(report.problems.map(({ line, field, code, leftOut }) => [line, field, code, leftOut])).toEqual([
      [5, 'email', 'formula-error', false],
      [5, 'message', 'formula-error', false],
      [6, 'email', 'no-contact', true],
      [7, 'email', 'bad-email', true],
    ])
    const { leads } = await test.desk.store.leadPage({}, 'newest', null, 9)
    const jane = await test.desk.store.leadDetail(leads.find(({ name }) => name === 'Jane Doe')!.id)
    expect(jane.fields).toMatchObject({
      email: 'jane@x.de',
      phone: '+4930901820',
      country: 'DE',
      receivedAt: Date.UTC(2024, 4, 13, 12),
      value: 1200.5,
      currency: 'EUR',
    })

    const left = await leftOutFile(test.desk, report.batch!)
    // A German Excel parts cells by semicolons.
    expect(left).toEqual({
      name: 'fair-left-out.csv',
      text:
        '\ufeffVorname;Nachname;E-Mail;Telefon;Land;Erstellt am;Wert;Notiz;line;problem\r\n' +
        'Nobody;;;;;;;"not to be reached, ""at all""";6;no e-mail address, telephone number or website\r\n' +
        'Bad;;bad at x;#REF!;;;;;7;"""bad at x"" is no e-mail address, and there is no other way to reach the person"\r\n',
    })
    const mended = left.text.replace('Nobody;;;', 'Nobody;;nobody@x.de;').replace('bad at x;#REF!', 'bad@x.de;#REF!')
    expect(await importText(test, mended, { name: left.name })).toMatchObject({ rows: 2, added: 2, leftOut: 0 })
    expect(await importText(test, writeXlsx(book), { name: 'fair.xlsx' })).toMatchObject({
      rows: 4,
      added: 0,
      matched: 2,
      leftOut: 2,
    })
    expect(await undoImport(test.desk, { batchId: report.batch!, actor: 'test' })).toEqual({ removed: 2, kept: 0 })
  })

  it('is checked and tried without saving, sheet by sheet, cells mended by line', async () => {
    const { desk } = await openTestDesk()
    const file = aFile(writeXlsx(book), 'fair.xlsx')
    expect(await checkFile(desk, file, { sheet: 'More' })).toMatchObject({ rows: 1, good: 1, leftOut: 0 })
    const fixed = { fixes: { 6: { 'E-Mail': 'nobody@x.de' } }, leaveOut: [7] }
    expect(await checkFile(desk, file, fixed)).toMatchObject({ rows: 4, good: 2, flagged: 1, leftOut: 1 })
    const dry = await rehearseImport(desk, { file, options: { ...fixed, route: 'now' }, actor: 'test' })
    expect(dry).toMatchObject({ rows: 4, added: 3, leftOut: 1, batch: null })
    expect((await desk.store.leadPage({}, 'newest', null, 9)).leads).toEqual([])
    expect(readFileSync(file.path).length).toBeGreaterThan(0)
  })

  it('of rows once left out, mended in Excel and saved there, is known as such', async () => {
    const test = await openTestDesk()
    const given: XlsxBook = {
      sheets: [
        {
          name: 'x',
          rows: [
            ['Name', 'E-Mail', 'line', 'problem'],
            ["'=Jane", 'jane@x.de', 6, 'no e-mail address'],
          ],
        },
      ],
    }
    expect(await importText(test, writeXlsx(given), { name: 'left-out.xlsx' })).toMatchObject({ rows: 1, added: 1 })
    const [lead] = (await test.desk.store.leadPage({}, 'newest', null, 1)).leads
    expect(lead).toMatchObject({ name: '=Jane' })
  })
})
