import type { Migration } from '../migrate.ts'

/**
 * Mails with what became of them, inboxes, templates, forms and their posts. A mail is kept whole, deflated; ignored ones for a while only.
 * Secrets are never here.
 */
export const mailsAndForms: Migration = {
  name: 'mails and forms',
  sql: `
alter table batches add column review integer not null default 0;
alter table batches add column ignored integer not null default 0;
alter table settings add column form_listening text;

-- Leads neither waiting nor assigned: few, and asked for by status while a million others lie around them.
create index leads_elsewhere on leads (status, grade_rank, received_at) where status not in (0, 2);

create table inboxes (
  id integer primary key,
  source_id integer not null references sources (id),
  settings text not null,
  uid_validity text,
  last_uid integer not null default 0,
  last_mail_at integer,
  leads integer not null default 0,
  review integer not null default 0,
  ignored integer not null default 0,
  trouble text
);

create table mails (
  id integer primary key,
  source_id integer not null,
  inbox_id integer,
  batch_id integer,
  key_hash integer not null,
  key text not null,
  uid integer,
  uid_validity text,
  to_mark integer not null default 0,
  place text,
  message_id text,
  sent_at integer not null,
  arrived_at integer not null,
  from_name text,
  from_address text,
  subject text,
  verdict integer not null,
  reason integer,
  is_by_hand integer not null default 0,
  template_id integer,
  reading text,
  raw blob
);
create index mails_key on mails (key_hash);
create index mails_by_verdict on mails (verdict, id);
create index mails_of_inbox on mails (inbox_id, id) where inbox_id is not null;
create index mails_of_batch on mails (batch_id, id) where batch_id is not null;
create index mails_to_mark on mails (inbox_id, uid) where to_mark = 1;
create index mails_to_forget on mails (arrived_at) where verdict = 2 and raw is not null;
create table mail_leads (
  lead_id integer not null,
  mail_id integer not null,
  primary key (lead_id, mail_id)
) without rowid;
create index mail_leads_of_mail on mail_leads (mail_id);

create table mail_templates (
  id integer primary key,
  sender text not null,
  subject text,
  fields text not null,
  made_at integer not null,
  made_by text not null,
  uses integer not null default 0
);

create table forms (
  id integer primary key,
  source_id integer not null references sources (id),
  path text not null unique,
  settings text not null,
  key_hash text not null,
  key_end text not null,
  made_at integer not null,
  last_post_at integer,
  posts integer not null default 0,
  leads integer not null default 0
);
create table posts (
  form_id integer not null references forms (id) on delete cascade,
  key text not null,
  body_hash text not null,
  lead_id integer not null,
  outcome text not null,
  device text,
  at integer not null,
  primary key (form_id, key)
) without rowid;
create index posts_by_time on posts (at);
`,
}
