import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { DeskError } from '../../contract/index.ts'
import { findEncoding, wholeCharacters } from './encodings.ts'
import { fileError, type GivenFile, openFile } from './read-head.ts'
import { type Row, RowScanner } from './scan-rows.ts'
import { isSepLine } from './find-layout.ts'
import type { Sheet, Workbook } from '../xlsx/workbook.ts'

/** How to read a file from its first byte to its last. */
export interface Reading {
  encoding: string
  bom: number
  delimiter: string
  hasBackslashes: boolean
  /** Rows up to this line are titles and headers; 0 when there are none. */
  afterLine: number
  /** Of an Excel file, whose encoding is `xlsx` and whose delimiter is ''; null else. */
  table: SheetReading | null
}

export interface SheetReading {
  workbook: Workbook
  sheet: Sheet
  /** Cells that every row has at least: as many as there are headers. */
  width: number
  bytes: number
}

/**
 * Bytes read at once. Cells are slices of their piece and keep it alive: small ones let memory go sooner, and still cost the disk nothing.
 */
const PIECE_BYTES = 65_536

export interface RowsRead {
  rows: Row[]
  /** Bytes of the file read so far. */
  bytesRead: number
}

/**
 * Reads the rows of a file, a piece at a time: nothing is held but the piece and the row it ends in. The next piece is
 * read when the last was taken.
 */
export async function* readRows(file: GivenFile, reading: Reading, signal?: AbortSignal): AsyncGenerator<RowsRead> {
  if (reading.table) {
    const { workbook, sheet, width, bytes } = reading.table
    const { readSheet } = await import('../xlsx/read-sheet.ts')
    for await (const { rows, share } of readSheet(workbook, sheet, width, signal))
      yield { rows: rows.filter(({ line }) => line > reading.afterLine), bytesRead: Math.round(bytes * share) }
    return
  }
  const handle = await openFile(file)
  try {
    const decoder = iconv.getDecoder(reading.encoding, { stripBOM: false })
    const isByteForByte = /^(?:utf-8|iso-8859-\d+|windows-125\d)$/.test(reading.encoding)
    const scanner = new RowScanner(reading.delimiter, reading.hasBackslashes)
    const buffer = Buffer.allocUnsafe(PIECE_BYTES)
    let bytesRead = reading.bom
    let isClean = true
    for (;;) {
      if (signal?.aborted) throw new DeskError('import-cancelled', {})
      const read = await handle.read(buffer, 0, PIECE_BYTES, bytesRead)
      if (read.bytesRead === 0) break
      bytesRead += read.bytesRead
      const piece = buffer.subarray(0, read.bytesRead)
      // ASCII is the same in all of these, and needs no decoder as long as none holds half a character.
      const isPlain = isByteForByte && isClean && isAscii(piece)
      const text = isPlain ? piece.toString('latin1') : decoder.write(piece)
      if (!isPlain) isClean = reading.encoding !== 'utf-8' || isWholeUtf8(piece)
      yield { rows: wanted(scanner.push(text), reading.afterLine), bytesRead }
    }
    const tail = decoder.end() ?? ''
    const rows = tail === '' ? scanner.end() : [...scanner.push(tail), ...scanner.end()]
    yield { rows: wanted(rows, reading.afterLine), bytesRead }
  } catch (error) {
    throw fileError(file, error)
  } finally {
    await handle.close()
  }
}

function wanted(rows: Row[], afterLine: number): Row[] {
  const first = rows[0]
  if (!first || (first.line > afterLine && first.line > 1)) return rows
  return rows.filter((row) => row.line > afterLine && !isSepLine(row))
}

/** True when the piece ends with a whole character, so that the decoder holds none of it. */
function isWholeUtf8(piece: Buffer): boolean {
  return (piece.at(-1) ?? 0) < 0x80
}

/**
 * The encoding of a file whose head was all ASCII: reads on until something is not. A file that stays ASCII is UTF-8 as well as
 * anything.
 */
export async function settleEncoding(file: GivenFile, from: number): Promise<string> {
  const handle = await openFile(file)
  try {
    const buffer = Buffer.allocUnsafe(1_048_576)
    let at = from
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, at)
      if (bytesRead === 0) return 'utf-8'
      const piece = buffer.subarray(0, bytesRead)
      if (!isAscii(piece)) {
        // One more look from the first odd byte on, so that a character cut at the end does not count as a bad one.
        const first = piece.findIndex((byte) => byte > 127)
        const again = await handle.read(buffer, 0, buffer.length, at + first)
        const window = buffer.subarray(0, again.bytesRead)
        return isUtf8(wholeCharacters(window)) ? 'utf-8' : findEncoding(window, false).encoding
      }
      at += bytesRead
    }
  } finally {
    await handle.close()
  }
}
