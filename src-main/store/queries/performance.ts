import type { Database, Statement } from 'better-sqlite3'
import type { EpochMs, RepFacts, RepId } from '../../contract/index.ts'
import { ASSIGNED, FIRST_CLOSED_STAGE, WON } from '../codes.ts'

type Wins = Pick<RepFacts, 'wonLately' | 'closedLately'>

/** Leads won, and won or lost, by who owns them (`top-performer`, R16). Counted once a day and window, unless forgotten. */
export class Performance {
  readonly #count: Statement<[RepId, EpochMs], Wins>
  #known: { day: number; windowMs: number; wins: Map<RepId, Wins> } | null = null

  constructor(db: Database) {
    this.#count = db.prepare(
      `select count(*) as closedLately, coalesce(sum(stage = ${WON}), 0) as wonLately from leads indexed by leads_of_rep
       where rep_id = ? and received_at > ? and status = ${ASSIGNED} and stage >= ${FIRST_CLOSED_STAGE}`,
    )
  }

  /** Of leads received in the `windowMs` before `at`; `day` is the number of the desk's day. */
  of(repId: RepId, at: EpochMs, day: number, windowMs: number): Wins {
    if (this.#known?.day !== day || this.#known.windowMs !== windowMs) this.#known = { day, windowMs, wins: new Map() }
    let wins = this.#known.wins.get(repId)
    if (wins === undefined)
      this.#known.wins.set(repId, (wins = this.#count.get(repId, at - windowMs) ?? { wonLately: 0, closedLately: 0 }))
    return wins
  }

  forget(): void {
    this.#known = null
  }
}
