import { formatNumber } from '../formats.ts'
import type { repListText as english } from '../rep-list.ts'

export const repListText: typeof english = {
  exportCsv: 'reps.csv exportieren',
  fileName: 'reps.csv',
  anyTeam: 'Alle Teams',
  team: 'Team',
  anyStanding: 'Alle',
  standing: 'Wer',
  standings: { here: 'Da', 'not-here': 'Nicht da', 'held-back': 'Pausiert oder scheidend', inactive: 'Inaktiv' },
  noneFits: 'Niemand passt zu all diesen Filtern.',
  clearFilters: 'Filter aufheben',
  sortBy: (column) => `Nach ${column} sortieren`,
  select: (name) => `${name} auswählen`,
  selectAll: 'Alle aufgelisteten auswählen',
  selected: (count) => `${formatNumber(count)} ausgewählt`,
  clearSelection: 'Auswahl aufheben',
  progress: (done, all) => `${formatNumber(done)} von ${formatNumber(all)}…`,
  changed: (count) => `${formatNumber(count)} Mitarbeiter geändert`,
  bulk: {
    label: 'Mit den ausgewählten Mitarbeitern',
    availability: 'Verfügbarkeit',
    busyForAnHour: 'Beschäftigt für 1 Stunde',
    pause: 'Pausieren',
    drain: 'Scheidet aus',
    resume: 'Aktiv',
    team: 'Team…',
    teamName: 'Neues Team',
    teamHint: 'Leer für kein Team',
    setTeam: 'Team setzen',
    stop: 'Anhalten',
  },
}
