import { crc32, deflateRawSync } from 'node:zlib'

/** A cell: a text, a number, or what stands in XML, with its style. */
export type XlsxCell =
  | string
  | number
  | boolean
  | null
  | { v: string | number; t?: 'b' | 'e' | 'd' | 'str' | 'n' | 'inlineStr'; style?: number; formula?: string }
  | { formula: string }
  | { rich: string[] }

export interface XlsxSheet {
  name: string
  rows: readonly (readonly XlsxCell[] | { line: number; cells: readonly XlsxCell[] })[]
  state?: 'hidden' | 'veryHidden'
  /** Stands behind the rows: merged cells and the like. */
  behind?: string
}

export interface XlsxBook {
  sheets: readonly XlsxSheet[]
  /** Number formats; a cell's `style` 1 is the first of them, 0 is General. A number is one that Excel knows. */
  formats?: readonly (string | number)[]
  is1904?: boolean
  /** Texts stand in the cells instead of in a table of their own. */
  isInline?: boolean
  /** Parts to put in, or in place of others. */
  parts?: Readonly<Record<string, string>>
}

/** An Excel file as programs write them, small enough to see through. */
export function writeXlsx(book: XlsxBook): Buffer {
  return zipOf(Object.entries(xlsxParts(book)).map(([name, text]) => ({ name, content: Buffer.from(text) })))
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const LINKS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

export function xlsxParts(book: XlsxBook): Record<string, string> {
  const { sheets, formats = [], is1904 = false, isInline = false } = book
  const strings = new Map<string, number>()
  const rows = sheets.map((sheet) => sheetXml(sheet, isInline ? null : strings))
  const own = formats.map((format, index) => (typeof format === 'number' ? format : 164 + index))
  const link = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${LINK}/${kind}" Target="${target}"/>`
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships ${LINKS}>${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${LINK}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships ${LINKS}>${sheets.map((_, index) => link(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${link(901, 'styles', 'styles.xml')}${isInline ? '' : link(902, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}><numFmts>${formats.map((format, index) => (typeof format === 'number' ? '' : `<numFmt numFmtId="${164 + index}" formatCode="${escaped(format)}"/>`)).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${own.map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    ...(isInline
      ? {}
      : { 'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${[...strings.keys()].map((xml) => `<si>${xml}</si>`).join('')}</sst>` }),
    ...Object.fromEntries(rows.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
    ...book.parts,
  }
}

function sheetXml({ rows, behind = '' }: XlsxSheet, strings: Map<string, number> | null): string {
  let line = 0
  const xml = rows.map((row) => {
    const cells = 'cells' in row ? row.cells : row
    line = 'cells' in row ? row.line : line + 1
    return `<row r="${line}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${line}`, strings)).join('')}</row>`
  })
  return `${HEAD}<worksheet ${MAIN}><sheetData>${xml.join('')}</sheetData>${behind}</worksheet>`
}

function cellXml(cell: XlsxCell, place: string, strings: Map<string, number> | null): string {
  if (cell === null) return `<c r="${place}"/>`
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'string' || 'rich' in cell) {
    const text =
      typeof cell === 'string' ? textXml(cell) : cell.rich.map((run) => `<r><rPr><b/></rPr>${textXml(run)}</r>`).join('')
    if (strings === null) return `<c r="${place}" t="inlineStr"><is>${text}</is></c>`
    if (!strings.has(text)) strings.set(text, strings.size)
    return `<c r="${place}" t="s"><v>${strings.get(text)}</v></c>`
  }
  if (!('v' in cell)) return `<c r="${place}"><f>${escaped(cell.formula)}</f></c>`
  const { v, t, style, formula } = cell
  const attributes = `${style === undefined ? '' : ` s="${style}"`}${t === undefined ? '' : ` t="${t}"`}`
  return `<c r="${place}"${attributes}>${formula === undefined ? '' : `<f>${escaped(formula)}</f>`}<v>${escaped(String(v))}</v></c>`
}

const textXml = (text: string): string => `<t xml:space="preserve">${escaped(text)}</t>`
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\r', '_x000D_')

export function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)
}

export interface ZipPart {
  name: string
  content: Buffer
  /** What the archive says of it instead of the truth. */
  lie?: { size?: number; crc?: number; flags?: number }
  isStored?: boolean
}

/** A zip archive of these parts. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const pieces: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const { name, content, lie = {}, isStored = false } of parts) {
    const packed = isStored ? content : deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(lie.flags ?? 0, 2)
    common.writeUInt16LE(isStored ? 0 : 8, 4)
    common.writeUInt16LE(33, 8)
    common.writeUInt32LE(lie.crc ?? crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(lie.size ?? content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    pieces.push(Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    list.push(Buffer.from('504b01021400', 'hex'), common, place, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const end = Buffer.alloc(18)
  const size = list.reduce((sum, piece) => sum + piece.length, 0)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...pieces, ...list, Buffer.from('504b0506', 'hex'), end])
}
