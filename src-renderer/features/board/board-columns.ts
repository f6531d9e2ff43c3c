import type { LeadId, RepId } from '../../../src-main/contract/index.ts'
import type { DeskState } from '../../state/desk-state.ts'
import { newestFirst, offersByRep, openLeadsByRep } from '../../state/selectors.ts'

export type Columns = ReadonlyMap<RepId, readonly LeadId[]>

/**
 * What each rep must accept, then their open leads, newest first, with dragged cards where they were dropped. Columns that stay the
 * same keep their array.
 */
export function boardColumns(state: Pick<DeskState, 'leads' | 'overlays'>, before: Columns): Columns {
  const moved = movedLeads(state)
  const columns = new Map<RepId, readonly LeadId[]>()
  for (const [repId, leads] of openLeadsByRep(state)) {
    const ids = leads
      .filter((lead) => !moved.has(lead.id))
      .sort(newestFirst)
      .map((lead) => lead.id)
    columns.set(repId, ids)
  }
  for (const [repId, offers] of offersByRep(state)) {
    const ids = offers.filter((lead) => !moved.has(lead.id)).map((lead) => lead.id)
    columns.set(repId, [...ids, ...(columns.get(repId) ?? [])])
  }
  for (const [id, repId] of moved) columns.set(repId, [id, ...(columns.get(repId) ?? [])])
  for (const [repId, ids] of columns) {
    const was = before.get(repId)
    if (was !== undefined && isSame(was, ids)) columns.set(repId, was)
  }
  return columns
}

/** Where leads are shown while their command runs. */
export function movedLeads({ overlays }: Pick<DeskState, 'overlays'>): Map<LeadId, RepId> {
  const moved = new Map<LeadId, RepId>()
  for (const { leadIds, repId } of overlays.values()) for (const id of leadIds) moved.set(id, repId)
  return moved
}

function isSame(a: readonly LeadId[], b: readonly LeadId[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at])
}
