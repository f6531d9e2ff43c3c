import { DeskError } from '../../contract/index.ts'
import { csvRecord } from '../../lib/csv-line.ts'
import { LONGEST_ROW, type Row } from '../csv/scan-rows.ts'
import { numberText, PLAIN } from './number-text.ts'
import { damaged, openParts } from './open-parts.ts'
import { type Sheet, unescaped, type Workbook } from './workbook.ts'
import { XmlReader } from './xml-reader.ts'

export interface SheetPiece {
  rows: Row[]
  /** Share of the sheet read so far, 0 to 1. */
  share: number
}

/** Rows handed on at once. */
const PIECE_ROWS = 500
const LAST_LINE = 1_048_576
const LAST_COLUMN = 16_384
/** Characters of all rows together: a small file may name one long text in every cell. */
const MOST_TEXT = 1_073_741_824

/**
 * The rows of a sheet as if from a CSV file: `line` is the row's number in the sheet, cells are texts as a person sees them, `raw` is the
 * CSV record. Empty rows are none; rows are filled up to `width` cells. Nothing is held but the rows handed on.
 */
export async function* readSheet(workbook: Workbook, sheet: Sheet, width = 0, signal?: AbortSignal): AsyncGenerator<SheetPiece> {
  const { file } = workbook
  const parts = await openParts(file)
  try {
    const table = new SheetTable(workbook, width)
    const reader = new XmlReader(table)
    const bytes = parts.bytesOf(sheet.part)
    let read = 0
    for await (const piece of parts.read(sheet.part)) {
      if (signal?.aborted) throw new DeskError('import-cancelled', {})
      reader.write(piece)
      read += piece.length
      if (table.rows.length >= PIECE_ROWS) yield { rows: table.take(), share: read / bytes }
    }
    reader.end()
    yield { rows: table.take(), share: 1 }
  } catch (error) {
    throw error instanceof DeskError ? error : damaged(file, (error as Error).message.split('\n')[0] ?? '', error)
  } finally {
    parts.close()
  }
}

/** Unpacks a sheet to its end, so that a damaged one is refused before any of its rows is believed. */
export async function verifySheet(workbook: Workbook, sheet: Sheet): Promise<void> {
  const parts = await openParts(workbook.file)
  try {
    for await (const piece of parts.read(sheet.part)) void piece
  } finally {
    parts.close()
  }
}

/** Makes rows of the elements of a sheet. */
class SheetTable {
  rows: Row[] = []
  readonly #workbook: Workbook
  readonly #width: number
  #isInRows = false
  #line = 0
  #cells: string[] = []
  #column = -1
  #type = ''
  #style = 0
  #hasFormula = false
  /** Null where what stands here is no part of the cell's value. */
  #text: string | null = null
  #value = ''
  #isSpoken = false
  #given = 0

  constructor(workbook: Workbook, width: number) {
    this.#workbook = workbook
    this.#width = width
  }

  take(): Row[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.#isInRows = true
    else if (!this.#isInRows) return
    else if (name === 'row') this.#openRow(attributes['r'])
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'f') this.#hasFormula = true
    else if (name === 'rPh') this.#isSpoken = true
    else if (name === 'v' || (name === 't' && !this.#isSpoken)) this.#text = ''
  }

  text(piece: string): void {
    if (this.#text !== null) this.#text += piece
  }

  close(name: string): void {
    if (name === 'sheetData') this.#isInRows = false
    else if (!this.#isInRows) return
    else if (name === 'v' || name === 't') {
      this.#value += this.#text ?? ''
      this.#text = null
    } else if (name === 'rPh') this.#isSpoken = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
  }

  #openRow(written: string | undefined): void {
    const line = written === undefined ? this.#line + 1 : Number(written)
    if (!Number.isInteger(line) || line <= this.#line || line > LAST_LINE)
      throw damaged(this.#workbook.file, `row ${written} behind row ${this.#line}`)
    this.#line = line
    this.#cells = []
    this.#column = -1
  }

  #openCell({ r: place, t: type = 'n', s: style = '0' }: Readonly<Record<string, string>>): void {
    this.#column = place === undefined ? this.#column + 1 : columnOf(place)
    if (this.#column < 0 || this.#column >= LAST_COLUMN) throw damaged(this.#workbook.file, `a cell ${place ?? ''}`)
    this.#type = type
    this.#style = Number(style)
    this.#value = ''
    this.#hasFormula = false
  }

  #closeCell(): void {
    const text = this.#cellText()
    if (text === '') return
    while (this.#cells.length <= this.#column) this.#cells.push('')
    this.#cells[this.#column] = text
  }

  #cellText(): string {
    const value = this.#value
    // A formula whose result the writing program left to Excel: we can't know it, and must not say it was empty.
    if (value === '') return this.#hasFormula && this.#type !== 'str' ? UNCALCULATED : ''
    switch (this.#type) {
      case 's': {
        const text = /^\d{1,9}$/.test(value) ? this.#workbook.strings[Number(value)] : undefined
        if (text === undefined) throw damaged(this.#workbook.file, `a text that is not there, row ${this.#line}`)
        return text
      }
      case 'str':
      case 'inlineStr':
        return unescaped(value)
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
      case 'd':
        return value.replace(/T00:00:00(?:\.0+)?Z?$/, '')
      case 'e':
        return value
      default:
        return numberText(value, this.#workbook.styles[this.#style] ?? PLAIN, this.#workbook.is1904)
    }
  }

  #closeRow(): void {
    const cells = this.#cells
    if (cells.length === 0) return
    while (cells.length < this.#width) cells.push('')
    const raw = csvRecord(cells)
    this.#given += raw.length
    if (this.#given > MOST_TEXT)
      throw new DeskError('file-unreadable', {
        file: this.#workbook.file.name,
        reason: 'its rows hold more than a thousand million letters; save the sheet as CSV, which has no such limit',
      })
    if (raw.length <= LONGEST_ROW) this.rows.push({ line: this.#line, cells, raw, flaw: null })
    else {
      const kept = raw.slice(0, LONGEST_ROW)
      this.rows.push({ line: this.#line, cells: [kept], raw: kept, flaw: 'cell-too-long' })
    }
  }
}

/** Excel's own word for a result that is not there. */
const UNCALCULATED = '#CALC!'

/** `B12` → 1; -1 for what is no place. */
function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at++) {
    const code = place.charCodeAt(at)
    if (code < 65 || code > 90) return at > 0 ? column - 1 : -1
    column = column * 26 + code - 64
  }
  return -1
}
