import { askLibrary } from '../../../src-main/lib/phones.ts'

/** The short cut for plain shapes, by a table of these countries written down: code and length alone are checked. The library for the rest. */
const PLANS: Readonly<Record<string, { code: string; digits: number }>> = {
  US: { code: '1', digits: 10 },
  CA: { code: '1', digits: 10 },
  GB: { code: '44', digits: 10 },
  DE: { code: '49', digits: 10 },
  FR: { code: '33', digits: 9 },
  IT: { code: '39', digits: 10 },
  ES: { code: '34', digits: 9 },
  NL: { code: '31', digits: 9 },
  BE: { code: '32', digits: 9 },
  AT: { code: '43', digits: 10 },
  CH: { code: '41', digits: 9 },
  SE: { code: '46', digits: 9 },
  NO: { code: '47', digits: 8 },
  DK: { code: '45', digits: 8 },
  FI: { code: '358', digits: 9 },
  PL: { code: '48', digits: 9 },
  PT: { code: '351', digits: 9 },
  IE: { code: '353', digits: 9 },
  CZ: { code: '420', digits: 9 },
  AU: { code: '61', digits: 9 },
  IN: { code: '91', digits: 10 },
  BR: { code: '55', digits: 10 },
}
const WITHOUT_TRUNK = new Set(['US', 'CA', 'IT', 'ES', 'NO', 'DK', 'PL', 'PT', 'CZ', 'BR'])
const NOT_DIGITS = /[^0-9]+/g
const PLAIN = /^\+?[0-9 ()-]+$/

export function quickPhone(text: string, country: string): string | null {
  const plan = PLANS[country]
  if (plan && PLAIN.test(text)) {
    const digits = text.replace(NOT_DIGITS, '')
    if (text.charCodeAt(0) === 43) {
      if (digits.startsWith(plan.code) && digits.length === plan.code.length + plan.digits) return `+${digits}`
    } else {
      const national = WITHOUT_TRUNK.has(country) ? digits : digits.slice(1)
      if (national.length === plan.digits) return `+${plan.code}${national}`
    }
  }
  return askLibrary(text, country)?.number ?? null
}
