import { z } from './zod.ts'
import { EpochMs, LeadId, RepId, Seq } from './ids.ts'
import { Batch, Source } from './intake.ts'
import { LeadCard } from './lead.ts'
import { HoursSpan, RepCard } from './rep.ts'
import { SavedView } from './view.ts'

/** Everything that can have happened, in past tense. Events are saved in the transaction that did it. */
export const EVENT_TYPES = [
  'lead-received',
  'lead-matched',
  'lead-assigned',
  'lead-waiting',
  'lead-held',
  'lead-discarded',
  'lead-edited',
  'lead-pinned',
  'lead-unpinned',
  'lead-noted',
  'lead-attempted',
  'lead-contacted',
  'lead-stage-changed',
  'step-undone',
  'rep-added',
  'rep-changed',
  'rep-availability-changed',
  'rules-published',
  'account-changed',
  'import-started',
  'import-finished',
  'import-undone',
  'settings-changed',
  'lead-offered',
  'offer-accepted',
  'offer-declined',
  'offer-expired',
  'contact-due-soon',
  'contact-breached',
  'lead-taken-back',
  'lead-released',
  'lead-merged',
  'rep-paused',
  'leads-rescored',
  'mail-held',
  'mail-settled',
  'inbox-saved',
  'inbox-removed',
  'inbox-troubled',
  'inbox-recovered',
  'form-saved',
  'form-removed',
  'template-saved',
  'template-removed',
  'lead-told-apart',
  'view-saved',
  'view-removed',
  'pin-changed',
] as const
export const EventType = z.enum(EVENT_TYPES)
export type EventType = z.infer<typeof EventType>

/**
 * One thing that happened. `actor` is `desk` for what rules and clocks did, else who did it (`manager`, `command line`).
 * `data` by type is described where it is written, in `store/events.ts`.
 */
export const DeskEvent = z.object({
  seq: Seq,
  at: EpochMs,
  type: EventType,
  actor: z.string(),
  leadId: LeadId.nullable(),
  repId: RepId.nullable(),
  data: z.record(z.string(), z.unknown()),
})
export type DeskEvent = z.infer<typeof DeskEvent>

/** Leads by status. Kept in a tally table, so they cost nothing to read. */
export const Counts = z.object({
  /** Those that wait for a rep; the ones put aside are `held`. */
  waiting: z.int(),
  held: z.int(),
  offered: z.int(),
  assigned: z.int(),
  partner: z.int(),
  nurture: z.int(),
  duplicate: z.int(),
  discarded: z.int(),
  /** Mails in the review tray. */
  review: z.int(),
  /** Leads whose contact clock ran out and whom nobody has touched; counted to 1,000. */
  overdue: z.int(),
  receivedToday: z.int(),
  assignedToday: z.int(),
  oldestWaitingAt: EpochMs.nullable(),
})
export type Counts = z.infer<typeof Counts>

export const DeskSettings = z.object({
  deskName: z.string().trim().min(1).max(200),
  /** IANA zone. */
  timeZone: z.string(),
  /** Country whose numbers are meant when a telephone number has no prefix; ISO alpha-2. */
  country: z.string().length(2),
  /** Region whose public holidays the team keeps (`DE-BY`); null keeps none. */
  holidays: z.string().nullable(),
  /** The team's working week: what a report counts working hours by, and what a new rep begins with; null is always on. */
  hours: z.array(HoursSpan).nullable(),
})
export type DeskSettings = z.infer<typeof DeskSettings>

/** The desk at one moment, as far as the screens keep it. Long lists are cut; screens page on by queries. */
export const Snapshot = z.object({
  seq: Seq,
  at: EpochMs,
  settings: DeskSettings,
  reps: z.array(RepCard),
  counts: Counts,
  /** Number of the published ruleset and how many rules it has. */
  ruleset: z.object({ version: z.int(), rules: z.int() }),
  sources: z.array(Source),
  /** The newest 50. */
  batches: z.array(Batch),
  /**
   * The head of the queue, up to 100 waiting leads, and the newest 20 open ones of each rep (fewer in a team of more than 140). Those of reps
   * may follow a moment later, as changes.
   */
  leads: z.array(LeadCard),
  /** Everybody's, and those of the person at the window. */
  views: z.array(SavedView),
  /** True while the desk has no rep, no rule and no lead. */
  isNew: z.boolean(),
})
export type Snapshot = z.infer<typeof Snapshot>

/**
 * What a listener is told. `changes` carries the events and the present state of all they touched, so that applying one
 * twice, or two in one, does no harm. `snapshot` comes first, and again when a listener is too far behind.
 */
export const DeskUpdate = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('snapshot'), snapshot: Snapshot }),
  z.object({
    kind: z.literal('changes'),
    /** The number of the last event in here. */
    seq: Seq,
    at: EpochMs,
    events: z.array(DeskEvent),
    leads: z.array(LeadCard),
    removedLeads: z.array(LeadId),
    reps: z.array(RepCard),
    counts: Counts,
    batches: z.array(Batch),
    sources: z.array(Source),
    ruleset: z.object({ version: z.int(), rules: z.int() }),
    settings: DeskSettings,
    /** All of them when one changed; null else. */
    views: z.array(SavedView).nullable(),
    isNew: z.boolean(),
  }),
])
export type DeskUpdate = z.infer<typeof DeskUpdate>
export type Changes = Extract<DeskUpdate, { kind: 'changes' }>
