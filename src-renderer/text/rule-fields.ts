import { CONDITION_FIELDS, type FieldType, type Operator } from '../../src-main/contract/index.ts'
import { inLanguage } from './language.ts'

/** What a person calls the fields a condition may read. */
export const conditionFieldWords = inLanguage<Record<string, string>>('conditionFieldWords', {
  name: 'name',
  firstName: 'first name',
  lastName: 'last name',
  email: 'e-mail',
  email2: 'second e-mail',
  phone: 'phone',
  phone2: 'second phone',
  company: 'company',
  title: 'job title',
  website: 'website',
  industry: 'industry',
  address: 'address',
  city: 'city',
  region: 'region',
  postalCode: 'postal code',
  country: 'country',
  language: 'language',
  product: 'product',
  message: 'message',
  source: 'source',
  owner: 'owner in the file',
  externalId: 'external id',
  currency: 'currency',
  employees: 'employees',
  revenue: 'revenue',
  value: 'deal value',
  score: 'score',
  territory: 'place',
  tags: 'tags',
  stage: 'stage',
  grade: 'grade',
  customerStatus: 'customer status',
  direction: 'direction',
  emailDomain: 'e-mail domain',
  isFreeMail: 'private e-mail address',
  isDuplicate: 'possible duplicate',
  receivedAt: 'received on',
  'receivedAt.weekday': 'weekday received',
  'receivedAt.hour': 'hour received',
  localHour: "hour at the lead's place",
})

export const fieldGroupWords = inLanguage('fieldGroupWords', {
  where: 'Where',
  company: 'Company',
  interest: 'Interest',
  came: 'How it came',
  when: 'When',
  person: 'Person',
  own: 'Your own',
  more: 'More',
})

const FIELD_GROUPS: readonly { group: keyof typeof fieldGroupWords; fields: readonly string[] }[] = [
  { group: 'where', fields: ['country', 'region', 'territory', 'city', 'postalCode', 'language'] },
  { group: 'company', fields: ['company', 'employees', 'revenue', 'industry', 'website', 'emailDomain', 'customerStatus'] },
  { group: 'interest', fields: ['product', 'value', 'currency', 'score', 'grade', 'stage', 'tags', 'message'] },
  { group: 'came', fields: ['source', 'direction', 'owner', 'externalId', 'isDuplicate', 'isFreeMail'] },
  { group: 'when', fields: ['receivedAt', 'receivedAt.weekday', 'receivedAt.hour', 'localHour'] },
  {
    group: 'person',
    fields: ['name', 'firstName', 'lastName', 'title', 'email', 'email2', 'phone', 'phone2', 'address'],
  },
]

export function fieldLabel(field: string): string {
  if (field.startsWith('custom.')) return `“${field.slice('custom.'.length)}”`
  return conditionFieldWords[field] ?? field
}

/** Every condition field once, for a select with groups; one the groups forgot comes last. */
export function fieldChoices(): { group: string; items: { value: string; label: string }[] }[] {
  const grouped = new Set(FIELD_GROUPS.flatMap((group) => group.fields))
  const rest = Object.keys(CONDITION_FIELDS).filter((field) => !grouped.has(field))
  const groups = rest.length > 0 ? [...FIELD_GROUPS, { group: 'more' as const, fields: rest }] : FIELD_GROUPS
  return groups.map(({ group, fields }) => ({
    group: fieldGroupWords[group],
    items: fields
      .filter((field) => Object.hasOwn(CONDITION_FIELDS, field))
      .map((field) => ({ value: field, label: capital(fieldLabel(field)) })),
  }))
}

/** Areas the desk knows by name, in each language: continents first. */
export const areaWords = inLanguage<readonly string[]>('areaWords', [
  'Europe',
  'North America',
  'South America',
  'Asia',
  'Africa',
  'Oceania',
  'DACH',
  'EU',
  'Benelux',
  'Nordics',
])

/** The few values of fields that have no others. */
export const valueWords = inLanguage('valueWords', {
  customerStatus: { new: 'New', existing: 'Customer', former: 'Former customer' },
  direction: { inbound: 'Inbound', outbound: 'Outbound' },
})

type OpWords = Partial<Record<Operator, string>>

/** How a condition compares, after its field's name. */
export const operatorWords = inLanguage<{ text: OpWords; list: OpWords; number: OpWords; date: OpWords }>('operatorWords', {
  text: {
    is: 'is',
    isNot: 'is not',
    in: 'is one of',
    notIn: 'is none of',
    contains: 'contains',
    startsWith: 'starts with',
    endsWith: 'ends with',
    matches: 'matches the pattern',
    isEmpty: 'is empty',
    isPresent: 'is filled in',
    within: 'is within',
    notWithin: 'is not within',
    hasAny: 'have any of',
    hasAll: 'have all of',
    hasNone: 'have none of',
  },
  list: { isEmpty: 'are empty', isPresent: 'are filled in' },
  number: {
    eq: '=',
    ne: '≠',
    lt: '<',
    lte: '≤',
    gt: '>',
    gte: '≥',
    between: 'is between',
  },
  date: {
    eq: 'is',
    ne: 'is not',
    lt: 'is before',
    lte: 'is on or before',
    gt: 'is after',
    gte: 'is on or after',
    between: 'is between',
  },
})

export function operatorLabel(op: Operator, type: FieldType): string {
  const { text, list, number, date } = operatorWords
  if (type === 'date') return date[op] ?? text[op] ?? op
  if (type === 'list') return list[op] ?? text[op] ?? op
  return number[op] ?? text[op] ?? op
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
