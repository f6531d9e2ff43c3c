import { DeskError, type LeadId, type Seq } from '../../contract/index.ts'
import { statusCode } from '../codes.ts'
import type { Ground } from '../ground.ts'
import type { Router, Step } from '../port-shapes.ts'
import { NO_CLOCKS } from './clocks.ts'
import { type Gained, empty, fill, gainsOf } from './gains.ts'
import { type Trace, leadToMove, move } from './moves.ts'
import { rescoreLead } from './rescore.ts'

const DUPLICATE = statusCode.number('duplicate')

/** How a merge is undone besides the place of the one that went: the fields of the one that stays become empty again. */
export interface MergeTrace extends Trace {
  gained?: Gained[]
}

/**
 * One lead goes into another (R30, edge case 11): the one that stays keeps owner, clocks and history, and gains what it lacked; the
 * other becomes its duplicate, leaves its rep, and can be brought back by undo. Two steps, newest last, undone together.
 */
export function merge(ground: Ground, leadId: LeadId, otherId: LeadId, router: Router, step: Step): Seq[] {
  if (leadId === otherId) throw new DeskError('merge-refused', { reason: 'same-lead' })
  const [stays, goes] = [leadToMove(ground, leadId), leadToMove(ground, otherId)]
  if (stays.status === DUPLICATE || goes.status === DUPLICATE) throw new DeskError('merge-refused', { reason: 'already-merged' })
  const gained = gainsOf(stays, goes)
  fill(ground, leadId, gained, goes)
  const place = {
    ...NO_CLOCKS,
    status: DUPLICATE,
    rep_id: null,
    is_held: 0,
    is_pinned: 0,
    is_by_hand: 1,
    rule_no: null,
    wait_code: null,
    wait_detail: null,
    placed_at: step.at,
    merged_into: leadId,
  }
  const gone = move(ground, goes, place, step.at, [])
  // It stays where it is: what becomes of it until an undo is no part of the merge. Its score is, when that comes of what it gained.
  const { score, grade_rank } = stays
  const kept: MergeTrace = {
    place: gained.length === 0 ? {} : { score, grade_rank },
    carried: [],
    given: null,
    turns: [],
    gained,
  }
  const first = ground.events.append({
    type: 'lead-merged',
    ...step,
    leadId,
    repId: stays.rep_id,
    data: { otherId, fields: [...gained] },
    undo: kept,
  })
  const second = ground.events.append({
    type: 'lead-merged',
    ...step,
    leadId: otherId,
    repId: goes.rep_id,
    data: { intoId: leadId },
    undo: gone,
  })
  ground.search.refresh(leadId)
  // What it gained may make it another grade (R32); undo puts the old one back with its place.
  const whole = ground.leads.read(leadId)
  if (gained.length > 0 && whole !== undefined) rescoreLead(ground, whole, router)
  return [first, second]
}

/** The fields a merge filled, emptied again. */
export function unfill(ground: Ground, leadId: LeadId, { gained = [] }: MergeTrace): void {
  if (gained.length === 0) return
  empty(ground, leadId, gained)
  ground.search.refresh(leadId)
}
