import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../../../src-main/intake/csv/check-file.ts'
import { importFile } from '../../../src-main/intake/csv/import-file.ts'
import { readRows } from '../../../src-main/intake/csv/read-rows.ts'
import { type Row, RowScanner } from '../../../src-main/intake/csv/scan-rows.ts'
import { lookAtFile, settle, studyFile } from '../../../src-main/intake/csv/study-file.ts'
import { openTestDesk } from '../../helpers/open-test-desk.ts'
import { CORPUS, corpusFiles, hasCorpus } from '../corpus.ts'

/** What the README of the corpus says of each file: rows × columns, encoding, delimiter; and what becomes of the rows on a US desk. */
const LEADS: Record<
  string,
  [rows: number, columns: number, encoding: string, delimiter: string, added: number, matched: number, leftOut: number]
> = {
  'x-education-leads.csv': [9240, 37, 'utf-8', ',', 0, 0, 9240],
  'datablist-leads-10000.csv': [10_000, 14, 'utf-8', ',', 10_000, 0, 0],
  'datablist-organizations-10000.csv': [10_000, 9, 'utf-8', ',', 10_000, 0, 0],
  'salesforce-leads-posit.csv': [160, 17, 'utf-8', ',', 160, 0, 0],
  'facebook-export-groweasy.csv': [10, 6, 'utf-8', ',', 10, 0, 0],
  'google-ads-export-groweasy.csv': [10, 7, 'utf-8', ',', 10, 0, 0],
  'crm-export-groweasy.csv': [5, 15, 'utf-8', ',', 5, 0, 0],
  'ccl3-sample-leads.csv': [5, 5, 'utf-8', ',', 5, 0, 0],
  'ccl3-import-test.csv': [5, 5, 'utf-8', ',', 5, 0, 0],
  'ccl3-comprehensive.csv': [3, 4, 'utf-8', ',', 3, 0, 0],
  'reactivation-bom.csv': [5, 7, 'utf-8', ',', 5, 0, 0],
  'uci-bank.csv': [4521, 17, 'utf-8', ';', 0, 0, 4521],
  'employees-1000.csv': [1000, 6, 'utf-8', ',', 997, 0, 3],
  'salesforce-account-export-win1252.csv': [423, 38, 'windows-1252', ',', 9, 0, 414],
  'salesforce-error-report.csv': [11, 32, 'utf-8', ',', 0, 0, 11],
  'salesforce-account-insert.csv': [100, 7, 'utf-8', ',', 100, 0, 0],
  'krayin-leads.csv': [2, 14, 'utf-8', ',', 0, 0, 2],
  'krayin-persons.csv': [2, 6, 'utf-8', ',', 2, 0, 0],
  'chatwoot-contacts.csv': [25, 7, 'utf-8', ',', 25, 0, 0],
  'odoo-o2m-customers-contacts.csv': [8, 9, 'utf-8', ',', 0, 0, 8],
  'civicrm-individual_country_state_county_with_related.csv': [8, 22, 'utf-8', ',', 1, 7, 0],
  'civicrm-individual_invalid_email.csv': [1, 3, 'utf-8', ',', 0, 0, 1],
  'civicrm-individual_dates_type32.csv': [2, 9, 'utf-8', ',', 0, 0, 2],
  'thunderbird-basic.csv': [2, 37, 'utf-8', ',', 2, 0, 0],
  'thunderbird-semicolon.csv': [2, 4, 'utf-8', ';', 2, 0, 0],
}

/** Records of the README less the header; -1 for a file that is refused because it holds nothing. */
const TORTURE: Record<string, [rows: number, delimiter?: string, encoding?: string]> = {
  'csvkit/bad.csv': [3],
  'csvkit/bad_skip_lines.csv': [3],
  'csvkit/blanks.csv': [1],
  'csvkit/dummy_col_shuffled_ragged.csv': [1],
  'csvkit/empty.csv': [-1],
  'csvkit/mac_newlines.csv': [2],
  'csvkit/no_header_row.csv': [1],
  'csvkit/null_byte.csv': [1],
  'csvkit/optional_quote_characters.csv': [1],
  'csvkit/sniff_limit.csv': [1, ';'],
  'csvkit/test_date_format.csv': [2],
  'csvkit/test_empty_columns.csv': [3],
  'csvkit/test_empty_columns_long_row.csv': [1],
  'csvkit/test_empty_columns_short_row.csv': [1],
  'csvkit/test_extra_header.csv': [1],
  'csvkit/test_header_newline.csv': [1],
  'csvkit/test_join_short_rows.csv': [3],
  'csvkit/test_latin1.csv': [2, ',', 'windows-1252'],
  'csvkit/test_locale.csv': [1],
  'csvkit/test_no_leading_zeroes.csv': [1],
  'csvkit/test_numeric_date_format.csv': [2],
  'csvkit/test_skip_lines.csv': [1],
  'csvkit/test_utf16_big.csv': [2, ',', 'utf-16be'],
  'csvkit/test_utf16_little.csv': [2, ',', 'utf-16le'],
  'csvkit/test_utf8.csv': [2],
  'csvkit/test_utf8_bom.csv': [2],
  'csvkit/dummy.tsv': [1, '\t'],
  'csvkit/ks_1033_data.csv': [1575],
  'csvlint/cr-line-endings.csv': [2],
  'csvlint/crlf-line-endings.csv': [2],
  'csvlint/lf-line-endings.csv': [2],
  'csvlint/inconsistent-line-endings.csv': [2],
  'csvlint/inconsistent-line-endings-unquoted.csv': [2],
  'csvlint/invalid_many_rows.csv': [10],
  // The title is no row either.
  'csvlint/title-row.csv': [2],
  'csvlint/valid.csv': [2],
  'csvlint/valid_many_rows.csv': [6],
  'csvlint/windows-line-endings.csv': [1],
  'csv-spectrum/comma_in_quotes.csv': [1],
  'csv-spectrum/empty.csv': [2],
  'csv-spectrum/empty_crlf.csv': [2],
  'csv-spectrum/escaped_quotes.csv': [2],
  'csv-spectrum/json.csv': [1],
  'csv-spectrum/location_coordinates.csv': [1],
  'csv-spectrum/newlines.csv': [3],
  'csv-spectrum/newlines_crlf.csv': [3],
  'csv-spectrum/quotes_and_newlines.csv': [2],
  'csv-spectrum/simple.csv': [1],
  'csv-spectrum/simple_crlf.csv': [1],
  'csv-spectrum/utf8.csv': [2],
  'papaparse/sample.csv': [1],
  'papaparse/sample-header.csv': [2],
  'papaparse/utf-8-bom-sample.csv': [1],
  'papaparse/verylong-sample.csv': [2000],
  'papaparse/normal.csv': [1135],
  // Eight people, no header.
  'papaparse/long-sample.csv': [8],
  // The unclosed quote on line 9 swallows line 10 in other readers: nine records. Here both are rows.
  'papaparse/malformed.tsv': [9, '\t'],
  // A title and blank lines above the header, which stands on line 4: 20 records less these two.
  'univocity/essential.csv': [18],
  'univocity/essential-mac.csv': [18],
  'univocity/essential-dos.csv': [18],
  'univocity/european.csv': [5, ';'],
  'univocity/escape.csv': [1],
  'univocity/multi_schema.csv': [4],
  'univocity/bean_test.csv': [2],
  'univocity/github_1.csv': [2],
  'univocity/github_177.csv': [2],
  'univocity/ticket_3.csv': [2],
  'univocity/correctness.csv': [5],
  'node-csv/365-utf8-bom-windows.csv': [1],
  'node-csv/399.csv': [1],
  'node-csv/411.csv': [3],
  'dataloader/csvtext.csv': [2],
  'dataloader/csvtext_BOM_UTF8.csv': [2],
  'dataloader/csvtext_BOM_UTF16LE.csv': [2, ',', 'utf-16le'],
  'dataloader/csvSeparator.csv': [2],
  'dataloader/dateWithTimeZone.csv': [2],
}

/** Most of these files hold no way to reach anyone: all of their rows are left out, and handed back. These bring leads. */
const BRING_LEADS: Record<string, [added: number, matched: number]> = {
  'csv-spectrum/location_coordinates.csv': [1, 0],
  'papaparse/long-sample.csv': [8, 0],
  'node-csv/411.csv': [3, 0],
  'dataloader/dateWithTimeZone.csv': [2, 0],
}

/** What is odd in a file, told of its rows: line and code. A row that reaches nobody is told of by its reason, which all others have. */
const ODD: Record<string, string[]> = {
  'papaparse/malformed.tsv': ['9 torn-quote'],
  // Two of its last column hold a name where the others have an address.
  'papaparse/long-sample.csv': ['1 bad-email', '5 bad-email'],
  'csv-spectrum/location_coordinates.csv': ['2 bad-encoding'],
}

async function rowsOf(path: string): Promise<{ headers: string[]; rows: Row[]; delimiter: string; encoding: string }> {
  const study = await settle(await studyFile({ path, name: 'x.csv' }, {}))
  const rows: Row[] = []
  for await (const piece of readRows(study.file, study.reading)) rows.push(...piece.rows)
  return {
    headers: study.columns.map(({ header }) => header),
    rows,
    delimiter: study.reading.delimiter,
    encoding: study.reading.encoding,
  }
}

// oxlint-disable-next-line no-console -- A suite that is passed over must say so.
if (!hasCorpus) console.warn('The corpus of real CSV files (../shared/data/csv) is not here: its suites are passed over.')

describe.runIf(hasCorpus)('lead files of others', () => {
  it.each(corpusFiles('leads').filter((name) => name !== 'ccl3-invalid.csv'))(
    '%s is taken in as its README says',
    async (name) => {
      const [rows, columns, encoding, delimiter, added, matched, leftOut] = LEADS[name]!
      const test = await openTestDesk()
      await test.desk.store.saveSettings(
        { deskName: 'Test', timeZone: 'UTC', country: 'US', holidays: null, hours: null },
        { at: 1, actor: 'test' },
      )
      const report = await importFile(test.desk, {
        file: { path: join(CORPUS, 'leads', name), name },
        options: { route: 'now' },
        actor: 'test',
      })
      expect({ ...report, problems: [], columns: report.columns.length }).toMatchObject({
        rows,
        columns,
        encoding,
        delimiter,
        added,
        matched,
        leftOut,
      })
      expect(report.problems.filter((problem) => problem.leftOut)).toHaveLength(leftOut)
      const again = await importFile(test.desk, {
        file: { path: join(CORPUS, 'leads', name), name },
        options: { route: 'now' },
        actor: 'test',
      })
      expect(again).toMatchObject({ rows, added: 0, matched: added + matched, leftOut })
    },
    120_000,
  )

  it("with header words only, and none of them a lead's, is refused", async () => {
    await expect(
      lookAtFile({ path: join(CORPUS, 'leads/ccl3-invalid.csv'), name: 'ccl3-invalid.csv' }, {}),
    ).rejects.toMatchObject({ code: 'file-no-lead-column', data: { headers: ['invalid', 'csv', 'data'] } })
  })

  it('answer with the rows their README names', async () => {
    const { desk } = await openTestDesk()
    const check = async (name: string) =>
      (await checkFile(desk, { path: join(CORPUS, 'leads', name), name }, {})).problems.map(
        ({ line, field, code }) => `${line - 1} ${field} ${code}`,
      )
    expect(await check('employees-1000.csv')).toEqual(['420 email bad-email', '474 email bad-email', '526 email bad-email'])
    // Row 2's fault is the country of another person; 1013 is CiviCRM's own number for Australia.
    expect(await check('civicrm-individual_country_state_county_with_related.csv')).toEqual([
      '1 country unknown-country',
      '5 country unknown-country',
      '8 region unknown-region',
    ])
    expect(await check('civicrm-individual_invalid_email.csv')).toEqual(['1 email bad-email'])
    expect(await check('thunderbird-basic.csv')).toEqual([])
  })

  it('lose no letter and no column', async () => {
    const win = await rowsOf(join(CORPUS, 'leads/salesforce-account-export-win1252.csv'))
    const text = win.rows.map(({ raw }) => raw).join('\n')
    for (const word of ['Crédito', 'Pébéo', 'Nº']) expect(text).toContain(word)
    expect((await rowsOf(join(CORPUS, 'leads/reactivation-bom.csv'))).headers[0]).toBe('id')
    expect((await rowsOf(join(CORPUS, 'leads/thunderbird-basic.csv'))).rows.map(({ cells }) => cells.length)).toEqual([38, 38])
  })
})

describe.runIf(hasCorpus)('files made to break readers', () => {
  it.each(corpusFiles('torture'))('%s is read as its README says', async (name) => {
    const [rows, delimiter = ',', encoding = 'utf-8'] = TORTURE[name] ?? []
    const path = join(CORPUS, 'torture', name)
    if (rows === -1) return expect(studyFile({ path, name }, {})).rejects.toMatchObject({ code: 'file-empty' })
    const read = await rowsOf(path)
    expect(read).toMatchObject({ delimiter, encoding })
    expect(read.rows).toHaveLength(rows ?? Number.NaN)
    // Every row begins on the line it says.
    const lines = iconv.decode(readFileSync(path), encoding).split(/\r\n|\r|\n/)
    for (const row of read.rows) expect(lines[row.line - 1]).toBe(row.raw.split(/\r\n|\r|\n/)[0])
    return undefined
  })

  it.each(corpusFiles('torture').filter((name) => TORTURE[name]?.[0] !== -1))(
    '%s comes in or is handed back, every row',
    async (name) => {
      const [rows] = TORTURE[name] ?? [Number.NaN]
      const [added, matched] = BRING_LEADS[name] ?? [0, 0]
      const test = await openTestDesk()
      const file = { path: join(CORPUS, 'torture', name), name }
      const report = await importFile(test.desk, { file, options: { route: 'now' }, actor: 'test' })
      expect(report).toMatchObject({ rows, added, matched, leftOut: rows - added - matched })
      expect(await test.desk.store.leftOutRows(report.batch!)).toHaveLength(report.leftOut)
      const odd = report.problems.filter(({ code }) => code !== 'no-contact').map(({ line, code }) => `${line} ${code}`)
      expect(odd).toEqual(ODD[name] ?? [])
    },
  )

  it.each(corpusFiles('torture').filter((name) => name.startsWith('csv-spectrum/')))('%s holds what its JSON says', (name) => {
    const json = join(CORPUS, 'torture', name.replace('csv-spectrum/', 'csv-spectrum/expected-json/').replace('.csv', '.json'))
    expect(existsSync(json)).toBe(true)
    const scanner = new RowScanner(',')
    const [header, ...rows] = [...scanner.push(readFileSync(join(CORPUS, 'torture', name), 'utf8')), ...scanner.end()]
    const records = rows.map(({ cells }) => Object.fromEntries(header!.cells.map((key, index) => [key, cells[index] ?? ''])))
    const wanted = [JSON.parse(readFileSync(json, 'utf8')) as Record<string, string> | Record<string, string>[]].flat()
    // In this one file the number was masked in the JSON, not in the CSV.
    if (name.endsWith('location_coordinates.csv')) wanted[0]!['Contact Phone Number'] = '2095257564'
    expect(records).toEqual(wanted)
  })

  it('are all in the table, and the table in the files', () => {
    expect(Object.keys(TORTURE).sort()).toEqual(corpusFiles('torture'))
    expect([...Object.keys(LEADS), 'ccl3-invalid.csv'].sort()).toEqual(corpusFiles('leads'))
  })

  it('keep their peculiarities', async () => {
    const read = (name: string) => rowsOf(join(CORPUS, 'torture', name))
    expect((await read('papaparse/malformed.tsv')).rows.map(({ line, flaw }) => [line, flaw]).slice(-2)).toEqual([
      [9, 'torn-quote'],
      [10, null],
    ])
    expect((await read('csvkit/mac_newlines.csv')).rows[1]?.cells).toContain('Once upon\ra time')
    expect((await read('csvlint/inconsistent-line-endings.csv')).rows).toHaveLength(2)
    expect((await read('univocity/european.csv')).rows[1]?.cells).toEqual([
      '1999',
      'Chevy',
      'Venture "Extended Edition"',
      '',
      '4900,00',
    ])
    expect((await read('csvkit/test_header_newline.csv')).headers.every((header) => !/[\t\r\n\v\f]/.test(header))).toBe(true)
  })
})
