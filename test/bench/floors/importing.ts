import { readFileSync } from 'node:fs'
import Sqlite, { type Database } from 'better-sqlite3'
import type { Condition, LeadFacts, RepFacts } from '../../../src-main/contract/index.ts'
import { aLeadFact, aRepFact } from '../../helpers/facts.ts'
import { REPS } from '../desk.ts'
import { indexedMatch } from './match.ts'
import { quickPhone } from './phone.ts'
import { deciding } from './pick.ts'
import { scanRows } from './scan.ts'

/**
 * An import written by hand: one script, one table of leads with five indexes, an assignment and an event for each. It checks
 * nothing, keeps neither the row as it came nor why a rep got it, and can take nothing back. With `keepsAll` it does keep what the
 * product keeps: each row as it came, known by a key, and words to search by.
 */
const COLUMNS =
  'id first_name last_name email phone company title website industry employees revenue street city region postal_code country language product source received_at message status score rep_id created_at'.split(
    ' ',
  )
const FREE = new Set(['gmail.com', 'gmx.de', 'yahoo.com'])
const ROWS_A_TRANSACTION = 5_000
const NOW = Date.UTC(2026, 10, 23, 12)

export interface FloorDesk {
  db: Database
  /** Takes one row in; answers whether it was new. Inside a transaction of the caller's. */
  take: (cells: readonly string[]) => boolean
  counts: { added: number; matched: number; assigned: number }
}

export function openFloor(file: string, conditions: readonly Condition[], keepsAll = false): FloorDesk {
  const db = new Sqlite(file)
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.pragma('cache_size = -131072')
  db.pragma('wal_autocheckpoint = 20000')
  db.exec(`
    create table leads (id integer primary key, ${COLUMNS.slice(1).join(', ')});
    create index leads_email on leads (email);
    create index leads_phone on leads (phone);
    create index leads_rep on leads (rep_id, status);
    create index leads_report on leads (rep_id, source, created_at);
    create index leads_queue on leads (status, score desc, created_at, id) where status = 'new';
    create table assignments (id integer primary key, lead_id, rep_id, rule, at);
    create table events (seq integer primary key, at, type, lead_id, rep_id, data);
    create index events_lead on events (lead_id);
    create table arrivals (seq integer primary key, lead_id, key, raw);
    create index arrivals_key on arrivals (key);
    create virtual table search using fts5 (words, content = '', detail = none, prefix = '1 2 3');
  `)
  if (!keepsAll) db.exec('drop index events_lead')
  const byEmail = db.prepare('select id from leads where email = ?').pluck()
  const byPhone = db.prepare('select id from leads where phone = ?').pluck()
  const addLead = db.prepare(`insert into leads values (${COLUMNS.map(() => '?').join(', ')})`)
  const addAssignment = db.prepare('insert into assignments values (null, ?, ?, ?, ?)')
  const addEvent = db.prepare('insert into events values (null, ?, ?, ?, ?, ?)')

  const byKey = db.prepare('select lead_id from arrivals where key = ?').pluck()
  const addArrival = db.prepare('insert into arrivals values (null, ?, ?, ?)')
  const addWords = db.prepare('insert into search (rowid, words) values (?, ?)')
  const keep = (cells: readonly string[], leadId: unknown, lead: LeadFacts | null): void => {
    const raw = cells.join(',')
    const key = `${cells[2]} ${raw.length} ${cells[19]}`
    // The look-up is the price of knowing a row again; the answer is not needed here.
    byKey.get(key)
    addArrival.run(leadId, key, raw)
    if (lead)
      addWords.run(leadId, `${lead.firstName} ${lead.lastName} ${lead.company} ${lead.email} ${lead.phone} ${lead.message}`)
  }

  let rule = -1
  const match = indexedMatch(conditions)
  const decide = deciding((lead) => (rule = match(lead)), 'least-loaded', aFloorTeam())
  const counts = { added: 0, matched: 0, assigned: 0 }
  return {
    db,
    counts,
    take(cells) {
      const lead = leadOf(cells)
      const { email, phone } = lead
      const known = byEmail.get(email) ?? (phone === null ? undefined : byPhone.get(phone))
      if (known !== undefined) {
        counts.matched++
        if (keepsAll) keep(cells, known, null)
        addEvent.run(NOW, 'lead-matched', known, null, null)
        return false
      }
      const repId = decide(lead)
      const status = repId > 0 ? 'assigned' : 'new'
      const id = addLead.run(
        null,
        lead.firstName,
        lead.lastName,
        email,
        phone,
        lead.company,
        lead.title,
        lead.website,
        lead.industry,
        lead.employees,
        lead.revenue,
        lead.address,
        lead.city,
        lead.region,
        lead.postalCode,
        lead.country,
        lead.language,
        lead.product,
        lead.source,
        lead.receivedAt,
        lead.message,
        status,
        null,
        repId || null,
        NOW,
      ).lastInsertRowid
      if (repId > 0) addAssignment.run(id, repId, rule, NOW)
      addEvent.run(NOW, 'lead-received', id, repId || null, null)
      if (keepsAll) keep(cells, id, lead)
      counts.added++
      if (repId > 0) counts.assigned++
      return true
    },
  }
}

function aFloorTeam(): RepFacts[] {
  return Array.from({ length: REPS }, (_, i) => aRepFact(i + 1, { weight: 1 + (i % 4), capacity: 100_000 }))
}

const EMPTY = aLeadFact()

function leadOf(cells: readonly string[]): LeadFacts {
  const text = (i: number): string | null => cells[i]! || null
  const email = cells[2]!.trim().toLowerCase()
  const country = cells[14]!
  return {
    ...EMPTY,
    firstName: text(0),
    lastName: text(1),
    email,
    phone: quickPhone(cells[3]!, country),
    company: text(4),
    title: text(5),
    website: text(6),
    industry: text(7),
    employees: Number(cells[8]),
    revenue: Number(cells[9]),
    address: text(10),
    city: text(11),
    region: text(12),
    postalCode: text(13),
    country,
    language: text(15),
    product: text(16),
    source: cells[17]!,
    receivedAt: Date.parse(cells[18]!),
    message: text(19),
    isFreeMail: FREE.has(email.slice(email.indexOf('@') + 1)),
  }
}

export function floorImport(csv: string, file: string, conditions: readonly Condition[], keepsAll: boolean): FloorDesk['counts'] {
  const { db, take, counts } = openFloor(file, conditions, keepsAll)
  const takeAll = db.transaction((rows: readonly string[][]) => {
    for (const cells of rows) take(cells)
  })
  // As the product alone at its desk: five thousand rows a transaction, none of which waits for the disk.
  db.pragma('synchronous = normal')
  const text = readFileSync(csv, 'utf8')
  let rows: string[][] = []
  scanRows(text.slice(text.indexOf('\n') + 1), (some) => {
    rows.push(...some)
    if (rows.length < ROWS_A_TRANSACTION) return
    takeAll.immediate(rows)
    rows = []
  })
  takeAll.immediate(rows)
  db.close()
  return counts
}
