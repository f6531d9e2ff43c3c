import type { intakeFieldText as english } from '../intake-fields.ts'

export const intakeFieldText: typeof english = {
  groups: {
    person: 'Person',
    reach: 'Erreichbarkeit',
    company: 'Firma',
    place: 'Ort',
    interest: 'Interesse',
    standing: 'Stand',
  },
  noField: 'Ohne Feld',
  keepAsExtra: 'Als Zusatzfeld behalten',
  ignore: 'Nicht übernehmen',
}
