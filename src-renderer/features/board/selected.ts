import { createContext, useContext, useMemo, useState } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'

export interface Selected {
  ids: ReadonlySet<LeadId>
  toggle: (id: LeadId) => void
  clear: () => void
}

export const SelectedContext = createContext<Selected>({ ids: new Set(), toggle: () => undefined, clear: () => undefined })

export function useSelectedCards(): Selected {
  return useContext(SelectedContext)
}

/** The cards a person has marked, to be moved together. */
export function useSelected(): Selected {
  const [ids, setIds] = useState<ReadonlySet<LeadId>>(new Set())
  return useMemo(
    () => ({
      ids,
      toggle: (id) => {
        setIds((before) => {
          const next = new Set(before)
          if (!next.delete(id)) next.add(id)
          return next
        })
      },
      clear: () => {
        setIds(new Set())
      },
    }),
    [ids],
  )
}

/** A card that is dragged takes the other marked ones along. */
export function withSelected(id: LeadId, selected: ReadonlySet<LeadId>): LeadId[] {
  return selected.has(id) ? [...selected] : [id]
}
