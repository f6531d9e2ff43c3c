import type {
  CalendarId,
  Decision,
  DecisionRecord,
  EpochMs,
  Grade,
  LeadFacts,
  NextInTurn,
  Person,
  RepFacts,
  RepId,
  RepProfile,
  World,
} from '../contract/index.ts'

/** The other shapes of the port: how a lead is decided, who did what when, and what the team and the clocks are told. */

/** How a lead is decided. The desk binds the published ruleset; the store only calls it, inside its transaction. */
export interface Router {
  /** Version of the ruleset. */
  readonly ruleset: number
  /** Score and grade of a lead by the model; what the lead brought when there is no model (R32). */
  score(lead: LeadFacts): { score: number | null; grade: Grade | null }
  decide(lead: LeadFacts, world: World): Decision
  /**
   * The record of a decision, worked out from the world as it was before `charge`.
   */
  record(lead: LeadFacts, world: World, decision: Decision): DecisionRecord
  /** Brings the world up to date after a decision: numbers, loads, caps, last given, tallies. Mutates the world it is given. */
  charge(world: World, decision: Decision): void
  /** Whom each pool would give this lead to, were it the next one. */
  nextInTurn(lead: LeadFacts, world: World): NextInTurn[]
  /** What a rep could be given now, whoever asks: 0 nothing, 1 only what names them (their weight is 0), 2 also from pools. */
  roomOf(rep: RepFacts, world: World): 0 | 1 | 2
  /** Some rule asks for the hour where the lead is, so that its rules change with time. */
  readonly asksForHour: boolean
  /** How far back wins are counted; null when no rule asks for them, so that nobody counts in vain. */
  readonly performanceWindowMs: number | null
  /** A lead whose own date lies further back than this when it arrives starts no clocks (R27). */
  readonly oldAfterMs: number
  /** Offers a rep may let run out in a row before being paused (R22); 0 pauses nobody. */
  readonly pauseAfterMissedOffers: number
}

export interface Step {
  at: EpochMs
  actor: string
}

export interface Account {
  company: string
  domains: readonly string[]
  ownerEmail: string | null
  status: string
}

/** A lead of the past as a simulation replays it (R35). */
export interface PastLead {
  /** As it arrived: nobody has been asked yet. */
  facts: LeadFacts
  /** Who had it in the end. */
  repId: RepId | null
  /** From given to first attempt, and from received to closed, in ms; null when it did not happen. */
  attemptMs: number | null
  closedMs: number | null
}

/** How much one transaction may take on: so many leads or alarms, and no new one after so many milliseconds. */
export interface Stretch {
  most: number
  ms: number
}

/** What one wake-up of the clocks did (R20–R24). */
export interface FallenDue {
  offersExpired: number
  reminders: number
  breaches: number
  takenBack: number
  released: number
  paused: RepId[]
  /** True when more is due: ask again. */
  isMore: boolean
}

/** A PIN as it is kept: its scrypt hash with the salt, and the wrong tries since the last right one. */
export interface KeptPin {
  hash: string | null
  wrong: number
  /** Before this no try counts. */
  againAt: EpochMs | null
}

/** One of the team as seats know them. */
export interface TeamPerson extends Person {
  email: string
  isActive: boolean
}

/** A calendar as it was read. */
export interface CalendarToSave {
  /** null for a new one. */
  calendarId: CalendarId | null
  repId: RepId
  name: string
  address: string | null
  /** In place of those of the reading before; null keeps them. */
  busy: readonly { from: EpochMs; to: EpochMs; summary: string | null }[] | null
  problem: string | null
  /** When an address should be read again; null for a file. */
  readAgainAt: EpochMs | null
}

export interface BackupContents {
  deskName: string
  leads: number
  reps: number
  lastChangeAt: EpochMs | null
}

/** A rep as a reps.csv has it: columns the file lacks are absent, and a known rep keeps its own. */
export type ImportedRep = Partial<RepProfile> & Pick<RepProfile, 'email'>
