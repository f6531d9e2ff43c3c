import libmime from 'libmime'
import addressparser from 'nodemailer/lib/addressparser'
import { decodeText } from './decode-text.ts'
import type { MailAddress } from './mail.ts'
import { type Part, valueOf } from './split-parts.ts'

/** Longer values are cut: no header a person or a program means is this long. */
const MOST_CHARACTERS = 20_000
const MOST_LINES = 2_000

/** A mail's headers by lower-cased name, in order: unfolded, encoded words decoded. */
export function readHeaders(part: Part): { decoded: Map<string, string[]>; plain: Map<string, string[]> } {
  const decoded = new Map<string, string[]>()
  const plain = new Map<string, string[]>()
  for (const { key, line } of part.headers.slice(0, MOST_LINES)) {
    const value = decodeText(Buffer.from(valueOf(line.slice(0, MOST_CHARACTERS)), 'latin1'), null)
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

/**
 * The addresses of a header, groups opened. The list is parsed before its words are decoded: a comma in a name is none between two addresses. An
 * entry that only has a name has the address ''.
 */
export function readAddresses(values: readonly string[] | undefined): MailAddress[] {
  if (values === undefined) return []
  return values.flatMap((value) => {
    const found = addressparser(value, { flatten: true })
    return found.flatMap(({ name, address }) => {
      const said = decodeWords(name).replaceAll(/^["'\s]+|["'\s]+$/g, '')
      // Whole addresses are sometimes written as one encoded word.
      const hidden = address === '' ? /^(.*)<([^<>@\s]+@[^<>@\s]+)>$/.exec(said) : null
      const read = { name: (hidden?.[1] ?? said).trim() || null, address: (hidden?.[2] ?? decodeWords(address)).toLowerCase() }
      return read.name === null && read.address === '' ? [] : [read]
    })
  })
}
