import { Parser, type ParserOptions } from 'htmlparser2'

/** A mail of more markup than that holds no form any more. */
const MOST_CHARS = 2_000_000
/** Real mails nest a few dozen tables; closing tags of a deeper heap are looked for one by one. */
const DEEPEST = 500
const PIECE = 16_384

export interface MarkupEvents {
  open(tag: string, attributes: Readonly<Record<string, string>>): void
  /** `isImplied` when the text ended before the element did. */
  close(tag: string, isImplied: boolean): void
  text(text: string): void
}

/**
 * Walks HTML or XML, however broken, without building anything. Only the entities of the language itself are read; document types,
 * own entities and what lies elsewhere never are.
 */
export function walkMarkup(markup: string, kind: 'html' | 'xml', events: MarkupEvents): void {
  const isXml = kind === 'xml'
  const options: ParserOptions = { xmlMode: isXml, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true }
  let depth = 0
  let isTooDeep = false
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        isTooDeep ||= ++depth > DEEPEST
        if (!isTooDeep) events.open(tag, attributes)
      },
      onclosetag(tag, isImplied) {
        depth--
        if (!isTooDeep) events.close(tag, isImplied)
      },
      ontext(text) {
        if (!isTooDeep) events.text(text)
      },
    },
    options,
  )
  const end = Math.min(markup.length, MOST_CHARS)
  for (let from = 0; from < end && !isTooDeep; from += PIECE) parser.write(markup.slice(from, Math.min(from + PIECE, end)))
  if (!isTooDeep) parser.end()
}
