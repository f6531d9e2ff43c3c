import { type Measure, REPORT_PARTS, type ReportName } from '../contract/index.ts'

/** Figures, columns and tables of reports as a person calls them. */
const WORDS: Readonly<Record<string, string>> = {
  received: 'received',
  assigned: 'assigned',
  assignedShare: 'assigned, of received',
  attempted: 'tried',
  won: 'won',
  speedP50: 'speed to lead, half within',
  speedP95: 'speed to lead, 95 % within',
  assignP50: 'to assign, half within',
  assignP95: 'to assign, 95 % within',
  responseP50: 'response, half within',
  responseP95: 'response, 95 % within',
  contactP50: 'to first contact, half within',
  contactP95: 'to first contact, 95 % within',
  withinFiveShare: 'tried within 5 minutes',
  breachRate: 'contact clocks run out',
  leakRate: 'leaking, of those old enough',
  acceptanceRate: 'offers accepted',
  acceptP50: 'to accept, half within',
  wonShare: 'won, of received',
  qualifiedShare: 'qualified, of received',
  winRate: 'won, of closed',
  dealValue: 'deal, on average',
  cycle: 'from received to won, on average',
  velocity: 'velocity a day',
  jain: 'evenness of leads (Jain)',
  jainValue: 'evenness of scores (Jain)',
  largestGap: 'largest gap, leads',
  notTried: 'never tried',
  noOwner: 'leaking without an owner',
  leaked: 'leaking',
  leads: 'leads',
  leadsShare: 'of all',
  made: 'offers made',
  accepted: 'accepted',
  declined: 'declined',
  expired: 'run out',
  withdrawn: 'withdrawn',
  withClock: 'with a contact clock',
  breached: 'run out',
  overdueNow: 'overdue now',
  reroutedShare: 'given more than once',
  times: 'times',
  given: 'given',
  expected: 'fair share',
  gap: 'gap',
  gapShare: 'gap, of share',
  value: 'scores',
  weight: 'weight',
  availableShare: 'available, of shift',
  shift: 'shift',
  available: 'available',
  busy: 'busy',
  away: 'away',
  arrivals: 'arrivals',
  matched: 'came again',
  duplicateRate: 'came again, of arrivals',
  suspected: 'suspected',
  filtered: 'filtered out',
  discarded: 'discarded',
  nurture: 'to nurture',
  partner: 'to partners',
  mails: 'mails',
}

/** What is known by two names: `notTried` of leaking leads are those that have an owner. */
const OF_REPORT: Partial<Record<ReportName, Readonly<Record<string, string>>>> = {
  leakage: { notTried: 'leaking with an owner' },
}

export const wordOf = (report: ReportName, id: string): string => OF_REPORT[report]?.[id] ?? WORDS[id] ?? id

const TABLES: Readonly<Record<string, string>> = {
  speedBands: 'By how soon they were tried',
  offersByRep: 'Offers by rep',
  offersByRule: 'Offers by rule',
  breachesByRep: 'Contact clocks by rep',
  breachesByRule: 'Contact clocks by rule',
  rerouteReasons: 'Why leads went on to others',
  filtersByRule: 'What rules filtered out',
  ignoredMails: 'Mails that are no leads, by reason',
}

export const titleOf = (id: string, by: string): string => TABLES[id] ?? `By ${by}`

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** A number as a person reads it; `–` for none. */
export function valueSaid(value: number | null, measure: Measure, currency: string | null): string {
  if (value === null) return '–'
  switch (measure) {
    case 'count':
      return value.toLocaleString('en-US')
    case 'share':
      return `${(value * 100).toFixed(1)} %`
    case 'index':
      return value.toFixed(3)
    case 'duration':
      return durationSaid(value)
    case 'money':
      return `${Math.round(value).toLocaleString('en-US')}${currency === null ? '' : ` ${currency}`}`
    case 'number':
      return value.toLocaleString('en-US', { maximumFractionDigits: 1 })
  }
}

function durationSaid(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.round(ms / SECOND_MS)} s`
  if (ms < HOUR_MS) return `${(ms / MINUTE_MS).toFixed(1)} min`
  const hours = ms / HOUR_MS
  return hours < 48 ? `${hours.toFixed(1)} h` : `${(hours / 24).toFixed(1)} days`
}

export const isReport = (name: string): name is ReportName => name in REPORT_PARTS
