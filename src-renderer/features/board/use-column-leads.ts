import { useState } from 'react'
import type { LeadId, RepCard } from '../../../src-main/contract/index.ts'
import { useDesk, useDeskShallow } from '../../state/hooks.ts'
import { useLeadList } from '../../state/use-lead-list.ts'
import { movedLeads } from './board-columns.ts'
import { type BoardFilters, cardFilter, fitsCard, narrowsCards } from './board-filters.ts'

export interface ColumnLeads {
  ids: readonly LeadId[]
  /** How many more there are than are listed; null when that is not known. */
  more: number | null
  readMore: () => void
}

/**
 * The cards of a rep: what the page knows of them at first, and the desk's own list from when somebody scrolls on, or narrows the board.
 * `known` are dropped cards and offers, then open leads.
 */
export function useColumnLeads(rep: RepCard, known: readonly LeadId[], filters: BoardFilters): ColumnLeads {
  const [isReading, setIsReading] = useState(false)
  const isNarrowed = narrowsCards(filters)
  const list = useLeadList(
    isReading || isNarrowed ? { filter: { repId: rep.id, isOpen: true, ...cardFilter(filters) }, order: 'newest' } : null,
  )
  const hasList = (isReading || isNarrowed) && list.isReady
  const ids = useDeskShallow((state) => {
    const { leads } = state
    const fits = (id: LeadId): boolean => {
      const lead = leads.get(id)
      return lead !== undefined && (!isNarrowed || fitsCard(lead, filters))
    }
    if (!hasList || list.isStale) return known.filter(fits)
    const moved = movedLeads(state)
    const isAbove = (id: LeadId): boolean => moved.has(id) || leads.get(id)?.status === 'offered'
    return [...known.filter((id) => isAbove(id) && fits(id)), ...list.ids.filter((id) => !isAbove(id))]
  })
  // Claims count for everyone they are offered to, but stand with what waits.
  const offeredHere = useDesk((state) => known.filter((id) => state.leads.get(id)?.status === 'offered').length)
  const all = rep.openLeads - rep.offersPending + offeredHere
  const more = hasList && !list.hasMore ? 0 : isNarrowed ? null : Math.max(hasList ? 1 : 0, all - ids.length)
  return {
    ids,
    more,
    readMore: () => {
      if (hasList) list.readMore()
      else setIsReading(true)
    },
  }
}
