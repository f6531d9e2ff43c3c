import { useDeskShallow } from '../../state/hooks.ts'
import { isOpen } from '../../state/selectors.ts'
import type { DeskState } from '../../state/desk-state.ts'
import { noticesText } from '../../text/notices.ts'
import type { Me } from './decide-notices.ts'

/** What waits for this person: their offers and overdue leads; of a manager also every lead that waits for a rep. */
export function waitingFor(
  { counts, leads }: Pick<DeskState, 'counts' | 'leads'>,
  { role, repId }: Me,
): { offers: number; waiting: number; overdue: number } {
  let offers = 0
  let mine = 0
  if (repId !== null) {
    for (const lead of leads.values()) {
      if (lead.status === 'offered' && lead.offeredTo.includes(repId)) offers += 1
      if (lead.repId === repId && isOpen(lead) && lead.breachedAt !== null && lead.touchedAt === null) mine += 1
    }
  }
  return role === 'manager' ? { offers, waiting: counts.waiting, overdue: counts.overdue } : { offers, waiting: 0, overdue: mine }
}

/** The number for the tray and the tab, and what it is made of. */
export function useBadge(me: Me): { count: number; label: string } {
  const parts = useDeskShallow((state) => waitingFor(state, me))
  const count = parts.offers + parts.waiting + parts.overdue
  return { count, label: count === 0 ? '' : noticesText.waits(parts) }
}
