import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeskError, type FileOptions } from '../../../src-main/contract/index.ts'
import { readRows } from '../../../src-main/intake/csv/read-rows.ts'
import type { Row } from '../../../src-main/intake/csv/scan-rows.ts'
import { lookAtFile, studyFile } from '../../../src-main/intake/csv/study-file.ts'
import { numberStyle, numberText } from '../../../src-main/intake/xlsx/number-text.ts'
import { aFile } from '../import-desk.ts'
import { writeXlsx, type XlsxBook, type XlsxCell, xlsxParts, zipOf } from './write-xlsx.ts'

const HEADERS = ['Name', 'E-Mail', 'Phone']
const JANE = ['Jane', 'jane@x.de', '+49 30 901820']
const book = (...rows: XlsxCell[][]): XlsxBook => ({ sheets: [{ name: 'Leads', rows }] })
const look = (given: XlsxBook | Buffer, options: FileOptions = {}) =>
  lookAtFile(aFile(Buffer.isBuffer(given) ? given : writeXlsx(given), 'leads.xlsx'), options)

async function rowsOf(given: XlsxBook | Buffer, options: FileOptions = {}): Promise<Row[]> {
  const study = await studyFile(aFile(Buffer.isBuffer(given) ? given : writeXlsx(given), 'leads.xlsx'), options)
  const rows: Row[] = []
  for await (const piece of readRows(study.file, study.reading)) rows.push(...piece.rows)
  return rows
}
const cellsOf = async (given: XlsxBook | Buffer, options: FileOptions = {}) =>
  (await rowsOf(given, options)).map(({ cells }) => cells)
const refusal = async (given: XlsxBook | Buffer, options: FileOptions = {}) =>
  look(given, options).then(
    () => null,
    (error: DeskError) => ({ reason: '', ...error.data, code: error.code }),
  )

describe('an Excel file', () => {
  it('is read as its rows would be from a CSV file, each with the number it has in the sheet', async () => {
    const rows = [
      { line: 4, cells: HEADERS },
      { line: 5, cells: JANE },
      { line: 9, cells: ['Joe', null, '0171 12345678'] },
    ]
    const given: XlsxBook = { sheets: [{ name: 'Leads', rows }] }
    expect(await look(given)).toMatchObject({
      encoding: 'xlsx',
      delimiter: '',
      sheets: ['Leads'],
      sheet: 'Leads',
      hasHeader: true,
      headerLine: 4,
      sample: [JANE, ['Joe', '', '0171 12345678']],
    })
    expect(await rowsOf(given)).toEqual([
      { line: 5, cells: JANE, raw: 'Jane,jane@x.de,+49 30 901820', flaw: null },
      { line: 9, cells: ['Joe', '', '0171 12345678'], raw: 'Joe,,0171 12345678', flaw: null },
    ])
  })

  it('may keep its texts in the cells, in runs of different looks, with signs XML cannot hold', async () => {
    const cells = ['Jane', { rich: ['jane', '@x.de'] }, 'a_x0041_ & "b" <c>\r\nd', 'Łódź 山田']
    for (const isInline of [true, false])
      expect(await cellsOf({ ...book([...HEADERS, 'Note'], cells), isInline })).toEqual([
        ['Jane', 'jane@x.de', 'aA & "b" <c>\r\nd', 'Łódź 山田'],
      ])
  })

  it('names its elements with a prefix, or spells a word beside its text', async () => {
    const parts = xlsxParts(book(HEADERS, JANE))
    const sheet = parts['xl/worksheets/sheet1.xml']!.replaceAll(/<(\/?)(\w+)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')
    const strings = parts['xl/sharedStrings.xml']!.replace('Jane</t>', '山田</t><rPh sb="0" eb="1"><t>ヤマダ</t></rPh>')
    const given = { ...book(HEADERS, JANE), parts: { 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': strings } }
    expect(await cellsOf(given)).toEqual([['山田', 'jane@x.de', '+49 30 901820']])
  })

  it('gives the result of a formula, and says where there is none or it failed', async () => {
    const row = ['Jane', { v: 'jane@x.de', t: 'str', formula: 'A2&"@x.de"' }, { v: '#N/A', t: 'e' }, { formula: 'A2' }] as const
    expect(await cellsOf(book([...HEADERS, 'City'], [...row]))).toEqual([['Jane', 'jane@x.de', '#N/A', '#CALC!']])
  })

  it('says yes and no as Excel does, and merged cells once', async () => {
    const given: XlsxBook = {
      sheets: [
        {
          name: 'Leads',
          rows: [
            ['E-Mail', 'VIP', 'Group'],
            ['a@x.de', true, 'both'],
            ['b@x.de', false, null],
          ],
          behind: '<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>',
        },
      ],
    }
    expect(await cellsOf(given)).toEqual([
      ['a@x.de', 'TRUE', 'both'],
      ['b@x.de', 'FALSE', ''],
    ])
  })

  it('holds telephone numbers and ids to their last digit', async () => {
    const row = ['Jane', 'jane@x.de', 493090182012, { v: 1234, style: 1 }, { v: 2125551234, style: 2 }, { v: '1.23E+11' }]
    expect(await cellsOf({ ...book([...HEADERS, 'PLZ', 'Fax', 'Id'], row), formats: ['00000', '(000) 000-0000'] })).toEqual([
      ['Jane', 'jane@x.de', '493090182012', '01234', '(212) 555-1234', '123000000000'],
    ])
  })

  it('has sheets: the first that a person sees with rows in it, or the one that is named', async () => {
    const sheets: XlsxBook['sheets'] = [
      { name: 'Lists', rows: [HEADERS, ['Hidden', 'h@x.de', '']], state: 'hidden' },
      { name: 'Empty', rows: [] },
      { name: 'Leads', rows: [HEADERS, JANE] },
      { name: 'Old & gone', rows: [HEADERS, ['Joe', 'joe@x.de', '']] },
    ]
    expect(await look({ sheets })).toMatchObject({ sheets: ['Empty', 'Leads', 'Old & gone'], sheet: 'Leads', sample: [JANE] })
    expect(await cellsOf({ sheets }, { sheet: 'Old & gone' })).toEqual([['Joe', 'joe@x.de', '']])
    expect(await look({ sheets }, { sheet: 'Lists' })).toMatchObject({ sheet: 'Lists', sample: [['Hidden', 'h@x.de', '']] })
    expect(await refusal({ sheets }, { sheet: 'leads' })).toEqual({
      code: 'bad-input',
      field: 'sheet',
      reason: 'leads.xlsx has no sheet "leads"; it has "Empty", "Leads", "Old & gone"',
    })
    expect(await refusal({ sheets }, { sheet: 'Empty' })).toMatchObject({ code: 'file-empty' })
    expect(await refusal({ sheets: sheets.slice(0, 2) })).toMatchObject({ code: 'file-empty' })
    expect(await refusal(Buffer.from('E-Mail\na@x.de\n'), { sheet: 'Leads' })).toMatchObject({
      code: 'bad-input',
      field: 'sheet',
    })
  })
})

describe('a number in a cell', () => {
  it.each<[pattern: string | number, value: string, text: string]>([
    ['General', '1200.5', '1200.5'],
    ['General', '493090182012345', '493090182012345'],
    ['General', '0.30000000000000004', '0.3'],
    ['General', '12.125', '12.1250'],
    ['#,##0.00', '1200.5', '1200.5'],
    ['0%', '0.125', '12.5%'],
    [10, '0.07', '7%'],
    ['#,##0.00\\ "€"', '1200.5', '1200.5 €'],
    ['[$€-407] #,##0', '99', '99 €'],
    ['"$"#,##0_);[Red]\\("$"#,##0\\)', '5000', '5000 $'],
    ['#,##0 [$CHF]', '5', '5 CHF'],
    ['00000', '1067', '01067'],
    ['+#', '493090182012', '+493090182012'],
    ['0.00E+00', '123456789012', '123456789012'],
    ['@', '49301234', '49301234'],
    [14, '45425', '2024-05-13'],
    [22, '45425.6', '2024-05-13 14:24:00'],
    ['dd/mm/yyyy', '45425', '2024-05-13'],
    ['[$-407]d. mmmm yyyy;@', '45425', '2024-05-13'],
    ['mmm-yy', '45425', '2024-05-13'],
    ['yyyy-mm-dd hh:mm:ss', '45425.9999999', '2024-05-14'],
    [20, '0.5', '12:00:00'],
    ['h:mm AM/PM', '0.75', '18:00:00'],
    ['mm:ss', '0.001', '00:01:26'],
    ['hh.mm', '0.75', '18:00:00'],
    ['h "Uhr" mm', '0.75', '18:00:00'],
    ['[h]:mm', '1.1458333333', '27:30'],
    [46, '0.0625', '1:30:00'],
    ['dd.mm.yyyy hh.mm', '45425.5', '2024-05-13 12:00:00'],
    ['mm.yyyy', '45425', '2024-05-13'],
    [30, '45425', '2024-05-13'],
    [14, '1', '1900-01-01'],
    [14, '61', '1900-03-01'],
    [14, '-5', '-5'],
    [14, '99999999', '99999999'],
    ['x"[[', '7', '7'],
  ])('of format %j: %s is %s', (pattern, value, text) => {
    const style = typeof pattern === 'number' ? numberStyle(pattern, undefined) : numberStyle(164, pattern)
    expect(numberText(value, style, false)).toBe(text)
  })
  it('of a format without end is taken as it is', () => {
    expect(numberText('7', numberStyle(164, '['.repeat(100_000)), false)).toBe('7')
  })
  it('is a day from 1904 where the file says so', () => {
    expect(numberText('43963', { kind: 'date' }, true)).toBe('2024-05-13')
  })
})

describe('a file that is no sound Excel file', () => {
  const parts = xlsxParts(book(HEADERS, JANE))
  const archive = (change: Partial<Record<string, string>>): Buffer =>
    zipOf(
      Object.entries({ ...parts, ...change }).flatMap(([name, text]) =>
        text === undefined ? [] : [{ name, content: Buffer.from(text) }],
      ),
    )

  it.each<[looksLike: string, parts: Record<string, string>]>([
    ['an OpenDocument spreadsheet (.ods)', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }],
    ['an OpenDocument file', { mimetype: 'application/vnd.oasis.opendocument.text' }],
    ['an Apple Numbers, Pages or Keynote document', { 'Index/Document.iwa': '' }],
    ['a Word document', { '_rels/.rels': parts['_rels/.rels']!.replace('xl/workbook.xml', 'word/document.xml') }],
    ['a binary Excel workbook (.xlsb)', { '_rels/.rels': parts['_rels/.rels']!.replace('workbook.xml', 'workbook.bin') }],
    ['a zip archive', { 'readme.txt': 'x' }],
  ])('%s is called so', async (looksLike, content) => {
    const bytes = zipOf(Object.entries(content).map(([name, text]) => ({ name, content: Buffer.from(text) })))
    expect(await refusal(bytes)).toMatchObject({ code: 'file-not-text', looksLike })
  })

  it('is refused with what is wrong, before a row of it is believed', async () => {
    const whole = writeXlsx(book(HEADERS, JANE))
    const reasons = {
      'only a piece of it': whole.subarray(0, 700),
      'xl/worksheets/sheet1.xml is missing': archive({ 'xl/worksheets/sheet1.xml': undefined }),
      'xl/sharedStrings.xml is missing': archive({ 'xl/sharedStrings.xml': undefined }),
      'a text that is not there': archive({ 'xl/sharedStrings.xml': '<sst/>' }),
      'document type': archive({
        'xl/sharedStrings.xml': `<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${parts['xl/sharedStrings.xml']!.slice(56).replace('Jane', '&b;')}`,
      }),
      'Invalid character entity': archive({ 'xl/sharedStrings.xml': parts['xl/sharedStrings.xml']!.replace('Jane', '&xxe;') }),
      'Unclosed root tag': archive({ 'xl/worksheets/sheet1.xml': parts['xl/worksheets/sheet1.xml']!.slice(0, -20) }),
      'row 1 behind row 1': archive({ 'xl/worksheets/sheet1.xml': parts['xl/worksheets/sheet1.xml']!.replace('r="2"', 'r="1"') }),
      'stands twice': zipOf(
        [...Object.entries(parts), ['xl/styles.xml', 'x']].map(([name, text]) => ({ name: name!, content: Buffer.from(text!) })),
      ),
    }
    for (const [reason, bytes] of Object.entries(reasons)) {
      const answer = await refusal(bytes)
      expect(answer, reason).toMatchObject({ code: 'file-unreadable' })
      expect(answer?.reason).toContain(reason)
      expect(answer?.reason).toContain('save it anew')
    }
  })

  it('is refused when it is made to fill the memory, by what it says and by what it does', async () => {
    const named = (name: string, content: Buffer, lie: object = {}): Buffer =>
      zipOf(
        Object.entries({ ...parts, [name]: '' }).map(([part, text]) =>
          part === name ? { name, content, lie } : { name: part, content: Buffer.from(text) },
        ),
      )
    const sheet = 'xl/worksheets/sheet1.xml'
    expect((await refusal(named(sheet, Buffer.from('x'), { size: 3_000_000_000 })))?.reason).toContain('would unpack to 2861 MB')
    expect((await refusal(named(sheet, Buffer.alloc(100_000_000, 32))))?.reason).toMatch(/would unpack to \d+ times its size/)
    // Says little and unpacks to much: stopped where it goes beyond its word.
    expect((await refusal(named(sheet, Buffer.alloc(100_000_000, 32), { size: 500 })))?.reason).toContain('too many bytes')
    expect((await refusal(named('xl/sharedStrings.xml', Buffer.from('x'), { size: 300_000_000 })))?.reason).toContain('256 MB')
    expect((await refusal(named(sheet, Buffer.from(parts[sheet]!), { crc: 1 })))?.reason).toContain('checksum')
    expect((await refusal(named(sheet, Buffer.from(parts[sheet]!), { flags: 1 })))?.reason).toContain('encrypted')
    const many = zipOf(Array.from({ length: 10_001 }, (_, index) => ({ name: `xl/${index}`, content: Buffer.alloc(0) })))
    expect((await refusal(many))?.reason).toContain('10001 parts')
  })

  it('stops where one long text stands in a million cells', async () => {
    const long = 'x'.repeat(30_000)
    const cells = Array.from({ length: 30 }, () => long)
    const given = writeXlsx(book(HEADERS, ...Array.from({ length: 1200 }, () => cells)))
    await expect(rowsOf(given)).rejects.toMatchObject({ code: 'file-unreadable', data: { reason: /thousand million letters/ } })
  })
})

describe('bytes bitten into', () => {
  const RUNS = Number(process.env['LEAD_DESK_FUZZ'] ?? 300)
  const rows = Array.from({ length: 40 }, (_, index) => [`Name ${index}`, `n${index}@x.de`, 4930901000 + index])
  const whole = writeXlsx({ ...book(HEADERS, ...rows), formats: ['00000'] })
  const right = rows.map((row) => row.map(String))

  it('are refused in words, or read right', async () => {
    const file = aFile(whole, 'leads.xlsx')
    const bite = fc.record({ at: fc.nat(whole.length - 1), bits: fc.integer({ min: 1, max: 255 }), cut: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(bite, { minLength: 1, maxLength: 3 }), async (bites) => {
        let bytes = Buffer.from(whole)
        for (const { at, bits, cut } of bites) {
          if (cut && bits < 20) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + bits)])
          else if (at < bytes.length) bytes[at]! ^= bits
        }
        writeFileSync(file.path, bytes)
        // Of the processor's time: the machine may be busy with others.
        const started = process.cpuUsage()
        try {
          const study = await studyFile(file, {})
          const read: string[][] = []
          for await (const piece of readRows(file, study.reading)) read.push(...piece.rows.map(({ cells }) => cells))
          expect(read).toEqual(right)
        } catch (error) {
          if (!(error instanceof DeskError)) throw error
        }
        expect(process.cpuUsage(started).user).toBeLessThan(3_000_000)
      }),
      { numRuns: RUNS },
    )
    expect(readFileSync(file.path).length).toBeGreaterThan(0)
  }, 3_600_000)
})
