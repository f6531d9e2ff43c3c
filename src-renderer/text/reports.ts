import { formatDate, formatDuration, formatPercent } from './formats.ts'
import { inLanguage } from './language.ts'

const indexFormat = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Rates of fewer leads than this say more about chance than about work. */
export const LEAST_FOR_A_RATE = 10

export const reportsText = inLanguage('reportsText', {
  title: 'Reports',
  period: 'Period',
  periods: { today: 'Today', '7': '7 days', '30': '30 days', '90': '90 days', custom: 'From … to' },
  from: 'From',
  to: 'To',
  backwards: 'The period ends before it begins.',
  said: (from: number, to: number): string => `${formatDate(from)} – ${formatDate(to - 1)}`,
  empty: { title: 'Nothing happened in this period', body: 'Choose a longer one, or import leads.' },
  export: 'Export CSV',
  exports: { rep: 'By rep', source: 'By source', rule: 'By rule', day: 'By day' },
  fileName: (what: string, from: string, to: string): string => `report-${what}-${from}-${to}.csv`,
  sections: {
    volume: 'What came and went',
    speed: 'Fast?',
    fair: 'Fair?',
    days: 'Day by day',
    reps: 'By rep',
    sources: 'By source',
    rules: 'By rule',
  },
  figures: {
    received: 'Received',
    matched: 'Matched',
    assigned: 'Assigned',
    waiting: 'Still waiting',
    won: 'Won',
    lost: 'Lost',
    timeToAssignP50: 'Time to assign, half',
    timeToAssignP95: 'Time to assign, 95 %',
    speedToLeadP50: 'Speed to lead, half',
    speedToLeadP95: 'Speed to lead, 95 %',
    fairness: 'Evenness',
  },
  meaning: {
    received: 'Leads that arrived in this period.',
    matched: 'Rows, mails and forms that turned out to be a lead already here.',
    assigned: 'Leads of this period that have a rep.',
    waiting: 'Leads of this period that still wait.',
    won: 'Leads of this period that were won.',
    lost: 'Leads of this period that were lost.',
    timeToAssignP50:
      "First assignment less arrival: the desk's share of the time. Half of the leads were assigned faster than this.",
    timeToAssignP95: 'First assignment less arrival. 95 of 100 leads were assigned faster than this.',
    speedToLeadP50:
      'First attempt by a person less arrival: the desk and the rep together. Half of the leads were attempted faster than this. Automatic replies do not count.',
    speedToLeadP95: 'First attempt by a person less arrival. 95 of 100 leads were attempted faster than this.',
    fairness:
      "Jain's index of leads by weight: 1 when all have the same for their weight, less the more one takes. 12, 9 and 9 leads make 0.98; 20, 10 and none 0.6. Who was away or full counts as well.",
    share: 'Leads of this rep among all that were assigned.',
    byWeight: 'What the weights alone would give. Someone who was away or full owes nothing, so read it beside the hours.',
    attempted: 'Leads with at least one attempt by a person, among those assigned.',
    wonRate: `Leads won among those assigned. Hidden under ${LEAST_FOR_A_RATE} leads.`,
  },
  fairWords: (index: number): string => (index >= 0.95 ? 'even' : index >= 0.8 ? 'a little uneven' : 'uneven'),
  notMeasured: '–',
  tooFew: 'too few',
  columns: {
    rep: 'Rep',
    weight: 'Weight',
    assigned: 'Assigned',
    share: 'Share',
    byWeight: 'By weight',
    attempted: 'Attempted',
    won: 'Won',
    wonRate: 'Win rate',
    open: 'Open',
    source: 'Source',
    received: 'Received',
    rule: 'Rule',
    leads: 'Leads',
    day: 'Day',
    email: 'E-mail',
  },
  noRule: 'None',
  chart: {
    received: 'Received',
    assigned: 'Assigned',
    asTable: 'Show as a table',
    asChart: 'Show as a chart',
    label: 'Leads received and assigned a day',
  },
  nothingYet: 'None in this period.',
})

/** "< 1 sec", "12 sec", "4 min"; a dash where nothing was measured. */
export function speedSaid(ms: number | null): string {
  if (ms === null) return reportsText.notMeasured
  return ms < 1_000 ? '< 1 sec' : formatDuration(ms)
}

/** A share of leads, unless there are too few to make one. */
export function rateSaid(part: number, whole: number): string {
  if (whole === 0) return reportsText.notMeasured
  return whole < LEAST_FOR_A_RATE ? reportsText.tooFew : formatPercent(part / whole)
}

export function indexSaid(index: number | null): string {
  return index === null ? reportsText.notMeasured : indexFormat.format(index)
}
