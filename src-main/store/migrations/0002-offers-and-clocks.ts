import { companyKey } from '../../lib/companies.ts'
import type { Migration } from '../migrate.ts'

/**
 * Offers, clocks, time off and drafts. A lead's place gains what it was given under (`terms`), whom it is offered to, who was asked
 * before, and what falls due next; `clocks` are the alarms themselves, few beside the leads.
 */
export const offersAndClocks: Migration = {
  name: 'offers and clocks',
  sql: `
alter table settings add column holidays text;

alter table reps add column pause_reason text;
alter table rep_load add column offers_pending integer not null default 0;
-- Offers let run out in a row.
alter table rep_load add column missed_offers integer not null default 0;

alter table leads add column terms text;
alter table leads add column offered_to text;
alter table leads add column asked text;
alter table leads add column due_kind integer;
alter table leads add column due_at integer;
alter table leads add column breached_at integer;
alter table leads add column merged_into integer;
create index leads_releasable on leads (rep_id, id) where status = 2 and touched_at is null and terms is not null;

create table clocks (
  lead_id integer not null,
  kind integer not null,
  due_at integer not null,
  primary key (lead_id, kind)
) without rowid;
create index clocks_due on clocks (due_at);

create table time_off (
  id integer primary key,
  rep_id integer not null references reps (id),
  from_at integer not null,
  to_at integer not null,
  reason text
);
create table calendars (
  id integer primary key,
  rep_id integer not null references reps (id),
  name text not null,
  address text,
  read_at integer not null,
  read_again_at integer,
  problem text
);
create table busy_spells (
  calendar_id integer not null references calendars (id) on delete cascade,
  from_at integer not null,
  to_at integer not null,
  summary text
);
create index busy_spells_of_calendar on busy_spells (calendar_id);

-- Leads given by rules that count them, by day: for caps and shares of a rule.
create table rule_tallies (
  rule_key text not null,
  rep_id integer not null,
  day integer not null,
  leads integer not null,
  primary key (rule_key, rep_id, day)
) without rowid;

-- The company without its legal form, for leads that bring no domain.
alter table accounts add column name_key text;
create index accounts_name on accounts (name_key);

create table ruleset_draft (
  only integer primary key check (only = 1),
  document text not null,
  based_on integer not null,
  saved_at integer not null,
  saved_by text not null
);
`,
  then(db) {
    const rows = db.prepare<[], { id: number; company: string }>('select id, company from accounts').all()
    const set = db.prepare('update accounts set name_key = ? where id = ?')
    for (const { id, company } of rows) set.run(companyKey(company), id)
  },
}
