import type { Condition, ConditionLeaf, LeadFacts } from '../../../src-main/contract/index.ts'
import { aLeadFact } from '../../helpers/facts.ts'
import { type Random, seeded } from '../random.ts'

/**
 * Invented rules and leads: 3 to 8 conditions a rule, about half of the rules nested, twenty fields; the first match lies equally often at
 * each rule, and one lead in ten matches none.
 */

export const COUNTRIES = 'US CA GB DE FR IT ES NL BE AT CH SE NO DK FI PL PT IE CZ AU IN BR'.split(' ')
/** One at least in most countries. */
const REGIONS =
  'US-CA US-NY US-TX US-FL US-WA US-IL CA-ON CA-QC DE-BE DE-BY DE-HH DE-HE FR-IDF IT-25 ES-MD NL-NH AU-NSW IN-KA BR-SP GB-ENG BE-VAN AT-9 CH-ZH SE-AB NO-03 PL-14 PT-11 IE-D CZ-10'.split(
    ' ',
  )
export const CITIES =
  'Berlin Hamburg Munich Paris Lyon Milan Rome Madrid Seville Utrecht Ghent Vienna Basel Malmo Oslo Aarhus Turku Krakow Porto Cork Brno Perth Pune Recife Boston Denver Austin Dallas Leeds Bristol Toronto Ottawa'.split(
    ' ',
  )
export const LANGUAGES = ['en', 'de', 'fr', 'it', 'es', 'nl', 'sv', 'pl', 'pt', 'da']
export const PRODUCTS = ['Starter', 'Team', 'Business', 'Enterprise', 'Analytics', 'Support', 'Training', 'Hardware']
export const SOURCES = ['Website', 'Webinar', 'Trade fair', 'Referral', 'Partner', 'Cold call', 'Newsletter', 'Advert', 'Chat']
export const INDUSTRIES =
  'Software Finance Health Retail Energy Education Transport Food Media Travel Building Chemistry Law Farming'.split(' ')
const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'PLN']
const STATUSES = ['new', 'existing', 'former'] as const
const TAGS = ['vip', 'urgent', 'renewal', 'demo', 'event', 'price', 'trial', 'press', 'student', 'agency', 'public', 'returning']
export const RANKS = ['Head of', 'Director of', 'Manager', 'Assistant', 'Chief', 'Junior', 'Senior', 'Vice']
export const TRADES = ['Sales', 'Marketing', 'Finance', 'Operations', 'Research', 'Purchasing', 'Logistics', 'Design']
export const COMPANY_WORDS =
  'North Blue Iron Bright Green Swift Grand Clear Silver Stone River Maple Polar Royal Urban Delta'.split(' ')
export const COMPANY_KINDS = [
  'Systems',
  'Foods',
  'Media',
  'Motors',
  'Labs',
  'Trading',
  'Works',
  'Partners',
  'Logistics',
  'Energy',
]
const DOMAINS = COMPANY_WORDS.flatMap((word) => ['com.example', 'net.example'].map((end) => `${word.toLowerCase()}.${end}`))

const WORDS: Readonly<Record<string, readonly string[]>> = {
  country: COUNTRIES,
  region: REGIONS,
  city: CITIES,
  language: LANGUAGES,
  product: PRODUCTS,
  source: SOURCES,
  industry: INDUSTRIES,
  currency: CURRENCIES,
  customerStatus: STATUSES,
  emailDomain: DOMAINS,
}
const EXACT = Object.keys(WORDS)
const NUMBERS: Readonly<Record<string, readonly [number, number]>> = {
  employees: [1, 5_000],
  revenue: [0, 90_000_000],
  value: [0, 200_000],
  score: [0, 100],
}
const OTHERS = ['title', 'company', 'postalCode', 'website', 'tags', 'isFreeMail', ...Object.keys(NUMBERS)]

/** The fields of a lead that the rules look at, e-mail's domain ready: what a peer that knows no leads is given. */
export type FlatLead = Record<string, unknown>
export const RULE_FIELDS: readonly string[] = [...EXACT, ...OTHERS]

export interface DecideData {
  conditions: readonly Condition[]
  leads: LeadFacts[]
  flat: FlatLead[]
  /** Index of the first rule that holds for each lead, by walking the rules as data; -1 for none. */
  wanted: number[]
}

export function decideData(rules: number, leads: number, seed: number): DecideData {
  const random = seeded(seed)
  const shuffled = rareConditions(rules, random, EXACT, OTHERS, () => aFlatLead(random))
  const flat: FlatLead[] = []
  const wanted: number[] = []
  while (flat.length < leads) {
    const target =
      flat.length % 10 === 9 ? -1 : Math.floor(((flat.length - Math.floor(flat.length / 10)) * rules) / (leads * 0.9)) % rules
    const lead = aFlatLead(random)
    if (target >= 0) satisfy(shuffled[target]!, lead, random)
    if (shuffled.findIndex((condition) => holds(condition, lead)) !== target) continue
    flat.push(lead)
    wanted.push(target)
  }
  const mixed = random.some([...flat.keys()], leads)
  const inOrder = mixed.map((i) => flat[i]!)
  return {
    conditions: shuffled,
    leads: inOrder.map(asLead),
    flat: inOrder,
    wanted: mixed.map((i) => wanted[i]!),
  }
}

/**
 * Conditions that all together take about a fifth of the leads nobody made for them. Those that nest stand everywhere, and each
 * can be the first to hold.
 */
export function rareConditions(
  count: number,
  random: Random,
  exact: readonly string[],
  others: readonly string[],
  aStranger: () => FlatLead,
): Condition[] {
  const strangers = Array.from({ length: 2_000 }, aStranger)
  const mostHits = Math.max(1, Math.round((strangers.length * 0.25) / count))
  const conditions: Condition[] = []
  while (conditions.length < count) {
    const condition = aCondition(random, (conditions.length * 7) % 50 < 24, exact, others)
    if (strangers.filter((lead) => holds(condition, lead)).length > mostHits) continue
    const made = Array.from({ length: 20 }, () => aStranger())
    for (const lead of made) satisfy(condition, lead, random)
    const isReached = made.filter((lead) => holds(condition, lead) && !conditions.some((above) => holds(above, lead))).length > 10
    if (isReached) conditions.push(condition)
  }
  return conditions
}

function aCondition(random: Random, isNested: boolean, exactFields: readonly string[], others: readonly string[]): Condition {
  const count = random.int(3, 8)
  const exact = random.some(exactFields, Math.min(count, random.int(2, 4)))
  const fields = [...exact, ...random.some(others, count - exact.length)]
  const leaves = fields.map((field) => aLeaf(field, random))
  if (!isNested) return { all: leaves }
  const first = leaves.pop()!
  const second = leaves.pop()!
  const kind = leaves.length === 1 ? 0 : random.int(0, 2)
  if (kind === 0) return { all: [...leaves, { any: [first, second] }] }
  if (kind === 1) return { all: [...leaves, first, { not: second }] }
  const third = leaves.pop()!
  return { all: [...leaves, { any: [first, { all: [second, { not: third }] }] }] }
}

function aLeaf(field: string, random: Random): ConditionLeaf {
  const words = WORDS[field]
  if (words) {
    if (random.chance(0.15)) return { field, op: 'notIn', value: random.some(words, 2) }
    if (words.length > 6 && random.chance(0.6)) return { field, op: 'in', value: random.some(words, random.int(2, 4)) }
    return { field, op: 'is', value: random.one(words) }
  }
  const range = NUMBERS[field]
  if (range) {
    const [low, high] = [random.int(...range), random.int(...range)].sort((a, b) => a - b) as [number, number]
    const op = random.one(['gte', 'lt', 'between'] as const)
    return { field, op, value: op === 'between' ? [low, high] : op === 'gte' ? low : high }
  }
  switch (field) {
    case 'title':
      return { field, op: 'contains', value: random.one([...RANKS, ...TRADES]) }
    case 'company':
      return { field, op: 'contains', value: random.one([...COMPANY_WORDS, ...COMPANY_KINDS]) }
    case 'postalCode':
      return { field, op: 'startsWith', value: random.some(['1', '2', '3', '4', '5', '6', '7', '8', '9'], 1)[0]! }
    case 'website':
      return { field, op: random.one(['isPresent', 'isEmpty'] as const) }
    case 'tags':
      return { field, op: 'hasAny', value: random.some(TAGS, 2) }
    default:
      return { field, op: 'is', value: random.chance(0.5) }
  }
}

function aFlatLead(random: Random): FlatLead {
  const lead: FlatLead = {}
  for (const [field, words] of Object.entries(WORDS))
    lead[field] = field !== 'emailDomain' && random.chance(0.05) ? null : random.one(words)
  lead.region = aRegion(lead.country as string | null, random)
  if (lead.customerStatus === null) lead.customerStatus = 'new'
  if (lead.source === null) lead.source = 'Website'
  for (const [field, range] of Object.entries(NUMBERS)) lead[field] = random.int(...range)
  return {
    ...lead,
    title: `${random.one(RANKS)} ${random.one(TRADES)}`,
    company: `${random.one(COMPANY_WORDS)} ${random.one(COMPANY_KINDS)}`,
    postalCode: `${random.int(1, 9)}${random.digits(4)}`,
    website: random.chance(0.6) ? `https://${random.one(DOMAINS)}` : null,
    tags: random.some(TAGS, random.int(0, 3)),
    isFreeMail: random.chance(0.3),
  }
}

/** Changes the lead until the condition holds. */
function satisfy(condition: Condition, lead: FlatLead, random: Random): void {
  if ('all' in condition) for (const part of condition.all) satisfy(part, lead, random)
  else if ('any' in condition) satisfy(random.one(condition.any), lead, random)
  else if ('not' in condition) {
    for (let tries = 0; tries < 50 && holds(condition.not, lead); tries++) {
      const other = aFlatLead(random)
      for (const field of fieldsOf(condition.not)) {
        lead[field] = other[field]
        settle(lead, field, random)
      }
    }
  } else {
    const { field, value } = condition
    for (let tries = 0; tries < 500 && !holds(condition, lead); tries++) {
      if (condition.op === 'in') lead[field] = random.one(value as string[])
      else if (condition.op === 'between') lead[field] = random.int(...(value as [number, number]))
      else if (condition.op === 'is') lead[field] = value
      else lead[field] = aFlatLead(random)[field]
      settle(lead, field, random)
    }
  }
}

/** A region lies in its lead's country: of the two, the one not just changed gives way. */
function settle(lead: FlatLead, changed: string, random: Random): void {
  const { country, region } = lead as { country: string | null; region?: string | null }
  if (!region || region.slice(0, 2) === country) return
  if (changed === 'region') lead.country = region.slice(0, 2)
  else if (changed === 'country') lead.region = aRegion(country, random)
}

function aRegion(country: string | null, random: Random): string | null {
  const own = REGIONS.filter((region) => region.slice(0, 2) === country)
  return own.length === 0 || random.chance(0.05) ? null : random.one(own)
}

function fieldsOf(condition: Condition): string[] {
  if ('field' in condition) return [condition.field]
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition.not]
  return parts.flatMap(fieldsOf)
}

/** A plain walk over the condition as data. The data is written as the rules write it, so nothing need be folded. */
export function holds(condition: Condition, lead: FlatLead): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, lead))
  if ('any' in condition) return condition.any.some((part) => holds(part, lead))
  if ('not' in condition) return !holds(condition.not, lead)
  const { field, op, value } = condition
  const actual = lead[field]
  const list = value as readonly unknown[]
  switch (op) {
    case 'is':
      return actual === value
    case 'in':
      return list.includes(actual)
    case 'notIn':
      return !list.includes(actual)
    case 'contains':
      return (actual as string).includes(value as string)
    case 'startsWith':
      return (actual as string).startsWith(value as string)
    case 'gte':
      return (actual as number) >= (value as number)
    case 'lt':
      return (actual as number) < (value as number)
    case 'between':
      return (actual as number) >= (list[0] as number) && (actual as number) <= (list[1] as number)
    case 'hasAny':
      return list.some((one) => (actual as unknown[]).includes(one))
    case 'isPresent':
      return actual !== null
    case 'isEmpty':
      return actual === null
    default:
      throw new Error(`no ${op} in the invented rules`)
  }
}

function asLead(flat: FlatLead, i: number): LeadFacts {
  const { emailDomain, ...fields } = flat
  return aLeadFact({ ...(fields as Partial<LeadFacts>), id: i + 1, email: `person${i}@${emailDomain as string}` })
}
