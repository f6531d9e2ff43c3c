import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../../src-main/lib/log.ts'
import { migrate } from '../../src-main/store/migrate.ts'
import { migrations } from '../../src-main/store/migrations/index.ts'
import { aFolder } from '../helpers/open-test-store.ts'

/** Each index, with the query it is kept for as the store asks it. */
const KEPT_FOR: Record<string, string> = {
  leads_email: 'select id from leads where email_hash = ? limit 100',
  leads_phone: 'select id from leads where phone_hash = ? limit 100',
  leads_waiting: `select name from leads where status = 0 and is_held = 0 and grade_rank = 1 and (received_at, id) > (?, ?)
    order by received_at, id limit ?`,
  leads_elsewhere: `select name from leads indexed by leads_elsewhere where status not in (0, 2) and status = 1 and grade_rank = 1
    and (received_at, id) > (?, ?) order by received_at, id limit ?`,
  leads_in_order: `select name from leads indexed by leads_in_order where grade_rank = 1 and (received_at, id) < (?, ?)
    order by received_at desc, id desc limit ?`,
  leads_in_stage: `select name from leads indexed by leads_in_stage where status = 2 and stage = 3 and grade_rank = 1
    and (received_at, id) < (?, ?) order by received_at desc, id desc limit ?`,
  leads_overdue: 'select id from leads where breached_at is not null and touched_at is null and status = 2',
  leads_of_batch: 'select id from leads where batch_id = ? and id > ? order by id limit ?',
  leads_possible: 'update leads set possible_duplicate_of = null where possible_duplicate_of = ?',
  leads_of_rep: `select name from leads where rep_id = ? and (received_at, id) < (?, ?) order by received_at desc, id desc limit ?`,
  leads_won: `select value from leads indexed by leads_won where stage = 3 and received_at >= ? and received_at < ?`,
  leads_breached: `select rule_no from leads indexed by leads_breached
    where breached_rep_id is not null and received_at >= ? and received_at < ?`,
  offers_standing: 'update offers indexed by offers_standing set ending = 1 where lead_id = ? and rep_id = ? and ending is null',
  events_of_presence: 'select data from events where type = 16 and rep_id = ? and at < ? order by at desc, seq desc limit 1',
  events_of_rerouting: `select type from events indexed by events_of_rerouting
    where type in (25, 26, 29, 30) and at >= ? and at < ?`,
  arrivals_key: 'select lead_id from arrivals where key_hash = ?',
  arrivals_matched: 'delete from arrivals where matched_batch_id = ?',
  events_of_lead: 'select * from events where lead_id = ? and seq > ? order by seq',
  events_matched: 'select count(*) from events where type = 1 and undone_by is null and at >= ? and at < ?',
  batches_at_work: "select id from batches where status in ('running', 'undoing')",
  batch_problems_of_batch: 'select * from batch_problems where batch_id = ? order by line limit 10',
  busy_spells_of_calendar: 'select from_at from busy_spells where calendar_id = ?',
  clocks_due:
    'select lead_id, kind, due_at from clocks indexed by clocks_due where due_at <= ? order by due_at, lead_id, kind limit ?',
  leads_releasable: `select id from leads indexed by leads_releasable
    where rep_id = ? and status = 2 and touched_at is null and terms is not null`,
  mails_key: 'select id, source_id, key, verdict from mails where key_hash = ?',
  mails_by_verdict: 'select subject from mails where verdict = ? and mails.id < ? order by mails.id desc limit ?',
  mails_of_inbox: 'select subject from mails where inbox_id = ? and mails.id < ? order by mails.id desc limit ?',
  mails_of_batch:
    'select place, reason from mails indexed by mails_of_batch where batch_id = ? and verdict = ? order by id limit ?',
  mails_to_mark:
    'select uid from mails where inbox_id = ? and to_mark = 1 and uid_validity = ? and uid is not null order by uid limit ?',
  mails_to_forget:
    'select id from mails indexed by mails_to_forget where verdict = 2 and raw is not null and arrived_at < ? order by arrived_at limit ?',
  mail_leads_of_mail: 'select lead_id from mail_leads where mail_id = ? order by lead_id',
  posts_by_time: 'select device from posts where device is not null and posts.at >= ? and posts.at < ?',
  accounts_name: 'select status from accounts where name_key = ? limit 2',
  account_domains_of_account: 'delete from account_domains where account_id = ?',
}

function aDatabase(): Database {
  const file = join(aFolder(), 'desk.db')
  const db = new Sqlite(file)
  migrate(db, file, migrations, silentLog)
  return db
}

const planOf = (db: Database, sql: string): string =>
  db
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...[...sql].filter((letter) => letter === '?').map(() => 1))
    .map((row) => row.detail)
    .join('; ')

describe('query plans', () => {
  it('every index is kept for a query of the store', () => {
    const db = aDatabase()
    const names = db.prepare<[], string>("select name from sqlite_schema where type = 'index' and sql is not null").pluck().all()
    expect(names.filter((name) => !name.startsWith('leads_words')).sort()).toEqual(Object.keys(KEPT_FOR).sort())
    db.close()
  })

  it.each(Object.entries(KEPT_FOR))('%s is used, and nothing is sorted', (name, sql) => {
    const db = aDatabase()
    const plan = planOf(db, sql)
    expect(plan).toContain(name)
    expect(plan).not.toContain('TEMP B-TREE')
    db.close()
  })

  it('a report reads the index of reps alone', () => {
    const db = aDatabase()
    const range = `from (select id as who from reps union all select null)
      cross join leads indexed by leads_of_rep on rep_id is who and received_at >= ? and received_at < ?`
    const plan = planOf(
      db,
      `select rep_id, received_at, source_no, rule_no, status, stage, flags, assign_ms, attempt_ms, contact_ms, response_ms, qualified_ms
       ${range}`,
    )
    expect(plan).toContain('COVERING INDEX leads_of_rep (rep_id=? AND received_at>? AND received_at<?)')
    db.close()
  })

  it('a search walks its hits from the newest', () => {
    const db = aDatabase()
    const plan = planOf(
      db,
      'select id from leads_words join leads on leads.id = leads_words.rowid where leads_words match ? and leads_words.rowid < ? order by leads_words.rowid desc limit 20',
    )
    expect(plan).not.toContain('TEMP B-TREE')
    db.close()
  })
})
