import { askLibrary } from '../../../src-main/lib/phones.ts'

/** The short cut for plain shapes, by a table of these countries written down; the library for the rest. It validates nothing. */
const CODES: Readonly<Record<string, string>> = {
  US: '1',
  CA: '1',
  GB: '44',
  DE: '49',
  FR: '33',
  IT: '39',
  ES: '34',
  NL: '31',
  BE: '32',
  AT: '43',
  CH: '41',
  SE: '46',
  NO: '47',
  DK: '45',
  FI: '358',
  PL: '48',
  PT: '351',
  IE: '353',
  CZ: '420',
  AU: '61',
  IN: '91',
  BR: '55',
}
const WITHOUT_TRUNK = new Set(['US', 'CA', 'IT', 'ES', 'NO', 'DK', 'PL', 'PT', 'CZ', 'BR'])
const NOT_DIGITS = /[^0-9]+/g
const PLAIN = /^\+?[0-9 ()-]+$/

export function quickPhone(text: string, country: string): string | null {
  if (!PLAIN.test(text)) return askLibrary(text, country)?.number ?? null
  const digits = text.replace(NOT_DIGITS, '')
  if (text.charCodeAt(0) === 43) return `+${digits}`
  if (WITHOUT_TRUNK.has(country)) return `+${CODES[country]}${digits}`
  return `+${CODES[country]}${digits.slice(1)}`
}
