import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { findEncoding, knownEncoding } from '../csv/encodings.ts'

/** In every byte 0–127 a letter: valid bytes say nothing about them. Seven bits and escapes are an encoding of their own. */
const JAPANESE_MAIL = /^(?:cs)?iso-?2022-?jp/
// oxlint-disable-next-line no-control-regex -- The encoding is known by its escapes.
const ESCAPE_TO_JAPANESE = /\x1b\$[@B(]|\x1b\([JI]/
/** Programs write these when they mean "whatever the system uses". */
const HOLLOW = /^(?:x-)?(?:unknown(?:-8bit)?|default|user-defined|none|8bit|binary)$/

/**
 * Bytes of a mail as text. The declared charset counts unless the bytes deny it: mails declared ASCII or Latin-1 are often UTF-8, and many declare
 * nothing. NULs are dropped, line ends are LF.
 */
export function decodeText(bytes: Buffer, declared: string | null): string {
  return decode(bytes, declared).replaceAll('\0', '').replaceAll(/\r\n?/g, '\n')
}

/** The charset of short pieces of one mail that are not UTF-8; null when all are. */
export function charsetOf(pieces: readonly Buffer[]): string | null {
  const odd = pieces.filter((bytes) => !isUtf8(bytes))
  return odd.length === 0 ? null : findEncoding(Buffer.concat(odd), true).encoding
}

function decode(bytes: Buffer, declared: string | null): string {
  const name = (declared ?? '').trim().toLowerCase().replaceAll(/["']/g, '')
  if (JAPANESE_MAIL.test(name) || (name === '' && ESCAPE_TO_JAPANESE.test(bytes.subarray(0, 65_536).toString('latin1'))))
    return new TextDecoder('iso-2022-jp').decode(bytes)
  const known = name === '' || HOLLOW.test(name) ? null : knownCharset(name)
  if (known !== null && !isPlain(known)) return withoutMark(iconv.decode(bytes, known))
  if (isUtf8(bytes)) return withoutMark(bytes.toString('utf8'))
  if (known !== null && isWestern(known)) return iconv.decode(bytes, 'windows-1252')
  if (known !== null && known !== 'utf-8') return iconv.decode(bytes, known)
  const { encoding } = findEncoding(bytes, true)
  return withoutMark(iconv.decode(bytes, encoding))
}

/** One byte a letter, or UTF-8: where the bytes are valid UTF-8, they are UTF-8 whatever is said. */
function isPlain(encoding: string): boolean {
  return encoding === 'utf-8' || /^(?:iso-8859-\d+|windows-125\d|us-ascii)$/.test(encoding)
}

/** Windows-1252 holds all of Latin-1, and is what is meant by it. */
function isWestern(encoding: string): boolean {
  return encoding === 'iso-8859-1' || encoding === 'windows-1252'
}

function knownCharset(name: string): string | null {
  // Outlook's names of code pages, and a charset with a language behind it (RFC 2231).
  const plain = name.replace(/\*.*$/, '').replace(/^x-(?=windows|cp|sjis|euc|gbk|big5)/, '')
  return knownEncoding(plain)
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}
