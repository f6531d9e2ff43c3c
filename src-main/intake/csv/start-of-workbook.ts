import { DeskError, type FileOptions } from '../../contract/index.ts'
import { readSheet, verifySheet } from '../xlsx/read-sheet.ts'
import { openWorkbook, type Sheet, type Workbook } from '../xlsx/workbook.ts'
import type { GivenFile, Head } from './read-head.ts'
import type { FileStart } from './read-start.ts'
import type { Row } from './scan-rows.ts'

/** Rows of a sheet that headers and habits are judged by; of text it is those of the first megabyte. */
const HEAD_ROWS = 2_000

/** How an Excel file begins: the sheet asked for by name, else the first with rows that a person sees. */
export async function startOfWorkbook(file: GivenFile, { head, bytes }: Head, options: FileOptions): Promise<FileStart> {
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
