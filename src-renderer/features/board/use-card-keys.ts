import type { KeyboardEvent } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { useAskFor } from '../../state/hooks.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { moveFocus } from './move-focus.ts'
import { useSelectedCards, withSelected } from './selected.ts'

/** The keys of the card that has the focus, for the list of cards it is in. */
export function useCardKeys(showMenu: (leadId: LeadId) => void): (event: KeyboardEvent<HTMLElement>) => void {
  const askFor = useAskFor()
  const { hold, route, log } = useLeadActions()
  const selected = useSelectedCards()
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isDefaultPrevented()) return
    if (document.querySelector('[data-dragged]') !== null) return
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
    if (card === null) return
    const leadId = Number(card.dataset['card']) as LeadId
    const leadIds = withSelected(leadId, selected.ids)
    const keys: Readonly<Record<string, () => unknown>> = {
      a: () => {
        askFor({ kind: 'assign', leadIds, onDone: selected.clear })
      },
      d: () => {
        askFor({ kind: 'discard', leadIds, onDone: selected.clear })
      },
      n: () => {
        askFor({ kind: 'note', leadIds: [leadId] })
      },
      h: () => hold(leadIds),
      r: () => route(leadIds),
      e: () => log(leadId, 'attempt'),
      c: () => log(leadId, 'contact'),
      m: () => {
        showMenu(leadId)
      },
      x: () => {
        selected.toggle(leadId)
      },
    }
    const act = keys[event.key.toLowerCase()]
    if (act === undefined && !moveFocus(card, event.key)) return
    event.preventDefault()
    act?.()
  }
}
