import iconv from 'iconv-lite'
import { DeskError, type FileOptions } from '../../contract/index.ts'
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

export async function readStart(file: GivenFile, options: FileOptions): Promise<FileStart> {
  const head = await readHead(file)
  if (isZip(head.head)) {
    // Its unpacker, its XML reader and its number formats are read with the first Excel file, not at every start.
    const { startOfWorkbook } = await import('./start-of-workbook.ts')
    return startOfWorkbook(file, head, options)
  }
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
