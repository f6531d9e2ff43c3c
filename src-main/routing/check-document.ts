import type { FindingWords } from './words/findings-en.ts'

/** What makes a document not worth reading on, and where. */
export interface DocumentFault {
  code: string
  where: string
  message: string
}

/** A ruleset is some ten deep, and its conditions may nest thirty groups of two levels each. */
const DEEPEST = 100
const MOST_VALUES = 1_000_000
const LONGEST_TEXT = 10_000

/**
 * Looks a document through before anything walks it by recursion: cycles, depth, size, texts without end, numbers that are none. Answers
 * with the first fault, in time and memory bounded by the limits above; null when the document can be read.
 */
export function checkDocument(root: unknown, say: FindingWords): DocumentFault | null {
  const path: { node: object; keys: readonly string[] | null; next: number }[] = []
  let seen = 0
  const where = (): string => {
    const parts = path.map(({ keys, next }) => (keys ? `.${keys[next - 1] ?? ''}` : `[${next - 1}]`))
    // The rule and its part are what a person looks for; the way down from there may be long.
    return parts.slice(0, 3).join('').replace(/^\./, '').slice(0, 200) || 'the file'
  }
  const whole = (): string => {
    const parts = path.map(({ keys, next }) => (keys ? `.${keys[next - 1] ?? ''}` : `[${next - 1}]`))
    return parts.join('').replace(/^\./, '').slice(0, 500) || 'the file'
  }

  function enter(value: unknown): DocumentFault | null {
    if (++seen > MOST_VALUES) return { code: 'too-large', where: where(), message: say.documentTooLarge(MOST_VALUES) }
    switch (typeof value) {
      case 'string':
        if (value.length <= LONGEST_TEXT) return null
        return { code: 'too-long', where: whole(), message: say.textTooLong(value.length, LONGEST_TEXT) }
      case 'number':
        return Number.isFinite(value) ? null : { code: 'not-a-number', where: whole(), message: say.noNumber(String(value)) }
      case 'bigint':
      case 'function':
      case 'symbol':
        return { code: 'wrong-type', where: whole(), message: say.noSuchType(typeof value) }
      case 'object':
        break
      default:
        return null
    }
    if (value === null) return null
    if (path.some(({ node }) => node === value)) return { code: 'cycle', where: where(), message: say.containsItself }
    if (path.length >= DEEPEST) return { code: 'nested-too-deep', where: where(), message: say.tooDeep(DEEPEST) }
    const keys = Array.isArray(value) ? null : Object.keys(value)
    if (keys?.includes('__proto__')) return { code: 'unknown-key', where: whole(), message: say.noName('__proto__') }
    path.push({ node: value, keys, next: 0 })
    return null
  }

  const first = enter(root)
  if (first) return first
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const { node, keys } = top
    const count = keys ? keys.length : (node as unknown[]).length
    if (top.next >= count) {
      path.pop()
      continue
    }
    const at = top.next++
    const fault = enter(keys ? (node as Record<string, unknown>)[keys[at]!] : (node as unknown[])[at])
    if (fault) return fault
  }
  return null
}
