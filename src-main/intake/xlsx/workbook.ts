import { posix } from 'node:path'
import { DeskError } from '../../contract/index.ts'
import { detached } from '../../lib/fold.ts'
import type { GivenFile } from '../csv/read-head.ts'
import { type NumberStyle, numberStyle } from './number-text.ts'
import { damaged, openParts, type Parts } from './open-parts.ts'
import { localName, readXml } from './xml-reader.ts'

/** A sheet of an Excel file. */
export interface Sheet {
  name: string
  /** Its part of the archive. */
  part: string
  isHidden: boolean
}

/** All of an Excel file but its rows. */
export interface Workbook {
  file: GivenFile
  sheets: Sheet[]
  /** Texts that cells refer to by number. */
  strings: string[]
  /** By a cell's style. */
  styles: NumberStyle[]
  /** Days are counted from 1904, as old Macs did. */
  is1904: boolean
}

/** Texts are held while rows are read: a million different ones of a line each have about this much. */
const LARGEST_STRINGS = 256 * 1_048_576

/** Opens an Excel file; refuses other archives by their name. `head`: its first bytes. */
export async function openWorkbook(file: GivenFile, head: Buffer): Promise<Workbook> {
  const parts = await openParts(file).catch((error: unknown) => {
    // Without its list an archive can't be told from others but by the names of its first parts.
    if (head.includes('xl/')) throw error
    throw new DeskError('file-not-text', { file: file.name, looksLike: 'a zip archive' }, { cause: error })
  })
  try {
    return await readWorkbook(file, parts)
  } catch (error) {
    throw error instanceof DeskError ? error : damaged(file, (error as Error).message.split('\n')[0] ?? '', error)
  } finally {
    parts.close()
  }
}

async function readWorkbook(file: GivenFile, parts: Parts): Promise<Workbook> {
  const main = await mainPart(file, parts)
  const links = await linksOf(parts, main)
  const linked = (kind: string): string | undefined => links.find(({ type }) => type.endsWith(`/${kind}`))?.target
  const workbook: Workbook = { file, sheets: [], strings: [], styles: [], is1904: false }
  await readXml(parts.read(main), {
    open(name, attributes) {
      if (name === 'workbookPr') workbook.is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.includes(':') && localName(key) === 'id')?.[1]
      const link = links.find((one) => one.id === id)
      if (!link) throw damaged(file, 'a sheet is missing')
      // Charts and dialogs are sheets as well, without rows.
      if (!link.type.endsWith('/worksheet')) return
      workbook.sheets.push({
        name: attributes['name'] ?? '',
        part: link.target,
        isHidden: /hidden/i.test(attributes['state'] ?? ''),
      })
    },
  })
  const styles = linked('styles')
  if (styles !== undefined) workbook.styles = await readStyles(parts, styles)
  const strings = linked('sharedStrings')
  if (strings !== undefined) workbook.strings = await readStrings(file, parts, strings)
  return workbook
}

/** The part that lists the sheets. What is no Excel file with XML in it is refused. */
async function mainPart(file: GivenFile, parts: Parts): Promise<string> {
  const root = parts.names.has('_rels/.rels') ? await linksOf(parts, '') : []
  const main = root.find(({ type }) => type.endsWith('/officeDocument'))?.target
  const looksLike =
    main === undefined
      ? await otherArchive(parts)
      : main.endsWith('.bin')
        ? 'a binary Excel workbook (.xlsb)'
        : main.startsWith('word/')
          ? 'a Word document'
          : main.startsWith('ppt/')
            ? 'a PowerPoint presentation'
            : null
  if (main === undefined || looksLike !== null)
    throw new DeskError('file-not-text', { file: file.name, looksLike: looksLike ?? 'a zip archive' })
  return main
}

async function otherArchive(parts: Parts): Promise<string> {
  if (parts.names.has('xl/workbook.xml')) return 'a damaged Excel workbook'
  if (parts.names.has('Index/Document.iwa')) return 'an Apple Numbers, Pages or Keynote document'
  if (!parts.names.has('mimetype') || parts.bytesOf('mimetype') > 200) return 'a zip archive'
  let kind = ''
  for await (const piece of parts.read('mimetype')) kind += piece.toString('latin1')
  if (kind.includes('opendocument.spreadsheet')) return 'an OpenDocument spreadsheet (.ods)'
  return kind.includes('opendocument') ? 'an OpenDocument file' : 'a zip archive'
}

interface Link {
  id: string
  type: string
  target: string
}

/** What a part refers to, as names of parts. */
async function linksOf(parts: Parts, part: string): Promise<Link[]> {
  const folder = posix.dirname(part)
  const links: Link[] = []
  await readXml(parts.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)), {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return
      links.push({ id, type, target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target) })
    },
  })
  return links
}

async function readStyles(parts: Parts, part: string): Promise<NumberStyle[]> {
  const patterns = new Map<number, string>()
  const styles: NumberStyle[] = []
  let isInCells = false
  await readXml(parts.read(part), {
    open(name, attributes) {
      if (name === 'cellXfs') isInCells = true
      else if (name === 'numFmt') patterns.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'xf' && isInCells) {
        const id = Number(attributes['numFmtId'] ?? 0)
        styles.push(numberStyle(id, patterns.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return styles
}

async function readStrings(file: GivenFile, parts: Parts, part: string): Promise<string[]> {
  if (parts.bytesOf(part) > LARGEST_STRINGS)
    throw new DeskError('file-unreadable', {
      file: file.name,
      reason: 'it holds more than 256 MB of different texts; save the sheet as CSV, which has no such limit',
    })
  const strings: string[] = []
  let text = ''
  let isText = false
  let isSpoken = false
  await readXml(parts.read(part), {
    open(name) {
      if (name === 'si') text = ''
      // How a Japanese word is spoken stands beside it.
      else if (name === 'rPh') isSpoken = true
      else if (name === 't') isText = !isSpoken
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') isSpoken = false
      else if (name === 'si') strings.push(detached(unescaped(text)))
    },
    text(piece) {
      if (isText) text += piece
    },
  })
  return strings
}

/** Excel writes what XML can't hold as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
