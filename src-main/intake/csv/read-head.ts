import { open, stat } from 'node:fs/promises'
import { DeskError } from '../../contract/index.ts'
import { fileKind, isBinary } from './file-kind.ts'
import { bomLength, findEncoding, knownEncoding, type FoundEncoding } from './encodings.ts'

/** A file on this machine, and what the person calls it. */
export interface GivenFile {
  path: string
  name: string
}

/** Enough to know a file by: encoding, delimiter, headers and some hundreds of rows. */
export const HEAD_BYTES = 1_048_576

export interface Head {
  bytes: number
  head: Buffer
  /** True when `head` is the whole file. */
  isWhole: boolean
}

/** Opens a file for reading, or says in the desk's words why not. */
export async function openFile(file: GivenFile): Promise<Awaited<ReturnType<typeof open>>> {
  try {
    return await open(file.path, 'r')
  } catch (error) {
    throw fileError(file, error)
  }
}

export function fileError(file: GivenFile, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'ENOENT' || code === 'ENOTDIR') return new DeskError('file-not-found', { file: file.name }, { cause: error })
  if (code === 'EISDIR') return new DeskError('file-is-directory', { file: file.name }, { cause: error })
  if (code === 'EACCES' || code === 'EPERM')
    return new DeskError('file-unreadable', { file: file.name, reason: 'no permission to read it' }, { cause: error })
  if (code !== undefined && /^E[A-Z0-9]+$/.test(code))
    return new DeskError('file-unreadable', { file: file.name, reason: code }, { cause: error })
  return error
}

/** The first megabyte of a file. Refuses what is no file, or empty. */
export async function readHead(file: GivenFile): Promise<Head> {
  try {
    const stats = await stat(file.path)
    if (stats.isDirectory()) throw new DeskError('file-is-directory', { file: file.name })
    if (!stats.isFile())
      throw new DeskError('file-unreadable', { file: file.name, reason: 'it is a device or a pipe, not a file' })
    if (stats.size === 0) throw new DeskError('file-empty', { file: file.name })
    const head = await firstBytes(file, Math.min(stats.size, HEAD_BYTES))
    return { bytes: stats.size, head, isWhole: head.length >= stats.size }
  } catch (error) {
    throw fileError(file, error)
  }
}

/** The encoding of a file of text, given or by its first bytes. Refuses what is no text. */
export function encodingOf(file: GivenFile, { head, isWhole }: Head, encoding: string | undefined): FoundEncoding {
  const given = encoding === undefined ? null : knownEncoding(encoding)
  if (encoding !== undefined && given === null) throw new DeskError('file-encoding-unknown', { file: file.name, encoding })
  const kind = fileKind(head)
  if (kind !== null) throw new DeskError('file-not-text', { file: file.name, looksLike: kind })
  // Someone who names the encoding means the text behind the mark, too.
  const found = given === null ? findEncoding(head, isWhole) : { encoding: given, bom: bomLength(head, given), isSettled: true }
  if (!/^utf-?(?:16|32)/.test(found.encoding) && isBinary(head.subarray(0, 65_536)))
    throw new DeskError('file-not-text', { file: file.name, looksLike: 'a binary file' })
  return found
}

async function firstBytes(file: GivenFile, size: number): Promise<Buffer> {
  const handle = await openFile(file)
  try {
    const buffer = Buffer.alloc(size)
    let filled = 0
    while (filled < size) {
      const { bytesRead } = await handle.read(buffer, filled, size - filled, filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return buffer.subarray(0, filled)
  } finally {
    await handle.close()
  }
}
