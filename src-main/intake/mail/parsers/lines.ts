import { walkMarkup } from './markup.ts'

/** A line of a mail as a person sees it, or a row of its table. */
export interface Line {
  text: string
  /** The first cell of a row of two: a label for sure. */
  label: string | null
  /** Set off like a heading: bold all along, or a table head. */
  isHeading: boolean
  /** In words: `line 4`, `table`. */
  where: string
}

/** No form is that long; what comes after is not looked at. */
const MOST_LINES = 5_000
const MOST_CHARS = 1_000_000

export function linesOfText(text: string): Line[] {
  return text
    .slice(0, MOST_CHARS)
    .split('\n', MOST_LINES)
    .map((line, index) => ({ text: line.trimEnd(), label: null, isHeading: false, where: `line ${index + 1}` }))
}

const BLOCKS = new Set(
  'address article blockquote br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody thead tr ul'.split(
    ' ',
  ),
)
const SILENT = new Set(['head', 'script', 'style', 'title', 'template', 'noscript'])
const STRONG = new Set(['b', 'strong', 'th', 'dt', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** The cells of a row that holds no table of its own. */
interface Row {
  cells: { text: string; strong: number; plain: number }[]
  hasTable: boolean
}

/** Lines of an HTML mail: innermost rows of tables as rows, everything else by its blocks. */
export function linesOfHtml(html: string): Line[] {
  const lines: Line[] = []
  const rows: Row[] = []
  let silent = 0
  let strong = 0
  let current = { text: '', strong: 0, plain: 0 }
  const put = (line: Omit<Line, 'where'>): void => {
    if (lines.length < MOST_LINES) lines.push({ ...line, where: 'table' })
  }
  const flush = (isBreak = false): void => {
    const text = squeezed(current.text)
    if (text === '' && !isBreak) return
    const row = rows.at(-1)
    const cell = row?.cells.at(-1)
    if (row && !row.hasTable && cell) {
      cell.text += cell.text === '' ? text : `\n${text}`
      cell.strong += current.strong
      cell.plain += current.plain
    } else put({ text, label: null, isHeading: current.strong > 0 && current.plain === 0 })
    current = { text: '', strong: 0, plain: 0 }
  }
  const endRow = (): void => {
    flush()
    const row = rows.pop()
    if (row && !row.hasTable) for (const line of linesOfRow(row)) put(line)
  }
  walkMarkup(html, 'html', {
    open(tag) {
      if (SILENT.has(tag)) silent++
      if (STRONG.has(tag)) strong++
      if (tag === 'table') openTable(rows, flush, put)
      else if (tag === 'tr') {
        flush()
        rows.push({ cells: [], hasTable: false })
      } else if (tag === 'td' || tag === 'th') {
        flush()
        rows.at(-1)?.cells.push({ text: '', strong: 0, plain: 0 })
      } else if (BLOCKS.has(tag)) flush(tag === 'br')
    },
    close(tag) {
      if (SILENT.has(tag)) silent--
      if (STRONG.has(tag)) strong--
      if (tag === 'tr') endRow()
      else if (tag === 'p') {
        flush()
        if (rows.length === 0) flush(true)
      } else if (BLOCKS.has(tag) && tag !== 'br') flush()
    },
    text(text) {
      if (silent > 0) return
      current.text += text
      const letters = text.trim().length
      if (strong > 0) current.strong += letters
      else current.plain += letters
    },
  })
  flush()
  return lines
}

/** A row with a table in it is a page's frame: what its cells said so far are lines of their own. */
function openTable(rows: readonly Row[], flush: () => void, put: (line: Omit<Line, 'where'>) => void): void {
  flush()
  const row = rows.at(-1)
  if (!row || row.hasTable) return
  for (const line of linesOfRow(row)) put(line)
  row.hasTable = true
}

function linesOfRow({ cells }: Row): Omit<Line, 'where'>[] {
  const filled = cells.filter((cell) => cell.text !== '')
  const [first, second] = filled
  const isLast = cells.at(-1) === first
  if (filled.length === 2 && first && second && isShort(first.text))
    return [{ text: second.text, label: first.text, isHeading: false }]
  // A label beside an empty cell: nothing was filled in.
  if (filled.length === 1 && first && cells.length === 2 && !isLast && isShort(first.text))
    return [{ text: '', label: first.text, isHeading: first.strong > 0 && first.plain === 0 }]
  return filled.flatMap((cell) =>
    cell.text.split('\n').map((text) => ({ text, label: null, isHeading: cell.strong > 0 && cell.plain === 0 })),
  )
}

function isShort(text: string): boolean {
  return text.length <= 120 && !text.includes('\n')
}

function squeezed(text: string): string {
  return text.replaceAll(/[\s\u00a0]+/g, ' ').trim()
}
