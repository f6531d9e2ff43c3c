import { decodeText } from './decode-text.ts'

/** Longer texts are cut. */
const MOST_BYTES = 2_000_000

/** What Outlook's compressed RTF starts its dictionary with (MS-OXRTFCP 2.1.2.1). */
const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
const COMPRESSED = 0x75465a4c
const PLAIN = 0x414c454d

/** Undoes Outlook's compression of RTF (MS-OXRTFCP), up to two megabytes of it. Bytes that are no such thing give ''. */
export function decompressRtf(bytes: Buffer): string {
  if (bytes.length < 16) return ''
  const kind = bytes.readUInt32LE(8)
  if (kind === PLAIN) return bytes.toString('latin1', 16, 16 + MOST_BYTES)
  if (kind !== COMPRESSED) return ''
  const ring = Buffer.alloc(4_096)
  let write = ring.write(DICTIONARY, 'latin1')
  const out: number[] = []
  const put = (byte: number): void => {
    out.push(byte)
    ring[write] = byte
    write = (write + 1) & 4_095
  }
  let at = 16
  while (at < bytes.length && out.length < MOST_BYTES) {
    const control = bytes[at++] ?? 0
    for (let bit = 0; bit < 8 && at < bytes.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at++] ?? 0)
        continue
      }
      const token = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
      at += 2
      const offset = token >> 4
      // A reference to where is being written ends the text.
      if (offset === write) return Buffer.from(out).toString('latin1')
      for (let one = 0; one < (token & 15) + 2; one++) put(ring[(offset + one) & 4_095] ?? 0)
    }
  }
  return Buffer.from(out).toString('latin1')
}

/** Groups that hold no text of the document. */
const HIDDEN = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'header',
  'footer',
  'listtable',
  'themedata',
])
const WORDS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
}
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi

interface Group {
  isHidden: boolean
  /** Formatting that stands beside the HTML it was made from (MS-OXRTFEX). */
  isBeside: boolean
  /** Characters that stand for a \u character, for readers that don't know it. */
  skip: number
}

/** The text of an RTF document; the HTML, when it was made from HTML. One pass, no recursion. */
export function rtfToText(rtf: string): { text: string; isHtml: boolean } {
  const isHtml = /\\fromhtml1\b/.test(rtf.slice(0, 2_000))
  const codePage = /\\ansicpg(\d{3,5})/.exec(rtf.slice(0, 2_000))?.[1] ?? '1252'
  const page = new RtfPage(isHtml, `windows-${codePage}`)
  for (const [, word, number, hex, symbol, brace, text] of rtf.slice(0, MOST_BYTES).matchAll(TOKEN)) {
    if (brace === '{') page.open()
    else if (brace === '}') page.close()
    else if (word !== undefined) page.word(word.toLowerCase(), number)
    else if (hex !== undefined) page.byte(Number.parseInt(hex, 16))
    else if (symbol !== undefined) page.symbol(symbol)
    else if (text !== undefined) page.text(text)
  }
  return { text: page.finish(), isHtml }
}

class RtfPage {
  readonly #isHtml: boolean
  readonly #charset: string
  readonly #pieces: string[] = []
  /** Bytes of one run are decoded together: of some encodings two make a letter. */
  #bytes: number[] = []
  readonly #outer: Group[] = []
  #group: Group = { isHidden: false, isBeside: false, skip: 1 }
  #isStarred = false
  #toSkip = 0

  constructor(isHtml: boolean, charset: string) {
    this.#isHtml = isHtml
    this.#charset = charset
  }
  open(): void {
    this.#outer.push({ ...this.#group })
    this.#isStarred = false
  }
  close(): void {
    this.#group = this.#outer.pop() ?? this.#group
  }
  word(word: string, number: string | undefined): void {
    const group = this.#group
    if (this.#isStarred) {
      // A starred group is for those who know its name.
      if (word === 'htmltag') group.isBeside = false
      else group.isHidden = true
      this.#isStarred = false
    } else if (HIDDEN.has(word)) group.isHidden = true
    else if (word === 'htmlrtf') group.isBeside = number !== '0'
    else if (word === 'uc') group.skip = Math.min(Number(number ?? 1), 8)
    else if (word === 'u' && number !== undefined) {
      this.#write(String.fromCharCode(Number(number) & 0xffff))
      this.#toSkip = group.skip
    } else {
      const said = WORDS[word]
      if (said !== undefined) this.#write(said)
    }
  }
  symbol(symbol: string): void {
    if (symbol === '*') this.#isStarred = true
    else if (symbol === '~') this.#write(' ')
    else if (symbol === '\\' || symbol === '{' || symbol === '}') this.#write(symbol)
    else if (symbol === '\n' || symbol === '\r') this.#write('\n')
  }
  byte(byte: number): void {
    if (this.#toSkip > 0) this.#toSkip--
    else if (!this.#isUnseen()) this.#bytes.push(byte)
  }
  text(text: string): void {
    const rest = text.slice(this.#toSkip)
    this.#toSkip = Math.max(0, this.#toSkip - text.length)
    if (rest !== '') this.#write(rest)
  }
  #isUnseen(): boolean {
    return this.#group.isHidden || (this.#isHtml && this.#group.isBeside)
  }
  #write(text: string): void {
    if (this.#isUnseen()) return
    this.#flush()
    this.#pieces.push(text)
  }
  #flush(): void {
    if (this.#bytes.length > 0) this.#pieces.push(decodeText(Buffer.from(this.#bytes), this.#charset))
    this.#bytes = []
  }
  finish(): string {
    this.#flush()
    return this.#pieces.join('').trim()
  }
}
