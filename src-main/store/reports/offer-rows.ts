import type { RepId } from '../../contract/index.ts'
import { endingCode } from '../codes.ts'
import type { Period } from './period.ts'

export interface Offer {
  repId: RepId
  ruleNo: number | null
  /** Null while it stands. */
  ending: ReturnType<typeof endingCode.word> | null
  /** How long it stood. */
  ms: number
}

/** The offers made in the period, of whatever leads: a claim is one to each rep. */
export function offersMade({ db, from, to }: Period): Offer[] {
  const rows = db
    .prepare<[number, number], [RepId, number | null, number | null, number]>(
      `select rep_id, rule_no, ending, coalesce(ended_at - offered_at, 0) from offers where offered_at >= ? and offered_at < ?`,
    )
    .raw()
    .all(from, to)
  return rows.map(([repId, ruleNo, ending, ms]) => ({ repId, ruleNo, ending: endingCode.wordOrNull(ending), ms }))
}
