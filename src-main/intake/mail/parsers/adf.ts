import type { FieldReading } from '../../../contract/index.ts'
import type { Mail, MailPart } from '../mail.ts'
import type { Found, Parser } from '../parsers.ts'
import { childOf, childrenOf, type Element, readAdf, textOf } from './adf-document.ts'
import { field, fieldsOf, lessSure, valueOf } from './field.ts'
import { isMasked, isRelay } from './no-contact.ts'

const VERSION = 1
const MOST_BYTES = 2_000_000
/** What a cut-off document says is still what it says, except for the value it was cut in. */
const TORN = 0.6
const MOST_CUSTOM = 30

/** ADF 1.0 as dealers' portals send it, attached. */
export const attachedAdf: Parser = (mail) => {
  for (const part of mail.attachments) {
    if (!mayBeAdf(part)) continue
    const found = fromDocument(decoded(part.content), `attachment ${part.name ?? ''}`.trim())
    if (found) return found
  }
  return null
}

/** The same as the mail's own text, also when it was declared to be HTML. */
export const adfInBody: Parser = (mail: Mail) => fromDocument(mail.text, 'ADF') ?? fromDocument(mail.html ?? '', 'ADF')

function mayBeAdf({ name, type, content }: MailPart): boolean {
  return content.length <= MOST_BYTES && (/xml|adf|octet-stream|text\/plain/.test(type) || /\.(?:adf|xml)$/i.test(name ?? ''))
}

/** By its byte order mark, else by its declaration, else as UTF-8. */
function decoded(content: Buffer): string {
  const head = content.subarray(0, 200).toString('latin1')
  const isUtf16 = /^(?:\xff\xfe|<\0)/.test(head) ? 'utf-16le' : /^(?:\xfe\xff|\0<)/.test(head) ? 'utf-16be' : null
  const named = /encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1]
  try {
    return new TextDecoder(isUtf16 ?? named ?? 'utf-8').decode(content)
  } catch {
    return content.toString('utf8')
  }
}

function fromDocument(text: string, where: string): Found | null {
  const root = readAdf(text)
  if (!root) return null
  const leads = childrenOf(root, 'prospect').map((prospect) => readProspect(prospect, where))
  const isTorn = root.isTorn || leads.length === 0
  const sure = isTorn ? leads.map((fields) => lessSure(fields, TORN)) : leads
  const reachable = leads.every((fields) => valueOf(fields, 'email') !== null || valueOf(fields, 'phone') !== null)
  const doubt = leads.length === 0 || !reachable ? 'no-contact' : isTorn ? 'unsure' : null
  return { parser: 'adf', version: VERSION, leads: sure.filter((fields) => fields.length > 0), doubt }
}

function readProspect(prospect: Element, document: string): FieldReading[] {
  const at = (place: string): string => `${document}, ${place}`
  const whole = (element: Element | undefined): string => (element?.isTorn === true ? '' : textOf(element))
  const customer = childOf(prospect, 'customer')
  const contact = childOf(customer, 'contact')
  const provider = childOf(prospect, 'provider')
  const id = childOf(prospect, 'id')
  const found = [
    ...readContact(contact, at('customer')),
    ...readVehicles(childrenOf(prospect, 'vehicle'), at('vehicle')),
    field('message', whole(childOf(customer, 'comments')), 1, at('comments')),
    field('externalId', whole(id), 1, at('id')),
    field('source', nameOf(provider) || (id?.attributes['source'] ?? ''), 1, at('provider')),
    field('receivedAt', whole(childOf(prospect, 'requestdate')), 1, at('request date')),
    field(
      'custom.vendor',
      nameOf(childOf(childOf(prospect, 'vendor'), 'contact') ?? childOf(prospect, 'vendor')),
      1,
      at('vendor'),
    ),
    // It stands in two places, by the program that wrote it.
    field('custom.lead type', whole(childOf(prospect, 'leadtype') ?? childOf(customer, 'leadtype')), 1, at('lead type')),
    field('custom.timeframe', leavesOf(childOf(customer, 'timeframe')), 1, at('timeframe')),
  ]
  return fieldsOf(found)
}

function readContact(contact: Element | undefined, where: string): (FieldReading | null)[] {
  const names = childrenOf(contact, 'name')
  const part = (...parts: string[]): string =>
    names
      .filter((name) => !name.isTorn && parts.includes((name.attributes['part'] ?? 'full').toLowerCase()))
      .map(textOf)
      .filter((text) => text !== '')
      .join(' ')
  const isFirm = names.some((name) => (name.attributes['type'] ?? '').toLowerCase() === 'business')
  const [full, first, last] = [part('full'), part('first'), part('last')]
  const address = childOf(contact, 'address')
  const of = (...names: string[]): string =>
    childrenOf(address, ...names)
      .map(textOf)
      .join(', ')
  return [
    field(isFirm ? 'company' : 'name', full || [first, part('middle'), last, part('suffix')].filter(Boolean).join(' '), 1, where),
    field('firstName', first, 1, where),
    field('lastName', last, 1, where),
    ...childrenOf(contact, 'email')
      .filter((email) => !email.isTorn && !isMasked(textOf(email)) && !isRelay(textOf(email)))
      .map((email, index) => field(index === 0 ? 'email' : 'email2', textOf(email), 1, where)),
    ...readPhones(contact, where),
    field('address', of('street', 'apartment'), 1, where),
    field('city', of('city'), 1, where),
    field('region', of('regioncode'), 1, where),
    field('postalCode', of('postalcode'), 1, where),
    field('country', of('country'), 1, where),
  ]
}

function readPhones(contact: Element | undefined, where: string): (FieldReading | null)[] {
  const phones = childrenOf(contact, 'phone').filter((phone) => !phone.isTorn)
  const kindOf = (phone: Element): string => (phone.attributes['type'] ?? 'voice').toLowerCase()
  const dialled = phones.filter((phone) => !['fax', 'pager'].includes(kindOf(phone)) && !isMasked(textOf(phone)))
  const times = dialled.map((phone) => phone.attributes['time'] ?? '').filter((time) => !['', 'nopreference'].includes(time))
  return [
    ...dialled
      .slice(0, 2)
      .map((phone, index) => field(index === 0 ? 'phone' : 'phone2', textOf(phone), 1, `${where}, ${kindOf(phone)}`)),
    field('custom.more telephone numbers', dialled.slice(2).map(textOf).join(', '), 1, where),
    field('custom.fax', textOf(phones.find((phone) => kindOf(phone) === 'fax')), 1, where),
    field('custom.best time to call', times[0], 1, where),
  ]
}

/** The car that is asked for is the product; one that would be given for it is told. */
function readVehicles(vehicles: readonly Element[], where: string): (FieldReading | null)[] {
  const isTradeIn = (vehicle: Element): boolean => /trade/i.test(vehicle.attributes['interest'] ?? '')
  const nameOfCar = (vehicle: Element | undefined): string =>
    ['year', 'make', 'model', 'trim']
      .map((name) => textOf(childOf(vehicle, name)))
      .filter(Boolean)
      .join(' ')
  const wanted = vehicles.find((vehicle) => !isTradeIn(vehicle))
  const others = vehicles.filter((vehicle) => vehicle !== wanted)
  const price = childOf(wanted, 'price')
  const told = new Set(['year', 'make', 'model', 'trim', 'price', 'stock', 'stocknumber', 'vin', 'id'])
  return [
    field('product', nameOfCar(wanted), 1, where),
    field('value', textOf(price), 0.7, `${where}, price`),
    field('currency', price?.attributes['currency'], 0.7, `${where}, price`),
    field('custom.stock number', textOf(childOf(wanted, 'stock', 'stocknumber')), 1, where),
    field('custom.vin', textOf(childOf(wanted, 'vin')), 1, where),
    field('custom.interest', [wanted?.attributes['status'], wanted?.attributes['interest']].filter(Boolean).join(', '), 1, where),
    field('custom.trade-in', others.filter(isTradeIn).map(nameOfCar).join('; '), 1, where),
    field(
      'custom.other vehicles',
      others
        .filter((one) => !isTradeIn(one))
        .map(nameOfCar)
        .join('; '),
      1,
      where,
    ),
    ...(wanted?.children ?? [])
      .filter((child) => !told.has(child.name) && child.children.length === 0)
      .slice(0, MOST_CUSTOM)
      .map((child) => field(`custom.vehicle ${child.name}`, textOf(child), 1, where)),
  ]
}

function nameOf(element: Element | undefined): string {
  return childrenOf(element, 'name').map(textOf).filter(Boolean).join(' ')
}

function leavesOf(element: Element | undefined): string {
  return element?.children.map(textOf).filter(Boolean).join(', ') ?? ''
}
