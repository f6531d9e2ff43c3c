import { DeskError, type FileLook, type FileOptions } from '../../contract/index.ts'
import { breathe } from '../../lib/breathe.ts'
import { findHeader, normaliseHeaders } from './find-layout.ts'
import { hasMarkers, unguarded } from './guard-cells.ts'
import { fieldOf, hasLeadColumn, type PlannedColumn } from './column.ts'
import { matchColumns } from './match-columns.ts'
import type { GivenFile } from './read-head.ts'
import { type Reading, settleEncoding } from './read-rows.ts'
import { readStart } from './read-start.ts'
import type { Row } from './scan-rows.ts'

/** Everything one needs to know of a file before its rows are read. */
export interface FileStudy {
  file: GivenFile
  bytes: number
  /** When `isSettled` is false the encoding is only known after `settle`. */
  reading: Reading
  isSettled: boolean
  /** Names of the sheets of an Excel file. */
  sheets: string[]
  hasHeader: boolean
  headerLine: number | null
  columns: PlannedColumn[]
  /** Headers that stand twice or more in the file. */
  repeated: string[]
  /** A file of rows once left out: formula guards are taken off, `line` and `problem` are ignored. */
  isLeftOutFile: boolean
  /** The first rows, headers and titles excluded. */
  rows: Row[]
}

/** Rows of the head that headers and value habits are judged by. */
const SAMPLE_ROWS = 200

export type Remembered = (headers: readonly string[]) => Promise<ReadonlyMap<string, string | null>>

export async function studyFile(file: GivenFile, options: FileOptions, remembered?: Remembered): Promise<FileStudy> {
  const start = await readStart(file, options)
  await breathe()
  if (start.rows.length === 0) throw new DeskError('file-empty', { file: file.name })

  const header = findHeader(start.rows, options).row
  const rows = header ? start.rows.filter((row) => row.line > header.line) : start.rows
  const cells = header ? header.cells : numbered(rows)
  // Text has a delimiter behind each cell; of a sheet's rows the empty last ones are not there.
  if (start.reading.table) for (const row of rows) while (row.cells.length < cells.length) row.cells.push('')
  const headers = normaliseHeaders(cells)
  const isLeftOutFile = header !== null && hasMarkers(headers)
  const samples = rows.slice(0, SAMPLE_ROWS).map((row) => (isLeftOutFile ? row.cells.map(unguarded) : row.cells))
  const columns = matchColumns({
    headers: isLeftOutFile ? headers.slice(0, -2) : headers,
    samples,
    hasHeader: header !== null,
    map: options.map,
    remembered: await remembered?.(headers),
    file: file.name,
  })
  if (isLeftOutFile) for (const marker of headers.slice(-2)) columns.push({ ...IGNORED, header: marker })
  const study: FileStudy = {
    file,
    bytes: start.bytes,
    reading: {
      ...start.reading,
      afterLine: header?.line ?? 0,
      table: start.reading.table && { ...start.reading.table, width: cells.length },
    },
    isSettled: start.isSettled,
    sheets: start.sheets,
    hasHeader: header !== null,
    headerLine: header?.line ?? null,
    columns,
    repeated: header ? repeatedIn(cells, headers) : [],
    isLeftOutFile,
    rows,
  }
  if (rows.length === 0) {
    if (!hasLeadColumn(columns)) throw new DeskError('file-no-lead-column', { file: file.name, headers })
    throw new DeskError('file-no-rows', { file: file.name })
  }
  return study
}

const IGNORED = { target: null, matchedBy: 'none', joins: null, spareFor: null } as const

/** Reads on through a file that began with ASCII until its encoding is certain. */
export async function settle(study: FileStudy): Promise<FileStudy> {
  if (study.isSettled) return study
  const encoding = await settleEncoding(study.file, 0)
  return { ...study, isSettled: true, reading: { ...study.reading, encoding } }
}

/** Headers, as the desk calls them, of columns that were called like one before them. */
function repeatedIn(cells: readonly string[], headers: readonly string[]): string[] {
  const seen = new Set<string>()
  return headers.filter((_, index) => {
    const written = cells[index]?.trim() ?? ''
    const isRepeated = written !== '' && seen.has(written)
    seen.add(written)
    return isRepeated
  })
}

/** The first look at a file: what it is, how it is cut, and what its columns seem to hold. Reads at most a megabyte. */
export async function lookAtFile(file: GivenFile, options: FileOptions, remembered?: Remembered): Promise<FileLook> {
  const study = await studyFile(file, options, remembered)
  return {
    name: file.name,
    bytes: study.bytes,
    encoding: study.reading.encoding,
    delimiter: study.reading.delimiter,
    sheets: study.sheets,
    sheet: study.reading.table?.sheet.name ?? null,
    hasHeader: study.hasHeader,
    headerLine: study.headerLine,
    columns: study.columns.map((column, index) => ({
      header: column.header,
      field: fieldOf(column),
      matchedBy: column.matchedBy,
      samples: samplesOf(study.rows, index),
    })),
    sample: study.rows.slice(0, 20).map((row) => row.cells.map(shorten)),
  }
}

/** Three different values of a column. */
function samplesOf(rows: readonly Row[], index: number): string[] {
  const values = new Set<string>()
  for (const { cells } of rows.slice(0, SAMPLE_ROWS)) {
    const value = cells[index]?.trim() ?? ''
    if (value !== '') values.add(shorten(value))
    if (values.size === 3) break
  }
  return [...values]
}

const shorten = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text)

/** `Column 1` … as many as most rows have. */
function numbered(rows: readonly Row[]): string[] {
  const widths = new Map<number, number>()
  for (const { cells } of rows.slice(0, SAMPLE_ROWS)) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const [width] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1]
  return Array.from({ length: width }, (_, index) => `Column ${index + 1}`)
}
