import { keepAsCustom, tell, type Work } from './cleaning.ts'
import { shown } from './file-problem.ts'
import { isDialable, readEmails, readPhones } from './read-contacts.ts'

export interface FoundEmails {
  addresses: string[]
  /** A name that stood before an address. */
  name: string | null
  bad: string | null
}

/** Reads both mailbox columns: addresses first, what could not be read keeps its place only while no address needs it. */
export function fillEmails(work: Work): FoundEmails {
  const { draft, texts } = work
  const found: FoundEmails = { addresses: [], name: null, bad: null }
  for (const field of ['email', 'email2'] as const) {
    const cell = texts.get(field)
    if (!cell) continue
    const read = readEmails(cell.text)
    found.name ??= read.name
    for (const address of read.addresses) if (!found.addresses.includes(address)) found.addresses.push(address)
    if (read.bad.length === 0) continue
    found.bad ??= read.bad.join(', ')
    if (read.addresses.length === 0) draft[field] = cell.text
    else keepAsCustom(work, cell.index, cell.text)
    tell(work, field, 'bad-email', `${shown(read.bad.join(', '))} is no e-mail address`)
  }
  const [first, second, ...more] = found.addresses
  if (first !== undefined) {
    if (draft.email !== null && second === undefined) draft.email2 ??= draft.email
    else if (draft.email !== null) keepAsCustom(work, texts.get('email')?.index ?? 0, draft.email)
    draft.email = first
  }
  if (second !== undefined) {
    if (draft.email2 !== null) keepAsCustom(work, texts.get('email2')?.index ?? 0, draft.email2)
    draft.email2 = second
  }
  if (more.length > 0) draft.custom['more e-mails'] = more.join(', ')
  return found
}

export interface FoundPhones {
  numbers: string[]
  bad: string | null
  /** True when what could not be read is still something a person can dial. */
  isDialable: boolean
}

/** Reads both telephone columns, by the row's own country, else the desk's. */
export function fillPhones(work: Work): FoundPhones {
  const { draft, texts, by, joined } = work
  const callingCode = joined['calling-code']
  if (callingCode && !texts.has('phone')) keepAsCustom(work, callingCode.index, callingCode.text)
  const home = draft.country !== null && /^[A-Z]{2}$/.test(draft.country) ? draft.country : by.country
  const numbers: string[] = []
  const unread: string[] = []
  for (const field of ['phone', 'phone2'] as const) {
    const cell = texts.get(field)
    if (!cell) continue
    const read = readPhones(field === 'phone' ? withCallingCode(cell.text, callingCode?.text ?? '') : cell.text, home)
    for (const { number, extension } of read.numbers) {
      if (numbers.includes(number)) continue
      numbers.push(number)
      if (extension !== null)
        draft.custom[numbers.length === 1 ? 'phone extension' : `phone ${numbers.length} extension`] = extension
    }
    if (read.bad.length === 0) continue
    if (read.numbers.length === 0) unread.push(cell.text)
    else keepAsCustom(work, cell.index, cell.text)
    tell(work, field, 'bad-phone', `${shown(read.bad.join(', '))} is no telephone number the desk can read`)
  }
  const places = [...numbers, ...unread]
  draft.phone = places[0] ?? null
  draft.phone2 = places[1] ?? null
  if (places.length > 2) draft.custom['more telephone numbers'] = places.slice(2).join(', ')
  return { numbers, bad: unread[0] ?? null, isDialable: unread.some(isDialable) }
}

/** `+91` and `98765…` in two columns; a number that already begins with + keeps its own. */
function withCallingCode(number: string, code: string): string {
  const digits = code.replaceAll(/\D/g, '').replace(/^00/, '')
  return digits === '' || /^(?:\+|00|p:)/.test(number) ? number : `+${digits} ${number}`
}
