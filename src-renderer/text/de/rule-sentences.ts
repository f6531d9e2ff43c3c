import { formatNumber } from '../formats.ts'
import type { ruleSentenceText as english } from '../rule-sentences.ts'

export const ruleSentenceText: typeof english = {
  everyLead: 'Jeder Lead',
  when: (condition) => `Wenn ${condition}`,
  allOfNone: 'jeder Lead',
  anyOfNone: 'kein Lead',
  and: (parts) => parts.join(' und '),
  or: (parts) => parts.join(' oder '),
  not: (condition) => `nicht: ${condition}`,
  notGroup: (condition) => `nicht (${condition})`,
  isTrue: (field) => `${field}: ja`,
  isFalse: (field) => `${field}: nein`,
  compared: (field, operator, value) => `${field} ${operator} ${value}`,
  listAnd: (values) => listed(values, 'und'),
  listOr: (values) => listed(values, 'oder'),
  missing: '…',
  more: (count) => `${formatNumber(count)} weitere`,
  yes: 'ja',
  no: 'nein',
  rep: (rep, backups) => (backups === null ? rep : `${rep}, sonst ${backups}`),
  hold: (reason) => (reason === null ? 'zurückhalten, bis jemand entscheidet' : `zurückhalten: ${reason}`),
  discard: (reason) => `verwerfen: ${reason}`,
  nurture: 'Wiedervorlage',
  partners: 'Partner',
  tiers: (tiers) => tiers.join(', dann '),
  skills: (skills) => `mit Kenntnissen in ${skills}`,
  languages: (languages) => `mit Sprache ${languages}`,
  products: (products) => `für ${products}`,
  tier: (tiers) => `Stufe ${tiers}`,
  territory: (places) => `zuständig für ${places}`,
  everyone: 'alle',
  leads: {
    team: 'das Team des Leads',
    skills: 'dem Bedarf des Leads',
    languages: 'des Leads',
    products: 'das Produkt des Leads',
    tier: 'des Leads',
    territory: 'die Gegend des Leads',
  },
  otherwiseNext: 'wenn niemand ihn nehmen kann, weiter zur nächsten Regel',
  otherwiseHold: 'wenn niemand ihn nehmen kann, warten',
  otherwise: (destination) => `wenn niemand ihn nehmen kann: ${destination}`,
}

function listed(values: readonly string[], word: 'und' | 'oder'): string {
  return values.length <= 1 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} ${word} ${values.at(-1)}`
}
