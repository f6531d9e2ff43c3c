import type { Migration } from '../migrate.ts'

/**
 * Times are epoch milliseconds, spans `_ms`, booleans 0 or 1, words of the contract the numbers of `codes.ts`, lists JSON. Hashes are
 * 52-bit numbers of keys: the text is compared as well. No foreign key stands on the leads' road in, where each would
 * be one more look-up a row; the cold tables have theirs.
 */
export const firstDesk: Migration = {
  name: 'first desk',
  sql: `
create table settings (
  only integer primary key check (only = 1),
  desk_name text not null,
  time_zone text not null,
  country text not null
);

create table reps (
  id integer primary key,
  email_key text not null unique,
  profile text not null,
  availability text not null,
  availability_reason text,
  available_again_at integer,
  added_at integer not null
);
create table rep_load (
  rep_id integer primary key references reps (id),
  open_leads integer not null,
  day_key text not null,
  day_count integer not null,
  hour_key text not null,
  hour_count integer not null,
  last_given_at integer
);
-- The numbers of the smooth weighted turn: [[rep, number], ...] a pool, so that a pick among forty reps is one write.
create table turns (
  pool text primary key,
  numbers text not null
) without rowid;

create table sources (
  id integer primary key,
  name text not null,
  kind integer not null,
  leads integer not null,
  day_key text not null,
  day_count integer not null,
  last_lead_at integer,
  unique (name, kind)
);
-- Names said by many leads, kept once: sources leads bring, rules, pools, time zones.
create table names (
  no integer primary key,
  kind integer not null,
  key text not null,
  name text not null,
  unique (kind, key, name)
);

create table leads (
  id integer primary key,
  status integer not null,
  stage integer not null,
  grade_rank integer not null,
  score real,
  is_held integer not null,
  is_pinned integer not null,
  is_by_hand integer not null,
  rep_id integer,
  rule_no integer,
  wait_code integer,
  wait_detail text,
  source_id integer not null,
  source_no integer not null,
  batch_id integer,
  line integer,
  received_at integer not null,
  placed_at integer not null,
  seen_at integer not null,
  touched_at integer,
  assign_ms integer,
  attempt_ms integer,
  received_seq integer not null,
  decision_seq integer,
  email_hash integer,
  phone_hash integer,
  name_hash integer,
  email_key text,
  phone_key text,
  domain_key text,
  zone_no integer,
  flags integer not null,
  customer_status integer not null,
  person_rep_id integer,
  possible_duplicate_of integer,
  given_score real,
  name text,
  company text,
  email text,
  phone text,
  country text,
  region text,
  city text,
  value real,
  currency text,
  first_name text,
  last_name text,
  email2 text,
  phone2 text,
  title text,
  website text,
  industry text,
  address text,
  postal_code text,
  language text,
  product text,
  owner text,
  external_id text,
  employees real,
  revenue real,
  tags text,
  message text,
  custom text
);
create index leads_email on leads (email_hash) where email_hash is not null;
create index leads_phone on leads (phone_hash) where phone_hash is not null;
create index leads_waiting on leads (is_held, grade_rank, received_at) where status = 0;
create index leads_in_order on leads (grade_rank, received_at);
create index leads_of_batch on leads (batch_id) where batch_id is not null;
create index leads_possible on leads (possible_duplicate_of) where possible_duplicate_of is not null;
-- A rep's leads by age, with all that a report or a board asks of them.
create index leads_of_rep on leads (rep_id, received_at, id, source_no, assign_ms, attempt_ms, status, stage, rule_no);

-- What came in, as it came: the first thing of a lead, and every later one that was matched to it.
create table arrivals (
  seq integer primary key,
  lead_id integer not null,
  source_id integer not null,
  key_hash integer not null,
  key text not null,
  matched_batch_id integer,
  raw_kind integer not null,
  raw text
);
create index arrivals_key on arrivals (key_hash);
create index arrivals_matched on arrivals (matched_batch_id) where matched_batch_id is not null;

-- History, live updates, undo and audit. Described in events.ts; leads may go, their events stay.
create table events (
  seq integer primary key,
  at integer not null,
  type integer not null,
  actor text,
  lead_id integer,
  rep_id integer,
  data text,
  decision text,
  undo text,
  undone_by integer
);
create index events_of_lead on events (lead_id) where lead_id is not null;
create index events_matched on events (at) where type = 1;

create table tallies (
  status integer not null,
  is_held integer not null,
  leads integer not null,
  primary key (status, is_held)
) without rowid;

create table batches (
  id integer primary key,
  source_id integer not null references sources (id),
  file text not null,
  status text not null,
  started_at integer not null,
  finished_at integer,
  bytes_read integer not null,
  bytes integer not null,
  rows integer not null,
  added integer not null,
  matched integer not null,
  left_out integer not null,
  assigned integer not null,
  waiting integer not null,
  error text,
  encoding text not null,
  delimiter text not null,
  columns text not null,
  undo_after integer not null,
  undo_removed integer not null,
  undo_kept integer not null
);
create index batches_at_work on batches (status) where status in ('running', 'undoing');
create table batch_reps (
  batch_id integer not null references batches (id),
  rep_id integer not null references reps (id),
  leads integer not null,
  primary key (batch_id, rep_id)
) without rowid;
create table batch_problems (
  id integer primary key,
  batch_id integer not null references batches (id),
  line integer not null,
  field text,
  code text not null,
  message text not null,
  left_out integer not null,
  cells text
);
create index batch_problems_of_batch on batch_problems (batch_id, line);

create table rulesets (
  version integer primary key,
  document text not null,
  rules integer not null,
  note text,
  published_at integer not null,
  published_by text not null
);

create table accounts (
  id integer primary key,
  company text not null,
  company_key text not null unique,
  owner_email text,
  status text not null
);
create table account_domains (
  domain text primary key,
  account_id integer not null references accounts (id)
) without rowid;
create index account_domains_of_account on account_domains (account_id);

create table column_memory (
  header_key text primary key,
  field text
) without rowid;

-- Newest first by rowid, beginnings of words only: what detail=none gives up is not asked for.
create virtual table leads_words using fts5 (
  words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
`,
}
