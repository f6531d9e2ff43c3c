import { z } from './zod.ts'
import { CalendarId, EpochMs, RepId, TimeOffId } from './ids.ts'

export const Availability = z.enum(['available', 'busy', 'away'])
export type Availability = z.infer<typeof Availability>

export const Role = z.enum(['rep', 'manager'])
export type Role = z.infer<typeof Role>

/** Why a rep of the pool may not be given a lead now, in the order they are told (R10). */
export const INELIGIBLE_REASONS = [
  'inactive',
  'draining',
  'paused',
  'away',
  'busy',
  'time-off',
  'outside-hours',
  'missing-skill',
  'missing-language',
  'missing-product',
  'outside-territory',
  'outside-tier',
  'at-capacity',
  'at-daily-cap',
  'at-hourly-cap',
  'at-rule-cap',
  'already-offered',
  'weight-zero',
] as const
export const IneligibleReason = z.enum(INELIGIBLE_REASONS)
export type IneligibleReason = z.infer<typeof IneligibleReason>

/** Monday is 1, Sunday 7. Minutes from midnight, `to` may be 1440; a span over midnight is written as two. */
export const HoursSpan = z.object({
  weekday: z.int().min(1).max(7),
  fromMinute: z.int().min(0).max(1439),
  toMinute: z.int().min(1).max(1440),
})
export type HoursSpan = z.infer<typeof HoursSpan>

/** What a manager writes down about a rep. Lists are compared trimmed and case-folded. */
export const RepProfile = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(320),
  role: Role,
  team: z.string().trim().max(200).nullable(),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
  products: z.array(z.string()),
  tier: z.string().nullable(),
  territories: z.array(z.string()),
  /** 0 means "not in rotation". */
  weight: z.number().min(0).max(1000),
  /** Open leads at most; null is no limit. */
  capacity: z.int().min(0).nullable(),
  dailyCap: z.int().min(0).nullable(),
  hourlyCap: z.int().min(0).nullable(),
  /** IANA zone; null is the desk's. */
  timeZone: z.string().nullable(),
  /** null is always on. */
  hours: z.array(HoursSpan).nullable(),
  /** A share of the weight until a moment, for who is new or back after long (R18); null is all of it. */
  rampPercent: z.number().min(0).max(100).nullable(),
  rampUntil: EpochMs.nullable(),
  /** Region whose public holidays are off (`DE-BY`); null is the desk's, `none` keeps none. */
  holidays: z.string().nullable(),
  isActive: z.boolean(),
  isDraining: z.boolean(),
  isPaused: z.boolean(),
})
export type RepProfile = z.infer<typeof RepProfile>

/** Columns of reps.csv (ROUTING, "Files"); the last four are ours, for what the screen can set. */
export const REP_COLUMNS = [
  'name',
  'email',
  'role',
  'team',
  'skills',
  'languages',
  'products',
  'tier',
  'territories',
  'weight',
  'capacity',
  'daily_cap',
  'time_zone',
  'hours',
  'hourly_cap',
  'ramp_percent',
  'ramp_until',
  'holidays',
] as const

/** A rep as the board and the reps screen show them. */
export const RepCard = RepProfile.extend({
  id: RepId,
  availability: Availability,
  availabilityReason: z.string().nullable(),
  /** When a busy or away rep comes back by themselves. */
  availableAgainAt: EpochMs.nullable(),
  openLeads: z.int().nonnegative(),
  givenToday: z.int().nonnegative(),
  givenThisHour: z.int().nonnegative(),
  lastGivenAt: EpochMs.nullable(),
  isInHours: z.boolean(),
  /** When working time next begins or ends; null when it never does. */
  hoursChangeAt: EpochMs.nullable(),
  /** Time off, a holiday, or busy by a calendar. */
  isOnTimeOff: z.boolean(),
  /** Weight times ramp: what rotation counts. */
  effectiveWeight: z.number(),
  /** Why the desk paused them; null when a person did. */
  pauseReason: z.string().nullable(),
  offersPending: z.int().nonnegative(),
  /** Asked for before a window is theirs. */
  hasPin: z.boolean(),
})
export type RepCard = z.infer<typeof RepCard>

/** Half-open; a rep is off in between, whatever the hours say. */
export const TimeOff = z.object({
  id: TimeOffId,
  repId: RepId,
  from: EpochMs,
  to: EpochMs,
  reason: z.string().nullable(),
})
export type TimeOff = z.infer<typeof TimeOff>

/** A calendar (.ics) whose busy spells count as time off: a file read once, or an address read again and again. */
export const RepCalendar = z.object({
  id: CalendarId,
  repId: RepId,
  name: z.string(),
  /** null for a file. */
  address: z.string().nullable(),
  readAt: EpochMs,
  busy: z.int().nonnegative(),
  /** Why the last reading failed, or what it could not read; the spells before stay. */
  problem: z.string().nullable(),
})
export type RepCalendar = z.infer<typeof RepCalendar>

/** Everything that takes a rep off, for the reps screen. Spells are those of the next year, at most 500. */
export const RepDetail = z.object({
  card: RepCard,
  timeOff: z.array(TimeOff),
  calendars: z.array(RepCalendar),
  /** Holidays and busy spells to come. */
  spells: z.array(z.object({ from: EpochMs, to: EpochMs, name: z.string(), kind: z.enum(['holiday', 'calendar']) })),
  /** Untouched leads of a rep who is not here, and touched ones to be handed over (R23). */
  toHandOver: z.object({ untouched: z.int(), touched: z.int() }),
})
export type RepDetail = z.infer<typeof RepDetail>
