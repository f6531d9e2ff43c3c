import { z } from 'zod'
import { type EpochMs, EpochMs as EpochMsSchema, LeadId, RepId, type RuleId } from './ids.ts'
import type { Grade, LeadDraft, WaitCode } from './lead.ts'
import { type Availability, IneligibleReason, type IneligibleReason as Reason } from './rep.ts'
import type { Method } from './ruleset.ts'

/**
 * What the routing core is given and what it answers. These are plain shapes, so that the store can gather the facts and
 * save the answer without knowing how it was reached.
 */

/** A lead as a decision sees it: its fields, cleaned, and what the desk found out about it. */
export interface LeadFacts extends LeadDraft {
  /** 0 for a lead that is not saved yet; only breaks ties. */
  id: number
  /** The intake source's name unless the lead brought one of its own. */
  source: string
  receivedAt: EpochMs
  grade: Grade | null
  isFreeMail: boolean
  isDuplicate: boolean
  customerStatus: 'new' | 'existing' | 'former'
  direction: 'inbound' | 'outbound'
  /** The lead's own IANA zone, by region or telephone; null when unknown. */
  timeZone: string | null
  /** The rep who owns the same person or the account; null when nobody does. */
  ownerRepId: RepId | null
  /** Reps who declined this lead or let its offer run out. */
  alreadyOfferedTo: readonly RepId[]
}

/** A rep as a decision sees them, at the moment of the decision (R12). */
export interface RepFacts {
  id: RepId
  name: string
  email: string
  team: string | null
  tier: string | null
  skills: readonly string[]
  languages: readonly string[]
  products: readonly string[]
  territories: readonly string[]
  /** Weight times ramp; 0 is not in rotation (R18). */
  weight: number
  isActive: boolean
  isDraining: boolean
  isPaused: boolean
  availability: Availability
  /** When a busy or away rep comes back by themselves. */
  availableAgainAt: EpochMs | null
  isOnTimeOff: boolean
  isInHours: boolean
  hoursChangeAt: EpochMs | null
  capacity: number | null
  /** Owned and open, plus offers pending. */
  openLeads: number
  dailyCap: number | null
  givenToday: number
  hourlyCap: number | null
  givenThisHour: number
  lastGivenAt: EpochMs | null
}

/** Weekday is 1 (Monday) to 7, hour 0 to 23. */
export interface LocalTime {
  weekday: number
  hour: number
}

/**
 * The desk at one moment. `decide` only reads it; whoever holds it brings it up to date with `charge` between the leads of
 * a batch.
 */
export interface World {
  at: EpochMs
  reps: readonly RepFacts[]
  /** The numbers of the smooth weighted turn, one a pool and rep (R14). A missing one is 0. */
  turns: ReadonlyMap<string, ReadonlyMap<RepId, number>>
  /** The wall clock in a zone; null is the desk's own. */
  localTime(at: EpochMs, timeZone: string | null): LocalTime
}

export type Outcome = 'assigned' | 'waiting' | 'discarded' | 'nurture' | 'partners'

/** The method that gave a lead, beyond those a rule may name. */
export type MethodUsed = Method | 'named' | 'owner-first'

/** What changed in a pool's numbers by one pick. */
export interface TurnChange {
  pool: string
  changes: readonly { repId: RepId; before: number; after: number }[]
}

export interface Decision {
  outcome: Outcome
  repId: RepId | null
  ruleId: RuleId | null
  /** Its place in the ruleset; -1 when no rule decided. */
  ruleIndex: number
  ruleName: string | null
  method: MethodUsed | null
  turn: TurnChange | null
  waitCode: WaitCode | null
  /** The pool, rep or reason a person reads beside the code; for `discarded` the reason. */
  detail: string | null
}

/**
 * A decision as it is kept: enough to tell the whole story later, without the story (R33, R34). `failed` holds, for each rule
 * above the one that decided, the number of its first failing leaf in reading order, -1 for a disabled one and -2 for one
 * that matched but yielded nobody.
 */
export interface DecisionRecord {
  at: EpochMs
  /** Version of the ruleset. */
  ruleset: number
  decision: Decision
  failed: readonly number[]
  pools: readonly PoolRecord[]
  grade: Grade | null
  score: number | null
}

export interface PoolRecord {
  ruleIndex: number
  pool: string | null
  method: MethodUsed
  candidates: readonly CandidateRecord[]
  /** Who were level before the tie was broken. */
  tied: readonly RepId[]
}

export interface CandidateRecord {
  repId: RepId
  reasons: readonly Reason[]
  /** The turn number before the pick. */
  number: number
  weight: number
  openLeads: number
  capacity: number | null
  until: EpochMs | null
}

/** One rule as a lead fell through it. `failed` is the first condition that did not hold, as a sentence part. */
export const WhyRule = z.object({
  name: z.string(),
  matched: z.boolean(),
  failed: z.string().nullable(),
})
export type WhyRule = z.infer<typeof WhyRule>

export const WhyCandidate = z.object({
  /** E-mail address. */
  rep: z.string(),
  repId: RepId,
  name: z.string(),
  rule: z.string(),
  eligible: z.boolean(),
  reasons: z.array(IneligibleReason),
  /** The reasons as a person says them: "busy until 14:00". */
  said: z.string().nullable(),
  weight: z.number(),
  before: z.number(),
  after: z.number(),
  openLeads: z.int(),
  capacity: z.int().nullable(),
})
export type WhyCandidate = z.infer<typeof WhyCandidate>

/** The whole story of one decision (R33). */
export const Why = z.object({
  lead: LeadId.nullable(),
  at: EpochMsSchema,
  sentence: z.string(),
  /** Version of the ruleset that decided. */
  ruleset: z.int(),
  outcome: z.enum(['assigned', 'waiting', 'discarded', 'nurture', 'partners']),
  /** True when a person's hand decided and no rule. */
  byHand: z.boolean(),
  rule: z.string().nullable(),
  rules: z.array(WhyRule),
  method: z.enum(['round-robin', 'weighted', 'least-loaded', 'named', 'owner-first']).nullable(),
  candidates: z.array(WhyCandidate),
  /** How a tie was broken; null when there was none. */
  tie: z.string().nullable(),
  /** False for a waiting lead: then this is what a decision would be now. */
  isStored: z.boolean(),
})
export type Why = z.infer<typeof Why>
