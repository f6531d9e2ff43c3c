import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { DeskError } from '../../../src-main/contract/index.ts'
import { checkFile } from '../../../src-main/intake/csv/check-file.ts'
import { importFile } from '../../../src-main/intake/csv/import-file.ts'
import type { GivenFile } from '../../../src-main/intake/csv/read-head.ts'
import { readRows } from '../../../src-main/intake/csv/read-rows.ts'
import type { Row } from '../../../src-main/intake/csv/scan-rows.ts'
import { settle, studyFile } from '../../../src-main/intake/csv/study-file.ts'
import { openTestDesk, type TestDesk } from '../../helpers/open-test-desk.ts'
import { CORPUS, corpusFiles } from '../corpus.ts'
import { aFile } from '../import-desk.ts'
import { countRecords, linesAmiss } from './reference-scan.ts'

/** A nightly run asks for more: LEAD_DESK_FUZZ=100000. */
const RUNS = Number(process.env['LEAD_DESK_FUZZ'] ?? 300)
/** Of large files their beginning is bitten into, so that many bites fit into a run. */
const MOST_BYTES = 12_000

/** Pieces of files of our own, where those of others are not here. */
const OWN = [
  'Name,E-Mail,Phone\nJane,jane@x.de,+49 30 901820\n"Doe, Joe",joe@x.de,"0171\n12345678"\n',
  'Vorname;Nachname;E-Mail\r\nJürgen;"Müller ""MM""";j@x.de\r\n;;\r\nx;y;z@x.de',
  'first\tlast\temail\rA\tB\ta@x.de\rC\tD\tc@x.de\r',
]
const files = ['torture', 'leads'].flatMap((folder) =>
  corpusFiles(folder as 'torture' | 'leads').map((name) => readFileSync(join(CORPUS, folder, name)).subarray(0, MOST_BYTES)),
)
const material = [...OWN.map((text) => Buffer.from(text)), ...files.filter(({ length }) => length > 0)]

const bite = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
  put: fc.oneof(
    fc.constantFrom(
      '',
      '"',
      '""',
      '\n',
      '\r',
      '\r\n',
      ',',
      ';',
      '\t',
      '\0',
      '\\"',
      '\ufeff',
      ' "',
      '" ',
      '\u00ff',
      '\u00e4',
      '=1+1',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  ),
})
const bitten = fc.tuple(fc.constantFrom(...material), fc.array(bite, { minLength: 1, maxLength: 4 })).map(([whole, bites]) => {
  let bytes = whole
  for (const { at, length, put } of bites) {
    const from = Math.floor(at * bytes.length)
    bytes = Buffer.concat([
      bytes.subarray(0, from),
      Buffer.from(put, put > '\u00ff' ? 'utf8' : 'latin1'),
      bytes.subarray(from + length),
    ])
  }
  return bytes
})

/** Rows of a file as it should have them; null when the desk refuses it. */
async function rowsExpected(file: GivenFile, bytes: Buffer): Promise<number | null> {
  try {
    const study = await settle(await studyFile(file, {}))
    const { reading } = study
    const all: Row[] = []
    for await (const { rows } of readRows(file, { ...reading, afterLine: 0 })) all.push(...rows)
    const text = iconv.decode(bytes.subarray(reading.bom), reading.encoding, { stripBOM: false })
    // Excel's own first line is no row.
    const isSep = /^sep=.(?=\r|\n|$)/i.test(text)
    const amiss = linesAmiss(isSep ? text.replace(/^sep=./i, '') : text, all)
    expect(amiss).toEqual({ lost: [], wrong: [] })
    const counted = reading.hasBackslashes ? null : countRecords(text, reading.delimiter)
    const isDoubtful = all.some(({ flaw }) => flaw !== null) || /[ \t]"|"[ \t]/.test(text)
    if (counted !== null && !isDoubtful) expect(all.length + (isSep ? 1 : 0)).toBe(counted)
    return all.filter(({ line }) => line > reading.afterLine).length
  } catch (error) {
    if (error instanceof DeskError) return null
    throw error
  }
}

async function holds({ desk }: TestDesk, file: GivenFile, bytes: Buffer, isImported: boolean): Promise<void> {
  writeFileSync(file.path, bytes)
  const expected = await rowsExpected(file, bytes)
  // Of the processor's time: the machine may be busy with others.
  const started = process.cpuUsage()
  if (isImported) {
    const report = await importFile(desk, { file, options: { route: 'hold' }, actor: 'test' }).catch(refused)
    expect(report?.rows ?? null).toBe(expected)
    if (report) expect(report.added + report.matched + report.leftOut).toBe(report.rows)
    if (typeof report?.batch === 'number') expect(await desk.store.leftOutRows(report.batch)).toHaveLength(report.leftOut)
  } else {
    const check = await checkFile(desk, file, {}).catch(refused)
    expect(check?.rows ?? null).toBe(expected)
    if (check) expect(check.good + check.flagged + check.leftOut).toBe(check.rows)
  }
  expect(process.cpuUsage(started).user, 'far below a second a megabyte').toBeLessThan(3_000_000)
}

function refused(error: unknown): null {
  if (error instanceof DeskError) return null
  throw error
}

describe('files of others, bitten into', () => {
  it('keep every row when they are checked', async () => {
    const test = await openTestDesk()
    const file = aFile('', 'bitten.csv')
    await fc.assert(
      fc.asyncProperty(bitten, (bytes) => holds(test, file, bytes, false)),
      { numRuns: RUNS },
    )
  }, 7_200_000)

  it('keep every row when they come in', async () => {
    const test = await openTestDesk()
    const file = aFile('', 'bitten.csv')
    await fc.assert(
      fc.asyncProperty(bitten, (bytes) => holds(test, file, bytes, true)),
      { numRuns: Math.ceil(RUNS / 20) },
    )
  }, 7_200_000)
})
