import type { ConnectionState } from '../bridge/create-desk-client.ts'
import type {
  Batch,
  BatchId,
  Counts,
  DeskSettings,
  EpochMs,
  LeadCard,
  LeadId,
  RepCard,
  RepId,
  SavedView,
  Seat,
  Seq,
  Source,
  Stage,
} from '../../src-main/contract/index.ts'
import { NO_REP_LEADS, type RepLeads } from './rep-leads.ts'

/** The column a card was dropped on. */
export type Destination = { repId: RepId } | { stage: Stage }

/** Where a dragged card is shown until the desk has said what became of it. */
export interface Overlay {
  leadIds: readonly LeadId[]
  to: Destination
  /** Known once the command has answered: the overlay goes when the store has caught up with it. */
  untilSeq: Seq | null
}

export interface DeskState {
  /** False until the first snapshot. */
  isReady: boolean
  connection: ConnectionState
  /** Who sits at this window; null until the desk has said so. */
  seat: Seat | null
  seq: Seq
  at: EpochMs
  settings: DeskSettings
  reps: ReadonlyMap<RepId, RepCard>
  /** Every lead some screen may show: the snapshot's, those that changed since, and those a list has read. */
  leads: ReadonlyMap<LeadId, LeadCard>
  /** What of them each rep has. */
  repLeads: RepLeads
  /** The sources leads name, of all the page has seen. */
  leadSources: ReadonlySet<string>
  /** The first leads that wait, in the queue's order, for as long as nothing has changed since the snapshot that brought them. */
  queueHead: readonly LeadId[] | null
  counts: Counts
  ruleset: { version: number; rules: number }
  sources: readonly Source[]
  /** Newest first. */
  batches: ReadonlyMap<BatchId, Batch>
  views: readonly SavedView[]
  isNew: boolean
  overlays: ReadonlyMap<string, Overlay>
}

export const NO_COUNTS: Counts = {
  waiting: 0,
  held: 0,
  offered: 0,
  assigned: 0,
  partner: 0,
  nurture: 0,
  duplicate: 0,
  discarded: 0,
  review: 0,
  overdue: 0,
  receivedToday: 0,
  assignedToday: 0,
  oldestWaitingAt: null,
}

export const EMPTY_DESK: DeskState = {
  isReady: false,
  connection: 'connecting',
  seat: null,
  seq: 0 as Seq,
  at: 0,
  settings: { deskName: '', timeZone: 'UTC', country: 'US', holidays: null, hours: null },
  reps: new Map(),
  leads: new Map(),
  repLeads: NO_REP_LEADS,
  leadSources: new Set(),
  queueHead: null,
  counts: NO_COUNTS,
  ruleset: { version: 0, rules: 0 },
  sources: [],
  batches: new Map(),
  views: [],
  isNew: false,
  overlays: new Map(),
}
