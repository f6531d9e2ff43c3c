import { DeskError, type LeadId, type Seq } from '../../contract/index.ts'
import { statusCode } from '../codes.ts'
import type { Ground } from '../ground.ts'
import type { Router, Step } from '../port.ts'
import { NO_CLOCKS } from './clocks.ts'
import type { LeadRow } from './lead-rows.ts'
import { type Trace, leadToMove, move } from './moves.ts'
import { rescoreLead } from './rescore.ts'

const DUPLICATE = statusCode.number('duplicate')

/** What the one that stays takes over where it has nothing of its own. */
const GAINED = [
  'name',
  'first_name',
  'last_name',
  'email',
  'email2',
  'phone',
  'phone2',
  'company',
  'title',
  'website',
  'industry',
  'address',
  'city',
  'region',
  'postal_code',
  'country',
  'language',
  'product',
  'message',
  'currency',
  'employees',
  'revenue',
  'value',
] as const satisfies readonly (keyof LeadRow)[]

/** How a merge is undone besides the place of the one that went: the fields of the one that stays become empty again. */
export interface MergeTrace extends Trace {
  gained?: (typeof GAINED)[number][]
}

/**
 * One lead goes into another (R30, edge case 11): the one that stays keeps owner, clocks and history, and gains what it lacked; the
 * other becomes its duplicate, leaves its rep, and can be brought back by undo. Two steps, newest last, undone together.
 */
export function merge(ground: Ground, leadId: LeadId, otherId: LeadId, router: Router, step: Step): Seq[] {
  if (leadId === otherId) throw new DeskError('merge-refused', { reason: 'same-lead' })
  const [stays, goes] = [leadToMove(ground, leadId), leadToMove(ground, otherId)]
  if (stays.status === DUPLICATE || goes.status === DUPLICATE) throw new DeskError('merge-refused', { reason: 'already-merged' })
  const gained = GAINED.filter((field) => isEmpty(stays[field]) && !isEmpty(goes[field]))
  const unchanged = move(ground, stays, {}, step.at, [])
  if (gained.length > 0) ground.leads.setFields(leadId, Object.fromEntries(gained.map((field) => [field, goes[field]])))
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
  const kept: MergeTrace = { ...unchanged, gained }
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
  ground.leads.setFields(leadId, Object.fromEntries(gained.map((field) => [field, null])))
  ground.search.refresh(leadId)
}

const isEmpty = (value: unknown): boolean => value === null || value === ''
