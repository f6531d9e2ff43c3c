import type { Migration } from '../migrate.ts'
import { backfillJourneys } from './backfill-journeys.ts'

/**
 * PINs, saved views, the team's hours, and what reports read: how long each step of a lead took, the offers one by one, and who should have
 * got how much (`fair_shares`, digested from the decisions a day at a time).
 */
export const peopleViewsReports: Migration = {
  name: 'people, views, reports',
  sql: `
alter table settings add column hours text;

-- scrypt, with its salt; wrong tries since the last right one, and when the next may be.
alter table reps add column pin text;
alter table reps add column pin_wrong integer not null default 0;
alter table reps add column pin_again_at integer;

create table views (
  id integer primary key,
  rep_id integer references reps (id),
  name text not null,
  filter text not null,
  sort text not null
);

-- From received: to the first talk, to qualified, to won or lost. From given to first tried, in the rep's working time.
alter table leads add column contact_ms integer;
alter table leads add column response_ms integer;
alter table leads add column qualified_ms integer;
alter table leads add column closed_ms integer;
-- Who first let a contact clock of it run out: it may be another's by now.
alter table leads add column breached_rep_id integer;
drop index leads_of_rep;
-- A rep's leads by age, with all that a report asks of every lead, and a list of few among many. Few are won or breached: those have
-- indexes of their own.
create index leads_of_rep on leads (rep_id, received_at, id, source_no, rule_no, status, stage, flags, assign_ms, attempt_ms, contact_ms,
  response_ms, qualified_ms, grade_rank, country);
create index leads_won on leads (received_at, rep_id, source_no, rule_no, value, currency, closed_ms) where stage = 3;
create index leads_breached on leads (received_at, breached_rep_id, rep_id, rule_no) where breached_rep_id is not null;
-- The board by stage.
create index leads_in_stage on leads (stage, grade_rank, received_at) where status = 2;
create index leads_overdue on leads (breached_at) where breached_at is not null and touched_at is null and status = 2;

-- Each offer to each rep, with how it ended; null while it stands.
create table offers (
  offered_at integer not null,
  lead_id integer not null,
  rep_id integer not null,
  rule_no integer,
  ended_at integer,
  ending integer,
  primary key (offered_at, lead_id, rep_id)
) without rowid;
create index offers_standing on offers (lead_id) where ending is null;

create table fair_shares (
  day integer not null,
  rep_id integer not null,
  expected real not null,
  given integer not null,
  value real not null,
  primary key (day, rep_id)
) without rowid;
-- The last event whose decision is in there.
create table fair_shares_mark (only integer primary key check (only = 1), seq integer not null);

create index events_of_presence on events (rep_id, at) where type = 16;
create index events_of_rerouting on events (at) where type in (25, 26, 29, 30);
`,
  then: backfillJourneys,
}
