import { TextDecoder } from 'node:util'
import sax from 'sax'

/** What of an XML document is of interest; names without their namespace. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * Reads XML a piece at a time. Strict: what is not well-formed throws. A document type, by which entities could be declared, is
 * refused: Office files have none.
 */
export class XmlReader {
  readonly #parser: sax.SAXParser
  #decoder: TextDecoder | null = null

  constructor(handler: XmlHandler) {
    this.#parser = Object.assign(sax.parser(true, { position: false }), {
      onerror(error: Error) {
        throw error
      },
      ondoctype() {
        throw new Error('XML with a document type')
      },
      onopentag: ({ name, attributes }: sax.Tag) => handler.open(localName(name), attributes),
      onclosetag: (name: string) => handler.close?.(localName(name)),
      ontext: (text: string) => handler.text?.(text),
      oncdata: (text: string) => handler.text?.(text),
    })
  }

  write(piece: Buffer): void {
    this.#decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
    this.#parser.write(this.#decoder.decode(piece, { stream: true }))
  }

  end(): void {
    this.#parser.write(this.#decoder?.decode() ?? '').close()
  }
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** `x:row` is `row`: some programs write a prefix before every name. */
export function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Reads a whole part. */
export async function readXml(pieces: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const reader = new XmlReader(handler)
  for await (const piece of pieces) reader.write(piece)
  reader.end()
}
