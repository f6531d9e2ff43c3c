import { isUtf8 } from 'node:buffer'
import { decodeText } from './decode-text.ts'
import type { MailPart } from './mail.ts'
import { decompressRtf, rtfToText } from './read-rtf.ts'

/** What a winmail.dat holds (Transport-Neutral Encapsulation Format, MS-OXTNEF). */
export interface Tnef {
  attachments: MailPart[]
  text: string | null
  html: string | null
  problem: string | null
}

const SIGNATURE = 0x223e9f78
/** Attributes (MS-OXTNEF 2.1.3.2) and properties (MS-OXPROPS) read here. */
const ATT = { body: 0x800c, data: 0x800f, title: 0x8010, codePage: 0x9007, rendering: 0x9002, props: 0x9003, attachment: 0x9005 }
const PROP = { body: 0x1000, rtf: 0x1009, html: 0x1013, data: 0x3701, file: 0x3704, longFile: 0x3707, mime: 0x370e }
const MOST_ATTACHMENTS = 200
const MOST_PROPERTIES = 5_000

interface OpenAttachment {
  name: string | null
  longName: string | null
  type: string | null
  content: Buffer
}

export function isTnef(bytes: Buffer): boolean {
  return bytes.length >= 6 && bytes.readUInt32LE(0) === SIGNATURE
}

/** Opens a winmail.dat. Every length in it is checked before it is believed; where one lies, what was read before it is the answer. */
export function readTnef(bytes: Buffer): Tnef {
  const from = new Bytes(bytes)
  const attachments: OpenAttachment[] = []
  const body: { text: string | null; html: string | null; rtf: Buffer | null } = { text: null, html: null, rtf: null }
  let charset = 'windows-1252'
  let problem: string | null = null
  try {
    from.take(6)
    while (from.left >= 11 && attachments.length <= MOST_ATTACHMENTS) {
      const level = from.take(1)[0]
      // What follows the last attribute is padding of mail servers.
      if (level !== 1 && level !== 2) break
      const attribute = from.uint32() & 0xffff
      const value = from.take(from.uint32())
      from.take(2)
      const last = attachments.at(-1)
      if (attribute === ATT.rendering) attachments.push({ name: null, longName: null, type: null, content: Buffer.alloc(0) })
      else if (attribute === ATT.codePage && value.length >= 4) charset = `windows-${value.readUInt32LE(0)}`
      else if (attribute === ATT.body) body.text = decodeText(value, charset)
      else if (attribute === ATT.props) readBody(value, charset, body)
      else if (last !== undefined && attribute === ATT.title) last.name = textOf(value, charset)
      else if (last !== undefined && attribute === ATT.data) last.content = value
      else if (last !== undefined && attribute === ATT.attachment) readAttachment(value, charset, last)
    }
  } catch (error) {
    if (!(error instanceof TornBytes)) throw error
    problem = 'winmail.dat is cut off or damaged'
  }
  return { ...bodyOf(body), problem, attachments: attachments.map(closed) }
}

function bodyOf(body: { text: string | null; html: string | null; rtf: Buffer | null }): Pick<Tnef, 'text' | 'html'> {
  const { text, html, rtf } = body
  if (html !== null || text !== null || rtf === null) return { text, html }
  const read = rtfToText(decompressRtf(rtf))
  return read.isHtml ? { text: null, html: read.text } : { text: read.text, html: null }
}

function closed({ name, longName, type, content }: OpenAttachment): MailPart {
  return { name: longName ?? name, type: type?.toLowerCase() ?? 'application/octet-stream', content }
}

function readBody(value: Buffer, charset: string, body: { text: string | null; html: string | null; rtf: Buffer | null }): void {
  for (const { id, type, bytes } of properties(value)) {
    if (id === PROP.body) body.text = propertyText(type, bytes, charset)
    if (id === PROP.html) body.html = decodeText(bytes, isUtf8(bytes) ? 'utf-8' : charset)
    if (id === PROP.rtf) body.rtf = bytes
  }
}

function readAttachment(value: Buffer, charset: string, attachment: OpenAttachment): void {
  for (const { id, type, bytes } of properties(value)) {
    if (id === PROP.longFile || (id === PROP.file && attachment.name === null)) {
      const name = propertyText(type, bytes, charset)
      if (id === PROP.longFile) attachment.longName = name
      else attachment.name = name
    }
    if (id === PROP.mime) attachment.type = propertyText(type, bytes, charset)
    if (id === PROP.data && attachment.content.length === 0) attachment.content = bytes
  }
}

function textOf(bytes: Buffer, charset: string): string | null {
  return decodeText(bytes, charset).trim() || null
}

/** Type 0x1f is UTF-16, 0x1e is in the code page of the whole. */
function propertyText(type: number, bytes: Buffer, charset: string): string | null {
  return type === 0x1f ? bytes.toString('utf16le').replaceAll('\0', '').trim() || null : textOf(bytes, charset)
}

const FIXED_BYTES: Readonly<Record<number, number>> = {
  0x02: 4,
  0x03: 4,
  0x04: 4,
  0x05: 8,
  0x06: 8,
  0x07: 8,
  0x0a: 4,
  0x0b: 4,
  0x14: 8,
  0x40: 8,
  0x48: 16,
}

/** MAPI properties (MS-OXTNEF 2.1.3.4): of several values the first. */
function* properties(value: Buffer): Generator<{ id: number; type: number; bytes: Buffer }> {
  const from = new Bytes(value)
  const count = Math.min(from.uint32(), MOST_PROPERTIES)
  for (let at = 0; at < count; at++) {
    const kind = from.uint32()
    const type = kind & 0xfff
    const id = kind >>> 16
    if (id >= 0x8000) {
      from.take(16)
      if (from.uint32() === 0) from.take(4)
      else from.takePadded(from.uint32())
    }
    const fixed = FIXED_BYTES[type]
    const isMany = (kind & 0x1000) !== 0 || fixed === undefined
    const values = isMany ? Math.min(from.uint32(), MOST_PROPERTIES) : 1
    let first: Buffer | null = null
    for (let one = 0; one < values; one++) {
      const bytes = fixed === undefined ? from.takePadded(from.uint32()) : from.take(fixed)
      first ??= bytes
    }
    if (first !== null) yield { id, type, bytes: first }
  }
}

class TornBytes extends Error {}

class Bytes {
  readonly #bytes: Buffer
  #at = 0
  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }
  get left(): number {
    return this.#bytes.length - this.#at
  }
  take(count: number): Buffer {
    if (count > this.left) throw new TornBytes()
    this.#at += count
    return this.#bytes.subarray(this.#at - count, this.#at)
  }
  /** Values are filled up to four bytes; the last one's filling may be missing. */
  takePadded(count: number): Buffer {
    const bytes = this.take(count)
    this.#at = Math.min(this.#bytes.length, this.#at + ((4 - (count % 4)) % 4))
    return bytes
  }
  uint32(): number {
    return this.take(4).readUInt32LE(0)
  }
}
