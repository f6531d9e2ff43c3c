import type { Database, Statement } from 'better-sqlite3'
import type { LeadId, SourceId } from '../../contract/index.ts'
import { CONTACT_CLOCK, DUE_CONTACT, WAITING } from '../codes.ts'
import { CARD_COLUMNS, type CardRow, type LeadRow } from './lead-rows.ts'
import type { Tried } from './tried.ts'

/** Every column, in the order in which `insert` binds them. */
const COLUMNS = [
  'id',
  'status',
  'stage',
  'grade_rank',
  'score',
  'is_held',
  'is_pinned',
  'is_by_hand',
  'rep_id',
  'rule_no',
  'wait_code',
  'wait_detail',
  'source_id',
  'source_no',
  'batch_id',
  'line',
  'received_at',
  'placed_at',
  'seen_at',
  'touched_at',
  'assign_ms',
  'attempt_ms',
  'received_seq',
  'decision_seq',
  'email_hash',
  'phone_hash',
  'name_hash',
  'email_key',
  'phone_key',
  'domain_key',
  'zone_no',
  'flags',
  'customer_status',
  'person_rep_id',
  'possible_duplicate_of',
  'given_score',
  'name',
  'company',
  'email',
  'phone',
  'country',
  'region',
  'city',
  'value',
  'currency',
  'first_name',
  'last_name',
  'email2',
  'phone2',
  'title',
  'website',
  'industry',
  'address',
  'postal_code',
  'language',
  'product',
  'owner',
  'external_id',
  'employees',
  'revenue',
  'tags',
  'message',
  'custom',
  'terms',
  'offered_to',
  'asked',
  'due_kind',
  'due_at',
  'breached_at',
  'merged_into',
  'contact_ms',
  'response_ms',
  'qualified_ms',
  'closed_ms',
  'breached_rep_id',
] as const satisfies readonly (keyof LeadRow)[]

/** Where a lead is and how it got there: what moves change, and an undo puts back. */
export const PLACE_COLUMNS = [
  'status',
  'stage',
  'grade_rank',
  'score',
  'is_held',
  'is_pinned',
  'is_by_hand',
  'rep_id',
  'rule_no',
  'wait_code',
  'wait_detail',
  'placed_at',
  'touched_at',
  'assign_ms',
  'attempt_ms',
  'decision_seq',
  // Behind the rest: traces kept before offers were there end here.
  'terms',
  'offered_to',
  'asked',
  'due_kind',
  'due_at',
  'breached_at',
  'merged_into',
  // Likewise, of traces kept before reports asked for these.
  'contact_ms',
  'response_ms',
  'qualified_ms',
  'closed_ms',
  'breached_rep_id',
  'flags',
] as const satisfies readonly (keyof LeadRow)[]
export type Place = Pick<LeadRow, (typeof PLACE_COLUMNS)[number]>

/** Moves by rules leave these alone, so that the index over all leads need not be touched. */
const GRADE_AND_STAGE = [
  'stage',
  'grade_rank',
  'score',
  'touched_at',
  'attempt_ms',
  'contact_ms',
  'response_ms',
  'qualified_ms',
  'closed_ms',
] as const satisfies readonly (keyof Place)[]
const MOVE_COLUMNS = PLACE_COLUMNS.filter((column) => !(GRADE_AND_STAGE as readonly string[]).includes(column))

const assignments = (columns: readonly string[]): string => columns.map((column) => `${column} = ?`).join(', ')

/** The statements on `leads` and `arrivals` that are used for every lead. */
export class LeadBook {
  readonly #insert: Statement<unknown[], unknown>
  readonly #arrive: Statement<unknown[], unknown>
  readonly #lastId: Statement<[], number>
  readonly #read: Statement<[number], LeadRow>
  readonly #card: Statement<[number], CardRow>
  readonly #move: Statement<unknown[], unknown>
  readonly #place: Statement<unknown[], unknown>
  readonly #seen: Statement<[number, number], unknown>
  readonly #due: Statement<[number | null, number | null, number, number], unknown>
  readonly #db: Database
  readonly #tried: Tried | null
  #nextId: number | null = null

  /** Without `tried`, only to read. */
  constructor(db: Database, tried: Tried | null = null) {
    this.#db = db
    this.#tried = tried
    this.#insert = db.prepare(`insert into leads (${COLUMNS.join(', ')}) values (${COLUMNS.map(() => '?').join(', ')})`)
    this.#arrive = db.prepare(
      `insert into arrivals (seq, lead_id, source_id, key_hash, key, matched_batch_id, raw_kind, raw) values (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    // Leads that were taken back still stand in the history, and their numbers are not given again.
    this.#lastId = db
      .prepare<[], number>(
        `select max(coalesce((select max(id) from leads), 0), coalesce((select max(lead_id) from events where lead_id is not null), 0))`,
      )
      .pluck()
    this.#read = db.prepare(`select ${COLUMNS.join(', ')} from leads where id = ?`)
    this.#card = db.prepare(`select ${CARD_COLUMNS} from leads where id = ?`)
    this.#move = db.prepare(`update leads set ${assignments(MOVE_COLUMNS)} where id = ?`)
    this.#place = db.prepare(`update leads set ${assignments(PLACE_COLUMNS)} where id = ?`)
    this.#due = db.prepare('update leads set due_kind = ?, due_at = ?, flags = flags | ? where id = ?')
    this.#seen = db.prepare('update leads set seen_at = ? where id = ?')
  }

  /** The number the next lead will have. */
  nextId(): LeadId {
    return (this.#nextId ??= (this.#lastId.get() ?? 0) + 1) as LeadId
  }

  insert(row: LeadRow): void {
    this.#insert.run(COLUMNS.map((column) => row[column]))
    this.#nextId = row.id + 1
    if (row.status === WAITING && row.is_held === 0) this.#tried?.add(row.id)
  }

  arrive(arrival: {
    seq: number
    leadId: number
    sourceId: SourceId
    keyHash: number
    key: string
    matchedBatchId: number | null
    rawKind: number
    raw: string | null
  }): void {
    const { seq, leadId, sourceId, keyHash, key, matchedBatchId, rawKind, raw } = arrival
    this.#arrive.run(seq, leadId, sourceId, keyHash, key, matchedBatchId, rawKind, raw)
  }

  read(id: LeadId): LeadRow | undefined {
    return this.#read.get(id)
  }

  card(id: LeadId): CardRow | undefined {
    return this.#card.get(id)
  }

  /** Writes where it is now, by the shorter statement when grade and stage stay. */
  place(id: LeadId, before: Place, after: Place): void {
    if (GRADE_AND_STAGE.every((column) => before[column] === after[column])) {
      this.#move.run(...MOVE_COLUMNS.map((column) => after[column]), id)
    } else {
      this.#place.run(...PLACE_COLUMNS.map((column) => after[column]), id)
    }
    if (after.status === WAITING && after.is_held === 0) this.#tried?.add(id)
    else this.#tried?.left(id)
  }

  /** Writes fields by name; for steps a person takes, one lead at a time. */
  setFields(id: LeadId, fields: Partial<LeadRow>): void {
    const names = Object.keys(fields)
    this.#db.prepare(`update leads set ${assignments(names)} where id = ?`).run(...Object.values(fields), id)
    this.#tried?.add(id)
  }

  setDue(id: LeadId, kind: number | null, at: number | null): void {
    this.#due.run(kind, at, kind === DUE_CONTACT ? CONTACT_CLOCK : 0, id)
  }

  seen(id: LeadId, at: number): void {
    this.#seen.run(at, id)
  }

  forget(): void {
    this.#nextId = null
  }
}

export function placeOf(row: LeadRow): Place {
  return Object.fromEntries(PLACE_COLUMNS.map((column) => [column, row[column]])) as unknown as Place
}
