import type { IneligibleReason, Method, Operator } from '../../contract/index.ts'
import { findingsEnglish } from './findings-en.ts'
import { rulesetEnglish } from './ruleset-en.ts'

/**
 * The words of what the desk says about its decisions: pure, whole sentences of values, so that another language may order and inflect
 * them as it likes. A rule comes by its name, null where there is none.
 */
export const english = {
  operators: {
    is: 'is',
    isNot: 'is not',
    in: 'is one of',
    notIn: 'is none of',
    contains: 'contains',
    startsWith: 'starts with',
    endsWith: 'ends with',
    matches: 'matches',
    eq: 'is',
    ne: 'is not',
    lt: 'is below',
    lte: 'is at most',
    gt: 'is above',
    gte: 'is at least',
    between: 'is between',
    hasAny: 'has any of',
    hasAll: 'has all of',
    hasNone: 'has none of',
    within: 'is within',
    notWithin: 'is not within',
    isEmpty: 'is empty',
    isPresent: 'is present',
  } satisfies Record<Operator, string>,
  /** Of operators whose opposite is no operator. */
  negated: {
    contains: 'does not contain',
    startsWith: 'does not start with',
    endsWith: 'does not end with',
    matches: 'does not match',
    between: 'is not between',
    hasAll: 'has not all of',
  } as Partial<Record<Operator, string>>,
  field: (field: string): string =>
    field
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .replace('.', ' ')
      .toLowerCase(),
  range: (values: readonly string[]): string => values.join(' and '),
  actual: (value: string): string => ` (it is ${value})`,
  actualEmpty: ' (it is empty)',

  everyLead: 'every lead',

  ruleNumber: (number: number): string => `Rule ${number}`,
  rep: (repId: number): string => `Rep ${repId}`,
  switchedOff: 'switched off',
  nobodyCould: 'nobody could take it',

  reasons: {
    inactive: 'not active',
    draining: 'taking no new leads',
    paused: 'paused',
    away: 'away',
    busy: 'busy',
    'time-off': 'on time off',
    'outside-hours': 'outside working hours',
    'missing-skill': 'without the skill asked for',
    'missing-language': 'without the language asked for',
    'missing-product': 'without the product asked for',
    'outside-territory': 'not serving that place',
    'outside-tier': 'not of the tier asked for',
    'at-capacity': 'at capacity',
    'at-daily-cap': 'at the cap for today',
    'at-hourly-cap': 'at the cap for this hour',
    'at-rule-cap': 'at the cap of this rule',
    'already-offered': 'asked before',
    'weight-zero': 'not in rotation',
  } satisfies Record<IneligibleReason, string>,
  withLoad: (reason: string, open: number, capacity: number | null): string => `${reason} (${open} of ${capacity})`,
  until: (reason: string, time: string): string => `${reason} until ${time}`,

  assigned: (name: string | null, isStored: boolean, rule: string | null, how: string): string =>
    `${name ?? 'Nobody'} ${isStored ? 'got' : 'would get'} this by rule ${quoted(rule)}: ${how}.`,
  offered: (names: readonly string[], isStored: boolean, rule: string | null, how: string): string => {
    const verb = isStored ? (names.length > 1 ? 'were' : 'was') : 'would be'
    return `${listed(names) || 'Nobody'} ${verb} offered this by rule ${quoted(rule)}: ${how}.`
  },
  noRuleMatched: 'No rule matched, so it waits for a manager.',
  heldByRule: (rule: string | null, reason: string | null): string =>
    `Rule ${quoted(rule)} holds it${reason ? `: ${reason}` : ''}.`,
  poolEmpty: (rule: string | null, pool: string | null): string =>
    `Rule ${quoted(rule)} matched, but there is nobody in ${pool ?? 'its pool'}.`,
  waitingForOwner: (rule: string | null, owner: string | null): string =>
    `It waits for ${owner ?? 'its owner'}, who owns the same person or company and is not here (rule ${quoted(rule)}).`,
  waitingForShare: (rule: string | null, pool: string | null): string =>
    `Rule ${quoted(rule)} matched, but everyone here of ${pool ?? 'its pool'} has more than their share; it waits for the others.`,
  nobodyAccepted: (rule: string | null, pool: string | null): string =>
    `Rule ${quoted(rule)} offered it, and nobody in ${pool ?? 'its pool'} took it: a manager should look at it.`,
  nobodyEligible: (rule: string | null, pool: string | null): string =>
    `Rule ${quoted(rule)} matched, but nobody in ${pool ?? 'its pool'} can take it now.`,
  discarded: (rule: string | null, reason: string | null): string =>
    `Rule ${quoted(rule)} discarded it: ${reason ?? 'no reason given'}.`,
  sentTo: (rule: string | null, outcome: 'nurture' | 'partners'): string => `Rule ${quoted(rule)} sent it to ${outcome}.`,

  how: {
    named: 'named by the rule and free',
    owner: 'owner of the same person or company',
    onlyOne: 'the only one free',
    leastLoaded: (of: number): string => `least loaded of ${of}`,
    longestIdle: (of: number): string => `longest without a lead of ${of}`,
    topPerformer: (of: number): string => `best win rate of ${of}`,
    share: (of: number): string => `furthest behind their share of ${of}`,
    claim: 'the first to accept gets it',
    turn: (of: number): string => `next in turn of ${of}`,
  },
  stands: (names: readonly string[], count: number, reasons: string): string =>
    `${listed(names)} ${count > 1 ? 'are' : 'is'} ${reasons}`,
  moreStand: (count: number): string => `${count} more could not take it`,
  moreNames: (count: number): string => `${count} more`,
  basis: {
    share: (leads: number): string => `${Math.abs(leads).toFixed(1)} leads ${leads < 0 ? 'beyond' : 'behind'} their share`,
    wins: (share: number): string => `wins at least ${(share * 100).toFixed(0)} %`,
    noneYet: 'given none yet',
    lastGiven: (time: string): string => `last given ${time}`,
  },
  tie: (names: readonly string[], winner: string): string =>
    `${names.join(', ')} were level; of these, whoever was given a lead least recently comes first: ${winner}.`,

  byHand: (rep: string, before: string): string => `${rep} was given this by hand. Before that: ${before}`,
  putByHand: (detail: string | null, before: string): string =>
    `It was put here by hand${detail ? ` (${detail})` : ''}. Before that: ${before}`,
  isHeld: (detail: string | null): string => `It is held${detail ? `: ${detail}` : ''}. No rule has been asked yet.`,
  isPutByHand: (detail: string | null): string => `It was put here by hand${detail ? `: ${detail}` : ''}.`,
  sameWay: (sentence: string): string => `It would have gone the same way. ${sentence}`,

  methods: {
    'round-robin': 'in turn',
    weighted: 'by weight',
    'least-loaded': 'to the least loaded',
    'longest-idle': 'to whoever has waited longest',
    'top-performer': 'to whoever wins most',
    tiers: 'by tiers',
    claim: 'to whoever accepts first',
    share: 'by percentage',
  } satisfies Record<Method, string>,
  /** What a simulation takes for granted. */
  assumptions: {
    claims: 'A lead offered to several goes to whoever of them has the fewest open leads.',
    fileNow: 'The file is imported now, onto the desk as it is: reps, their open leads, turns and what waits.',
    trickle: 'Leads that are to trickle in come all at once.',
    fileOffers: 'Offers count for the rep they are made to.',
    fileClocks: 'How fast these leads would be answered is not known, so breaches are not counted.',
    pastReps:
      'Reps are as they are today: hours, time off, weights, caps, skills. Everyone who is active and not paused is available.',
    pastStart:
      'Nobody has open leads at the start, and turns begin level. Known owners of people and companies are those of today.',
    pastClosed: 'A lead is closed when it was closed then, and stays open if it never was.',
    pastOffers: 'Offers are accepted at once.',
    pastClocks:
      'A lead is answered as long after being given as it was then. One that never was takes the usual time: the median of the others.',
    pastWins: 'Win rates are those of today.',
  },
  quoted,
  findings: findingsEnglish,
  ruleset: rulesetEnglish,
}

/** What a language must be able to say. */
export type DeskWords = typeof english

function quoted(rule: string | null): string {
  return rule === null ? '' : `“${rule}”`
}

function listed(names: readonly string[]): string {
  return names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
