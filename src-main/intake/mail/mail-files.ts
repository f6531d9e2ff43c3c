import type { Dirent, Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { DeskError, type FileKind } from '../../contract/index.ts'
import { fileError, type GivenFile, openFile } from '../csv/read-head.ts'
import { isMbox, splitMbox } from './split-mbox.ts'

/** A mail of a file or folder. */
export interface MailOfFile {
  /** The file, relative to the folder that was given; of an mbox also its number: `box.mbox#12`. */
  place: string
  raw: Buffer
  /** What could not be read of it, in words; null else. */
  problem: string | null
  /** Bytes of all that was given, up to its end. */
  bytesRead: number
}

export interface MailFiles {
  form: 'eml' | 'mbox' | 'folder'
  bytes: number
  mails(): AsyncIterable<MailOfFile>
}

const HEAD_BYTES = 65_536
/** Outlook's own formats are compound files; a .pst begins with `!BDN`. */
const OUTLOOK = /^(?:d0cf11e0a1b11ae1|2142444e)/
const MAIL_NAMES = new Set(['.eml', '.mbox', '.mbx'])
const HEADERS =
  /^(?:from|to|cc|subject|date|received|message-id|mime-version|return-path|delivered-to|reply-to|content-type|x-[\w-]+|dkim-signature|sender|x-original-to)[ \t]*:/i

/** Whether a file, or a folder, holds mails or a table. */
export async function kindOfFile(file: GivenFile): Promise<FileKind> {
  if ((await about(file)).isDirectory()) return 'mails'
  const head = await headOf(file)
  if (MAIL_NAMES.has(extname(file.name).toLowerCase()) || isMbox(head)) return 'mails'
  if (isOutlook(head)) return extname(file.name).toLowerCase() === '.xls' ? 'table' : kindOfOutlook(file)
  return looksLikeMail(head) ? 'mails' : 'table'
}

/** An old Excel file has the same beginning: only the name tells them apart. */
function kindOfOutlook(file: GivenFile): FileKind {
  return ['.msg', '.pst', '.ost'].includes(extname(file.name).toLowerCase()) ? 'mails' : 'table'
}

function isOutlook(head: Buffer): boolean {
  return OUTLOOK.test(head.subarray(0, 8).toString('hex'))
}

/** Two lines at the beginning that are headers of a mail, or folded behind one. */
function looksLikeMail(head: Buffer): boolean {
  const lines = head.subarray(0, 8_192).toString('latin1').trimStart().split(/\r?\n/, 12)
  const found = lines.filter((line) => HEADERS.test(line)).length
  return HEADERS.test(lines[0] ?? '') && found >= 2
}

/** Looks at what was given: a mail, an mbox, a Maildir or any folder of mails. Refuses what holds none. */
export async function openMailFiles(file: GivenFile, mostBytes: number): Promise<MailFiles> {
  const stats = await about(file)
  if (stats.isDirectory()) return folderOf(file, mostBytes)
  if (!stats.isFile()) throw new DeskError('file-unreadable', { file: file.name, reason: 'it is a device or a pipe, not a file' })
  if (stats.size === 0) throw new DeskError('file-empty', { file: file.name })
  const head = await headOf(file)
  const problem = outlookProblem(head)
  if (problem !== null) throw new DeskError('file-unreadable', { file: file.name, reason: problem })
  const place = basename(file.name)
  const isOne = extname(place).toLowerCase() === '.eml'
  const given = { path: file.path, place, bytes: stats.size, isOne }
  return { form: !isOne && isMbox(head) ? 'mbox' : 'eml', bytes: stats.size, mails: () => mailsIn(given, 0, mostBytes) }
}

function outlookProblem(head: Buffer): string | null {
  if (!isOutlook(head)) return null
  const what = head[0] === 0x21 ? 'an Outlook mailbox (.pst)' : 'an Outlook message (.msg)'
  return `it is ${what}, which only Outlook reads; save its mails as .eml, or let the desk read the inbox itself`
}

interface FoundFile {
  path: string
  place: string
  /** One mail, even if a line of an mbox stands at its beginning. */
  isOne: boolean
}
interface ListedFile extends FoundFile {
  bytes: number
}

async function folderOf(folder: GivenFile, mostBytes: number): Promise<MailFiles> {
  const files: ListedFile[] = []
  for await (const found of listed(folder.path, '')) {
    const stats = await stat(found.path).catch(() => null)
    files.push({ ...found, bytes: stats?.size ?? 0 })
  }
  // Whoever names a folder without mails most likely meant a file in it.
  if (files.length === 0) throw new DeskError('file-is-directory', { file: folder.name })
  return {
    form: 'folder',
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    async *mails() {
      let read = 0
      for (const file of files) {
        yield* mailsIn(file, read, mostBytes)
        read += file.bytes
      }
    },
  }
}

/**
 * Mails lie in .eml and .mbox files anywhere below, in mailboxes of Thunderbird, which have no ending, and under any name in `cur` and `new` of a
 * Maildir. Links are not followed.
 */
async function* listed(folder: string, inside: string): AsyncGenerator<FoundFile> {
  const entries = await entriesOf(folder, inside)
  const folders = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name))
  const isMaildir = folders.has('cur') && folders.has('new')
  for (const entry of entries) {
    const place = inside === '' ? entry.name : `${inside}/${entry.name}`
    const path = join(folder, entry.name)
    const ending = extname(entry.name).toLowerCase()
    if (entry.isDirectory()) {
      if (isMaildir && (entry.name === 'cur' || entry.name === 'new')) yield* ofMaildir(path, place)
      else if (!(isMaildir && entry.name === 'tmp')) yield* listed(path, place)
    } else if (
      entry.isFile() &&
      (ending === '' ? await isMailbox(path, entry.name) : MAIL_NAMES.has(ending) || ending === '.msg')
    )
      yield { path, place, isOne: ending === '.eml' }
  }
}

async function* ofMaildir(folder: string, inside: string): AsyncGenerator<FoundFile> {
  for (const entry of await entriesOf(folder, inside))
    if (entry.isFile() && !entry.name.startsWith('.'))
      yield { path: join(folder, entry.name), place: `${inside}/${entry.name}`, isOne: true }
}

/** By name, so that the order is the same everywhere and each time. */
async function entriesOf(folder: string, inside: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw fileError({ path: folder, name: inside || basename(folder) }, error)
  })
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

async function isMailbox(path: string, name: string): Promise<boolean> {
  return headOf({ path, name }).then(isMbox, () => false)
}

/** The mails of one file. One that can't be read is still one: it comes out empty, with its problem. */
async function* mailsIn(
  { path, place, bytes, isOne }: ListedFile,
  before: number,
  mostBytes: number,
): AsyncGenerator<MailOfFile> {
  let head: Buffer
  try {
    head = await headOf({ path, name: place })
  } catch (error) {
    yield { place, raw: Buffer.alloc(0), problem: reasonOf(error), bytesRead: before + bytes }
    return
  }
  if (!isOne && isMbox(head)) {
    let number = 0
    for await (const { raw, bytesRead } of splitMbox(path, mostBytes))
      yield { place: `${place}#${++number}`, raw, problem: null, bytesRead: before + bytesRead }
    return
  }
  const raw =
    bytes <= HEAD_BYTES && head.length === bytes ? head : await firstBytes({ path, name: place }, Math.min(bytes, mostBytes + 1))
  yield { place, raw, problem: outlookProblem(head), bytesRead: before + bytes }
}

function reasonOf(error: unknown): string {
  if (error instanceof DeskError && 'reason' in error.data) return error.data.reason as string
  return error instanceof Error ? error.message : String(error)
}

async function about(file: GivenFile): Promise<Stats> {
  return stat(file.path).catch((error: unknown) => {
    throw fileError(file, error)
  })
}

async function headOf(file: GivenFile): Promise<Buffer> {
  return firstBytes(file, HEAD_BYTES)
}

async function firstBytes(file: GivenFile, most: number): Promise<Buffer> {
  const handle = await openFile(file)
  try {
    const buffer = Buffer.allocUnsafe(most)
    let filled = 0
    while (filled < most) {
      const { bytesRead } = await handle.read(buffer, filled, most - filled, filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return Buffer.from(buffer.subarray(0, filled))
  } catch (error) {
    throw fileError(file, error)
  } finally {
    await handle.close()
  }
}
