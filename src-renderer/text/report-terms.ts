import { LEAK_AFTER_HOURS, type REPORT_PARTS, type ReportName } from '../../src-main/contract/index.ts'
import { inLanguage } from './language.ts'

type Parts = typeof REPORT_PARTS
type Tables<Name extends ReportName> = Parts[Name]['tables']
/** Each figure and column of any report. */
export type TermId = {
  [Name in ReportName]:
    | keyof Parts[Name]['figures']
    | {
        [Id in keyof Tables<Name>]: Tables<Name>[Id] extends { columns: infer Columns } ? keyof Columns : never
      }[keyof Tables<Name>]
}[ReportName]
export type TableId = { [Name in ReportName]: keyof Tables<Name> }[ReportName]

/** What has one name is one thing, but for these: of a report, in which the name means something of its own. */
type OwnTermId = 'leakage.notTried' | 'leakage.noOwner'

export interface Term {
  /** On a card. */
  name: string
  /** At the head of a column; the name where there is none. */
  short?: string
  means: string
}

/** What each number means: the definitions of METRICS in plain words, for hovering, footnotes and screen readers. */
export const reportTerms = inLanguage<Record<TermId | OwnTermId, Term>>('reportTerms', {
  received: {
    name: 'Leads received',
    short: 'Received',
    means: 'Leads that arrived in the period, whatever became of them later.',
  },
  leads: { name: 'Leads', means: 'Leads received in the period that belong in this row.' },
  assigned: { name: 'Assigned', means: 'Leads of the period that have been given to a rep at least once.' },
  assignedShare: {
    name: 'Assigned',
    means: 'Leads of the period that have been given to a rep at least once, among all received.',
  },
  attempted: { name: 'Tried', means: 'Leads of the period somebody has tried to reach. Automatic replies do not count.' },
  won: { name: 'Won', means: 'Leads of the period that have been won by now.' },
  speedP50: {
    name: 'Speed to lead, median',
    short: 'Speed, median',
    means:
      'From arrival to the first try by a person, the desk and the rep together. Half of the leads tried were faster than this. Automatic replies do not count.',
  },
  speedP95: {
    name: 'Speed to lead, 95th percentile',
    short: 'Speed, 95th percentile',
    means:
      'From arrival to the first try by a person. 95 of 100 leads tried were faster than this: the slow end, which an average would hide.',
  },
  withinFiveShare: {
    name: 'Tried within 5 minutes',
    short: 'Within 5 min',
    means:
      'Leads a person tried to reach within 5 minutes of their arrival, among all received. Those nobody has tried count as well.',
  },
  assignP50: {
    name: 'Time to assign, median',
    short: 'Assigned, median',
    means: "From arrival to the first assignment: the desk's share of the wait. Half of the leads were faster than this.",
  },
  assignP95: {
    name: 'Time to assign, 95th percentile',
    short: 'Assigned, 95th percentile',
    means: "From arrival to the first assignment: the desk's share of the wait. 95 of 100 leads were faster than this.",
  },
  responseP50: {
    name: 'Response of reps, median',
    short: 'Response, median',
    means:
      "From assignment to the first try, in the rep's own working time: the human share of the wait, so that nobody is blamed for a lead that came late or at night. Half were faster than this.",
  },
  responseP95: {
    name: 'Response of reps, 95th percentile',
    short: 'Response, 95th percentile',
    means: "From assignment to the first try, in the rep's own working time. 95 of 100 were faster than this.",
  },
  contactP50: {
    name: 'Time to first contact, median',
    means:
      'From arrival to the first talk or answer, both ways: a try alone is no contact. Half of the leads reached were faster than this.',
  },
  contactP95: {
    name: 'Time to first contact, 95th percentile',
    means: 'From arrival to the first talk or answer, both ways. 95 of 100 leads reached were faster than this.',
  },
  notTried: { name: 'Not tried yet', means: 'Leads of the period nobody has tried to reach so far.' },
  leadsShare: { name: 'Share of leads', short: 'Share', means: 'Leads of this row among all received in the period.' },
  qualifiedShare: {
    name: 'Qualified',
    means: 'Leads that were qualified at some time, among those received in the period. Hidden under 10 leads.',
  },
  wonShare: {
    name: 'Won of those received',
    short: 'Won',
    means: 'Leads won by now, among those received in the period. Hidden under 10 leads.',
  },
  winRate: {
    name: 'Won of those decided',
    short: 'Won of decided',
    means: 'Leads won, among those won or lost: what becomes of leads that come to a decision. Hidden under 10 leads.',
  },
  made: {
    name: 'Offers made',
    short: 'Made',
    means: 'How often a rep was asked in the period to accept a lead; of a lead offered to several at once, each counts.',
  },
  accepted: { name: 'Accepted', means: 'Offers the rep accepted in time.' },
  declined: { name: 'Declined', means: 'Offers the rep said no to.' },
  expired: { name: 'Timed out', means: 'Offers nobody answered in time.' },
  withdrawn: {
    name: 'Withdrawn',
    means: 'Offers the desk or a manager took back before an answer, for example because another rep was faster.',
  },
  acceptanceRate: {
    name: 'Offers accepted',
    short: 'Accepted',
    means: 'Offers accepted, among all made. Hidden under 10 offers.',
  },
  acceptP50: {
    name: 'Time to accept, median',
    short: 'To accept, median',
    means: 'From offer to acceptance. Half of the accepted offers were faster than this.',
  },
  withClock: {
    name: 'Leads with a deadline',
    short: 'With deadline',
    means: 'Leads given a deadline for the first contact. Each counts once.',
  },
  breached: { name: 'Too late', means: 'Leads whose deadline for the first contact ran out.' },
  breachRate: {
    name: 'Deadlines missed',
    short: 'Missed',
    means: 'Leads whose deadline ran out, among those that had one. Hidden under 10 leads.',
  },
  overdueNow: {
    name: 'Overdue now',
    means: 'Leads whose deadline has run out and that still nobody has tried, whenever they came.',
  },
  reroutedShare: {
    name: 'Given on',
    means: 'Leads offered or given more than once, among those given at all. Hidden under 10 leads.',
  },
  times: { name: 'Times', means: 'How often in the period a lead went on to somebody else for this reason.' },
  leaked: {
    name: 'Leaking',
    means: `Open leads that nobody has tried after ${LEAK_AFTER_HOURS} working hours of the team, with or without an owner: nobody picked them up.`,
  },
  leakRate: {
    name: 'Leak rate',
    means: `Open leads that nobody has tried after ${LEAK_AFTER_HOURS} working hours of the team, among all that have been here that long. Hidden under 10 leads.`,
  },
  noOwner: { name: 'Without an owner', short: 'No owner', means: 'Leads that belong to nobody.' },
  'leakage.noOwner': {
    name: 'Leaking without an owner',
    short: 'No owner',
    means: 'Of the leads leaking, those that belong to nobody.',
  },
  'leakage.notTried': {
    name: 'Leaking with an owner',
    means: 'Of the leads leaking, those that belong to a rep who has not tried them.',
  },
  dealValue: {
    name: 'Average deal',
    short: 'Average deal',
    means: 'What a won lead was worth on average. Leads in another currency are left out.',
  },
  cycle: { name: 'Time to win', means: 'From arrival to won, on average.' },
  velocity: {
    name: 'Sales velocity a day',
    short: 'Velocity a day',
    means:
      'Leads worked in the period × average deal × win rate ÷ time to win in days: the money the team moves a day. “Worked” means tried or further; other sources count open leads instead.',
  },
  jain: {
    name: 'Evenness of leads',
    means:
      "Jain's index of leads by weight: 1 when all have the same for their weight, less the more one takes. 12, 9 and 9 leads make 0.98; 20, 10 and none 0.6.",
  },
  jainValue: {
    name: 'Evenness of value',
    means: "Jain's index of what the leads are worth, by weight. Counts can be even while the good leads are not.",
  },
  largestGap: { name: 'Largest gap', means: 'The gap of the rep furthest from their fair share, in leads.' },
  given: {
    name: 'Given',
    means: 'Leads that rules gave this rep on the days of the period. What a person gave by hand is not among them.',
  },
  expected: {
    name: 'Fair share',
    means:
      'What the rep should have got: for each lead, their weight among the weights of those who could have got it. Who was away or full owes nothing.',
  },
  gap: { name: 'Gap', means: 'Leads given less the fair share. More than 0: more than due. Read it beside the time available.' },
  gapShare: { name: 'Gap in %', means: 'The gap as a part of the fair share.' },
  value: { name: 'Value', means: 'What the leads given were worth together; their scores where they have no value.' },
  weight: { name: 'Weight', means: 'How large a share of the leads the rep is meant to have.' },
  availableShare: {
    name: 'Time available',
    short: 'Available',
    means: 'Time the rep was available on shift, among all hours on shift. It goes with every number about a person.',
  },
  arrivals: {
    name: 'Arrivals',
    means: 'Rows, mails and forms that came in, whether they made a new lead or met one already here.',
  },
  matched: { name: 'Already known', means: 'Arrivals that turned out to be a lead already here.' },
  duplicateRate: { name: 'Duplicates', means: 'Arrivals already known, among all arrivals. Hidden under 10 arrivals.' },
  suspected: {
    name: 'Suspected fraud',
    short: 'Suspected',
    means: 'Leads with signs of fraud: throw-away addresses, many from one number, forms filled in faster than a person can.',
  },
  filtered: { name: 'Kept from reps', means: 'Leads a filter discarded, set aside for later, or handed to a partner.' },
  discarded: { name: 'Discarded', means: 'Leads this rule threw out.' },
  nurture: { name: 'Nurture', means: 'Leads this rule set aside to be warmed up.' },
  partner: { name: 'Partners', means: 'Leads this rule handed to a partner.' },
  mails: { name: 'Mails', means: 'Mails that were no lead, for this reason.' },
  shift: {
    name: 'Time on shift',
    short: 'Shift',
    means: 'Working hours of the reps in the period, without time off and holidays.',
  },
  available: { name: 'Available', means: 'Time on shift in which the rep was available for leads.' },
  busy: { name: 'Busy', means: 'Time on shift in which the rep had said they were busy.' },
  away: { name: 'Away', means: 'Time on shift in which the rep had said they were away.' },
})

export const tableNames = inLanguage<Record<TableId, string>>('tableNames', {
  overviewByDay: 'Leads by day',
  speedBands: 'What speed brings',
  speedByDay: 'Speed by day',
  speedByRep: 'Speed by rep',
  speedBySource: 'Speed by source',
  speedByRule: 'Speed by rule',
  offersByRep: 'Offers by rep',
  offersByRule: 'Offers by rule',
  breachesByRep: 'Deadlines by rep',
  breachesByRule: 'Deadlines by rule',
  rerouteReasons: 'Why leads went on',
  leakByDay: 'Leaking by day',
  leakBySource: 'Leaking by source',
  leakByRep: 'Leaking by rep',
  leakByRule: 'Leaking by rule',
  conversionBySource: 'Conversion by source',
  conversionByRep: 'Conversion by rep',
  conversionByRule: 'Conversion by rule',
  fairnessByRep: 'Share and time by rep',
  intakeBySource: 'What came in by source',
  filtersByRule: 'What filters kept back',
  ignoredMails: 'Mails that were no lead',
  availabilityByRep: 'Time by rep',
})

const terms: Readonly<Partial<Record<string, Term>>> = reportTerms
export const termOf = (id: string, report: ReportName): Term => terms[`${report}.${id}`] ?? terms[id] ?? { name: id, means: '' }
const names: Readonly<Partial<Record<string, string>>> = tableNames
export const tableName = (id: string): string => names[id] ?? id
export const columnName = (id: string, report: ReportName): string => termOf(id, report).short ?? termOf(id, report).name
