import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A form's key as it is told once, and what of it is kept. */
export interface NewKey {
  key: string
  kept: { keyHash: string; keyEnd: string }
}

/** 192 random bits: nobody guesses it, so a fast hash keeps it safely. */
export function makeKey(): NewKey {
  const key = randomBytes(24).toString('hex')
  return { key, kept: { keyHash: hashOfKey(key).toString('hex'), keyEnd: key.slice(-4) } }
}

/** Takes as long for a key that nearly fits as for any other. */
export function fitsKey(given: string, keyHash: string): boolean {
  return timingSafeEqual(hashOfKey(given), Buffer.from(keyHash, 'hex'))
}

const hashOfKey = (key: string): Buffer => createHash('sha256').update(key).digest()
