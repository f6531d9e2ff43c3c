import type { LeadId, RepId, Stage } from '../../../src-main/contract/index.ts'
import type { DeskState, Destination } from '../../state/desk-state.ts'

export type Columns = ReadonlyMap<RepId, readonly LeadId[]>

/**
 * What each rep must accept, then their open leads, newest first, with dragged cards where they were dropped. Columns that stay the
 * same keep their array.
 */
export function boardColumns({ repLeads, overlays }: Pick<DeskState, 'repLeads' | 'overlays'>, before: Columns): Columns {
  const { open, offers } = repLeads
  const moved = movedLeads({ overlays })
  const isHere = (id: LeadId): boolean => repOf(moved.get(id)) === null
  const columns = new Map<RepId, readonly LeadId[]>(open)
  for (const [repId, ids] of offers) columns.set(repId, [...ids, ...(open.get(repId) ?? [])])
  if (moved.size > 0) for (const [repId, ids] of columns) columns.set(repId, ids.filter(isHere))
  for (const [id, to] of moved) {
    const repId = repOf(to)
    if (repId !== null) columns.set(repId, [id, ...(columns.get(repId) ?? [])])
  }
  for (const [repId, ids] of columns) {
    const was = before.get(repId)
    if (was !== undefined && isSame(was, ids)) columns.set(repId, was)
  }
  return columns
}

/** Where leads are shown while their command runs. */
export function movedLeads({ overlays }: Pick<DeskState, 'overlays'>): Map<LeadId, Destination> {
  const moved = new Map<LeadId, Destination>()
  for (const { leadIds, to } of overlays.values()) for (const id of leadIds) moved.set(id, to)
  return moved
}

const repOf = (to: Destination | undefined): RepId | null => (to !== undefined && 'repId' in to ? to.repId : null)

/** The cards of a stage's column: those just dropped there, then what its list has, without what was dropped elsewhere. */
export function stageColumn(state: Pick<DeskState, 'overlays'>, stage: Stage, listed: readonly LeadId[]): readonly LeadId[] {
  if (state.overlays.size === 0) return listed
  const moved = new Map([...movedLeads(state)].flatMap(([id, to]) => ('stage' in to ? [[id, to.stage] as const] : [])))
  if (moved.size === 0) return listed
  const here = [...moved].filter(([, to]) => to === stage).map(([id]) => id)
  return [...here, ...listed.filter((id) => !moved.has(id))]
}

function isSame(a: readonly LeadId[], b: readonly LeadId[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at])
}
