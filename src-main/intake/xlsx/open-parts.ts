import { crc32 } from 'node:zlib'
import { type Entry, open, type ZipFile } from 'yauzl'
import { DeskError } from '../../contract/index.ts'
import type { GivenFile } from '../csv/read-head.ts'

/** The parts of an Excel file, which is a zip archive of XML documents. */
export interface Parts {
  names: ReadonlySet<string>
  /** Bytes of a part, unpacked, as the archive says them. */
  bytesOf(name: string): number
  /** Unpacks a part. Fails at its end when it does not have the size and checksum the archive says. */
  read(name: string): AsyncGenerator<Buffer>
  close(): void
}

const MB = 1_048_576
/** Excel's own files have some dozens of parts; one picture or comment each is one more. */
const MOST_PARTS = 10_000
/** A full sheet of a million rows has about this much; it goes by in pieces. */
const LARGEST_PART = 2_048 * MB
/** Sheets of one value only reach 1:100. A zip bomb is near 1:1000, the most that deflate can do. */
const MOST_RATIO = 250
const RATIO_MATTERS_FROM = 16 * MB

/** Why an archive can't be read, as a person is told. */
export function damaged(file: GivenFile, what: string, cause?: unknown): DeskError {
  const reason = `the Excel file is damaged, or only a piece of it (${what}); save it anew, or as CSV`
  return new DeskError('file-unreadable', { file: file.name, reason }, { cause })
}

function tooLarge(file: GivenFile, what: string): DeskError {
  return new DeskError('file-unreadable', { file: file.name, reason: `${what}; save the sheet as CSV, which has no such limit` })
}

/** Opens a zip archive and reads its list of parts. Refuses archives made to fill memory or disk, before anything is unpacked. */
export async function openParts(file: GivenFile): Promise<Parts> {
  const { zip, entries } = await readList(file)
  return {
    names: new Set(entries.keys()),
    bytesOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    read(name) {
      const entry = entries.get(name)
      if (!entry) throw damaged(file, `${name} is missing`)
      refuseBombs(file, entry)
      return unpacked(file, zip, entry)
    },
    close: () => zip.close(),
  }
}

/** A name that stands twice, or a list that does not fit the archive, is nothing that Excel writes. */
function readList(file: GivenFile): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  return new Promise((resolve, reject) => {
    open(file.path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) return reject(damaged(file, error.message, error))
      const fail = (problem: DeskError): void => {
        zip.close()
        reject(problem)
      }
      if (zip.entryCount > MOST_PARTS) return fail(tooLarge(file, `it has ${zip.entryCount} parts`))
      const entries = new Map<string, Entry>()
      zip.on('error', (problem: Error) => fail(damaged(file, problem.message, problem)))
      zip.on('end', () => resolve({ zip, entries }))
      zip.on('entry', (entry: Entry) => {
        if (entries.has(entry.fileName)) return fail(damaged(file, `${entry.fileName} stands twice`))
        entries.set(entry.fileName, entry)
        zip.readEntry()
      })
      zip.readEntry()
    })
  })
}

function refuseBombs(file: GivenFile, { fileName, uncompressedSize, compressedSize }: Entry): void {
  if (uncompressedSize > LARGEST_PART) throw tooLarge(file, `${fileName} would unpack to ${Math.round(uncompressedSize / MB)} MB`)
  if (uncompressedSize > RATIO_MATTERS_FROM && uncompressedSize > compressedSize * MOST_RATIO)
    throw tooLarge(file, `${fileName} would unpack to ${Math.round(uncompressedSize / compressedSize)} times its size`)
}

async function* unpacked(file: GivenFile, zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0
  try {
    // yauzl stops a part that unpacks to more or less than the archive said.
    for await (const piece of await openStream(zip, entry)) {
      sum = crc32(piece, sum)
      yield piece
    }
  } catch (error) {
    throw error instanceof DeskError ? error : damaged(file, (error as Error).message, error)
  }
  if (sum !== entry.crc32) throw damaged(file, `the checksum of ${entry.fileName} is wrong`)
}

function openStream(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}
