import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { DeskError } from '../contract/index.ts'

/** Small files of people's own making: a team, rules, a column map. */
const MOST_BYTES = 20_000_000

/** What a file, or `-` for standard input, is called in sentences. */
export const nameOf = (file: string): string => (file === '-' ? 'standard input' : file)

/** The text of a file, or of standard input for `-`, with its byte order mark taken off. */
export async function readTextFile(file: string): Promise<string> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readBytes(file)
  const name = nameOf(file)
  if (bytes.length > MOST_BYTES) throw new DeskError('file-unreadable', { file: name, reason: 'it is larger than 20 MB' })
  if (bytes.length === 0) throw new DeskError('file-empty', { file: name })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new DeskError('file-unreadable', { file: name, reason: 'it is not UTF-8 text' }, { cause })
  }
}

/** The value of a JSON file. */
export async function readJsonFile(file: string): Promise<unknown> {
  const text = await readTextFile(file)
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new DeskError('file-unreadable', { file: nameOf(file), reason: `it is no JSON: ${reason}` }, { cause })
  }
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw fileError(file, cause)
  }
}

export function fileError(file: string, cause: unknown): DeskError {
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'ENOENT') return new DeskError('file-not-found', { file }, { cause })
  if (code === 'EISDIR') return new DeskError('file-is-directory', { file }, { cause })
  const reason = code === 'EACCES' || code === 'EPERM' ? 'you may not read it' : message
  return new DeskError('file-unreadable', { file, reason }, { cause })
}
