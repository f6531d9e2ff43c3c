import { badBody, MOST_FIELDS, type PostedField, tooManyFields } from './posted-field.ts'

/** Objects within objects that are looked into. Form services wrap what was typed two or three times. */
const DEEPEST = 8
const NAMES = ['name', 'field', 'key', 'label', 'title', 'question'] as const
const VALUES = ['value', 'values', 'answer', 'text'] as const

/**
 * The fields of a JSON object. What lies deeper is named by its way down (`contact.email`), lists of plain values are joined, and lists of
 * `{ "name": …, "value": … }` are fields by those names.
 */
export function readJsonBody(text: string): PostedField[] {
  const body = parse(text)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badBody('it is not a JSON object of fields')
  const fields: PostedField[] = []
  collect(body, '', 1, fields)
  return fields
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, exactNumber)
  } catch (cause) {
    // Far too deep for the parser's own stack.
    if (cause instanceof RangeError) throw badBody('it is nested too deeply', cause)
    throw badBody('it is no JSON', cause)
  }
}

/** An id of twenty digits stays what it was: as a number it would lose its end. */
function exactNumber(_: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value) || context?.source === undefined) return value
  return /^-?\d+$/.test(context.source) ? context.source : value
}

function collect(value: unknown, name: string, depth: number, fields: PostedField[]): void {
  if (value === null || value === undefined) return
  if (typeof value !== 'object') {
    fields.push({ name, text: textOf(value) })
    if (fields.length > MOST_FIELDS) throw tooManyFields()
    return
  }
  if (depth > DEEPEST) throw badBody('it is nested too deeply')
  const inside = (key: string): string => (name === '' ? key : `${name}.${key}`)
  if (!Array.isArray(value)) {
    for (const [key, one] of Object.entries(value)) collect(one, inside(key), depth + 1, fields)
    return
  }
  if (value.every(isPlain)) return collect(joined(value), name, depth + 1, fields)
  value.forEach((one: unknown, index) => {
    const pair = pairOf(one)
    if (pair) collect(pair.value, inside(pair.name), depth + 1, fields)
    else collect(one, inside(String(index + 1)), depth + 1, fields)
  })
}

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object'
const joined = (values: readonly unknown[]): string | null =>
  values.flatMap((one) => (one === null ? [] : [textOf(one)])).join(', ') || null
/** Of what JSON writes without brackets: a text, a number, true or false. */
const textOf = (plain: unknown): string => String(plain)

/** `{ "name": "email", "values": ["ada@example.org"] }`, as lead forms of advertisers post. */
function pairOf(one: unknown): { name: string; value: unknown } | null {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return null
  const has = one as Record<string, unknown>
  const name = NAMES.find((key) => Object.hasOwn(has, key) && typeof has[key] === 'string')
  const value = VALUES.find((key) => Object.hasOwn(has, key))
  // With more in it than that, nothing of it may go missing: it is taken apart by its own keys.
  if (name === undefined || value === undefined || Object.keys(has).length > 2) return null
  return { name: has[name] as string, value: has[value] }
}
