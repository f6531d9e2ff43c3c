import type { Database, Statement } from 'better-sqlite3'
import type { EpochMs, LeadId, RepId } from '../../contract/index.ts'
import { endingCode } from '../codes.ts'
import { offeredIn } from './carriers.ts'
import type { Place } from './leads.ts'

type Ending = ReturnType<typeof endingCode.word>

/** Each offer to each rep, one by one, with how it ended: what reports count. */
export class OfferBook {
  readonly #make: Statement<[EpochMs, LeadId, RepId, number | null], unknown>
  readonly #end: Statement<[EpochMs, number, LeadId, RepId], unknown>
  readonly #forget: Statement<[EpochMs, LeadId], unknown>

  constructor(db: Database) {
    // One that a step took away stands again when that step is undone.
    this.#make = db.prepare(
      `insert into offers (offered_at, lead_id, rep_id, rule_no) values (?, ?, ?, ?)
       on conflict do update set ended_at = null, ending = null`,
    )
    this.#end = db.prepare(
      'update offers indexed by offers_standing set ended_at = ?, ending = ? where lead_id = ? and rep_id = ? and ending is null',
    )
    this.#forget = db.prepare('delete from offers where offered_at = ? and lead_id = ?')
  }

  make(leadId: LeadId, repIds: readonly RepId[], ruleNo: number | null, at: EpochMs): void {
    for (const repId of repIds) this.#make.run(at, leadId, repId, ruleNo)
  }

  end(leadId: LeadId, repIds: readonly RepId[], ending: Ending, at: EpochMs): void {
    for (const repId of repIds) this.#end.run(at, endingCode.number(ending), leadId, repId)
  }

  /** Follows a lead from place to place. An offer that is gone and was not said to have ended was withdrawn. */
  follow(leadId: LeadId, before: Place, after: Place, at: EpochMs): void {
    const [had, has] = [offeredIn(before), offeredIn(after)]
    if (had.length === 0 && has.length === 0) return
    const isSame = before.placed_at === after.placed_at
    this.end(leadId, isSame ? had.filter((repId) => !has.includes(repId)) : had, 'withdrawn', at)
    this.make(leadId, isSame ? has.filter((repId) => !had.includes(repId)) : has, after.rule_no, after.placed_at)
  }

  /** The lead was never taken in. */
  forget(leadId: LeadId, at: EpochMs): void {
    this.#forget.run(at, leadId)
  }
}
