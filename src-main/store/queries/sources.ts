import type { Database, Statement } from 'better-sqlite3'
import type { EpochMs, Source, SourceId } from '../../contract/index.ts'
import { sourceKindCode } from '../codes.ts'

interface SourceRow {
  id: SourceId
  name: string
  kind: number
  leads: number
  dayKey: string
  dayCount: number
  lastLeadAt: EpochMs | null
}

/** Where leads come from, with their counts, kept in memory and written once a transaction. */
export class Sources {
  readonly #read: Statement<[], SourceRow>
  readonly #add: Statement<[string, number], unknown>
  readonly #save: Statement<unknown[], unknown>
  readonly #rename: Statement<[string, number], unknown>
  readonly #owners: Statement<[number, number], number>
  #sources: Map<SourceId, SourceRow> | null = null
  readonly #changed = new Set<SourceId>()

  constructor(db: Database) {
    this.#read = db.prepare(
      'select id, name, kind, leads, day_key as dayKey, day_count as dayCount, last_lead_at as lastLeadAt from sources order by id',
    )
    this.#add = db.prepare("insert into sources (name, kind, leads, day_key, day_count) values (?, ?, 0, '', 0)")
    this.#rename = db.prepare('update sources set name = ? where id = ?')
    this.#owners = db
      .prepare<[number, number], number>(
        'select (select count(*) from forms where source_id = ?) + (select count(*) from inboxes where source_id = ?)',
      )
      .pluck()
    this.#save = db.prepare('update sources set leads = ?, day_key = ?, day_count = ?, last_lead_at = ? where id = ?')
  }

  #all(): Map<SourceId, SourceRow> {
    return (this.#sources ??= new Map(this.#read.all().map((row) => [row.id, row])))
  }

  get(id: SourceId): SourceRow | undefined {
    return this.#all().get(id)
  }

  find(name: string, kind: Source['kind']): SourceId | null {
    const code = sourceKindCode.number(kind)
    for (const row of this.#all().values()) if (row.name === name && row.kind === code) return row.id
    return null
  }

  add(name: string, kind: Source['kind']): SourceId {
    const id = Number(this.#add.run(name, sourceKindCode.number(kind)).lastInsertRowid) as SourceId
    this.#sources = null
    return id
  }

  /**
   * Follows the form or inbox it belongs to. Not to a name that another source of the kind has, and not when several share it: then it
   * keeps the one it has.
   */
  rename(id: SourceId, name: string): void {
    const row = this.get(id)
    if (row === undefined || this.find(name, sourceKindCode.word(row.kind)) !== null) return
    if (this.#owners.get(id, id) !== 1) return
    this.#rename.run(name, id)
    row.name = name
  }

  /** Leads came in (or, with a negative number, were taken back) on that day. */
  count(id: SourceId, leads: number, day: string, at: EpochMs | null): void {
    const row = this.get(id)
    if (row === undefined) return
    row.leads += leads
    if (row.dayKey === day) row.dayCount += leads
    else if (leads > 0) [row.dayKey, row.dayCount] = [day, leads]
    if (at !== null) row.lastLeadAt = at
    this.#changed.add(id)
  }

  /** As the screens list them, on that day. */
  cards(day: string): Source[] {
    return [...this.#all().values()].map((row) => ({
      id: row.id,
      name: row.name,
      kind: sourceKindCode.word(row.kind),
      leads: row.leads,
      leadsToday: row.dayKey === day ? row.dayCount : 0,
      lastLeadAt: row.lastLeadAt,
    }))
  }

  /** Leads that came in on that day, from everywhere. */
  countOn(day: string): number {
    let leads = 0
    for (const row of this.#all().values()) if (row.dayKey === day) leads += row.dayCount
    return leads
  }

  flush(): void {
    for (const id of this.#changed) {
      const row = this.get(id)
      if (row !== undefined) this.#save.run(row.leads, row.dayKey, row.dayCount, row.lastLeadAt, id)
    }
    this.#changed.clear()
  }

  forget(): void {
    this.#sources = null
    this.#changed.clear()
  }
}
