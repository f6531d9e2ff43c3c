import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { seeded } from '../random.ts'

export const REPS = 200
const SOURCES = 12
const RULES = 30
const YEAR_MS = 365 * 86_400_000
const MESSAGE = 'Please call me about your offer. '.repeat(4)
const OFFICE = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 8 * 60, toMinute: 17 * 60 }))
const [CONTACT_CLOCK, REROUTED, ROUTED] = [16, 32, 64]

/**
 * A year of a large desk, until `now`: leads with how far each came, offers, breaches, people who came again, and who was here. Written straight
 * into a new desk's tables: through the front door it would take an hour.
 */
export function writeYearOfLeads(folder: string, leads: number, now: number): void {
  const db = new Sqlite(join(folder, 'desk.db'))
  db.pragma('synchronous = off')
  const random = seeded(42)
  const wait = (mean: number): number => Math.floor(-Math.log(1 - random.next()) * mean)
  db.exec('begin')
  writeTeam(db, now)
  const lead = db.prepare(
    `insert into leads (id, status, stage, grade_rank, score, is_held, is_pinned, is_by_hand, rep_id, rule_no, source_id, source_no, received_at,
       placed_at, seen_at, touched_at, assign_ms, attempt_ms, received_seq, flags, customer_status, name, company, email, phone, email_hash,
       phone_hash, country, city, value, currency, message, contact_ms, response_ms, qualified_ms, closed_ms, breached_at, breached_rep_id)
     values (${Array.from({ length: 38 }, () => '?').join()})`,
  )
  const event = db.prepare('insert into events (seq, at, type, lead_id, rep_id, data) values (?, ?, ?, ?, ?, ?)')
  const arrival = db.prepare('insert into arrivals (seq, lead_id, source_id, key_hash, key, raw_kind) values (?, ?, ?, ?, ?, 2)')
  const offer = db.prepare('insert into offers values (?, ?, ?, ?, ?, ?)')
  let seq = 0
  for (let id = 1; id <= leads; id++) {
    const at = Math.floor(now - YEAR_MS + (YEAR_MS * id) / leads)
    const rep = random.chance(0.92) ? random.int(1, REPS) : null
    const source = random.int(1, SOURCES)
    const rule = random.chance(0.95) ? SOURCES + random.int(1, RULES) : null
    const assign = rep === null ? null : wait(30_000)
    const response = assign !== null && random.chance(0.8) ? wait(1_200_000) : null
    const attempt = assign === null || response === null ? null : assign + response
    const contact = attempt !== null && random.chance(0.5) ? attempt + random.int(0, 86_400_000) : null
    const qualified = contact !== null && random.chance(0.4) ? contact + random.int(0, 1e9) : null
    const stage = qualified !== null ? random.int(2, 4) : contact === null ? 0 : 1
    const clock = rep !== null && random.chance(0.6)
    const breached = clock && random.chance(0.1)
    const flags = (rep === null ? 0 : ROUTED) | (random.chance(0.07) ? REROUTED : 0) | (clock ? CONTACT_CLOCK : 0)
    event.run(++seq, at, 0, id, rep, null)
    arrival.run(seq, id, source, id, `k${id}`)
    const place = [
      id,
      rep === null ? random.one([0, 6, 4, 3]) : 2,
      stage,
      random.int(0, 3),
      random.int(0, 100),
      0,
      0,
      0,
      rep,
      rule,
    ]
    const times = [source, source, at, at, at, attempt === null ? null : at + attempt, assign, attempt, seq, flags, 0]
    const phone = random.chance(0.6) ? id : null
    const person = [`Name ${id}`, `Company ${id}`, `lead${id}@c${id}.example`, `+4930${id}`, id, phone, 'DE', 'Berlin']
    const value = [random.chance(0.7) ? random.int(100, 9_000) : null, random.chance(0.9) ? 'EUR' : 'USD', MESSAGE]
    const spans = [contact, response, qualified, stage > 2 ? qualified! + random.int(0, 1e9) : null]
    lead.run(...place, ...times, ...person, ...value, ...spans, ...(breached ? [at + 3_600_000, rep] : [null, null]))
    if (random.chance(0.1)) {
      event.run(++seq, at, 1, id, rep, JSON.stringify({ by: 'email', sourceId: source, batchId: null, line: null }))
      arrival.run(seq, id, source, -id, `again ${id}`)
    }
    if (rep !== null && random.chance(0.5)) {
      const ending = random.int(0, 3)
      offer.run(at, id, rep, rule, at + random.int(1_000, 900_000), ending)
      if (ending === 1 || ending === 2) event.run(++seq, at, ending === 1 ? 25 : 26, id, rep, null)
    }
    if (random.chance(0.02)) {
      const availability = random.one(['available', 'busy', 'away'])
      event.run(++seq, at, 16, null, random.int(1, REPS), JSON.stringify({ availability, until: null, reason: null }))
    }
    if (id % 50_000 === 0) db.exec('commit; begin')
  }
  db.prepare('insert into fair_shares_mark values (1, ?)').run(seq)
  db.exec('commit')
  db.pragma('wal_checkpoint(truncate)')
  db.close()
}

function writeTeam(db: Sqlite.Database, now: number): void {
  const rep = db.prepare("insert into reps (id, email_key, profile, availability, added_at) values (?, ?, ?, 'available', ?)")
  const load = db.prepare(
    "insert into rep_load (rep_id, open_leads, day_key, day_count, hour_key, hour_count) values (?, 0, '', 0, '', 0)",
  )
  const share = db.prepare('insert into fair_shares values (?, ?, ?, ?, ?)')
  const lists = { skills: [], languages: [], products: [], territories: [] }
  const limits = {
    tier: null,
    capacity: null,
    dailyCap: null,
    hourlyCap: null,
    timeZone: null,
    rampPercent: null,
    rampUntil: null,
  }
  for (let id = 1; id <= REPS; id++) {
    const email = `rep${id}@team.example`
    const is = { isActive: true, isDraining: false, isPaused: false }
    const profile = { name: `Rep ${id}`, email, role: 'rep', team: null, weight: 1 + (id % 3), holidays: null, hours: OFFICE }
    rep.run(id, email, JSON.stringify({ ...profile, ...lists, ...limits, ...is }), now - YEAR_MS)
    load.run(id)
    for (let day = 0; day < 365; day++) share.run(Math.floor(now / 86_400_000) - day, id, 12 + (id % 5), 12 + (day % 7), 600)
  }
  const source = db.prepare("insert into sources (id, name, kind, leads, day_key, day_count) values (?, ?, 2, 0, '', 0)")
  const name = db.prepare('insert into names (no, kind, key, name) values (?, ?, ?, ?)')
  for (let no = 1; no <= SOURCES; no++) {
    source.run(no, `Source ${no}`)
    name.run(no, 0, '', `Source ${no}`)
  }
  for (let no = 1; no <= RULES; no++) name.run(SOURCES + no, 1, `rule-${no}`, `Rule ${no}`)
}
