import { formatNumber, plural } from './formats.ts'
import { inLanguage } from './language.ts'
import { words } from './words.ts'

/** Lists of leads: queue and all leads. */
export const leadsText = inLanguage('leadsText', {
  queue: 'Queue',
  leads: 'Leads',
  stats: {
    waiting: 'Waiting',
    held: 'Held',
    oldest: 'Oldest',
    receivedToday: 'In today',
    assignedToday: 'Assigned today',
    here: 'Reps here',
    hereOf: (count: number, all: number) => `${formatNumber(count)} of ${formatNumber(all)}`,
    none: '–',
  },
  segments: {
    waiting: 'Waiting',
    offered: 'Offered',
    held: 'Held',
    open: 'All open',
    today: 'Today',
    everything: 'Everything',
    label: 'Which leads',
  },
  empty: {
    waiting: { title: 'Nothing is waiting', hint: 'Every lead has a rep. New ones appear here the moment they come in.' },
    offered: { title: 'Nothing is offered', hint: 'Leads that a rep must accept in time are listed here with their clock.' },
    held: { title: 'Nothing is held', hint: 'Leads put aside by hand or by a rule wait here.' },
    open: { title: 'No open leads', hint: 'Leads that a rep is working on are listed here.' },
    today: { title: 'No leads yet today', hint: 'What comes in after midnight is listed here.' },
    everything: { title: 'No leads yet', hint: 'Import a file, or add an inbox or a form under Intake.' },
    found: { title: 'Nothing found', hint: 'No lead has all of these words and filters.' },
  },
  importFile: 'Import a file',
  showToday: 'Show today’s leads',
  clearFilters: 'Clear search and filters',
  search: 'Search name, company, e-mail, phone, notes',
  anySource: 'Any source',
  source: 'Source',
  grades: 'Grade',
  columns: {
    grade: 'Grade',
    lead: 'Name and company',
    age: 'Age',
    where: 'Where it is',
    due: 'First contact',
    rule: 'Rule',
    select: 'Select all that are listed',
  },
  list: (name: string) => `Leads: ${name}`,
  select: (name: string) => `Select ${name}`,
  pinned: 'Pinned: routing leaves it alone',
  newAbove: (count: number) => `${formatNumber(count)} new`,
  selected: (count: number) => `${formatNumber(count)} selected`,
  clearSelection: 'Clear selection',
  selectionBar: 'With the selected leads',
  exportCsv: 'Export CSV',
  tooMany: (most: number) => `At most ${plural(most, 'lead', 'leads')} at once`,
  nameOf: (lead: { name: string | null; email: string | null; phone: string | null; company: string | null }) =>
    lead.name ?? lead.email ?? lead.phone ?? lead.company ?? words.unnamed,
})
