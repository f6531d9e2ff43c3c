import { DeskError, type LeadId, type LeadPair, type Seq } from '../../contract/index.ts'
import { DISCARDED, statusCode } from '../codes.ts'
import type { Ground } from '../ground.ts'
import type { Step } from '../port-shapes.ts'
import { CARD_COLUMNS, type CardRow, cardOf } from './lead-rows.ts'

const DUPLICATE = statusCode.number('duplicate')

interface PairRow {
  id: LeadId
  otherId: LeadId
  isByPhone: number
}

/** Leads that may be another one, newest first; those merged or discarded since are no question any more. */
export function possibleDuplicates(
  ground: Ground,
  after: string | null,
  limit: number,
): { pairs: LeadPair[]; next: string | null } {
  const before = after === null ? Number.MAX_SAFE_INTEGER : Number(after)
  if (!Number.isSafeInteger(before)) throw new DeskError('bad-input', { field: 'after', reason: 'not a place in this list' })
  const rows = ground.db
    .prepare<[number, number], PairRow>(
      `select a.id, b.id as otherId, a.phone_hash is not null and a.phone_hash = b.phone_hash as isByPhone
       from leads a indexed by leads_possible join leads b on b.id = a.possible_duplicate_of
       where a.possible_duplicate_of is not null and a.id < ? and a.status not in (${DUPLICATE}, ${DISCARDED})
         and b.status not in (${DUPLICATE}, ${DISCARDED})
       order by a.id desc limit ?`,
    )
    .all(before, limit + 1)
  const card = ground.db.prepare<[number], CardRow>(`select ${CARD_COLUMNS} from leads where id = ?`)
  const pairs = rows.slice(0, limit).flatMap(({ id, otherId, isByPhone }): LeadPair[] => {
    const [lead, other] = [card.get(id), card.get(otherId)]
    if (lead === undefined || other === undefined) return []
    return [{ lead: cardOf(lead, ground.names), other: cardOf(other, ground.names), by: isByPhone === 1 ? 'phone' : 'email' }]
  })
  return { pairs, next: rows.length > limit ? String(rows[limit - 1]?.id) : null }
}

export function tellApart(ground: Ground, leadId: LeadId, step: Step): Seq[] {
  const row = ground.leads.read(leadId)
  if (row === undefined) throw new DeskError('lead-not-found', { lead: String(leadId) })
  const otherId = row.possible_duplicate_of
  if (otherId === null) return []
  ground.leads.setFields(leadId, { possible_duplicate_of: null })
  const undo: ApartTrace = { possibleDuplicateOf: otherId }
  return [ground.events.append({ type: 'lead-told-apart', ...step, leadId, repId: row.rep_id, data: { otherId }, undo })]
}

/** How telling two apart is undone. */
export interface ApartTrace {
  possibleDuplicateOf: LeadId
}
