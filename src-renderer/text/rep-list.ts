import { formatNumber, plural } from './formats.ts'
import { inLanguage } from './language.ts'

/** The table of reps: narrowing, sorting, and what is done to several at once. */
export const repListText = inLanguage('repListText', {
  exportCsv: 'Export reps.csv',
  fileName: 'reps.csv',
  anyTeam: 'Any team',
  team: 'Team',
  anyStanding: 'Anyone',
  standing: 'Who',
  standings: { here: 'Here', 'not-here': 'Not here', 'held-back': 'Paused or leaving', inactive: 'Inactive' },
  noneFits: 'Nobody fits all of these filters.',
  clearFilters: 'Clear the filters',
  sortBy: (column: string): string => `Sort by ${column}`,
  select: (name: string): string => `Select ${name}`,
  selectAll: 'Select all that are listed',
  selected: (count: number): string => `${formatNumber(count)} selected`,
  clearSelection: 'Clear selection',
  progress: (done: number, all: number): string => `${formatNumber(done)} of ${formatNumber(all)}…`,
  changed: (count: number): string => `${plural(count, 'rep', 'reps')} changed`,
  bulk: {
    label: 'With the selected reps',
    availability: 'Availability',
    busyForAnHour: 'Busy for 1 hour',
    pause: 'Pause',
    drain: 'Leaving',
    resume: 'Active',
    team: 'Team…',
    teamName: 'New team',
    teamHint: 'Empty for no team',
    setTeam: 'Set the team',
    stop: 'Stop',
  },
})
