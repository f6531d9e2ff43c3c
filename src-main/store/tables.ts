import type { Generated } from 'kysely'
import type {
  Availability,
  BatchId,
  BatchStatus,
  CalendarId,
  EpochMs,
  LeadId,
  RepId,
  SourceId,
  TimeOffId,
} from '../contract/index.ts'
import type { EventRow } from './events.ts'
import type { LeadRow } from './queries/lead-rows.ts'

/** The tables as Kysely sees them; what each means stands in the migrations. */
export interface Tables {
  reps: {
    id: Generated<RepId>
    email_key: string
    profile: string
    availability: Availability
    availability_reason: string | null
    available_again_at: EpochMs | null
    pause_reason: string | null
    added_at: EpochMs
  }
  rep_load: {
    rep_id: RepId
    open_leads: number
    day_key: string
    day_count: number
    hour_key: string
    hour_count: number
    last_given_at: EpochMs | null
    offers_pending: Generated<number>
    missed_offers: Generated<number>
  }
  time_off: { id: Generated<TimeOffId>; rep_id: RepId; from_at: EpochMs; to_at: EpochMs; reason: string | null }
  calendars: {
    id: Generated<CalendarId>
    rep_id: RepId
    name: string
    address: string | null
    read_at: EpochMs
    read_again_at: EpochMs | null
    problem: string | null
  }
  busy_spells: { calendar_id: CalendarId; from_at: EpochMs; to_at: EpochMs; summary: string | null }
  clocks: { lead_id: LeadId; kind: number; due_at: EpochMs }
  sources: {
    id: Generated<SourceId>
    name: string
    kind: number
    leads: number
    day_key: string
    day_count: number
    last_lead_at: EpochMs | null
  }
  names: { no: Generated<number>; kind: number; key: string; name: string }
  leads: LeadRow
  arrivals: {
    seq: number
    lead_id: number
    source_id: SourceId
    key_hash: number
    key: string
    matched_batch_id: BatchId | null
    raw_kind: number
    raw: string | null
  }
  events: EventRow
  batches: {
    id: Generated<BatchId>
    source_id: SourceId
    file: string
    status: BatchStatus
    started_at: EpochMs
    finished_at: EpochMs | null
    bytes_read: number
    bytes: number
    rows: number
    added: number
    matched: number
    left_out: number
    assigned: number
    waiting: number
    error: string | null
    encoding: string
    delimiter: string
    columns: string
    undo_after: number
    undo_removed: number
    undo_kept: number
  }
  batch_reps: { batch_id: BatchId; rep_id: RepId; leads: number }
  batch_problems: {
    id: Generated<number>
    batch_id: BatchId
    line: number
    field: string | null
    code: string
    message: string
    left_out: number
    cells: string | null
  }
  rulesets: {
    version: number
    document: string
    rules: number
    note: string | null
    published_at: EpochMs
    published_by: string
  }
  ruleset_draft: { only: number; document: string; based_on: number; saved_at: EpochMs; saved_by: string }
  accounts: { id: Generated<number>; company: string; company_key: string; owner_email: string | null; status: string }
  account_domains: { domain: string; account_id: number }
  column_memory: { header_key: string; field: string | null }
}
