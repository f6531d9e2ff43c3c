import type { duplicatesText as english } from '../duplicates.ts'

export const duplicatesText: typeof english = {
  title: 'Mögliche Dubletten',
  hint: 'Dieselbe Nummer oder eine gemeinsame Adresse unter anderem Namen. Sie werden nie von selbst zusammengeführt.',
  list: 'Paare',
  by: { email: 'Gleiche E-Mail-Adresse', phone: 'Gleiche Telefonnummer' },
  empty: {
    title: 'Keine möglichen Dubletten',
    hint: 'Zwei offene Leads mit derselben Telefonnummer oder einer gemeinsamen Adresse wie info@ stehen hier zum Vergleich.',
  },
  more: 'Ältere Paare zeigen',
  apart: 'Es sind zwei Personen',
  open: (lead) => `${lead} öffnen`,
  nextPair: 'J und K gehen von Paar zu Paar, T trennt zwei.',
  toldApart: 'Getrennt',
}
