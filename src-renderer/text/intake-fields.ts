import type { LeadField } from '../../src-main/contract/index.ts'
import { inLanguage } from './language.ts'
import { fieldWords } from './words.ts'

export const intakeFieldText = inLanguage('intakeFieldText', {
  groups: {
    person: 'Person',
    reach: 'How to reach them',
    company: 'Company',
    place: 'Place',
    interest: 'Interest',
    standing: 'Where it stands',
  },
  noField: 'Without a field',
  keepAsExtra: 'Keep as extra field',
  ignore: 'Ignore',
})

/** Lead fields in the groups a person looks for them. */
const GROUPS: readonly { group: keyof typeof intakeFieldText.groups; fields: readonly LeadField[] }[] = [
  { group: 'person', fields: ['name', 'firstName', 'lastName', 'title', 'language'] },
  { group: 'reach', fields: ['email', 'email2', 'phone', 'phone2'] },
  { group: 'company', fields: ['company', 'website', 'industry', 'employees', 'revenue'] },
  { group: 'place', fields: ['address', 'city', 'region', 'postalCode', 'country'] },
  { group: 'interest', fields: ['product', 'message', 'value', 'currency', 'score', 'tags'] },
  { group: 'standing', fields: ['stage', 'owner', 'source', 'receivedAt', 'externalId'] },
]

export const KEEP_AS_EXTRA = 'custom'
export const IGNORE = '-'

export function leadFieldLabel(field: string): string {
  return Object.hasOwn(fieldWords, field) ? fieldWords[field as LeadField] : field.replace(/^custom\./, '')
}

export function leadFieldChoices(): { group: string; items: { value: string; label: string }[] }[] {
  return [
    {
      group: intakeFieldText.noField,
      items: [
        { value: KEEP_AS_EXTRA, label: intakeFieldText.keepAsExtra },
        { value: IGNORE, label: intakeFieldText.ignore },
      ],
    },
    ...GROUPS.map(({ group, fields }) => ({
      group: intakeFieldText.groups[group],
      items: fields.map((field) => ({ value: field, label: fieldWords[field] })),
    })),
  ]
}
