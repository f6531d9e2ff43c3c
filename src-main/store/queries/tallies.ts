import type { Database, Statement } from 'better-sqlite3'

interface TallyRow {
  status: number
  isHeld: number
  leads: number
}

/** How many leads are where, kept beside the leads: counting a million takes a second. Written once a transaction, by `flush`. */
export class Tallies {
  readonly #read: Statement<[], TallyRow>
  readonly #save: Statement<[number, number, number], unknown>
  readonly #drop: Statement<[number, number], unknown>
  #leads: Map<number, number> | null = null
  readonly #changed = new Set<number>()

  constructor(db: Database) {
    this.#read = db.prepare('select status, is_held as isHeld, leads from tallies')
    this.#save = db.prepare(
      'insert into tallies (status, is_held, leads) values (?, ?, ?) on conflict (status, is_held) do update set leads = excluded.leads',
    )
    this.#drop = db.prepare('delete from tallies where status = ? and is_held = ?')
  }

  #all(): Map<number, number> {
    return (this.#leads ??= new Map(this.#read.all().map((row) => [row.status * 2 + row.isHeld, row.leads])))
  }

  add(status: number, isHeld: number, leads: number): void {
    const place = status * 2 + isHeld
    const all = this.#all()
    all.set(place, (all.get(place) ?? 0) + leads)
    this.#changed.add(place)
  }

  /** Leads with that status, held ones included. */
  withStatus(status: number): number {
    return this.of(status, 0) + this.of(status, 1)
  }

  of(status: number, isHeld: number): number {
    return this.#all().get(status * 2 + isHeld) ?? 0
  }

  total(): number {
    let total = 0
    for (const leads of this.#all().values()) total += leads
    return total
  }

  flush(): void {
    for (const place of this.#changed) {
      const [status, isHeld, leads] = [place >> 1, place & 1, this.#all().get(place) ?? 0]
      if (leads === 0) this.#drop.run(status, isHeld)
      else this.#save.run(status, isHeld, leads)
    }
    this.#changed.clear()
  }

  forget(): void {
    this.#leads = null
    this.#changed.clear()
  }
}
