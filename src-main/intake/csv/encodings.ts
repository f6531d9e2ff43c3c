import { isAscii, isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { encodingOfWords } from './latin-words.ts'

export interface FoundEncoding {
  encoding: string
  /** Bytes of the byte-order mark. */
  bom: number
  /** False when only ASCII was seen: what comes later may still tell another encoding. */
  isSettled: boolean
}

const BOMS: readonly (readonly [encoding: string, mark: string])[] = [
  ['utf-8', 'efbbbf'],
  ['utf-32le', 'fffe0000'],
  ['utf-32be', '0000feff'],
  ['utf-16le', 'fffe'],
  ['utf-16be', 'feff'],
]

/** iconv-lite also "decodes" these; they are no encodings of text. */
const NO_TEXT = new Set(['base64', 'hex', 'binary', 'internal', 'utf7imap'])

/** The name iconv-lite knows an encoding by, spelt as the desk spells it; null when it knows none. */
export function knownEncoding(name: string): string | null {
  const plain = name.trim().toLowerCase().replaceAll('_', '-')
  if (NO_TEXT.has(plain.replaceAll('-', '')) || !iconv.encodingExists(plain)) return null
  const squashed = plain.replaceAll('-', '')
  const usual: Record<string, string> = {
    utf8: 'utf-8',
    utf16: 'utf-16le',
    utf16le: 'utf-16le',
    ucs2: 'utf-16le',
    utf16be: 'utf-16be',
    latin1: 'iso-8859-1',
    iso88591: 'iso-8859-1',
    windows1252: 'windows-1252',
    cp1252: 'windows-1252',
    win1252: 'windows-1252',
    ascii: 'utf-8',
    usascii: 'utf-8',
  }
  return usual[squashed] ?? plain
}

/** The encoding of a file by its first bytes. `isWhole`: they are all of it. */
export function findEncoding(head: Buffer, isWhole: boolean): FoundEncoding {
  const hex = head.subarray(0, 4).toString('hex')
  for (const [encoding, mark] of BOMS) if (hex.startsWith(mark)) return { encoding, bom: mark.length / 2, isSettled: true }
  const wide = findUtf16(head)
  if (wide !== null) return { encoding: wide, bom: 0, isSettled: true }
  if (isAscii(head)) return { encoding: 'utf-8', bom: 0, isSettled: isWhole }
  if (isUtf8(isWhole ? head : wholeCharacters(head))) return { encoding: 'utf-8', bom: 0, isSettled: true }
  return { encoding: guess(head), bom: 0, isSettled: true }
}

export function bomLength(head: Buffer, encoding: string): number {
  const hex = head.subarray(0, 4).toString('hex')
  const mark = BOMS.find(([name]) => name === encoding)?.[1]
  return mark !== undefined && hex.startsWith(mark) ? mark.length / 2 : 0
}

/** Without a mark, Western text in UTF-16 has a zero in every other byte. */
function findUtf16(head: Buffer): string | null {
  const end = Math.min(head.length & ~1, 65_536)
  if (end < 8) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < end; at += 2) {
    if (head[at] === 0) even++
    if (head[at + 1] === 0) odd++
  }
  const pairs = end / 2
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be'
  return null
}

/** Without the character that the end of the piece cut in two. */
export function wholeCharacters(head: Buffer): Buffer {
  for (let back = 1; back <= 3 && back < head.length; back++) {
    const byte = head[head.length - back] ?? 0
    if (byte >= 0xc0) return head.subarray(0, head.length - back)
    if (byte < 0x80) break
  }
  return head
}

/**
 * One of the older encodings. chardet weighs letters by language, and plain English around them only confuses it: it is given the
 * words that are not ASCII. Few Latin words are too little for it; they are looked at one by one. Where both are near a tie, Windows-1252
 * wins, which most such files are and which holds all of Latin-1.
 */
function guess(head: Buffer): string {
  const { words, isForeign } = oddWords(head)
  const bytes = Buffer.concat(words)
  const found = analyse(bytes).filter(({ name }) => !/^utf|^ascii/i.test(name))
  const score = (pattern: RegExp): number => found.find(({ name }) => pattern.test(name))?.confidence ?? 0
  // Words of nothing but high bytes are no Western ones: Cyrillic, Greek, Hebrew, Arabic, or East Asian.
  const fitting = isForeign ? found.filter(({ name }) => !LATIN.test(name)) : found.filter(({ name }) => !WESTERN.test(name))
  const best = fitting[0]
  const latin = isForeign ? null : encodingOfWords(words.slice(0, MOST_WORDS).map(lettersOf))
  if (latin !== null) return latin
  const isClear = best !== undefined && (isForeign || (bytes.length >= FEW && best.confidence - score(WESTERN) >= CLEARLY))
  return (isClear ? knownEncoding(best.name) : null) ?? 'windows-1252'
}

/** A word without the quotes, brackets and delimiters that `oddWords` leaves on it. */
function lettersOf(word: Buffer): Buffer {
  let end = word.length
  while (end > 0 && (word[end - 1] ?? 0) < 128 && !isLetter(word[end - 1] ?? 0)) end--
  return word.subarray(0, end)
}
const isLetter = (byte: number): boolean => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
/** Words that are looked at one by one. */
const MOST_WORDS = 2_000
const WESTERN = /^(?:iso-8859-1|windows-1252)$/i
const LATIN = /^(?:iso-8859-(?:1|2|9)|windows-125(?:0|2|4|7))$/i
/** Points of chardet, of 100, by which another Latin encoding must be the better one. */
const CLEARLY = 8
/** With fewer bytes of such words than this, any single-byte encoding fits. */
const FEW = 24

/** The words of a text that are not all ASCII, up to 100,000 bytes of them; foreign when most consist of nothing else. */
function oddWords(head: Buffer): { words: Buffer[]; isForeign: boolean } {
  const words: Buffer[] = []
  let length = 0
  let foreign = 0
  let start = 0
  let high = 0
  for (let at = 0; at <= head.length && length < 100_000; at++) {
    const byte = head[at] ?? 32
    if (byte > 127) high++
    if (byte > 64) continue
    if (high > 0) {
      const word = head.subarray(start, at + 1)
      words.push(word)
      length += word.length
      if (high >= (at - start) * 0.6 && at - start > 2) foreign++
    }
    start = at + 1
    high = 0
  }
  return { words, isForeign: foreign > words.length / 2 }
}
