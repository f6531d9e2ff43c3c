import { Tokenizer } from 'htmlparser2'

/** A mail a person wrote or a program filled in is far shorter; what stands behind is left out. */
const MOST_CHARACTERS = 2_000_000

const BREAKS = new Set(
  (
    'address article aside body center dd div dl dt fieldset figure footer form header hr html label legend li main nav option section ' +
    'tbody tfoot thead tr'
  ).split(' '),
)
const PARAGRAPHS = new Set('blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '))
/** Soft hyphens and joiners that newsletters fill their previews with. */
const INVISIBLE = /\u00ad|\u034f|\u200b|\u200c/g
const UNSEEN = new Set(['script', 'style', 'title', 'template', 'noembed', 'iframe'])

/**
 * HTML as a person would read it: a line a block, cells of one row beside each other with a tab between them. Nothing is run, followed or shown. Works
 * on tags alone and never builds a tree, so depth costs nothing: 500 KB of nested tags take some ten milliseconds.
 */
export function htmlToText(html: string): string {
  const source = html.slice(0, MOST_CHARACTERS)
  const page = new TextPage()
  let unseen: string | null = null
  const nothing = (): void => {}
  const tokens = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => unseen ?? page.text(source.slice(start, end)),
      ontextentity: (point) => unseen ?? page.text(String.fromCodePoint(point)),
      onopentagname(start, end) {
        const name = source.slice(start, end).toLowerCase()
        if (unseen !== null) return
        if (UNSEEN.has(name)) unseen = name
        else page.open(name)
      },
      onclosetag(start, end) {
        const name = source.slice(start, end).toLowerCase()
        if (unseen === null) page.close(name)
        else if (unseen === name) unseen = null
      },
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  )
  tokens.write(source)
  tokens.end()
  return page.finish()
}

/** Gathers text and the blanks, tabs and line ends between it; these are written only once text follows. */
class TextPage {
  readonly #pieces: string[] = []
  #lines = 0
  /** Line ends owed: 2 for a paragraph. */
  #breaks = 0
  #tab = false
  #blank = false
  #pre = 0
  /** Blocks right at the beginning of a cell begin no line. */
  #isCellStart = false
  /** The line the cell under way began on; -1 outside. A cell of several lines ends its last. */
  #cellLine = -1

  text(text: string): void {
    if (this.#pre > 0) {
      const [first = '', ...rest] = text.split('\n')
      this.#run(first)
      for (const line of rest) {
        this.#owe(1)
        this.#run(line)
      }
    } else this.#run(text)
  }

  #run(text: string): void {
    const words = text.replaceAll(INVISIBLE, '').replaceAll(/\s+/g, ' ')
    if (words.startsWith(' ')) this.#blank = true
    const trimmed = words.trim()
    if (trimmed === '') return
    this.#settle()
    this.#pieces.push(trimmed)
    this.#blank = words.endsWith(' ')
  }

  #settle(): void {
    if (this.#pieces.length > 0) {
      if (this.#breaks > 0) {
        this.#pieces.push('\n'.repeat(this.#breaks))
        this.#lines += this.#breaks
      } else if (this.#tab) this.#pieces.push('\t')
      else if (this.#blank) this.#pieces.push(' ')
    }
    this.#breaks = 0
    this.#tab = false
    this.#blank = false
    if (this.#isCellStart) this.#cellLine = this.#lines
    this.#isCellStart = false
  }

  #owe(breaks: number): void {
    if (!this.#isCellStart) this.#breaks = Math.max(this.#breaks, breaks)
  }

  open(name: string): void {
    if (name === 'br') this.#breaks = Math.min(2, this.#breaks + 1)
    else if (name === 'td' || name === 'th') this.#isCellStart = true
    else this.#block(name)
    if (name === 'pre') this.#pre++
  }

  close(name: string): void {
    if (name === 'td' || name === 'th') this.#closeCell()
    else if (name === 'tr') {
      this.#isCellStart = false
      this.#owe(1)
    } else this.#block(name)
    if (name === 'pre' && this.#pre > 0) this.#pre--
  }

  #block(name: string): void {
    if (PARAGRAPHS.has(name)) this.#owe(2)
    else if (BREAKS.has(name)) this.#owe(1)
  }

  #closeCell(): void {
    this.#isCellStart = false
    if (this.#cellLine === this.#lines) {
      this.#breaks = 0
      this.#tab = true
    } else if (this.#cellLine >= 0 || this.#breaks > 0) this.#owe(1)
    this.#cellLine = -1
  }

  finish(): string {
    return this.#pieces.join('')
  }
}
