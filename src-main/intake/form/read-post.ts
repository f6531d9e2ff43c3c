import { LONGEST_NAME, MOST_FIELDS, nameTooLong, type PostedField, tooManyFields } from './posted-field.ts'
import { readFormBody } from './read-form-body.ts'
import { readJsonBody } from './read-json-body.ts'
import { textOf } from './text-of.ts'

/**
 * Reads a body by its Content-Type: a JSON object, `application/x-www-form-urlencoded`, or `multipart/form-data`. Throws `bad-input`: of
 * `Content-Type` when it is none of these, of `body` when it is torn, too deep or has too many fields.
 */
export async function readPost(body: Buffer, contentType: string | null): Promise<PostedField[]> {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const fields = isJson(type) ? readJsonBody(textOf(body, null)) : await readFormBody(body, type, contentType ?? '')
  if (fields.length > MOST_FIELDS) throw tooManyFields()
  if (fields.some(({ name }) => name.length > LONGEST_NAME)) throw nameTooLong()
  return fields.map(({ name, text }) => ({ name: cleanText(name), text: cleanText(text) }))
}

const isJson = (type: string): boolean =>
  type === 'application/json' || (type.startsWith('application/') && type.endsWith('+json'))

/** Without NULs, which no database or spreadsheet stands, and without halves of characters. */
const cleanText = (text: string): string => text.replaceAll('\0', '').toWellFormed()
