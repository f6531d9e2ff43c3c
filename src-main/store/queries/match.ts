import type { Database, Statement } from 'better-sqlite3'
import type { EpochMs, LeadId, RepId, SourceId } from '../../contract/index.ts'
import { DISCARDED, FIRST_CLOSED_STAGE, WON, hashOf } from '../codes.ts'
import type { IncomingLead } from '../port-arrivals.ts'
import type { LeadRow } from './lead-rows.ts'

/** As much of a lead as matching looks at. `id` is null for one of a rehearsal. */
export interface Known {
  id: LeadId | null
  status: number
  stage: number
  repId: RepId | null
  lastSignAt: EpochMs
  emailKey: string | null
  phoneKey: string | null
  nameHash: number | null
}

/** Where the same person is looked for: the database, and for a rehearsal what it took in before. */
export interface Lookups {
  byKey(sourceId: SourceId, key: string, hash: number): LeadId | null | undefined
  /** Newest first. */
  byEmail(emailKey: string, hash: number): Known[]
  byPhone(phoneKey: string, hash: number): Known[]
}

export type Match =
  | { kind: 'same-thing'; leadId: LeadId | null }
  | { kind: 'same-person'; known: Known; by: 'email' | 'phone' }
  | { kind: 'new'; possibleDuplicateOf: LeadId | null; isPossible: boolean; person: Known | null }

/** The hashes of a newcomer's keys, worked out once. */
export interface Hashes {
  key: number
  email: number | null
  phone: number | null
  name: number | null
}

export function hashesOf(sourceId: SourceId, lead: IncomingLead): Hashes {
  return {
    key: hashOf(`${sourceId}\n${lead.key}`),
    email: lead.emailKey === null ? null : hashOf(lead.emailKey),
    phone: lead.phoneKey === null ? null : hashOf(lead.phoneKey),
    name: lead.nameKey === null ? null : hashOf(lead.nameKey),
  }
}

/**
 * Who a newcomer is (R30, R31): the same thing again, the same person again, or new; and if new, whom it may double and whom it
 * was before. A lead that is closed, or has shown no life since `since`, is a person known before, not the same lead.
 */
export function match(sourceId: SourceId, lead: IncomingLead, hashes: Hashes, since: EpochMs, at: Lookups): Match {
  const thing = at.byKey(sourceId, lead.key, hashes.key)
  if (thing !== undefined) return { kind: 'same-thing', leadId: thing }
  let person: Known | null = null
  let possible: Known | null = null
  if (lead.emailKey !== null && hashes.email !== null) {
    for (const known of at.byEmail(lead.emailKey, hashes.email)) {
      if (lead.isSharedEmail) {
        // info@ is many people: shown as possible while it is open, and never merged by itself.
        if (isAlive(known, since)) possible ??= known
      } else if (isAlive(known, since)) return { kind: 'same-person', known, by: 'email' }
      else person ??= known
    }
  }
  if (lead.phoneKey !== null && hashes.phone !== null) {
    for (const known of at.byPhone(lead.phoneKey, hashes.phone)) {
      const isSameName = hashes.name === null || known.nameHash === null || hashes.name === known.nameHash
      if (isSameName && isAlive(known, since)) return { kind: 'same-person', known, by: 'phone' }
      if (isSameName) person ??= known
      else if (isAlive(known, since)) possible ??= known
    }
  }
  return { kind: 'new', possibleDuplicateOf: possible?.id ?? null, isPossible: possible !== null, person }
}

function isAlive(known: Known, since: EpochMs): boolean {
  return known.status !== DISCARDED && known.stage < FIRST_CLOSED_STAGE && known.lastSignAt >= since
}

export const isCustomer = (known: Known): boolean => known.stage === WON

type KnownRow = Pick<
  LeadRow,
  'id' | 'status' | 'stage' | 'rep_id' | 'name_hash' | 'email' | 'email_key' | 'phone' | 'phone_key' | 'merged_into'
> & {
  last_sign_at: EpochMs
}

/** More leads than this with one key, a shared address, and only the newest are looked at. */
const MANY = 100
/** A lead may go into one that goes into another. */
const MOST_MERGES = 20

/**
 * Looks in the database. Without `order by`: SQLite prepares a sorted look-up by a rowid anew whenever its parameter changes, which
 * costs ten times the look-up.
 */
export class DatabaseLookups implements Lookups {
  readonly #byKey: Statement<[number], { lead_id: LeadId; source_id: SourceId; key: string }>
  readonly #byEmail: Statement<[number], KnownRow>
  readonly #byPhone: Statement<[number], KnownRow>
  readonly #newestByEmail: Statement<[number], KnownRow>
  readonly #newestByPhone: Statement<[number], KnownRow>
  readonly #byId: Statement<[number], KnownRow>

  constructor(db: Database) {
    const columns = `id, status, stage, rep_id, name_hash, email, email_key, phone, phone_key, merged_into,
      max(received_at, seen_at, coalesce(touched_at, 0)) as last_sign_at`
    this.#byKey = db.prepare('select lead_id, source_id, key from arrivals where key_hash = ?')
    const by = (column: string, end: string): Statement<[number], KnownRow> =>
      db.prepare(`select ${columns} from leads where ${column} = ?${end} limit ${MANY}`)
    this.#byEmail = by('email_hash', '')
    this.#byPhone = by('phone_hash', '')
    this.#newestByEmail = by('email_hash', ' order by id desc')
    this.#newestByPhone = by('phone_hash', ' order by id desc')
    this.#byId = db.prepare(`select ${columns} from leads where id = ?`)
  }

  byKey(sourceId: SourceId, key: string, hash: number): LeadId | undefined {
    const rows = this.#byKey.all(hash)
    return rows.length === 0 ? undefined : rows.find((row) => row.source_id === sourceId && row.key === key)?.lead_id
  }

  byEmail(emailKey: string, hash: number): Known[] {
    const found = newest(hash, this.#byEmail, this.#newestByEmail)
    return found.length === 0 ? NOBODY : found.map((row) => this.#knownOf(row)).filter((known) => known.emailKey === emailKey)
  }

  byPhone(phoneKey: string, hash: number): Known[] {
    const found = newest(hash, this.#byPhone, this.#newestByPhone)
    return found.length === 0 ? NOBODY : found.map((row) => this.#knownOf(row)).filter((known) => known.phoneKey === phoneKey)
  }

  /** One that went into another is known by its own keys and name, and stands for the one that stayed. */
  #knownOf(row: KnownRow): Known {
    const known = knownOf(row)
    let { merged_into } = row
    for (let steps = 0; merged_into !== null && steps < MOST_MERGES; steps++) {
      const stayed = this.#byId.get(merged_into)
      if (stayed === undefined) break
      const { id, status, stage, repId, lastSignAt } = knownOf(stayed)
      Object.assign(known, { id, status, stage, repId, lastSignAt })
      merged_into = stayed.merged_into
    }
    return known
  }
}

const NOBODY: Known[] = []

function newest(hash: number, some: Statement<[number], KnownRow>, sorted: Statement<[number], KnownRow>): KnownRow[] {
  const rows = some.all(hash)
  if (rows.length === MANY) return sorted.all(hash)
  return rows.length < 2 ? rows : rows.sort((a, b) => b.id - a.id)
}

function knownOf(row: KnownRow): Known {
  return {
    id: row.id,
    status: row.status,
    stage: row.stage,
    repId: row.rep_id,
    lastSignAt: row.last_sign_at,
    emailKey: row.email_key ?? row.email,
    phoneKey: row.phone_key ?? row.phone,
    nameHash: row.name_hash,
  }
}
