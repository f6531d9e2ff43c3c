import { parseEmail } from '../../lib/emails.ts'
import { parsePhone } from '../../lib/phones.ts'

/** Several in one cell: by semicolon, comma, bar, line break, or Google's " ::: ". */
const SEVERAL = /\s*(?:[;,|\r\n]| ::: | (?:or|oder|ou|und|and|et|y|o) )\s*/i

/** Values of a cell that holds a list: JSON as Krayin exports it, or separated. One value comes back as it is. */
export function valuesIn(text: string): string[] {
  if (text.startsWith('[') || text.startsWith('{')) {
    const values = jsonValues(text)
    if (values) return values
  }
  return text.split(SEVERAL).filter((part) => part !== '')
}

function jsonValues(text: string): string[] | null {
  try {
    const parsed: unknown = JSON.parse(text)
    const values = (Array.isArray(parsed) ? parsed : [parsed]).map((one: unknown) =>
      typeof one === 'object' && one !== null && 'value' in one ? one.value : one,
    )
    return values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String)
  } catch {
    return null
  }
}

export interface ReadEmails {
  addresses: string[]
  /** A name that stood before an address. */
  name: string | null
  /** What of the cell is no address. */
  bad: string[]
}

export function readEmails(text: string): ReadEmails {
  const one = parseEmail(text)
  if (one) return { addresses: [one.address], name: one.name, bad: [] }
  const read: ReadEmails = { addresses: [], name: null, bad: [] }
  for (const value of valuesIn(text)) {
    const parsed = parseEmail(value)
    if (!parsed) read.bad.push(value)
    else if (!read.addresses.includes(parsed.address)) read.addresses.push(parsed.address)
    read.name ??= parsed?.name ?? null
  }
  // "Doe, Jane <jane@x.de>": the comma belongs to the name.
  return read.addresses.length === 0 ? { addresses: [], name: null, bad: [text] } : read
}

export interface ReadPhones {
  numbers: { number: string; extension: string | null }[]
  bad: string[]
}

export function readPhones(text: string, country: string): ReadPhones {
  const one = parsePhone(text, country) ?? spoiled(text, country)
  if (one) return { numbers: [one], bad: [] }
  const read: ReadPhones = { numbers: [], bad: [] }
  const parts = valuesIn(text)
  const pieces = parts.length > 1 || parts[0] !== text ? parts : text.split(/\s*\/\s*(?=[+(0-9])/)
  for (const value of pieces) {
    const parsed = parsePhone(value, country)
    if (parsed) read.numbers.push(parsed)
    else read.bad.push(value)
  }
  return read.numbers.length === 0 ? { numbers: [], bad: [text] } : read
}

/**
 * What a spreadsheet made of a number: `4.930901820E+10` with all its digits, or without its plus. With fewer digits than the power
 * says it is gone for good.
 */
function spoiled(text: string, country: string): ReadPhones['numbers'][number] | null {
  const power = /^(\d)[.,](\d{5,14})E\+?(\d{1,2})$/i.exec(text)
  const digits = power ? (Number(power[3]) === power[2]?.length ? `${power[1]}${power[2]}` : '') : text
  if (!/^[1-9]\d{9,14}$/.test(digits)) return null
  return (power ? parsePhone(digits, country) : null) ?? (digits.length > 10 ? parsePhone(`+${digits}`, country) : null)
}

/** True for a number that a person could still dial, though we can't tell from where: "555-0123". */
export function isDialable(text: string): boolean {
  return (
    text.length <= 40 &&
    text.replaceAll(/\D/g, '').length >= 6 &&
    /^[\d\s()+\-./a-z#*:,]*$/i.test(text) &&
    !/[a-z]{6,}/i.test(text)
  )
}
