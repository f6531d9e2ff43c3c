import { CONDITION_FIELDS, type FieldType, type Operator } from '../../src-main/contract/index.ts'

/** What a person calls the fields a condition may read. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
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
}

const FIELD_GROUPS: readonly { group: string; fields: readonly string[] }[] = [
  { group: 'Where', fields: ['country', 'region', 'territory', 'city', 'postalCode', 'language'] },
  { group: 'Company', fields: ['company', 'employees', 'revenue', 'industry', 'website', 'emailDomain', 'customerStatus'] },
  { group: 'Interest', fields: ['product', 'value', 'currency', 'score', 'grade', 'stage', 'tags', 'message'] },
  { group: 'How it came', fields: ['source', 'direction', 'owner', 'externalId', 'isDuplicate', 'isFreeMail'] },
  { group: 'When', fields: ['receivedAt', 'receivedAt.weekday', 'receivedAt.hour', 'localHour'] },
  {
    group: 'Person',
    fields: ['name', 'firstName', 'lastName', 'title', 'email', 'email2', 'phone', 'phone2', 'address'],
  },
]

export function fieldLabel(field: string): string {
  if (field.startsWith('custom.')) return `“${field.slice('custom.'.length)}”`
  return FIELD_LABELS[field] ?? field
}

/** Every condition field once, for a select with groups; one the groups forgot comes last. */
export function fieldChoices(): { group: string; items: { value: string; label: string }[] }[] {
  const grouped = new Set(FIELD_GROUPS.flatMap((group) => group.fields))
  const rest = Object.keys(CONDITION_FIELDS).filter((field) => !grouped.has(field))
  const groups = rest.length > 0 ? [...FIELD_GROUPS, { group: 'More', fields: rest }] : FIELD_GROUPS
  return groups.map(({ group, fields }) => ({
    group,
    items: fields
      .filter((field) => Object.hasOwn(CONDITION_FIELDS, field))
      .map((field) => ({ value: field, label: capital(fieldLabel(field)) })),
  }))
}

const TEXT_OPS: Readonly<Partial<Record<Operator, string>>> = {
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
}
const NUMBER_OPS: Readonly<Partial<Record<Operator, string>>> = {
  eq: '=',
  ne: '≠',
  lt: '<',
  lte: '≤',
  gt: '>',
  gte: '≥',
  between: 'is between',
}
const DATE_OPS: Readonly<Partial<Record<Operator, string>>> = {
  eq: 'is',
  ne: 'is not',
  lt: 'is before',
  lte: 'is on or before',
  gt: 'is after',
  gte: 'is on or after',
  between: 'is between',
}

export function operatorLabel(op: Operator, type: FieldType): string {
  if (type === 'date') return DATE_OPS[op] ?? TEXT_OPS[op] ?? op
  return NUMBER_OPS[op] ?? TEXT_OPS[op] ?? op
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
