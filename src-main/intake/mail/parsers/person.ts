import type { Parser } from '../parsers.ts'
import { field, fieldsOf, lessSure } from './field.ts'
import { isRelay } from './no-contact.ts'
import { isAnswer, isAutomated, ownText } from './own-text.ts'
import { readSignature } from './signature.ts'

const VERSION = 1
const LONGEST_MESSAGE = 20_000

/**
 * A letter of a person: who it is from, what they say, and what their signature adds. Their company is not guessed from their address. Whether
 * it asks for anything a person decides.
 */
export const person: Parser = (mail) => {
  if (mail.from === null || isAutomated(mail)) return null
  const { address, name } = mail.from
  const answerTo = mail.replyTo.find((reply) => reply.address !== address && !isRelay(reply.address))
  const signature = readSignature(ownText(mail.text))
  const phones = signature.phones.filter((phone) => !phone.isFax)
  const found = fieldsOf([
    field('name', name !== null && !name.includes('@') ? turned(name) : null, 0.8, 'From'),
    field('name', signature.name, 0.6, 'signature'),
    field('email', address, 0.9, 'From'),
    field('email2', answerTo?.address, 0.7, 'Reply-To'),
    field('phone', phones[0]?.text, 0.7, 'signature'),
    field('phone2', phones[1]?.text, 0.6, 'signature'),
    field('company', signature.company, 0.6, 'signature'),
    field('title', signature.title, 0.5, 'signature'),
    field('website', signature.website, 0.6, 'signature'),
    field('custom.Subject', mail.subject, 0.9, 'subject'),
    field('message', signature.text.slice(0, LONGEST_MESSAGE), 0.8, 'text'),
  ])
  const fields = isAnswer(mail.subject) ? lessSure(found, 0.7) : found
  return { parser: 'person', version: VERSION, leads: [fields], doubt: 'person' }
}

/** `Reyes, Ana` as company directories write it. */
function turned(name: string): string {
  const [last = '', first = '', ...more] = name.split(',').map((part) => part.trim())
  return more.length === 0 && first !== '' && first.split(' ').length <= 2 ? `${first} ${last}` : name
}
