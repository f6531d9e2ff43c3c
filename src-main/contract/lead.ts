import { z } from './zod.ts'
import { BatchId, EpochMs, LeadId, RepId, RuleId, Seq } from './ids.ts'
import { GRADES, STAGES, WAIT_CODES } from './lists.ts'

/**
 * Where a lead is. Every lead is in exactly one of these at every moment (R4). A lead held on purpose is `waiting` with
 * `isHeld`.
 */
export const LeadStatus = z.enum(['waiting', 'offered', 'assigned', 'partner', 'nurture', 'duplicate', 'discarded'])
export type LeadStatus = z.infer<typeof LeadStatus>

export const Stage = z.enum(STAGES)
export type Stage = z.infer<typeof Stage>

export const Grade = z.enum(GRADES)
export type Grade = z.infer<typeof Grade>

/** Why a lead waits. `detail` names the pool, the rep or the reason given. */
export const WaitCode = z.enum(WAIT_CODES)
export type WaitCode = z.infer<typeof WaitCode>

/**
 * A lead as it comes in, cleaned by intake: texts trimmed, phones E.164 and e-mails lower-cased where they could be read,
 * `country` an ISO 3166-1 alpha-2 code and `region` an ISO 3166-2 code (`US-CA`) where known. What could not be read
 * stands as it was written.
 */
export const LeadDraft = z.object({
  name: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  email: z.string().nullable(),
  email2: z.string().nullable(),
  phone: z.string().nullable(),
  phone2: z.string().nullable(),
  company: z.string().nullable(),
  title: z.string().nullable(),
  website: z.string().nullable(),
  industry: z.string().nullable(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  postalCode: z.string().nullable(),
  country: z.string().nullable(),
  language: z.string().nullable(),
  product: z.string().nullable(),
  message: z.string().nullable(),
  source: z.string().nullable(),
  owner: z.string().nullable(),
  externalId: z.string().nullable(),
  currency: z.string().nullable(),
  employees: z.number().nullable(),
  revenue: z.number().nullable(),
  value: z.number().nullable(),
  score: z.number().nullable(),
  tags: z.array(z.string()),
  stage: Stage,
  receivedAt: EpochMs.nullable(),
  custom: z.record(z.string(), z.string()),
})
export type LeadDraft = z.infer<typeof LeadDraft>

/** A lead as lists, cards and the queue show it. */
export const LeadCard = z.object({
  id: LeadId,
  name: z.string().nullable(),
  company: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  city: z.string().nullable(),
  source: z.string(),
  score: z.number().nullable(),
  grade: Grade.nullable(),
  value: z.number().nullable(),
  currency: z.string().nullable(),
  status: LeadStatus,
  stage: Stage,
  repId: RepId.nullable(),
  ruleId: RuleId.nullable(),
  rule: z.string().nullable(),
  waitCode: WaitCode.nullable(),
  waitDetail: z.string().nullable(),
  isHeld: z.boolean(),
  isPinned: z.boolean(),
  possibleDuplicateOf: LeadId.nullable(),
  receivedAt: EpochMs,
  /** Since when it has been where it is: waiting since, or owned since. */
  placedAt: EpochMs,
  touchedAt: EpochMs.nullable(),
  /** Who may accept it: one, or all of a claim. Empty unless `offered`. */
  offeredTo: z.array(RepId),
  /** What is asked next, and until when: an offer to be accepted, or the first contact. */
  dueKind: z.enum(['accept', 'contact']).nullable(),
  dueAt: EpochMs.nullable(),
  /** When the contact clock ran out; null when it did not. */
  breachedAt: EpochMs.nullable(),
  batchId: BatchId.nullable(),
})
export type LeadCard = z.infer<typeof LeadCard>

/** One line of a lead's history, newest first. */
export const TimelineEntry = z.object({
  seq: Seq,
  at: EpochMs,
  type: z.string(),
  actor: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** True while `lead.undo` would take this step back. */
  canUndo: z.boolean(),
  repId: RepId.nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** How far a lead has come, for lists behind the numbers of a report. Spans are milliseconds from received, half-open. */
export const Journey = z
  .object({
    isAssigned: z.boolean(),
    isAttempted: z.boolean(),
    isContacted: z.boolean(),
    /** It reached that stage at some time. */
    isQualified: z.boolean(),
    /** It was given a clock for the first contact; with `isBreached`, that clock ran out. */
    hasContactClock: z.boolean(),
    isBreached: z.boolean(),
    /** Offered or given more than once. */
    isRerouted: z.boolean(),
    /** Whoever had it tried it, and how long they took of their working time is known. */
    hasResponse: z.boolean(),
    /** Won or lost here, so that how long it took is known. */
    isClosed: z.boolean(),
    /** Whose contact clock it had: who let it run out, else who has the lead. */
    clockOf: RepId,
    attemptFromMs: z.int().nonnegative(),
    attemptToMs: z.int().nonnegative(),
  })
  .partial()
export type Journey = z.infer<typeof Journey>

/** Which leads a list shows. Absent parts do not narrow; of a list, any one is enough. */
export const LeadFilter = z.object({
  status: z.array(LeadStatus).optional(),
  /** Owned by that rep. */
  repId: RepId.optional(),
  repIds: z.array(RepId).max(1_000).optional(),
  hasOwner: z.boolean().optional(),
  /** Offers that rep may accept now. */
  offeredTo: RepId.optional(),
  source: z.string().optional(),
  sources: z.array(z.string()).max(1_000).optional(),
  ruleId: RuleId.optional(),
  /** Where it is was a rule's doing. */
  hasRule: z.boolean().optional(),
  /** It has a value, in that currency; null for one that names none. */
  valueIn: z.string().max(100).nullable().optional(),
  waitCode: z.array(WaitCode).optional(),
  country: z.array(z.string().max(200)).max(300).optional(),
  grade: z.array(Grade).optional(),
  stage: z.array(Stage).optional(),
  batchId: BatchId.optional(),
  isHeld: z.boolean().optional(),
  isOpen: z.boolean().optional(),
  /** `overdue`: the contact clock ran out and nobody has touched it. `soon`: that, or a clock or offer that runs out within 15 minutes. */
  due: z.enum(['overdue', 'soon']).optional(),
  /** Half-open. */
  receivedFrom: EpochMs.optional(),
  receivedTo: EpochMs.optional(),
  journey: Journey.optional(),
  /** These and no others. */
  leadIds: z.array(LeadId).max(10_000).optional(),
  /** Words that all must occur, at the beginning of a word, in name, company, e-mail, phone or notes. */
  text: z.string().max(200).optional(),
})
export type LeadFilter = z.infer<typeof LeadFilter>

/** The leads of reps that are in one stage, and what they are worth. */
export const StageTotal = z.object({
  stage: Stage,
  /** Counted over the first 10,000 leads of the stage. */
  count: z.int().nonnegative(),
  /** The stage has more: count and sums are at least these. */
  isMore: z.boolean(),
  /** One for each currency, the greatest first; null is of leads that name none. */
  sums: z.array(z.object({ currency: z.string().nullable(), value: z.number() })),
})
export type StageTotal = z.infer<typeof StageTotal>

/** Two leads that may be one person; `lead` came later. */
export const LeadPair = z.object({ lead: LeadCard, other: LeadCard, by: z.enum(['email', 'phone']) })
export type LeadPair = z.infer<typeof LeadPair>

/**
 * `queue`: best grade first, then oldest. `newest`: last received first. `due`: what is asked soonest first, then leads nobody has touched, then
 * those longest untouched; only with `repId`.
 */
export const LeadOrder = z.enum(['queue', 'newest', 'due'])
export type LeadOrder = z.infer<typeof LeadOrder>

export const LeadPage = z.object({
  leads: z.array(LeadCard),
  /** Hand back to read on; null at the end. */
  next: z.string().nullable(),
})
export type LeadPage = z.infer<typeof LeadPage>
