import { isUtf8 } from 'node:buffer'
import libmime from 'libmime'
import addressparser from 'nodemailer/lib/addressparser'
import { charsetOf, decodeText } from './decode-text.ts'
import type { MailAddress } from './mail.ts'
import { type Part, valueOf } from './split-parts.ts'

/** Longer values are cut: no header a person or a program means is this long. */
const MOST_CHARACTERS = 20_000
const MOST_LINES = 2_000

/** A mail's headers by lower-cased name, in order: unfolded, encoded words decoded. */
export function readHeaders(part: Part): { decoded: Map<string, string[]>; plain: Map<string, string[]> } {
  const decoded = new Map<string, string[]>()
  const plain = new Map<string, string[]>()
  const lines = part.headers.slice(0, MOST_LINES).map(({ key, line }) => {
    return { key, bytes: Buffer.from(valueOf(line.slice(0, MOST_CHARACTERS)), 'latin1') }
  })
  // Found once for all: each line alone is too short to tell.
  const charset = charsetOf(lines.map(({ bytes }) => bytes))
  for (const { key, bytes } of lines) {
    const value = decodeText(bytes, isUtf8(bytes) ? null : charset)
    add(plain, key, value)
    add(decoded, key, decodeWords(value))
  }
  return { decoded, plain }
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

/** Words that can't be decoded stay as they are; control characters, also those hidden in encoded words, become blanks. */
export function decodeWords(text: string): string {
  let words = text
  try {
    words = libmime.decodeWords(text)
  } catch {
    // An unknown charset: what stands there is still better than nothing.
  }
  // oxlint-disable-next-line no-control-regex -- They are what is taken out.
  return words.replaceAll(/[\0-\x1f\x7f\u2028\u2029]+/g, ' ').trim()
}

/** Without quotes and blanks around it. Not by a pattern: one that ends in `$` would try each of a thousand blanks. */
function unquoted(text: string): string {
  const isEdge = (at: number): boolean => '"\' '.includes(text.charAt(at))
  let start = 0
  let end = text.length
  while (start < end && isEdge(start)) start++
  while (end > start && isEdge(end - 1)) end--
  return text.slice(start, end)
}

/**
 * The addresses of a header, groups opened. The list is parsed before its words are decoded: a comma in a name is none between two addresses. An
 * entry that only has a name has the address ''.
 */
export function readAddresses(values: readonly string[] | undefined): MailAddress[] {
  if (values === undefined) return []
  return values.flatMap((value) => {
    const found = addressparser(value, { flatten: true })
    return found.flatMap(({ name, address }) => {
      const said = unquoted(decodeWords(name))
      // Whole addresses are sometimes written as one encoded word.
      const hidden = address === '' ? /^(.*)<([^<>@\s]+@[^<>@\s]+)>$/.exec(said) : null
      const read = { name: (hidden?.[1] ?? said).trim() || null, address: (hidden?.[2] ?? decodeWords(address)).toLowerCase() }
      return read.name === null && read.address === '' ? [] : [read]
    })
  })
}
