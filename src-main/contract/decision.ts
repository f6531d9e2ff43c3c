import { z } from './zod.ts'
import { type EpochMs, EpochMs as EpochMsSchema, LeadId, RepId, type RuleId } from './ids.ts'
import { Grade, type LeadDraft, type WaitCode } from './lead.ts'
import { type Availability, IneligibleReason, type IneligibleReason as Reason } from './rep.ts'
import { METHODS } from './lists.ts'
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
  /** Reps who declined this lead, let its offer run out, or had it taken back. */
  alreadyOfferedTo: readonly RepId[]
  /** Since when it waits; null for one that just arrived. */
  waitingSince: EpochMs | null
  /** Its own date lay far back when it arrived: it starts no clocks (R27). */
  isBacklog: boolean
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
  /** Time off, a holiday, or busy by a calendar. */
  isOnTimeOff: boolean
  isInHours: boolean
  /** When working time next begins or ends, by hours, time off and holidays together; null when it never does. */
  hoursChangeAt: EpochMs | null
  capacity: number | null
  /** Owned and open, plus offers pending. */
  openLeads: number
  dailyCap: number | null
  givenToday: number
  hourlyCap: number | null
  givenThisHour: number
  lastGivenAt: EpochMs | null
  /** Leads won, and won or lost, over the window of the ruleset's settings (`top-performer`). */
  wonLately: number
  closedLately: number
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
  /** Number of the desk's local day: days since 1970-01-01. */
  today: number
  /** Leads given by each rule that counts them, by rep and day (`dailyCapPerRep`, `share`). */
  tallies: ReadonlyMap<RuleId, ReadonlyMap<RepId, ReadonlyMap<number, number>>>
  /** The wall clock in a zone; null is the desk's own. */
  localTime(at: EpochMs, timeZone: string | null): LocalTime
}

export type Outcome = 'assigned' | 'offered' | 'waiting' | 'discarded' | 'nurture' | 'partners'

/** The clocks a lead was given under (R20, R21, R23); minutes, null for none. */
export interface Terms {
  accept: number | null
  contact: number | null
  /** True when the contact clock runs at night as well. */
  isContactAlways: boolean
  remindBefore: number | null
  isTakenBack: boolean
  release: number | null
  /** The rule's cap on what it gives one rep a day, for claims, which are counted when they are accepted. */
  dailyCap: number | null
}

/** The method that gave a lead, beyond those a rule may name. */
export type MethodUsed = Method | 'named' | 'owner-first'

/** What changed in a pool's numbers by one pick. */
export interface TurnChange {
  pool: string
  changes: readonly { repId: RepId; before: number; after: number }[]
}

export interface Decision {
  outcome: Outcome
  /** Who got it or is offered it; null when several are. */
  repId: RepId | null
  /** All it is offered to at once (`claim`), by id; empty else. */
  offeredTo: readonly RepId[]
  ruleId: RuleId | null
  /** Its place in the ruleset; -1 when no rule decided. */
  ruleIndex: number
  ruleName: string | null
  method: MethodUsed | null
  turn: TurnChange | null
  waitCode: WaitCode | null
  /** The pool, rep or reason a person reads beside the code; for `discarded` the reason. */
  detail: string | null
  terms: Terms | null
  /** The rule that counts this gift for its caps and shares; null when it counts none. */
  tally: RuleId | null
  /** When a waiting lead should be tried again even if nothing else happens. */
  retryAt: EpochMs | null
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
  /**
   * What the method went by, one a candidate: how far behind their share (`share`, in leads), win rate (`top-performer`, 0 to 1), when last
   * given (`longest-idle`, ms); null for methods that go by turns and loads.
   */
  basis: readonly number[] | null
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
  /** What the method went by, in words: "won 31 %", "1.4 leads behind their share"; null when turn and load say it all. */
  basis: z.string().nullable(),
})
export type WhyCandidate = z.infer<typeof WhyCandidate>

/** The whole story of one decision (R33). */
export const Why = z.object({
  lead: LeadId.nullable(),
  at: EpochMsSchema,
  sentence: z.string(),
  /** Version of the ruleset that decided. */
  ruleset: z.int(),
  outcome: z.enum(['assigned', 'offered', 'waiting', 'discarded', 'nurture', 'partners']),
  /** Who the rules gave it to; null when nobody, or several by a claim. */
  picked: RepId.nullable(),
  /** True when a person's hand decided and no rule. */
  byHand: z.boolean(),
  rule: z.string().nullable(),
  rules: z.array(WhyRule),
  method: z.enum([...METHODS, 'named', 'owner-first']).nullable(),
  candidates: z.array(WhyCandidate),
  /** The lead's score and the attributes it is made of (R32); null without a score model. */
  score: z
    .object({
      score: z.number(),
      grade: Grade,
      /** `adds` of all parts together, rounded, are the score; `because` are the lines that held. */
      parts: z.array(
        z.object({ name: z.string(), points: z.number(), most: z.number(), adds: z.number(), because: z.array(z.string()) }),
      ),
    })
    .nullable(),
  /** How a tie was broken; null when there was none. */
  tie: z.string().nullable(),
  /** False for a waiting lead: then this is what a decision would be now. */
  isStored: z.boolean(),
})
export type Why = z.infer<typeof Why>

/** Who is next in a pool's turn. */
export const NextInTurn = z.object({
  /** As a person calls it. */
  pool: z.string(),
  /** The first rule that gives to it. */
  rule: z.string(),
  by: z.enum(METHODS),
  /** Several while nothing but the lead itself will tell them apart (R15); empty while nobody of the pool can take one. */
  repIds: z.array(RepId),
})
export type NextInTurn = z.infer<typeof NextInTurn>

/**
 * One thing supposed otherwise (R34). `available`: here, in working hours, not paused, not on time off. `free`: that, and with
 * room under every cap. The rest is taken literally.
 */
export const Supposed = z.enum(['available', 'free', 'busy', 'away', 'paused', 'inactive', 'off-shift', 'full'])
export type Supposed = z.infer<typeof Supposed>
export const Supposition = z.object({ repId: RepId, is: Supposed })
export type Supposition = z.infer<typeof Supposition>

/** Who would have got a lead if things had been otherwise. */
export const WhatIf = z.object({
  /** What a decision on the stored facts says as they were, and as supposed. */
  before: Why,
  after: Why,
  isSame: z.boolean(),
  sentence: z.string(),
})
export type WhatIf = z.infer<typeof WhatIf>
