/**
 * What the desk knows of a lead by name. Columns of a file, labels of a mail and fields of a form are matched to these;
 * whatever fits none is kept under `custom` with its own header.
 */
export const TEXT_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'email2',
  'phone',
  'phone2',
  'company',
  'title',
  'website',
  'industry',
  'address',
  'city',
  'region',
  'postalCode',
  'country',
  'language',
  'product',
  'message',
  'source',
  'owner',
  'externalId',
  'currency',
] as const
export const NUMBER_FIELDS = ['employees', 'revenue', 'value', 'score'] as const
/** Fields a file or form can fill. */
export const LEAD_FIELDS = [...TEXT_FIELDS, ...NUMBER_FIELDS, 'tags', 'stage', 'receivedAt'] as const
export type TextField = (typeof TEXT_FIELDS)[number]
export type NumberField = (typeof NUMBER_FIELDS)[number]
export type LeadField = (typeof LEAD_FIELDS)[number]

export const TEXT_OPERATORS = [
  'is',
  'isNot',
  'in',
  'notIn',
  'contains',
  'startsWith',
  'endsWith',
  'matches',
  'isEmpty',
  'isPresent',
] as const
export const NUMBER_OPERATORS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between', 'isEmpty', 'isPresent'] as const
export const LIST_OPERATORS = ['hasAny', 'hasAll', 'hasNone', 'isEmpty', 'isPresent'] as const
export const PLACE_OPERATORS = ['within', 'notWithin'] as const
export const YES_NO_OPERATORS = ['is', 'isNot'] as const
export const OPERATORS = [
  ...new Set([...TEXT_OPERATORS, ...NUMBER_OPERATORS, ...LIST_OPERATORS, ...PLACE_OPERATORS, ...YES_NO_OPERATORS]),
] as [Operator, ...Operator[]]
export type Operator =
  | (typeof TEXT_OPERATORS)[number]
  | (typeof NUMBER_OPERATORS)[number]
  | (typeof LIST_OPERATORS)[number]
  | (typeof PLACE_OPERATORS)[number]

/** `date` takes the number operators with ISO dates; `place` takes the text and the place operators. */
export type FieldType = 'text' | 'number' | 'date' | 'list' | 'place' | 'yes-no'

/** Every field a condition may read, with its type (R5). `custom.<header>` is text and always allowed. */
export const CONDITION_FIELDS: Readonly<Record<string, FieldType>> = {
  ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, 'text' as const])),
  ...Object.fromEntries(NUMBER_FIELDS.map((field) => [field, 'number' as const])),
  country: 'place',
  region: 'place',
  territory: 'place',
  tags: 'list',
  stage: 'text',
  grade: 'text',
  customerStatus: 'text',
  direction: 'text',
  emailDomain: 'text',
  isFreeMail: 'yes-no',
  isDuplicate: 'yes-no',
  receivedAt: 'date',
  'receivedAt.weekday': 'text',
  'receivedAt.hour': 'number',
  localHour: 'number',
}

/** The type of a condition's field, or null when there is no such field. */
export function fieldType(field: string): FieldType | null {
  if (field.startsWith('custom.') && field.length > 'custom.'.length) return 'text'
  return Object.hasOwn(CONDITION_FIELDS, field) ? (CONDITION_FIELDS[field] ?? null) : null
}

export function operatorsOf(type: FieldType): readonly Operator[] {
  switch (type) {
    case 'text':
      return TEXT_OPERATORS
    case 'number':
    case 'date':
      return NUMBER_OPERATORS
    case 'list':
      return LIST_OPERATORS
    case 'place':
      return [...PLACE_OPERATORS, ...TEXT_OPERATORS]
    case 'yes-no':
      return YES_NO_OPERATORS
  }
}
