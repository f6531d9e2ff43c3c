import type { FieldReading } from '../../../contract/index.ts'
import type { Parser } from '../parsers.ts'
import { field, fieldsOf, valueOf } from './field.ts'
import { walkMarkup } from './markup.ts'
import { isMasked, isRelay } from './no-contact.ts'

const VERSION = 1
/** The tags stand in the head; what comes later is the page. */
const HEAD = 200_000
const MOST_TAGS = 60

const FIELDS: Readonly<Record<string, string>> = {
  name: 'name',
  first_name: 'firstName',
  last_name: 'lastName',
  email: 'email',
  phone: 'phone',
  message: 'message',
  source: 'source',
  address: 'address',
  city: 'city',
  state: 'region',
  zip: 'postalCode',
  country: 'country',
  property_address: 'product',
}

/** "Real Estate Lead Metadata" 1.0 (FiveStreet, Top Producer): meta tags in the head of a mail that people read otherwise. */
export const metaTags: Parser = (mail) => {
  if (mail.html === null || !/["']?lead_(?:information_version|name|email|phone)/i.test(mail.html.slice(0, HEAD))) return null
  const tags = new Map<string, string>()
  walkMarkup(mail.html.slice(0, HEAD), 'html', {
    open(tag, { name, content }) {
      const key = /^lead_(\w{1,60})$/i.exec(name ?? '')?.[1]?.toLowerCase()
      if (tag === 'meta' && key !== undefined && content !== undefined && !tags.has(key) && tags.size < MOST_TAGS)
        tags.set(key, content)
    },
    close() {},
    text() {},
  })
  const fields = fieldsOf([...tags].map(([key, content]) => readTag(key, content)))
  if (fields.length === 0) return null
  const isReachable = valueOf(fields, 'email') !== null || valueOf(fields, 'phone') !== null
  return { parser: 'meta-tags', version: VERSION, leads: [fields], doubt: isReachable ? null : 'no-contact' }
}

function readTag(key: string, content: string): FieldReading | null {
  if (key === 'information_version' || /^(?:n\/a|null|undefined)$/i.test(content.trim())) return null
  const name = FIELDS[key]
  if ((name === 'email' || name === 'phone') && isMasked(content)) return null
  if (name === 'email' && isRelay(content.trim())) return null
  return field(name ?? `custom.${key.replaceAll('_', ' ')}`, content, 1, `meta tag lead_${key}`)
}
