import { buffer } from 'node:stream/consumers'
import { type MimeNode, Splitter } from '@zone-eu/mailsplit'
import libmime from 'libmime'

/** A part of a mail, its transfer encoding undone. A part with children has no content of its own. */
export interface Part {
  /** In order; each with its folds, a byte a character. */
  headers: readonly { key: string; line: string }[]
  /** Lower-cased: `text/plain`. */
  type: string
  parameters: Readonly<Record<string, string>>
  disposition: string | null
  name: string | null
  content: Buffer
  children: Part[]
}

/** A header block this long is none, and no mail needs so many parts. */
const MOST_HEADER_BYTES = 262_144
const MOST_PARTS = 1_000

type MailNode = InstanceType<typeof MimeNode>
interface OpenPart {
  node: MailNode
  pieces: Buffer[]
  children: OpenPart[]
}

/** Cuts a mail into its parts. What stands behind a broken or endless piece is left unread, and `problem` says so. */
export async function splitParts(raw: Buffer): Promise<{ root: Part | null; problem: string | null }> {
  const splitter = new Splitter({ maxHeadSize: MOST_HEADER_BYTES, maxChildNodes: MOST_PARTS, ignoreEmbedded: true })
  const open = new Map<unknown, OpenPart>()
  let root: OpenPart | null = null
  let problem: string | null = null
  splitter.end(withHeaders(raw))
  try {
    for await (const chunk of splitter as AsyncIterable<MailNode | { type: 'body' | 'data'; node: MailNode; value?: Buffer }>) {
      if (chunk.type === 'node') {
        const part: OpenPart = { node: chunk, pieces: [], children: [] }
        open.set(chunk, part)
        const parent = open.get(chunk.parentNode)
        if (parent !== undefined) parent.children.push(part)
        root ??= part
      } else if (chunk.value) open.get(chunk.node)?.pieces.push(chunk.value)
    }
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error)
  }
  return { root: root === null ? null : await close(root, false), problem }
}

async function close(open: OpenPart, isInDigest: boolean): Promise<Part> {
  const { node, pieces } = open
  const headers = node.headers === false ? [] : node.headers.getList()
  const declared = headers.find(({ key }) => key === 'content-type')
  const { value, params } = libmime.parseHeaderValue(declared === undefined ? '' : valueOf(declared.line))
  const type = /^[\w.+-]+\/[\w.+-]+/.exec((value || '').toLowerCase())?.[0]
  // "text/plain charset=x" without its semicolon is seen in the wild.
  const loose = /charset\s*=\s*"?([\w:.-]{1,40})/i.exec(value || '')?.[1]
  const children: Part[] = []
  for (const child of open.children) children.push(await close(child, node.multipart === 'digest'))
  return {
    headers,
    type: type ?? (declared === undefined && isInDigest ? 'message/rfc822' : node.contentType || 'text/plain'),
    parameters: loose === undefined ? params : { charset: loose, ...params },
    disposition: node.disposition || null,
    name: node.filename || null,
    content: children.length > 0 ? Buffer.alloc(0) : await decoded(node, Buffer.concat(pieces)),
    children,
  }
}

async function decoded(node: MailNode, bytes: Buffer): Promise<Buffer> {
  if (node.encoding !== 'base64' && node.encoding !== 'quoted-printable') return bytes
  const decoder = node.getDecoder()
  decoder.end(bytes)
  return buffer(decoder)
}

/** What stands behind the name and the colon, folds undone. */
export function valueOf(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replaceAll(/\r?\n(?=[ \t])/g, '')
    .replaceAll(/[\r\n]+/g, ' ')
    .trim()
}

const HEADER_LINE = /^[!-9;-~\x80-\xff]+[ \t]*:/
const ENVELOPE_LINE = /^>?From /

/**
 * The same mail with an empty line where its headers end. Mails are met without headers, with text right behind them, or after empty lines; and
 * with blanks behind a boundary, which RFC 2046 lets mail servers add.
 */
function withHeaders(raw: Buffer): Buffer {
  const start = firstLetter(raw)
  let at = start
  while (at < raw.length) {
    const newline = raw.indexOf(10, at)
    const end = newline < 0 ? raw.length : newline + 1
    const line = raw.toString('latin1', at, Math.min(end, at + 1_000)).replace(/\r?\n$/, '')
    if (line === '') break
    const isFold = /^[ \t]/.test(line) && at > start
    if (!isFold && !HEADER_LINE.test(line) && !(ENVELOPE_LINE.test(line) && at === start))
      return withoutPadding(Buffer.concat([raw.subarray(start, at), Buffer.from('\n'), raw.subarray(at)]))
    at = end
  }
  return withoutPadding(raw.subarray(start))
}

function firstLetter(raw: Buffer): number {
  let at = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0
  while (raw[at] === 10 || raw[at] === 13) at++
  return at
}

function withoutPadding(raw: Buffer): Buffer {
  // Of a boundary that ends in blanks they are the boundary's own.
  if (/boundary="[^"\r\n]*[ \t]"/i.test(raw.toString('latin1', 0, 65_536))) return raw
  const pieces: Buffer[] = []
  let kept = 0
  for (let at = raw.indexOf('\n--'); at >= 0; at = raw.indexOf('\n--', at + 1)) {
    const newline = raw.indexOf(10, at + 3)
    // A boundary has 70 letters at most; "-- " alone is how a signature begins.
    if (newline < 0 || newline - at > 200) continue
    let end = newline
    while (raw[end - 1] === 32 || raw[end - 1] === 9 || raw[end - 1] === 13) end--
    const hasBlanks = raw[end] === 32 || raw[end] === 9
    if (!hasBlanks || end - at < 5) continue
    pieces.push(raw.subarray(kept, end))
    kept = newline
  }
  return pieces.length === 0 ? raw : Buffer.concat([...pieces, raw.subarray(kept)])
}
