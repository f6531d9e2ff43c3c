import type { RepId } from '../../contract/index.ts'
import { ASSIGNED, FIRST_CLOSED_STAGE, OFFERED } from '../codes.ts'
import { repsIn } from './lead-rows.ts'
import type { Place } from './leads.ts'

type Carrying = Pick<Place, 'status' | 'stage' | 'rep_id' | 'offered_to'>

/** Whose open leads it counts among: its owner's, or all it is offered to (R10). */
export function carriersOf(place: Carrying): RepId[] {
  if (place.stage >= FIRST_CLOSED_STAGE) return []
  if (place.status === ASSIGNED && place.rep_id !== null) return [place.rep_id]
  return offeredIn(place)
}

/** All it is offered to; nobody unless it is offered. */
export const offeredIn = (place: Pick<Place, 'status' | 'offered_to'>): RepId[] =>
  place.status === OFFERED ? repsIn(place.offered_to) : []
