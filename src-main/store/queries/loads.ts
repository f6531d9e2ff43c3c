import type { Database, Statement } from 'better-sqlite3'
import type { EpochMs, RepId } from '../../contract/index.ts'
import { dayKey, hourKey } from '../../lib/working-time.ts'

/** What a rep carries and was given; a row of `rep_load`. Days and hours are the desk's. */
export interface Load {
  /** Owned and open, and offers pending. */
  openLeads: number
  /** How many of those are offers. */
  offersPending: number
  dayKey: string
  dayCount: number
  hourKey: string
  hourCount: number
  lastGivenAt: EpochMs | null
  /** Offers let run out in a row. */
  missedOffers: number
}

/** The loads of all reps, read once and written once a transaction, by `flush`. */
export class Loads {
  readonly #read: Statement<[], Load & { repId: RepId }>
  readonly #save: Statement<unknown[], unknown>
  #loads: Map<RepId, Load> | null = null
  readonly #changed = new Set<RepId>()

  constructor(db: Database) {
    this.#read = db.prepare(
      `select rep_id as repId, open_leads as openLeads, offers_pending as offersPending, day_key as dayKey, day_count as dayCount,
         hour_key as hourKey, hour_count as hourCount, last_given_at as lastGivenAt, missed_offers as missedOffers
       from rep_load`,
    )
    this.#save = db.prepare(
      `update rep_load set open_leads = ?, offers_pending = ?, day_key = ?, day_count = ?, hour_key = ?, hour_count = ?,
         last_given_at = ?, missed_offers = ?
       where rep_id = ?`,
    )
  }

  all(): ReadonlyMap<RepId, Load> {
    return (this.#loads ??= new Map(this.#read.all().map(({ repId, ...load }) => [repId, load])))
  }

  of(repId: RepId): Readonly<Load> | undefined {
    return this.all().get(repId)
  }

  /** The load itself, to be changed now; null for a rep nobody knows. */
  change(repId: RepId): Load | null {
    const load = this.all().get(repId)
    if (load === undefined) return null
    this.#changed.add(repId)
    return load
  }

  give(repId: RepId, at: EpochMs, zone: string): void {
    const load = this.change(repId)
    if (load === null) return
    const [day, hour] = [dayKey(at, zone), hourKey(at, zone)]
    load.dayCount = load.dayKey === day ? load.dayCount + 1 : 1
    load.dayKey = day
    load.hourCount = load.hourKey === hour ? load.hourCount + 1 : 1
    load.hourKey = hour
    load.lastGivenAt = at
  }

  ungive(repId: RepId, at: EpochMs, zone: string): void {
    const load = this.change(repId)
    if (load === null) return
    if (load.dayKey === dayKey(at, zone)) load.dayCount = Math.max(0, load.dayCount - 1)
    if (load.hourKey === hourKey(at, zone)) load.hourCount = Math.max(0, load.hourCount - 1)
  }

  put(repId: RepId, { openLeads, dayKey: day, dayCount, hourKey: hour, hourCount, lastGivenAt }: Load): void {
    const load = this.change(repId)
    if (load !== null) Object.assign(load, { openLeads, dayKey: day, dayCount, hourKey: hour, hourCount, lastGivenAt })
  }

  givenOn(day: string): number {
    let given = 0
    for (const load of this.all().values()) if (load.dayKey === day) given += load.dayCount
    return given
  }

  flush(): void {
    for (const repId of this.#changed) {
      const load = this.of(repId)
      if (load === undefined) continue
      const { openLeads, offersPending, dayKey, dayCount, hourKey, hourCount, lastGivenAt, missedOffers } = load
      this.#save.run(openLeads, offersPending, dayKey, dayCount, hourKey, hourCount, lastGivenAt, missedOffers, repId)
    }
    this.#changed.clear()
  }

  forget(): void {
    this.#loads = null
    this.#changed.clear()
  }
}
