import type { LeadId, RepId } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useAskFor, useDeskParts } from '../../state/hooks.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { soonestFirst } from './soonest-first.ts'

interface MyKeys {
  repId: RepId
  ids: readonly LeadId[]
  focused: LeadId | null
  onFocus: (id: LeadId | null) => void
}

/** One key for what a rep does all day: log a try and go on, answer the offer that runs out first. */
export function useMyKeys({ repId, ids, focused, onFocus }: MyKeys): void {
  const { store } = useDeskParts()
  const { leadId: openId, openLead, closeLead } = usePlace()
  const { log, accept } = useLeadActions()
  const askFor = useAskFor()
  /** The lead that is meant: the one being read, else the one in focus. */
  const meant = (): LeadId | null => (openId as LeadId | null) ?? focused
  const go = (id: LeadId | null): void => {
    onFocus(id)
    if (id !== null && openId !== null) openLead(id)
  }
  const logAndGoOn = async (kind: 'attempt' | 'contact'): Promise<void> => {
    const id = meant()
    if (id === null) return
    // Chosen before the log moves the lead to the end of the list.
    const at = ids.indexOf(id)
    const next = at < 0 ? null : (ids[at + 1] ?? null)
    if ((await log(id, kind)) && next !== null) go(next)
  }
  const firstOffer = (): LeadId | undefined => {
    const { leads } = store.getState()
    const offered = [...leads.values()].filter((lead) => lead.status === 'offered' && lead.offeredTo.includes(repId))
    return soonestFirst(
      offered.map(({ id }) => id),
      leads,
    )[0]
  }
  useListKeys({
    onMove: (step) => {
      const from = focused === null ? -1 : ids.indexOf(focused)
      const to = ids[Math.min(ids.length - 1, Math.max(0, from + step))]
      if (to !== undefined) go(to)
    },
    onOpen: () => {
      if (focused !== null) openLead(focused)
    },
    onToggle: () => undefined,
    onEscape: () => {
      if (openId !== null) closeLead()
      else onFocus(null)
    },
    letters: {
      e: () => void logAndGoOn('attempt'),
      c: () => void logAndGoOn('contact'),
      n: () => {
        const id = meant()
        if (id !== null) askFor({ kind: 'note', leadIds: [id] })
      },
      y: () => {
        const id = firstOffer()
        if (id !== undefined) void accept(id, repId)
      },
      d: () => {
        const id = firstOffer()
        if (id !== undefined) askFor({ kind: 'decline', leadIds: [id], repId })
      },
    },
  })
}
