import type { LeadField } from '../../src-main/contract/index.ts'
import { fieldWords } from './words.ts'

/** Lead fields in the groups a person looks for them. */
const GROUPS: readonly { group: string; fields: readonly LeadField[] }[] = [
  { group: 'Person', fields: ['name', 'firstName', 'lastName', 'title', 'language'] },
  { group: 'How to reach them', fields: ['email', 'email2', 'phone', 'phone2'] },
  { group: 'Company', fields: ['company', 'website', 'industry', 'employees', 'revenue'] },
  { group: 'Place', fields: ['address', 'city', 'region', 'postalCode', 'country'] },
  { group: 'Interest', fields: ['product', 'message', 'value', 'currency', 'score', 'tags'] },
  { group: 'Where it stands', fields: ['stage', 'owner', 'source', 'receivedAt', 'externalId'] },
]

export const KEEP_AS_EXTRA = 'custom'
export const IGNORE = '-'

export function leadFieldLabel(field: string): string {
  return Object.hasOwn(fieldWords, field) ? fieldWords[field as LeadField] : field.replace(/^custom\./, '')
}

export function leadFieldChoices(): { group: string; items: { value: string; label: string }[] }[] {
  return [
    {
      group: 'Without a field',
      items: [
        { value: KEEP_AS_EXTRA, label: 'Keep as extra field' },
        { value: IGNORE, label: 'Ignore' },
      ],
    },
    ...GROUPS.map(({ group, fields }) => ({ group, items: fields.map((field) => ({ value: field, label: fieldWords[field] })) })),
  ]
}
