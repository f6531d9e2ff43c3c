import type { Condition } from '../../../src-main/contract/index.ts'
import { quickPhone } from '../floors/phone.ts'
import { type Random, seeded } from '../random.ts'
import { aPhone, type WrittenPhone } from './phones.ts'
import * as rules from './rules.ts'

/** An invented file of leads: twenty columns, one row in ten a person seen before, three in a hundred with quotes or line breaks. */

export const HEADER =
  'First name,Last name,Email,Phone,Company,Job title,Website,Industry,Employees,Annual revenue,Street,City,State,Postal code,Country,Language,Product,Lead source,Created at,Message'

const FIRST =
  'Anna Jonas Marie Paul Lena Felix Clara Emil Nora Hugo Ines Luca Sofia Mateo Alice Oscar Julia Viktor Elena Tomas Zoë Jürgen Søren Chloé'.split(
    ' ',
  )
const LAST =
  'Berg Hansen Meyer Rossi Garcia Novak Silva Kowalski Dubois Jansen Weber Larsen Fischer Moreau Conti Lopez Lindqvist Murphy Nowak Costa Müller Åberg'.split(
    ' ',
  )
const STREETS = 'High Street,Main Road,Station Lane,Market Square,Mill Street,Park Avenue,Church Road,River Walk'.split(',')
const PHRASES =
  'we need an offer for next quarter,please call in the morning,saw you at the fair,our contract ends soon,how much for fifty seats,can we have a demo,our team is growing,is there a trial'.split(
    ',',
  )
const FREE = ['gmail.com', 'gmx.de', 'yahoo.com']

/** Fields of the file that the rules of the import ask about. */
const EXACT = ['country', 'city', 'language', 'product', 'source', 'industry']
const OTHERS = ['title', 'company', 'postalCode', 'website', 'isFreeMail', 'employees', 'revenue']

interface Person {
  cells: string[]
  lead: rules.FlatLead
}

/** `text` is the file; `conditions` are fifty rules of which most leads match none. */
export function leadsFile(rows: number): { text: string; conditions: Condition[] } {
  const random = seeded(20_261_123)
  const people: Person[] = []
  // No two people share a number: whether they are one is for the product to say, and the floor would have no opinion.
  const taken = new Set<string | null>()
  const aNewPhone = (): WrittenPhone => {
    for (;;) {
      const phone = aPhone(random)
      const number = quickPhone(phone.text, phone.country)
      if (taken.has(number)) continue
      taken.add(number)
      return phone
    }
  }
  const lines = [HEADER]
  for (let row = 0; row < rows; row++) {
    const isRepeat = people.length > 0 && random.chance(0.1)
    const person = isRepeat ? again(random.one(people), random) : aPerson(row, random, aNewPhone())
    if (!isRepeat) people.push(person)
    lines.push(person.cells.join(','))
  }
  const stranger = seeded(20_261_124)
  const conditions = rules.rareConditions(50, stranger, EXACT, OTHERS, () => aPerson(0, stranger, aPhone(stranger)).lead)
  return { text: `${lines.join('\n')}\n`, conditions }
}

function aPerson(row: number, random: Random, phone: WrittenPhone): Person {
  const [first, last] = [random.one(FIRST), random.one(LAST)]
  const company = `${random.one(rules.COMPANY_WORDS)} ${random.one(rules.COMPANY_KINDS)}`
  const domain = `${company.toLowerCase().replace(' ', '-')}.com`
  const isFreeMail = random.chance(0.25)
  const lead = {
    company,
    isFreeMail,
    title: `${random.one(rules.RANKS)} ${random.one(rules.TRADES)}`,
    website: random.chance(0.6) ? `https://www.${domain}` : null,
    industry: random.one(rules.INDUSTRIES),
    employees: random.int(1, 5_000),
    revenue: random.int(0, 90_000_000),
    city: random.one(rules.CITIES),
    postalCode: `${random.int(1, 9)}${random.digits(4)}`,
    country: phone.country,
    language: random.one(rules.LANGUAGES),
    product: random.one(rules.PRODUCTS),
    source: random.one(rules.SOURCES),
  }
  const email = `${ascii(first)}.${ascii(last)}${row}@${isFreeMail ? random.one(FREE) : domain}`
  const cells = [
    first,
    last,
    random.chance(0.1) ? email.toUpperCase() : email,
    phone.text,
    lead.company,
    lead.title,
    lead.website ?? '',
    lead.industry,
    String(lead.employees),
    String(lead.revenue),
    `${random.one(STREETS)} ${random.int(1, 250)}`,
    lead.city,
    '',
    lead.postalCode,
    lead.country,
    lead.language,
    lead.product,
    lead.source,
    `2026-${String(random.int(9, 10)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`,
    aMessage(random),
  ]
  return { cells, lead }
}

const ascii = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '')

function aMessage(random: Random): string {
  const plain = `${random.one(PHRASES)} and ${random.one(PHRASES)}`
  if (!random.chance(0.03)) return plain
  return random.one([`"${plain}, ""soon"" if it can be"`, `"${plain}\nand a second line"`])
}

/** The same person writes once more: same address and number, another message. */
function again({ cells, lead }: Person, random: Random): Person {
  return { cells: [...cells.slice(0, -1), aMessage(random)], lead }
}
