import { expect, test } from 'vitest'
import { fitsKey, makeKey } from '../../../src-main/intake/form/form-keys.ts'

test('a key fits its own form, and none of a thousand others does', () => {
  const { key, kept } = makeKey()
  expect(kept.keyHash).not.toContain(key)
  expect(key.endsWith(kept.keyEnd)).toBe(true)
  expect(fitsKey(key, kept.keyHash)).toBe(true)
  const others = Array.from({ length: 1_000 }, () => makeKey().key)
  expect(others.filter((other) => fitsKey(other, kept.keyHash))).toEqual([])
  expect(new Set(others).size).toBe(1_000)
})
