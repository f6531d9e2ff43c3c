import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Rules of the specification that stand in the code so far. The list grows with the desk; nothing leaves it. */
const STANDING = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34,
  35, 36,
]

/** The hard cases (`EDGE-CASES.md`) that have a test of their own. */
const STANDING_CASES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]

const folder = join(import.meta.dirname, '..')
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('specification.test.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
// Only what stands in a name counts: a comment proves nothing.
const names = texts.flatMap((text) =>
  [...text.matchAll(/\b(?:it|describe|test)(?:\.each(?:<[^(]*>)?\([^]*?\))?\(\s*(['"`])(.*?)\1/g)].map((match) => match[2] ?? ''),
)
const numbersIn = (pattern: RegExp): Set<number> =>
  new Set(names.flatMap((name) => [...name.matchAll(pattern)].map((match) => Number(match[1]))))

describe('each that stands is named by a test', () => {
  it('rules of the specification', () => {
    const named = numbersIn(/\bR(\d+)\b/g)
    expect(STANDING.filter((rule) => !named.has(rule))).toEqual([])
  })
  it('hard edge cases', () => {
    const named = numbersIn(/\bedge case (\d+)\b/gi)
    expect(STANDING_CASES.filter((one) => !named.has(one))).toEqual([])
  })
})
