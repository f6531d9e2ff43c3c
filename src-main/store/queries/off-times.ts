import type { Database, Statement } from 'better-sqlite3'
import type { EpochMs, RepId } from '../../contract/index.ts'
import { holidaysBetween } from '../../lib/holidays.ts'
import { type Interval, mergeIntervals } from '../../lib/working-calendar.ts'

const DAY_MS = 24 * 3_600_000
/** How far around a moment off times are kept at hand, and how long ahead of it they must at least reach. */
const BACK_MS = 60 * DAY_MS
const AHEAD_MS = 400 * DAY_MS
const AT_LEAST_AHEAD_MS = 366 * DAY_MS

/**
 * When reps are off, whatever their hours: time off, holidays, and what their calendars say. Kept merged for a year ahead; looked
 * up anew when time has gone on, or after `forget`.
 */
export class OffTimes {
  readonly #read: Statement<[EpochMs, EpochMs, EpochMs, EpochMs], Interval & { repId: RepId }>
  #horizon: Interval | null = null
  #spells: ReadonlyMap<RepId, Interval[]> = new Map()
  readonly #off = new Map<RepId, { region: string | null; zone: string; off: readonly Interval[] }>()

  constructor(db: Database) {
    this.#read = db.prepare(
      `select rep_id as repId, from_at as "from", to_at as "to" from time_off where to_at > ? and from_at < ?
       union all
       select rep_id, from_at, to_at from busy_spells join calendars on id = calendar_id where to_at > ? and from_at < ?`,
    )
  }

  /** In order and merged, as `WorkingCalendar` wants them; the same array until something changes. */
  of(repId: RepId, region: string | null, zone: string, at: EpochMs): readonly Interval[] {
    const horizon = this.#around(at)
    const known = this.#off.get(repId)
    if (known !== undefined && known.region === region && known.zone === zone) return known.off
    const off = this.#merge(this.#spells.get(repId), region, zone, horizon)
    this.#off.set(repId, { region, zone, off })
    return off
  }

  /** Until then answers about now stay good, as far as time off goes. */
  goodUntil(at: EpochMs): EpochMs {
    return this.#around(at).to - AT_LEAST_AHEAD_MS
  }

  /** The same over any period, for who looks back or far ahead. */
  between(from: EpochMs, to: EpochMs): (repId: RepId, region: string | null, zone: string) => Interval[] {
    const spells = this.#spellsIn({ from, to })
    return (repId, region, zone) => this.#merge(spells.get(repId), region, zone, { from, to })
  }

  forget(): void {
    this.#horizon = null
    this.#off.clear()
  }

  #around(at: EpochMs): Interval {
    const known = this.#horizon
    if (known !== null && at >= known.from && at < known.to - AT_LEAST_AHEAD_MS) return known
    const horizon = { from: at - BACK_MS, to: at + AHEAD_MS }
    this.#off.clear()
    this.#spells = this.#spellsIn(horizon)
    return (this.#horizon = horizon)
  }

  #spellsIn({ from, to }: Interval): ReadonlyMap<RepId, Interval[]> {
    const spells = new Map<RepId, Interval[]>()
    for (const { repId, ...spell } of this.#read.all(from, to, from, to)) {
      const list = spells.get(repId)
      if (list === undefined) spells.set(repId, [spell])
      else list.push(spell)
    }
    return spells
  }

  #merge(spells: readonly Interval[] = [], region: string | null, zone: string, { from, to }: Interval): Interval[] {
    if (region === null && spells.length === 0) return []
    return mergeIntervals([...spells, ...holidaysBetween(region, zone, from, to)])
  }
}
