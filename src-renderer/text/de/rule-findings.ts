import type { findingText as english } from '../rule-findings.ts'

export const findingText: typeof english = {
  wanted: {
    places: 'Ein Gebiet braucht mindestens einen Ort',
    name: 'Ein Name wird gebraucht',
    reason: 'Ein Grund wird gebraucht',
    rep: 'Wählen Sie einen Mitarbeiter',
    reps: 'Wählen Sie mindestens einen Mitarbeiter',
    backup: 'Wählen Sie eine Vertretung',
    tiers: 'Fügen Sie mindestens eine Gruppe hinzu',
    points: 'Ein Merkmal braucht mindestens eine Zeile',
    field: 'Benennen Sie die Spalte',
  },
  when: 'Wenn',
  group: (at) => `Gruppe ${at}`,
  terms: 'Angebote und Fristen',
  percentages: 'Anteile',
  ownerFirst: 'Zuerst der Betreuer',
  otherwise: 'Wenn niemand ihn nehmen kann',
  reps: 'Mitarbeiter',
  attribute: (at) => `Merkmal ${at}`,
  settings: 'Einstellungen',
  at: (place, said) => `${place}: ${said}`,
}
