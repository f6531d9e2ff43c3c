import type { Generated } from 'kysely'
import type {
  Availability,
  BatchId,
  BatchStatus,
  CalendarId,
  EpochMs,
  FormId,
  InboxId,
  LeadId,
  MailId,
  RepId,
  SourceId,
  TemplateId,
  TimeOffId,
  ViewId,
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
    pin: string | null
    pin_wrong: Generated<number>
    pin_again_at: EpochMs | null
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
  views: { id: Generated<ViewId>; rep_id: RepId | null; name: string; filter: string; sort: string }
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
    review: Generated<number>
    ignored: Generated<number>
  }
  inboxes: {
    id: Generated<InboxId>
    source_id: SourceId
    settings: string
    uid_validity: string | null
    last_uid: Generated<number>
    last_mail_at: EpochMs | null
    leads: Generated<number>
    review: Generated<number>
    ignored: Generated<number>
    trouble: string | null
  }
  mails: {
    id: Generated<MailId>
    source_id: SourceId
    inbox_id: InboxId | null
    batch_id: BatchId | null
    key_hash: number
    key: string
    uid: number | null
    uid_validity: string | null
    to_mark: number
    place: string | null
    message_id: string | null
    sent_at: EpochMs
    arrived_at: EpochMs
    from_name: string | null
    from_address: string | null
    subject: string | null
    verdict: number
    reason: number | null
    is_by_hand: number
    template_id: TemplateId | null
    reading: string | null
    raw: Uint8Array | null
  }
  mail_leads: { lead_id: LeadId; mail_id: MailId }
  mail_templates: {
    id: Generated<TemplateId>
    sender: string
    subject: string | null
    fields: string
    made_at: EpochMs
    made_by: string
    uses: Generated<number>
  }
  forms: {
    id: Generated<FormId>
    source_id: SourceId
    path: string
    settings: string
    key_hash: string
    key_end: string
    made_at: EpochMs
    last_post_at: EpochMs | null
    posts: Generated<number>
    leads: Generated<number>
  }
  posts: {
    form_id: FormId
    key: string
    body_hash: string
    lead_id: LeadId
    outcome: 'added' | 'matched'
    device: string | null
    at: EpochMs
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
  offers: {
    offered_at: EpochMs
    lead_id: LeadId
    rep_id: RepId
    rule_no: number | null
    ended_at: EpochMs | null
    ending: number | null
  }
  fair_shares: { day: number; rep_id: RepId; expected: number; given: number; value: number }
  fair_shares_mark: { only: number; seq: number }
  ruleset_draft: { only: number; document: string; based_on: number; saved_at: EpochMs; saved_by: string }
  accounts: { id: Generated<number>; company: string; company_key: string; owner_email: string | null; status: string }
  account_domains: { domain: string; account_id: number }
  column_memory: { header_key: string; field: string | null }
}
