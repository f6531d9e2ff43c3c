import iconv from 'iconv-lite'
import { DeskError, type FileOptions } from '../../contract/index.ts'
import { readSheet, verifySheet } from '../xlsx/read-sheet.ts'
import { openWorkbook, type Sheet, type Workbook } from '../xlsx/workbook.ts'
import { isZip } from './file-kind.ts'
import { findLayout } from './find-layout.ts'
import { encodingOf, type GivenFile, type Head, readHead } from './read-head.ts'
import type { Reading } from './read-rows.ts'
import type { Row } from './scan-rows.ts'

/** How a file begins, whatever kind it is. */
export interface FileStart {
  bytes: number
  /** When `isSettled` is false the encoding is only known after reading on. Where rows begin is not known yet. */
  reading: Reading
  isSettled: boolean
  /** The first rows, titles and headers among them. */
  rows: Row[]
  /** Names of the sheets of an Excel file. */
  sheets: string[]
}

/** Rows of a sheet that headers and habits are judged by; of text it is those of the first megabyte. */
const HEAD_ROWS = 2_000

export async function readStart(file: GivenFile, options: FileOptions): Promise<FileStart> {
  const head = await readHead(file)
  if (isZip(head.head)) return startOfWorkbook(file, head, options)
  if (options.sheet !== undefined)
    throw new DeskError('bad-input', { field: 'sheet', reason: `${file.name} is no Excel file and has no sheets` })
  return startOfText(file, head, options)
}

function startOfText(file: GivenFile, head: Head, options: FileOptions): FileStart {
  const found = encodingOf(file, head, options.encoding)
  const text = decodeHead(head.head.subarray(found.bom), found.encoding, head.isWhole)
  const { delimiter, hasBackslashes, rows } = findLayout(text, head.isWhole, options.delimiter)
  const reading = { encoding: found.encoding, bom: found.bom, delimiter, hasBackslashes, afterLine: 0, table: null }
  return { bytes: head.bytes, reading, isSettled: found.isSettled, rows: text.trim() === '' ? [] : rows, sheets: [] }
}

function decodeHead(head: Buffer, encoding: string, isWhole: boolean): string {
  if (isWhole) return iconv.decode(head, encoding, { stripBOM: false })
  // The decoder keeps what the cut left of the last character to itself.
  return iconv.getDecoder(encoding, { stripBOM: false }).write(head)
}

async function startOfWorkbook(file: GivenFile, { head, bytes }: Head, options: FileOptions): Promise<FileStart> {
  const workbook = await openWorkbook(file, head)
  const { sheet, rows } = await chooseSheet(workbook, options.sheet)
  const table = { workbook, sheet, width: 0, bytes }
  const reading = { encoding: 'xlsx', bom: 0, delimiter: '', hasBackslashes: false, afterLine: 0, table }
  const sheets = workbook.sheets.filter((one) => !one.isHidden || one === sheet).map(({ name }) => name)
  return { bytes, reading, isSettled: true, rows, sheets }
}

/** The sheet of that name, hidden or not; else the first with rows that a person sees. */
async function chooseSheet(workbook: Workbook, name: string | undefined): Promise<{ sheet: Sheet; rows: Row[] }> {
  const { file, sheets } = workbook
  const seen = sheets.filter(({ isHidden }) => !isHidden)
  const named = sheets.find((sheet) => sheet.name === name) ?? sheets.find((sheet) => sheet.name.trim() === name?.trim())
  if (name !== undefined && !named) {
    const names = seen.map((sheet) => `"${sheet.name}"`).join(', ')
    throw new DeskError('bad-input', { field: 'sheet', reason: `${file.name} has no sheet "${name}"; it has ${names || 'none'}` })
  }
  for (const sheet of named ? [named] : seen) {
    await verifySheet(workbook, sheet)
    const rows = await firstRows(workbook, sheet)
    if (rows.length > 0 || named) return { sheet, rows }
  }
  throw new DeskError('file-empty', { file: file.name })
}

async function firstRows(workbook: Workbook, sheet: Sheet): Promise<Row[]> {
  const first: Row[] = []
  for await (const { rows } of readSheet(workbook, sheet)) {
    first.push(...rows)
    if (first.length >= HEAD_ROWS) break
  }
  return first
}
