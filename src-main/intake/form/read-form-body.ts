import { Busboy } from '@fastify/busboy'
import { DeskError } from '../../contract/index.ts'
import { badBody, LONGEST_NAME, MOST_FIELDS, nameTooLong, type PostedField, tooManyFields } from './posted-field.ts'
import { textOf } from './text-of.ts'

const KINDS = new Set(['application/x-www-form-urlencoded', 'multipart/form-data'])
/** Where browsers say in which charset they have written the form. */
const CHARSET_FIELD = '_charset_'

/** The fields of an HTML form. Files are let go; that there was one, and its name, stays said. */
export async function readFormBody(body: Buffer, type: string, contentType: string): Promise<PostedField[]> {
  if (!KINDS.has(type)) {
    const reason = 'it must be application/json, application/x-www-form-urlencoded or multipart/form-data'
    throw new DeskError('bad-input', { field: 'Content-Type', reason })
  }
  const isMultipart = type === 'multipart/form-data'
  // Bytes are asked for, one letter a byte: which charset they are in shows only when all are there.
  const raw = await parse(body, isMultipart ? contentType : `${type}; charset=latin1`)
  const charset = raw.find(({ name }) => name === CHARSET_FIELD)?.text ?? charsetOf(contentType)
  return raw
    .filter(({ name }) => name !== CHARSET_FIELD)
    .map(({ name, text }) => ({ name: isMultipart ? name : decode(name, charset), text: decode(text, charset) }))
}

function parse(body: Buffer, contentType: string): Promise<PostedField[]> {
  return new Promise((resolve, reject) => {
    const fields: PostedField[] = []
    const torn = (cause: unknown): void => reject(badBody('it is torn, or not what its Content-Type says', cause))
    try {
      const parser = new Busboy({
        headers: { 'content-type': contentType },
        defCharset: 'latin1',
        limits: {
          // One more than may be: the parser drops what is beyond without a word.
          fields: MOST_FIELDS + 1,
          parts: MOST_FIELDS + 1,
          fieldNameSize: LONGEST_NAME * 4,
          fieldSize: body.length,
          headerPairs: 20,
          headerSize: 4_096,
        },
      })
      parser.on('field', (name: string | undefined, text, isNameCut) => {
        if (isNameCut) reject(nameTooLong())
        else fields.push({ name: name ?? '', text })
      })
      parser.on('file', (name: string | undefined, file, fileName: string | undefined) => {
        file.on('error', torn).resume()
        if (fileName) fields.push({ name: name ?? '', text: `${fileName} (the file was not kept)` })
      })
      parser.on('partsLimit', () => reject(tooManyFields()))
      parser.on('error', torn)
      parser.on('finish', () => resolve(fields))
      parser.end(body)
    } catch (cause) {
      torn(cause)
    }
  })
}

/** A part that named its own charset was decoded already, and mostly has letters that are no bytes. */
function decode(text: string, charset: string | null): string {
  return /[^\0-\xff]/.test(text) ? text : textOf(Buffer.from(text, 'latin1'), charset)
}

const charsetOf = (contentType: string): string | null => /;\s*charset="?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null
